"""Movements of forces: where they leave from by words that also say whose they are, and what has only begun."""

from msgspec.structs import replace

from kg.events.candidate import FORCE, Candidate, Scene
from kg.events.items import Item
from kg.events.verbs import VerbGroup

__all__ = ["moved"]

_MOVING = frozenset({"withdrawal", "deployment"})
_COUNTED = frozenset({"soldiers", "fighters", "persons"})
_OWNED = 3
"""How far before a force the word may stand that says whose it is."""


def moved(scene: Scene) -> None:
    """Say of movements of forces whether they have only begun, and from where forces leave."""
    for event in scene.found:
        if event.type in _MOVING:
            if event.reality.polarity == "positive" and event.reality.status in {"occurred", "ongoing"}:
                _course(scene, event)
            if event.type == "withdrawal" and not event.places:
                _whence(scene, event)


def _course(scene: Scene, event: Candidate) -> None:
    """Let a movement go on of which it is said only that it began ("a commencé à retirer ses troupes").

    It is over where a headline tells its end in the present ("France completes withdrawal").
    """
    objects, verbs = scene.source.lexicon.language.grammar.objects, _verbs(scene, event)
    if event.reality.status == "occurred":
        words = objects.get("starting", ())
        if any(_says(scene, group, words) for group in verbs):
            event.reality = replace(event.reality, status="ongoing")
    else:
        words = objects.get("finishing", ())
        if any(_says(scene, group, words) and not group.progressive for group in verbs):
            event.reality = replace(event.reality, status="occurred")


def _whence(scene: Scene, event: Candidate) -> None:
    """Give a withdrawal the country behind forces whose side is told otherwise ("retire ses 500 soldats [du Niger]")."""
    at = next((i for i in range(event.at + 2, event.span[1] + 1) if _left(scene, event, i)), None)
    if at is not None:
        event.places = [at]


def _verbs(scene: Scene, event: Candidate) -> list[VerbGroup]:
    """Return the verbs that tell an event, and the one right before a gerund of it ("[began] withdrawing")."""
    found = [g for g in scene.groups if event.anchors.intersection(range(g.left, g.at + 1))]
    own = next((g for g in found if g.at == event.at), None)
    if own is not None and own.time == "gerund":
        found += [
            g for g in scene.groups if g.at < own.left and all(_passed(i) for i in scene.row.items[g.at + 1 : own.left])
        ]
    return found


def _passed(item: Item) -> bool:
    """Tell whether an item may stand between a verb and the gerund behind it: a day, an adverb."""
    return item.kind == "date" or "adv" in item.word.flags


def _says(scene: Scene, group: VerbGroup, words: tuple[str, ...]) -> bool:
    """Tell whether a verb, or the one that it hangs on, is one of some."""
    modal = scene.row.items[group.modal_at].word.verbs if group.modal_at >= 0 else ()
    return any(s.lemma in words for s in group.senses) or any(s.lemma in words for s, _ in modal)


def _left(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a country stands right behind somebody's forces, joined by "of", and is not theirs."""
    items = scene.row.items
    place = items[at]
    if place.type != "country" or not place.prep & {"of", "of?"} or place.form == "demonym":
        return False
    force = at - 1
    while (
        force > event.at
        and items[force].kind == "word"
        and (items[force].word.preps or "det" in items[force].word.flags)
    ):
        force -= 1
    return force > event.at and _owned(items, force) and not set(place.actors) & {a for a, _ in event.participants}


def _owned(items: list[Item], at: int) -> bool:
    """Tell whether an item is a force of which it is said whose it is ("ses 500 soldats", "troupes tchadiennes")."""
    item = items[at]
    counted = item.quantity is not None and item.quantity.unit in _COUNTED
    if not counted and item.type not in FORCE:
        return False
    if item.kind == "np" and item.actors and item.form != "description":
        return True
    return any("poss" in each.word.flags for each in items[max(0, at - _OWNED) : at])
