"""A store as a networkx.MultiDiGraph: who meets, signs, withdraws, attacks, with the sentences that say so.

Nodes are IRIs, with `label`, `type` (an actor type, `place`, `agreement` or `event`), `aliases`, `wikidata`, `country`;
nodes of type event, and agreements, have the attributes of edges besides.  An edge has

    event, kind       IRI of the event, agreement or commitment; which of the three it is
    type, label       event type, `party` or `commitment`; the same in words
    tone              cooperation or conflict, in words or deeds (the four classes of PLOVER), `agreement` or `other`
    roles             what the first end does, what the second does
    directed          False where both ends do the same
    status            planned, ongoing, occurred ...
    since, until      first and last ISO day, empty where open; `dated` says of what: event, deadline or reported
    deadline, place, quantity, about
    claims            IRIs of the claims; of an agreement or a commitment those of its reports, which are no claims
    articles, witnesses, outlets   how many; of reprints of one text only one counts as a witness
    confidence        of the claim that was read most surely
    evidence          tuple of `kg.view.values.Evidence`

Which event becomes an edge, and which a node, is told in kg/view/ends.py.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.view.ends import Ends, ends
from kg.view.filters import around as neighbourhood
from kg.view.filters import keep, largest
from kg.view.rows import read
from kg.view.terms import Terms, terms
from kg.view.times import bounds
from kg.view.values import Corpus, Doc, Evidence, Occurrence
from kg.vocab import EVENT_TYPES

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["network"]

Roles = tuple[tuple[str, ...], tuple[str, ...]]

_TONES = {
    "AGREE": "verbal_cooperation", "CONSULT": "verbal_cooperation", "SUPPORT": "verbal_cooperation",
    "AID": "material_cooperation", "COOPERATE": "material_cooperation", "RETREAT": "material_cooperation",
    "ACCUSE": "verbal_conflict", "REJECT": "verbal_conflict", "REQUEST": "verbal_conflict", "THREATEN": "verbal_conflict",
    "ASSAULT": "material_conflict", "COERCE": "material_conflict", "MOBILIZE": "material_conflict",
    "PROTEST": "material_conflict", "SANCTION": "material_conflict",
}  # fmt: skip
"""PLOVER event type -> class."""


def network(
    store: ox.Store,
    *,
    language: str = "en",
    around: Collection[str] = (),
    depth: int = 1,
    since: date | None = None,
    until: date | None = None,
    types: Collection[str] = (),
    limit: int | None = None,
) -> "nx.MultiDiGraph[str]":
    """Return the network of a store.

    Args:
        store: the Oxigraph store, `Store.oxigraph`.
        language: of labels, where there are any in it.
        around: IRIs; only what is within `depth` steps of one of them is kept.
        depth: how many steps; a node that stands for an event is no step.
        since: leave out what ended before this day.
        until: leave out what began after this day.
        types: event types, `party`, `commitment`; none given means all.
        limit: how many nodes to keep at most, the most connected first; None keeps all.

    Raises:
        InputError: an unknown event type.
    """
    corpus = read(store)
    found = keep(corpus, since=since, until=until, types=types)
    graph = _drawn(corpus, found, language)
    if around:
        graph = neighbourhood(graph, around, depth)
    shown = len(graph)
    if limit is not None:
        graph = largest(graph, limit)
    graph.graph.update(_summary(corpus, graph), of=shown)
    return graph


def _summary(corpus: Corpus, graph: "nx.MultiDiGraph[str]") -> dict[str, Any]:
    """Return what the network was made of."""
    days = sorted(doc.date for doc in corpus.docs.values() if doc.date)
    shown = (*(data for *_, data in graph.edges(data=True)), *(data for _, data in graph.nodes(data=True)))
    claims = {claim for data in shown if data.get("kind") == "event" for claim in data["claims"]}
    return {
        "articles": len(corpus.docs),
        "outlets": len({doc.outlet for doc in corpus.docs.values() if doc.outlet}),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "claims": len(claims),
        "docs": dict(corpus.docs),
    }


def _drawn(corpus: Corpus, found: Iterable[Occurrence], language: str) -> "nx.MultiDiGraph[str]":
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(language=language)
    words = terms(language)
    names = {node: thing.label(language) for node, thing in corpus.things.items()}
    graph.graph["names"] = {**names, **corpus.speakers}
    for it in sorted(found, key=lambda it: (it.kind, it.iri)):
        drawn = ends(it)
        for thing in (*(end.thing for end in drawn.ends), *([drawn.hub] if drawn.hub and drawn.hub != it.iri else [])):
            _add_thing(graph, corpus, thing, language)
        told = _told(it, it.evidence, corpus, words, language)
        if drawn.hub == it.iri:
            _add_hub(graph, it, corpus, told, language)
        _add_edges(graph, it, drawn, corpus, words)
    return graph


def _add_thing(graph: "nx.MultiDiGraph[str]", corpus: Corpus, iri: str, language: str) -> None:
    if iri in graph:
        return
    thing = corpus.things[iri]
    label = thing.label(language)
    graph.add_node(
        iri,
        label=label,
        type=thing.type or "actor",
        aliases=tuple(alias for alias in thing.aliases if alias != label),
        wikidata=thing.wikidata,
        country=thing.country,
    )


def _add_hub(
    graph: "nx.MultiDiGraph[str]", it: Occurrence, corpus: Corpus, told: Mapping[str, Any], language: str
) -> None:
    """Add the node of an occurrence that stands for itself."""
    if it.kind == "agreement":
        _add_thing(graph, corpus, it.iri, language)
        graph.nodes[it.iri].update({**told, "label": graph.nodes[it.iri]["label"], "type": "agreement"})
    else:
        graph.add_node(it.iri, **{**told, "type": "event"}, event_type=it.type, aliases=(), wikidata="", country="")


def _add_edges(graph: "nx.MultiDiGraph[str]", it: Occurrence, drawn: Ends, corpus: Corpus, words: Terms) -> None:
    language = graph.graph["language"]
    if not drawn.hub:
        one, other = drawn.ends
        told = _told(it, it.evidence, corpus, words, language)
        graph.add_edge(one.thing, other.thing, it.iri, **told, roles=(one.roles, other.roles), directed=drawn.directed)
        return
    ends = {end.thing for end in drawn.ends}
    nobody = {proof.claim for proof in it.evidence if not proof.actors & ends}  # those stand behind every line
    for end in drawn.ends:
        naming = tuple(p for p in it.evidence if end.thing in p.actors or p.claim in nobody) or it.evidence
        told = _told(it, naming, corpus, words, language)
        outward = end.roles[0] in {"place", "agreement"} or "obligee" in end.roles
        pair = (drawn.hub, end.thing) if outward else (end.thing, drawn.hub)
        roles: Roles = ((), end.roles) if outward else (end.roles, ())
        key = f"{it.iri}#{'+'.join(end.roles)}"
        label = told["label"]
        if drawn.hub == it.iri or it.kind == "agreement":
            label = ", ".join(words.role(role) for role in end.roles)
        graph.add_edge(*pair, key, **{**told, "label": label}, roles=roles, directed=it.kind == "commitment")


def _told(it: Occurrence, evidence: Sequence[Evidence], corpus: Corpus, words: Terms, language: str) -> dict[str, Any]:
    """Return the attributes of an edge or of a node that stands for an occurrence."""
    told = bounds(it, corpus.docs)
    articles = {proof.article for proof in evidence}
    docs = [corpus.docs.get(article, Doc(article)) for article in articles]
    sure = [proof.confidence for proof in evidence if proof.confidence is not None]
    return {
        "event": it.iri,
        "kind": it.kind,
        "type": "party" if it.kind == "agreement" else "commitment" if it.kind == "commitment" else it.type,
        "label": _label(it, words),
        "tone": _tone(it),
        "status": it.status,
        "since": told.since,
        "until": told.until,
        "dated": told.dated,
        "deadline": max((span.latest for span in it.deadlines), default=""),
        "place": ", ".join(corpus.things[place].label(language) for place in it.places),
        "quantity": ", ".join(it.quantities),
        "about": it.label or (corpus.things[it.agreement].label(language) if it.agreement else ""),
        "claims": tuple(dict.fromkeys(proof.claim for proof in evidence)),
        "articles": len(articles),
        "witnesses": len({doc.stands_for or doc.iri for doc in docs}),
        "outlets": len({doc.outlet for doc in docs if doc.outlet}),
        "confidence": max(sure, default=1.0),
        "evidence": tuple(evidence),
    }


def _label(it: Occurrence, words: Terms) -> str:
    if it.kind == "commitment":
        return words.commitment(it.type)
    return words.event(it.type) if it.kind == "event" else ""


def _tone(it: Occurrence) -> str:
    if it.kind != "event":
        return "agreement"
    kind = EVENT_TYPES.get(it.type)
    return _TONES.get(kind.plover or "", "other") if kind else "other"
