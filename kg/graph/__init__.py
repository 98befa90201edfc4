"""From extractions and the authority to quads; with kg.graph.rows, the only converter to and from RDF terms.

The quads of an article are all in its own named graph and follow from its text and the data files alone: no blank
nodes, counters, clocks or paths.  What the authority knows of the actors goes to the graph `authority`.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import iri
from kg.graph.agreements import agreements
from kg.graph.claims import claims
from kg.graph.known import Entries, known
from kg.graph.reading import article, mentions, named, roles
from kg.graph.terms import Statement, nquads_of, quads_of
from kg.model import Extraction

__all__ = ["authority_ids", "authority_quads", "document", "ids_of", "nquads", "quads"]


def quads(extraction: Extraction, *, base: str = iri.BASE) -> Iterator[ox.Quad]:
    """Yield the quads of one article's named graph, each once.

    Args:
        extraction: what the pipeline made of the article.
        base: what the IRIs of data begin with; those of the ontology stay.

    Raises:
        DataError: an extractor uses an event type, a role or a metonym that the ontology lacks.
    """
    return quads_of(_statements(extraction), iri.article_graph(extraction.article.id), base)


def document(extraction: Extraction, *, base: str = iri.BASE) -> bytes:
    """Return the same quads as N-Quads, sorted bytewise: the cheaper way into a store and between processes.

    Raises:
        DataError: as `quads`.
    """
    return nquads_of(_statements(extraction), iri.article_graph(extraction.article.id), base)


def _statements(extraction: Extraction) -> Iterator[Statement]:
    reading = extraction.reading
    yield from article(extraction)
    yield from named(reading)
    yield from mentions(reading)
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


def authority_quads(authority: Entries, ids: Iterable[str], *, base: str = iri.BASE) -> Iterator[ox.Quad]:
    """Yield what the authority knows of these ids, of their countries and of offices held, in the graph `authority`."""
    return quads_of(known(authority, ids), iri.graph("authority"), base)


def nquads(found: Iterable[ox.Quad]) -> bytes:
    """Return quads as N-Quads, sorted bytewise: the form of golden files."""
    return b"".join(sorted(f"{quad} .\n".encode() for quad in found))
