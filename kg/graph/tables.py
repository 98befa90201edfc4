"""Which tables of the authority a store was built with, each by its hash: the graph `tables`."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg import iri
from kg.vocab import PROV, RDF, RDFS

__all__ = ["tables_quads"]

_GRAPH = ox.NamedNode(iri.graph("tables"))
_AUTHORITY = ox.NamedNode(iri.graph("authority"))


def tables_quads(files: Mapping[str, str]) -> Iterator[ox.Quad]:
    """Yield, for each table by name with its SHA-256, that the graph `authority` was made of it."""
    for name in sorted(files):
        table = ox.NamedNode(f"urn:sha256:{files[name]}")
        yield ox.Quad(_AUTHORITY, ox.NamedNode(PROV.wasDerivedFrom), table, _GRAPH)
        yield ox.Quad(table, ox.NamedNode(RDF.type), ox.NamedNode(PROV.Entity), _GRAPH)
        yield ox.Quad(table, ox.NamedNode(RDFS.label), ox.Literal(name), _GRAPH)
