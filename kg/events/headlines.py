"""Texts that a line without a verb says are agreed: "Accord de trêve entre X et Y", "Kosovo: deal between X and Y"."""

from kg.events.candidate import Candidate, Scene, fill
from kg.events.clauses import arguments
from kg.events.lexicon import frames
from kg.events.status import Reality

__all__ = ["headlined"]

_BOTH = 2


def headlined(scene: Scene) -> None:
    """Add the agreement that a line without a verb opens with, alone or behind a colon, where it names two parties."""
    row, items = scene.row, scene.row.items
    if any(group.finite for group in scene.groups) or items[-1].low == "?":
        return
    at = _opening(scene)
    if at is None or any(c.type == "agreement" or at in c.anchors for c in scene.found):
        return
    frame, found = frames()["agreement"], arguments(row, at, scene.groups, verb=False)
    event = Candidate("agreement", row, at, f"headline:{items[at].low}", Reality("occurred"), anchors={at}, treaty=at)
    event.places, event.span = list(found.places), (at, found.end)
    for slot in ("between", "with", "mediated"):
        for index in found.slots.get(slot, ())[:1]:
            fill(scene, event, frame, slot, frame.slots, index)
    if len([actor for actor, role in event.participants if role == "party"]) >= _BOTH:
        scene.found.append(event)


def _opening(scene: Scene) -> int | None:
    """Return the index of the text that a line opens with; "the accord" is one known before, "no accord" none."""
    items = scene.row.items
    start = next((i + 1 for i, item in enumerate(items) if item.low == ":"), 0)
    start += start < len(items) and "indef" in items[start].word.flags
    if start >= len(items) or items[start].word.flags & {"neg", "upcoming", "ended"}:
        return None
    return start if any(s.kind == "treaty" and s.value != "generic" for s in items[start].word.nouns) else None
