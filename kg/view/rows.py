"""Asks a store for rows, in SPARQL over the union of its graphs, and reads them as a `Corpus`.

Where the store was consolidated, reports of one event are one occurrence; where not, each report is its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.view.values import Corpus, Doc, Evidence, Occurrence, Span, Thing
from kg.vocab import (
    ACTOR_CLASSES,
    AGREEMENT_STATUSES,
    COMMITMENT_STATUSES,
    COMMITMENT_TYPES,
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    FACTUALITIES,
    OA,
    POLARITIES,
    RDF,
    RDFS,
    ROLES,
    SCHEMA,
    SEM,
    SKOS,
)

__all__ = ["read"]

Values = Mapping[str, list[ox.NamedNode | ox.Literal]]
"""Predicate -> what it says, sorted."""
Nodes = dict[str, Values]

_TYPES = {kind.iri: word for word, kind in EVENT_TYPES.items()}
_ROLES = {node: word for word, node in ROLES.items()}
_STATUSES = {
    node: word
    for table in (EVENT_STATUSES, AGREEMENT_STATUSES, COMMITMENT_STATUSES)
    for word, node in table.items()
}  # fmt: skip
_TERMS = {node: word for word, node in COMMITMENT_TYPES.items()}
_FACTUALITIES = {node: word for word, node in FACTUALITIES.items()}
_KINDS = {
    **{node: word for word, node in ACTOR_CLASSES.items()},
    DK.NewsAgency: "media", DK.Place: "place", DK.Agreement: "agreement", DK.ReportedAgreement: "agreement",
}  # fmt: skip
_SPECIFIC = ("country", "person", "armed_group", "military", "government", "igo", "media", "population")
"""Of several classes the one that says most."""
_SPOKEN = (DK.UnnamedSource, DK.Narrator)


def read(store: ox.Store) -> Corpus:
    """Return all events, agreements and commitments of a store with their passages, and whom they name."""
    described = {
        name: _described(store, *classes)
        for name, classes in {
            "claim": (DK.Claim,),
            "event": (DK.Event, DK.ReportedEvent),
            "agreement": (DK.Agreement, DK.ReportedAgreement),
            "commitment": (DK.Commitment, DK.ReportedCommitment),
            "time": (DK.TimeExpression,),
            "quantity": (DK.Quantity,),
            "article": (DK.Article,),
            "spoken": _SPOKEN,
        }.items()
    }
    passages = _passages(store)
    spans = {node: _span(values) for node, values in described["time"].items()}
    occurrences = (
        *_events(described, passages, spans),
        *_agreements(described["agreement"], passages, spans),
        *_commitments(described, passages, spans),
    )
    spoken = {node: _one(values, RDFS.label) for node, values in described["spoken"].items()}
    docs = {node: _doc(node, values) for node, values in described["article"].items()}
    return Corpus(_things(store, occurrences, spoken), docs, occurrences, spoken)


# -------------------------------------------------------------------- asking


def _select(store: ox.Store, text: str) -> Iterator[tuple[ox.NamedNode | ox.Literal | None, ...]]:
    answer = store.query(text, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        terms = (solution[name] for name in names)
        yield tuple(term if isinstance(term, ox.NamedNode | ox.Literal) else None for term in terms)


def _described(store: ox.Store, *classes: str) -> Nodes:
    """Return all that the store says of the members of some classes, in the order of their IRIs."""
    wanted = " ".join(f"<{name}>" for name in classes)
    rows = _select(store, f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?class {{ {wanted} }} ?s a ?class ; ?p ?o }}")
    return _grouped(rows)


def _grouped(rows: Iterable[tuple[ox.NamedNode | ox.Literal | None, ...]]) -> Nodes:
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in rows:
        if subject is not None and predicate is not None and value is not None:
            found[subject.value][predicate.value].append(value)
    for values in found.values():
        for terms in values.values():
            terms.sort(key=lambda term: (term.value, str(term)))
    return {node: found[node] for node in sorted(found)}


def _all(values: Values, predicate: str) -> list[str]:
    return [term.value for term in values.get(predicate, ())]


def _one(values: Values, predicate: str) -> str:
    return next(iter(_all(values, predicate)), "")


_PASSAGES = f"""
SELECT DISTINCT ?thing ?article ?start ?exact ?prefix ?suffix {{
  ?thing <{DK.evidence}> ?passage .
  ?passage <{OA.hasSource}> ?article ; <{OA.hasSelector}> ?position .
  ?position <{OA.start}> ?start ; <{OA.refinedBy}> ?quotation .
  ?quotation <{OA.exact}> ?exact .
  OPTIONAL {{ ?quotation <{OA.prefix}> ?prefix }}
  OPTIONAL {{ ?quotation <{OA.suffix}> ?suffix }}
}}"""

_CUT = 20
"""Characters from which the text around a passage may have been cut through a word."""

Passage = tuple[str, int, str, str, str]


def _passages(store: ox.Store) -> dict[str, list[Passage]]:
    """Return the passages of each thing that has evidence: article, offset, words, what stands around them."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for thing, article, start, exact, prefix, suffix in _select(store, _PASSAGES):
        if thing is None or article is None or start is None or exact is None:
            continue
        around = _around(prefix.value if prefix else "", suffix.value if suffix else "")
        found[thing.value].append((article.value, int(start.value), exact.value, *around))
    return {thing: sorted(passages) for thing, passages in found.items()}


