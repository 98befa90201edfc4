"""Who a name means by the office that it stands beside, or by its words and the states of the article."""

from collections.abc import Iterable
from typing import Final

from kg.authority import PARTICLES, Entry, alike, in_office, key, weight
from kg.model import Span
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps
from kg.resolve.holders import elsewhere, kind

__all__ = ["LEADING", "bearers", "begin", "initials", "known_shorter", "office_before", "ruler", "surname"]

LEADING: Final = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
    }
)
_BESIDE = 6
"""Characters between an office and its holder: ", the "."""
_NEAR = 40
"""The same with titles between them: ", cheikh ", ", Senior General "."""


def surname(text: str) -> str:
    """Return a name without the initials before it ("S. Lavrov")."""
    words = key(text).split()
    return " ".join(word for word in words if len(word) > 1) or " ".join(words)


def initials(text: str) -> set[str]:
    """Return the letters that stand for first names; none of a name of one word."""
    words = key(text).split()
    return {word for word in words if len(word) == 1} if len(words) > 1 else set()


def begin(initials: set[str], words: Iterable[str]) -> bool:
    """Tell whether each initial begins some word."""
    return initials <= {word[:1] for word in words}


def bearers(case: Case, span: Span) -> tuple[str, ...]:
    """Return the ids of those who bear a surname, with the initials where it has some."""
    found, first = span.candidates or case.authority.surname(surname(span.text)), initials(span.text)
    if not first:
        return found
    names = {one: {word for name in case.authority.entry(one).names for word in key(name).split()} for one in found}
    return tuple(one for one in found if begin(first, names[one]))


def known_shorter(case: Case, text: str) -> Entry | None:
    """Return the one in a leading office on the day who is known by more words or fewer ("Ali Bongo", "Idriss Déby Itno").

    His state must be one that the article speaks of, and a family name must be shared.
    """
    words = set(key(text).split()) - PARTICLES
    if case.day is None or len(words) < 2:
        return None
    near = {one for word in words for one in case.authority.surname(word)}
    found = [
        entry for one in near if (entry := case.entry(one)) and _same_words(case, entry, words) and _leads(case, entry)
    ]
    return found[0] if len(found) == 1 else None


def _same_words(case: Case, entry: Entry, words: set[str]) -> bool:
    """Tell whether a name of the entry has all of some words, or all of its own among them; not first names alone."""
    forms = [set(key(name).split()) - PARTICLES for name in entry.names]
    shared = [form & words for form in forms if len(form) > 1 and (form <= words or words <= form)]
    return any(len(both) > 1 and not all(case.authority.is_given(word) for word in both) for both in shared)


def _leads(case: Case, entry: Entry) -> bool:
    return any(
        term.kind in LEADING and term.sure and case.countries[term.country] and case.day and in_office(term, case.day)
        for term in entry.tenures
    )


def ruler(case: Case, span: Span) -> Entry | None:
    """Return the holder of the office beside a name ("roi Salmane d'Arabie saoudite", "l'émir du Koweït, cheikh Sabah al-Sabah")."""
    words = set(key(span.text).split()) - PARTICLES
    office = office_before(case, span)
    if office is None or case.day is None:
        return None
    states = [value.split("|")[0].removeprefix("country/") for value in every(office, "of")]
    held = kind(case, office)
    found = [
        entry
        for state in states or list(case.countries)
        for entry, term in case.authority.holders(held, state, case.day)
        if term.sure and _goes_by(entry, span.text, words)
    ]
    if not found and not states and held in LEADING and weight(surname(span.text)) == 1 and not elsewhere(case, office):
        found = _anywhere(case, span, held)
    return found[0] if len({entry.id for entry in found}) == 1 else None


def _anywhere(case: Case, span: Span, held: str) -> list[Entry]:
    """Return who of a surname holds an office on the article's day, whatever the state ("President Bush")."""
    entries = [entry for one in bearers(case, span) if (entry := case.entry(one)) and case.day]
    return [
        e for e in entries if any(t.kind == held and t.sure and case.day and in_office(t, case.day) for t in e.tenures)
    ]


def office_before(case: Case, span: Span) -> Span | None:
    """Return the office that stands right before a name, titles between them or not; one held no more counts for nothing."""
    after = gaps(case.language).after
    for office in case.spans:
        if (
            office.kind == "office"
            and 0 < span.start - office.end <= _NEAR
            and data(office, "status") in {"", "acting"}
        ):
            match = after.match(case.text, office.end)
            if span.start - office.end <= _BESIDE or (match and match.end() == span.start):
                return office
    return None


def _goes_by(entry: Entry, text: str, words: set[str]) -> bool:
    """Tell whether a short name is made of words of the person's names, or is one of them in another spelling."""
    if words <= {word for name in entry.names for word in key(name).split()}:
        return True
    return weight(text) > 1 and any(alike(text, name) for name in entry.names)
