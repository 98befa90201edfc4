"""What a line without a verb tells: texts that are agreed ("Kosovo: deal between X and Y"), talks that were held."""

from kg.events.candidate import Candidate, Scene, fill
from kg.events.clauses import arguments
from kg.events.lexicon import frames
from kg.events.owners import how_long
from kg.events.status import Reality

__all__ = ["headlined", "only_named"]

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


def only_named(scene: Scene, event: Candidate) -> bool:
    """Tell whether a headline only names talks ("Paris conference: what next"); with a result, add the two whom it names."""
    if event.row.sentence.segment != "title" or event.reality.status is not None:
        return False
    if event.participants or scene.groups or how_long(scene, event.at):
        return False
    if not _bore_fruit(scene):
        return True
    _pair(scene, event)
    return False


def _pair(scene: Scene, event: Candidate) -> None:
    """Let two persons right behind the colon take part ("Oslo summit: [X and Y] part empty-handed"); others may only comment."""
    items = scene.row.items
    at = next((i + 1 for i, item in enumerate(items) if item.low == ":" and i > event.at), len(items))
    members = scene.row.members(at) if at < len(items) else []
    if len(members) == _BOTH and all(items[i].type == "person" for i in members):
        frame = frames()[event.type]
        fill(scene, event, frame, "between", frame.slots, at)


def _bore_fruit(scene: Scene) -> bool:
    """Tell whether a line says what came of talks ("Oslo summit: no handshake"), and not what is hoped ("hopes of a handshake")."""
    words = scene.source.lexicon.language.grammar.objects
    low = " ".join(item.low for item in scene.row.items)
    if "?" in low or not {*words.get("hoped_for", ()), *words.get("feared", ())}.isdisjoint(low.split()):
        return False
    return any(f" {result} " in f" {low} " for result in words.get("results", ()))
