"""Offices to roles: who holds which office, by apposition; and descriptions to the holder on the article's day."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from kg.authority import in_office, key
from kg.lang.names import Names
from kg.lang.offices import Offices
from kg.model import Role, Span
from kg.resolve.case import Case, data, every

__all__ = ["resolve"]

_PORTFOLIOS = {
    "foreign": "foreign_minister",
    "defence": "defence_minister",
    "interior": "interior_minister",
    "finance": "finance_minister",
}
_DESCRIBED = frozenset({"head_of_state", "head_of_government", *_PORTFOLIOS.values()})
_ONE_HOLDER = _DESCRIBED | {"secretary_general"}
"""Offices that one person holds: two titles of one kind and person are one role."""
_ONE_A_BODY = frozenset({"leader", "spokesperson", "commander", "ambassador", "envoy"})
"""Offices whose titles vary from sentence to sentence ("chef", "dirigeant"): one a person and body."""
_AGENTS = _DESCRIBED | {"minister", "deputy", "envoy", "ambassador", "spokesperson", "commander", "leader"}
"""Offices whose holder acts for the state or body, whoever it is."""
_NEAR = 300
"""Characters that a counterpart may stand behind the office that it mirrors."""
_OF_STATE = frozenset({"government", "organization", "military"})
"""Types of bodies whose offices are offices of their state."""
_OF_THE_SETTING = _DESCRIBED | {"minister", "spokesperson", "leader"}
Status = Literal["held", "former", "future"]


class _Gaps:
    """What may stand between an office and its holder."""

    def __init__(self, names: Names, offices: Offices, possessives: tuple[str, ...]) -> None:
        titles = "|".join(
            re.escape(t) for t in sorted((*names.titles_he, *names.titles_she, *names.titles), key=len, reverse=True)
        )
        articles = "|".join(re.escape(a) for a in names.articles)
        joins = "|".join(re.escape(a) for a in names.and_)
        acronym = r"(?:\s*\([^()\n]{1,12}\))?"
        self.after = re.compile(
            rf"{acronym}\s*,?\s+(?:(?:{articles})\s+(?=(?:{titles})\b))?(?:(?:{titles})\.?\s+){{0,2}}|{acronym}\s*[,:]\s+",
            re.IGNORECASE,
        )
        named_as = "|".join(re.escape(a) for a in offices.as_) or "(?!)"
        self.named_as = re.compile(rf"\s+(?:{named_as})\s+(?:(?:{articles})(?:\s+|['’]))?$", re.IGNORECASE)
        self.before = re.compile(
            rf"(?:,\s+|\s+\()(?:(?:{articles})(?:\s+|['’]))?$|\s+(?:{articles})(?:\s+|['’])$", re.IGNORECASE
        )
        self.closed = re.compile(rf"{acronym}\s*(?:[,.;:)\]»”\"—–]|$|\n|\s(?:{joins})\s)", re.IGNORECASE)
        self.joined = re.compile(rf"\s*(?:,|\s(?:{joins})|,\s*(?:{joins}))\s+(?:(?:{articles})\s+)?", re.IGNORECASE)
        own = "|".join(re.escape(word) for word in possessives)
        self.own = re.compile(rf"\s*,?\s+(?:{joins})\s+(?:(?:{own})\s+)?", re.IGNORECASE)
        self.beside = re.compile(rf"\s*,?\s+(?:{joins})\s+(?:{own}|{articles})(?:\s+|['’])", re.IGNORECASE)
        self.list = tuple(
            re.compile(
                rf"\s*(?:,|,?\s+(?:{joins}))\s+(?:[^\W\d_]+,?\s+){{{words}}}(?:(?:{titles})\.?\s+)?", re.IGNORECASE
            )
            for words in range(3)
        )


_gaps = lru_cache(maxsize=16)(_Gaps)


def resolve(case: Case) -> None:
    """Enter the roles of the article, and a mention for each description that leads to one person."""
    offices = _counterparts([span for span in case.spans if span.kind == "office"])
    bound = _bind(case, offices)
    for number, span in enumerate(offices):
        owners = _owners(case, span)
        holders = bound.get(number, [])
        for place, (person, owner) in enumerate(holders):
            shared = owners[place] if len(owners) == len(holders) else owners[0] if owners else None
            state = owner or shared or _shared_owner(case, span, offices, number) or _told_before(case, span)
            _role(case, span, person, state)
    for number, span in enumerate(offices):
        if number not in bound:
            owners = _owners(case, span)
            shared = (
                None if owners else _shared_owner(case, span, offices, number) or _told_before(case, span, held=False)
            )
            if not _describe(case, span, owners[0] if owners else shared):
                _agents(case, span, owners)
    _settle_countries(case)


def _settle_countries(case: Case) -> None:
    """Give persons of no known country that of the state whose office they hold or held."""
    for role in case.roles:
        actor = case.actors.get(role.person)
        if actor is not None and actor.country is None and (role.country or "").startswith("country/"):
            case.actors[role.person] = replace(actor, country=(role.country or "").removeprefix("country/"))


@lru_cache(maxsize=16)
def _agency(offices: Offices) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded words of those who act for a state, and of those who do not."""
    plain = {form for word in offices.agents for form in (word, word.replace("(in)", ""), word.replace("(in)", "in"))}
    return frozenset(key(word) for word in plain), frozenset(key(word) for word in offices.opposed)


