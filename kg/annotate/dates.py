"""Finds time expressions: forms of the language file, opened and narrowed by the words around them, joined to ranges."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from kg.annotate import dates_calendar as calendar
from kg.annotate.dates_calendar import Moment
from kg.annotate.dates_frames import Frame
from kg.annotate.dates_grammar import Grammar, Rule, grammar
from kg.annotate.dates_kinds import resolve
from kg.annotate.dates_resolve import Context, Match, number, recent, replace_kind
from kg.annotate.dates_tense import tense
from kg.annotate.dates_tokens import Tokens
from kg.lang import Language
from kg.model import Article, Date, Sentence, When

__all__ = ["find", "spans"]

_EDGE_ONLY: frozenset[str] = frozenset({"header", "byline", "dateline", "credit"})
_RELATIVE = frozenset({"weekday", "days", "shift", "offset", "within", "open", "anaphor"})
_NEAR = frozenset({"UNTIL", "BEFORE"})
_AHEAD = frozenset({"future", "near", "due", "overdue"})
_NEARBY = 7
_ATTRIBUTES = frozenset({"year-attributive"})
"""Rules of a year that only says which thing is meant ("the 2015 deal")."""
_UNIT_LETTER = {"day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "M", "half": "M", "weekend": "D"}


class _Core(msgspec.Struct, frozen=True):
    """A match with the words before it that narrow it."""

    match: Match
    first: int
    edge: str | None = None

    @property
    def last(self) -> int:
        return self.match.last

    @property
    def dated(self) -> bool:
        """Whether the value needs no anchor."""
        slots = self.match.slots
        return self.match.rule.data.kind not in _RELATIVE and (
            not slots.keys().isdisjoint({"year", "short_year", "numeric", "month_year", "decade", "short_decade"})
            or self.match.rule.data.kind == "fixed"
        )


def _fits(rule: Rule, codes: str, first: int, last: int) -> bool:
    return not (
        (rule.after and not codes.endswith(rule.after, 0, first))
        or (rule.unless_after and codes.endswith(rule.unless_after, 0, first))
        or (rule.unless_before and codes.startswith(rule.unless_before, last))
        or (rule.only_before and last < len(codes) and not codes.startswith(rule.only_before, last))
        or (rule.unless_near and not rule.unless_near.isdisjoint(codes[max(0, first - _NEARBY) : first]))
    )


def _ending(table: Mapping[str, str], codes: str, low: int, high: int, longest: int) -> tuple[int, str] | None:
    """Return the start and the name of the longest sequence of a table that ends at `high`."""
    for start in range(max(low, high - longest), high):
        name = table.get(codes[start:high])
        if name:
            return start, name
    return None


def _hyphenated(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a date word is a part of a compound name ("Jean-Noël")."""
    text, (start, end) = tokens.text, tokens.span(first, last)
    return (text[max(0, start - 1) : start] in ("-", "‑") and text[max(0, start - 2) : start - 1].isalpha()) or (
        text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha() and text[end - 1].isalpha()
    )


def _cores(tokens: Tokens, compiled: Grammar) -> Iterator[_Core]:
    codes, place, low = tokens.codes, 0, 0
    while start := compiled.start.search(codes, place):
        first = start.start()
        best: _Core | None = None
        for rule in compiled.rules(codes[first : first + 2]):
            found = rule.pattern.match(codes, first)
            if found is None or (best and found.end() <= best.last) or not _fits(rule, codes, first, found.end()):
                continue
            edge = _ending(compiled.edges, codes, low, first, compiled.prefix_length)
            if rule.data.needs_edge and (edge is None or edge[1] == "APPROX"):
                continue
            slots = {name: found.span(name) for name, text in found.groupdict().items() if text}
            match = Match(rule, tokens, slots, first, found.end())
            best = _Core(match, *(edge or (first, None)))
        if best and not _hyphenated(tokens, best.first, best.last):
            yield best
            place = low = best.last
        else:
            place = first + 1


