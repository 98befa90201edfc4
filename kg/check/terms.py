"""Checks the use of terms: values are of their scheme, roles are those of the event type, properties exist."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import vocab
from kg.check.violation import Violation
from kg.vocab import DK, EVENT_TYPES, RDF, ROLES, SEM

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["wrong_terms"]

_VALUES = {
    DK.eventStatus: vocab.EVENT_STATUSES,
    DK.polarity: vocab.POLARITIES,
    DK.factuality: vocab.FACTUALITIES,
    DK.agreementStatus: vocab.AGREEMENT_STATUSES,
    DK.commitmentType: vocab.COMMITMENT_TYPES,
    DK.commitmentStatus: vocab.COMMITMENT_STATUSES,
    DK.quantityKind: vocab.QUANTITY_KINDS,
    DK.extent: vocab.EXTENTS,
    DK.roleStatus: vocab.ROLE_STATUSES,
    DK.metonymType: vocab.METONYM_TYPES,
    DK.linkingStatus: vocab.LINKING_STATUSES,
    SEM.eventType: {key: kind.iri for key, kind in EVENT_TYPES.items()},
}
_NAMESPACE = vocab.PREFIXES["dk"]
_TERMS = {value for name, value in vars(DK).items() if not name.startswith("_")} | set(ROLES.values())


def wrong_terms(store: "ox.Store") -> Iterator[Violation]:
    """Yield values outside their scheme, roles outside their event type, and terms that the ontology lacks."""
    yield from _values(store)
    yield from _roles(store)
    yield from _unknown(store)


def _values(store: "ox.Store") -> Iterator[Violation]:
    import pyoxigraph as ox

    for name, allowed in _VALUES.items():
        known = set(allowed.values())
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None):
            value = str(getattr(quad.object, "value", quad.object))
            if value not in known:
                said = f"the value of {_short(name)} is one of its scheme: {_short(value)}"
                yield Violation("value", _name(quad.subject), said, _name(quad.graph_name))


def _roles(store: "ox.Store") -> Iterator[Violation]:
    import pyoxigraph as ox

    allowed = {kind.iri: {ROLES[role] for role in kind.roles} for kind in EVENT_TYPES.values()}
    words = {kind.iri: key for key, kind in EVENT_TYPES.items()}
    types: dict[tuple[str, str], set[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(SEM.eventType), None):
        types.setdefault((_name(quad.subject), _name(quad.graph_name)), set()).add(_name(quad.object))
    for role, name in ROLES.items():
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None):
            mine = types.get((_name(quad.subject), _name(quad.graph_name)), set()) & set(allowed)
            if mine and not any(name in allowed[kind] for kind in mine):
                said = f"an event has the roles of its type only: {role} in {', '.join(sorted(words[kind] for kind in mine))}"
                yield Violation("role", _name(quad.subject), said, _name(quad.graph_name))


def _unknown(store: "ox.Store") -> Iterator[Violation]:
    import pyoxigraph as ox

    query = (
        "SELECT DISTINCT ?graph ?term WHERE { { GRAPH ?graph { ?s ?term ?o } } UNION "
        f"{{ GRAPH ?graph {{ ?s <{RDF.type}> ?term }} }} FILTER(STRSTARTS(STR(?term), '{_NAMESPACE}')) }}"
    )
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    for row in found:
        term = _name(row["term"])
        if term not in _TERMS:
            yield Violation("term", term, "the ontology has this term: it has not", _name(row["graph"]))


def _name(term: object) -> str:
    return str(getattr(term, "value", "") or "")


def _short(name: str) -> str:
    return f"dk:{name.removeprefix(_NAMESPACE)}" if name.startswith(_NAMESPACE) else name
