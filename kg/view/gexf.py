"""GEXF 1.2, the format of Gephi, which networkx reads as well: with places, colours and the time of each line.

All lines are typed directed, since networkx reads no mixed graph; the value `directed` tells which of them point.
Nodes have no time, or the agreement would be gone from the timeline on the day after it was signed.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kg import __version__
from kg.view.flat import Value, clean, flat_edges, flat_nodes
from kg.view.layout import positions
from kg.view.marks import LINES, mark

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]

_SPACE = "http://www.gexf.net/1.2draft"
_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "double"}
_TAKEN = frozenset({"label"})
"""Values that have a place of their own in the format."""


def render(graph: "nx.MultiDiGraph[str]", *, language: str | None = None, title: str = "") -> bytes:
    """Return a network in GEXF; labels are in the language of the network.  No clock: the same network, the same file."""
    del language
    places, nodes, edges = positions(graph), list(flat_nodes(graph)), list(flat_edges(graph))
    root = Element("gexf", {"xmlns": _SPACE, "xmlns:viz": f"{_SPACE}/viz", "version": "1.2"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = f"diplomatic-kg {__version__}"
    SubElement(meta, "description").text = clean(title)
    drawn = SubElement(
        root,
        "graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"},
    )
    node_keys = _attributes(drawn, "node", [values for _, values in nodes])
    edge_keys = _attributes(drawn, "edge", [values for *_, values in edges])
    held = SubElement(drawn, "nodes")
    for node, values in nodes:
        made = SubElement(held, "node", {"id": node, "label": str(values["label"])})
        _values(made, values, node_keys)
        look = mark(str(values["type"]))
        _colour(made, look.colour)
        x, y = places[node]
        SubElement(made, "viz:position", {"x": str(x), "y": str(-y), "z": "0"})
        SubElement(made, "viz:size", {"value": str(round(10 + 2 * graph.degree(node) ** 0.5, 1))})
    held = SubElement(drawn, "edges")
    for one, other, key, values in edges:
        ends = {"id": key, "source": one, "target": other, "type": "directed", "label": str(values["label"])}
        made = SubElement(held, "edge", {**ends, **_times(values)})
        _values(made, values, edge_keys)
        _colour(made, LINES.get(str(values["tone"]), LINES["other"]))
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _attributes(drawn: Element, kind: str, values: list[dict[str, Value]]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; return the id of each."""
    types = {key: _TYPES[type(value)] for each in values for key, value in each.items() if key not in _TAKEN}
    declared = SubElement(drawn, "attributes", {"class": kind, "mode": "static"})
    keys = {key: f"{kind}-{key}" for key in sorted(types)}
    for key, name in keys.items():
        SubElement(declared, "attribute", {"id": name, "title": key, "type": types[key]})
    return keys


def _values(made: Element, values: Mapping[str, Value], keys: Mapping[str, str]) -> None:
    held = SubElement(made, "attvalues")
    for key, value in values.items():
        if key in keys and value != "":
            text = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(held, "attvalue", {"for": keys[key], "value": text})


def _times(values: Mapping[str, Value]) -> dict[str, str]:
    """Return the first and last day, where they are known."""
    days = {"start": str(values.get("since", "")), "end": str(values.get("until", ""))}
    return {key: day for key, day in days.items() if day}


def _colour(made: Element, colour: str) -> None:
    red, green, blue = (str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    SubElement(made, "viz:color", {"r": red, "g": green, "b": blue})
