"""The rules and shapes: silent on a sound graph, and each seeded fault is found by both."""

from collections.abc import Callable
from importlib.util import find_spec
from itertools import product

import by_hand
import pyoxigraph as ox
import pytest

from kg import authority, check, graph, iri, lang
from kg.check.rules import rules
from kg.errors import MissingExtraError
from kg.events.lexicon import frames
from kg.vocab import (
    AGREEMENT_STATUSES,
    COMMITMENT_TYPES,
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    LINKING_STATUSES,
    OA,
    PROV,
    RDF,
    RDFS,
    ROLES,
    SCHEMA,
    SEM,
    SKOS,
    VERDICTS,
)

ARTICLE = by_hand.article().id
GRAPH = iri.article_graph(ARTICLE)
KNOWN = iri.graph("authority")
CONSOLIDATED = iri.graph("consolidated")
CLAIM = iri.part(ARTICLE, "claim", "c1")
WHOLE = iri.entity("event/meeting-doha")
EVENT = iri.part(ARTICLE, "event", "meet")
POMPEO, TALIBAN, DOHA = (iri.entity(name) for name in (by_hand.POMPEO, by_hand.TALIBAN, by_hand.DOHA))
COUNTS = (DK.articleCount, DK.witnessCount)
XSD = "http://www.w3.org/2001/XMLSchema#"
shapes = pytest.mark.skipif(find_spec("pyshacl") is None, reason='pyshacl is not installed: pip install ".[check]"')

Node = ox.NamedNode


def sound() -> ox.Store:
    """Return the store of the extraction by hand, with a consolidated event."""
    store = ox.Store()
    quads = list(graph.quads(by_hand.extraction()))
    store.extend(quads)
    store.extend(graph.authority_quads(authority.load(), graph.authority_ids(quads)))
    event = WHOLE
    add(store, event, RDF.type, DK.Meeting, CONSOLIDATED)
    add(store, event, RDF.type, DK.Event, CONSOLIDATED)
    add(store, event, SEM.eventType, EVENT_TYPES["meeting"].iri, CONSOLIDATED)
    add(store, event, DK.eventStatus, EVENT_STATUSES["planned"], CONSOLIDATED)
    add(store, event, SEM.hasActor, POMPEO, CONSOLIDATED)
    add(store, CLAIM, DK.aboutEvent, event, CONSOLIDATED)
    add(store, event, PROV.wasDerivedFrom, CLAIM, CONSOLIDATED)
    for subject, counted in product((event, CLAIM), COUNTS):
        add(store, subject, counted, literal("1", "integer"), CONSOLIDATED)
    return store


def add(store: ox.Store, subject: str, predicate: str, value: str | ox.Literal, name: str = GRAPH) -> None:
    """Add one quad."""
    node = value if isinstance(value, ox.Literal) else Node(value)
    store.add(ox.Quad(Node(subject), Node(predicate), node, Node(name)))


def drop(store: ox.Store, subject: str | None, predicate: str, value: str | None = None) -> None:
    """Remove the quads of a pattern; there must be some."""
    pattern = (Node(subject) if subject else None, Node(predicate), Node(value) if value else None)
    found = list(store.quads_for_pattern(*pattern))
    assert found
    for quad in found:
        store.remove(quad)


def swap(store: ox.Store, subject: str, predicate: str, value: str | ox.Literal, name: str = GRAPH) -> None:
    """Replace the values of a property."""
    drop(store, subject, predicate)
    add(store, subject, predicate, value, name)


def judge(store: ox.Store, *verdicts: str, things: tuple[str, ...] = (), **slots: str) -> None:
    """Add a judgement of consolidation on the first of some things and the next."""
    here = iri.entity("judgement/j")
    add(store, here, RDF.type, DK.Judgement, CONSOLIDATED)
    for thing in things or (CLAIM, EVENT):
        add(store, here, DK.judges, thing, CONSOLIDATED)
        if thing != WHOLE:
            add(store, thing, DK.aboutEvent, WHOLE, CONSOLIDATED)
    for verdict in verdicts:
        add(store, here, DK.verdict, VERDICTS[verdict], CONSOLIDATED)
    for slot, value in slots.items():
        add(store, here, getattr(DK, slot), ox.Literal(value), CONSOLIDATED)


def literal(value: str, datatype: str) -> ox.Literal:
    return ox.Literal(value, datatype=Node(XSD + datatype))


def passage(store: ox.Store) -> str:
    """Return the IRI of the passage of the first claim."""
    return next(store.quads_for_pattern(Node(CLAIM), Node(DK.evidence), None)).object.value


