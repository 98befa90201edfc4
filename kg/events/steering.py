"""Days whose place in the sentence says which of two verbs they are of, though the other stands as near: before an aim."""

from kg.events.candidate import Scene
from kg.events.own_subjects import answered
from kg.events.verbs import VerbGroup

__all__ = ["aside_ends", "before_aim", "own_act"]

_AIM = 4
"""How far behind its preposition the noun may stand that says what something is done for."""


def aside_ends(scene: Scene, at: int) -> int:
    """Return up to where a verb in a clause between commas reaches ("…, where rebels [threaten] to march[,] but also urged …")."""
    items = scene.row.items
    main = next((g for g in scene.groups if g.finite and g.at < at), None)
    opener = next((i for i in range(at - 1, main.at, -1) if "rel" in items[i].word.flags), 0) if main is not None else 0
    if not opener or items[opener - 1].low != ",":
        return len(items) - 1
    begins = {g.left for g in scene.groups if g.finite}
    for comma in [i for i in scene.row.commas if at < i < len(items) - 2]:
        if items[comma + 1].word.flags & {"and", "but"} and comma + 2 in begins:
            return comma
    return len(items) - 1


def own_act(scene: Scene, group: VerbGroup) -> int:
    """Return up to where a verb that addresses somebody reaches: not to what the speaker does then ("accused X of lying [and recalled] its envoy")."""
    last = len(scene.row.items)
    if not any(s.kind == "speech" and s.value in ("addressing", "negative") for s in group.senses):
        return last
    who = scene.subjects[group.at][0]
    denies = any(s.kind == "speech" and s.value == "negative" for s in group.senses)
    for other in (g for g in scene.groups if g.at > group.at):
        if (joint := answered(scene.row, other)) > group.at:
            return joint
        if other.finite and "and" in scene.row.items[other.left - 1].word.flags:
            said = any("comp" in item.word.flags for item in scene.row.items[group.at + 1 : other.left])
            own = scene.subjects[other.at] == (who, "shared") and not said
            return other.left - 1 if own else last
        if denies and (other.finite or other.perfect or other.time == "infinitive"):
            return last  # "denied it had attacked X and killed Y"
    return last


def before_aim(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return the event of the main verb for a day right before what it is done for ("flew to X on [Friday] to meet Y", "for talks")."""
    main = next((g for g in reversed(scene.groups) if g.finite and g.at < at), None)
    if main is None or not (_aims(scene, at + 1) or _for_talks(scene, at + 1)):
        return None
    told = (i for i, event in enumerate(scene.found) if main.at == event.at and event.rule.startswith("verb:"))
    return next(((0, i) for i in told if scene.found[i].reality.status in ("occurred", "planned")), None)


def _aims(scene: Scene, first: int) -> bool:
    """Tell whether an infinitive that says to what end something is done begins at an item."""
    return any(g.left == first and g.marker and not g.finite for g in scene.groups)


def _for_talks(scene: Scene, first: int) -> bool:
    """Tell whether a noun of an event that is the aim of something stands right behind a preposition ("for talks", "pour une visite")."""
    items = scene.row.items
    if first >= len(items) or "for" not in items[first].word.preps:
        return False
    return any(first < event.at <= first + _AIM and event.rule.startswith("noun:") for event in scene.found)
