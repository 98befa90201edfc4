"""What a date without a year, or a weekday without a date, means: the slots of a form read against the article's date."""

import re
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from kg.annotate import dates_calendar as calendar
from kg.annotate.dates_calendar import Moment
from kg.annotate.dates_grammar import Grammar, Rule
from kg.annotate.dates_tokens import Tokens
from kg.lang.dates import DateRule, Kind

__all__ = [
    "FIGURES",
    "Context",
    "Match",
    "calendar_date",
    "choose",
    "days",
    "figure",
    "number",
    "recent",
    "replace_kind",
    "tense_of",
    "weekday",
    "year_of",
]

FIGURES = re.compile(r"\d+")
_DUE = {"due": 4, "overdue": 2}
"""How many times farther a deadline to come must be than the one just over for the latter to be meant."""
_WEEK = 7
_SOON = timedelta(days=31)
_LONG = timedelta(days=300)
_NEAR_FUTURE = timedelta(days=62)


class Match(msgspec.Struct, frozen=True):
    """A rule that fits the tokens `first` to `last` (excluded), with its slots as token positions."""

    rule: Rule
    tokens: Tokens
    slots: dict[str, tuple[int, int]]
    first: int
    last: int

    def code(self, slot: str) -> str | None:
        """Return the codes of a slot, or None where it is empty."""
        span = self.slots.get(slot)
        return self.tokens.codes[span[0] : span[1]].rstrip(".") if span else None

    def text(self, slot: str) -> str:
        """Return the text of a slot."""
        span = self.slots.get(slot)
        return self.tokens.words(*span) if span else ""


class Context(msgspec.Struct, frozen=True):
    """What a date without a year is counted from."""

    grammar: Grammar
    language: str
    anchor: date | None
    tense: str | None = None
    """past, future, near (whichever is nearer), due and overdue (to come, unless just over) or None where the clause does not tell."""
    previous: Moment | None = None
    """The date named last in the paragraph."""
    exact: bool = False
    """Whether offsets give a day, whatever their unit."""
    year: int | None = None
    """The year of a date that names none, where it is known."""


def recent(day: date, anchor: date) -> bool:
    """Tell whether a day lies in the week before the article."""
    return 0 <= (anchor - day).days < _WEEK


def replace_kind(match: Match, kind: Kind) -> Match:
    """Return the match, to be computed as another kind."""
    old = match.rule.data
    data = DateRule(id=old.id, form=old.form, kind=kind, shift=old.shift, tense=old.tense)
    return replace(match, rule=replace(match.rule, data=data))


def figure(text: str) -> int | None:
    """Return the first number in figures, or None."""
    found = FIGURES.search(text)
    return int(found.group()) if found else None


def number(match: Match, slot: str, context: Context) -> int | None:
    """Return the value of a number, day or ordinal slot, in figures or spelled out."""
    code, grammar = match.code(slot), context.grammar
    if code is None:
        return None
    text = match.text(slot)
    value = figure(text)
    if value is not None:
        return value
    for table in (grammar.counts, grammar.ordinals):
        if code in table:
            return table[code]
    from text_to_num import text2num

    try:
        return int(text2num(text.lower(), context.language))
    except ValueError:
        return None


def year_of(match: Match, context: Context, slot: str = "year") -> int | None:
    """Return the year that a slot names, or None."""
    if slot in match.slots:
        return int(match.text(slot))
    if "short_year" in match.slots:
        value = figure(match.text("short_year")) or 0
        limit = (context.anchor.year if context.anchor else 2030) % 100 + 5
        return 2000 + value if value <= limit else 1900 + value
    return context.year


def choose(candidates: list[Moment], context: Context, tense: str | None) -> Moment | None:
    """Return the candidate that the tense points at: past, the latest that has begun; future, the first not over.

    Where the tense is not known, a date soon to come is preferred to one long past.
    """
    anchor = context.anchor
    if anchor is None or not candidates:
        return None
    past = [one for one in candidates if one.first <= anchor]
    coming = [one for one in candidates if one.last >= anchor]
    latest = max(past, key=lambda one: one.first, default=None)
    soonest = min(coming, key=lambda one: one.first, default=None)
    if latest is None or soonest is None:
        return soonest or latest
    gap, age = soonest.first - anchor, anchor - latest.last
    # A date without a year that is days away is not meant to be a year away on the other side.
    if tense == "future":
        return latest if age <= _SOON and gap > _LONG else soonest
    if tense == "past":
        return soonest if gap <= _SOON and age > _LONG and soonest.granularity == "day" else latest
    if tense in _DUE:
        return latest if age * _DUE[tense] < gap else soonest
    if tense == "near":
        return soonest if gap < age else latest
    close = soonest.granularity == "day" or gap <= _NEAR_FUTURE
    return soonest if close and gap * 2 < age else latest


def tense_of(match: Match, context: Context) -> str | None:
    """Return the direction that the rule or else the clause gives."""
    return match.rule.data.tense or context.tense


