"""What is left out of a network: by time and type, by distance from a node, by number of nodes."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.view.times import bounds, overlaps
from kg.view.values import Corpus, Occurrence
from kg.vocab import EVENT_TYPES

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["around", "keep", "largest"]

_OTHERS = ("commitment", "party")
"""Types of what is no event."""


def keep(
    corpus: Corpus,
    *,
    since: date | None = None,
    until: date | None = None,
    types: Collection[str] = (),
) -> Iterator[Occurrence]:
    """Yield the occurrences of a corpus that pass.

    Raises:
        InputError: an unknown type.
    """
    unknown = sorted(set(types) - set(EVENT_TYPES) - set(_OTHERS))
    if unknown:
        known = ", ".join(sorted((*EVENT_TYPES, *_OTHERS)))
        raise InputError(f"--type {unknown[0]}: no such event type. Known: {known}.")
    for it in corpus.occurrences:
        type_ = it.type if it.kind == "event" else "commitment" if it.kind == "commitment" else "party"
        if types and type_ not in types:
            continue
        if overlaps(bounds(it, corpus.docs), since, until):
            yield it


def around(graph: "nx.MultiDiGraph[str]", centres: Collection[str], depth: int) -> "nx.MultiDiGraph[str]":
    """Return what lies within `depth` steps of any centre; to pass through the node of an event costs no step.

    Raises:
        InputError: no centre is in the network.
    """
    found = {centre: 0 for centre in centres if centre in graph}
    if not found:
        names = ", ".join(sorted(centres))
        raise InputError(f"--around {names}: takes part in no event of this network. Widen --since, --until or --type.")
    queue = deque(found)
    while queue:
        node = queue.popleft()
        for other in {*graph.successors(node), *graph.predecessors(node)}:
            steps = found[node] + (graph.nodes[other]["type"] != "event")
            if steps <= depth and steps < found.get(other, depth + 1):
                found[other] = steps
                queue.append(other)
    kept = [node for node in found if graph.nodes[node]["type"] != "event" or _is_told(graph, node, found, depth)]
    return graph.subgraph(kept).copy()


def _is_told(graph: "nx.MultiDiGraph[str]", event: str, found: Mapping[str, int], depth: int) -> bool:
    """Tell whether the node of an event says something: all who take part are near enough, or two of them are."""
    return found[event] < depth or len({*graph.successors(event), *graph.predecessors(event)} & found.keys()) > 1


def largest(graph: "nx.MultiDiGraph[str]", limit: int) -> "nx.MultiDiGraph[str]":
    """Return the `limit` nodes with most lines, and the lines between them."""
    if len(graph) <= limit:
        return graph
    ranked = sorted(graph.nodes, key=lambda node: (-graph.degree(node), node))
    return graph.subgraph(ranked[:limit]).copy()
