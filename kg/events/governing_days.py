"""Days of a verb that governs an event: of who agrees to it, announces it, or has it for an object."""

from kg.events.candidate import Candidate, Scene
from kg.events.items import Item
from kg.events.whose_day import DEADLINES

__all__ = ["behind_object", "told_before"]

_AHEAD = frozenset({"planned", "proposed"})
_BESIDE = 2
"""How near a day stands to the verb that it is of."""
_OBJECT = frozenset({"of", "to"})
"""What a preposition between a verb and its object may be."""


def told_before(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day gone by is that of the verb that plans an event ("agreed to a ceasefire [on Monday]"), itself an event."""
    date, published = scene.row.items[at].date, scene.source.reading.article.published
    if date is None or published is None or date.when.latest is None or event.reality.status not in _AHEAD:
        return False
    if date.when.latest > published.date() or date.when.modifier in DEADLINES:
        return False
    noun = event.rule.startswith("noun:") and date.granularity in ("day", "time")
    noun = noun and not any(g.finite and event.at < g.at < at for g in scene.groups)  # "a meeting was set for Monday"
    alone = noun and sum(i.date is not None and bool(i.date.when.edtf.strip("./")) for i in scene.row.items) == 1
    verbs = [o for o in scene.found if o.at != event.at and not o.rule.startswith("noun:")]
    if any(o.at < at <= o.at + _BESIDE and at < event.at for o in verbs):
        return True  # "promised [in March] to deliver"
    return (at < event.at or alone) and any(o.at in event.anchors or (alone and o.at < event.at) for o in verbs)


def behind_object(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a day stands behind the object of the verb whose subject tells an event ("the visit follows talks [in May]")."""
    for group in scene.groups:
        if group.finite and event.at < group.left and group.at < at and group.at in event.anchors:
            heads = (o.at for o in scene.found if group.at < o.at < at and o.rule.startswith("noun:"))
            return any(all(_leads_in(i) for i in scene.row.items[group.at + 1 : head]) for head in heads)
    return False


def _leads_in(item: Item) -> bool:
    """Tell whether a word may stand between a verb and its object ("led [to the]", "abouti [à la]")."""
    return item.kind == "word" and bool(not item.word.preps or item.word.preps & _OBJECT or "to" in item.word.flags)
