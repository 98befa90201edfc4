"""What a change of some articles or judgements changes in the graph `consolidated`: the same quads as made anew, for less.

The notes tell which reports meet those that are new or gone; what is decided on these is decided anew, and nothing
else.  A change of what is known of a thing touches every report of the articles that name it; a change of what is
judged of two reports touches both.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import pyoxigraph as ox
from msgspec.structs import replace

from kg import iri
from kg.consolidate.agreements import Agreement, agreements
from kg.consolidate.agreements import touching as touching_agreements
from kg.consolidate.blocking import asked
from kg.consolidate.context import stories
from kg.consolidate.events import Event, events, keys_of, profiles
from kg.consolidate.facts import Facts, dependents, differs
from kg.consolidate.graph import Consolidated, article_of
from kg.consolidate.grouping import touching as touching_events
from kg.consolidate.judged import Obeyed, Rulings, items_of
from kg.consolidate.notes import Notebook, Notes, keys_of_agreement
from kg.consolidate.reading import Read, read_article
from kg.consolidate.sources import alike, bands, reprints
from kg.consolidate.told import Story, Told, ToldAgreement, World
from kg.consolidate.world import Fact
from kg.consolidate.writing import document
from kg.vocab import DK, SEM

__all__ = ["Update"]


class Update:
    """The change of some articles in a store whose graph `consolidated` and notes are of before the change."""

    def __init__(self, store: ox.Store, changed: Collection[str], obeyed: Obeyed, learned: Collection[str]) -> None:
        """Take what has changed.

        Args:
            store: its article graphs, authority and judgements are of after the change.
            changed: IRIs of the articles that were added, replaced or removed.
            obeyed: what persons and linkers have judged.
            learned: things of which the authority says something else than before.
        """
        self.store, self.notes, self.graph, self.obeyed = store, Notes(store), Consolidated(store), obeyed
        self.changed = frozenset(changed)
        self._cache: dict[str, Read | None] = {}
        self._stories: dict[str, Story] = {}
        self.before = {report for article in self.changed for report in self.notes.reports(article)}
        self.rejudged, rejoined = obeyed.changed(self.notes.ruled())
        self.facts = Facts(store, obeyed.name_of)
        self.gone, self.touched = self._known_anew({*learned, *rejoined})
        self.agreement_of: dict[str, str] = {}
        self.loose: set[str] = set()

    def run(self) -> tuple[list[ox.Quad], list[ox.Quad]]:
        """Return the quads of the graph that go and those that come; the notes are changed."""
        stands_for, moved = self._reprints()
        seeds = self._of(self.changed | self.touched | moved) | self.before | self._rejudged()
        agreed, found = self._agreements({each for each in seeds if "/agreement/" in each})
        self.agreement_of = {report.iri: each.iri for each in found for report in each.reports}
        self.loose = {each.iri for each in found if not each.firm}
        gone = {each for each in self.before if "/agreement/" in each}
        under = {event for each in agreed | gone for event in self.graph.under(each)}
        told, canonical = self._events({each for each in seeds | under if "/event/" in each})
        now = {report.iri: event.iri for event in canonical for report in event.reports}
        moving = {report for report in told if self.graph.event(report) != now.get(report)}
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
        come |= set(items_of({event.iri: event.reports for event in canonical}, self.obeyed.links))
        old |= self.graph.undescribed(old, come)
        self._note(told | agreed)
        return sorted(old - come, key=str), sorted((quad for quad in come - old if quad not in self.store), key=str)

    # ---------------------------------------------------------------- what articles tell

    def _read(self, article: str) -> Read | None:
        """Return what an article tells, None where it is no longer there."""
        if article not in self._cache:
            name = iri.article_graph(article.rpartition("/")[2])
            there = self.store.contains_named_graph(ox.NamedNode(name))
            self._cache[article] = self._obeying(read_article(self.store, name)) if there else None
        return self._cache[article]

    def _obeying(self, read: Read) -> Read:
        """Return what an article tells under the names that judgements give, having asked what is known of those."""
        found = read._replace(
            events=[self.obeyed.event(told) for told in read.events],
            agreements=self.obeyed.agreements(read.agreements),
        )
        names = {*read.doc.names, *(name for told in found.events for _, name in told.roles)}
        names |= {place for told in found.events for place in told.places}
        for told in found.agreements:
            names |= {*told.parties, *told.mediators, *told.places, told.known}
            names |= {name for term in told.commitments for name in (term.obligor, term.obligee)}
        self.facts.want(names)
        return found

    @property
    def world(self) -> World:
        """What is known of whoever was named so far."""
        return replace(self.facts.world, stories=self._stories)

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

    def _known_anew(self, learned: set[str]) -> tuple[set[Fact], set[str]]:
        """Return the facts that no article states any more, and the articles that name what is known otherwise now."""
        before = {fact for article in self.changed for fact in self.notes.facts(article)}
        names = [iri.article_graph(article.rpartition("/")[2]) for article in self.changed]
        there = [name for name in names if self.store.contains_named_graph(ox.NamedNode(name))]
        now = {fact for name in there for fact in read_article(self.store, name).facts}
        gone = {fact for fact in before - now if not self.notes.stated_elsewhere(fact, self.changed)}
        come = {fact for fact in now - before if not self.notes.stated_elsewhere(fact, self.changed)}
        self.facts, old = Facts(self.store, self.obeyed.name_of, gone, come), self.facts
        nodes = dependents(self.store, gone | come)
        learned |= dependents(self.store, {("state", node, "") for node in learned})
        self.facts.want(nodes)
        old.want(nodes)
        moved = {node for node in nodes if differs(node, self.facts.world, old.world)} | learned
        return gone, {article for node in moved for article in self.graph.articles_naming(node)}

    def _rejudged(self) -> set[str]:
        """Return the reports of which something else is judged than before, or of the agreement that they name."""
        known = {each for each in self.rejudged if each.startswith(iri.ENTITY)}
        named = {report for each in known for report in self.notes.with_key(f"agreement known {each}")}
        named |= {report for each in known for report in self.graph.subjects(DK.aboutAgreement, each)}
        return {each for each in (self.rejudged - known) | named if "/agreement/" in each or "/event/" in each}

    def _add_stories(self, articles: Iterable[str]) -> None:
        new = [article for article in articles if article not in self._stories]
        read = [each for each in map(self._read, new) if each is not None]
        self._stories.update(stories([each.doc for each in read], self.world))

    # ---------------------------------------------------------------- what is decided anew

    def _agreements(self, seeds: set[str]) -> tuple[set[str], list[Agreement]]:
        def keys(report: str) -> Iterable[str]:
            told = self._told_agreements([report])  # none where a judgement names what its article tells no more
            return asked(keys_of_agreement(told[0], self.world)) if told else ()

        def touching(reports: Sequence[str]) -> list[list[str]]:
            told = self._told_agreements(reports)
            return touching_agreements(told, self.world) + _of_one_item(told)

        rulings = self.obeyed.on_agreements
        closed = self._closed(seeds, keys, touching, self.graph.agreement_reports, rulings)
        return closed, agreements(self._told_agreements(sorted(closed)), self.world, rulings)

    def _events(self, seeds: set[str]) -> tuple[set[str], list[Event]]:
        def keys(report: str) -> Iterable[str]:
            return asked(self._keys([report]).get(report, set()))

        def touching(reports: Sequence[str]) -> list[list[str]]:
            told = self._told(reports)
            return touching_events(profiles(told, self._binding(told), self.world), self.world)

        rulings = self.obeyed.on_events
        while True:
            closed = self._closed(seeds, keys, touching, self.graph.event_reports, rulings)
            told = self._told(sorted(closed))
            self._binding(told)
            found = events(told, self.agreement_of, self.world, rulings, self.loose)
            now = {report.iri: event.iri for event in found for report in event.reports}
            moving = {report for report in closed if self.graph.event(report) != now.get(report)}  # none: told no more
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
        rulings: Rulings,
    ) -> set[str]:
        """Return the reports on which something is decided anew, with all that are decided on together with them."""
        met = {
            near
            for report in seeds & self.before
            for key in asked(self.notes.keys(report))
            for near in self.notes.with_key(key)
        }
        with_them = {each for report in seeds for each in together(report)}
        judged_with = _partners(rulings)
        closed = {report for report in seeds | met | with_them if self._there(report)}
        done: set[str] = set()
        near: set[str] = set()
        while True:
            self._add_stories({article_of(report) for report in closed})
            for report in sorted(closed - done):
                near.update(other for key in keys(report) for other in self.notes.with_key(key))
                near.update(judged_with.get(report, ()))
            done |= closed
            near = {report for report in near if self._there(report)}
            self._add_stories({article_of(report) for report in near})
            grown = set(closed)
            together_by_ruling = [[report, other] for report in grown for other in judged_with.get(report, ())]
            for group in touching(sorted(closed | near)) + together_by_ruling:
                if not grown.isdisjoint(group):
                    grown.update(report for report in group if self._there(report))
            grown |= {each for report in grown for each in together(report) if self._there(each)}
            if grown == closed:
                return closed
            closed = grown

    def _there(self, report: str) -> bool:
        """Tell whether a report is told now, and in this form."""
        article = article_of(report)
        if article not in self.changed:
            return self.notes.has(article)
        return report in self._of([article])

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
        """Write the notes of the changed articles, and the keys of others whose reports are decided on anew."""
        told = self._told(reports)
        self._binding(told)
        self.notes.drop(self.changed)
        self.notes.forget(self.gone)
        there = [article for article in sorted(self.changed) if self._read(article) is not None]
        self._add_stories(there)
        notebook = Notebook(self.store)
        for article in there:
            read = self._read(article)
            assert read is not None, article
            names = [*(each.iri for each in read.events), *(each.iri for each in read.agreements)]
            notebook.article(article, read.facts, bands(read.doc), names)
        notebook.close()
        rest = {article_of(report) for report in reports} | self.changed
        self._add_stories(sorted(article for article in rest if self._read(article) is not None))
        for read in (self._read(article) for article in sorted(rest)):
            if read is not None:
                keys = self._keys(each.iri for each in read.events)
                keys |= {each.iri: keys_of_agreement(each, self.world) for each in read.agreements}
                for report, found in keys.items():
                    self.notes.change_keys(report, found)
        self.notes.rule(self.obeyed.texts())

    def _keys(self, reports: Iterable[str]) -> dict[str, set[str]]:
        """Return the keys of reports of events."""
        told = self._told(reports)
        found = profiles(told, self._binding(told), self.world)
        return {
            name: keys for report, profile in found for name, keys in keys_of(profile, [report], self.world).items()
        }


def _partners(rulings: Rulings) -> Mapping[str, set[str]]:
    """Return the reports that rulings are on, each with the others."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in rulings:
        found[one].add(other)
        found[other].add(one)
    return found


def _of_one_item(told: Iterable[ToldAgreement]) -> list[list[str]]:
    """Return the reports of agreements that are linked to one Wikidata item together."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in told:
        for item in report.wikidata:
            found[item].append(report.iri)
    return [reports for reports in found.values() if len(reports) > 1]
