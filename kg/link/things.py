"""Reads out of a store which actors, places, offices and agreements have no Wikidata item, and what is known of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg import iri
from kg.authority import key
from kg.judgements import Link, Rulings
from kg.link.candidate import LinkType, Name, Office, Thing
from kg.vocab import ACTOR_CLASSES, DK, LINKING_STATUSES, OA, RDF, RDFS, SCHEMA, SKOS

__all__ = ["unlinked"]

_TYPES: dict[str, LinkType] = {
    **dict.fromkeys(ACTOR_CLASSES.values(), "organization"),
    DK.Person: "person",
    DK.Country: "country",
    DK.Population: "population",
    DK.Place: "place",
    DK.Office: "office",
    DK.Agreement: "agreement",
}
_MOST_NAMES = 24
_COMPANY = 60
"""Names of an article that are held against a description."""


class _Store:
    """Statements of all graphs, by subject or by value."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def terms(self, subject: str, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
        found = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)}
        return sorted(found, key=str)

    def values(self, subject: str, predicate: str) -> list[str]:
        return [term.value for term in self.terms(subject, predicate)]

    def one(self, subject: str, predicate: str) -> str:
        return next(iter(self.values(subject, predicate)), "")

    def subjects(self, predicate: str, value: str) -> list[str]:
        quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value), None)
        return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})

    def names(self, subject: str) -> list[Name]:
        """Return the names of a thing with their languages, preferred ones first."""
        found: dict[Name, None] = {}
        for predicate in (SKOS.prefLabel, RDFS.label, SKOS.altLabel):
            for term in self.terms(subject, predicate):
                if isinstance(term, ox.Literal) and term.value.strip():
                    found[term.value, term.language or ""] = None
        tagged = {text for text, language in found if language}
        return [(text, language) for text, language in found if language or text not in tagged]


def unlinked(
    store: ox.Store, rulings: Rulings, types: Collection[LinkType] = (), limit: int | None = None
) -> list[Thing]:
    """Return what has no Wikidata item, what most articles name first.

    Args:
        store: a store, derived.
        rulings: its judgements.
        types: kinds of things; all by default.
        limit: at most so many.
    """
    held = _Store(store)
    found = []
    for status in ("unlinked", "candidate"):
        for name in held.subjects(DK.linkingStatus, LINKING_STATUSES[status]):
            type_ = _type(held.values(name, RDF.type))
            if type_ and (not types or type_ in types) and not held.values(name, DK.joinedTo):
                found.append((name, type_, _articles(held, name, type_)))
    found.sort(key=lambda each: (-len(each[2]), each[0]))
    links, company = rulings.links(), _Company(held)
    return [_thing(held, *each, links, company) for each in found[:limit]]


def _type(classes: Iterable[str]) -> LinkType | None:
    known = {_TYPES[each] for each in classes if each in _TYPES}
    for type_ in ("country", "person", "agreement", "office", "population", "organization", "place"):
        if type_ in known:
            return type_
    return None


def _articles(held: _Store, name: str, type_: LinkType) -> list[str]:
    """Return the articles that name a thing; of an office, those that name who holds it."""
    if type_ == "office":
        told = [role for role in held.subjects(DK.office, name) if role.startswith(iri.article(""))]
    elif type_ == "agreement":
        told = held.subjects(DK.aboutAgreement, name)
    else:
        told = [*held.subjects(OA.hasBody, name), *held.subjects(DK.holder, name)]
    stem = iri.article("")
    return sorted({stem + each.removeprefix(stem).partition("/")[0] for each in told if each.startswith(stem)})


class _Company:
    """Who and what stands in an article, each article read once."""

    def __init__(self, held: _Store) -> None:
        self._held = held
        self._names: dict[str, frozenset[str]] = {}

    def of(self, articles: Sequence[str]) -> frozenset[str]:
        """Return the folded names of what stands in the first few of some articles."""
        return frozenset().union(*(self._in(article) for article in articles[:5]))

    def _in(self, article: str) -> frozenset[str]:
        if article not in self._names:
            passages = self._held.subjects(OA.hasSource, article)
            mentions = [each for passage in passages for each in self._held.subjects(OA.hasTarget, passage)]
            bodies = sorted({body for each in mentions for body in self._held.values(each, OA.hasBody)})[:_COMPANY]
            self._names[article] = frozenset(key(text) for body in bodies for text, _ in self._held.names(body))
        return self._names[article]


def _thing(
    held: _Store, name: str, type_: LinkType, articles: list[str], links: Mapping[str, Link], company: _Company
) -> Thing:
    days = [held.one(article, SCHEMA.datePublished)[:10] for article in articles]
    reports = _reports(held, name) if type_ == "agreement" else ()
    link = links.get(reports[0] if reports else name, Link())
    candidates = held.values(name, SKOS.closeMatch)
    return Thing(
        name,
        type_,
        tuple(held.names(name)[:_MOST_NAMES]),
        _country(held, name, type_),
        tuple(sorted({day for day in days if day})),
        tuple(_offices(held, name)) if type_ == "person" else (),
        next((held.one(time, DK.edtf) for time in held.values(name, DK.when)), "") if type_ == "agreement" else "",
        *(_parties(held, name) if type_ == "agreement" else (frozenset(), ())),
        company.of(articles),
        tuple(each.removeprefix(iri.WIKIDATA).removeprefix(iri.ENTITY) for each in candidates),
        link.refused,
        reports,
        len(articles),
    )


def _country(held: _Store, name: str, type_: LinkType) -> str:
    if type_ == "office":
        owner = held.one(name, DK.officeOf)
        return held.one(owner, DK.countryCode) if owner else ""
    return held.one(name, DK.countryCode)


def _offices(held: _Store, name: str) -> Iterable[Office]:
    """Yield the offices that articles say a person holds, each with the article's day."""
    for role in held.subjects(DK.holder, name):
        if not role.startswith(iri.article("")):
            continue
        article = iri.article(role.removeprefix(iri.article("")).partition("/")[0])
        owner, office = held.one(role, DK.officeOf), held.one(role, DK.office).removeprefix(iri.ENTITY)
        current = held.one(role, DK.roleStatus).endswith(("#Held", "#Acting"))
        day = held.one(article, SCHEMA.datePublished)[:10]
        yield Office(
            tuple(held.values(role, DK.officeTitle)),
            office if office[:1] == "Q" else "",
            held.one(owner, DK.countryCode) if owner else "",
            day=day if current else "",
        )


def _parties(held: _Store, name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the items of the parties that have one, and the other parties."""
    items = {party: held.one(party, SKOS.exactMatch) for party in held.values(name, DK.party)}
    linked = frozenset(item.removeprefix(iri.WIKIDATA) for item in items.values() if item)
    return linked, tuple(party for party, item in items.items() if not item)


def _reports(held: _Store, name: str) -> tuple[str, ...]:
    reports = tuple(held.subjects(DK.aboutAgreement, name))
    return reports if reports and name == iri.canonical("agreement", reports) else ()
