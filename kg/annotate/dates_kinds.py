"""Turns a matched form into a stretch of the calendar, counted from the article's date and the tense of the clause.

Kinds of rules, and the slots that they read:

    calendar      day, month, year, season, weekday, in any choice; what is missing comes from tense and anchor
    weekday       weekday; shift -1 and 1 are the last before and the first after the anchor; with unit, of that week
    days          shift: so many days from the anchor
    shift         unit: the last, this or next one
    offset        number, unit: so many before or after the anchor
    open          number, unit: counted from an event; has no value
    anaphor       shift: so many days from the day named last; number, unit: so many of them; weekday or month: the next
                  or last such; with unit and shift 0, that very day, however long ago
    numeric       numeric, day_month, month_year, or year and number: dates in figures
    nth           ordinal, weekday, month, year: the first Friday of July
    ordinal_week  ordinal or number, year or shift: week 23
    week_of       day, month: the week of that day
    range         day, day2, month, year, or year, year2 (two), or month, month2, year, or weekday, weekday2
    list          day, day2, month, year: two dates
    decade        decade, year or short_decade
    quarter, half ordinal, year
    within        as offset; a deadline
    same_year     month, day: in the year of the date named last; day alone: of its month
    fixed         value
    night         that to the article's day
"""

from datetime import date, timedelta

from msgspec.structs import replace

from kg.annotate import dates_calendar as calendar
from kg.annotate.dates_calendar import Moment
from kg.annotate.dates_resolve import (
    FIGURES,
    Context,
    Match,
    calendar_date,
    choose,
    days,
    figure,
    number,
    recent,
    tense_of,
    weekday,
    year_of,
)

__all__ = ["resolve"]


def _shift(match: Match, context: Context) -> Moment | None:
    anchor, data = context.anchor, match.rule.data
    code = match.code("unit")
    unit = context.grammar.units[code] if code else data.unit
    if anchor is None or unit is None:
        return None
    steps = data.shift or 0
    if unit == "weekend" and steps == 0 and anchor.weekday() < 5:
        steps = -(tense_of(match, context) == "past" or (tense_of(match, context) is None and anchor.weekday() < 2))
    whole = calendar.unit_of(calendar.shifted(anchor, unit, steps), unit)
    if data.part == "before" and whole.first < anchor:
        return _part(whole, whole.first, anchor - timedelta(days=unit == "week"))
    if data.part == "after" and whole.last > anchor:
        return _part(whole, anchor, whole.last)
    return whole


def _part(whole: Moment, first: date, last: date) -> Moment:
    if whole.granularity == "week":
        return calendar.interval(first, last, "week")
    return Moment(whole.granularity, first, last, whole.edtf, whole.modifier)


def _offset(match: Match, context: Context) -> Moment | None:
    anchor, data = context.anchor, match.rule.data
    code = match.code("unit")
    unit = context.grammar.units[code] if code else data.unit
    count = number(match, "number", context) if "number" in match.slots else 1
    if anchor is None or unit is None or count is None:
        return None
    moment = calendar.unit_of(
        calendar.shifted(anchor, unit, count * (data.shift or 1)), "day" if context.exact else _precision(unit)
    )
    vague = data.approximate or unit in ("decade", "century") or match.code("number") in context.grammar.vague
    return calendar.edge(moment, "APPROX") if vague else moment


def _precision(unit: str) -> str:
    return {"decade": "year", "century": "year", "quarter": "month", "half": "month", "weekend": "week"}.get(unit, unit)


_FINENESS = ("day", "week", "month", "year")