class _Reader:
    """Reads the dates of one sentence after another; remembers the day named last."""

    def __init__(self, language: Language, anchor: date | None) -> None:
        self.language = language
        self.grammar = grammar(language.dates)
        self.anchor = anchor
        self.previous: Moment | None = None
        self.recent: Moment | None = None
        """The day of the week before the article that was named last."""
        self.told: Moment | None = None
        """What a time that points back in the past counts from: the last date of the sentence before that does not lie ahead."""
        self.telling: list[Moment] = []
        """Such dates of the sentence that is read."""
        self.taken = 0
        """Behind which token the next date may begin."""
        self.explicit: Moment | None = None
        """The date with a year of its own named last in the sentence."""
        self.behind = 0
        """Behind which token it ends."""
        self.frame = Frame(anchor)

    def read(self, text: str, start: int, end: int) -> Iterator[Date]:
        """Yield the dates of one sentence."""
        if not self.grammar.may_hold(text, start, end):
            return
        tokens = self.grammar.tokens(text, start, end)
        self.explicit = None
        self._settle()
        cores = [piece for core in _cores(tokens, self.grammar) for piece in _pieces(core)]
        place = low = self.taken = 0
        while place < len(cores):
            if cores[place].first < self.taken:  # "Friday [at midnight]": read with the day
                place += 1
                continue
            following = cores[place + 1] if place + 1 < len(cores) else None
            opened = self._range(cores[place], following, low) if following else None
            if following and self._counted_from(cores[place], following):
                yield from self._from_date(cores[place], following)
                place += 2
            elif following and opened is not None:
                yield from self._joined(cores[place], following, opened)
                place += 2
            else:
                yield from self._single(cores[place], following, low)
                place += 1
            low = cores[place - 1].last

    def leave_paragraph(self) -> None:
        """Forget the day named last, unless it is of these days: "the day before" counts from it in the next paragraph, too."""
        self.previous = self.recent
        self.told, self.telling = self.recent, []
        self.frame.leave()

    def _settle(self) -> None:
        """Keep the last day of those told in the sentence before: "signed on Monday what was agreed on Friday.  The next day, …"."""
        days = [moment for moment in self.telling if moment.granularity == "day"]
        if self.telling:
            self.told = max(days, key=lambda one: one.first) if len(days) > 1 else self.telling[-1]
        self.telling = []

    def _name(self, moment: Moment, tense: str | None = None) -> None:
        """Keep a date as the one named last."""
        self.previous = moment
        today = self.anchor or date.max
        if moment.first > today or (tense in _AHEAD and moment.last >= today):
            return
        self.telling.append(moment)
        if moment.granularity == "day" and self.anchor and recent(moment.first, self.anchor):
            self.recent = moment

    def _range(self, first: _Core, last: _Core, low: int) -> int | None:
        """Return where a range of two dates begins, or None where they are none."""
        codes = first.match.tokens.codes
        link = codes[first.last : last.first]
        for links, opens in self.grammar.ranges:
            if link not in links:
                continue
            if not opens:
                return first.first
            for form in sorted(opens, key=len, reverse=True):
                if codes.endswith(form, low, first.first):
                    return first.first - len(form)
        return None

    def _context(self, core: _Core, relation: str | None = None) -> Context:
        tokens = core.match.tokens
        found = "past" if relation == "SINCE" else None
        if found is None and not core.dated:
            found = tense(tokens, core.first, core.last, self.language.dates.tense)
            codes, compiled = tokens.codes, self.grammar
            if relation == "ON_OR_BEFORE":
                found = {"past": "overdue", "future": "future"}.get(found or "", "due")
            elif found == "future":
                owner = bool(compiled.possessive) and codes.startswith(compiled.possessive, core.last)
                found = "near" if owner else found
            elif relation == "ON_OR_AFTER" and found == "past":
                found = "near"  # "agreed on a truce from Friday"
            elif relation in _NEAR:
                found = "future" if "weekday" in core.match.slots else "near"
            elif compiled.near_before and codes.endswith(compiled.near_before, 0, core.first):
                found = "near"
        previous = self.previous
        if found == "past":
            previous = self.telling[-1] if self.telling else self.told
        return Context(self.grammar, self.language.code, self.anchor, found, previous)

    def _value(self, core: _Core, context: Context) -> Moment | None:
        if core.match.rule.data.not_past and context.tense == "past":
            return None
        moment = resolve(core.match, context)
        return calendar.edge(moment, core.edge) if moment and core.edge else moment

    def _joined(self, first: _Core, last: _Core, start: int) -> Iterator[Date]:
        context = self._context(first)
        if last.dated and not first.dated:
            end = self._value(last, context)
            begin = self._value(first, replace(context, anchor=end.last, tense="past")) if end else None
        else:
            begin = self._value(first, context)
            end = self._value(last, replace(context, anchor=begin.first, tense="future")) if begin else None
        if begin and end and begin.first <= end.last:
            whole = calendar.joined(begin, end)
            yield _date(first.match, whole, calendar.when(whole), (start, last.last), "range")
            return
        yield from self._single(first, None, first.first)
        yield from self._single(last, None, last.first)

    def _single(self, core: _Core, following: _Core | None, low: int) -> Iterator[Date]:
        codes, match = core.match.tokens.codes, core.match
        first, last = core.first, core.last
        fixed = match.rule.data.kind == "fixed"
        before = None if fixed else _ending(self.grammar.relations, codes, low, first, self.grammar.prefix_length)
        first, relation = before or (first, None)
        if match.rule.data.kind == "open":
            if not match.rule.data.needs_date:
                yield from self._open(match, first)
            return
        context = self._context(core, relation)
        if following and following.dated and not core.dated and codes[last : following.first] in self.grammar.links:
            other = self._value(following, context)
            own = self._value(core, replace(context, anchor=other.last, tense="past")) if other else None
            if other and own and own.first.year == other.first.year:
                context = replace(context, anchor=other.last, tense="past")
        sequel = self._sequel(core, context, relation)
        moment = sequel or self._value(core, context)
        if moment is None:
            return
        if sequel is None and relation != "SINCE":
            self._set_frame(core, moment)
        if match.rule.data.kind == "within":
            relation = "ON_OR_BEFORE"
        if codes.startswith(self.grammar.parts, last):
            last += len(next(form for form in self.grammar.parts if codes.startswith(form, last)))
        for form, name in self.grammar.relations_after.items():
            if codes.startswith(form, last):
                last, relation = last + len(form), name
        self.taken = last
        self._name(moment, context.tense)
        if core.dated and moment.granularity in ("day", "month"):
            self.explicit, self.behind = moment, last
        yield _date(match, moment, calendar.when(moment, relation), (first, last), match.rule.data.id)

    def _set_frame(self, core: _Core, moment: Moment) -> None:
        """Keep the year that a date names; a day of these days ends what was told of another year."""
        names = core.dated or (core.match.rule.data.kind in ("anaphor", "same_year") and moment.granularity == "year")
        if not names:
            self.frame.leave()
        elif core.match.rule.data.id not in _ATTRIBUTES:
            self.frame.enter(moment, core.first)

    def _sequel(self, core: _Core, context: Context, relation: str | None) -> Moment | None:
        """Return a date without a year as the next such after one with a year of long ago, in the sentence or the passage."""
        data, slots = core.match.rule.data, core.match.slots
        year = self.frame.year if self.explicit is None else None
        base = date(year, 1, 1) if year is not None else self.explicit.first if self.explicit is not None else None
        if base is None or self.anchor is None or base.year == self.anchor.year:
            return None
        partial = data.kind == "calendar" and "month" in slots and data.shift is None and not core.dated
        if not partial or context.tense == "future" or relation not in (None, "AFTER"):
            return None
        if year is not None and "weekday" in slots:
            return None
        back = year is None and self._leads_back(core)
        found = self._value(core, replace(context, anchor=base, tense="past" if back else "future", year=year))
        return found if found and found.last < self.anchor else None

    def _leads_back(self, core: _Core) -> bool:
        """Tell whether a date stands in a clause on what was before ("in March 2023, [after] X struck in May"), "and" opening no other."""
        words = [token[0].lower() for token in core.match.tokens.found[self.behind : core.first]]
        back = [at for at, word in enumerate(words) if word in self.language.dates.tense.back]
        return bool(back) and not set(self.language.grammar.and_).intersection(words[back[-1] :])

    def _counted_from(self, core: _Core, following: _Core) -> bool:
        """Tell whether an offset is counted from the date that follows ("3 days after January 12")."""
        between = core.match.tokens.codes[core.last : following.first]
        return core.match.rule.data.kind == "open" and (not between or between in self.grammar.to_date)

    def _from_date(self, core: _Core, following: _Core) -> Iterator[Date]:
        moment = self._value(following, self._context(following))
        if moment is None:
            return
        kind = replace_kind(core.match, "offset")
        start = moment.first if (core.match.rule.data.shift or 1) < 0 else moment.last
        found = resolve(kind, Context(self.grammar, self.language.code, start, exact=moment.granularity == "day"))
        owner = self.grammar.possessive and core.match.tokens.codes.startswith(self.grammar.possessive, following.last)
        if found:
            self._name(found)
            last = core.last if owner else following.last
            yield _date(core.match, found, calendar.when(found), (core.first, last), core.match.rule.data.id)
        if owner:  # "three days before [Saturday's] summit": two days, the second that of the summit
            rule = following.match.rule.data.id
            yield _date(following.match, moment, calendar.when(moment), (following.first, following.last), rule)

    def _open(self, match: Match, first: int) -> Iterator[Date]:
        """Yield a date that is counted from an event: its rule names the offset, its value stays open."""
        context = Context(self.grammar, self.language.code, self.anchor)
        unit = self.grammar.units.get(match.code("unit") or "", match.rule.data.unit or "")
        count = number(match, "number", context) if "number" in match.slots else 1
        if count is None or not unit:
            return
        count *= {"fortnight": 2, "quarter": 3, "half": 6, "decade": 10, "century": 100}.get(unit, 1)
        sign = "-" if (match.rule.data.shift or 1) < 0 else "+"
        rule = f"{match.rule.data.id}:{sign}P{count}{_UNIT_LETTER.get(unit, 'Y')}"
        tokens = match.tokens
        start, end = tokens.span(first, match.last)
        yield Date(start, end, tokens.text[start:end], When("../.."), "interval", rule, relative=True)


