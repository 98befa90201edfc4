"""What kind of office a span is, and who held it on the article's day: "le chef de la diplomatie russe", "the Pentagon chief"."""

from datetime import date
from typing import Final, Literal

from kg.authority import Entry, Tenure, in_office, key
from kg.model import Role, Span
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps

__all__ = ["DESCRIBED", "ONE_HOLDER", "Status", "describe", "elsewhere", "kind", "office_id", "owners", "status"]

_PORTFOLIOS: Final = {
    "foreign": "foreign_minister",
    "defence": "defence_minister",
    "interior": "interior_minister",
    "finance": "finance_minister",
}
_LED: Final = {
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
_DAY = len("2020-01-01")
_KNOWN_UNTIL: Final = date(2023, 12, 31)
"""A year behind the exports that the tables were made of: whom they leave in office may have left since (data/authority/README.md)."""
Status = Literal["held", "former", "future"]


def status(span: Span) -> Status:
    """Return whether an office is held, no more or not yet."""
    told = data(span, "status")
    return "former" if told == "former" else "future" if told == "future" else "held"


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
        return _LED.get(owner.body, told)
    return told if owner.type in _OF_STATES or owner.body in _LED or owner.body == "government" else "leader"


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
    """Return the authority's id of an office of state that the authority knows the person to have held."""
    entry = case.entry(person)
    if entry is None or office not in DESCRIBED or state is None:
        return None
    held = [t for t in entry.tenures if t.kind == office and state == f"country/{t.country}" and t.sure and t.office_id]
    return next((t.office_id for t in held if case.day and in_office(t, case.day)), held[0].office_id if held else None)


def describe(case: Case, span: Span, state: str | None) -> tuple[Entry | str, bool] | None:
    """Return who is meant by an office without a name: a person of the article, or the authority's holder on its day.

    True beside it where the article names the holder without this office.
    """
    told = kind(case, span)
    if status(span) != "held" or data(span, "plural"):
        return None
    same = [role for role in _held(case, told) if not _other_task(case, span, role)]
    here = {role.person for role in same if role.country == state}
    if state is None and data(span, "definite") and told in ONE_HOLDER and not elsewhere(case, span):
        bearers = {role.person for role in same if not role.country or role.country.startswith("country/")}
        here = bearers if len(bearers) == 1 else here
    elif state is None and elsewhere(case, span):
        here = set()
    if len(here) == 1 and (state or data(span, "definite")):
        return here.pop(), False
    if state is None or case.day is None:
        return None
    entries = _holders(case, span, told, state)
    named = [entry for entry in entries if entry.id in case.actors]
    if len(named) == 1:
        return named[0], True
    return (entries[0], False) if len(entries) == 1 else None


def _held(case: Case, told: str) -> list[Role]:
    return [role for role in case.roles if case.kinds.get((role.start, role.end)) == told and role.status == "held"]


def _other_task(case: Case, span: Span, role: Role) -> bool:
    """Tell whether two envoys are sent to two states ("l'envoyé spécial pour le Yémen", "pour la Syrie")."""
    mine, theirs = _tasks(case, span.start, span.end), _tasks(case, role.start, role.end)
    return bool(data(span, "task") and mine and theirs and not mine & theirs)


def _tasks(case: Case, start: int, end: int) -> set[str]:
    """Return the states named within an office, other than by a nationality."""
    inside = [s for s in case.spans if s.kind == "name" and start <= s.start and s.end <= end]
    return {entry.country for s in inside for one in s.candidates[:1] if (entry := case.entry(one)) and entry.country}


def _holders(case: Case, span: Span, told: str, state: str) -> list[Entry]:
    """Return who may have held an office on the article's day: one where the terms tell, more where they leave it open."""
    iso = state.removeprefix("country/")
    if told in DESCRIBED and state.startswith("country/"):
        return _of_state(case, told, iso)
    if told == "envoy" and data(span, "definite") and state.startswith("country/"):
        return _envoys(case, span, iso)
    owner = case.entry(state)
    if owner is not None and owner.type == "igo" and (told == "secretary_general" or _merely_heads(span, owner)):
        terms = case.authority.holders("secretary_general", "", case.day)
        return [entry for entry, term in terms if _known(term) and key(owner.label) in key(term.office)]
    return []


def _known(term: Tenure) -> bool:
    return term.sure and term.start != ".."


def _of_state(case: Case, told: str, iso: str) -> list[Entry]:
    """Return the holder of an office of state; of two whose years leave open which, both."""
    terms = [pair for pair in case.authority.holders(told, iso, case.day) if pair[1].sure]
    if not terms or case.day is None:
        return []
    if case.day > _KNOWN_UNTIL:
        terms = [(e, t) for e, t in terms if e.rank == 0 or t.end != ".." or e.id in case.actors]
    named = [entry for entry, _ in terms if entry.id in case.actors]
    if not terms:
        return []
    if named or _certain(terms[0][1], case.day):
        return list({entry.id: entry for entry in named or [terms[0][0]]}.values())
    return list({entry.id: entry for entry, _ in terms}.values())


def _certain(term: Tenure, day: date) -> bool:
    """Tell whether a day lies within a term whatever the day in its first and last year or month was."""
    on = day.isoformat()
    first = term.start == ".." or len(term.start) >= _DAY or term.start < on[: len(term.start)]
    return first and (term.end == ".." or len(term.end) >= _DAY or on[: len(term.end)] < term.end)


def _envoys(case: Case, span: Span, iso: str) -> list[Entry]:
    """Return the envoys of a state whose title names the state that they are sent to, or else one that the article speaks of."""
    tasks = _tasks(case, span.start, span.end) - {iso} or {one for one, times in case.countries.items() if times} - {
        iso
    }
    names = {key(country.label) for one in tasks if (country := case.authority.country(one))}
    terms = case.authority.holders("envoy", iso, case.day)
    found = [entry for entry, term in terms if _known(term) and any(name in key(term.office) for name in names)]
    return list({entry.id: entry for entry in found}.values())


def _merely_heads(span: Span, owner: Entry) -> bool:
    """Tell whether an office is the head of a body and no more ("UN chief"), not of a part of it ("UN aid chief")."""
    words = set(key(data(span, "title")).split()) - set(key(data(span, "head")).split())
    forms = {word for name in owner.names for word in key(name.partition(":")[2] if name[2:3] == ":" else name).split()}
    return data(span, "kind") == "leader" and bool(words) and len(words - forms) <= 1 and not data(span, "task")
