"""Who signed a text, told in more than one place: behind a colon that spells out who "the members" are, or by "and then by X"."""

from collections.abc import Sequence

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.verbs import VerbGroup

__all__ = ["joined", "listed"]

_BESIDE = 3
"""How far behind a colon its list begins, and behind a comma the preposition of whoever signed as well."""
_PAIR = 2


def listed(scene: Scene, text: int, group: VerbGroup, colon: int) -> tuple[str, ...]:
    """Return those who signed where a colon spells out who they are ("signed by the members of the group: X, Y and Z")."""
    items = scene.row.items
    if any(i.kind == "np" for i in items[text + 1 : colon]) or not any(
        "by" in i.word.preps for i in items[group.at : colon]
    ):
        return ()
    first = next((i for i in range(colon + 1, min(colon + _BESIDE, len(items))) if items[i].kind == "np"), None)
    actors = scene.row.actors(first) if first is not None else ()
    return actors if len(actors) >= _PAIR else ()


def joined(items: Sequence[Item], index: int) -> bool:
    """Tell whether another who signed is told behind a comma ("signed on Monday by X, [and then by] Y")."""
    if not items[index].word.flags & {"and", "adv"}:
        return False
    for item in items[index + 1 : index + 1 + _BESIDE]:
        if "by" in item.word.preps:
            return True
        if item.kind == "sign" or item.word.verbs:
            return False
    return False
