"""From extractions and the authority to quads; with kg.graph.rows, the only converter to and from RDF terms.

The quads of an article are all in its own named graph and follow from its text and the data files alone: no blank
nodes, counters, clocks or paths.  What the authority knows of the actors goes to the graph `authority`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from kg import iri
from kg.graph.agreements import agreements
from kg.graph.claims import claims
from kg.graph.known import Entries, known
from kg.graph.passages import passages, spans
from kg.graph.reading import article, mentions, named, roles
from kg.graph.tables import tables_quads
from kg.graph.terms import Statement, Written, lines_of
from kg.model import Extraction

__all__ = [
    "ArticleGraph",
    "article_graph",
    "authority_document",
    "authority_ids",
    "authority_quads",
    "document",
    "ids_of",
    "nquads",
    "quads",
    "tables_quads",
]


class ArticleGraph(NamedTuple):
    """One article's named graph as N-Quads, sorted bytewise."""

    quads: bytes
    told: bytes
    """Those of them that are neither of mentions nor of passages: what the article says, without where it says it."""
    names: frozenset[str]
    """The IRIs of the actors, places and offices that it speaks of."""


def article_graph(extraction: Extraction, *, base: str = iri.BASE) -> ArticleGraph:
    """Return the named graph of one article.

    Args:
        extraction: what the pipeline made of the article.
        base: what the IRIs of data begin with; those of the ontology stay.

    Raises:
        DataError: an extractor uses an event type, a role or a metonym that the ontology lacks.
        ValueError: an id that an extractor uses makes no IRI.
    """
    it, nodes = extraction.article, Written(base)
    end = f" {nodes[iri.article_graph(it.id)]} .\n"
    told = lines_of(_told(extraction), nodes, end)
    shown = list(dict.fromkeys(mentions(extraction.reading, nodes, end)))
    names = frozenset(name for name in nodes if name.startswith(iri.ENTITY))
    shown += passages(it, spans(extraction), nodes, end)
    told.sort()
    return ArticleGraph(_sorted(told + shown), "".join(told).encode(), names)


def document(extraction: Extraction, *, base: str = iri.BASE) -> bytes:
    """Return the quads of one article's named graph as N-Quads, sorted bytewise; as `article_graph`."""
    return article_graph(extraction, base=base).quads


def quads(extraction: Extraction, *, base: str = iri.BASE) -> Iterator[ox.Quad]:
    """Yield the quads of one article's named graph, each once; as `article_graph`."""
    yield from ox.parse(document(extraction, base=base), format=ox.RdfFormat.N_QUADS)


def _told(extraction: Extraction) -> Iterator[Statement]:
    reading = extraction.reading
    yield from article(extraction)
    yield from named(reading)
    yield from roles(reading)
    yield from claims(extraction)
    yield from agreements(extraction)


def authority_ids(found: Iterable[ox.Quad], *, base: str = iri.BASE) -> frozenset[str]:
    """Return the ids of actors, places and offices that quads speak of, local ones left out."""
    return ids_of((quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)), base=base)


def ids_of(names: Iterable[str], *, base: str = iri.BASE) -> frozenset[str]:
    """Return the ids of actors, places and offices among IRIs, local ones left out."""
    stem = base + "id/"
    ids = {name[len(stem) :] for name in names if name.startswith(stem)}
    return frozenset(name for name in ids if not iri.is_local(name))


def authority_document(authority: Entries, ids: Iterable[str], *, base: str = iri.BASE) -> bytes:
    """Return what the authority knows of these ids, of their countries and of offices held, as the graph `authority`."""
    nodes = Written(base)
    return _sorted(lines_of(known(authority, ids), nodes, f" {nodes[iri.graph('authority')]} .\n"))


def authority_quads(authority: Entries, ids: Iterable[str], *, base: str = iri.BASE) -> Iterator[ox.Quad]:
    """Yield the quads of the same."""
    yield from ox.parse(authority_document(authority, ids, base=base), format=ox.RdfFormat.N_QUADS)


def nquads(found: Iterable[ox.Quad]) -> bytes:
    """Return quads as N-Quads, sorted bytewise: the form of golden files."""
    return _sorted([f"{quad} .\n" for quad in found])


def _sorted(lines: list[str]) -> bytes:
    """Return lines in the order of their code points, which is that of their bytes in UTF-8."""
    return "".join(sorted(lines)).encode()
