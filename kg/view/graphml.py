"""GraphML: the network for Gephi, Cytoscape, yEd, igraph."""

from typing import TYPE_CHECKING

from kg.view.flat import flat_edges, flat_nodes
from kg.view.layout import positions

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]


def render(graph: "nx.MultiDiGraph[str]", *, language: str | None = None, title: str = "") -> bytes:
    """Return a network in GraphML, with places of nodes as `x` and `y`; labels are in the language of the network."""
    import networkx as nx

    del language
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=title)
    places = positions(graph)
    for node, values in flat_nodes(graph):
        x, y = places[node]
        plain.add_node(node, **values, x=x, y=-y)  # upwards, as these programs have it
    for one, other, key, values in flat_edges(graph):
        plain.add_edge(one, other, key, **values)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *nx.generate_graphml(plain, named_key_ids=True)]
    return "\n".join([*lines, ""]).encode()