def _anaphor(match: Match, context: Context) -> Moment | None:
    """Return what is counted from the day named last: the next Monday, June or week, or so many days."""
    previous, data, slots = context.previous, match.rule.data, match.slots
    unit_steps = context.grammar.units[match.code("unit") or ""] if "unit" in slots else "day"
    unit, shift = _precision(unit_steps), data.shift or 0
    if (
        previous is None
        and context.anchor
        and shift
        and "number" not in slots
        and (unit != "day" or "weekday" in slots)
    ):
        previous = calendar.day(context.anchor)  # "the previous week", where no day was named
    if previous is None and data.or_today and context.anchor and context.tense != "future":
        previous = calendar.day(context.anchor)
    count = number(match, "number", context) if "number" in slots else 1
    if previous is None or count is None or previous.granularity not in _FINENESS or unit not in _FINENESS:
        return None
    if "month" in slots:
        return calendar_date(match, replace(context, anchor=previous.first))
    if _FINENESS.index(unit) < _FINENESS.index(previous.granularity):
        return None
    if "weekday" in slots:
        return weekday(match, replace(context, anchor=previous.first))
    named = "unit" in slots or data.unit is not None
    if not shift and not named and not (context.anchor and recent(previous.first, context.anchor)):
        return None  # "in the morning" of a day long gone: which one is not sure
    return calendar.unit_of(calendar.shifted(previous.first, unit_steps, count * shift), unit)


def _numeric(match: Match, context: Context) -> Moment | None:
    slot = next((slot for slot in ("numeric", "day_month", "month_year") if slot in match.slots), None)
    text = match.text(slot) if slot else f"{match.text('year')}-{match.text('number')}"
    figures = [int(figure) for figure in FIGURES.findall(text)]
    lengths = [len(figure) for figure in FIGURES.findall(text)]
    if slot in ("month_year", None):
        year, month = figures if lengths[0] == 4 else figures[::-1]
        if "-" in text and month > year % 100:
            return calendar.joined(calendar.year(year), calendar.year(year - year % 100 + month))
        return calendar.month(year, month) if 1 <= month <= 12 and year >= 1000 else None
    if lengths[0] == 4:
        return next(iter(days([(figures[0], figures[1], figures[2])])), None)
    day_first = context.grammar.words.numeric_order == "dmy" or "." in text
    day, month = figures[:2] if day_first else figures[1::-1]
    if month > 12:
        day, month = month, day
    if len(figures) == 3:
        year = figures[2]
        if lengths[2] == 2:
            year += 2000 if year <= (context.anchor.year if context.anchor else 2030) % 100 + 15 else 1900
        return next(iter(days([(year, month, day)])), None)
    years = list(calendar.years_around(context.anchor)) if context.anchor else []
    return choose(days([(one, month, day) for one in years]), context, tense_of(match, context))


def _nth(match: Match, context: Context) -> Moment | None:
    order, weekday = number(match, "ordinal", context), match.code("weekday")
    month_code = match.code("month")
    if order is None or weekday is None or context.anchor is None:
        return None
    name = context.grammar.weekdays[weekday]
    if month_code:
        year = year_of(match, context)
        years = [year] if year else list(calendar.years_around(context.anchor))
        months = [(one, context.grammar.months[month_code] + 1) for one in years]
    else:
        target = calendar.shifted(context.anchor, "month", match.rule.data.shift or 0)
        months = [(target.year, target.month)]
    candidates = []
    for one in months:
        found = calendar.weekdays(*one, name)
        if order <= len(found):
            candidates.append(calendar.day(found[order - 1 if order > 0 else order]))
    return candidates[0] if len(candidates) == 1 else choose(candidates, context, tense_of(match, context))


def _ordinal_week(match: Match, context: Context) -> Moment | None:
    slot = "ordinal" if "ordinal" in match.slots else "number"
    order, year = number(match, slot, context), year_of(match, context)
    if year is None and context.anchor:
        year = context.anchor.year + (match.rule.data.shift or 0)
    if order is None or year is None:
        return None
    if order == -1:
        order = date(year, 12, 28).isocalendar().week
    try:
        return calendar.week(date.fromisocalendar(year, order, 1))
    except ValueError:
        return None


def _week_of(match: Match, context: Context) -> Moment | None:
    found = calendar_date(match, context)
    return calendar.week(found.first) if found and found.granularity == "day" else None