def _around(prefix: str, suffix: str) -> tuple[str, str]:
    """Return what stands around a passage on its own line, without the words that were cut through."""
    line, cut = prefix.rpartition("\n")[2], suffix.partition("\n")[0]
    before = re.sub(r"^\S*", "", line) if line == prefix and len(prefix) >= _CUT else line
    after = re.sub(r"\S*$", "", cut) if cut == suffix and len(suffix) >= _CUT else cut
    return before, after


# -------------------------------------------------------------------- reading


def _doc(node: str, values: Values) -> Doc:
    return Doc(
        node,
        _one(values, SCHEMA.headline),
        _one(values, DK.source),
        _one(values, SCHEMA.datePublished)[:10],
        _one(values, SCHEMA.url),
        _one(values, SCHEMA.inLanguage),
        _one(values, DK.reprintOf),
    )


def _span(values: Values) -> Span:
    return Span(_one(values, DK.earliest), _one(values, DK.latest), _one(values, DK.edtf))


def _spans(values: Values, predicate: str, spans: Mapping[str, Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans[node] for node in _all(values, predicate) if node in spans))


def _settled(told: Iterable[Values], predicate: str, spans: Mapping[str, Span]) -> tuple[Span, ...]:
    """Return the times of a thing itself, which come first in `told`, or, where it has none, those of its reports."""
    first, *reports = told
    return _spans(first, predicate, spans) or tuple(
        sorted({span for each in reports for span in _spans(each, predicate, spans)})
    )


def _roles(values: Values) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((_ROLES[p], term.value) for p, terms in values.items() if p in _ROLES for term in terms))


def _quantity(values: Values) -> str:
    """Return a quantity in a few signs: `≈ 2000 soldiers`."""
    low, high = _one(values, SCHEMA.minValue), _one(values, SCHEMA.maxValue)
    figure = _one(values, SCHEMA.value) or "–".join(filter(None, (low, high)))
    extent = _one(values, DK.extent).rpartition("#")[2].lower()
    hedge = "≈" if _one(values, DK.approximate) == "true" else ""
    return " ".join(filter(None, (hedge, figure or extent, _one(values, DK.unit))))


