"""Who is meant by an office without a name, on the article's date: "le chef de la diplomatie russe", "the Pentagon chief"."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from kg.authority import Entry, Tenure, in_office, key, leads
from kg.lang.offices import Offices
from kg.model import Role, RoleStatus, Span, Term
from kg.resolve.case import Case, data, every
from kg.resolve.holders import DESCRIBED, ONE_HOLDER, SERVING, STATE, elsewhere, kind, status, term_of, titles

__all__ = ["Meant", "describe", "nobody", "one_of_many"]

_DAY = len("2020-01-01")
_EXPORTED_UNTIL: Final = date(2023, 1, 31)
"""The month of the last export that the tables were made of: whom they leave in office may have left since (data/authority/README.md)."""
_UNREAD: Final = "not reviewed"
"""How the basis of a curated row ends that was taken over as an export has it."""
_WRITTEN_UNTIL: Final = date(2026, 12, 31)
"""A year behind the day to which open terms written by hand were gone through."""
_ACTING: Final = ("acting ", "interim ")
"""What begins English titles of those who hold an office for a time."""
_SORTS: Final = {
    "supreme": frozenset({"supreme"}),
    "queen": frozenset({"queen"}),
    "monarch": frozenset({"king", "emir", "amir", "sultan", "monarch", "emperor", "pope", "prince", "duke"}),
    "president": frozenset({"president"}),
}
"""Words of the tables' English titles of heads of state that a language tells apart, too (`called`)."""
_BEFORE = 24
"""Characters before an office that hold an article and an adjective."""
_GAP = timedelta(days=45)
"""Most time between one holder and the next."""
_AHEAD = timedelta(days=120)
"""How long before his first day one is called a successor."""


class Meant(NamedTuple):
    """Who is meant by an office without a name."""

    person: Entry | str
    """An entry of the authority, or the id of an actor whom the article gives the office."""
    named: bool = False
    """True where the article names the person without this office."""
    term: Term | None = None
    """The term of office that tells it."""


_Held = tuple[Entry, Tenure]


def describe(case: Case, span: Span, state: str | None) -> Meant | None:
    """Return who is meant by an office without a name: a person of the article, or the authority's holder on its day."""
    told, alone = kind(case, span), data(span, "title").lower() in case.language.offices.states
    state = lone(case, span) if alone else state  # "the Argentine pope" is not Argentina's
    if data(span, "mirror") in {"successor", "predecessor"}:
        return _next_to(case, span, told)
    any_of_them = one_of_many(case, span)
    if status(span) not in SERVING or data(span, "plural") or (any_of_them and told in ONE_HOLDER):
        return None
    same = [role for role in _held(case, told, status(span)) if not _other_task(case, span, role)]
    same = [role for role in same if _one_sort(_sort(case, data(span, "title")), _sort(case, role.office))]
    if any_of_them or told == "other":  # "an official of X" is no adviser of X
        same = [role for role in same if key(data(span, "head")) in key(role.office).split()]
    here = {role.person for role in same if role.country == state}
    if state is None and told in ONE_HOLDER and (every(span, "of") or every(span, "within")):
        here = set()  # "the Quebec premier", "the Senate president": of something else than a state
    elif state is None and data(span, "definite") and told in ONE_HOLDER and not elsewhere(case, span):
        bearers = {role.person for role in same if not role.country or role.country.startswith(STATE)}
        here = bearers if len(bearers) == 1 else here
    elif state is None and elsewhere(case, span):
        here = set()
    if len(here) == 1 and (state or (data(span, "definite") and not any_of_them)):
        person = here.pop()
        return Meant(person, term=_own_term(case, person, told, state))
    if state is None or case.day is None or any_of_them:
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


