"""Offices to roles: who holds which office, by apposition; and descriptions to the holder on the article's day."""

import re

from kg.model import Role, Span
from kg.resolve.case import Case, data, every

__all__ = ["resolve"]

_KINDS = {
    "foreign": "foreign_minister",
    "defence": "defence_minister",
    "interior": "interior_minister",
    "finance": "finance_minister",
}
_DESCRIBED = frozenset({"head_of_state", "head_of_government", *_KINDS.values()})
_STATUS = {"former": "former", "future": "future"}


def resolve(case: Case) -> None:
    """Enter the roles of the article, and a mention for each description that leads to one person."""
    offices = [span for span in case.spans if span.kind == "office"]
    bound = _bind(case, offices)
    for number, span in enumerate(offices):
        person = bound.get(number)
        if person is not None:
            _role(case, span, person, _country(case, span, offices, number))
    for number, span in enumerate(offices):
        if number not in bound:
            _describe(case, span, _country(case, span, offices, number))


def _bind(case: Case, offices: list[Span]) -> dict[int, str]:
    """Return the person of each office that has one beside it."""
    starts = {start: actor for (start, _), actor in case.person_of.items()}
    ends = {end: actor for (_, end), actor in case.person_of.items()}
    bound: dict[int, str] = {}
    for number in range(len(offices) - 1, -1, -1):
        span = offices[number]
        person = _after(case, span, starts)
        if (
            person is None
            and number + 1 < len(offices)
            and number + 1 in bound
            and _joined(case, span, offices[number + 1])
        ):
            person = bound[number + 1]
        if person is not None:
            bound[number] = person
    for number, span in enumerate(offices):
        if number in bound:
            continue
        person = _before(case, span, ends)
        if person is None and number and number - 1 in bound and _joined(case, offices[number - 1], span):
            person = bound[number - 1]
        if person is not None:
            bound[number] = person
    return bound


def _words(case: Case) -> tuple[str, str, str]:
    names = case.language.names
    titles = "|".join(re.escape(t) for t in (*names.titles_he, *names.titles_she, *names.titles))
    articles = "|".join(re.escape(a) for a in names.articles)
    joins = "|".join(re.escape(a) for a in names.and_)
    return titles, articles, joins


def _after(case: Case, span: Span, starts: dict[int, str]) -> str | None:
    titles, _, _ = _words(case)
    gap = re.compile(rf"\s*,?\s+(?:(?:{titles})\.?\s+){{0,2}}", re.IGNORECASE)
    match = gap.match(case.text, span.end)
    return starts.get(match.end()) if match else None


def _before(case: Case, span: Span, ends: dict[int, str]) -> str | None:
    _, articles, _ = _words(case)
    window = case.text[max(0, span.start - 30) : span.start]
    match = re.search(
        rf"(?:,\s+|\s+\(|,\s+(?:{articles})['’]?\s*)$|,\s+(?:{articles})(?:\s+|['’])$", window, re.IGNORECASE
    )
    return ends.get(span.start - len(window) + match.start()) if match else None


def _joined(case: Case, first: Span, second: Span) -> bool:
    """Tell whether two offices are named in one breath ("vice-Premier ministre et ministre des Affaires étrangères")."""
    _, articles, joins = _words(case)
    gap = case.text[first.end : second.start]
    return bool(re.fullmatch(rf"\s*(?:,|\s(?:{joins})|,\s*(?:{joins}))\s+(?:(?:{articles})\s+)?", gap, re.IGNORECASE))


def _country(case: Case, span: Span, offices: list[Span], number: int) -> str | None:
    """Return the actor id of the state or body of an office: its own, else that of the office joined to it."""
    own = _owner(case, span)
    if own:
        return own
    for other in (number + 1, number - 1):
        if 0 <= other < len(offices) and _joined(case, *sorted((span, offices[other]), key=lambda s: s.start)):
            shared = _owner(case, offices[other])
            if shared:
                return shared
    return None


def _owner(case: Case, span: Span) -> str | None:
    for value in every(span, "of"):
        entries = [entry for part in value.split("|") if (entry := case.entry(part))]
        if not entries:
            continue
        entry = (
            max(entries, key=lambda e: case.countries[e.country])
            if len(entries) > 1 and entries[0].type == "country"
            else entries[0]
        )
        if entry.type == "place" and entry.country and entry.stands_for:
            return case.known(case.authority.entry(f"country/{entry.country}"))
        if entry.type not in {"place", "agreement", "conflict", "person"}:
            return case.known(entry)
    for inner in every(span, "within"):
        start, end = (int(part) for part in inner.split(":"))
        mention = next((m for m in case.mentions if (m.start, m.end) == (start, end) and m.actor), None)
        if mention:
            return mention.actor
    return None


def _role(case: Case, span: Span, person: str, country: str | None) -> None:
    country = country or _home(case, span, person)
    case.roles.append(
        Role(
            person, data(span, "title"), span.start, span.end, country, _STATUS.get(data(span, "status"), "held"), None
        )  # type: ignore[arg-type]
    )
    case.mention(span, "person", "office", person, confidence=0.85)


def _kind(span: Span) -> str:
    if data(span, "deputy"):
        return "deputy"
    kind = data(span, "kind")
    return _KINDS.get(data(span, "portfolio"), kind) if kind == "minister" else kind


def _home(case: Case, span: Span, person: str) -> str | None:
    """Return the state of an office whose article leaves it out, where the authority knows that the person held it."""
    entry = case.entry(person)
    kind = _kind(span)
    if entry is None or kind not in _DESCRIBED:
        return None
    states = {term.country for term in entry.tenures if term.kind == kind and term.country}
    found = case.authority.country(states.pop()) if len(states) == 1 else None
    return case.known(found) if found else None


def _describe(case: Case, span: Span, country: str | None) -> None:
    """Enter a mention for a description such as "le chef de la diplomatie russe", where one person is meant."""
    if data(span, "status") in {"former", "future"}:
        return
    kind = _kind(span)
    same = {r.person for r in case.roles if r.country == country and r.status == "held" and _role_kind(case, r) == kind}
    if country and len(same) == 1:
        case.mention(span, "person", "office", same.pop(), confidence=0.8)
        return
    if kind not in _DESCRIBED or not country or not country.startswith("country/") or case.day is None:
        return
    holders = [
        pair for pair in case.authority.holders(kind, country.removeprefix("country/"), case.day) if pair[1].sure
    ]
    here = [entry for entry, _ in holders if entry.id in case.actors]
    if len(here) == 1 or holders:
        entry = here[0] if len(here) == 1 else holders[0][0]
        actor = case.known(entry)
        case.mention(span, "person", "office", actor, confidence=0.7)
        case.roles.append(Role(actor, data(span, "title"), span.start, span.end, country, "held", None))


def _role_kind(case: Case, role: Role) -> str:
    span = next((s for s in case.spans if s.kind == "office" and s.start == role.start and s.end == role.end), None)
    return _kind(span) if span else ""
