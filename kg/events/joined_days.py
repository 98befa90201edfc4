"""Dates that "and" joins: one stretch of time where they follow each other, else the days of two events."""

from msgspec.structs import replace

from kg.events.candidate import Details, Scene
from kg.events.times import together
from kg.events.whose_day import others_day
from kg.model import When

__all__ = ["both", "two_days", "with_another"]

_TWO = 5
"""How near two dates stand that "and" joins."""


def two_days(scene: Scene, out: dict[int, Details], index: int, found: list[int]) -> None:
    """Make two events of one that is told of two days apart ("met in 2000 and 2007"): neither day is that of both."""
    event, mine = scene.found[index], out[index]
    for at in found:
        when, other = scene.row.items[at].date, _paired(scene, at)
        if when is None or other is None or mine.when is not None or event.treaty is not None:
            continue
        if event.reality.status in ("occurred", None) and not others_day(scene, event, at):
            mine.when, theirs = when.when, Details()
            theirs.when = other
            out[len(scene.found)] = theirs
            scene.found.append(replace(event, participants=list(event.participants)))


def with_another(scene: Scene, at: int) -> int | None:
    """Return the index of the date that "and" joins a date to ("in 2000 [and] 2007"), where no verb begins behind."""
    items, first = scene.row.items, at
    while first > 0 and items[first - 1].kind == "word" and items[first - 1].word.preps:
        first -= 1
    if first < 2 or "and" not in items[first - 1].word.flags or items[first - 2].kind != "date":
        return None
    return None if any(g.finite and g.left == at + 1 for g in scene.groups) else first - 2


def _paired(scene: Scene, at: int) -> When | None:
    """Return the time that "and" joins to one."""
    items = scene.row.items
    other = next((i for i in range(at + 2, min(at + _TWO, len(items))) if items[i].date is not None), None)
    later = items[other].date if other is not None and with_another(scene, other) == at else None
    return later.when if later is not None else None


def both(scene: Scene, at: int, when: When) -> When | None:
    """Return a time with the one that is joined to it; nothing where they are days of two events."""
    other = _paired(scene, at)
    return when if other is None else together(when, other)
