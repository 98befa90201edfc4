"""What consolidation notes of each article, so that a change finds the reports it touches without reading the others.

The notes stand in the store's own graph, which is in no export: they are written and undone with the articles.

    all      names    the things that any article names
    article  facts    what it says of actors and places, each as a text
    article  band     rows of its sketch, by which reprints meet
    article  reports  its events and agreements
    report   key      keys by which reports meet that a rule may join
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

import pyoxigraph as ox

from kg import iri
from kg.consolidate.world import Fact

__all__ = ["Notebook", "Notes"]

_GRAPH = ox.NamedNode(iri.graph("store"))
_STEM = iri.graph("store") + "#"
_KEY, _FACT, _BAND, _REPORT = (ox.NamedNode(_STEM + name) for name in ("key", "fact", "band", "report"))
_COUNT, _NOTED, _NAMES = (ox.NamedNode(_STEM + name) for name in ("articles", "noted", "names"))
_ALL = ox.NamedNode(iri.graph("consolidated"))
_SEPARATOR = "\x1f"
_MANY = 100_000
"""Notes that are written in one step."""
_BULK = 4_000
"""Notes from which it costs less to write them past the transactions."""


class Notebook:
    """Notes on their way into a store, some tens of thousands at a time."""

    def __init__(self, store: ox.Store) -> None:
        """Write to a store."""
        self._store = store
        self._lines: list[str] = []

    def article(self, article: str, facts: Iterable[Fact], bands: Iterable[str], reports: Iterable[str]) -> None:
        """Note an article: what it says of actors and places, what reprints meet by, its reports."""
        here = f"<{article}>"
        self._lines.append(f'{here} {_NOTED} "yes" {_GRAPH} .\n')
        self._lines += [f"{here} {_FACT} {ox.Literal(_SEPARATOR.join(fact))} {_GRAPH} .\n" for fact in facts]
        self._lines += [f'{here} {_BAND} "{band}" {_GRAPH} .\n' for band in bands]
        self._lines += [f"{here} {_REPORT} <{report}> {_GRAPH} .\n" for report in reports]
        self._fill(_MANY)

    def keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Note the keys of reports."""
        for report, found in keys.items():
            self._lines += [f"<{report}> {_KEY} {ox.Literal(key)} {_GRAPH} .\n" for key in found]
        self._fill(_MANY)

    def close(self) -> None:
        """Write what is left."""
        self._fill(1)

    def _fill(self, least: int) -> None:
        if len(self._lines) >= least:
            data = "".join(self._lines).encode()
            self._lines.clear()
            write = self._store.bulk_load if data.count(b"\n") >= _BULK else self._store.load
            write(data, format=ox.RdfFormat.N_QUADS)


class Notes:
    """The notes of a store."""

    def __init__(self, store: ox.Store) -> None:
        """Look at the notes of a store; nothing is read yet."""
        self._store = store

    @property
    def articles(self) -> int:
        """Number of articles that the notes are of; none where there are no notes."""
        quad = next(self._store.quads_for_pattern(_ALL, _COUNT, None, _GRAPH), None)
        return int(quad.object.value) if quad is not None and isinstance(quad.object, ox.Literal) else 0

    def has(self, article: str) -> bool:
        """Tell whether there are notes of an article."""
        return next(self._store.quads_for_pattern(ox.NamedNode(article), _NOTED, None, _GRAPH), None) is not None

    def names(self) -> frozenset[str]:
        """Return the things that the articles name."""
        quad = next(self._store.quads_for_pattern(_ALL, _NAMES, None, _GRAPH), None)
        return frozenset(quad.object.value.split() if quad is not None and isinstance(quad.object, ox.Literal) else ())

    def name(self, names: Iterable[str]) -> None:
        """Note which things the articles name."""
        for quad in list(self._store.quads_for_pattern(_ALL, _NAMES, None, _GRAPH)):
            self._store.remove(quad)
        self._store.add(ox.Quad(_ALL, _NAMES, ox.Literal(" ".join(sorted(names))), _GRAPH))

    def count(self, articles: int) -> None:
        """Note of how many articles the notes are."""
        for quad in list(self._store.quads_for_pattern(_ALL, _COUNT, None, _GRAPH)):
            self._store.remove(quad)
        if articles:
            self._store.add(ox.Quad(_ALL, _COUNT, ox.Literal(str(articles)), _GRAPH))

    def clear(self) -> None:
        """Forget everything, also what an interrupted run has left of notes."""
        for predicate in (_COUNT, _KEY, _FACT, _BAND, _REPORT, _NOTED, _NAMES):
            found = self._store.quads_for_pattern(None, predicate, None, _GRAPH)
            while part := list(islice(found, _MANY)):
                triples = " . ".join(str(quad.triple) for quad in part)
                self._store.update(f"DELETE DATA {{ GRAPH {_GRAPH} {{ {triples} }} }}")

    def drop(self, articles: Iterable[str]) -> None:
        """Forget articles."""
        for article in articles:
            for report in self.reports(article):
                for quad in list(self._store.quads_for_pattern(ox.NamedNode(report), _KEY, None, _GRAPH)):
                    self._store.remove(quad)
            for predicate in (_FACT, _BAND, _REPORT, _NOTED):
                for quad in list(self._store.quads_for_pattern(ox.NamedNode(article), predicate, None, _GRAPH)):
                    self._store.remove(quad)

    def reports(self, article: str) -> list[str]:
        """Return the reports of an article, sorted."""
        found = self._store.quads_for_pattern(ox.NamedNode(article), _REPORT, None, _GRAPH)
        return sorted(quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode))

    def facts(self) -> dict[Fact, set[str]]:
        """Return all facts with the articles that state them."""
        found: dict[Fact, set[str]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(None, _FACT, None, _GRAPH):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                what, node, value = quad.object.value.split(_SEPARATOR)
                found[what, node, value].add(quad.subject.value)
        return found

    def keys(self, report: str) -> list[str]:
        """Return the keys of a report."""
        return self._values(report, _KEY)

    def bands(self, article: str) -> list[str]:
        """Return the bands of an article."""
        return self._values(article, _BAND)

    def with_key(self, key: str) -> list[str]:
        """Return the reports that have a key."""
        return self._subjects(_KEY, key)

    def with_band(self, band: str) -> list[str]:
        """Return the articles that have a band."""
        return self._subjects(_BAND, band)

    def _values(self, node: str, predicate: ox.NamedNode) -> list[str]:
        found = self._store.quads_for_pattern(ox.NamedNode(node), predicate, None, _GRAPH)
        return [quad.object.value for quad in found if isinstance(quad.object, ox.Literal)]

    def _subjects(self, predicate: ox.NamedNode, value: str) -> list[str]:
        found = self._store.quads_for_pattern(None, predicate, ox.Literal(value), _GRAPH)
        return [quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)]