def tenure(store: ox.Store) -> str:
    """Return the IRI of a tenure of Mike Pompeo's."""
    return next(store.quads_for_pattern(None, Node(DK.office), Node(iri.entity("Q27656")))).subject.value


def time() -> str:
    return iri.when("2020-11-21", "2020-11-21", "2020-11-21")


Fault = Callable[[ox.Store], object]
FAULTS: dict[str, tuple[str, Fault]] = {
    "a claim without evidence": ("evidence", lambda s: drop(s, CLAIM, DK.evidence)),
    "a claim without source": ("claim-once", lambda s: drop(s, CLAIM, DK.attributedTo)),
    "a claim of two sources": ("claim-once", lambda s: add(s, CLAIM, DK.attributedTo, TALIBAN)),
    "a claim without factuality": ("claim-once", lambda s: drop(s, CLAIM, DK.factuality)),
    "a claim of two statuses": ("claim-once", lambda s: add(s, CLAIM, DK.eventStatus, EVENT_STATUSES["denied"])),
    "a claim without event": ("claim-once", lambda s: drop(s, CLAIM, DK.reportsEvent)),
    "a claim without rule": ("claim-once", lambda s: drop(s, CLAIM, DK.rule)),
    "confidence above one": ("confidence-range", lambda s: swap(s, CLAIM, DK.confidence, literal("1.5", "double"))),
    "confidence as a string": ("datatype", lambda s: swap(s, CLAIM, DK.confidence, ox.Literal("high"))),
    "evidence beyond the text": (
        "passage-bounds",
        lambda s: swap(s, passage(s) + "/position", OA.end, literal("99999", "integer")),
    ),
    "evidence that ends before it begins": (
        "passage-bounds",
        lambda s: swap(s, passage(s) + "/position", OA.start, literal("2000", "integer")),
    ),
    "a quotation of another length": (
        "passage-quotation",
        lambda s: swap(s, passage(s) + "/quotation", OA.exact, ox.Literal("doit voir")),
    ),
    "an article without hash": ("article-graph", lambda s: drop(s, iri.article(ARTICLE), DK.sha256)),
    "an article without length": ("article-graph", lambda s: drop(s, iri.article(ARTICLE), DK.textLength)),
    "an extraction without version": ("article-graph", lambda s: drop(s, None, DK.pipelineVersion)),
    "a time upside down": ("time-order", lambda s: swap(s, time(), DK.earliest, literal("2020-12-01", "date"))),
    "a day that is a string": ("datatype", lambda s: swap(s, time(), DK.earliest, ox.Literal("2020-11-21"))),
    "a tenure without holder": ("tenure", lambda s: drop(s, tenure(s), DK.holder)),
    "a tenure of two holders": (
        "tenure",
        lambda s: add(s, tenure(s), DK.holder, iri.entity(by_hand.SPOKESMAN), KNOWN),
    ),
    "a tenure that ends before it begins": (
        "tenure",
        lambda s: swap(s, tenure(s), DK.validTo, literal("2016-01-01", "date"), KNOWN),
    ),
    "a linked actor without item": ("linked", lambda s: drop(s, POMPEO, SKOS.exactMatch)),
    "a linked actor with two items": ("linked", lambda s: add(s, POMPEO, SKOS.exactMatch, iri.wikidata("Q1"), KNOWN)),
    "an unlinked actor with an item": ("linked", lambda s: add(s, TALIBAN, SKOS.exactMatch, iri.wikidata("Q2"), KNOWN)),
    "an item that is none": (
        "wikidata-item",
        lambda s: swap(s, POMPEO, SKOS.exactMatch, "https://www.wikidata.org/wiki/Q473239", KNOWN),
    ),
    "owl:sameAs": (
        "same-as",
        lambda s: add(s, POMPEO, "http://www.w3.org/2002/07/owl#sameAs", iri.wikidata("Q473239"), KNOWN),
    ),
    "two labels": ("label", lambda s: add(s, POMPEO, RDFS.label, ox.Literal("M. Pompeo"), KNOWN)),
    "two preferred labels": ("label", lambda s: add(s, POMPEO, SKOS.prefLabel, ox.Literal("P.", language="en"), KNOWN)),
    "a place that acts": ("actor-class", lambda s: add(s, EVENT, SEM.hasActor, DOHA)),
    "a person as a place": ("actor-class", lambda s: add(s, EVENT, SEM.hasPlace, POMPEO)),
    "an actor that nothing describes": ("described", lambda s: add(s, EVENT, SEM.hasActor, iri.entity("Q0"))),
    "an attacker in a meeting": ("role", lambda s: add(s, EVENT, ROLES["attacker"], TALIBAN)),
    "a status of another scheme": ("value", lambda s: swap(s, CLAIM, DK.eventStatus, AGREEMENT_STATUSES["signed"])),
    "an event of a type that is none": ("value", lambda s: swap(s, EVENT, SEM.eventType, iri.entity("picnic"))),
    "an event that no claim reports": ("event-type", lambda s: drop(s, None, DK.reportsEvent, EVENT)),
    "a consolidated event without claim": ("event-claim", lambda s: drop(s, CLAIM, DK.aboutEvent)),
    "a consolidated event that does not name its claims": (
        "rests-on",
        lambda s: drop(s, WHOLE, PROV.wasDerivedFrom),
    ),
    "a step that names no claim": (
        "rests-on",
        lambda s: (
            add(s, WHOLE + "/known/x", RDF.type, DK.Step, CONSOLIDATED),
            add(s, WHOLE + "/known/x", DK.knownFrom, literal("2020-11-21", "date"), CONSOLIDATED),
            add(s, WHOLE + "/known/x", DK.eventStatus, EVENT_STATUSES["planned"], CONSOLIDATED),
            add(s, WHOLE, DK.step, WHOLE + "/known/x", CONSOLIDATED),
        ),
    ),
    "an agreement that names no report": (
        "rests-on",
        lambda s: (
            add(s, iri.entity("a"), RDF.type, DK.Agreement, CONSOLIDATED),
            *(add(s, iri.entity("a"), p, literal("1", "integer"), CONSOLIDATED) for p in COUNTS),
        ),
    ),
    "a commitment that names no report": (
        "rests-on",
        lambda s: (
            add(s, iri.entity("c"), RDF.type, DK.Commitment, CONSOLIDATED),
            *(add(s, iri.entity("c"), p, literal("1", "integer"), CONSOLIDATED) for p in COUNTS),
        ),
    ),
    "an event that says not how many tell it": ("counted", lambda s: drop(s, WHOLE, DK.articleCount)),
    "more sources than articles": (
        "counted",
        lambda s: swap(s, CLAIM, DK.witnessCount, literal("2", "integer"), CONSOLIDATED),
    ),
    "a judgement on three things": (
        "judgement",
        lambda s: judge(s, "same", things=(CLAIM, EVENT, WHOLE), rule="day", reason="same day"),
    ),
    "a judgement of two verdicts": ("judgement", lambda s: judge(s, "same", "unsure", rule="day", reason="same day")),
    "a judgement without verdict": ("judgement", lambda s: judge(s, rule="day", reason="same day")),
    "a judgement without reason": ("judgement", lambda s: judge(s, "same", rule="day")),
    "a commitment of no agreement": ("commitment-owner", lambda s: drop(s, None, DK.hasCommitment)),
    "a mention of nothing": ("mention", lambda s: drop(s, None, OA.hasBody, iri.entity(by_hand.SPOKESMAN))),
}
OWN_FAULTS: dict[str, tuple[str, Fault]] = {
    "a judgement on reports of two events": (
        "judgement",
        lambda s: (
            judge(s, "same", things=(CLAIM, EVENT), rule="day", reason="same day"),
            swap(s, EVENT, DK.aboutEvent, iri.entity("event/another"), CONSOLIDATED),
        ),
    ),
    "a claim that is not counted": ("counted", lambda s: drop(s, CLAIM, DK.witnessCount)),
    "an actor whom no report names": (
        "stated",
        lambda s: add(s, WHOLE, SEM.hasActor, iri.entity("country/RU"), CONSOLIDATED),
    ),
    "a place that no report names": (
        "stated",
        lambda s: add(s, WHOLE, SEM.hasPlace, iri.entity("country/RU"), CONSOLIDATED),
    ),
    "a time that no report gives": ("stated", lambda s: add(s, WHOLE, DK.when, iri.entity("time/x"), CONSOLIDATED)),
    "a figure that no report gives": (
        "stated",
        lambda s: add(s, WHOLE, DK.quantity, iri.entity("quantity/x"), CONSOLIDATED),
    ),
    "a party that no report names": (
        "stated",
        lambda s: (
            add(s, iri.entity("a"), RDF.type, DK.Agreement, CONSOLIDATED),
            add(s, iri.entity("a"), DK.party, POMPEO, CONSOLIDATED),
        ),
    ),
    "a term owed by whom no report names": (
        "stated",
        lambda s: (
            add(s, iri.entity("c"), RDF.type, DK.Commitment, CONSOLIDATED),
            add(s, iri.entity("c"), DK.obligor, POMPEO, CONSOLIDATED),
        ),
    ),
    "a reprint of what has no sketch": (
        "stated",
        lambda s: add(s, iri.article(ARTICLE), DK.reprintOf, iri.article("0" * 16), CONSOLIDATED),
    ),
    "a passage of another article": (
        "passage-article",
        lambda s: swap(s, passage(s), OA.hasSource, iri.article("0" * 16)),
    ),
    "two persons with one item": (
        "wikidata-shared",
        lambda s: (
            add(s, iri.entity(by_hand.SPOKESMAN), DK.linkingStatus, LINKING_STATUSES["linked"]),
            add(s, iri.entity(by_hand.SPOKESMAN), SKOS.exactMatch, iri.wikidata("Q473239")),
        ),
    ),
    "a blank node": (
        "blank-node",
        lambda s: s.add(ox.Quad(ox.BlankNode(), Node(RDFS.label), ox.Literal("x"), Node(GRAPH))),
    ),
    "an event that is a part of itself": ("event-part", lambda s: add(s, EVENT, SEM.subEventOf, EVENT)),
    "a claim about nothing": (
        "event-about",
        lambda s: add(s, CLAIM, DK.aboutEvent, iri.entity("event/none"), CONSOLIDATED),
    ),
    "a term that the ontology lacks": (
        "term",
        lambda s: add(s, CLAIM, "https://w3id.org/diplokg/ontology#wobble", ox.Literal("x")),
    ),
    "a commitment that rests on nothing": (
        "commitment",
        lambda s: (
            add(s, iri.entity("c"), DK.commitmentType, COMMITMENT_TYPES["ceasefire"], CONSOLIDATED),
            add(s, iri.entity("a"), DK.hasCommitment, iri.entity("c"), CONSOLIDATED),
        ),
    ),
}


