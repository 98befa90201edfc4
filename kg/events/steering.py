"""Days whose place in the sentence says which of two verbs they are of, though the other stands as near: before an aim."""

from kg.events.candidate import Scene

__all__ = ["before_aim"]


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
