"""What the page holds: the network with positions, looks and words, as one value for JSON.

Passages and articles stand once each; nodes and edges refer to them by number.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.view.drawing import vis_model
from kg.view.layout import positions
from kg.view.marks import LINES, MARKS, mark
from kg.view.terms import Terms, terms
from kg.view.values import Doc, Evidence
from kg.view.words import load

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["payload"]

_TOLD = (
    "event",
    "type",
    "label",
    "tone",
    "status",
    "since",
    "until",
    "dated",
    "deadline",
    "place",
    "quantity",
    "about",
)
_COUNTED = ("articles", "witnesses", "confidence")


class _Passages:
    """Passages and articles by number, each once."""

    def __init__(self, docs: Mapping[str, Doc], names: Mapping[str, str], words: Terms) -> None:
        self._docs, self._names, self._words = docs, names, words
        self._passages: dict[Evidence, int] = {}
        self._articles: dict[str, int] = {}

    def number(self, proof: Evidence) -> int:
        """Return the number of a passage."""
        self._articles.setdefault(proof.article, len(self._articles))
        return self._passages.setdefault(proof, len(self._passages))

    def articles(self) -> list[dict[str, str]]:
        """Return the articles in the order of their numbers."""
        docs = (self._docs.get(article, Doc(article)) for article in self._articles)
        return [
            {"title": doc.title, "outlet": doc.outlet, "date": doc.date, "url": doc.url, "lang": doc.language}
            for doc in docs
        ]

    def passages(self) -> list[dict[str, Any]]:
        """Return the passages in the order of their numbers, without what is empty."""
        return [_full(self._passage(proof)) for proof in self._passages]

    def _passage(self, proof: Evidence) -> dict[str, Any]:
        return {
            "article": self._articles[proof.article],
            "claim": proof.claim,
            "text": proof.sentence,
            "before": proof.before,
            "after": proof.after,
            "type": self._words.event(proof.type) if proof.type else "",
            "status": proof.status,
            "negative": proof.negative,
            "speaker": self._name(proof.speaker),
            "via": self._name(proof.via),
            "said_on": proof.said_on,
            "hedge": proof.hedge,
            "confidence": proof.confidence,
        }

    def _name(self, node: str) -> str:
        return self._names.get(node, node) if node else ""


def _full(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what says something: empty texts, lists and false are what the page takes for granted."""
    return {key: value for key, value in values.items() if value not in ("", None, (), []) and value is not False}


def payload(graph: "nx.MultiDiGraph[str]", language: str) -> dict[str, Any]:
    """Return the value that the page is made of; the lists of nodes and edges are those of the pyvis model."""
    words, names = terms(language), graph.graph.get("names", {})
    passages = _Passages(graph.graph.get("docs", {}), names, words)
    number = {node: index for index, node in enumerate(graph.nodes)}
    places = positions(graph)
    net = vis_model(
        [_node(graph, node, number[node], places[node], passages) for node in graph.nodes],
        [
            _edge(index, (number[one], number[other]), data, passages, words)
            for index, (one, other, data) in enumerate(graph.edges(data=True))
        ],
    )
    types = {data["type"] for _, data in graph.nodes(data=True)}
    return {
        "language": language,
        "nodes": net.nodes,
        "edges": net.edges,
        "passages": passages.passages(),
        "articles": passages.articles(),
        "groups": [_group(name, words) for name in (*MARKS, *sorted(types - MARKS.keys())) if name in types],
        "tones": [
            {"id": tone, "colour": colour, "label": load(language)[f"tone_{tone}"]} for tone, colour in LINES.items()
        ],
        "statuses": {status: words.status(status) for status in sorted(_statuses(graph))},
        "types": {
            type_: _type(type_, words, language)
            for type_ in sorted({data["type"] for *_, data in graph.edges(data=True)})
        },
        "words": load(language),
    }


def _group(name: str, words: Terms) -> dict[str, Any]:
    look = mark(name)
    return {"id": name, "label": words.node(name), "colour": look.colour, "shape": look.shape, "size": look.size}


def _type(name: str, words: Terms, language: str) -> str:
    """Return how a type of edge is called."""
    own: str | None = load(language).get(name) if name in {"party", "commitment"} else None
    return own or words.event(name)


def _statuses(graph: "nx.MultiDiGraph[str]") -> set[str]:
    edges = (data["status"] for *_, data in graph.edges(data=True))
    nodes = (data.get("status", "") for _, data in graph.nodes(data=True))
    proofs = (proof.status for *_, data in graph.edges(data=True) for proof in data["evidence"])
    return {*edges, *nodes, *proofs} - {""}


def _node(
    graph: "nx.MultiDiGraph[str]", node: str, number: int, place: tuple[int, int], passages: _Passages
) -> dict[str, Any]:
    data = graph.nodes[node]
    told = _full(_told(data, passages)) if "evidence" in data else {}
    own = {
        "iri": node,
        "group": data["type"],
        "aliases": list(data["aliases"]),
        "wikidata": data["wikidata"],
        "country": data["country"],
    }
    return {"id": number, "label": data["label"], "x": place[0], "y": place[1], **_full(told | own)}


def _edge(
    index: int, pair: tuple[int, int], data: Mapping[str, Any], passages: _Passages, words: Terms
) -> dict[str, Any]:
    roles = [", ".join(words.role(role) for role in held) for held in data["roles"]]
    told = _full(_told(data, passages) | {"roles": roles if any(roles) else [], "directed": data["directed"]})
    return {"id": index, "from": pair[0], "to": pair[1], **told}


def _told(data: Mapping[str, Any], passages: _Passages) -> dict[str, Any]:
    proofs = [passages.number(proof) for proof in data["evidence"]]
    return {key: data[key] for key in (*_TOLD, *_COUNTED)} | {"proofs": proofs}
