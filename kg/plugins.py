"""Entry points: loaders, views, linkers and extractors plug in by name; ours register the same way as a stranger's.

Names are listed without importing anything; a plug-in is imported when it is used.
"""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from kg.errors import DataError, InputError

__all__ = ["GROUPS", "load", "names", "origin"]

GROUPS = ("kg.extractors", "kg.linkers", "kg.loaders", "kg.views")
"""Every entry-point group that the package reads."""


@cache
def _points(group: str) -> dict[str, EntryPoint]:
    """Return the entry points of a group by name; of two with one name the first in order of its value stays."""
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        found.setdefault(point.name, point)
    return found


def names(group: str) -> tuple[str, ...]:
    """Return the names registered in a group, sorted; nothing is imported."""
    return tuple(_points(group))


def origin(group: str, name: str) -> str:
    """Return `module:attribute` of a plug-in, as it was registered."""
    return _point(group, name).value


@cache
def load(group: str, name: str) -> object:
    """Import one plug-in and return it.

    Raises:
        InputError: the group has no plug-in of that name.
        DataError: the plug-in is registered but cannot be imported.
    """
    point = _point(group, name)
    try:
        loaded: object = point.load()
    except (ImportError, AttributeError) as error:
        raise DataError(
            f"{group}: plug-in {name!r} ({point.value}) cannot be imported: {error}. Reinstall the package that brings it."
        ) from error
    return loaded


def _point(group: str, name: str) -> EntryPoint:
    points = _points(group)
    if name not in points:
        raise InputError(f"{group}: no plug-in {name!r}. At hand: {', '.join(points) or 'none'}.")
    return points[name]