def _events(
    described: Mapping[str, Nodes], passages: Mapping[str, list[Passage]], spans: Mapping[str, Span]
) -> Iterator[Occurrence]:
    events, claims, quantities = described["event"], described["claim"], described["quantity"]
    told: dict[str, list[str]] = defaultdict(list)
    for claim, values in claims.items():
        for event in _all(values, DK.aboutEvent) or _all(values, DK.reportsEvent):
            told[event].append(claim)
    for event, its_claims in sorted(told.items()):
        values = events.get(event, {})
        evidence = tuple(proof for claim in its_claims for proof in _evidence(claim, claims[claim], passages))
        statuses = [proof.status for proof in evidence] or [_status(claims[claim]) for claim in its_claims]
        agreements = _all(values, DK.underAgreement)
        yield Occurrence(
            event,
            "event",
            _type(values) or next(filter(None, (_type(claims[claim]) for claim in its_claims)), ""),
            _status(values) or max(sorted(set(statuses)), key=statuses.count, default=""),
            _roles(values) or tuple(sorted({role for claim in its_claims for role in _roles(claims[claim])})),
            tuple(_all(values, SEM.hasPlace)),
            _spans(values, DK.when, spans),
            _spans(values, DK.deadline, spans),
            tuple(sorted({_quantity(quantities[node]) for node in _all(values, DK.quantity) if node in quantities})),
            next((_canonical(described["agreement"], node) for node in agreements), ""),
            evidence=evidence,
        )


def _type(values: Values) -> str:
    return next((_TYPES.get(node, node.rpartition("/")[2]) for node in _all(values, SEM.eventType)), "")


def _status(values: Values) -> str:
    nodes = (node for name in (DK.eventStatus, DK.agreementStatus, DK.commitmentStatus) for node in _all(values, name))
    return next((_STATUSES.get(node, node.rpartition("#")[2].lower()) for node in nodes), "")


def _evidence(claim: str, values: Values, passages: Mapping[str, list[Passage]]) -> Iterator[Evidence]:
    confidence = _one(values, DK.confidence)
    speaker = _one(values, DK.attributedTo)
    factuality = _one(values, DK.factuality)
    for article, start, exact, before, after in passages.get(claim, ()):
        yield Evidence(
            claim,
            article,
            exact,
            before,
            after,
            start,
            frozenset(actor for _, actor in _roles(values)),
            _type(values),
            _status(values),
            _one(values, DK.polarity) == POLARITIES["negative"],
            _FACTUALITIES.get(factuality, ""),
            float(confidence) if confidence else None,
            "" if speaker.startswith(article) and speaker.endswith("/narrator") else speaker,
            _one(values, DK.reportedVia),
            _one(values, DK.statementDate),
            _one(values, DK.hedge),
            _one(values, DK.rule),
        )


def _canonical(agreements: Nodes, node: str) -> str:
    """Return the agreement itself for an agreement as an article speaks of it."""
    return _one(agreements.get(node, {}), DK.aboutAgreement) or node


def _reports(nodes: Nodes, predicate: str) -> dict[str, list[str]]:
    """Return the reports of each canonical node; a report that consolidation has not seen stands for itself."""
    found: dict[str, list[str]] = defaultdict(list)
    for node, values in nodes.items():
        if _one(values, DK.evidence):
            found[_one(values, predicate) or node].append(node)
    return dict(sorted(found.items()))


def _agreements(nodes: Nodes, passages: Mapping[str, list[Passage]], spans: Mapping[str, Span]) -> Iterator[Occurrence]:
    for node, reports in _reports(nodes, DK.aboutAgreement).items():
        values = nodes.get(node, {})
        told = [values, *(nodes[report] for report in reports)]
        roles = _roles(values) or tuple(sorted({role for each in told for role in _roles(each)}))
        yield Occurrence(
            node,
            "agreement",
            "",
            next(filter(None, map(_status, told)), ""),
            roles,
            tuple(sorted({place for each in told for place in _all(each, SEM.hasPlace)})),
            _settled(told, DK.when, spans),
            evidence=tuple(proof for report in reports for proof in _evidence(report, nodes[report], passages)),
        )


