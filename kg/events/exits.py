"""Who leaves an agreement or an organisation: "withdrew from the treaty", "le retrait américain de l'accord", "quit ECOWAS"."""

from kg.events.candidate import Candidate, Scene
from kg.events.items import Item
from kg.events.lexicon import frames
from kg.events.status import Reality

__all__ = ["leaves", "text_behind"]

_REACH = 12
"""How many items behind a word what is left may stand."""
_LEAVERS = frozenset({"country", "government", "armed_group", "organization", "igo"})
_STATES = frozenset({"country", "government"})
_BODIES = frozenset({"igo", "organization"})
_OUT_OF = frozenset({"from", "of"})


def leaves(scene: Scene, event: Candidate) -> bool:
    """Tell whether what follows a word is a text, or for a state an organisation; whoever cannot leave it takes no part then."""
    at = _left(scene, event)
    if at is None:
        return False
    types = scene.source.types
    leavers = [actor for actor, role in event.participants if role == "withdrawing"]
    if _text(scene.row.items[at]):
        event.treaty = at
        known = [a for a in leavers if types.get(a) in _LEAVERS] or [a for a in leavers if types.get(a) == "person"]
    else:
        known = [a for a in leavers if types.get(a) in _STATES]
    left = [(a, role) for a, role in event.participants if role == "target" and types.get(a) in _BODIES]
    event.participants = [(a, role) for a, role in event.participants if role == "withdrawing" and a in known] + left
    event.places = []
    return event.treaty is not None or bool(known)


def text_behind(scene: Scene, at: int) -> bool:
    """Tell whether it is a text that a verb bears on: no troops move."""
    return leaves(scene, Candidate("exit", scene.row, at, "verb:", Reality(None)))


def _left(scene: Scene, event: Candidate) -> int | None:
    """Return the index of what is left: nothing but "of", "from", days and the words of its own phrase stand before it."""
    items, types = scene.row.items, scene.source.types
    behind = event.rule.startswith("verb:") or bool(items[event.at].word.preps & _OUT_OF)
    for at in range(event.at + 1, min(event.at + 1 + _REACH, len(items))):
        item = items[at]
        if _text(item):
            return at if behind and _alone(items, at) else None
        that = "det" in item.word.flags and at + 1 < len(items) and _text(items[at + 1])
        if item.low in {".", ";", ":", ","} or (item.word.flags & {"rel", "comp", "and", "sub"} and not that):
            return None
        if item.date is not None or (item.word.preps and at + 1 < len(items) and items[at + 1].date is not None):
            continue  # "withdrew on Tuesday from the treaty"
        if item.word.preps:
            behind = True
            if not item.word.preps & _OUT_OF:
                return None
        elif item.kind == "np" and any(types.get(actor) in _BODIES for actor in item.actors):
            return at if behind and _alone(items, at) else None
    return None


def _text(item: Item) -> bool:
    return item.kind == "treaty" or any(sense.kind == "treaty" for sense in item.word.nouns)


def _alone(items: list[Item], at: int) -> bool:
    """Tell whether a noun is no part of another event's name ("left the [treaty] talks")."""
    after = items[at + 1] if at + 1 < len(items) else None
    return after is None or not any(s.kind == "event" and s.value in frames() for s in after.word.nouns)