@lru_cache(maxsize=16)
def _any(offices: Offices, *, none: bool) -> re.Pattern[str]:
    """Return what stands before an office that is held by any or none: the article, and one adjective behind it."""
    words = offices.none if none else (*offices.some, *offices.none)
    forms = "|".join(re.escape(word) for word in words) or "(?!)"
    return re.compile(rf"(?:^|[\s'’(«“\"])(?:{forms})\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)


def one_of_many(case: Case, span: Span) -> bool:
    """Tell whether an office is held by any, or is counted ("a US president", "[the first] Afghan president")."""
    ordinals = {key(word) for word in case.language.dates.ordinals}
    title = set(key(data(span, "title")).split()) - set(key(data(span, "head")).split())
    before = case.text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    counted = before.split()[-1:] and key(before.split()[-1]) in ordinals
    return bool(title & ordinals or counted or _any(case.language.offices, none=False).search(before))


def nobody(case: Case, span: Span) -> bool:
    """Tell whether an office is said to be nobody's in particular ("no French president", "tout ministre russe")."""
    before = case.text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    return _any(case.language.offices, none=True).search(before) is not None


def _own_term(case: Case, person: str, told: str, state: str | None) -> Term | None:
    """Return the term by which the authority knows, too, that a person of the article holds an office on its day."""
    entry = case.entry(person)
    if entry is None or case.day is None:
        return None
    held = [t for t in entry.tenures if t.kind == told and t.sure and in_office(t, case.day)]
    held = [t for t in held if state in {None, f"{STATE}{t.country}"} or told == "secretary_general"]
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
    inside = [s for s in case.at.within(start, end) if s.kind == "name"]
    return {entry.country for s in inside for one in s.candidates[:1] if (entry := case.entry(one)) and entry.country}


def _holders(case: Case, span: Span, told: str, state: str) -> list[_Held]:
    """Return who may have held an office on the article's day: one where the terms tell, more where they leave it open."""
    iso, said = state.removeprefix(STATE), _sort(case, data(span, "title"))
    if told == "leader" and state.startswith(STATE) and data(span, "definite"):
        alone = {key(data(span, "title"))} & {key(each) for each in case.language.offices.called.get("leader", ())}
        return _of_state(case, leads(iso), iso, "") if alone and leads(iso) else []
    title = titles(case.language.offices).get(key(data(span, "title")))
    if title and state.startswith(STATE):
        return _of_state(case, title, iso, "")
    if told in DESCRIBED and state.startswith(STATE):
        return _of_state(case, told, iso, said)
    if told == "envoy" and data(span, "definite") and state.startswith(STATE):
        return _envoys(case, span, iso)
    owner = case.entry(state)
    if owner is None or owner.type != "igo":
        return []
    terms = case.authority.holders("secretary_general", "", case.day)
    if told == "foreign_minister":
        return [(entry, term) for entry, term in terms if _known(case, term) and "foreign affairs" in key(term.office)]
    if told == "secretary_general" or _merely_heads(case, span, owner):
        return [(e, term) for e, term in terms if _known(case, term) and _heads(owner, term)]
    return []


def _heads(owner: Entry, term: Tenure) -> bool:
    """Tell whether a term is at the head of a body: its title ends with a name of it."""
    title = key(term.office)
    return any(title.endswith(f" {key(name.partition(':')[2] if name[2:3] == ':' else name)}") for name in owner.names)


def _known(case: Case, term: Tenure) -> bool:
    """Tell whether a term in a body is sure, on the article's day whatever the day in a year or month was."""
    return term.sure and term.start != ".." and case.day is not None and _certain(term, case.day)


def _sort(case: Case, title: str) -> str:
    """Return what a language calls a head of state by: president, monarch, supreme, leader; empty where it says no such thing."""
    return next((sort for sort, forms in _called(case.language.offices) if forms & _runs(key(title).split())), "")


@lru_cache(maxsize=16)
def _called(offices: Offices) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((sort, frozenset(key(form) for form in forms)) for sort, forms in offices.called.items())


def lone(case: Case, span: Span) -> str | None:
    """Return the one state that has an office of this title, whatever the text says of it ("the pope")."""
    iso = case.language.offices.states.get(data(span, "title").lower())
    return f"{STATE}{iso}" if iso and not every(span, "of") and not elsewhere(case, span) else None


def _runs(words: list[str]) -> set[str]:
    """Return the runs of up to three words."""
    return {" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words))}


def _one_sort(said: str, other: str) -> bool:
    """Tell whether two titles may be of one office: president and king are two, and so are president and supreme leader.

    A queen is who has the title herself: the tables may say "monarch" of a king, whose wife is called so.
    """
    if "queen" in {said, other}:
        return said == other or (said in {"", "monarch"} and other == "queen")
    return said == other or not said or not other or "leader" in {said, other}


def _term_sort(term: Tenure) -> str:
    words = set(key(term.office).split())
    return next((sort for sort, forms in _SORTS.items() if forms & words), "")


def _of_state(case: Case, told: str, iso: str, said: str) -> list[_Held]:
    """Return the holder of an office of state; of two whose years leave open which, or of two sorts of heads, both.

    A candidate is never the holder, but where the dates of the others leave the day open, it may have been.
    """
    if case.day is None:
        return []
    every = [pair for pair in case.authority.holders(told, iso, case.day) if _one_sort(said, _term_sort(pair[1]))]
    terms = _latest([pair for pair in every if pair[1].sure])
    terms = [(entry, term) for entry, term in terms if entry.id in case.actors or _still(term, case.day)]
    if not terms:
        return []
    named = [(entry, term) for entry, term in terms if entry.id in case.actors]
    if named:
        return named
    if told == "head_of_state" and len({_term_sort(term) for _, term in terms} - {""}) > 1:
        return terms
    if _certain(terms[0][1], case.day):
        return terms[:1]
    return terms + [pair for pair in every if not pair[1].sure]


def _still(term: Tenure, day: date) -> bool:
    """Tell whether an open term may be trusted to go on until a day; of exports, and of rows made of them, not for long."""
    until = _EXPORTED_UNTIL if term.basis[:1].isdigit() or term.basis.endswith(_UNREAD) else _WRITTEN_UNTIL
    return term.end != ".." or day <= until


def _latest(terms: list[_Held]) -> list[_Held]:
    """Return terms without those of no known end that began before another one of the office."""
    starts = [(_term_sort(term), term.start) for _, term in terms if term.start != ".."]
    return [
        (entry, term)
        for entry, term in terms
        if term.end != ".." or not any(sort == _term_sort(term) and start > term.start for sort, start in starts)
    ]


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
    known = [(entry, term) for entry, term in terms if term.sure and term.start != ".."]
    return [(entry, term) for entry, term in known if any(name in key(term.office) for name in names)]


def _merely_heads(case: Case, span: Span, owner: Entry) -> bool:
    """Tell whether an office is the head of a body and no more ("UN chief"), not of a part of it ("UN aid chief")."""
    names = case.language.names
    small = {word for form in (*names.articles, *names.of) for word in key(form).split()}
    words = set(key(data(span, "title")).split()) - set(key(data(span, "head")).split()) - small
    forms = {word for name in owner.names for word in key(name.partition(":")[2] if name[2:3] == ":" else name).split()}
    whole = not data(span, "task") and not data(span, "within")  # else "head of the UN [observers]"
    return data(span, "kind") in {"leader", "head_of_state"} and len(words - forms) <= 1 and whole


def _next_to(case: Case, span: Span, told: str) -> Meant | None:
    """Return who held an office before or after the one whom the article gives it: "Joe Biden … [his predecessor]"."""
    before = [r for r in case.roles if r.start < span.start and case.kinds.get((r.start, r.end)) == told]
    role = max(before, key=lambda r: r.start, default=None)
    if role is None or role.status not in SERVING or case.day is None or not (role.country or "").startswith(STATE):
        return None
    iso = (role.country or "").removeprefix(STATE)
    terms = [(e, t) for e, t in case.authority.holders(told, iso, None) if t.sure and t.start != ".."]
    own = [t for e, t in terms if e.id == role.person and in_office(t, case.day)]
    if len(own) != 1 or data(span, "plural"):
        return None
    mine, later = own[0], data(span, "mirror") == "successor"
    others = [(e, t) for e, t in terms if e.id != role.person and _term_sort(t) == _term_sort(mine) and not _brief(t)]
    if later:
        found = [(e, t) for e, t in others if _meets(mine.end, t.start) and t.start <= str(case.day + _AHEAD)]
    else:
        found = [(e, t) for e, t in others if _meets(t.end, mine.start)]
    if len({entry.id for entry, _ in found}) != 1:
        return None
    entry, term = found[0]
    return Meant(entry, term=term_of(case, entry, term))


def _brief(term: Tenure) -> bool:
    """Tell whether a term is that of one who only stood in until the next came."""
    if len(term.start) < _DAY or len(term.end) < _DAY:
        return False
    return date.fromisoformat(term.end) - date.fromisoformat(term.start) < _GAP


def _meets(end: str, start: str) -> bool:
    """Tell whether a term that begins on a day follows at once on one that ends on another; only days tell."""
    if len(end) < _DAY or len(start) < _DAY:
        return False
    return -_GAP < date.fromisoformat(start) - date.fromisoformat(end) < _GAP
