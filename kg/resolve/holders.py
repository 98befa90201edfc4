"""What kind of office a span is, how it is held, whose it is, and under which id the authority has it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, get_args

from kg.authority import Entry, Tenure, in_office, key
from kg.lang.names import Names
from kg.lang.offices import Offices
from kg.model import RoleStatus, Span, Term
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps

__all__ = [
    "DESCRIBED",
    "LED",
    "ONE_HOLDER",
    "SERVING",
    "STATE",
    "elsewhere",
    "kind",
    "office_id",
    "owners",
    "status",
    "term_of",
    "titles",
]

_PORTFOLIOS: Final = {
    "foreign": "foreign_minister",
    "defence": "defence_minister",
    "interior": "interior_minister",
    "finance": "finance_minister",
}
LED: Final = {
    "foreign_ministry": "foreign_minister",
    "defence_ministry": "defence_minister",
    "interior_ministry": "interior_minister",
    "finance_ministry": "finance_minister",
    "presidency": "head_of_state",
}
"""Body of a state -> the office of who leads it."""
DESCRIBED: Final = frozenset({"head_of_state", "head_of_government", *_PORTFOLIOS.values()})
_JOINING = frozenset({"of", "the", "for", "to"})
"""Small words of the tables' English titles."""
_NOUN_OF = 2
"""Words of "region of"."""
_BEHIND = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
"""The word right behind an office."""
_WORD = 20
"""Characters before an office that hold the word before it."""
ONE_HOLDER: Final = DESCRIBED | {"secretary_general"}
"""Offices that one person holds: two titles of one kind and person are one role."""
_HEADS: Final = frozenset({"head_of_state", "head_of_government"})
_OF_STATES: Final = frozenset({"country", "government", "place", "person"})
"""Types of owners whose president or prime minister is a state's."""
STATE: Final = "country/"
SERVING: Final[frozenset[RoleStatus]] = frozenset({"held", "acting"})
"""How an office is held by one who is in it."""


def status(span: Span) -> RoleStatus:
    """Return whether an office is held, for a time, no more or not yet."""
    told = data(span, "status")
    return next((each for each in get_args(RoleStatus) if each == told), "held")


def term_of(case: Case, entry: Entry, tenure: Tenure) -> Term:
    """Return a term of office as evidence of who is meant."""
    basis = case.authority.basis(tenure)
    return Term(entry.id, tenure.office, tenure.office_id, tenure.country, tenure.start, tenure.end, basis)


def _under(case: Case, span: Span) -> bool:
    """Tell whether a word that makes a deputy stands before the state of an office ("[deputy] Russian foreign minister")."""
    before = key(case.text[max(0, span.start - _WORD) : span.start].rpartition("\n")[2]).split()
    return bool(before) and before[-1] in {key(word) for word in case.language.offices.deputies}


def kind(case: Case, span: Span) -> str:
    """Return the kind of an office: who leads the defence ministry is its minister, a bank's president heads no state."""
    if data(span, "deputy") or _under(case, span):
        return "deputy"
    told = data(span, "kind")
    if told == "minister":
        return _PORTFOLIOS.get(data(span, "portfolio"), told)
    if told not in _HEADS and told != "leader":
        return told
    if told in _HEADS and _parts(case.language.offices) & set(key(data(span, "title")).split()):
        return "leader"  # "the president of the Senate"
    owner = next((entry for value in every(span, "of") for entry in owners(case, value)), None)
    if owner is None:
        return "leader" if data(span, "apart") else told
    if told == "leader":
        return LED.get(owner.body, told)
    return told if owner.type in _OF_STATES or owner.body in LED or owner.body == "government" else "leader"


def owners(case: Case, value: str) -> list[Entry]:
    """Return the entries that an owner of an office may be, best first."""
    return [entry for part in value.split("|") if (entry := case.entry(part))]


