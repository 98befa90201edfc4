"""What is put off to another day: the day for which it was planned, and the one to which it was put off."""

from collections.abc import Iterable

from msgspec.structs import replace

from kg.events.candidate import Details
from kg.events.status import Reality
from kg.events.story import Event, Telling
from kg.events.times import a_day
from kg.model import When

__all__ = ["another_day", "new_day", "planned_before"]


def new_day(when: When) -> When:
    """Return the day until which something is put off as the day on which it is to be ("put off [until 25 September]")."""
    if when.modifier != "UNTIL" or when.earliest is not None or when.latest is None:
        return when
    day = when.latest.isoformat()
    return When(day, when.latest, when.latest) if when.edtf == f"../{day}" else when


def another_day(out: Details, when: When) -> bool:
    """Enter the second of two days of something put off: the later one is the new day.  Tell whether it was entered."""
    known = out.when
    if known is None or out.was_due is not None or not (a_day(known) and a_day(when)):
        return False
    if known.earliest is None or when.earliest is None or known.earliest == when.earliest:
        return False
    out.was_due, out.when = (known, when) if known.earliest < when.earliest else (when, known)
    return True


def planned_before(telling: Telling, events: Iterable[Event]) -> None:
    """Tell events that were put off as planned, too, where the sentence gives the day for which they were."""
    candidate = telling.candidate
    plan = replace(candidate, reality=Reality("planned"), rule=f"{candidate.rule}/due")
    details = Details()
    details.when, details.place = telling.details.was_due, telling.details.place
    for event in events:
        event.tellings.append((replace(telling, candidate=plan, details=details), dict(event.participants)))
