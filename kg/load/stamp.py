"""Times of publication as files and header lines write them; a time is aware where a zone is stated, else naive."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache

from kg import lang
from kg.load.cues import phrases

__all__ = ["Stamp", "find", "in_address", "parse"]

_ISO = re.compile(
    r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"(?:[T ]\s?(?P<H>\d{2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d+)?)?\s?(?P<z>Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_CLOCK = (
    r"\d{1,2}(?:\s?[:hH]\s?\d{2}(?!\d)(?::\d{2})?|\.\d{2}(?=\s?(?:[ap]\.?m|GMT|UTC|[BCE]S?T\b))|\s?[hH](?![a-z])|(?=\s?[ap]\.?m))"
    r"(?:\s?[ap]\.?m\b\.?)?"
)
_YEAR = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d")
"""What every full date holds."""
_YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time found in a line."""

    start: int
    end: int
    when: datetime
    clock: bool
    """True where a time of day is given."""


def parse(value: str | float | None, codes: tuple[str, ...] = ()) -> datetime | None:
    """Return the time that a metadata value gives: ISO 8601, RFC 822, seconds since 1970, or words of the languages.

    What cannot be read, and what reads two ways, is None.
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _epoch(float(value))
    text = value.strip()[:200]
    if match := _ISO.match(text):
        return _iso(match)
    if re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", text):
        return _epoch(float(text))
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?", text):
        year, month, day, hour, minute, second, zone = match.groups()
        return _build((year, month, day), (hour or 0, minute or 0, second or 0), _offset(zone))
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for code in codes:
        for stamp in find(text, code):
            return stamp.when
    return None


def find(line: str, code: str) -> Iterator[Stamp]:
    """Yield the full dates of a line, each with its time of day where one stands beside it."""
    if not _YEAR.search(line):
        return
    pattern = _patterns(code)
    for match in pattern.finditer(line):
        stamp = _stamp(match, code)
        if stamp is not None:
            yield stamp


def in_address(url: str | None) -> datetime | None:
    """Return the day that the path of an address holds: /2020/11/21/, /2020-11-21/ or /20201121-."""
    match = re.search(r"/((?:19|20)\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-]|$)", url or "")
    return _build((match[1], match[3], match[4]), (0, 0, 0), None) if match else None


def _stamp(match: re.Match[str], code: str) -> Stamp | None:
    part = match.groupdict()
    zone = _zone(part["zone"] or part["zone0"], code)
    clock = part["clock"] or part["before"]
    hour, minute, second = _clock(clock)
    if part["iso"]:
        iso = _ISO.fullmatch(part["iso"])
        when = _iso(iso) if iso else None
        if when is not None and clock and "T" not in part["iso"]:
            when = _build((when.year, when.month, when.day), (hour, minute, second), zone)
        clock = clock or (part["iso"] if ":" in part["iso"] else None)
    elif part["numeric"]:
        when = _numeric(part["numeric"], code, (hour, minute, second), zone)
    else:
        months = lang.load(code).segments.months
        name = (part["month1"] or part["month2"]).lower()
        year, day = (part["year1"], part["day1"]) if part["month1"] else (part["year2"], part["day2"])
        when = _build((year, months[name], day), (hour, minute, second), zone)
    return None if when is None else Stamp(match.start(), match.end(), when, bool(clock))


def _numeric(text: str, code: str, clock: tuple[int, int, int], zone: timezone | None) -> datetime | None:
    first, second, last = (int(number) for number in re.split(r"[/.-]", text))
    if first > 31:
        return _build((first, second, last), clock, zone)
    year = last + 2000 if last < 100 else last
    order = lang.load(code).segments.numeric_dates
    if first > 12 or order == "day first" or first == second:
        return _build((year, second, first), clock, zone)
    if second > 12 or order == "month first":
        return _build((year, first, second), clock, zone)
    return None


@cache
def _patterns(code: str) -> re.Pattern[str]:
    words = lang.load(code).segments
    month = "|".join(sorted(map(re.escape, words.months), key=len, reverse=True))
    weekday = phrases(words.weekdays)
    zone = "|".join(sorted(map(re.escape, words.zones), key=len, reverse=True))
    between = rf"[\s,|•·–-]*(?:{phrases(words.at)}[\s,]*)?"
    return re.compile(
        rf"(?:(?P<before>(?<!\d){_CLOCK})\s*(?P<zone0>{zone})?{between})?"
        rf"(?:{weekday}\.?,?\s+(?:{phrases(words.at)}\s+)?)?"
        r"(?:(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d))"
        r"|(?P<numeric>(?<![\d/.-])(?:\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})|\d{4}(?P<cut>[/.])\d{1,2}(?P=cut)\d{1,2})(?![\d/]))"
        rf"|(?<![\d.])(?P<day1>\d{{1,2}})(?:er|st|nd|rd|th|\.)?\s+(?:{phrases(words.at)}\s+)?(?P<month1>{month})\.?,?\s+(?:{phrases(words.at)}\s+)?(?P<year1>\d{{4}})(?:(?!\d)|(?=\d{{1,2}}:\d\d))"
        rf"|(?<!\w)(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})(?:(?!\d)|(?=\d{{1,2}}:\d\d)))"
        rf"(?:{between}(?P<clock>{_CLOCK}))?(?:\s*\(?(?P<zone>(?:{zone}|UTC|GMT)(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?|[+-]\d{{2}}:?\d{{2}})\)?(?!\w))?",
        re.IGNORECASE,
    )


def _clock(text: str | None) -> tuple[int, int, int]:
    match = (
        re.match(r"(\d{1,2})(?:\s?[:h.]\s?(\d{2})(?::(\d{2}))?)?[\sh]*([ap]\.?m)?", text, re.IGNORECASE)
        if text
        else None
    )
    if not match:
        return 0, 0, 0
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4][0].lower() == "p" else 0)
    return hour, int(match[2] or 0), int(match[3] or 0)


def _zone(text: str | None, code: str) -> timezone | None:
    if not text:
        return None
    match = re.fullmatch(r"(.*?)\s?([+-]\d{1,2}(?::?\d{2})?)?", text, re.DOTALL)
    if match and match[2]:
        return _offset(match[2])
    for name, minutes in lang.load(code).segments.zones.items():
        if name.lower() == text.lower():
            return timezone(timedelta(minutes=minutes))
    return None


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    if hours > 14 or minutes > 59:
        return None
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _iso(match: re.Match[str]) -> datetime | None:
    part = match.groupdict()
    return _build(
        (part["y"], part["m"], part["d"]), (part["H"] or 0, part["M"] or 0, part["S"] or 0), _offset(part["z"])
    )


def _epoch(seconds: float) -> datetime | None:
    if seconds > 1e11:
        seconds /= 1000
    return datetime.fromtimestamp(int(seconds), UTC) if 0 < seconds < 1e10 else None


def _build(day: Sequence[str | int], clock: Sequence[str | int], zone: timezone | None) -> datetime | None:
    """Return the time of a day (year, month, day), or None where there is no such day; an impossible clock is midnight."""
    year, month, date = map(int, day)
    if year not in _YEARS:
        return None
    try:
        when = datetime(year, month, date, tzinfo=zone)
    except ValueError:
        return None
    hour, minute, second = map(int, clock)
    return when.replace(hour=hour, minute=minute, second=second) if hour < 24 and minute < 60 and second < 60 else when
