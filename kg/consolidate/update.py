"""What a change of some articles changes in the graph `consolidated`: the same quads as made anew, for less.

The notes tell which reports meet those that are new or gone; what is decided on these is decided anew, and nothing
else.  A change of a fact that no other article states touches every report of the articles that name the thing.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

import pyoxigraph as ox

from kg import iri
from kg.consolidate.agreements import Agreement, agreements
from kg.consolidate.agreements import keys_of as keys_of_agreement
from kg.consolidate.agreements import touching as touching_agreements
from kg.consolidate.context import stories
from kg.consolidate.events import Event, events, profiles
from kg.consolidate.events import keys_of as keys_of_event
from kg.consolidate.graph import Consolidated, article_of
from kg.consolidate.grouping import touching as touching_events
from kg.consolidate.notes import Notebook, Notes
from kg.consolidate.reading import Read, known, read_article
from kg.consolidate.sources import alike, bands, reprints
from kg.consolidate.told import Story, Told, ToldAgreement, World
from kg.consolidate.world import Fact, world_of
from kg.consolidate.writing import document
from kg.vocab import SEM

__all__ = ["Update"]


class Update:
    """The change of some articles in a store whose graph `consolidated` and notes are of before the change."""

    def __init__(self, store: ox.Store, changed: Collection[str]) -> None:
        """Take the IRIs of the articles that were added, replaced or removed."""
        self.store, self.notes, self.graph = store, Notes(store), Consolidated(store)
        self.changed = frozenset(changed)
        self._cache: dict[str, Read | None] = {}
        self._stories: dict[str, Story] = {}
        self.before = {report for article in self.changed for report in self.notes.reports(article)}
        self.world, self.touched = self._world()
        self.agreement_of: dict[str, str] = {}
        self.loose: set[str] = set()

    def run(self) -> tuple[list[ox.Quad], list[ox.Quad]]:
        """Return the quads of the graph that go and those that come; the notes are changed."""
        stands_for, moved = self._reprints()
        seeds = self._of(self.changed | self.touched | moved) | self.before
        agreed, found = self._agreements({each for each in seeds if "/agreement/" in each})
        self.agreement_of = {report.iri: each.iri for each in found for report in each.reports}
        self.loose = {each.iri for each in found if not each.firm}
        gone = {each for each in self.before if "/agreement/" in each}
        under = {event for each in agreed | gone for event in self.graph.under(each)}
        told, canonical = self._events({each for each in seeds | under if "/event/" in each})
        now = {report.iri: event.iri for event in canonical for report in event.reports}
        moving = {report for report in told if self.graph.event(report) != now[report]}
        named = {each for each in self._of({article_of(report) for report in moving}) if "/agreement/" in each}
        if not named <= agreed:  # the same agreements as before, but they name other events
            agreed, found = self._agreements(agreed | named)
        articles = {article_of(each) for each in told | agreed}
        old = self.graph.about(told | agreed | self.before, self.changed | moved)
        read = [each for each in map(self._read, sorted(articles | self.changed)) if each is not None]
        docs = [each.doc for each in map(self._read, sorted(self.changed | moved)) if each is not None]
        first = {article: stands_for.get(article) or self.graph.reprint_of(article) for article in articles}
        others = {
            report.iri: self.graph.event(report.iri) for each in read for report in each.events if report.iri not in now
        }
        described = {node: said for each in read for node, said in each.described.items()}
        text = document(canonical, found, docs, {**first, **stands_for}, self.world, described, others)
        come = set(ox.parse(text, format=ox.RdfFormat.N_QUADS))
        old |= self.graph.undescribed(old, come)
        self._note(told | agreed)
        return sorted(old - come, key=str), sorted((quad for quad in come - old if quad not in self.store), key=str)

    # ---------------------------------------------------------------- what articles tell

    def _read(self, article: str) -> Read | None:
        """Return what an article tells, None where it is no longer there."""
        if article not in self._cache:
            name = iri.article_graph(article.rpartition("/")[2])
            there = self.store.contains_named_graph(ox.NamedNode(name))
            self._cache[article] = read_article(self.store, name) if there else None
        return self._cache[article]

    def _of(self, articles: Iterable[str]) -> set[str]:
        """Return the reports of articles that are there."""
        read = [each for each in map(self._read, sorted(articles)) if each is not None]
        return {told.iri for each in read for told in each.events} | {
            told.iri for each in read for told in each.agreements
        }

    def _told(self, reports: Iterable[str]) -> list[Told]:
        wanted = set(reports)
        read = (self._read(article) for article in sorted({article_of(each) for each in wanted}))
        return [told for each in read if each is not None for told in each.events if told.iri in wanted]

    def _told_agreements(self, reports: Iterable[str]) -> list[ToldAgreement]:
        wanted = set(reports)
        read = (self._read(article) for article in sorted({article_of(each) for each in wanted}))
        return [told for each in read if each is not None for told in each.agreements if told.iri in wanted]

    def _world(self) -> tuple[World, set[str]]:
        """Return the world after the change, and the articles that name someone of whom it changed."""
        stated = self.notes.facts()
        before = {fact for fact, articles in stated.items() if articles & self.changed}
        kept = {fact for fact, articles in stated.items() if articles - self.changed}
        come: set[Fact] = set().union(*(each.facts for each in map(self._read, self.changed) if each is not None))
        told = kept | come
        nodes = {node for _, node, _ in (before - told) | (come - kept - before)}
        nodes |= {node for what, node, where in told if what == "holds" and where in nodes}
        world = world_of(known(self.store), told)
        return replace(world, stories=self._stories), {
            article for node in nodes for article in self.graph.articles_naming(node)
        }

    def _add_stories(self, articles: Iterable[str]) -> None:
        new = [article for article in articles if article not in self._stories]
        read = [each for each in map(self._read, new) if each is not None]
        self._stories.update(stories([each.doc for each in read], self.world))

    # ---------------------------------------------------------------- what is decided anew

    def _agreements(self, seeds: set[str]) -> tuple[set[str], list[Agreement]]:
        def keys(report: str) -> Iterable[str]:
            return keys_of_agreement(self._told_agreements([report])[0], self.world)

        def touching(reports: Sequence[str]) -> list[list[str]]:
            return touching_agreements(self._told_agreements(reports), self.world)

        closed = self._closed(seeds, keys, touching, self.graph.agreement_reports)
        return closed, agreements(self._told_agreements(sorted(closed)), self.world)

    def _events(self, seeds: set[str]) -> tuple[set[str], list[Event]]:
        def keys(report: str) -> Iterable[str]:
            return self._keys([report])[report]

        def touching(reports: Sequence[str]) -> list[list[str]]:
            told = self._told(reports)
            return touching_events(profiles(told, self._binding(told), self.world), self.world)

        while True:
            closed = self._closed(seeds, keys, touching, self.graph.event_reports)
            told = self._told(sorted(closed))
            self._binding(told)
            found = events(told, self.agreement_of, self.world, loose=self.loose)
            now = {report.iri: event.iri for event in found for report in event.reports}
            moving = {report for report in closed if self.graph.event(report) != now[report]}
            parts = {part for report in moving for part in self.graph.subjects(SEM.subEventOf, report)}
            parts = {part for part in parts if part.startswith(iri.article("")) and self._told([part])}
            if parts <= closed:
                return closed, found
            seeds = closed | parts

    def _binding(self, told: Iterable[Told]) -> dict[str, str]:
        """Return reported agreement -> canonical agreement of some events, where it is firm."""
        for each in told:
            looked_up = not each.agreement or each.agreement in self.agreement_of
            if not looked_up and article_of(each.agreement) not in self.changed:  # of those all is decided already
                found = self.graph.agreement(each.agreement)
                if found:
                    self.agreement_of[each.agreement] = found
                    if not self.graph.firm(found):
                        self.loose.add(found)
        return {report: found for report, found in self.agreement_of.items() if found not in self.loose}

    def _closed(
        self,
        seeds: set[str],
        keys: Callable[[str], Iterable[str]],
        touching: Callable[[Sequence[str]], list[list[str]]],
        together: Callable[[str], Iterable[str]],
    ) -> set[str]:
        """Return the reports on which something is decided anew, with all that are decided on together with them."""
        met = {
            near
            for report in seeds & self.before
            for key in self.notes.keys(report)
            for near in self.notes.with_key(key)
        }
        with_them = {each for report in seeds for each in together(report)}
        closed = {report for report in seeds | met | with_them if self._there(report)}
        asked: set[str] = set()
        near: set[str] = set()
        while True:
            self._add_stories({article_of(report) for report in closed})
            for report in sorted(closed - asked):
                near.update(other for key in keys(report) for other in self.notes.with_key(key))
            asked |= closed
            near = {report for report in near if self._there(report)}
            self._add_stories({article_of(report) for report in near})
            grown = set(closed)
            for group in touching(sorted(closed | near)):
                if not grown.isdisjoint(group):
                    grown.update(group)
            grown |= {each for report in grown for each in together(report) if self._there(each)}
            if grown == closed:
                return closed
            closed = grown

    def _there(self, report: str) -> bool:
        """Tell whether a report is told now, and in this form."""
        article = article_of(report)
        return article not in self.changed or report in self._of([article])

    # ---------------------------------------------------------------- reprints

    def _reprints(self) -> tuple[dict[str, str], set[str]]:
        """Return which article stands for which, and the others for which another stands now."""
        found = {article for article in self.changed if self._read(article) is not None}
        found |= {near for article in self.changed for near in self.graph.printed_with(article)} - self.changed
        asked: set[str] = set()
        while found - asked:
            article = min(found - asked)
            asked.add(article)
            mine = self._read(article)
            assert mine is not None, article
            met = {near for band in bands(mine.doc) for near in self.notes.with_band(band)} - self.changed
            for near in sorted(met | (found & self.changed)):
                theirs = self._read(near)
                if theirs is not None and alike(mine.doc, theirs.doc):
                    found.add(near)
        docs = [each.doc for each in map(self._read, sorted(found)) if each is not None]
        first = reprints(docs)
        return first, {each for each, other in first.items() if self.graph.reprint_of(each) != other} - self.changed

    # ---------------------------------------------------------------- notes

    def _note(self, reports: set[str]) -> None:
        """Write the notes of the changed articles, and of others whose reports are decided on anew."""
        for told in self._told(reports):
            self._binding([told])
        self.notes.drop(self.changed)
        articles = {article_of(report) for report in reports} | self.changed
        there = [article for article in sorted(articles) if self._read(article) is not None]
        self._add_stories(there)
        self.notes.drop(there)
        notebook = Notebook(self.store)
        for article in there:
            read = self._read(article)
            assert read is not None, article
            events_, told = [each.iri for each in read.events], read.agreements
            notebook.article(article, read.facts, bands(read.doc), [*events_, *(each.iri for each in told)])
            notebook.keys({each.iri: keys_of_agreement(each, self.world) for each in told})
            notebook.keys(self._keys(events_))
        notebook.close()

    def _keys(self, reports: Iterable[str]) -> dict[str, set[str]]:
        """Return the keys of reports of events."""
        told = self._told(reports)
        found = profiles(told, self._binding(told), self.world)
        return {
            name: keys
            for report, profile in found
            for name, keys in keys_of_event(profile, [report], self.world).items()
        }
