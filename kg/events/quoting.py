"""Verbs that say something only right behind a quotation: "« … », a [poursuivi] X", "“…,” X [continued]"."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.lexicon import Sense
from kg.events.verbs import VerbGroup

__all__ = ["quoting"]

_CLOSED = frozenset('»”"')
_OPENS = frozenset('«“"')
_NEAR = 6
"""How far behind a quotation its verb may stand."""
_HANGS = "-"
"""What stands between a verb and the pronoun that hangs on it ("poursuit-il")."""


def quoting(scene: Scene) -> None:
    """Make verbs of speech of those that stand between a quotation and whom it is of."""
    items = scene.row.items
    for end in [at for at, item in enumerate(items) if item.low in _CLOSED and at]:
        at = _verb(scene, end) if _quotation(scene, end) else None
        if at is None:
            continue
        left = at
        while left - 1 > end and (items[left - 1].word.aux is not None or _hangs(scene, items[left - 1])):
            left -= 1
        who = left - 1 if items[left - 1].kind == "np" and items[left - 1].actors else None
        group = VerbGroup(at, left, [Sense("speech", "positive", items[at].low)], "past")
        scene.groups[:] = sorted([*(g for g in scene.groups if not left <= g.at <= at), group], key=lambda g: g.at)
        scene.subjects[at] = (who, "plain" if who is not None else "")
        scene.found[:] = [c for c in scene.found if not left <= c.at <= at]


def _quotation(scene: Scene, end: int) -> bool:
    """Tell whether a sign closes a quotation and no mere name: a clause, or what opened the sentence or one before it."""
    opener = next((at for at in range(end - 1, -1, -1) if scene.row.items[at].low in _OPENS), 0)
    return not opener or any(g.finite and opener < g.at < end for g in scene.groups)


def _verb(scene: Scene, end: int) -> int | None:
    """Return where such a verb stands behind a quotation: right there, or behind a name, its auxiliary, a comma."""
    items, forms = scene.row.items, scene.source.lexicon.language.speech.quoting
    for at in range(end + 1, min(end + _NEAR, len(items))):
        item = items[at]
        if item.low in forms or (_HANGS in item.low and item.low.partition(_HANGS)[0] in forms):
            return at
        light = item.low == "," or item.word.aux is not None or "adv" in item.word.flags or _hangs(scene, item)
        if not (light or (item.kind == "np" and item.actors and not item.prep) or "det" in item.word.flags):
            return None
    return None


def _hangs(scene: Scene, item: Item) -> bool:
    """Tell whether an auxiliary bears the pronoun that is its subject ("[a-t-il] poursuivi")."""
    endings = scene.source.lexicon.language.speech.inverted
    return bool(endings) and _HANGS in item.low and item.low.endswith(endings)
