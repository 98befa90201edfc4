"""Names of countries, cities and buildings to places, or to the actors that they stand for."""

from kg.authority import Entry, key
from kg.model import MentionType, Span
from kg.resolve import bodies
from kg.resolve.case import Case
from kg.resolve.slots import slot, targeted

__all__ = ["country", "other", "place"]


def country(case: Case, span: Span, entry: Entry) -> None:
    """Enter a country, as a place too where the text uses it as one."""
    actor = case.known(entry)
    used = slot(case.text, span.start, span.end, case.language.names) if span.kind == "name" else "open"
    there = span.kind == "name" and used != "acts" and not targeted(case.text, span.start, case.language.names)
    literal = case.place(entry) if there else None
    case.mention(span, "country", "demonym" if span.kind == "demonym" else "name", actor, place=literal)


def place(case: Case, span: Span, entry: Entry, *, acting: bool = False) -> None:
    """Enter a place, or the actor that its name stands for."""
    used = slot(case.text, span.start, span.end, case.language.names) if entry.stands_for else "place"
    if entry.stands_for and (used == "acts" or (acting and used == "open")):
        actor = _stood_for(case, entry)
        if actor is not None:
            kind: MentionType = case.actors[actor].type
            form = "CapitalForGovernment" if entry.capital else "BuildingForInstitution"
            case.mention(span, kind, "name", actor, metonym=form, literal=entry.id, confidence=0.8)
            return
    case.mention(span, "place", "name", place=case.place(entry))


def _stood_for(case: Case, entry: Entry) -> str | None:
    if not entry.stands_for.startswith("body:"):
        return case.known(case.authority.entry(entry.stands_for)) if entry.stands_for in case.authority else None
    _, iso, kind = entry.stands_for.split(":")
    owner = case.authority.country(iso)
    return bodies.body(case, kind, owner, "", entry.label) if owner else None


def _credited(text: str, span: Span) -> bool:
    """Tell whether an outlet is only credited: "(Reuters)", "X / AFP via Getty Images"."""
    before, after = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 8]
    alone = before.endswith("(") and after.startswith(")")
    return alone or before.rstrip().endswith(("/", "©", " via")) or after.lstrip().startswith(("/", "via "))


def other(case: Case, span: Span, entry: Entry) -> None:
    """Enter an organisation, group, body or agreement."""
    if entry.type == "agreement":
        case.mention(span, "agreement", "name", agreement=entry.id)
    elif entry.type == "media" and _credited(case.text, span):
        case.mention(span, "media", "name", confidence=0.5)
    elif entry.type != "conflict":
        actor = case.known(entry)
        building = "BuildingForInstitution" if key(span.text) in case.authority.buildings else None
        case.mention(span, case.actors[actor].type, "name", actor, metonym=building)