def elsewhere(case: Case, span: Span) -> bool:
    """Tell whether an office belongs to something that nobody knows ("the president of Chrysler", "Chrysler president X")."""
    if every(span, "of") or every(span, "within"):
        return False
    if data(span, "apart") or gaps(case.language).elsewhere.match(case.text, span.end):
        return True
    title = data(span, "title")
    if title[-1:].islower() and title != data(span, "head") and title.rpartition(" ")[2] in _sites(case.language.names):
        return True  # "the prime minister of the region"
    if not case.language.names.demonym_before:
        return _strange(case, span)
    before = case.text[max(0, span.start - _WORD) : span.start]
    word = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    if before[-1:] != " " or not word[:1].isupper() or not word.isalpha() or key(word) in _small(case.language.names):
        return False
    at = span.start - len(before) + len(before.rstrip(" ")) - len(word)
    return not case.at.covered(at, at + 1)


def _strange(case: Case, span: Span) -> bool:
    """Tell whether an adjective of nobody knows whom stands right behind an office ("le Premier ministre [québécois]")."""
    offices = case.language.offices
    found = _BEHIND.match(case.text, span.end)
    word = found[1] if found else ""
    if not word.islower() or key(word) in map(key, offices.natural) or word in offices.modifiers:
        return False
    return any(word.endswith(form[1:]) if form[:1] == "-" else word == form for form in offices.strange)


@cache
def _parts(offices: Offices) -> frozenset[str]:
    return frozenset(key(word) for word in offices.parts)


@cache
def _sites(names: Names) -> frozenset[str]:
    """Return the nouns for regions and towns."""
    return frozenset(form.split()[0] for form in names.sited if len(form.split()) == _NOUN_OF)


@cache
def _small(names: Names) -> frozenset[str]:
    """Return the keys of the words that open a sentence and name nobody."""
    return frozenset(key(word) for word in (*names.not_names, *names.articles))


def office_id(case: Case, office: str, person: str, state: str | None, title: str) -> str | None:
    """Return the authority's id of an office: that which the person held, else, of a head or minister, that of whoever held it.

    None where the state has had several offices of the kind and no holder on the day tells which.  An office that is not of
    these is one that the person held by the same title, or the only one of its kind that the person holds on the day.
    """
    iso = state.removeprefix(STATE) if state is not None and state.startswith(STATE) else ""
    entry = case.entry(person)
    sure = [term for term in entry.tenures if term.sure and (term.country == iso or not iso)] if entry else []
    if office not in DESCRIBED:
        wanted = _plain(case, titles(case.language.offices).get(key(title), title), iso)
        same = [term for term in sure if _plain(case, term.office, term.country) == wanted]
        held = [t for t in sure if t.kind == office != "other" and case.day and in_office(t, case.day)]
        return _one_id(case, same) or _one_id(case, held)
    if not iso:
        return None
    own = [term for term in sure if term.kind == office]
    return _one_id(case, own, first=True) or _one_id(
        case, [term for _, term in case.authority.holders(office, iso, None) if term.sure]
    )


@lru_cache(maxsize=16)
def titles(offices: Offices) -> dict[str, str]:
    """Return the folded titles of one holder a state -> the English title or kind under which holders are found."""
    return {key(form): title for form, title in offices.titles.items()}


def _plain(case: Case, title: str, iso: str) -> frozenset[str]:
    """Return the folded words of a title without those that join them and those of its state."""
    state = case.authority.country(iso) if iso else None
    own = {word for name in (state.names if state else ()) for word in key(name.partition(":")[2] or name).split()}
    return frozenset(key(title).split()) - own - _JOINING


def _one_id(case: Case, terms: Sequence[Tenure], *, first: bool = False) -> str | None:
    """Return the id of the office that some terms are in: on the day, else in all of them, or in the first of them."""
    known = [term for term in terms if term.office_id]
    now = {term.office_id for term in known if case.day and in_office(term, case.day)}
    ids = now or {term.office_id for term in known}
    if len(ids) == 1:
        return ids.pop()
    return next((term.office_id for term in known if first and term.office_id in ids), None)