def _agents(case: Case, span: Span, owners: list[str]) -> None:
    """Read one who acts for a state or body without a name as the state or body ("a French minister", "un diplomate turc")."""
    offices = case.language.offices
    head = key(data(span, "head"))
    agents, opposed = _agency(offices)
    title = set(key(data(span, "title")).split())
    if (data(span, "kind") not in _AGENTS and head not in agents) or _status(span) != "held" or title & opposed:
        return
    if any((entry := case.entry(value.split("|")[0])) and entry.type == "person" for value in every(span, "of")):
        return  # an adviser of a president is no state
    for owner in dict.fromkeys(owners):
        actor = case.state(owner.removeprefix("country/")) if owner.startswith("country/") else owner
        if actor in case.actors or actor in case.authority:
            known = case.known(case.authority.entry(actor)) if actor in case.authority else actor
            case.mention(span, case.actors[known].type, "office", known, confidence=0.6)


def _counterparts(offices: list[Span]) -> list[Span]:
    """Return the offices with each counterpart ("son homologue russe") given the title of the office before it."""
    read: list[Span] = []
    for span in offices:
        if data(span, "kind") != "counterpart":
            read.append(span)
        elif read and span.start - read[-1].end <= _NEAR:
            same = tuple(pair for pair in read[-1].data if pair[0] in {"kind", "portfolio", "deputy"})
            own = tuple(pair for pair in span.data if pair[0] in {"of", "within", "definite", "head", "plural"})
            read.append(replace(span, data=(*same, ("title", data(read[-1], "title")), *own)))
    return read


Holder = tuple[str, str | None]
"""Actor id of a person, and of the state that the text gives this one alone ("présidents rwandais X et congolais Y")."""


def _bind(case: Case, offices: list[Span]) -> dict[int, list[Holder]]:
    """Return the holders of each office that has some beside it; an office in the plural may have several."""
    bound: dict[int, list[Holder]] = {}
    for number, span in enumerate(offices):
        holders = _after(case, span) or _before(case, span)
        if holders:
            bound[number] = holders
    for number in range(len(offices) - 2, -1, -1):
        if (
            number not in bound
            and number + 1 in bound
            and _joined(case, offices[number], offices[number + 1], comma=False)
        ):
            bound[number] = [(bound[number + 1][0][0], None)]
    for number in range(1, len(offices)):
        if number not in bound and number - 1 in bound and _joined(case, offices[number - 1], offices[number]):
            bound[number] = [(bound[number - 1][0][0], None)]
    return bound


def _after(case: Case, span: Span) -> list[Holder]:
    gaps = _gaps(case.language.names, case.language.offices, case.language.grammar.possessives)
    starts = case.persons_from
    match = gaps.after.match(case.text, span.end)
    found = starts.get(match.end()) if match else None
    if found is None:
        return []
    holders: list[Holder] = [(found[1], None)]
    while data(span, "plural"):
        matches = [
            match for pattern in gaps.list if (match := pattern.match(case.text, found[0])) and match.end() in starts
        ]
        if not matches:
            break
        holders.append((starts[matches[0].end()][1], _nationality(case, matches[0].start(), matches[0].end())))
        found = starts[matches[0].end()]
    return holders