@pytest.mark.parametrize("name", [*FAULTS, *OWN_FAULTS])
def test_our_own_rules_find_the_fault(name: str) -> None:
    rule, seed = {**FAULTS, **OWN_FAULTS}[name]
    store = sound()
    seed(store)
    assert rule in {violation.rule for violation in check.check(store, shacl=False)}


@shapes
@pytest.mark.parametrize("name", FAULTS)
def test_the_shapes_find_the_fault(name: str) -> None:
    store = sound()
    FAULTS[name][1](store)
    assert any(found.rule.startswith("shape:") for found in check.check(store, shacl=True))


@shapes
def test_a_shape_names_the_node_that_says_it_and_what_it_says() -> None:
    store = sound()
    FAULTS["an actor that nothing describes"][1](store)
    [found] = [each for each in check.check(store, shacl=True) if each.rule.startswith("shape:")]
    assert (found.subject, iri.entity("Q0") in found.message) == (EVENT, True)


def test_our_own_rules_are_silent_on_a_sound_graph() -> None:
    assert list(check.check(sound(), shacl=False)) == []


@shapes
def test_the_shapes_are_silent_on_a_sound_graph() -> None:
    assert list(check.check(sound(), shacl=True)) == []


def test_every_rule_has_a_seeded_fault() -> None:
    seeded = {rule for rule, _ in (*FAULTS.values(), *OWN_FAULTS.values())}
    assert set(rules()) <= seeded


