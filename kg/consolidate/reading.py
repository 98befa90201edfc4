"""Reads what articles tell out of their graphs, and what the authority knows of who is named there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Self

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

__all__ = ["Described", "Read", "article_graphs", "known", "known_of", "read_article", "read_lines", "resting_on"]

_TYPE_WORDS = {kind.iri: word for word, kind in EVENT_TYPES.items()}
_STATUS_WORDS = {node: word for word, node in EVENT_STATUSES.items()}
_FACTUALITY_WORDS = {node: word for word, node in FACTUALITIES.items()}
_EXTENT_WORDS = {node: word for word, node in EXTENTS.items()}
_ROLE_WORDS = {node: word for word, node in ROLES.items()}
_STATE_CLASSES = {DK.Country, DK.GovernmentBody, DK.ArmedForces}

_NAMING = (*ROLES.values(), SEM.hasPlace, DK.attributedTo, DK.party, DK.holder, DK.officeOf)

_AUTHORITY = ox.NamedNode(iri.graph("authority"))
_HOLDER, _OFFICE, _OFFICE_OF = (ox.NamedNode(name) for name in (DK.holder, DK.office, DK.officeOf))
_NAMED = f"<{iri.ENTITY}"

_Term = str | ox.Literal
"""An IRI or a literal."""

Described = Mapping[str, Sequence[tuple[str, str | ox.Literal]]]
"""A time or quantity -> what its article says of it, as (predicate, value)."""


class _Graph:
    """The statements of one graph: written out as lines by the database, which costs a tenth of asking for them."""

    def __init__(self, lines: bytes, ending: str = " .") -> None:
        self._values: dict[str, dict[str, list[str]]] = {}
        cut = -len(ending)
        for line in lines.decode().split("\n"):
            if line:
                subject, predicate, value = line.split(" ", 2)
                self._values.setdefault(predicate[1:-1], {}).setdefault(subject[1:-1], []).append(value[:cut])

    @classmethod
    def stored(cls, store: ox.Store, name: str) -> Self:
        """Return the graph of a name."""
        return cls(store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(name)) or b"")

    def of_type(self, type_: str) -> list[str]:
        """Return the subjects of a class, sorted."""
        return sorted(subject for subject, types in self._written(RDF.type).items() if f"<{type_}>" in types)

    def _written(self, predicate: str) -> dict[str, list[str]]:
        return self._values.get(predicate, {})

    def values(self, predicate: str) -> Iterator[tuple[str, list[_Term]]]:
        """Yield the values of a property by subject, in no order."""
        for subject, values in self._written(predicate).items():
            yield subject, [_term(value) for value in values]

    def statements(self, subject: str) -> list[tuple[str, _Term]]:
        """Return all that is said of a subject, sorted."""
        found = sorted((p, value) for p, by_subject in self._values.items() for value in by_subject.get(subject, ()))
        return [(p, _term(value)) for p, value in found]

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return the values of a property as text, sorted."""
        found = self._written(predicate).get(subject)
        return sorted(map(_text, found)) if found else []

    def one(self, subject: str, predicate: str) -> str:
        """Return the first value of a property, or nothing."""
        return next(iter(self.all(subject, predicate)), "")

    def number(self, subject: str, predicate: str) -> float | None:
        """Return a figure."""
        text = self.one(subject, predicate)
        return float(text) if text else None

    def names(self) -> frozenset[str]:
        """Return the actors and places that events, claims, agreements and offices name."""
        found = {value for p in _NAMING for values in self._written(p).values() for value in values}
        return frozenset(value[1:-1] for value in found if value.startswith(_NAMED))

    def roles(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Return (role, actor), sorted."""
        return tuple(
            sorted(
                (role, _text(value)) for p, role in _ROLE_WORDS.items() for value in self._written(p).get(subject, ())
            )
        )


def _text(written: str) -> str:
    """Return the IRI, or the text of the literal, that N-Triples write so."""
    if written[0] == "<":
        return written[1:-1]
    if "\\" in written:
        return _parsed(written).value
    return written[1 : written.rindex('"')]


def _term(written: str) -> _Term:
    """Return the IRI or literal that N-Triples write so."""
    return written[1:-1] if written[0] == "<" else _parsed(written)


@lru_cache(maxsize=10_000)
def _parsed(written: str) -> ox.Literal:
    quad = next(iter(ox.parse(f"<a:a> <a:a> {written} .", format=ox.RdfFormat.N_TRIPLES)))
    assert isinstance(quad.object, ox.Literal), written
    return quad.object


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
    return frozenset(_facts(_Graph.stored(store, _AUTHORITY.value)))


def known_of(store: ox.Store, nodes: Iterable[str]) -> frozenset[Fact]:
    """Return the facts of the authority that are of some things."""
    lines: list[str] = []
    for node in map(ox.NamedNode, nodes):
        held = store.quads_for_pattern(None, _HOLDER, node, _AUTHORITY)
        for each in (node, *(quad.subject for quad in held)):
            lines += [f"{quad.triple} .\n" for quad in store.quads_for_pattern(each, None, None, _AUTHORITY)]
    return frozenset(_facts(_Graph("".join(lines).encode())))


def resting_on(store: ox.Store, nodes: Iterable[str]) -> set[str]:
    """Return the offices that the authority says are of some states and bodies, and who it says holds some offices."""
    found: set[str] = set()
    for node in map(ox.NamedNode, nodes):
        offices = store.quads_for_pattern(None, _OFFICE_OF, node, _AUTHORITY)
        found |= {quad.subject.value for quad in offices if isinstance(quad.subject, ox.NamedNode)}
        for held in store.quads_for_pattern(None, _OFFICE, node, _AUTHORITY):
            holders = store.quads_for_pattern(held.subject, _HOLDER, None, _AUTHORITY)
            found |= {quad.object.value for quad in holders if isinstance(quad.object, ox.NamedNode)}
    return found


def read_article(store: ox.Store, name: str) -> Read:
    """Read the graph of one article."""
    return _read(name, _Graph.stored(store, name))


def read_lines(name: str, quads: bytes) -> Read:
    """Read the graph of one article that is given as N-Quads."""
    return _read(name, _Graph(quads, f" <{name}> ."))


def _read(name: str, graph: _Graph) -> Read:
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
    for what, type_ in (("person", DK.Person), ("country", DK.Country), ("post", DK.Office)):
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
        for node, labels in graph.values(predicate):
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
        next((level for claim in sorted(claims) if (level := graph.one(claim.iri, DK.delegationLevel))), ""),
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
