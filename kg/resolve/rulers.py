"""Who a name means by the office that it stands beside, or by its words and the states of the article."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from kg.authority import PARTICLES, Entry, Tenure, alike, in_office, initialled_otherwise, key, weight
from kg.model import Span, Term
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps
from kg.resolve.holders import LED, SERVING, elsewhere, kind, owners, status, term_of

__all__ = [
    "LEADING",
    "Holder",
    "bearers",
    "begin",
    "initials",
    "known_shorter",
    "of_surname",
    "office_before",
    "once",
    "ruler",
    "surname",
]

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
_HEADS: Final = frozenset({"head_of_state", "head_of_government"})
_SHORT = 3
"""Letters of a surname that many bear."""
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
        entry
        for one in near
        if (entry := case.entry(one)) and _same_words(case, entry, text) and _leads(case, entry)
        if not any(initialled_otherwise(text, name) for name in entry.names)
    ]
    return found[0] if len(found) == 1 else None


def _same_words(case: Case, entry: Entry, text: str) -> bool:
    """Tell whether a name of the entry has all words of a text, or all of its own among them; not first names alone.

    A hyphened first name is one word ("Mohammad-Reza" is no Mohammad).
    """
    words = set(key(text).split()) - PARTICLES
    hyphened = [set(key(part).split()) - PARTICLES for part in text.split() if "-" in part]
    forms = [set(key(name).split()) - PARTICLES for name in entry.names]
    forms = [form for form in forms if len(form) > 1 and not any(form & part and part - form for part in hyphened)]
    shared = [form & words for form in forms if form <= words or words <= form]
    return any(len(both) > 1 and not all(case.authority.is_given(word) for word in both) for both in shared)


def _leads(case: Case, entry: Entry) -> bool:
    return any(
        term.kind in LEADING
        and (term.sure or (term.kind, term.country) in spoken(case))
        and case.countries[term.country]
        and case.day
        and in_office(term, case.day)
        for term in entry.tenures
    )


Holder = tuple[Entry, Term | None]
"""Who is meant, and the term of office that tells it."""


def ruler(case: Case, span: Span) -> Holder | None:
    """Return the holder of the office beside a name ("roi Salmane d'Arabie saoudite", "l'émir du Koweït, cheikh Sabah al-Sabah").

    The text gives name, office and day; that the term is only a candidate matters no more where it gives the state, too.
    """
    words = set(key(span.text).split()) - PARTICLES
    office = office_before(case, span)
    if office is None or case.day is None:
        return None
    states = [value.split("|")[0].removeprefix("country/") for value in every(office, "of")]
    held = kind(case, office)
    found = [
        (entry, term)
        for state in states or list(case.countries)
        for entry, term in case.authority.holders(held, state, case.day)
        if _goes_by(entry, span.text, words)
    ]
    found = [pair for pair in found if pair[1].sure] or found
    if not found and not states and weight(surname(span.text)) == 1 and not elsewhere(case, office):
        found = _anywhere(case, span, held) if held in LEADING else _titled(case, span, office)
    return _one(case, found)


def _one(case: Case, found: list[tuple[Entry, Tenure]]) -> Holder | None:
    """Return the one person of some terms with the best of them; None where they are of several or of nobody."""
    if len({entry.id for entry, _ in found}) != 1:
        return None
    entry, term = found[0]
    return entry, term_of(case, entry, term)


def _anywhere(case: Case, span: Span, held: str) -> list[tuple[Entry, Tenure]]:
    """Return who of a surname holds an office on the article's day, whatever the state ("President Bush")."""
    entries = [entry for one in bearers(case, span) if (entry := case.entry(one))]
    return [
        (e, t) for e in entries for t in e.tenures if t.kind == held and t.sure and case.day and in_office(t, case.day)
    ]


def _titled(case: Case, span: Span, office: Span) -> list[tuple[Entry, Tenure]]:
    """Return the curated bearers of a surname who hold an office of just this title on the day ("Vice President Biden")."""
    words = set(key(data(office, "title")).split())
    entries = [entry for one in bearers(case, span) if (entry := case.entry(one)) and not entry.rank]
    terms = [(e, t) for e in entries for t in e.tenures if t.sure and case.day and in_office(t, case.day)]
    return [(entry, term) for entry, term in terms if len(words) > 1 and words <= set(key(term.office).split())]


def once(case: Case, span: Span) -> Holder | None:
    """Return the one of a surname who held the office that stands beside it as one held no more ("former president Obama")."""
    office = office_before(case, span, former=True) or _office_after(case, span)
    if office is None or status(office) != "former" or case.day is None:
        return None
    on, held = case.day.isoformat(), kind(case, office)
    states = {value.split("|")[0].removeprefix("country/") for value in every(office, "of")} or set(case.countries)
    entries = [entry for one in bearers(case, span) if (entry := case.entry(one))]
    terms = [(e, t) for e in entries for t in e.tenures if t.kind == held and t.end != ".." and t.end < on]
    return _one(case, [(entry, term) for entry, term in terms if term.country in states])


