"""Clauses about somebody: whom a relative pronoun takes up, and what stands in such a clause."""

from kg.events.items import Row
from kg.events.verbs import VerbGroup

__all__ = ["antecedent", "in_relative", "relates", "to_come"]

_BOTH = 2
"""A clause ahead of the main one, and the main one."""
_STOPS = frozenset('.;:?!«»“”"—–[]')


def antecedent(row: Row, index: int) -> int | None:
    """Return the noun phrase that a relative pronoun takes up, unless an event noun stands between."""
    noun = False
    for at in range(index - 1, max(-1, index - 7), -1):
        item = row.items[at]
        if item.kind == "np" and item.actors:
            return at if "between" not in item.prep else None  # "talks between X and Y, [which]": the talks
        noun = noun or (
            item.kind == "word" and not (item.word.flags or item.word.preps or item.word.verbs or item.word.nouns)
        )
        opener = row.items[max(0, at - 1)]
        if noun and "det" in item.word.flags and opener.low != "," and "and" not in opener.word.flags:
            return None  # "backed [the men who] attacked X": not who backed them
        if item.word.nouns or item.low in _STOPS or item.kind == "treaty":
            return None
    return None


def in_relative(row: Row, at: int, finite: dict[int, VerbGroup]) -> int | None:
    """Return the index of the relative pronoun where a noun phrase is the object of the verb of its clause."""
    items = row.items
    head = at - 1
    while head >= 0 and ("det" in items[head].word.flags or "adv" in items[head].word.flags) and head not in finite:
        head -= 1
    group = finite.get(head)
    if group is None or group.left == 0 or any(s.kind == "speech" for s in group.senses):
        return None
    opener = items[group.left - 1].word.flags
    return group.left - 1 if opener & {"rel", "comp"} else None


def relates(row: Row, at: int) -> bool:
    """Tell whether a word that may open what is said stands for the name before it ("troops [that] left X withdrew")."""
    items = row.items
    if at < 1 or at + 1 >= len(items) or items[at].low not in row.lexicon.language.grammar.gaps.get("subject", ()):
        return False
    acts = any(tense not in ("inf", "ger") for _, tense in items[at + 1].word.verbs) and not items[at + 1].word.nouns
    return items[at - 1].kind == "np" and bool(items[at - 1].actors) and not items[at - 1].prep and acts


def to_come(row: Row, at: int, groups: list[VerbGroup]) -> int | None:
    """Return the person whom a pronoun ahead of the main clause stands for ("À Luanda, où [il] doit voir X, Y est arrivé")."""
    items = row.items
    later = [g for g in groups if g.finite and g.at > at]
    if len(later) < _BOTH or not items[at - 1].word.flags & {"rel", "sub"} or "he" not in items[at].word.flags:
        return None
    who = later[1].left - 1
    opener = who - 1
    while opener > at and "det" in items[opener].word.flags:
        opener -= 1
    alone = len(row.members(who)) == 1 and not items[who].prep
    named = alone and items[who].type == "person" and bool(items[who].actors)
    return who if named and opener > later[0].at and items[opener].low == "," else None