def _commitments(
    described: Mapping[str, Nodes], passages: Mapping[str, list[Passage]], spans: Mapping[str, Span]
) -> Iterator[Occurrence]:
    agreements, nodes = described["agreement"], described["commitment"]
    owner = {
        term: _canonical(agreements, node)
        for node, values in agreements.items()
        for term in _all(values, DK.hasCommitment)
    }
    for node, reports in _reports(nodes, DK.aboutCommitment).items():
        told = [nodes.get(node, {}), *(nodes[report] for report in reports)]
        values = told[0]
        sides = {
            (role, actor)
            for each in ([values] if _one(values, DK.commitmentType) else told)
            for role, predicate in (("obligor", DK.obligor), ("obligee", DK.obligee))
            for actor in _all(each, predicate)
        }
        type_ = next(filter(None, (_one(each, DK.commitmentType) for each in told)), "")
        yield Occurrence(
            node,
            "commitment",
            _TERMS.get(type_, type_.rpartition("#")[2]),
            next(filter(None, map(_status, told)), ""),
            tuple(sorted(sides)),
            deadlines=_settled(told, DK.deadline, spans),
            agreement=owner.get(node) or next((owner[report] for report in reports if report in owner), ""),
            label=next(filter(None, (_one(each, RDFS.label) for each in told)), ""),
            evidence=tuple(proof for report in reports for proof in _evidence(report, nodes[report], passages)),
        )


# -------------------------------------------------------------------- who and where


def _things(store: ox.Store, occurrences: Iterable[Occurrence], spoken: Mapping[str, str]) -> dict[str, Thing]:
    """Return a description of everyone and everything that the occurrences name."""
    wanted: set[str] = set()
    for it in occurrences:
        wanted.update(actor for _, actor in it.roles)
        wanted.update(it.places)
        wanted.update({it.agreement, it.iri if it.kind == "agreement" else ""})
        wanted.update(name for proof in it.evidence for name in (proof.speaker, proof.via))
    wanted.discard("")
    classes = " ".join(f"<{name}>" for name in _KINDS)
    told = " ".join(
        f"<{name}>" for name in (RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.exactMatch, DK.countryCode)
    )
    nodes = _grouped(
        _select(
            store,
            f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?class {{ {classes} }} ?s a ?class . VALUES ?p {{ {told} }} ?s ?p ?o }}",
        )
    )
    mentioned = _mentioned(store) if any(node not in nodes for node in wanted) else {}
    found = {node: _thing(node, nodes.get(node, {}), mentioned.get(node, "")) for node in sorted(wanted)}
    # a source without a name may take part as well: "officials refused"
    return found | {node: Thing(node, "", {"": spoken[node]}) for node in wanted & spoken.keys()}


def _mentioned(store: ox.Store) -> dict[str, str]:
    """Return what mentions take a thing for, for those that no graph describes."""
    rows = _select(store, f"SELECT DISTINCT ?body ?type {{ ?mention <{DK.mentionType}> ?type ; <{OA.hasBody}> ?body }}")
    return {body.value: kind.value for body, kind in sorted(rows, key=str) if body is not None and kind is not None}


def _thing(node: str, values: Values, mentioned: str) -> Thing:
    kinds = {_KINDS[name] for name in _all(values, RDF.type) if name in _KINDS}
    labels: dict[str, str] = {}
    for predicate in (SKOS.prefLabel, RDFS.label):
        for term in values.get(predicate, ()):
            if isinstance(term, ox.Literal):
                labels.setdefault(term.language or "", term.value)
    aliases = sorted({*_all(values, SKOS.altLabel), *_all(values, SKOS.prefLabel)})
    return Thing(
        node,
        next((kind for kind in _SPECIFIC if kind in kinds), min(kinds, default=mentioned)),
        labels,
        tuple(aliases),
        _one(values, SKOS.exactMatch),
        _one(values, DK.countryCode),
    )
