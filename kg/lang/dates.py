"""`[dates]` of a language file: the words of time and the forms in which they stand together.

Forms are written in a small notation, the same in rules and word lists:

    word            that word, whatever its case; hyphens and apostrophes between letters count as spaces
    {slot}          month, plain_month, weekday, plain_weekday, day, ordinal_day, figure_day, bare_day,
                    ordinal_figure_day, number, ordinal, year, short_year, unit, season, holiday, part,
                    numeric, day_month, month_year, decade, short_decade, two, or a list of `[dates.words]`;
                    `{day:2}` is a second one of its kind;
                    a list whose name ends in _unit, _month or _weekday fills that slot
    [x]             x or nothing
    (x|y z)         one of these
"""

from typing import Literal

import msgspec

__all__ = ["DateRange", "DateRule", "Dates", "Tense"]

Kind = Literal[
    "calendar", "weekday", "days", "shift", "offset", "open", "anaphor", "numeric", "nth", "ordinal_week", "week_of",
    "range", "list", "decade", "quarter", "half", "within", "same_year", "fixed", "night",
]  # fmt: skip
Unit = Literal["day", "week", "weekend", "fortnight", "month", "quarter", "half", "season", "year", "decade", "century"]
Modifier = Literal["START", "MID", "END", "APPROX", "SINCE", "UNTIL", "BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER"]


class DateRule(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """One form of a time expression.  Of the rules that fit at a word, the one that covers most words wins."""

    id: str
    form: str
    kind: Kind
    """How its slots are computed; the kinds are described in kg/annotate/dates_kinds.py."""
    shift: int | None = None
    """last = -1, this = 0, next = 1; the sign of an offset; the days from the article's date."""
    unit: Unit | None = None
    """The unit, where the form has no slot for it."""
    part: Literal["before", "after"] | None = None
    """Only the part of the unit before or after the article's date ("earlier this week")."""
    value: str | None = None
    """The EDTF value of a fixed expression."""
    after: tuple[str, ...] = ()
    """Lists of `[dates.words]`, one of which must stand before."""
    unless_after: tuple[str, ...] = ()
    """Forms that must not stand before."""
    unless_before: tuple[str, ...] = ()
    """Forms that must not follow."""
    only_before: tuple[str, ...] = ()
    """Forms, one of which must follow unless the sentence ends there."""
    unless_near: tuple[str, ...] = ()
    """Words that must not stand among the seven before ("the first visit in ten years")."""
    needs_date: bool = False
    """Counts only before a date ("3 days from | January 12")."""
    needs_edge: bool = False
    """Counts only after one of `[dates.edges]` ("fin du | mois")."""
    tense: Literal["past", "future"] | None = None
    """The direction in which the expression always looks."""
    not_past: bool = False
    """Counts only where the clause is not in the past ("in two weeks")."""
    approximate: bool = False
    or_today: bool = False
    """Counts from the article's day where none was named before ("in the afternoon"), unless the clause looks ahead."""


class DateRange(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Words that join two dates into one interval ("du … au …"); without `open` the joining word is enough."""

    link: tuple[str, ...]
    open: tuple[str, ...] = ()


class Tense(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Cues of the tense of a clause; suffixes apply to words of more than four letters."""

    future: tuple[str, ...]
    past: tuple[str, ...]
    near: tuple[str, ...] = ()
    """Cues of what was or is planned: the nearer date is meant ("devait", "was due")."""
    back: tuple[str, ...] = ()
    """Words between two dates that lead back behind the first ("pulled out in December 2023 [after] X demanded it in July")."""
    near_before: tuple[str, ...] = ()
    """Forms, in the notation above, that say so when they stand right before a date ("pour le")."""
    infinitive: tuple[str, ...] = ()
    """Words that say so before a verb ("to")."""
    infinitive_not: tuple[str, ...] = ()
    """Words that are no verb after these ("the")."""
    future_suffixes: tuple[str, ...] = ()
    past_suffixes: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    """Words that the suffixes would take for verbs."""
    neutral: tuple[str, ...] = ()
    """Phrases in which words of the lists above are no cues ("il y a"); `[dates.tense]` cuts phrases at spaces and hyphens."""
    passive: tuple[str, ...] = ()
    """Infinitives after which a participle is no cue of the past ("be", "être")."""
    breaks: tuple[str, ...] = ()
    """Words that open another clause."""


class Dates(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """All words of time of one language."""

    months: tuple[tuple[str, ...], ...]
    """Twelve lists of names and abbreviations, without full stops."""
    weekdays: tuple[tuple[str, ...], ...]
    """Seven lists, Monday first."""
    units: dict[Unit, tuple[str, ...]]
    seasons: dict[Literal["spring", "summer", "autumn", "winter"], tuple[str, ...]]
    parts: tuple[str, ...]
    """Parts of the day, as they follow a date ("soir", "dans la nuit")."""
    number_words: tuple[str, ...]
    """Every word that spelled numbers are made of; text2num computes them."""
    tense: Tense
    rules: tuple[DateRule, ...]
    number_joiners: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    """Other expressions of a number ("a couple of")."""
    vague_counts: dict[str, int] = {}
    """Such expressions that are approximate ("une dizaine d'")."""
    ordinals: dict[str, int] = {}
    ordinal_suffixes: tuple[str, ...] = ()
    """What makes a number an ordinal when written behind it ("er", "th", ".")."""
    decade_suffixes: tuple[str, ...] = ()
    """What makes a number a decade ("s" in "1990s")."""
    numeric_order: Literal["dmy", "mdy"] = "dmy"
    capitalised: tuple[str, ...] = ()
    """Words that are words of time only with a capital ("May", "Sun")."""
    ambiguous: tuple[str, ...] = ()
    """Names of months that may be other words or names; they are left out of {plain_month}."""
    holidays: dict[str, str] = {}
    """Name to "12-25", "easter-2" or "11 thu 4" (the fourth Thursday of November; -1 is the last)."""
    words: dict[str, tuple[str, ...]] = {}
    """Lists of forms for use in rules; "to_date" holds what may stand between "3 days after" and a date,
    "possessive" what makes a date the owner of an event, mostly a past one ("Friday's attack")."""
    edges: dict[Modifier, tuple[str, ...]] = {}
    """Forms before a date that name a part of it ("fin", "early") or make it approximate."""
    relations: dict[Modifier, tuple[str, ...]] = {}
    """Forms before a date that open it to one side ("depuis", "by")."""
    relations_after: dict[Modifier, tuple[str, ...]] = {}
    """The same behind a date ("au plus tard")."""
    ranges: tuple[DateRange, ...] = ()
    links: tuple[str, ...] = ()
    """Words between two dates of which the first takes month or year from the second ("mars et avril 2020")."""
