"""What kind of office a span is, and who held it on the article's day: "le chef de la diplomatie russe", "the Pentagon chief"."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple, get_args

from kg.authority import Entry, Tenure, in_office, key
from kg.model import Role, RoleStatus, Span, Term
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps

__all__ = [
    "DESCRIBED",
    "LED",
    "ONE_HOLDER",
    "SERVING",
    "Meant",
    "describe",
    "elsewhere",
    "kind",
    "office_id",
    "owners",
    "status",
    "term_of",
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
_WORD = 20
"""Characters before an office that hold the word before it."""
ONE_HOLDER: Final = DESCRIBED | {"secretary_general"}
"""Offices that one person holds: two titles of one kind and person are one role."""
_HEADS: Final = frozenset({"head_of_state", "head_of_government"})
_OF_STATES: Final = frozenset({"country", "government", "place", "person"})
"""Types of owners whose president or prime minister is a state's."""
_STATE: Final = "country/"
_ACTING: Final = ("acting ", "interim ")
"""What begins English titles of those who hold an office for a time."""
_DAY = len("2020-01-01")
_KNOWN_UNTIL: Final = date(2023, 12, 31)
"""A year behind the exports that the tables were made of: whom they leave in office may have left since (data/authority/README.md)."""
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
    owner = next((entry for value in every(span, "of") for entry in owners(case, value)), None)
    if owner is None:
        return told
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
    if gaps(case.language).elsewhere.match(case.text, span.end):
        return True
    before = case.text[: span.start]
    word = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    if before[-1:] != " " or not word[:1].isupper() or not word.isalpha():
        return False
    at = len(before.rstrip(" ")) - len(word)
    taken = any(each.start <= at < each.end for each in case.spans)
    unread = key(word) not in {key(other) for other in (*case.language.names.not_names, *case.language.names.articles)}
    return not taken and unread and case.language.names.demonym_before


def office_id(case: Case, office: str, person: str, state: str | None) -> str | None:
    """Return the authority's id of an office of state: that which the person held, else that of whoever held it.

    None where the state has had several offices of the kind and no holder on the day tells which.
    """
    if office not in DESCRIBED or state is None or not state.startswith(_STATE):
        return None
    entry, iso = case.entry(person), state.removeprefix(_STATE)
    own = [t for t in entry.tenures if t.kind == office and t.country == iso and t.sure] if entry else []
    return _one_id(case, own, first=True) or _one_id(
        case, [term for _, term in case.authority.holders(office, iso, None) if term.sure]
    )


def _one_id(case: Case, terms: Sequence[Tenure], *, first: bool = False) -> str | None:
    """Return the id of the office that some terms are in: on the day, else in all of them, or in the first of them."""
    known = [term for term in terms if term.office_id]
    now = {term.office_id for term in known if case.day and in_office(term, case.day)}
    ids = now or {term.office_id for term in known}
    if len(ids) == 1:
        return ids.pop()
    return next((term.office_id for term in known if first and term.office_id in ids), None)


class Meant(NamedTuple):
    """Who is meant by an office without a name."""

    person: Entry | str
    """An entry of the authority, or the id of an actor whom the article gives the office."""
    named: bool = False
    """True where the article names the person without this office."""
    term: Term | None = None
    """The term of office that tells it."""


def describe(case: Case, span: Span, state: str | None) -> Meant | None:
    """Return who is meant by an office without a name: a person of the article, or the authority's holder on its day."""
    told = kind(case, span)
    if status(span) not in SERVING or data(span, "plural"):
        return None
    same = [role for role in _held(case, told, status(span)) if not _other_task(case, span, role)]
    here = {role.person for role in same if role.country == state}
    if state is None and data(span, "definite") and told in ONE_HOLDER and not elsewhere(case, span):
        bearers = {role.person for role in same if not role.country or role.country.startswith(_STATE)}
        here = bearers if len(bearers) == 1 else here
    elif state is None and elsewhere(case, span):
        here = set()
    if len(here) == 1 and (state or data(span, "definite")):
        person = here.pop()
        return Meant(person, term=_own_term(case, person, told, state))
    if state is None or case.day is None:
        return None
    found = _holders(case, span, told, state)
    if status(span) == "acting":
        found = [pair for pair in found if key(pair[1].office).startswith(_ACTING)]
    terms = {entry.id: (entry, term) for entry, term in reversed(found)}
    named = [pair for one, pair in terms.items() if one in case.actors]
    meant = named if len(named) == 1 else list(terms.values())
    if len(meant) != 1:
        return None
    (entry, term), sure = meant[0], meant[0][1].sure
    return Meant(entry, named=bool(named), term=term_of(case, entry, term)) if sure else None


