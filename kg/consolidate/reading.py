"""Reads what articles tell out of their graphs, and what the authority knows of who is named there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pyoxigraph as ox

from kg import iri
from kg.consolidate.sources import unhex
from kg.consolidate.times import sharpest
from kg.consolidate.told import Amount, Doc, Said, Span, Told, ToldAgreement, ToldCommitment
from kg.consolidate.world import Fact
from kg.vocab import (
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    EXTENTS,
    FACTUALITIES,
    POLARITIES,
    PROV,
    RDF,
    RDFS,
    ROLES,
    SCHEMA,
    SEM,
    SKOS,
)

__all__ = ["Described", "Read", "article_graphs", "known", "read_article"]

_TYPE_WORDS = {kind.iri: word for word, kind in EVENT_TYPES.items()}
_STATUS_WORDS = {node: word for word, node in EVENT_STATUSES.items()}
_FACTUALITY_WORDS = {node: word for word, node in FACTUALITIES.items()}
_EXTENT_WORDS = {node: word for word, node in EXTENTS.items()}
_ROLE_WORDS = {node: word for word, node in ROLES.items()}
_STATE_CLASSES = {DK.Country, DK.GovernmentBody, DK.ArmedForces}

_NAMING = (*ROLES.values(), SEM.hasPlace, DK.attributedTo, DK.party, DK.holder, DK.officeOf)

_Term = ox.NamedNode | ox.Literal

Described = Mapping[str, Sequence[tuple[str, str | ox.Literal]]]
"""A time or quantity -> what its article says of it, as (predicate, value)."""


class _Graph:
    """The statements of one graph, read out of the store as they are asked for: most of them, passages, never are."""

    def __init__(self, store: ox.Store, name: str) -> None:
        self._store, self._name = store, ox.NamedNode(name)
        self._values: dict[str, dict[str, list[_Term]]] = {}

    def of_type(self, type_: str) -> list[str]:
        """Return the subjects of a class, sorted."""
        found = self._store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(type_), self._name)
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))

    def values(self, predicate: str) -> dict[str, list[_Term]]:
        """Return the values of a property by subject, in no order."""
        values = self._values.get(predicate)
        if values is None:
            values = self._values[predicate] = {}
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, self._name):
                subject, value = quad.subject, quad.object
                if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                    values.setdefault(subject.value, []).append(value)
        return values

    def statements(self, subject: str) -> list[tuple[str, str | ox.Literal]]:
        """Return all that is said of a subject, sorted."""
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), None, None, self._name)
        found = [(quad.predicate.value, quad.object) for quad in quads]
        terms = [(p, term) for p, term in sorted(found, key=str) if isinstance(term, ox.NamedNode | ox.Literal)]
        return [(p, term.value if isinstance(term, ox.NamedNode) else term) for p, term in terms]

    def terms(self, subject: str, predicate: str) -> list[_Term]:
        """Return the values of a property, in order of their text."""
        found = self.values(predicate).get(subject, ())
        return sorted(found, key=lambda term: term.value) if len(found) > 1 else list(found)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return the values of a property as text, sorted."""
        return [term.value for term in self.terms(subject, predicate)]

    def one(self, subject: str, predicate: str) -> str:
        """Return the first value of a property, or nothing."""
        return next(iter(self.all(subject, predicate)), "")

    def number(self, subject: str, predicate: str) -> float | None:
        """Return a figure."""
        text = self.one(subject, predicate)
        return float(text) if text else None

    def names(self) -> frozenset[str]:
        """Return the actors and places that events, claims, agreements and offices name."""
        found = (term.value for p in _NAMING for terms in self.values(p).values() for term in terms)
        return frozenset(name for name in found if name.startswith(iri.ENTITY))

    def roles(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Return (role, actor), sorted."""
        return tuple(
            sorted((role, term.value) for p, role in _ROLE_WORDS.items() for term in self.values(p).get(subject, ()))
        )


class Read(NamedTuple):
    """What one graph tells."""

    doc: Doc
    events: list[Told]
    agreements: list[ToldAgreement]
    facts: frozenset[Fact]
    described: Described


def article_graphs(store: ox.Store) -> list[str]:
    """Return the IRIs of the graphs of articles, sorted."""
    names = (node.value for node in store.named_graphs() if isinstance(node, ox.NamedNode))
    return sorted(name for name in names if name.startswith(iri.article_graph("")))


def known(store: ox.Store) -> frozenset[Fact]:
    """Return the facts of the authority."""
    return frozenset(_facts(_Graph(store, iri.graph("authority"))))


def read_article(store: ox.Store, name: str) -> Read:
    """Read the graph of one article."""
    graph = _Graph(store, name)
    doc = _doc(name, graph)
    claims = _claims(graph, doc)
    return Read(
        doc,
        [_told(graph, doc, event, claims.get(event, [])) for event in graph.of_type(DK.ReportedEvent)],
        [_agreement(graph, doc, node) for node in graph.of_type(DK.ReportedAgreement)],
        frozenset(_facts(graph)),
        {node: graph.statements(node) for node in (*graph.of_type(DK.TimeExpression), *graph.of_type(DK.Quantity))},
    )


def _facts(graph: _Graph) -> Iterator[Fact]:
    """Yield what a graph says of actors, places and offices."""
    for type_ in sorted(_STATE_CLASSES):
        for node in graph.of_type(type_):
            if code := graph.one(node, DK.countryCode):
                yield "state", node, code
    for what, type_ in (("person", DK.Person), ("country", DK.Country)):
        for node in graph.of_type(type_):
            yield what, node, ""
    for node in (*graph.of_type(DK.Place), *graph.of_type(DK.Country)):
        if code := graph.one(node, DK.countryCode):
            yield "place", node, code
    for node in graph.of_type(DK.Office):
        if owner := graph.one(node, DK.officeOf):
            yield "office", node, owner
    for node in (*graph.of_type(DK.OfficeTenure), *graph.of_type(DK.RoleClaim)):
        where = graph.one(node, DK.officeOf) or graph.one(node, DK.office)
        if where:
            yield "holds", graph.one(node, DK.holder), where
    for what, predicate in (("label", SKOS.prefLabel), ("name", RDFS.label)):  # some have a plain label alone
        for node, labels in graph.values(predicate).items():
            for label in labels if node.startswith(iri.ENTITY) or "/source/" in node else ():
                if isinstance(label, ox.Literal):
                    yield what, node, f"{label.language or ''} {label.value}"


def _doc(name: str, graph: _Graph) -> Doc:
    node = graph.one(name, PROV.wasDerivedFrom)
    return Doc(
        node,
        graph.one(node, SCHEMA.datePublished)[:10],
        graph.one(node, SCHEMA.inLanguage),
        int(graph.one(node, DK.sketchSize) or 0),
        unhex(graph.one(node, DK.textSketch)),
        graph.names(),
    )


def _claims(graph: _Graph, doc: Doc) -> dict[str, list[Said]]:
    """Return the claims by the event that they report."""
    found: dict[str, list[Said]] = defaultdict(list)
    for node in graph.of_type(DK.Claim):
        factuality = _FACTUALITY_WORDS.get(graph.one(node, DK.factuality), "Uu")
        said = Said(
            node,
            _STATUS_WORDS.get(graph.one(node, DK.eventStatus), "claimed"),
            factuality,
            graph.one(node, DK.polarity) != POLARITIES["negative"] and not factuality.endswith("minus"),
            graph.one(node, DK.statementDate) or doc.published,
            _span(graph, node, DK.claimedTime),
            graph.one(node, DK.wording),
        )
        for event in graph.all(node, DK.reportsEvent):
            found[event].append(said)
    return found


def _told(graph: _Graph, doc: Doc, node: str, claims: list[Said]) -> Told:
    types = Counter(_TYPE_WORDS[type_] for type_ in graph.all(node, SEM.eventType) if type_ in _TYPE_WORDS)
    return Told(
        node,
        doc.iri,
        min(types, key=lambda word: (-types[word], word), default="statement"),
        graph.roles(node),
        tuple(graph.all(node, SEM.hasPlace)),
        _span(graph, node, DK.when),
        _span(graph, node, DK.deadline),
        tuple(sorted(_amount(graph, amount) for amount in graph.all(node, DK.quantity))),
        graph.one(node, DK.underAgreement),
        graph.one(node, SEM.subEventOf),
        tuple(sorted(claims)),
        doc.published,
    )


def _agreement(graph: _Graph, doc: Doc, node: str) -> ToldAgreement:
    return ToldAgreement(
        node,
        doc.iri,
        graph.one(node, RDFS.label),
        doc.language,
        graph.one(node, DK.agreementStatus),
        graph.one(node, DK.aboutAgreement),
        tuple(graph.all(node, DK.party)),
        tuple(graph.all(node, ROLES["mediator"])),
        _span(graph, node, DK.when),
        tuple(graph.all(node, SEM.hasPlace)),
        graph.one(node, DK.signedIn),
        tuple(_commitment(graph, doc, term) for term in graph.all(node, DK.hasCommitment)),
        tuple(graph.all(node, SKOS.exactMatch)),
        doc.published,
        words=graph.one(node, DK.wording),
    )


def _commitment(graph: _Graph, doc: Doc, node: str) -> ToldCommitment:
    return ToldCommitment(
        node,
        doc.iri,
        graph.one(node, DK.commitmentType),
        graph.one(node, DK.commitmentStatus),
        graph.one(node, DK.obligor),
        graph.one(node, DK.obligee),
        _span(graph, node, DK.deadline),
        graph.one(node, DK.concernsEvent),
        graph.one(node, RDFS.label),
        doc.language,
        doc.published,
    )


def _span(graph: _Graph, node: str, predicate: str) -> Span | None:
    """Return the time that a property gives, the most precise of several."""
    spans = [
        Span(
            time,
            graph.one(time, DK.edtf),
            _day(graph.one(time, DK.earliest)),
            _day(graph.one(time, DK.latest)),
            graph.one(time, DK.timexMod),
        )
        for time in graph.all(node, predicate)
    ]
    return sharpest(spans)[0] if spans else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _amount(graph: _Graph, node: str) -> Amount:
    return Amount(
        node,
        graph.one(node, DK.unit),
        graph.one(node, DK.quantityKind),
        _EXTENT_WORDS.get(graph.one(node, DK.extent), ""),
        graph.number(node, SCHEMA.value),
        graph.number(node, SCHEMA.minValue),
        graph.number(node, SCHEMA.maxValue),
        graph.one(node, DK.approximate) == "true",
    )