def _office_after(case: Case, span: Span) -> Span | None:
    """Return the office that an apposition gives right behind a name ("Obama, the former president")."""
    offices = case.offices()
    first, last = (bisect_right(offices, end, key=lambda s: s.start) for end in (span.end, span.end + _BESIDE))
    return next((s for s in offices[first:last] if case.text[span.end : s.start].lstrip().startswith((",", "("))), None)


def spoken(case: Case) -> frozenset[tuple[str, str]]:
    """Return the offices that an article speaks of, as kind and state; the state is empty where the article leaves it out.

    A body is spoken of for who leads it ("the White House", "le Kremlin", "the State Department").
    """
    if case.spoken is None:
        found: set[tuple[str, str]] = set()
        for span in case.spans:
            if span.kind == "office":
                found |= _lone(case, span)
                states = [entry.country for value in every(span, "of") for entry in owners(case, value)[:1]] or [""]
                found |= {(kind(case, span), state) for state in states}
            elif span.candidates and span.type != "person":
                found |= _led(case, span.candidates[0])
        case.spoken = frozenset(found)
    return case.spoken


def _lone(case: Case, span: Span) -> set[tuple[str, str]]:
    """Return the kind and state of an office that one state alone has ("the pope")."""
    offices, title = case.language.offices, data(span, "title").lower()
    iso = offices.states.get(title)
    return {(offices.titles[title], iso)} if iso else set()


def _led(case: Case, body: str) -> set[tuple[str, str]]:
    """Return the office of who leads a body, or the body that a building stands for."""
    entry = case.entry(body)
    if entry is not None and entry.stands_for and not entry.capital:
        entry = case.entry(entry.stands_for) or _body(case, entry.stands_for)
    return {(LED[entry.body], entry.country)} if entry is not None and entry.body in LED else set()


def _body(case: Case, target: str) -> Entry | None:
    _, _, rest = target.partition("body:")
    iso, _, body = rest.partition(":")
    return case.authority.body(iso, body) if body else None


def of_surname(case: Case, span: Span) -> Holder | None:
    """Return the one bearer of a surname who holds an office that the article speaks of, or leads a state that it names, on its day.

    Of those who lead a named state only curated ones count. Where the article has no day, the one curated bearer who ever
    held an office that it speaks of.
    """
    told, short = spoken(case), len(surname(span.text)) <= _SHORT
    beside = office_before(case, span) or _office_after(case, span)
    found = [
        (entry, term)
        for one in bearers(case, span)
        if (entry := case.entry(one)) and (case.day or entry.rank == 0)
        for term in entry.tenures
        if term.sure and (case.day is None or in_office(term, case.day))
        if _told_of(case, term, told) or (case.day and entry.rank == 0 and _heads_named(case, term, short=short))
        if beside is None or kind(case, beside) in {term.kind, "minister", "leader"}
    ]
    curated = [pair for pair in found if pair[0].rank == 0]
    return _one(case, curated) or _one(case, found)


def _told_of(case: Case, term: Tenure, told: frozenset[tuple[str, str]]) -> bool:
    """Tell whether an article speaks of the office of a term: with its state, or with a state that it names elsewhere."""
    if (term.kind, term.country) in told:
        return term.kind not in {"other", "legislator"}
    return term.kind in LEADING and (term.kind, "") in told and bool(case.countries[term.country])


def _heads_named(case: Case, term: Tenure, *, short: bool) -> bool:
    """Tell whether a term is that of who leads a state that the article names ("Trump", of the United States).

    Of a name of three letters, which many bear, only heads count ("Xi").
    """
    return term.kind in (_HEADS if short else LEADING) and bool(case.countries[term.country])


def office_before(case: Case, span: Span, *, former: bool = False) -> Span | None:
    """Return the office that stands right before a name, titles between them or not; one held no more only where asked."""
    after = gaps(case.language).after
    for office in case.at.ending(span.start - _NEAR, span.start):
        if office.kind != "office":
            continue
        if status(office) == "former" if former else status(office) in SERVING:
            match = after.match(case.text, office.end)
            near = gaps(case.language).nothing.fullmatch(case.text, office.end, span.start)
            if near or (match and match.end() == span.start):
                return office
    return None


def _goes_by(entry: Entry, text: str, words: set[str]) -> bool:
    """Tell whether a short name is made of words of the person's names, or is one of them in another spelling."""
    if words <= {word for name in entry.names for word in key(name).split()}:
        return True
    return weight(text) > 1 and any(alike(text, name) for name in entry.names)
