"""Whom "they" stands for where a verb says what several do with each other: the two who met in the sentence before."""

from collections.abc import Iterable

from kg.events.candidate import Candidate, Scene
from kg.events.verbs import VerbGroup

__all__ = ["NEXT", "SHARED", "sides", "they"]

SHARED = frozenset({"meeting", "call", "negotiation"})
"""Types of events that several have with each other."""
_SIDES = frozenset({"participant", "party", "host"})
NEXT = 3
"""How many characters may part a sentence from the next."""


def they(scene: Scene, group: VerbGroup, kind: str) -> bool:
    """Tell whether a pronoun for several that opens a sentence is the subject of a verb ("[They] had met in Prague")."""
    items, at = scene.row.items, group.left - 1
    if kind not in SHARED or not group.finite or group.passive or at < 0 or "they" not in items[at].word.flags:
        return False
    before = items[:at]
    return not any(g.finite and g.at < at for g in scene.groups) and not any(i.actors and not i.prep for i in before)


def sides(told: Iterable[tuple[Candidate, dict[str, str]]], start: int) -> list[str]:
    """Return those who met in the sentence right before an offset; nobody where it names others.

    Args:
        told: the word that told of each event last, and who takes part in it.
        start: where the sentence begins that has the pronoun.
    """
    found = [(c, people) for c, people in told if 0 <= start - c.row.sentence.end <= NEXT and c.type in SHARED]
    found = [(c, people) for c, people in found if c.rule.startswith("verb:")] or found
    pairs = {tuple(sorted(a for a, role in people.items() if role in _SIDES)) for _, people in found}
    one = next(iter(pairs)) if len(pairs) == 1 else ()
    others = {a for c, _ in found for i in c.row.items if i.type == "person" and "in" not in i.prep for a in i.actors}
    return list(one) if len(one) > 1 and others <= set(one) else []
