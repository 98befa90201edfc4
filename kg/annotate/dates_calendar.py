"""Stretches of the calendar and their EDTF form; weeks and quarters, which EDTF level 1 lacks, become intervals."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace

from kg.model import When

__all__ = [
    "Granularity", "Moment", "day", "decade", "easter", "half", "holiday", "interval", "month", "quarter", "season",
    "shifted", "unit_of", "week", "weekdays", "when", "year",
]  # fmt: skip

Granularity = Literal["time", "day", "week", "month", "season", "quarter", "year", "decade", "interval"]
SEASONS = ("spring", "summer", "autumn", "winter")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Moment(msgspec.Struct, frozen=True):
    """A stretch of the calendar, from its first to its last day."""

    granularity: Granularity
    first: date
    last: date
    edtf: str
    modifier: str | None = None


def day(value: date) -> Moment:
    """Return one day."""
    return Moment("day", value, value, value.isoformat())


def interval(first: date, last: date, granularity: Granularity = "interval") -> Moment:
    """Return the days from first to last."""
    return Moment(granularity, first, last, f"{first.isoformat()}/{last.isoformat()}")


def week(value: date) -> Moment:
    """Return the week, Monday to Sunday, of a day."""
    monday = value - timedelta(days=value.weekday())
    return interval(monday, monday + timedelta(days=6), "week")


def month(year: int, number: int) -> Moment:
    """Return a month."""
    return Moment(
        "month", date(year, number, 1), date(year, number, monthrange(year, number)[1]), f"{year:04}-{number:02}"
    )


def _months(year: int, first: int, last: int, granularity: Granularity) -> Moment:
    start, end = month(year, first), month(year, last)
    return Moment(granularity, start.first, end.last, f"{start.edtf}/{end.edtf}")


def quarter(year: int, number: int) -> Moment:
    """Return a quarter, 1 to 4, of a year."""
    return _months(year, 3 * number - 2, 3 * number, "quarter")


def half(year: int, number: int) -> Moment:
    """Return a half-year, 1 or 2."""
    return _months(year, 6 * number - 5, 6 * number, "interval")


def season(year: int, number: int) -> Moment:
    """Return a season of the northern hemisphere, 0 (spring) to 3 (winter, from December of that year)."""
    start = date(year, 3 * number + 3, 1)
    following = date(year + (number == 3), (3 * number + 5) % 12 + 1, 1)
    return Moment("season", start, following - timedelta(days=1), f"{year:04}-{21 + number}")


def year(number: int) -> Moment:
    """Return a calendar year."""
    return Moment("year", date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def decade(number: int) -> Moment:
    """Return the decade that a year stands in."""
    start = number - number % 10
    return Moment("decade", date(start, 1, 1), date(start + 9, 12, 31), f"{start // 10:03}X")


def shifted(anchor: date, unit: str, steps: int) -> date:
    """Return the day `steps` units after the anchor; the 31st becomes the last day of a shorter month.

    Raises:
        OverflowError: the day is outside the calendar.
    """
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return anchor + timedelta(days=days * steps)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "season": 12, "decade": 120, "century": 1200}[unit]
    number = anchor.year * 12 + anchor.month - 1 + months * steps
    if not 12 <= number < MAXYEAR * 12:
        raise OverflowError
    year_, month_ = number // 12, number % 12 + 1
    return date(year_, month_, min(anchor.day, monthrange(year_, month_)[1]))


def unit_of(value: date, unit: str) -> Moment:
    """Return the day, week, weekend, month, quarter, half-year, year or decade that a day stands in."""
    match unit:
        case "day":
            return day(value)
        case "week" | "fortnight":
            return week(value)
        case "weekend":
            saturday = value + timedelta(days=5 - value.weekday())
            return interval(saturday, saturday + timedelta(days=1))
        case "month":
            return month(value.year, value.month)
        case "quarter":
            return quarter(value.year, (value.month + 2) // 3)
        case "half":
            return half(value.year, (value.month + 5) // 6)
        case "decade":
            return decade(value.year)
        case _:
            return year(value.year)


def weekdays(year_: int, month_: int, weekday: int) -> list[date]:
    """Return the days of a month that fall on a weekday (Monday is 0)."""
    first = date(year_, month_, 1)
    start = first + timedelta(days=(weekday - first.weekday()) % 7)
    return [found for step in range(5) if (found := start + timedelta(days=7 * step)).month == month_]


def easter(year_: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computation."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year_, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def holiday(specification: str, year_: int) -> date:
    """Return the day of a holiday in a year: "12-25", "easter-2" or "11 thu 4"."""
    if specification.startswith("easter"):
        return easter(year_) + timedelta(days=int(specification.removeprefix("easter") or 0))
    if " " in specification:
        number, name, order = specification.split()
        found = weekdays(year_, int(number), _WEEKDAYS.index(name))
        return found[int(order) - 1 if int(order) > 0 else int(order)]
    number, _, in_month = specification.partition("-")
    return date(year_, int(number), int(in_month))


_YEAR_PARTS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}
_MONTH_PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}


def edge(moment: Moment, modifier: str) -> Moment:
    """Return the start, middle or end of a moment; "MID" of a year is May to August, as MODEL.md has it."""
    if modifier == "APPROX":
        text = "/".join(f"{part}~" for part in moment.edtf.split("/")) if "X" not in moment.edtf else moment.edtf
        return replace(moment, edtf=text, modifier=modifier)
    if moment.granularity == "year":
        first, last = _YEAR_PARTS[modifier]
        text = f"{moment.edtf}-{first:02}~/{moment.edtf}-{last:02}~" if modifier == "MID" else moment.edtf
        start, end = month(moment.first.year, first).first, month(moment.first.year, last).last
        return replace(moment, first=start, last=end, edtf=text, modifier=modifier)
    if moment.granularity == "month":
        low, high = _MONTH_PARTS[modifier]
        return replace(
            moment,
            first=moment.first.replace(day=low),
            last=moment.last.replace(day=min(high, moment.last.day)),
            modifier=modifier,
        )
    third = ((moment.last - moment.first) / 3).days
    number = ("START", "MID", "END").index(modifier)
    first_day = moment.first + timedelta(days=number * (third + 1)) if number else moment.first
    last_day = moment.last if number == 2 else moment.first + timedelta(days=(number + 1) * (third + 1) - 1)
    return replace(moment, first=min(first_day, moment.last), last=min(last_day, moment.last), modifier=modifier)


def _bound(edtf: str, end: bool) -> str:
    """Return the first or last part of an interval, or the whole of a plain value."""
    return edtf.split("/")[-1 if end else 0]


def when(moment: Moment, relation: str | None = None) -> When:
    """Return the moment as a value, opened to one side where a relation ("SINCE", "ON_OR_BEFORE") says so."""
    match relation:
        case "SINCE" | "ON_OR_AFTER":
            return When(f"{_bound(moment.edtf, end=False)}/..", moment.first, None, relation)
        case "AFTER":
            return When(f"{_bound(moment.edtf, end=True)}/..", moment.first, None, relation)
        case "UNTIL" | "ON_OR_BEFORE" if moment.modifier != "MID" or "~" not in moment.edtf:
            return When(f"../{_bound(moment.edtf, end=True)}", None, moment.last, relation)
        case "BEFORE" if moment.modifier != "MID" or "~" not in moment.edtf:
            latest = moment.last if moment.modifier == "END" else moment.first - timedelta(days=1)
            return When(f"../{_bound(moment.edtf, end=False)}", None, latest, relation)
    return When(moment.edtf, moment.first, moment.last, moment.modifier)


def joined(first: Moment, last: Moment) -> Moment:
    """Return the interval from one moment to another."""
    text = f"{_bound(first.edtf, end=False)}/{_bound(last.edtf, end=True)}"
    return Moment("interval", first.first, last.last, text)


def years_around(anchor: date) -> Iterator[int]:
    """Yield the years in which an expression without a year may fall, latest first."""
    yield from (anchor.year + 1, anchor.year, anchor.year - 1)
