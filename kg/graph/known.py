"""What the authority knows of the actors, places and offices that articles use."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Protocol

from kg import iri
from kg.authority.values import OF_STATE, Entry, Tenure, body_served
from kg.graph.terms import Statement, day, plain, words
from kg.model import Term
from kg.vocab import ACTOR_CLASSES, DK, LINKING_STATUSES, RDF, RDFS, SKOS

__all__ = ["Entries", "known", "tenure_iri"]

_LANGUAGE = re.compile(r"([a-z]{2}):(.+)", re.DOTALL)
_GOVERNMENT = "governmentorganization/"
"""What the ids of government bodies begin with in data/authority/actors.csv."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Entries(Protocol):
    """The part of the authority that is used here."""

    def __contains__(self, entry_id: str) -> bool:
        """Tell whether an id is known."""

    def entry(self, entry_id: str) -> Entry:
        """Return the entry of an id."""

    def basis(self, tenure: Tenure) -> str:
        """Return what a term of office rests on."""


def known(authority: Entries, ids: Iterable[str]) -> Iterator[Statement]:
    """Yield the description of each id that the authority holds, of their countries, of offices held."""
    wanted = {name for name in ids if name in authority}
    entries = {name: authority.entry(name) for name in wanted}
    owners = {_owner(tenure) for entry in entries.values() for tenure in entry.tenures if tenure.sure}
    states = {iri.country_id(entry.country) for entry in entries.values() if entry.country} | (owners - {""})
    entries |= {name: authority.entry(name) for name in states if name in authority}
    offices: dict[str, list[Tenure]] = {}
    for name in sorted(entries):
        entry = entries[name]
        yield from _entry(entry, entries)
        for tenure in entry.tenures if entry.type == "person" else ():
            if tenure.sure:
                office = _office_id(tenure)
                offices.setdefault(office, []).append(tenure)
                yield from _tenure(entry, tenure, office, authority.basis(tenure))
    for office in sorted(offices):
        yield from _office(office, offices[office], authority)


def _entry(entry: Entry, entries: dict[str, Entry]) -> Iterator[Statement]:
    here = iri.entity(entry.id)
    kind = _class(entry)
    if kind is None:
        return
    yield here, RDF.type, kind
    yield here, RDFS.label, plain(entry.label)
    yield here, SKOS.prefLabel, words(entry.label, "en")
    if entry.label_fr:
        yield here, SKOS.prefLabel, words(entry.label_fr, "fr")
    for name in entry.names:
        tagged = _LANGUAGE.fullmatch(name)
        text = tagged[2] if tagged else name
        if text not in {entry.label, entry.label_fr}:
            yield here, SKOS.altLabel, words(text, tagged[1]) if tagged else plain(text)
    yield from _link(here, entry.wikidata, entry.candidate)
    if entry.country:
        yield here, DK.countryCode, plain(entry.country)
        state = iri.country_id(entry.country)
        belongs = {DK.Person: DK.citizenOf, DK.Place: DK.inCountry, DK.GovernmentBody: DK.partOfState}
        predicate = DK.partOfState if kind == DK.ArmedForces else belongs.get(kind)
        if predicate and state in entries:
            yield here, predicate, iri.entity(state)


def _class(entry: Entry) -> str | None:
    """Return the class of an entry; ministries are government bodies, whatever the tables call them."""
    if entry.type == "place":
        return DK.Place
    if entry.type == "agreement":
        return DK.Agreement
    if entry.type == "organization" and (entry.body or entry.id.startswith(_GOVERNMENT)):
        return DK.GovernmentBody
    return ACTOR_CLASSES.get(entry.type)


def _link(here: str, wikidata: str, candidate: str) -> Iterator[Statement]:
    status = "linked" if wikidata else "candidate" if candidate else "unlinked"
    yield here, DK.linkingStatus, LINKING_STATUSES[status]
    if wikidata:
        yield here, SKOS.exactMatch, iri.wikidata(wikidata)
    elif candidate:
        yield here, SKOS.closeMatch, iri.wikidata(candidate)


def tenure_iri(person: str, tenure: Tenure | Term) -> str:
    """Return the IRI of a person's term of office."""
    return iri.tenure(person, _office_id(tenure), tenure.start, tenure.end)


def _office_id(tenure: Tenure | Term) -> str:
    return tenure.office_id or iri.local_id("office", f"{tenure.office} {tenure.country}")


def _tenure(entry: Entry, tenure: Tenure, office: str, basis: str) -> Iterator[Statement]:
    here = iri.tenure(entry.id, office, tenure.start, tenure.end)
    yield here, RDF.type, DK.OfficeTenure
    yield here, DK.holder, iri.entity(entry.id)
    yield here, DK.office, iri.entity(office)
    first, last = _days(tenure.start), _days(tenure.end)
    if first:
        yield here, DK.validFrom, day(first[0])
    if last:
        yield here, DK.validTo, day(last[1])
    if basis:
        yield here, DK.basis, plain(basis)


def _office(office: str, tenures: list[Tenure], authority: Entries) -> Iterator[Statement]:
    """Yield an office under its fullest label: tables that name it more briefly give other labels."""
    here = iri.entity(office)
    labels = sorted(
        {tenure.office for tenure in tenures}, key=lambda label: (label.startswith("Acting "), -len(label), label)
    )
    yield here, RDF.type, DK.Office
    yield here, RDFS.label, plain(labels[0])
    yield here, SKOS.prefLabel, words(labels[0], "en")
    for label in labels[1:]:
        yield here, SKOS.altLabel, words(label, "en")
    for kind in sorted({tenure.kind for tenure in tenures} & OF_STATE):
        yield here, DK.officeKind, plain(kind)
    yield from _link(here, "" if iri.is_local(office) else office, "")
    for owner in sorted({_owner(tenure) for tenure in tenures}):
        if owner in authority:
            yield here, DK.officeOf, iri.entity(owner)


def _owner(tenure: Tenure) -> str:
    """Return the id of whom the holder of an office acts for: a body of no state, else the state of the office."""
    return body_served(tenure.office) or (iri.country_id(tenure.country) if tenure.country else "")


def _days(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month or day; nothing for an open or unknown date."""
    found = _DATE.match(text)
    if not found:
        return None
    year, month, number = int(found[1]), found[2], found[3]
    if number:
        exact = date(year, int(month), int(number))
        return exact, exact
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    after = date(year + int(month) // 12, int(month) % 12 + 1, 1)
    return date(year, int(month), 1), after - timedelta(days=1)