def _pieces(core: _Core) -> Iterator[_Core]:
    """Yield a core, or the two dates of a list ("les 3 et 4 mars")."""
    match = core.match
    if match.rule.data.kind != "list":
        yield core
        return
    match = replace_kind(match, "calendar")
    name = next(slot for slot in match.slots if f"{slot}2" in match.slots)
    shared = {slot: span for slot, span in match.slots.items() if slot not in (name, f"{name}2")}
    one, two = match.slots[name], match.slots[f"{name}2"]
    yield _Core(replace(match, slots={**shared, name: one}, first=one[0], last=one[1]), core.first, core.edge)
    yield _Core(replace(match, slots={**shared, name: two}, first=two[0]), two[0], core.edge)


def _date(match: Match, moment: Moment, when: When, span: tuple[int, int], rule: str) -> Date:
    tokens = match.tokens
    start, end = tokens.span(*span)
    dated = _Core(match, match.first).dated
    return Date(start, end, tokens.text[start:end], when, moment.granularity, rule, relative=not dated)


def spans(text: str, pieces: Iterable[tuple[int, int]], language: Language, anchor: date | None) -> Iterator[Date]:
    """Yield the dates of the stretches of a text, counted from `anchor` where they are relative.

    Without an anchor, relative expressions are left out.
    """
    reader = _Reader(language, anchor)
    behind = 0
    for start, end in pieces:
        if "\n" in text[behind:start]:
            reader.leave_paragraph()
        behind = end
        yield from reader.read(text, start, end)


def find(article: Article, sentences: Iterable[Sentence], language: Language) -> tuple[Date, ...]:
    """Return the dates of the sentences and of the lines that carry metadata, in text order."""
    pieces = [(one.start, one.end) for one in sentences]
    pieces += [(one.start, one.end) for one in article.segments if one.kind in _EDGE_ONLY]
    anchor = article.published.date() if article.published else None
    return tuple(spans(article.text, sorted(pieces), language, anchor))
