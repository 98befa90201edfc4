"""Person spans to persons: one a referent, by full name, surname, office held and the company kept in the article."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from kg.authority import PARTICLES, Entry, alike, in_office, initialled_otherwise, key, skeleton, surnames, weight
from kg.model import Span, Term
from kg.resolve.case import Case, data
from kg.resolve.holders import kind
from kg.resolve.rulers import (
    LEADING,
    Holder,
    bearers,
    begin,
    initials,
    known_shorter,
    of_surname,
    office_before,
    once,
    ruler,
    surname,
)
from kg.resolve.slots import leads

__all__ = ["resolve"]

_TRUSTED_RANK = 1
_OFFICIAL_RANK = 2
_LONG = 7
_SERVING = 1.5
_TRADE = 5
"""How many words of an apposition may hold an occupation."""
"""What an office held on the day weighs: more than one rank, less than two."""
_BESIDE = 6
"""Characters between an office and its holder: ", the "."""
_SURE = 88.0
"""Likeness of each word of a name that is linked on its spelling alone."""


class _Person(msgspec.Struct):
    """A person under way: the forms of the name in this article, and the entry they lead to."""

    name: str
    words: tuple[str, ...]
    spans: list[Span] = []
    every: set[str] = set()
    """The words of every form of the name in the article."""
    candidates: tuple[str, ...] = ()
    """Authority ids that the name may lead to."""
    entry: Entry | None = None
    term: Term | None = None
    """The term of office that led to the entry, where no full name did."""
    starts: list[int] = []
    """Where the mentions begin, sorted."""
    first: int = -1
    """Where the first full name begins; -1 where there is none."""

    def add(self, span: Span) -> None:
        """Enter a mention."""
        self.spans.append(span)
        insort(self.starts, span.start)
        if _full(span) and (self.first < 0 or span.start < self.first):
            self.first = span.start
        self.every |= {*self.words, *key(span.text).split()}

    def before(self, offset: int) -> int:
        """Return where the last mention before an offset begins; -1 where there is none."""
        number = bisect_left(self.starts, offset)
        return self.starts[number - 1] if number else -1


def resolve(case: Case) -> None:
    """Enter every person of the article with its mentions."""
    spans = [span for span in case.spans if span.kind == "name" and span.type == "person"]
    full = [span for span in spans if _full(span)]
    persons = _full_names(case, full)
    short = [span for span in spans if not _full(span)]
    titled = {span: held for span in short if (held := ruler(case, span)) and not _so_titled(case, span, persons)}
    open_spans = [span for span in short if span in titled or not _join(case, span, persons)]
    for span in open_spans:
        entry, term = titled.get(span) or _holder(case, span)
        if entry is not None:
            same = next((person for person in persons if person.entry and person.entry.id == entry.id), None)
            if same is None:
                same = _Person(entry.label, tuple(key(entry.label).split()), entry=entry, term=term)
                persons.append(same)
            same.add(span)
        elif data(span, "weak"):
            case.mention(span, "person", "name", confidence=0.3)
        elif data(span, "cue") or _acts(case, span) or (initials(span.text) and span.origin != "surname"):
            person = next((p for p in persons if p.words == tuple(key(span.text).split())), None)
            if person is None:
                person = _Person(span.text, tuple(key(span.text).split()), candidates=bearers(case, span))
                persons.append(person)
            person.add(span)
    for person in persons:
        _enter(case, person)


def _so_titled(case: Case, span: Span, persons: list[_Person]) -> bool:
    """Tell whether the article gives somebody of this surname, named in full before, the office that stands before it."""
    office = office_before(case, span)
    for person in persons if office else ():
        before = [office_before(case, full) for full in person.spans if _full(full) and full.start < span.start]
        if key(span.text) in person.every and any(o and office and kind(case, o) == kind(case, office) for o in before):
            return True
    return False


def _acts(case: Case, span: Span) -> bool:
    """Tell whether a bare surname that several may bear stands where one who acts does: it stays open, with them as candidates."""
    return span.origin == "surname" and bool(span.candidates) and leads(case.text, span.start, case.language.names)


def _full(span: Span) -> bool:
    return weight(surname(span.text)) > 1 and span.origin != "surname" and not data(span, "weak")


def _full_names(case: Case, spans: Iterable[Span]) -> list[_Person]:
    persons: list[_Person] = []
    ordered = sorted(spans, key=lambda s: (-len(key(s.text).split()), s.start))
    sure = [entry for span in ordered if (entry := _choose(case, span, frozenset()))]
    company = frozenset(entry.country for entry in sure if entry.country)
    for span in ordered:
        words = tuple(key(span.text).split())
        entry = _choose(case, span, company)
        same = next((p for p in persons if _same(p, words, entry, span.text)), None)
        if same is None:
            same = _Person(span.text, words, candidates=span.candidates, entry=entry)
            persons.append(same)
        if same.entry is None:
            held = None if entry else ruler(case, span)
            shorter = None if entry or span.candidates or _in_a_trade(case, span) else known_shorter(case, span.text)
            same.entry, same.term = held or (entry or shorter, None)
        same.add(span)
    return persons


def _same(person: _Person, words: tuple[str, ...], entry: Entry | None, text: str) -> bool:
    if person.entry and entry:
        return person.entry.id == entry.id
    if words == person.words:
        return True
    if initialled_otherwise(text, person.name):
        return False
    inner = set(words) - PARTICLES
    if len(inner) > 1 and inner <= set(person.words):
        return True
    return skeleton(text) == skeleton(person.name) != "" and alike(text, person.name)


def _choose(case: Case, span: Span, company: frozenset[str]) -> Entry | None:
    """Return the entry that a full name stands for; None where the authority's namesakes do not fit the article.

    `company` is the countries of those whom the article names beside them.
    """
    scored = []
    for place, candidate in enumerate(() if _in_a_trade(case, span) else span.candidates):
        entry = case.entry(candidate)
        if entry is None or entry.type != "person":
            continue
        near = (
            any(case.countries[term.country] for term in entry.tenures if term.country) or case.countries[entry.country]
        )
        holds = case.day is not None and any(
            term.kind in LEADING and in_office(term, case.day) for term in entry.tenures
        )
        serves = case.day is not None and any(in_office(term, case.day) for term in entry.tenures)
        if span.origin == "variant" and entry.rank > _TRUSTED_RANK and not (serves or _spelled(span.text, entry)):
            continue
        kept = entry.country in company and (entry.rank <= _TRUSTED_RANK or (serves and span.origin != "variant"))
        if near or kept or _trusted(case, span, entry, holds=holds):
            scored.append((entry.rank - 2 * bool(near) - holds - _SERVING * serves, place, entry))
    scored.sort(key=lambda row: row[:2])
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][2].rank == scored[1][2].rank > 0:
        return None  # nothing tells two of one name apart
    return scored[0][2] if scored else None


def _in_a_trade(case: Case, span: Span) -> bool:
    """Tell whether an apposition gives the bearer of a name another occupation than an office ("Wang Yi, a doctor, …")."""
    aside = re.match(r"\s?[,(]\s?([^,.;:()\n]{3,60})", case.text[span.end : span.end + 64])
    said = key(aside[1]).split() if aside else []
    names = case.language.names
    trade = bool(said) and not _keys(names.trades).isdisjoint(said[:_TRADE])
    return trade and _keys(names.trained).isdisjoint(said)


@lru_cache(maxsize=16)
def _keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key, words))


def _trusted(case: Case, span: Span, entry: Entry, *, holds: bool) -> bool:
    """Tell whether a name may be linked although the article speaks of no country of the entry."""
    if entry.rank == 0 or (entry.rank <= _TRUSTED_RANK and (holds or span.origin != "variant")):
        return True
    if entry.rank > _OFFICIAL_RANK or not _in_office(case, span):
        return False
    return span.origin != "variant" or (
        len(span.candidates) == 1 and _spelled(span.text, entry) and _telling(span.text)
    )


def _spelled(text: str, entry: Entry) -> bool:
    """Tell whether a name is so near to one of an entry, word by word, that it is another spelling without further signs."""
    return any(alike(text, name, _SURE) for name in entry.names)


def _telling(name: str) -> bool:
    """Tell whether a name has a word long enough not to be met by chance."""
    return max(len(word) for word in key(name).split()) >= _LONG


def _in_office(case: Case, span: Span) -> bool:
    """Tell whether an office stands beside a name."""
    offices = case.offices()
    near = bisect_left(offices, span.start, key=lambda office: office.start)
    beside = offices[max(0, near - 2) : near + 2]
    return any(0 < span.start - each.end <= _BESIDE or 0 < each.start - span.end <= _BESIDE for each in beside)


def _join(case: Case, span: Span, persons: list[_Person]) -> bool:
    """Give a short name to the person named in full in the article; the one named last before it when there are two.

    One who is named in full only later in the same sentence is somebody else ("President Clinton's wife, Hillary Clinton").
    """
    words = tuple(word for word in surname(span.text).split() if word not in PARTICLES)
    if not words:
        return True
    fitting = [person for person in persons if set(words) <= person.every and _issurname(words, person)]
    fitting = [person for person in fitting if begin(initials(span.text), person.every)]
    fitting = [person for person in fitting if not _follows(case, span, person)]
    fitting = fitting or _called(span, words, persons)
    if not fitting:
        return False
    max(fitting, key=lambda person: person.before(span.start)).add(span)
    return True


def _follows(case: Case, span: Span, person: _Person) -> bool:
    """Tell whether a person is named for the first time behind a short name, in the same sentence."""
    sentence = case.sentence(span.start)
    return sentence is not None and span.start < person.first < sentence.end


def _called(span: Span, words: tuple[str, ...], persons: list[_Person]) -> list[_Person]:
    """Return the one person whom a courtesy title and a first name mean, named in full before ("M. Anwar" of Anwar Ibrahim)."""
    if not data(span, "gender"):
        return []
    named = [p for p in persons if p.words[: len(words)] == words and p.before(span.start) >= 0]
    return named if len(named) == 1 else []


def _issurname(words: tuple[str, ...], person: _Person) -> bool:
    """Tell whether words are more than a first name."""
    if len(words) > 1 or len(person.words) == 1:
        return True
    return words[0] in surnames(person.name, person.entry.country if person.entry else "")


def _holder(case: Case, span: Span) -> Holder | tuple[None, None]:
    """Return whom a surname alone means: who holds, or held, an office that the article speaks of; nobody where it speaks of none.

    A name of one word that the tables have as it stands ("Lula") is more than a surname, and so is one with an initial.
    """
    held = once(case, span) or of_surname(case, span)
    if held is None and (span.origin == "authority" or initials(span.text)):
        entry = _by_one_word(case, span)
        return (entry, None) if entry else (None, None)
    return held or (None, None)


def _by_one_word(case: Case, span: Span) -> Entry | None:
    """Return the one person of a name of one word who is in a leading office or curated, of a country of the article first."""
    fitting = []
    for entry in (entry for one in bearers(case, span) if (entry := case.entry(one))):
        near = any(case.countries[term.country] for term in entry.tenures if term.country)
        leads_now = case.day is not None and any(
            term.kind in LEADING and term.sure and in_office(term, case.day) for term in entry.tenures
        )
        if leads_now or entry.rank == 0:
            fitting.append((not near, entry.rank, entry))
    best = [row for row in fitting if row[:2] == min(each[:2] for each in fitting)]
    return best[0][2] if len(best) == 1 else None


_MOST_CANDIDATES = 5


def _scored(case: Case, candidates: Iterable[str]) -> list[tuple[str, float]]:
    """Return candidates with how well each fits the article, best first: by country, office on the day, and rank."""
    out = []
    for candidate in candidates:
        entry = case.entry(candidate)
        if entry is not None and entry.type == "person":
            states = {entry.country, *(term.country for term in entry.tenures)}
            near = any(case.countries[state] for state in states if state)
            serves = case.day is not None and any(in_office(term, case.day) for term in entry.tenures)
            score = 0.1 + 0.3 * near + 0.3 * serves + 0.2 * (entry.rank == 0) + 0.1 * (entry.rank <= _TRUSTED_RANK)
            out.append((entry.id, round(score, 2)))
    return sorted(out, key=lambda pair: -pair[1])[:_MOST_CANDIDATES]


def _enter(case: Case, person: _Person) -> None:
    if person.entry is not None:
        actor = case.known(person.entry)
    else:
        found = _scored(case, person.candidates)
        states = {case.authority.entry(one).country for one, _ in found}
        state = states.pop() if len(states) == 1 else None
        actor = case.local("person", " ".join(person.name.split()), state or None, found)
    for span in person.spans:
        case.person_of[span.start, span.end] = actor
        case.persons_from[span.start] = (span.end, actor)
        case.persons_to[span.end] = actor
        sure = 0.9 if span.origin == "authority" else 0.7
        case.mention(span, "person", "name", actor, confidence=sure, term=person.term)
