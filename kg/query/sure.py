"""Takes the claims that were read less surely than wanted out of a copy of a store, with what only they say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import pyoxigraph as ox

from kg.vocab import ACTING_ROLES, DK, EVENT_TYPES, RDF, ROLES, SEM

__all__ = ["events_of", "renamed", "unsure"]

_CLAIM, _TYPE = ox.NamedNode(DK.Claim), ox.NamedNode(RDF.type)
_REPORTED, _REPORTS = ox.NamedNode(DK.ReportedEvent), ox.NamedNode(DK.reportsEvent)
_CONFIDENCE, _ABOUT = ox.NamedNode(DK.confidence), ox.NamedNode(DK.aboutEvent)

_ON_EVENT: dict[str, frozenset[str]] = {
    **{role: frozenset({role}) | ({SEM.hasActor} if word in ACTING_ROLES else set()) for word, role in ROLES.items()},
    SEM.hasPlace: frozenset({SEM.hasPlace, *filter(None, (kind.place_property for kind in EVENT_TYPES.values()))}),
    DK.claimedTime: frozenset({DK.when}),
    DK.claimedDeadline: frozenset({DK.deadline}),
    DK.quantity: frozenset({DK.quantity, *filter(None, (kind.quantity_property for kind in EVENT_TYPES.values()))}),
    DK.underAgreement: frozenset({DK.underAgreement}),
}
"""Property of a claim -> properties that its event has from it."""
_FROM_CLAIMS = frozenset().union(*_ON_EVENT.values())
_OWNERS = {kind.owner_property: ROLES[kind.roles[0]] for kind in EVENT_TYPES.values() if kind.owner_property}
"""Property that says whose an event is -> the role that it is read from."""


def unsure(store: ox.Store, least: float) -> Iterator[ox.Quad]:
    """Yield the quads of articles' graphs that rest on claims of a confidence below `least` alone.

    They are those claims, the events that no other claim reports, and of other events what no other claim says of them.
    """
    unsure_of = (quad for quad in store.quads_for_pattern(None, _CONFIDENCE, None) if _below(quad.object, least))
    claims = set(_named(store.quads_for_pattern(None, _TYPE, _CLAIM), "subject"))
    weak = claims & set(_named(unsure_of, "subject"))
    events: set[ox.NamedNode] = set()
    for claim in weak:
        events.update(_named(store.quads_for_pattern(claim, _REPORTS, None), "object"))
        yield from store.quads_for_pattern(claim, None, None)
    for event in events:
        rest = set(_named(store.quads_for_pattern(None, _REPORTS, event), "subject")) - weak
        if rest:
            yield from _unsaid(store, event, rest)
        else:
            yield from store.quads_for_pattern(event, None, None)
            yield from (quad for quad in store.quads_for_pattern(None, None, event) if quad.subject not in weak)


def _named(quads: Iterable[ox.Quad], part: Literal["subject", "object"]) -> Iterator[ox.NamedNode]:
    """Yield what stands in one place of quads, where it is an IRI."""
    return (node for quad in quads if isinstance(node := getattr(quad, part), ox.NamedNode))


def _below(term: object, least: float) -> bool:
    return isinstance(term, ox.Literal) and float(term.value) < least


def _unsaid(store: ox.Store, event: ox.NamedNode, claims: Iterable[ox.NamedNode]) -> Iterator[ox.Quad]:
    """Yield what an event has from claims and none of these claims says."""
    quads = [quad for claim in claims for quad in store.quads_for_pattern(claim, None, None)]
    said = {(name, quad.object) for quad in quads for name in _ON_EVENT.get(quad.predicate.value, ())}
    roles = {quad.predicate.value for quad in quads}
    for quad in store.quads_for_pattern(event, None, None):
        name = quad.predicate.value
        gone = name in _FROM_CLAIMS and (name, quad.object) not in said
        if gone or (name in _OWNERS and _OWNERS[name] not in roles):
            yield quad


def events_of(store: ox.Store) -> dict[str, str]:
    """Return report of an event -> the event, as consolidation has joined them."""
    return {
        report.value: event.value
        for report in _named(store.quads_for_pattern(None, _TYPE, _REPORTED), "subject")
        for event in _named(store.quads_for_pattern(report, _ABOUT, None), "object")
    }


def renamed(quads: Iterable[ox.Quad], before: Mapping[str, str]) -> list[ox.Quad]:
    """Return consolidated quads with each event under the IRI that it had before, so that it can be asked for by it.

    Where what was one event is now several, the one with the first of the reports keeps the IRI.
    """
    held = list(quads)
    first: dict[str, str] = {}
    for quad in held:
        if quad.predicate == _ABOUT:
            report, event = str(quad.subject)[1:-1], str(quad.object)[1:-1]
            if report in before:
                first[event] = min(report, first.get(event, report))
    keeps: dict[str, str] = {}  # former IRI -> event
    for event, report in sorted(first.items(), key=lambda pair: pair[1]):
        keeps.setdefault(before[report], event)
    nodes = {ox.NamedNode(event): ox.NamedNode(name) for name, event in keeps.items() if event != name}
    return [
        ox.Quad(_put(quad.subject, nodes), quad.predicate, _put(quad.object, nodes), quad.graph_name) for quad in held
    ]


def _put(term: Any, nodes: Mapping[ox.NamedNode, ox.NamedNode]) -> Any:
    return nodes.get(term, term)