def test_a_violation_names_what_is_wrong_where_and_how() -> None:
    store = sound()
    swap(store, CLAIM, DK.confidence, literal("1.5", "double"))
    (found,) = check.check(store, shacl=False)
    assert (found.rule, found.subject, found.graph) == ("confidence-range", CLAIM, GRAPH)
    assert found.message == "confidence lies between 0 and 1: 1.5"
    assert CLAIM in str(found)


def test_quads_are_checked_as_a_store_is() -> None:
    store = sound()
    drop(store, CLAIM, DK.evidence)
    assert list(check.check(list(store), shacl=False)) == list(check.check(store, shacl=False))


def test_violations_come_sorted_and_once() -> None:
    store = sound()
    drop(store, None, DK.evidence)
    drop(store, None, SCHEMA.inLanguage)
    found = list(check.check(store, shacl=False))
    assert len(found) > 4
    assert found == sorted(set(found))


def test_asking_for_the_shapes_without_pyshacl_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"diplomatic-kg\[check\]"):
        list(check.check(sound(), shacl=True))
    assert list(check.check(sound())) == []


@pytest.mark.parametrize("code", lang.codes())
def test_the_roles_that_words_give_are_those_of_their_event_type(code: str) -> None:
    slots = {slot for frame in frames().values() for slot in frame.slots}
    wrong = [
        (kind, word, role)
        for kind, words in lang.load(code).events.items()
        for word, special in words.special.items()
        for slot, role in special.items()
        if slot in slots and role and role not in EVENT_TYPES[kind].roles
    ]
    assert wrong == []
