"""The network with plain values only, for the formats that know texts and numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.view.values import Doc, Evidence

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Value", "clean", "flat_edges", "flat_nodes", "quotation", "speaker"]

Value = str | int | float | bool

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def clean(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def flat_nodes(graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield each node with its values."""
    for node, data in graph.nodes(data=True):
        yield node, {**_plain(data, graph), "aliases": clean("; ".join(data["aliases"]))}


def flat_edges(graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    """Yield each edge as (first end, second end, id, values); ids are unique in the graph."""
    for one, other, key, data in graph.edges(keys=True, data=True):
        roles = dict(zip(("role", "role_of_other"), (" ".join(held) for held in data["roles"]), strict=True))
        number = f"{key} {one} {other}"
        yield one, other, clean(number), {**_plain(data, graph), **roles}


def _plain(data: Mapping[str, Any], graph: "nx.MultiDiGraph[str]") -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in data.items():
        if isinstance(value, str):
            found[key] = clean(value)
        elif isinstance(value, bool | int | float):
            found[key] = value
    if "claims" in data:
        found["claims"] = " ".join(data["claims"])
        found["claim_count"] = len(data["claims"])
    if "evidence" in data:
        found["evidence"] = clean("\n".join(quotation(proof, graph) for proof in data["evidence"]))
    return found


def speaker(proof: Evidence, graph: "nx.MultiDiGraph[str]") -> str:
    """Return who says it, through whom; empty for the article's own voice."""
    names: Mapping[str, str] = graph.graph.get("names", {})
    return " / ".join(names.get(node, node) for node in (proof.speaker, proof.via) if node)


def quotation(proof: Evidence, graph: "nx.MultiDiGraph[str]") -> str:
    """Return a passage with its source in one line."""
    doc: Doc = graph.graph.get("docs", {}).get(proof.article, Doc(proof.article))
    source = ", ".join(filter(None, (doc.outlet, doc.date, doc.title, doc.url)))
    return f"“{' '.join(proof.sentence.split())}” ({source or proof.article})"
