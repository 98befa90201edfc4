"""Tells which days of a sentence stand in what somebody says, and are not those of saying it."""

from kg.events.candidate import Candidate, Scene
from kg.events.verbs import VerbGroup

__all__ = ["of_what_is_said"]

_QUOTES = frozenset('«»“”"')


def of_what_is_said(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands in what somebody says: in the quotation, behind "that", or with another verb."""
    items, low, high = scene.row.items, min(event.at, at), max(event.at, at)
    between = items[low + 1 : high]
    if sum(item.low in _QUOTES for item in between) % 2:
        return True
    others = [g for g in scene.groups if g.finite and low < g.at < high and g.at not in event.anchors]
    if (
        len(others) == 1
        and between[0].word.preps & {"in", "on"}
        and all(i.word.preps for i in items[others[0].at + 1 : at])
    ):
        others = []  # "said in a statement released [on Friday]"
    if at > event.at:
        return bool(others) or any("comp" in item.word.flags for item in between)
    if _said_behind(scene, event, at):
        return True
    return any(g.left < at for g in scene.groups if g in others) or (bool(others) and _trails(scene, event, others[-1]))


def _said_behind(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day ends the clause of another verb, and a comma sets it off from who says so ("failed to agree [on Tuesday], X said")."""
    items = scene.row.items
    own = next((g for g in scene.groups if event.at in range(g.left, g.at + 1)), None)
    before = [g for g in scene.groups if g.finite and g.at < at and _has_subject(scene, g)]
    if own is None or not own.finite or not before or items[at + 1].low != ",":
        return False
    between = items[at + 1 : own.left]
    return not any("and" in i.word.flags or i.word.flags & {"rel", "sub"} for i in between[1:2]) and not any(
        g.finite and at < g.at < own.left for g in scene.groups
    )


def _has_subject(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb has a subject, not only a noun of which it is a participle ("in a statement [released] on Friday")."""
    items, who = scene.row.items, scene.subjects[group.at][0]
    if who is None:
        return False
    opener = next((i for i in range(who - 1, -1, -1) if "det" not in items[i].word.flags), None)
    return opener is None or not items[opener].word.preps


def _trails(scene: Scene, event: Candidate, last: VerbGroup) -> bool:
    """Tell whether who says something is named behind it ("the talks begin on Monday, X said")."""
    group = next((g for g in scene.groups if event.at in range(g.left, g.at + 1)), None)
    first = group.left if group is not None else event.at
    return any(item.low == "," for item in scene.row.items[last.at + 1 : first]) and not any(
        "rel" in item.word.flags for item in scene.row.items[: last.left]
    )
