"""The graph `consolidated` as it stands: what is joined there, and which quads are about a thing."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg import iri
from kg.vocab import DK, PROV

__all__ = ["Consolidated", "article_of"]

_GRAPH = ox.NamedNode(iri.graph("consolidated"))
_ARTICLE = iri.article("")
_DESCRIBED = (iri.BASE + "time/", iri.BASE + "quantity/")


def article_of(part: str) -> str:
    """Return the article that a report or claim stands in."""
    return _ARTICLE + part.removeprefix(_ARTICLE).partition("/")[0]


class Consolidated:
    """The graph `consolidated` of a store."""

    def __init__(self, store: ox.Store) -> None:
        """Look at the graph of a store."""
        self._store = store

    def _values(self, subject: str, predicate: str) -> list[str]:
        found = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, _GRAPH)
        return sorted(quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode))

    def _subjects(self, predicate: str, value: str) -> list[str]:
        found = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value), _GRAPH)
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Return of what a value is said, in any graph."""
        found = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(value), None)
        return sorted({quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)})

    def under(self, agreement: str) -> list[str]:
        """Return the reports of events under an agreement as one article speaks of it."""
        return [each for each in self.subjects(DK.underAgreement, agreement) if "/event/" in each]

    def articles_naming(self, node: str) -> set[str]:
        """Return the articles whose graphs name a thing."""
        stem, found = iri.article_graph(""), set()
        for quad in self._store.quads_for_pattern(None, None, ox.NamedNode(node), None):
            if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(stem):
                found.add(iri.article(quad.graph_name.value.removeprefix(stem)))
        return found

    def event(self, report: str) -> str:
        """Return the event of a report, or nothing."""
        return next(iter(self._values(report, DK.aboutEvent)), "")

    def agreement(self, report: str) -> str:
        """Return the agreement of a report, or nothing."""
        return next(iter(self._values(report, DK.aboutAgreement)), "")

    def event_reports(self, report: str) -> list[str]:
        """Return the reports that are joined to one."""
        event = self.event(report)
        return [each for each in self._subjects(DK.aboutEvent, event) if "/event/" in each] if event else []

    def agreement_reports(self, report: str) -> list[str]:
        """Return the reports of agreements that are joined to one."""
        agreement = self.agreement(report)
        return self._subjects(DK.aboutAgreement, agreement) if agreement else []

    def firm(self, agreement: str) -> bool:
        """Tell whether an agreement is told well enough to tell events apart by it."""
        known = ox.NamedNode(iri.graph("authority"))
        if next(self._store.quads_for_pattern(ox.NamedNode(agreement), None, None, known), None) is not None:
            return True
        return len(self._values(agreement, DK.party)) > 1 or bool(self._values(agreement, DK.when))

    def reprint_of(self, article: str) -> str:
        """Return the article that stands for one."""
        return next(iter(self._values(article, DK.reprintOf)), article)

    def printed_with(self, article: str) -> list[str]:
        """Return the articles that one stands for, or is stood for with."""
        first = self.reprint_of(article)
        return [first, *self._subjects(DK.reprintOf, first)]

    def about(self, reports: Iterable[str], articles: Iterable[str]) -> set[ox.Quad]:
        """Return the quads about what some reports are of, and about articles."""
        found: set[ox.Quad] = set()
        things: set[str] = set()
        for report in reports:
            things |= {self.event(report), self.agreement(report)} - {""}
        for thing in things:
            terms = self._values(thing, DK.hasCommitment)
            told = [
                each for predicate in (DK.aboutEvent, DK.aboutAgreement) for each in self._subjects(predicate, thing)
            ]
            told += [each for term in terms for each in self._subjects(DK.aboutCommitment, term)]
            judged = [each for report in told for each in self._subjects(DK.judges, report)]
            for node in {thing, *terms, *told, *judged, *self._values(thing, DK.step)}:
                found.update(self._store.quads_for_pattern(ox.NamedNode(node), None, None, _GRAPH))
        for article in articles:
            found.update(self._store.quads_for_pattern(ox.NamedNode(article), None, None, _GRAPH))
            source = ox.NamedNode(iri.article_graph(article.removeprefix(_ARTICLE)))
            found.update(self._store.quads_for_pattern(_GRAPH, ox.NamedNode(PROV.wasDerivedFrom), source, _GRAPH))
        return found

    def undescribed(self, gone: set[ox.Quad], come: set[ox.Quad]) -> set[ox.Quad]:
        """Return the descriptions of times and quantities that nothing names any more."""
        named = {quad.object for quad in come}
        found: set[ox.Quad] = set()
        for node in {quad.object for quad in gone if isinstance(quad.object, ox.NamedNode)} - named:
            if node.value.startswith(_DESCRIBED):
                left = (quad for quad in self._store.quads_for_pattern(None, None, node, _GRAPH) if quad not in gone)
                if next(left, None) is None:
                    found.update(self._store.quads_for_pattern(node, None, None, _GRAPH))
        return found
