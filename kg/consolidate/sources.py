"""How many independent articles stand behind a thing: reprints and cuts of one text count as one.

A text is known by a MinHash of its runs of words, made when the article is read and kept in its graph, so that
reprints are found without the texts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pyoxigraph as ox

from kg import iri
from kg.consolidate.told import Doc
from kg.consolidate.unions import Unions
from kg.model import READ_SEGMENTS, Article
from kg.vocab import DK

__all__ = ["alike", "bands", "reprints", "sketch", "unhex", "witnesses"]

_HASHES = 126
_BAND = 3
"""Rows a band: texts with two fifths of their runs in common meet in some band nine times in ten."""
_RUN = 4
_LEAST = 30
"""Fewer runs of words than this say nothing on who wrote a text."""
_SHARED = 0.55
"""Share of the shorter text's runs that must stand in the longer one."""
_WORD = re.compile(r"\w+")


def sketch(article: Article) -> list[ox.Quad]:
    """Return what lets reprints of an article be found, as quads of its graph; nothing for a short one."""
    parts = [
        article.text[part.start : part.end] for part in article.segments if part.kind in READ_SEGMENTS - {"caption"}
    ]
    words = _WORD.findall(" ".join(parts).casefold())
    runs = list({" ".join(run) for run in zip(*(words[at:] for at in range(_RUN)), strict=False)})
    if len(runs) < _LEAST:
        return []
    from rensa import RMinHash

    minhash = RMinHash(num_perm=_HASHES, seed=1)
    minhash.update(runs)
    text = "".join(f"{number:08x}" for number in minhash.digest())
    node, graph = ox.NamedNode(iri.article(article.id)), ox.NamedNode(iri.article_graph(article.id))
    size = ox.Literal(str(len(runs)), datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    return [
        ox.Quad(node, ox.NamedNode(DK.textSketch), ox.Literal(text), graph),
        ox.Quad(node, ox.NamedNode(DK.sketchSize), size, graph),
    ]


def unhex(text: str) -> tuple[int, ...]:
    """Return the numbers of a sketch."""
    return tuple(int(text[at : at + 8], 16) for at in range(0, len(text), 8))


def bands(doc: Doc) -> list[str]:
    """Return the keys by which a text meets those that it may be a reprint of."""
    return ["-".join(map(str, (at, *doc.sketch[at : at + _BAND]))) for at in range(0, len(doc.sketch), _BAND)]


def reprints(docs: Sequence[Doc]) -> dict[str, str]:
    """Return for each article that which stands for its cluster: the first published, by IRI among equals."""
    ordered = sorted(docs, key=lambda doc: (doc.published or "9999", doc.iri))
    clusters = Unions(len(ordered))
    for at in range(0, _HASHES, _BAND):  # band by band: the keys of all of them at once are most of what there is
        alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for number, doc in enumerate(ordered):
            if doc.sketch:
                alike[tuple(doc.sketch[at : at + _BAND])].append(number)
        for one, other in (pair for numbers in alike.values() for pair in combinations(numbers, 2)):
            apart = clusters.root(one) != clusters.root(other)
            if apart and _shared(ordered[one], ordered[other]) >= _SHARED:
                clusters.join(one, other)
    return {doc.iri: ordered[clusters.root(number)].iri for number, doc in enumerate(ordered)}


def alike(one: Doc, other: Doc) -> bool:
    """Tell whether one of two texts is a reprint of the other, or both of a third."""
    return (
        bool(one.sketch and other.sketch)
        and _shared(one, other) >= _SHARED
        and not set(bands(one)).isdisjoint(bands(other))
    )


def _shared(one: Doc, other: Doc) -> float:
    """Estimate which share of the shorter text's runs stands in the longer text."""
    equal = sum(mine == theirs for mine, theirs in zip(one.sketch, other.sketch, strict=True))
    alike = equal / len(one.sketch)
    both = alike * (one.shingles + other.shingles) / (1 + alike)
    return both / min(one.shingles, other.shingles)


def witnesses(articles: Iterable[str], stands_for: Mapping[str, str]) -> int:
    """Return how many independent articles there are among some."""
    return len({stands_for.get(article, article) for article in articles})
