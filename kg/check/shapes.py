"""Runs ontology/shapes.ttl through pyshacl over the union of the graphs."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg import share
from kg.check.violation import Violation

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

__all__ = ["broken_shapes"]

_SH = "http://www.w3.org/ns/shacl#"


@cache
def _turtle(name: str) -> "Graph":
    from rdflib import Graph

    return Graph().parse(str(share.path("ontology", name)), format="turtle")


def broken_shapes(store: "ox.Store") -> Iterator[Violation]:
    """Yield what the shapes find.  The ontology is added to the data for its classes and event types."""
    import pyoxigraph as ox
    import pyshacl
    from rdflib import RDF, Graph, URIRef

    data = Graph() + _turtle("diplokg.ttl")
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in store)
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=_turtle("shapes.ttl"), inference="none", advanced=False)
    for result in report.subjects(RDF.type, URIRef(_SH + "ValidationResult")):
        focus = str(report.value(result, URIRef(_SH + "focusNode")))
        message = str(report.value(result, URIRef(_SH + "resultMessage")))
        shape = str(report.value(result, URIRef(_SH + "sourceShape")))
        value = report.value(result, URIRef(_SH + "value"))
        path = report.value(result, URIRef(_SH + "resultPath"))
        component = str(report.value(result, URIRef(_SH + "sourceConstraintComponent")))
        if component == _SH + "SPARQLConstraintComponent" and isinstance(value, URIRef):
            focus, value = str(value), None  # such a constraint is asked once for many nodes and returns the wrong ones
        name = shape.rpartition("#")[2] if "#" in shape else "property"
        said = " ".join(part for part in (f"<{path}>" if isinstance(path, URIRef) else "", message) if part)
        yield Violation(
            f"shape:{name}", focus, said + (f" ({value})" if value is not None else ""), _graph(store, focus)
        )


def _graph(store: "ox.Store", focus: str) -> str:
    """Return the first named graph that describes a node."""
    import pyoxigraph as ox

    if ":" not in focus:
        return ""  # a blank node
    graphs = {quad.graph_name for quad in store.quads_for_pattern(ox.NamedNode(focus), None, None)}
    return min((graph.value for graph in graphs if isinstance(graph, ox.NamedNode)), default="")