def days(build: list[tuple[int, int, int]]) -> list[Moment]:
    """Return those of the days (year, month, day) that the calendar has."""
    found = []
    for year, month, day in build:
        try:
            found.append(calendar.day(date(year, month, day)))
        except ValueError:
            continue
    return found


def _of_year(match: Match, context: Context, months: int | None, day: int | None, season: str | None) -> list[Moment]:
    """Return what the slots say for each year that may be meant."""
    year, anchor = year_of(match, context), context.anchor
    if year is None and anchor is None:
        return []
    holiday = match.code("holiday")
    if year is not None:
        years = [year]
    elif match.rule.data.unit == "year" and anchor:
        years = [anchor.year + (match.rule.data.shift or 0)]
    else:
        assert anchor
        years = list(calendar.years_around(anchor))
    if holiday:
        specification = context.grammar.holidays[holiday]
        return [calendar.day(calendar.holiday(specification, one)) for one in years]
    if season:
        return [calendar.season(one, calendar.SEASONS.index(season)) for one in years]
    if months is None:
        return [calendar.year(one) for one in years]
    if day is None:
        return [calendar.month(one, months + 1) for one in years]
    if months == 1 and day == 29 and year is None:
        years = [one for base in years for one in (base, base - 2, base + 2)]
    return days([(one, months + 1, day) for one in dict.fromkeys(years)])


def _is_number(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a spelled number of the language ("sept", seven in French)."""
    return word.lower() in grammar.words.number_words


def calendar_date(match: Match, context: Context) -> Moment | None:
    """Return the day, month, season or year of the slots; what is missing comes from anchor and tense."""
    grammar, data = context.grammar, match.rule.data
    month_code = match.code("month")
    month = grammar.months[month_code] if month_code else None
    season_code = match.code("season")
    season = grammar.seasons[season_code] if season_code else None
    day = number(match, "day", context)
    if "day" in match.slots and (day is None or not 1 <= day <= 31):
        return None
    if (
        day is not None
        and month_code
        and figure(match.text("day")) is None
        and _is_number(match.text("month"), grammar)
    ):
        return None  # "les Vingt-Sept" are the states of the European Union, no day of September
    if day is not None and month is None:
        return _day_of(match, context, day)
    candidates = _of_year(match, context, month, day, season)
    if not candidates or len(candidates) == 1:
        return candidates[0] if candidates else None
    anchor, shift = context.anchor, data.shift
    assert anchor
    if shift == -1:
        return max((one for one in candidates if one.last < anchor), key=lambda one: one.first, default=None)
    if shift == 1:
        return min((one for one in candidates if one.first > anchor), key=lambda one: one.first, default=None)
    if shift == 0:
        return next((one for one in candidates if one.first.year == anchor.year), None)
    named = match.code("weekday")
    if named and day is not None:
        fitting = [one for one in candidates if one.first.weekday() == grammar.weekdays[named]]
        return choose(fitting or candidates, context, None if len(fitting) == 1 else tense_of(match, context))
    return choose(candidates, context, tense_of(match, context))


def _day_of(match: Match, context: Context, day: int) -> Moment | None:
    """Return the day of a month that the text leaves out ("Thursday the 21st") or shifts ("the 20th of next month")."""
    anchor, shift = context.anchor, match.rule.data.shift
    if anchor is None:
        return None
    steps = (shift,) if shift is not None else range(-12, 13) if match.code("weekday") else (-1, 0, 1)
    near = [calendar.shifted(anchor, "month", step) for step in steps]
    candidates = days([(one.year, one.month, day) for one in near])
    named = match.code("weekday")
    if named:
        name = context.grammar.weekdays[named]
        fitting = [one for one in candidates if one.first.weekday() == name]
        nearest = min(fitting, key=lambda one: abs(one.first - anchor), default=None)
        return nearest or weekday(match, context)
    return choose(candidates, context, tense_of(match, context))


def weekday(match: Match, context: Context, slot: str = "weekday") -> Moment | None:
    """Return the day that a weekday names, seen from the anchor."""
    anchor, data = context.anchor, match.rule.data
    code = match.code(slot)
    if anchor is None or code is None:
        return None
    name = context.grammar.weekdays[code]
    if data.unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * (data.shift or 0))
        return calendar.day(monday + timedelta(days=name))
    if data.shift == -1:
        return calendar.day(anchor - timedelta(days=(anchor.weekday() - name - 1) % 7 + 1))
    if data.shift == 1:
        return calendar.day(anchor + timedelta(days=(name - anchor.weekday() - 1) % 7 + 1))
    before = (anchor.weekday() - name) % 7
    after = (name - anchor.weekday()) % 7
    tense = tense_of(match, context)
    forward = (
        tense in ("future", "due")  # "by Tuesday" looks ahead, unless its clause is over
        or (tense in ("near", "overdue") and after <= before)
        or (tense is None and (after <= 1 or (data.shift == 0 and after <= before + 2)))
    )
    return calendar.day(anchor + timedelta(days=after if forward else -before))
