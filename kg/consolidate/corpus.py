"""What all articles tell, so that many fit into memory: reports are put away, and what stays is packed small."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyoxigraph as ox
from msgspec.structs import replace

from kg.consolidate.context import stories
from kg.consolidate.judged import Obeyed, world_under
from kg.consolidate.kept import Kept
from kg.consolidate.profile import family
from kg.consolidate.reading import Read, article_graphs, known, read_article, read_lines
from kg.consolidate.told import Doc, Story, Told, ToldAgreement, World
from kg.consolidate.world import Fact, world_of

__all__ = ["Corpus"]

_AT_HAND = 10_000
"""Stories that are kept ready."""


class Corpus:
    """What the articles of a store tell."""

    def __init__(
        self,
        store: ox.Store,
        obeyed: Obeyed,
        seen: Callable[[Read], None] | None = None,
        told: Mapping[str, bytes] | None = None,
    ) -> None:
        """Read the article graphs and the graph `authority`.

        Args:
            store: the store.
            obeyed: what persons and linkers have judged.
            seen: called with what each article tells.
            told: the article graphs as N-Quads, where they are not in the store.
        """
        self.docs: list[Doc] = []
        self.described: dict[str, Sequence[tuple[str, str | ox.Literal]]] = {}
        self.agreements: list[ToldAgreement] = []
        self.families: defaultdict[str, list[int]] = defaultdict(list)
        """Family of event types -> where its reports are kept."""
        self.family_of: dict[str, str] = {}
        """Judged report -> its family."""
        self.meant: set[str] = set()
        """Reports of events that others mean: as the whole that they are a part of, or as the signing of an agreement."""
        self.reports = Kept(Told)
        self._obeyed, self._ruled = obeyed, {report for pair in obeyed.on_events for report in pair}
        facts: set[Fact] = set()
        about = _Stories()
        for graph in article_graphs(store) if told is None else sorted(told):
            read = read_article(store, graph) if told is None else read_lines(graph, told[graph])
            if seen is not None:
                seen(read)
            facts |= read.facts
            about.add(read.doc)
            self._take(read)
        world = world_under(world_of(known(store), facts), obeyed.name_of)
        about.world = world
        self.world: World = replace(world, stories=about)

    def _take(self, read: Read) -> None:
        doc = read.doc
        self.docs.append(replace(doc, sketch=array("I", doc.sketch), names=frozenset()))
        for node, said in read.described.items():  # its IRI follows from its content: every article says the same
            self.described.setdefault(node, said)
        for told in read.events:
            kind = family(told.type)
            self.families[kind].append(self.reports.put(self._obeyed.event(told)))
            self.meant.add(told.part_of)
            if told.iri in self._ruled:
                self.family_of[told.iri] = kind
        for agreement in self._obeyed.agreements(read.agreements):
            self.agreements.append(agreement)
            self.meant |= {agreement.signing, *(term.event for term in agreement.commitments)}


class _Stories(Mapping[str, Story]):
    """What each article is about, worked out when it is asked for."""

    def __init__(self) -> None:
        self.world = World()
        self._docs: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._same: dict[str, str] = {}
        self._ready: dict[str, Story] = {}

    def add(self, doc: Doc) -> None:
        """Take an article."""
        names = tuple(self._same.setdefault(name, name) for name in doc.names)
        self._docs[doc.iri] = doc.published, names

    def __getitem__(self, article: str) -> Story:
        found = self._ready.get(article)
        if found is None:
            published, names = self._docs[article]
            if len(self._ready) >= _AT_HAND:
                self._ready.clear()
            found = stories([Doc(article, published, names=frozenset(names))], self.world)[article]
            self._ready[article] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._docs)

    def __len__(self) -> int:
        return len(self._docs)
