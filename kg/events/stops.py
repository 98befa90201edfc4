"""Where somebody goes next without another verb ("s'est rendu lundi à X, où il a rencontré Y, puis mardi à Z"): a visit of its own."""

from msgspec.structs import replace

from kg.events.candidate import Candidate, Scene

__all__ = ["next_stops"]

_TO = frozenset({"in", "to"})
_REACH = 6
"""How far behind "then" the place may stand."""


def next_stops(scene: Scene) -> None:
    """Add the visits of which only the day and the place are told, behind a word that says that they come next.

    Nothing that is told of the stop before, in a clause of its own, happened there or then.
    """
    for event in tuple(scene.found):
        if event.type == "visit" and event.places and event.rule.startswith("verb:"):
            _go_on(scene, event)


def _go_on(scene: Scene, event: Candidate) -> None:
    items = scene.row.items
    words = scene.source.lexicon.language.grammar.objects.get("next", ())
    for then in range(event.at + 2, len(items) - 1):
        before = items[then - 1]
        if items[then].low not in words or not (before.low == "," or "and" in before.word.flags):
            continue
        at = _place(scene, then)
        if at is None or not _aside(scene, event, then):
            return
        for other in scene.found:
            other.places = [place for place in other.places if place != at]
            if other.at < then <= other.span[1]:
                other.span = (other.span[0], then - 1)
        people = list(event.participants)
        scene.found.append(replace(event, participants=people, at=at, places=[at], anchors={then, at}, span=(then, at)))


def _place(scene: Scene, then: int) -> int | None:
    """Return the place behind "then", a day beside it or nothing, and no verb."""
    items = scene.row.items
    for at in range(then + 1, min(then + _REACH, len(items))):
        item = items[at]
        if item.kind == "np":
            behind = items[at + 1] if at + 1 < len(items) else None
            closed = behind is None or behind.kind in ("sign", "date") or bool(behind.word.preps)
            there = item.place is not None and item.type in ("place", "country") and (item.prep & _TO or at == then + 1)
            return at if there and closed else None
        if item.kind != "date" and not (item.word.preps or "det" in item.word.flags):
            return None
    return None


def _aside(scene: Scene, event: Candidate, then: int) -> bool:
    """Tell whether all verbs between a visit and "then" stand in a clause about where it went."""
    items, last = scene.row.items, max(event.anchors)
    verbs = [group.left for group in scene.groups if last < group.left < then]
    opener = next((at for at in range(last, then) if "rel" in items[at].word.flags), then)
    return all(opener < left for left in verbs)
