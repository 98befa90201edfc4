"""Where soldiers are, or are to be gone from, told without a verb of movement ("had 4,300 soldiers in the Sahel", "troops out by May")."""

from kg.events.candidate import FORCE, Candidate, Scene
from kg.events.items import Item, Row
from kg.events.status import Reality

__all__ = ["gone", "levels"]

_SOLDIERS = "soldiers"
_SIDES = frozenset({"country", "government", "military", "armed_group", "organization", "igo"})
_DUE = frozenset({"BEFORE", "ON_OR_BEFORE", "UNTIL"})
_REACH = 7
"""How many items off the side or the place may stand."""
_NEAR = 5
"""How many items the word may have that says what the number is."""


def levels(scene: Scene) -> None:
    """Add the deployments that a sentence counts without a verb of movement: by a side, at a place, neither left open."""
    row = scene.row
    words = scene.source.lexicon.language.grammar.levels
    told = {at for event in scene.found for at in _counted(event)} if row.quantities else ()
    for at in row.quantities if words else ():
        quantity = row.items[at].quantity
        if quantity is None or quantity.unit != _SOLDIERS or at in told:
            continue
        for kind, phrases in words.items():
            verb = _before(row, at, phrases) if kind in ("has", "stands") else _behind(row, at, phrases)
            if verb is None:
                continue
            scene.found[:] = [c for c in scene.found if not (c.passive and verb in c.anchors and kind == "stays")]
            if (event := _level(scene, at, verb, kind)) is not None:
                scene.found.append(event)
            break


def gone(scene: Scene) -> None:
    """Add the withdrawal that a headline gives a last day without a verb ("All U.S. troops out of Iraq by December")."""
    row = scene.row
    words = scene.source.lexicon.language.grammar.levels.get("gone", ())
    for at in range(1, len(row.items) - 2 if words and not any(group.finite for group in scene.groups) else 0):
        if row.items[at].low not in words:
            continue
        force, place, day = row.items[at - 1], row.items[at + 1], row.items[at + 2].date
        if force.type in FORCE and place.place and day is not None and day.when.modifier in _DUE:
            event = Candidate("withdrawal", row, at, "verb:out of", Reality("planned"), anchors={at})
            event.add(row.actors(at - 1), "withdrawing")
            event.places, event.span = [at + 1], (at - 1, at + 2)
            scene.found.append(event)


def _counted(event: Candidate) -> range:
    """Return the items that a verb or noun of movement counts: behind it, or before a passive that moves somewhere."""
    first = event.span[0] if event.passive else min(event.anchors, default=event.at)
    return range(first, event.span[1] + 1)


def _before(row: Row, at: int, phrases: tuple[str, ...]) -> int | None:
    """Return where the words begin that lead up to a number, or None."""
    held = ""
    for index in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        item = row.items[index]
        if _skipped(item, held):
            continue
        if item.kind != "word":
            return None
        held = f"{item.low} {held}".strip()
        if held in phrases:
            return index
    return None


def _behind(row: Row, at: int, phrases: tuple[str, ...]) -> int | None:
    """Return where the words end that follow a number, or None."""
    held = ""
    for index in range(at + 1, min(len(row.items), at + 1 + _NEAR)):
        item = row.items[index]
        if _skipped(item, held):
            continue
        if item.kind != "word":
            return None
        held = f"{held} {item.low}".strip()
        if held in phrases:
            return index
    return None


def _skipped(item: Item, held: str) -> bool:
    """Tell whether an item may stand between a number and its word: a day or an adverb."""
    return item.kind == "date" or ("adv" in item.word.flags and not item.word.preps) or (not held and item.low == "(")


def _level(scene: Scene, at: int, verb: int, kind: str) -> Candidate | None:
    row = scene.row
    own = row.items[at]
    side = at if own.actors and own.type in _SIDES else _side(row, min(verb, at), bare=kind == "has")
    place = _place(row, max(verb, at), 1) or (_place(row, min(verb, at), -1) if kind != "has" else None)
    if side is None or place is None or place == side or _befallen(row, max(verb, at)):
        return None
    event = Candidate("deployment", row, at, f"level:{kind}", Reality("ongoing"))
    event.add(row.actors(side), "actor")
    event.places = [place]
    event.anchors = {verb, at}
    event.span = (min(side, verb, at), max(verb, at, place))
    return event


def _side(row: Row, before: int, *, bare: bool) -> int | None:
    """Return whose soldiers they are: the subject ("[France] has"), or whom an adjective names ("[American] levels")."""
    for index in range(before - 1, max(-1, before - 1 - _REACH), -1):
        item = row.items[index]
        if item.low in ".;:" or "rel" in item.word.flags:
            return None
        if item.kind == "np" and item.actors and item.type in _SIDES and not item.prep and len(row.actors(index)) == 1:
            return index
        if bare and (item.kind == "sign" or item.word.verbs):
            return None
    return None


def _place(row: Row, start: int, step: int) -> int | None:
    """Return the place that stands near a number."""
    for index in range(start + step, start + step * (_REACH + 1), step):
        if not 0 <= index < len(row.items):
            return None
        item = row.items[index]
        if item.place and "in" in item.prep:
            return index
        if item.kind == "sign" or item.quantity is not None or "and" in item.word.flags:
            return None
    return None


def _befallen(row: Row, start: int) -> bool:
    """Tell whether it is said what became of them ("has 58 soldiers [killed] in Mali")."""
    after = row.items[start + 1 : start + 4]
    if any(s.kind == "event" for item in after for s, _ in item.word.verbs):
        return True
    first = after[0] if after else None
    plain = first is not None and first.kind == "word"
    return plain and not (first.word.preps or first.word.flags or first.word.nouns or first.word.verbs)  # type: ignore[union-attr]
