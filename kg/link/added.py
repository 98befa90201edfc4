"""Which things are told of for the first time, so that their links alone are worked out."""

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg import iri
from kg.link.links import GRAPH
from kg.vocab import DK, RDF, RDFS, SKOS

__all__ = ["LINKS", "described", "described_first", "tied"]

LINKS = ox.NamedNode(GRAPH)

_LOCAL = iri.ENTITY + "local/"
_ARTICLE = iri.article_graph("")
_SAID = tuple(ox.NamedNode(name) for name in (RDFS.label, RDF.type, SKOS.exactMatch, SKOS.closeMatch))
_EXACT, _JOINED = ox.NamedNode(SKOS.exactMatch), ox.NamedNode(DK.joinedTo)
_CONSOLIDATED = ox.NamedNode(iri.graph("consolidated"))


def described_first(store: ox.Store, articles: Collection[str]) -> set[str]:
    """Return the things that the authority lacks and of which some articles say what no other article does."""
    graphs = [ox.NamedNode(iri.article_graph(article)) for article in articles]
    return {
        quad.subject.value
        for graph in graphs
        for predicate in _SAID
        for quad in store.quads_for_pattern(None, predicate, None, graph)
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith(_LOCAL)
        and not _elsewhere(store, quad, graphs)
    }


def _elsewhere(store: ox.Store, said: ox.Quad, graphs: Collection[ox.NamedNode]) -> bool:
    found = store.quads_for_pattern(said.subject, said.predicate, said.object, None)
    return any(_of_article(quad) and quad.graph_name not in graphs for quad in found)


def _of_article(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(_ARTICLE)


def described(store: ox.Store, things: Iterable[str]) -> ox.Store:
    """Return a store of what articles say of some things alone, as far as links follow from it."""
    found = ox.Store()
    found.extend(_described(store, things))
    return found


def _described(store: ox.Store, things: Iterable[str]) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(_ARTICLE)
    for thing in map(ox.NamedNode, things):
        for predicate in _SAID:
            for quad in store.quads_for_pattern(thing, predicate, None, None):
                if _of_article(quad):
                    yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def tied(store: ox.Store, things: Collection[str], items: Iterable[str]) -> bool:
    """Tell whether a thing is joined to another, or has one of the Wikidata items that some things have."""
    for thing in map(ox.NamedNode, things):
        for quads in (
            store.quads_for_pattern(thing, _JOINED, None, LINKS),
            store.quads_for_pattern(None, _JOINED, thing, LINKS),
        ):
            if next(quads, None) is not None:
                return True
    return any(
        quad.subject.value.startswith(iri.ENTITY) and quad.subject.value not in things
        for item in items
        for quad in store.quads_for_pattern(None, _EXACT, ox.NamedNode(item), None)
        if isinstance(quad.subject, ox.NamedNode) and quad.graph_name != _CONSOLIDATED
    )
