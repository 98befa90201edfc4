"""Who brings a text about between others, and is no party of it: "Le Qatar a obtenu un accord entre X et Y", "negotiated by Switzerland"."""

from kg.events.candidate import Candidate, Scene
from kg.events.verbs import VerbGroup

__all__ = ["go_between", "stand_between"]

_FAR = 14
"""How many items behind its noun those stand between whom a text is."""
_SIDES = 2
_BREAKS = frozenset(".;:")


def go_between(scene: Scene, group: VerbGroup, text: int | None) -> tuple[str, ...]:
    """Return who alone obtains a text that is between others, or alone negotiates one that is with nobody; nobody else's verb."""
    row = scene.row
    if text is None or not any(s.kind == "negotiated" for s in group.senses):
        return ()
    if any(s.kind == "event" and s.value == "signing" for s in group.senses):
        return ()
    told = scene.subjects.get(group.at, (None, ""))[0]
    if group.passive and told is not None and "mediated" in row.items[told].prep:
        return row.actors(told)  # "un accord parrainé par X et conclu à Y"
    if group.passive:
        by = _behind(scene, group.at, "by")
        bargains = scene.source.lexicon.language.agreements.bargains
        lemmas = [s.lemma for s in group.senses if s.kind == "negotiated"]
        if by is None or any(lemma not in bargains for lemma in lemmas) or _behind(scene, text, "with") is not None:
            return ()
        return _lone(scene, by)
    between = _behind(scene, text, "between") if told is not None else None
    if told is None or between is None:
        return ()
    alone, sides = _lone(scene, told), row.actors(between)
    return alone if len(sides) >= _SIDES and not set(_states(scene, alone)) & set(_states(scene, sides)) else ()


def stand_between(scene: Scene, group: VerbGroup, event: Candidate) -> None:
    """Make whoever only brings a text about a mediator of its event."""
    found = go_between(scene, group, event.treaty)
    event.participants = [(actor, "mediator" if actor in found else role) for actor, role in event.participants]


def _lone(scene: Scene, index: int) -> tuple[str, ...]:
    """Return the actors of a name that stands in no list."""
    return scene.row.items[index].actors if len(scene.row.actors(index)) == 1 else ()


def _behind(scene: Scene, at: int, slot: str) -> int | None:
    """Return the first name behind an item that a preposition of a slot governs, in the same clause."""
    items = scene.row.items
    for index in range(at + 1, min(at + _FAR, len(items))):
        item = items[index]
        if item.kind == "np" and slot in item.prep:
            return index
        if item.low in _BREAKS or item.word.flags & {"comp", "sub"}:
            return None
    return None


def _states(scene: Scene, actors: tuple[str, ...]) -> list[str]:
    """Return the states of actors, themselves where they have none."""
    lands = {a.id: a.country for a in scene.source.reading.actors if a.id in actors}
    return [lands.get(actor) or actor for actor in actors]
