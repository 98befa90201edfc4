"""When an occurrence is placed on the time line: its own time, else its deadline, else when it was reported."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from kg.view.values import Doc, Occurrence, Span

__all__ = ["Bounds", "bounds", "overlaps"]


class Bounds(NamedTuple):
    """First and last ISO day, empty where open, and what they are the days of."""

    since: str = ""
    until: str = ""
    dated: Literal["event", "deadline", "reported", ""] = ""


def bounds(it: Occurrence, docs: Mapping[str, Doc]) -> Bounds:
    """Return when an occurrence is placed on the time line; of times that disagree, all that they cover."""
    known = [span for span in it.when if span.earliest or span.latest]
    if known:
        return Bounds(*_cover(known), "event")
    due = [span for span in it.deadlines if span.earliest or span.latest]
    if due:  # "by 15 January" is placed at 15 January, not at all the days before it
        return Bounds(
            *_cover([Span(span.earliest or span.latest, span.latest or span.earliest) for span in due]), "deadline"
        )
    days = sorted(
        docs[proof.article].date for proof in it.evidence if proof.article in docs and docs[proof.article].date
    )
    return Bounds(days[0], days[-1], "reported") if days else Bounds()


def _cover(spans: list[Span]) -> tuple[str, str]:
    first = "" if any(not span.earliest for span in spans) else min(span.earliest for span in spans)
    last = "" if any(not span.latest for span in spans) else max(span.latest for span in spans)
    return first, last


def overlaps(when: Bounds, since: date | None, until: date | None) -> bool:
    """Tell whether anything of it lies between two days; what has no time is outside of any range."""
    if since is None and until is None:
        return True
    if not when.dated:
        return False
    starts_late = until is not None and when.since > until.isoformat()
    ended_early = since is not None and bool(when.until) and when.until < since.isoformat()
    return not starts_late and not ended_early
