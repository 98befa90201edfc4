"""What consolidation notes of each article, so that a change finds the reports it touches without reading the others.

The notes stand in the store's own graph, which is in no export: they are written and undone with the articles.

    all      names    the things that any article names
    all      ruled    what persons and linkers have judged, as it was obeyed
    thing    told     what articles say of it: a fact, each once
    thing    held     who holds it, where it is an office, or which offices are of it
    article  facts    what it says of actors and places, each as a text
    article  band     rows of its sketch, by which reprints meet
    article  reports  its events and agreements
    report   key      keys by which reports meet that a rule may join
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from kg import iri
from kg.consolidate.agreements import keys_of
from kg.consolidate.blocking import marked
from kg.consolidate.told import ToldAgreement, World
from kg.consolidate.world import Fact

__all__ = ["Notebook", "Notes", "keys_of_agreement"]

_GRAPH = ox.NamedNode(iri.graph("store"))
_STEM = iri.graph("store") + "#"
_KEY, _FACT, _BAND, _REPORT = (ox.NamedNode(_STEM + name) for name in ("key", "fact", "band", "report"))
_COUNT, _NOTED, _NAMES = (ox.NamedNode(_STEM + name) for name in ("articles", "noted", "names"))
_TOLD, _HELD, _RULED = (ox.NamedNode(_STEM + name) for name in ("told", "held", "ruled"))
_ALL = ox.NamedNode(iri.graph("consolidated"))
_SEPARATOR = "\x1f"
_MANY = 100_000
"""Notes that are written in one step."""
_BULK = 4_000
"""Notes from which it costs less to write them past the transactions."""


def _of(fact: Fact) -> Iterator[ox.Quad]:
    """Yield the notes by which a fact is found from what it is of, and from the office or body that it names."""
    what, node, value = fact
    here = ox.NamedNode(node)
    yield ox.Quad(here, _TOLD, ox.Literal(_SEPARATOR.join((what, value))), _GRAPH)
    if what in {"holds", "office"}:
        yield ox.Quad(ox.NamedNode(value), _HELD, here, _GRAPH)


def keys_of_agreement(report: ToldAgreement, world: World) -> set[str]:
    """Return the keys by which a report of an agreement meets those that a rule or a Wikidata item may join it to."""
    found = keys_of(report, world) | {f"agreement item {item}" for item in report.wikidata}
    timed = {key for key in found if _time_alone(key.split(" "))}
    return {*(found - timed), *marked(timed, vague=bool(report.known))}


def _time_alone(key: list[str]) -> bool:
    """Tell whether a key is of a month, or of a party and a year: enough only where one of two is known by name."""
    return len(key) == 2 or (len(key) == 3 and key[2].isdecimal())


class Notebook:
    """Notes on their way into a store, some tens of thousands at a time."""

    def __init__(self, store: ox.Store) -> None:
        """Write to a store."""
        self._store = store
        self._lines: list[str] = []
        self._told: set[Fact] = set()

    def article(self, article: str, facts: Iterable[Fact], bands: Iterable[str], reports: Iterable[str]) -> None:
        """Note an article: what it says of actors and places, what reprints meet by, its reports."""
        here = f"<{article}>"
        self._lines.append(f'{here} {_NOTED} "yes" {_GRAPH} .\n')
        self._lines += [f"{here} {_FACT} {ox.Literal(_SEPARATOR.join(fact))} {_GRAPH} .\n" for fact in facts]
        self._lines += [f'{here} {_BAND} "{band}" {_GRAPH} .\n' for band in bands]
        for fact in {*facts} - self._told:
            self._told.add(fact)
            self._lines += [f"{quad} .\n" for quad in _of(fact)]
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


def _fact(text: str) -> Fact:
    what, node, value = text.split(_SEPARATOR)
    return what, node, value


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

    def ruled(self) -> frozenset[str]:
        """Return what persons and linkers had judged, as it was obeyed."""
        return frozenset(self._values(_ALL.value, _RULED))

    def rule(self, ruled: Iterable[str]) -> None:
        """Note what persons and linkers have judged."""
        now, before = set(ruled), self.ruled()
        for text in before - now:
            self._store.remove(ox.Quad(_ALL, _RULED, ox.Literal(text), _GRAPH))
        self._store.extend(ox.Quad(_ALL, _RULED, ox.Literal(text), _GRAPH) for text in now - before)

    def names(self) -> frozenset[str]:
        """Return the things that the articles name."""
        quad = next(self._store.quads_for_pattern(_ALL, _NAMES, None, _GRAPH), None)
        return frozenset(quad.object.value.split() if quad is not None and isinstance(quad.object, ox.Literal) else ())

    def name(self, names: Iterable[str]) -> None:
        """Note which things the articles name."""
        if frozenset(names) == self.names():
            return
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
        for predicate in (_COUNT, _KEY, _FACT, _BAND, _REPORT, _NOTED, _NAMES, _TOLD, _HELD, _RULED):
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

    def facts(self, article: str) -> frozenset[Fact]:
        """Return the facts that an article states."""
        return frozenset(_fact(text) for text in self._values(article, _FACT))

    def stated_elsewhere(self, fact: Fact, articles: Collection[str]) -> bool:
        """Tell whether an article beside some states a fact."""
        text = ox.Literal(_SEPARATOR.join(fact))
        found = self._store.quads_for_pattern(None, _FACT, text, _GRAPH)
        return any(quad.subject.value not in articles for quad in found if isinstance(quad.subject, ox.NamedNode))

    def facts_of(self, node: str) -> list[Fact]:
        """Return the facts of a thing that articles state."""
        found = (text.split(_SEPARATOR) for text in self._values(node, _TOLD))
        return [(what, node, value) for what, value in found]

    def resting_on(self, node: str) -> list[str]:
        """Return who holds an office, and which offices are of a state or body, as articles say."""
        found = self._store.quads_for_pattern(ox.NamedNode(node), _HELD, None, _GRAPH)
        return [quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)]

    def forget(self, facts: Iterable[Fact]) -> None:
        """Forget facts that no article states any more."""
        for fact in facts:
            for quad in _of(fact):
                self._store.remove(quad)

    def keys(self, report: str) -> list[str]:
        """Return the keys of a report."""
        return self._values(report, _KEY)

    def bands(self, article: str) -> list[str]:
        """Return the bands of an article."""
        return self._values(article, _BAND)

    def change_keys(self, report: str, keys: Iterable[str]) -> None:
        """Note the keys of a report in place of those that it had."""
        now, before, node = set(keys), set(self.keys(report)), ox.NamedNode(report)
        for key in before - now:
            self._store.remove(ox.Quad(node, _KEY, ox.Literal(key), _GRAPH))
        self._store.extend(ox.Quad(node, _KEY, ox.Literal(key), _GRAPH) for key in now - before)

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
