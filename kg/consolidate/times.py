"""How two times stand to each other, by their bounds."""

from datetime import date
from typing import Literal

from kg.consolidate.told import Span

__all__ = ["Relation", "months", "precision", "relate", "relate_deadlines", "sharpest", "sharpest_deadlines"]

Relation = Literal["exact", "near", "within", "vague", "unknown", "apart"]
"""exact: one day, or one beginning; near: overlapping stretches of a week at most; within: a stretch of a season
at most holds the other; vague: they overlap, at least one is longer; unknown: one is missing; apart: disjoint."""

_WEEK, _SEASON = 7, 93


def precision(span: Span | None) -> int:
    """Return how many days a time may be; a large number where a bound is open or missing."""
    if span is None or span.earliest is None or span.latest is None:
        return 100_000
    return (span.latest - span.earliest).days + 1


def relate(one: Span | None, other: Span | None) -> Relation:
    """Return how two times stand to each other."""
    if one is None or other is None:
        return "unknown"
    if (one.earliest or date.min) > (other.latest or date.max) or (other.earliest or date.min) > (
        one.latest or date.max
    ):
        return "apart"
    short, long = sorted((precision(one), precision(other)))
    if long == 1 or (one.earliest == other.earliest and one.latest == other.latest and long <= _WEEK):
        return "exact"
    if (
        one.earliest is not None
        and one.earliest == other.earliest
        and (short == 1 or one.latest == other.latest)
        and long > 10_000
    ):
        return "exact"  # both begin on that day: "since 12 September"
    if long <= _WEEK:
        return "near"
    return "within" if long <= _SEASON else "vague"


def relate_deadlines(one: Span | None, other: Span | None) -> Relation:
    """Return how two deadlines stand to each other: what counts is the last day, or the stretch it may fall in."""
    if one is None or other is None or one.latest is None or other.latest is None:
        return "unknown"
    if one.latest == other.latest:
        return "exact"
    windows = [span for span in (one, other) if span.earliest is not None and precision(span) > 1]
    if len(windows) == 2:
        return relate(one, other)
    for window, point in ((one, other), (other, one)):
        if window in windows and window.earliest is not None and window.latest is not None and point.latest is not None:
            return "within" if window.earliest <= point.latest <= window.latest else "apart"
    return "apart"


def months(span: Span | None) -> tuple[str, ...]:
    """Return the months that a time touches, none where it is longer than a season or open at its beginning."""
    if span is None or span.earliest is None:
        return ()
    last = span.latest if span.latest is not None and precision(span) <= _SEASON else None
    if span.latest is not None and last is None:
        return ()
    found = [f"{span.earliest:%Y-%m}"]
    year, month = span.earliest.year, span.earliest.month
    while last is not None and (year, month) < (last.year, last.month):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        found.append(f"{year:04}-{month:02}")
    return tuple(found)


def sharpest(spans: list[Span]) -> list[Span]:
    """Return the most precise of the times that agree; one for each group of times that exclude each other."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (precision(span), span)):
        if all(relate(span, other) == "apart" for other in kept):
            kept.append(span)
    return kept


def sharpest_deadlines(spans: list[Span]) -> list[Span]:
    """Return the most precise of the deadlines that agree; one for each group that exclude each other."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (_window(span), span)):
        if all(relate_deadlines(span, other) == "apart" for other in kept):
            kept.append(span)
    return kept


def _window(span: Span) -> int:
    """Return in how many days a deadline may fall: one for "by 15 January"."""
    return 1 if span.earliest is None and span.latest is not None else precision(span)