def _nationality(case: Case, start: int, end: int) -> str | None:
    """Return the country of the nationality between two offsets."""
    value = next(
        ("|".join(s.candidates) for s in case.spans if s.kind == "demonym" and start <= s.start and s.end <= end), ""
    )
    return _owner(case, value) if value else None


def _before(case: Case, span: Span) -> list[Holder]:
    """Return the person whose name the office stands behind: "X, le ministre turc de la Défense,"."""
    gaps = _gaps(case.language.names, case.language.offices, case.language.grammar.possessives)
    ends = case.persons_to
    window = case.text[max(0, span.start - 30) : span.start]
    match = gaps.before.search(window)
    person = ends.get(span.start - len(window) + match.start()) if match else None
    if person and gaps.closed.match(case.text, span.end):
        return [(person, None)]
    names = case.language.names
    if not data(span, "definite") and names.demonym_after and not names.demonym_before and re.search(r"\w\s$", window):
        person = ends.get(span.start - 1)
        if person:
            return [(person, None)]
    match = gaps.named_as.search(window)
    person = ends.get(span.start - len(window) + match.start()) if match else None
    return [(person, None)] if person else []


def _joined(case: Case, first: Span, second: Span, *, comma: bool = True) -> bool:
    """Tell whether two offices are named in one breath ("vice-Premier ministre et ministre des Affaires étrangères")."""
    if bool(data(first, "plural")) != bool(data(second, "plural")):
        return False
    gap = case.text[first.end : second.start]
    return (comma or "," not in gap) and bool(
        _gaps(case.language.names, case.language.offices, case.language.grammar.possessives).joined.fullmatch(gap)
    )


def _shared_owner(case: Case, span: Span, offices: list[Span], number: int) -> str | None:
    """Return the state or body of the office that this one is joined to."""
    for other in (number + 1, number - 1):
        if 0 <= other < len(offices) and _joined(case, *sorted((span, offices[other]), key=lambda s: s.start)):
            shared = _owners(case, offices[other])
            if shared:
                return shared[0]
    return None


def _told_before(case: Case, span: Span, *, held: bool = True) -> str | None:
    """Return the state of the office told right before ("Mali's president X and Prime Minister Y", "X et son ministre Y").

    Of an office without a name beside it, `held` being false: "the emir of Qatar, X, as well as [the foreign minister]".
    """
    sentence = case.sentence(span.start)
    if sentence is None or _kind(span) not in _DESCRIBED:
        return None
    told = [
        r
        for r in case.roles
        if sentence.start <= r.start < span.start and case.kinds.get((r.start, r.end)) in _DESCRIBED
    ]
    holder = max((end for end in case.persons_to if sentence.start < end < span.start), default=None)
    if not told or holder is None:
        return None
    gaps = _gaps(case.language.names, case.language.offices, case.language.grammar.possessives)
    own = (gaps.own if held else gaps.beside).fullmatch(case.text[holder : span.start])
    return told[-1].country if own else None


def _owners(case: Case, span: Span) -> list[str]:
    """Return the actor ids of the states or bodies that an office belongs to."""
    found = [owner for value in every(span, "of") if (owner := _owner(case, value))]
    for inner in every(span, "within"):
        start, end = (int(part) for part in inner.split(":"))
        inside = [m.actor for m in case.mentions if (m.start, m.end) == (start, end) and m.actor and m.form == "group"]
        found += [_state(case, actor) for actor in inside[:1]]
    return found


def _owner(case: Case, value: str) -> str | None:
    entries = [entry for part in value.split("|") if (entry := case.entry(part))]
    if not entries:
        return None
    entry = entries[0]
    if len(entries) > 1 and entry.type == "country":
        entry = max(entries, key=lambda e: case.countries[e.country])
    if entry.country and (entry.type in _OF_STATE or (entry.type == "place" and entry.stands_for)):
        state = case.authority.country(entry.country)
        return case.known(state) if state is not None else None
    if entry.type == "person" and entry.country:
        return (
            case.known(case.authority.entry(f"country/{entry.country}"))
            if case.authority.country(entry.country)
            else None
        )
    return case.known(entry) if entry.type not in {"place", "agreement", "conflict", "person"} else None


