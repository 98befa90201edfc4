"""Annotations of one article to a Reading: one actor a referent, places told from actors, offices from persons."""

from msgspec.structs import replace

from kg.authority import Authority, key
from kg.lang import Language
from kg.model import ActorType, Annotations, Reading, Span
from kg.resolve import bodies, capitals, descriptions, persons, places, roles
from kg.resolve.case import Case, bodies_of_states, data, every
from kg.resolve.slots import slot

__all__ = ["resolve"]


def resolve(annotations: Annotations, language: Language, authority: Authority) -> Reading:
    """Return the article with its names resolved; the same annotations give the same reading."""
    case = Case(annotations, language, authority)
    _count_countries(case)
    persons.resolve(case)
    for span in case.spans:
        if span.kind == "group" and data(span, "kind") == "capital":
            capitals.resolve(case, span)
        elif span.kind == "group":
            bodies.resolve(case, span)
        elif span.kind in {"name", "demonym"} and span.type != "person":
            _name(case, span)
    roles.resolve(case)
    descriptions.resolve(case)
    _forget_adjectives(case)
    mentions = sorted(dict.fromkeys(case.mentions), key=lambda m: (m.start, -m.end, m.form, m.actor or ""))
    return Reading(
        annotations.article,
        annotations.sentences,
        tuple(mentions),
        tuple(case.actors.values()),
        tuple(case.places.values()),
        annotations.dates,
        annotations.quantities,
        tuple(sorted(case.roles, key=lambda r: (r.start, r.end, r.person))),
    )


def _forget_adjectives(case: Case) -> None:
    """Let go of countries that only the adjective of an idle thing names ("journal italien", "d'origine albanaise")."""
    owners = {
        part
        for span in case.spans
        if span.kind in {"group", "office"} and data(span, "kind") != "media"
        for value in every(span, "of")
        for part in value.split("|")
    }
    owners |= {role.country for role in case.roles if role.country}
    idle = {key(word) for word in case.language.names.idle}
    named = {m.actor for m in case.mentions if m.form != "demonym" or not idle & _neighbours(case.text, m.start, m.end)}
    gone = {actor for actor in case.actors if actor.startswith("country/") and actor not in named | owners}
    case.mentions = [replace(m, actor=None) if m.actor in gone else m for m in case.mentions]
    for actor in gone:
        del case.actors[actor]


def _neighbours(text: str, start: int, end: int) -> set[str]:
    """Return the folded words right before and after a stretch of text."""
    before, after = key(text[max(0, start - 30) : start]).split(), key(text[end : end + 30]).split()
    return {*before[-1:], *after[:1]}


def _count_countries(case: Case) -> None:
    for span in case.spans:
        if span.kind in {"name", "demonym"} and span.type != "person":
            entries = [entry for candidate in span.candidates if (entry := case.entry(candidate))]
            if entries and entries[0].country and not bodies_of_states(entries):
                case.countries[entries[0].country] += 1


def _unknown(case: Case, span: Span) -> None:
    """Enter an organisation or place that the authority lacks."""
    if data(span, "weak"):
        case.mention(span, span.type or "organization", "name", confidence=0.3)
    elif span.type in {"organization", "media"}:
        kind: ActorType = "media" if span.type == "media" else "organization"
        case.mention(
            span, kind, "name", case.local(kind, " ".join((data(span, "short") or span.text).split())), confidence=0.6
        )
    elif (
        span.type == "place"
        and span.origin != "rule"
        and slot(case.text, span.start, span.end, case.language.names) != "place"
    ):
        case.mention(span, "place", "name", confidence=0.3)
    elif span.type == "place":
        case.mention(span, "place", "name", place=case.local_place(span.text), confidence=0.6)


def _name(case: Case, span: Span) -> None:
    entries = [entry for candidate in span.candidates if (entry := case.entry(candidate))]
    if not entries:
        _unknown(case, span)
        return
    entry = case.own(entries)
    if entry is None:
        return
    if span.kind == "demonym" and entry.type != "country":
        return
    if entry.type == "country":
        places.country(case, span, entry)
    elif entry.type == "place":
        places.place(case, span, entry)
    else:
        places.other(case, span, entry)
