"""What the graph `authority` has to say more when articles name more, without making all of it again."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg import iri
from kg.graph.known import Entries, known
from kg.graph.terms import Written, lines_of
from kg.vocab import DK

__all__ = ["AUTHORITY", "more_quads"]

AUTHORITY = ox.NamedNode(iri.graph("authority"))

_OFFICE, _HOLDER = ox.NamedNode(DK.office), ox.NamedNode(DK.holder)


def more_quads(store: ox.Store, authority: Entries, ids: Iterable[str]) -> tuple[set[ox.Quad], set[str]]:
    """Return the quads of things that the graph does not describe yet, and of offices that are described otherwise now.

    An office is called as the tables of its holders call it, so that one more holder may change its labels.

    Args:
        store: its graph `authority` is that of the other ids.
        authority: what is known.
        ids: ids that articles name besides.

    Returns:
        The quads, and the offices.
    """
    wanted = {name for name in ids if name in authority}
    offices = {quad.object for quad in _quads(authority, wanted) if quad.predicate == _OFFICE}
    held = (quad.subject for office in offices for quad in store.quads_for_pattern(None, _OFFICE, office, AUTHORITY))
    holders = (quad.object for each in held for quad in store.quads_for_pattern(each, _HOLDER, None, AUTHORITY))
    wanted |= {node.value.removeprefix(iri.ENTITY) for node in holders if isinstance(node, ox.NamedNode)}
    described: dict[object, bool] = {}
    found = set()
    for quad in _quads(authority, wanted):
        if quad.subject not in described:
            there = store.quads_for_pattern(quad.subject, None, None, AUTHORITY)
            described[quad.subject] = next(there, None) is not None
        if quad.subject in offices or not described[quad.subject]:
            found.add(quad)
    return found, {office.value for office in offices if isinstance(office, ox.NamedNode)}


def _quads(authority: Entries, ids: Iterable[str]) -> set[ox.Quad]:
    lines = lines_of(known(authority, ids), Written(), f" {AUTHORITY} .\n")
    return set(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))
