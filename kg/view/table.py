"""CSV: one row for each passage behind each line, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.view.flat import speaker
from kg.view.values import Doc, Evidence

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["COLUMNS", "harmless", "render", "rows"]

COLUMNS = (
    "from", "from_label", "from_type", "from_wikidata", "from_role", "type", "label", "to", "to_label", "to_type",
    "to_wikidata", "to_role", "directed", "status", "since", "until", "dated", "deadline", "place", "quantity", "about",
    "articles", "witnesses", "confidence", "event", "claim", "claim_status", "negated", "claim_confidence", "sentence",
    "speaker", "article_title", "outlet", "published", "url",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell as a formula."""


def render(graph: "nx.MultiDiGraph[str]", *, language: str | None = None, title: str = "") -> bytes:
    """Return the lines of a network in UTF-8 with a byte order mark, as spreadsheets want it.

    What stands on one node alone has an empty `to`.  A text that a spreadsheet would run is preceded by an apostrophe.
    """
    del language, title
    page = io.StringIO()
    writer = csv.DictWriter(page, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows(graph):
        writer.writerow({key: harmless(value) for key, value in row.items()})
    return page.getvalue().encode("utf-8-sig", "replace")


def harmless(value: object) -> object:
    """Return a cell that no spreadsheet runs: a text that would be a formula is preceded by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def rows(graph: "nx.MultiDiGraph[str]") -> Iterator[dict[str, object]]:
    """Yield a row for each passage behind each line, and for those of nodes without lines; empty cells are left out."""
    for one, other, data in graph.edges(data=True):
        ends = _end(graph, "from", one, data["roles"][0])
        if one != other:
            ends |= _end(graph, "to", other, data["roles"][1])
        yield from _told(graph, ends, data)
    for node, data in graph.nodes(data=True):
        if "evidence" in data and not graph.degree(node):
            yield from _told(graph, _end(graph, "from", node, ()), {**data, "directed": False})


def _end(graph: "nx.MultiDiGraph[str]", side: str, node: str, roles: Sequence[str]) -> dict[str, object]:
    data = graph.nodes[node]
    return {
        side: node,
        f"{side}_label": data["label"],
        f"{side}_type": data["type"],
        f"{side}_wikidata": data["wikidata"],
        f"{side}_role": " ".join(roles),
    }


def _told(
    graph: "nx.MultiDiGraph[str]", ends: dict[str, object], data: Mapping[str, Any]
) -> Iterator[dict[str, object]]:
    told = {key: data[key] for key in COLUMNS if key in data}
    told["directed"] = "true" if data["directed"] else "false"
    for proof in data["evidence"] or (None,):
        yield {**told, **ends, **(_passage(graph, proof) if proof else {})}


def _passage(graph: "nx.MultiDiGraph[str]", proof: Evidence) -> dict[str, object]:
    doc: Doc = graph.graph.get("docs", {}).get(proof.article, Doc(proof.article))
    return {
        "claim": proof.claim,
        "claim_status": proof.status,
        "negated": "true" if proof.negative else "false",
        "claim_confidence": "" if proof.confidence is None else proof.confidence,
        "sentence": proof.sentence,
        "speaker": speaker(proof, graph),
        "article_title": doc.title,
        "outlet": doc.outlet,
        "published": doc.date,
        "url": doc.url,
    }