def _range(match: Match, context: Context) -> Moment | None:
    """Return the stretch between two halves of one form; the first half takes what it lacks from the second."""
    slots = match.slots
    if "year2" in slots or "two" in slots:
        first = int(match.text("year"))
        last = int(match.text("year2")) if "year2" in slots else first - first % 100 + int(match.text("two"))
        return calendar.joined(calendar.year(first), calendar.year(last)) if first < last < first + 200 else None
    if "weekday2" in slots:
        start = weekday(match, context)
        code = match.code("weekday2")
        if start is None or code is None:
            return None
        gap = (context.grammar.weekdays[code] - start.first.weekday()) % 7
        return calendar.interval(start.first, start.first + timedelta(days=gap))
    second = {
        name.rstrip("2"): span
        for name, span in slots.items()
        if name != name.rstrip("2") or name not in ("day", "month")
    }
    first_slots = {name: span for name, span in slots.items() if not name.endswith("2")}
    last_moment = calendar_date(
        Match(match.rule, match.tokens, {**first_slots, **second}, match.first, match.last), context
    )
    if last_moment is None:
        return None
    start_day = number(match, "day", context)
    month_code = match.code("month")
    month = context.grammar.months[month_code] + 1 if month_code else last_moment.first.month
    year = last_moment.first.year - (month > last_moment.first.month)
    if start_day is None:
        return calendar.joined(calendar.month(year, month), last_moment)
    start_moment = next(iter(days([(year, month, start_day)])), None)
    if start_moment is None or start_moment.first > last_moment.first:
        return None
    return calendar.joined(start_moment, last_moment)


def _same_year(match: Match, context: Context) -> Moment | None:
    if context.previous is None:
        return None
    day = number(match, "day", context)
    if "month" not in match.slots:
        before = context.previous.first
        return calendar.year(before.year) if day is None else calendar.day(before.replace(day=day))
    return calendar_date(match, replace(context, year=context.previous.first.year))


def _fixed(match: Match, _context: Context) -> Moment | None:
    parts = [int(part) for part in (match.rule.data.value or "").split("-")]
    if len(parts) == 3:
        return calendar.day(date(parts[0], parts[1], parts[2]))
    return calendar.month(parts[0], parts[1]) if len(parts) == 2 else calendar.year(parts[0])


def _days(match: Match, context: Context) -> Moment | None:
    return calendar.day(context.anchor + timedelta(days=match.rule.data.shift or 0)) if context.anchor else None


def _night(_match: Match, context: Context) -> Moment | None:
    """Return the night that ends on the article's day, unless it is one to come or a day told before makes it another."""
    if context.anchor is None or context.tense in ("future", "due"):
        return None
    eve = context.anchor - timedelta(days=1)
    other = context.previous is not None and context.previous.last < eve
    return None if other else calendar.joined(calendar.day(eve), calendar.day(context.anchor))


def _part_of_year(match: Match, context: Context) -> Moment | None:
    order, year = number(match, "ordinal" if "ordinal" in match.slots else "number", context), year_of(match, context)
    quarters = match.rule.data.kind == "quarter"
    count, build = (4, calendar.quarter) if quarters else (2, calendar.half)
    if order is None:
        return None
    order = count if order == -1 else order
    if not 1 <= order <= count or (year is None and context.anchor is None):
        return None
    if year is not None:
        return build(year, order)
    assert context.anchor
    if match.rule.data.shift is not None:
        return build(context.anchor.year + match.rule.data.shift, order)
    return choose(
        [build(one, order) for one in calendar.years_around(context.anchor)], context, tense_of(match, context)
    )


def _decade(match: Match, context: Context) -> Moment | None:
    slot = next((name for name in ("decade", "year", "short_decade") if name in match.slots), None)
    value = (figure(match.text(slot)) if slot else number(match, "number", context)) or 1
    if value < 100:
        if value < 30:
            return None
        value += 1900
    return calendar.decade(value) if value % 10 == 0 else None


_KINDS = {
    "calendar": calendar_date, "weekday": weekday, "days": _days, "shift": _shift, "offset": _offset, "anaphor": _anaphor,
    "numeric": _numeric, "nth": _nth, "ordinal_week": _ordinal_week, "week_of": _week_of, "range": _range,
    "fixed": _fixed, "decade": _decade, "quarter": _part_of_year, "half": _part_of_year, "within": _offset,
    "same_year": _same_year, "night": _night,
}  # fmt: skip


def resolve(match: Match, context: Context) -> Moment | None:
    """Return the stretch of the calendar that a match means, or None where it cannot be told."""
    try:
        return _KINDS[match.rule.data.kind](match, context)
    except (OverflowError, ValueError):  # a day that no calendar has: the 31st of February, 3000 years ago
        return None