def _own_term(case: Case, person: str, told: str, state: str | None) -> Term | None:
    """Return the term by which the authority knows, too, that a person of the article holds an office on its day."""
    entry = case.entry(person)
    if entry is None or case.day is None:
        return None
    held = [t for t in entry.tenures if t.kind == told and t.sure and in_office(t, case.day)]
    held = [t for t in held if state in {None, f"{_STATE}{t.country}"} or told == "secretary_general"]
    return term_of(case, entry, held[0]) if held else None


def _held(case: Case, told: str, how: RoleStatus) -> list[Role]:
    """Return the roles of one kind that are held in one way; "the minister" may be the acting one where there is no other."""
    roles = [role for role in case.roles if case.kinds.get((role.start, role.end)) == told]
    return [role for role in roles if role.status == how] or [r for r in roles if how == "held" and r.status in SERVING]


def _other_task(case: Case, span: Span, role: Role) -> bool:
    """Tell whether two envoys are sent to two states ("l'envoyé spécial pour le Yémen", "pour la Syrie")."""
    mine, theirs = _tasks(case, span.start, span.end), _tasks(case, role.start, role.end)
    return bool(data(span, "task") and mine and theirs and not mine & theirs)


def _tasks(case: Case, start: int, end: int) -> set[str]:
    """Return the states named within an office, other than by a nationality."""
    inside = [s for s in case.spans if s.kind == "name" and start <= s.start and s.end <= end]
    return {entry.country for s in inside for one in s.candidates[:1] if (entry := case.entry(one)) and entry.country}


_Held = tuple[Entry, Tenure]


def _holders(case: Case, span: Span, told: str, state: str) -> list[_Held]:
    """Return who may have held an office on the article's day: one where the terms tell, more where they leave it open."""
    iso = state.removeprefix(_STATE)
    if told in DESCRIBED and state.startswith(_STATE):
        return _of_state(case, told, iso)
    if told == "envoy" and data(span, "definite") and state.startswith(_STATE):
        return _envoys(case, span, iso)
    owner = case.entry(state)
    if owner is not None and owner.type == "igo" and (told == "secretary_general" or _merely_heads(span, owner)):
        terms = case.authority.holders("secretary_general", "", case.day)
        return [(entry, term) for entry, term in terms if _known(term) and key(owner.label) in key(term.office)]
    return []


def _known(term: Tenure) -> bool:
    return term.sure and term.start != ".."


def _of_state(case: Case, told: str, iso: str) -> list[_Held]:
    """Return the holder of an office of state; of two whose years leave open which, both.

    A candidate is never the holder, but where the dates of the others leave the day open, it may have been.
    """
    every = list(case.authority.holders(told, iso, case.day))
    terms = [pair for pair in every if pair[1].sure]
    if case.day is None:
        return []
    if case.day > _KNOWN_UNTIL:
        terms = [(e, t) for e, t in terms if e.rank == 0 or t.end != ".." or e.id in case.actors]
    if not terms:
        return []
    named = [(entry, term) for entry, term in terms if entry.id in case.actors]
    if named or _certain(terms[0][1], case.day):
        return named or terms[:1]
    return terms + [pair for pair in every if not pair[1].sure]


def _certain(term: Tenure, day: date) -> bool:
    """Tell whether a day lies within a term whatever the day in its first and last year or month was."""
    on = day.isoformat()
    first = term.start == ".." or len(term.start) >= _DAY or term.start < on[: len(term.start)]
    return first and (term.end == ".." or len(term.end) >= _DAY or on[: len(term.end)] < term.end)


def _envoys(case: Case, span: Span, iso: str) -> list[_Held]:
    """Return the envoys of a state whose title names the state that they are sent to, or else one that the article speaks of."""
    tasks = _tasks(case, span.start, span.end) - {iso} or {one for one, times in case.countries.items() if times} - {
        iso
    }
    names = {key(country.label) for one in tasks if (country := case.authority.country(one))}
    terms = case.authority.holders("envoy", iso, case.day)
    return [(entry, term) for entry, term in terms if _known(term) and any(name in key(term.office) for name in names)]


def _merely_heads(span: Span, owner: Entry) -> bool:
    """Tell whether an office is the head of a body and no more ("UN chief"), not of a part of it ("UN aid chief")."""
    words = set(key(data(span, "title")).split()) - set(key(data(span, "head")).split())
    forms = {word for name in owner.names for word in key(name.partition(":")[2] if name[2:3] == ":" else name).split()}
    return data(span, "kind") == "leader" and bool(words) and len(words - forms) <= 1 and not data(span, "task")