def _state(case: Case, actor: str) -> str:
    """Return the state that a body belongs to, or the body where it belongs to none."""
    body = case.actors[actor]
    state = case.authority.country(body.country) if body.country and body.type in _OF_STATE else None
    return case.known(state) if state else actor


def _role(case: Case, span: Span, person: str, country: str | None) -> None:
    """Enter a role once for a person and kind of office, and a mention of the person."""
    case.mention(span, "person", "office", person, confidence=0.85)
    kind, status = _kind(span), _status(span)
    title = data(span, "title")
    if any(
        role.person == person and role.status == status and _same(case, role, title, kind, country)
        for role in case.roles
    ):
        return
    case.kinds[span.start, span.end] = kind
    state = country or _home(case, kind, person, status) or _setting(case, kind, person)
    case.roles.append(Role(person, title, span.start, span.end, state, status, _office_id(case, kind, person, state)))


def _office_id(case: Case, kind: str, person: str, state: str | None) -> str | None:
    """Return the authority's id of an office of state that the authority knows the person to have held."""
    entry = case.entry(person)
    if entry is None or kind not in _DESCRIBED or state is None:
        return None
    held = [t for t in entry.tenures if t.kind == kind and state == f"country/{t.country}" and t.sure and t.office_id]
    return next((t.office_id for t in held if case.day and in_office(t, case.day)), held[0].office_id if held else None)


def _same(case: Case, role: Role, title: str, kind: str, country: str | None) -> bool:
    """Tell whether a title says again what a role says."""
    if role.office.casefold() == title.casefold():
        return True
    if case.kinds.get((role.start, role.end)) != kind:
        return False
    return kind in _ONE_HOLDER or (kind in _ONE_A_BODY and country in {role.country, None})


def _status(span: Span) -> Status:
    status = data(span, "status")
    return "former" if status == "former" else "future" if status == "future" else "held"


def _kind(span: Span) -> str:
    if data(span, "deputy"):
        return "deputy"
    kind = data(span, "kind")
    return _PORTFOLIOS.get(data(span, "portfolio"), "minister") if kind == "minister" else kind


def _home(case: Case, kind: str, person: str, status: Status) -> str | None:
    """Return the state of an office whose article leaves it out, where the authority knows that the person held it."""
    entry = case.entry(person)
    if entry is None:
        return None
    states = {
        term.country
        for term in entry.tenures
        if term.kind == kind and term.country and (status != "held" or case.day is None or in_office(term, case.day))
    }
    states = states or ({entry.country} if case.countries[entry.country] else set())
    found = case.authority.country(states.pop()) if len(states) == 1 else None
    return case.known(found) if found else None


def _setting(case: Case, kind: str, person: str) -> str | None:
    """Return the country that an article is about, for an office of state whose holder the authority lacks."""
    if kind not in _OF_THE_SETTING or case.entry(person) is not None:
        return None
    found = case.setting()
    if found is None or (kind in _DESCRIBED and not case.authority.holders(kind, found.country, None)):
        return None
    return case.known(found)


def _describe(case: Case, span: Span, country: str | None) -> bool:
    """Enter a mention for a description such as "le chef de la diplomatie russe", where one person is meant; tell whether it is."""
    kind = _kind(span)
    if _status(span) != "held" or data(span, "plural"):
        return False
    same = {r.person for r in case.roles if case.kinds.get((r.start, r.end)) == kind and r.status == "held"}
    here = {r.person for r in case.roles if r.person in same and r.country == country}
    if country is None and data(span, "definite") and len(same) == 1 and kind in _ONE_HOLDER:
        here = same
    if len(here) == 1 and (country or data(span, "definite")):
        case.mention(span, "person", "office", here.pop(), confidence=0.8)
        return True
    if kind not in _DESCRIBED or not country or not country.startswith("country/") or case.day is None:
        return False
    holders = [
        entry for entry, term in case.authority.holders(kind, country.removeprefix("country/"), case.day) if term.sure
    ]
    named = [entry for entry in holders if entry.id in case.actors]
    if not holders or len(named) > 1:
        return False
    entry = named[0] if named else holders[0]
    actor = case.known(entry)
    if named:
        _role(case, span, actor, country)
    else:
        case.mention(span, "person", "office", actor, confidence=0.7)
        case.alias(actor, span.text)
    return True
