"""Days whose place in the sentence says which of two verbs they are of, though the other stands as near."""

from kg.events.candidate import Scene

__all__ = ["agreed_on", "before_aim"]

_AHEAD = ("planned", "proposed")


def before_aim(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return the event of the main verb for a day right before what it is done for ("flew to X on [Friday] to meet Y")."""
    main = next((g for g in reversed(scene.groups) if g.finite and g.at < at), None)
    if main is None or not _aims(scene, at + 1):
        return None
    told = (i for i, event in enumerate(scene.found) if main.at == event.at and event.rule.startswith("verb:"))
    return next(((0, i) for i in told if scene.found[i].reality.status in ("occurred", "planned")), None)


def _aims(scene: Scene, first: int) -> bool:
    """Tell whether an infinitive that says to what end something is done begins at an item."""
    return any(g.left == first and g.marker and not g.finite for g in scene.groups)


def agreed_on(scene: Scene, at: int, best: tuple[int, int]) -> tuple[int, int]:
    """Return the agreement for a day gone by behind what was agreed ("agreed to an immediate truce on [Monday]"), else the event itself."""
    event, date = scene.found[best[1]], scene.row.items[at].date
    published = scene.source.reading.article.published
    if not event.rule.startswith("noun:") or event.at > at or event.reality.status not in _AHEAD:
        return best
    if published is None or date is None or date.when.latest is None or date.when.latest > published.date():
        return best
    between = scene.row.items[event.at + 1 : at]
    if any(i.word.verbs or i.word.flags & {"rel", "comp", "sub"} or "from" in i.word.preps for i in between):
        return best  # "agreed to a truce starting Monday"
    verbs = (i for i, c in enumerate(scene.found) if c is not event and c.at in event.anchors)
    return next(((best[0], i) for i in verbs if scene.found[i].reality.status == "occurred"), best)
