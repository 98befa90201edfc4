"""What can be judged in a store, and what a judgement on it is made on: reports, or the thing itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kg import iri
from kg.errors import InputError
from kg.judgements.values import Judgement
from kg.vocab import ACTOR_CLASSES, DK, RDF, RDFS, SKOS

__all__ = ["Kind", "Thing", "comparable", "item", "name", "objects", "thing"]

Kind = Literal["event", "agreement", "person", "body", "place", "country", "office", "item"]

_EVENTS = {DK.Event: "event", DK.ReportedEvent: "event", DK.Agreement: "agreement", DK.ReportedAgreement: "agreement"}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(ACTOR_CLASSES.values(), "body"),
    DK.Person: "person",
    DK.Place: "place",
    DK.Country: "country",
    DK.Office: "office",
}
_FAR: dict[Kind, frozenset[Kind]] = {
    "country": frozenset({"country", "body", "place", "item"}),
    "item": frozenset({"event", "agreement", "person", "body", "place", "country", "office"}),
}
"""What a kind may be the same as, where that is more than itself and an item."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing to be judged."""

    iri: str
    kind: Kind
    reports: tuple[str, ...] = ()
    """Reports of articles that it joins; a judgement on it is one on these."""


def item(qid: str) -> Thing:
    """Return a Wikidata item as a thing."""
    return Thing(iri.wikidata(qid), "item")


def thing(store: ox.Store, node: str, made: Iterable[Judgement] = ()) -> Thing:
    """Return what an IRI of a store stands for: a claim stands for the event that it reports.

    Args:
        store: a store.
        node: the IRI.
        made: judgements of the store: what they once joined may have gone since.

    Raises:
        InputError: it is nothing that can be judged.
    """
    classes = set(objects(store, node, RDF.type))
    if DK.Claim in classes:
        return thing(store, objects(store, node, DK.reportsEvent)[0])
    kinds = {_EVENTS[each] for each in classes & _EVENTS.keys()}
    if "event" in kinds:
        return Thing(node, "event", _reports(store, node, DK.aboutEvent, DK.ReportedEvent))
    if "agreement" in kinds:
        reports = _reports(store, node, DK.aboutAgreement, DK.ReportedAgreement)
        return Thing(node, "agreement", reports if _is_canonical(reports, node) else ())
    for class_, kind in _KINDS.items():
        if class_ in classes and kind != "body":
            return Thing(node, "country" if DK.Country in classes else kind)
    if classes & _KINDS.keys():
        return Thing(node, "body")
    for each in made:
        if node in each.pair:
            mine = each.one_reports if each.one == node else each.other_reports
            if mine:
                return Thing(node, "event" if "/event/" in mine[0] else "agreement", mine)
    short = node.removeprefix(iri.ENTITY).removeprefix(iri.BASE)
    raise InputError(f"{short}: not an actor, place, office, event or agreement, so there is nothing to judge.")


def _is_canonical(reports: tuple[str, ...], node: str) -> bool:
    """Tell whether the IRI of an agreement follows from its reports; the authority names the others."""
    return bool(reports) and node == iri.canonical("agreement", reports)


def _reports(store: ox.Store, node: str, predicate: str, class_: str) -> tuple[str, ...]:
    quads = store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(node), None)
    told = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    return tuple(sorted(each for each in told if class_ in objects(store, each, RDF.type)))


def objects(store: ox.Store, node: str, predicate: str) -> list[str]:
    """Return what a store says of a thing by one predicate, in all graphs, sorted: IRIs, and literals without type or language."""
    quads = store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None, None)
    return sorted({quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)})


def comparable(one: Thing, other: Thing) -> bool:
    """Tell whether two things are of kinds that may be the same."""
    if one.kind == other.kind:
        return one.kind != "item"
    return other.kind in _FAR.get(one.kind, ()) or one.kind in _FAR.get(other.kind, ())


def name(store: ox.Store, node: str) -> str:
    """Return what a thing is called, or the end of its IRI."""
    for predicate in (RDFS.label, SKOS.prefLabel):
        quads = store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None, None)
        found = [quad.object for quad in quads if isinstance(quad.object, ox.Literal)]
        if found:
            return min(found, key=lambda label: (label.language or "", -len(label.value), label.value)).value
    return node.removeprefix(iri.WIKIDATA).removeprefix(iri.ENTITY).removeprefix(iri.BASE)
