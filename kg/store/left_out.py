"""What a store remembers of the documents that its builds left out, in a small graph of its own."""

from collections.abc import Iterable
from typing import NamedTuple

import pyoxigraph as ox

from kg import iri

__all__ = ["LeftOut", "read_left_out", "to_quads"]

_GRAPH = ox.NamedNode(iri.graph("store"))
_SOURCE = ox.NamedNode("http://purl.org/dc/terms/source")
_REASON = ox.NamedNode("http://purl.org/dc/terms/description")


class LeftOut(NamedTuple):
    """A document that no graph was made of."""

    where: str
    """The file, or `file#item`."""
    reason: str


def to_quads(entry: LeftOut) -> list[ox.Quad]:
    """Return what the store's own graph says of one document."""
    node = ox.NamedNode(f"{iri.graph('store')}#left-out-{iri.digest(entry.where)}")
    return [
        ox.Quad(node, _SOURCE, ox.Literal(entry.where), _GRAPH),
        ox.Quad(node, _REASON, ox.Literal(entry.reason), _GRAPH),
    ]


def read_left_out(quads: Iterable[ox.Quad]) -> list[LeftOut]:
    """Return what the quads of the store's own graph say, sorted."""
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            found.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    entries = (entry for entry in found.values() if _REASON.value in entry)  # the graph holds other notes as well
    return sorted(LeftOut(entry[_SOURCE.value], entry[_REASON.value]) for entry in entries)
