"""Times of events: whether two can be one, and which of them says more."""

from kg.model import When

__all__ = ["compatible", "narrower"]


def compatible(one: When | None, other: When | None) -> bool:
    """Tell whether two times can be one: either unknown, or one within the other, or overlapping."""
    if one is None or other is None or one.edtf == other.edtf:
        return True
    low = max((w.earliest for w in (one, other) if w.earliest), default=None)
    high = min((w.latest for w in (one, other) if w.latest), default=None)
    return low is None or high is None or low <= high


def narrower(one: When | None, other: When | None) -> When | None:
    """Return the more precise of two compatible times."""
    if one is None or other is None:
        return one or other
    return other if _width(other) < _width(one) else one


def _width(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days
