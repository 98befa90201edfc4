"""Adding, replacing and removing articles gives byte for byte what making everything anew gives."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pyoxigraph as ox
import pytest
import telling as t
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import AF, DOHA, FR, GOV_AF, KABUL, POMPEO, QA, RU, TALIBAN, TRUMP, US, told, troops

import kg.consolidate
from kg import authority, graph, iri, judgements, run
from kg.consolidate import consolidate, sketch, update
from kg.consolidate.notes import Notes
from kg.judgements import Agent, Judgement
from kg.model import Agreement, Claim, Commitment, Extraction, Role
from kg.store import Store
from kg.vocab import DK, RDF

BARADAR = "local/person/abdul-ghani-baradar"
WIRE = " ".join(f"{word} of a wire story that is printed by more than one paper" for word in "abcdefghijklmnopqrstuvw")
DOHA_ID = "agreement/agreement-for-bringing-peace-to-afghanistan-doha-agreement-2"

EVENTS: list[Claim] = [
    told("a", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21"),
    told("b", "meeting", US, TALIBAN, place=DOHA, when="2020-11-21", status="planned"),
    told("c", "meeting", US, TALIBAN, place=DOHA, when="2020-11"),
    told("d", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-21"),
    told("e", "meeting", POMPEO, BARADAR, place=QA, when="2020-11-21"),
    told("f", "meeting", TALIBAN, place=DOHA),
    told("g", "withdrawal", US, place=AF, status="planned", due="../2021-01-15", quantity=troops(2000)),
    told("h", "withdrawal", US, place=AF, status="planned", due="../2021-01-15", quantity=troops(2500), part_of="g"),
    told("i", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/accord"),
    told("j", "signing", when="2020-02", agreement="local/agreement/accord"),
    told("k", "attack", TALIBAN, place=KABUL, when="2020-11-21"),
    told("l", "statement", POMPEO, role="speaker", when="2020-11-21"),
    told("m", "statement", POMPEO, f"topic:{RU}", role="speaker", when="2020-11-21"),
]
AGREEMENTS = [
    (),
    (Agreement("local/agreement/accord", "an accord", "signed", 0, 5, t.when("2020-02-29"), DOHA, (US, TALIBAN), signing="i",
               commitments=(Commitment("withdrawal", 0, 5, US, TALIBAN, t.when("../2021-05-01"), event="g"),)),),
    (Agreement("local/agreement/accord", "pact", "draft", 0, 5, t.when("2020-02"), None, (TALIBAN,)),),
    (Agreement(DOHA_ID, "Doha agreement", "signed", 0, 5, None, None, (US, TALIBAN)),),
    (Agreement("local/agreement/accord", "other", "signed", 0, 5, t.when("2020-02-29"), None, (US, FR)),),
]  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> Extraction:
    chosen = draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=4, unique_by=lambda claim: claim.event))
    role = draw(st.sampled_from([(), (Role(BARADAR, "envoy", 0, 5, TALIBAN),), (Role(TRUMP, "guest", 0, 5, RU),)]))
    return t.extraction(
        *chosen,
        published=draw(st.sampled_from(["2020-11-20", "2020-11-21", "2020-11-22", "2021-03-01"])),
        source=draw(st.sampled_from(["", "One", "Two"])),
        text=draw(st.sampled_from(["", WIRE, WIRE + " and more", "one line"])),
        agreements=draw(st.sampled_from(AGREEMENTS)),
        roles=role,
    )


def derive(store: Store) -> None:
    known = authority.load()
    found = [quad for name in store.graphs() if name.startswith(iri.article_graph("")) for quad in store.quads(name)]
    store.replace(iri.graph("authority"), graph.authority_quads(known, graph.authority_ids(found)))


def put(store: Store, article: Extraction) -> None:
    store.put(article.article.id, [*graph.quads(article), *sketch(article.article)])


def renew(store: Store, changed: Sequence[str]) -> None:
    """Do what a build does after a change."""
    derive(store)
    found = update(store.oxigraph, changed)
    if found is None:
        store.replace(iri.graph("consolidated"), consolidate(store.oxigraph))
        return
    gone, come = found
    for quad in gone:
        store.oxigraph.remove(quad)
    store.oxigraph.extend(come)


def anew(kept: Sequence[Extraction]) -> Store:
    store = Store.memory()
    for article in kept:
        put(store, article)
    derive(store)
    store.replace(iri.graph("consolidated"), consolidate(store.oxigraph))
    return store


def notes_of(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads(iri.graph("store"))}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.consolidate, "NOTED", 1)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.lists(articles(), min_size=1, max_size=3), st.integers(0, 2)), min_size=2, max_size=5))
def test_changes_give_what_making_everything_anew_gives(steps: list[tuple[list[Extraction], int]]) -> None:
    store, kept = Store.memory(), dict[str, Extraction]()
    for added, removed in steps:
        changed = []
        for article in sorted(kept)[:removed]:
            store.remove(article)
            del kept[article]
            changed.append(article)
        for extraction in added:
            put(store, extraction)
            kept[extraction.article.id] = extraction
            changed.append(extraction.article.id)
        renew(store, changed)
        expected = anew(list(kept.values()))
        assert store.dump() == expected.dump()
        assert notes_of(store) == notes_of(expected)


def test_an_article_that_stands_alone_touches_no_other() -> None:
    first = [
        t.extraction(told("x", "meeting", US, RU, place=KABUL, when=f"2019-0{month}-01"), published=f"2019-0{month}-02")
        for month in range(1, 10)
    ]
    store = anew(first)
    new = t.extraction(told("y", "meeting", FR, QA, place=DOHA, when="2020-11-21"))
    put(store, new)
    derive(store)
    found = update(store.oxigraph, [new.article.id])
    assert found is not None
    gone, come = found
    assert not gone
    assert {
        quad.subject.value for quad in come if "/event/" in quad.subject.value and "article/" in quad.subject.value
    } == {iri.part(new.article.id, "event", "y")}


@pytest.mark.parametrize("last", [0, 1, 2])
def test_a_passage_is_copied_or_not_by_all_that_it_tells_whichever_article_comes_last(last: int) -> None:
    """One article has two meetings in the passage, so that "US" and "Pompeo" in it are not told in the same words."""
    both = t.extraction(EVENTS[2], EVENTS[3], published="2020-11-20", text=WIRE)
    one = t.extraction(EVENTS[0], published="2020-11-21", text=WIRE)
    own = t.extraction(
        EVENTS[0], published="2020-11-20", text="words of its own that no wire story has, on one meeting"
    )
    *first, new = (article for article in (both, one, own)[last + 1 :] + (both, one, own)[: last + 1])
    store = anew(first)
    put(store, new)
    renew(store, [new.article.id])
    expected = anew([both, one, own])
    assert store.dump() == expected.dump()
    rules = store.oxigraph.quads_for_pattern(None, ox.NamedNode(DK.rule), None, ox.NamedNode(iri.graph("consolidated")))
    assert {quad.object.value for quad in rules if isinstance(quad.object, ox.Literal)} == {"day", "month"}


def test_an_agreement_is_copied_or_not_by_all_that_is_told_of_those_that_stand_beside_it() -> None:
    """Which words a known agreement is told in depends on all its reports, so that they are decided on as well."""

    def told_of(*made: tuple[str, str, str, str, tuple[str, ...]], text: str, source: str) -> Extraction:
        agreed = [
            Agreement(id_, name, status, 0, len(text), t.when(day) if day else None, None, parties)
            for id_, name, status, day, parties in made
        ]
        return t.extraction(EVENTS[10], published="2020-11-20", text=text, source=source, agreements=agreed)

    known, local = (DOHA_ID, "Doha agreement", "draft"), ("local/agreement/pact", "other deal", "signed")
    first = [
        told_of((*known, "2020-02", (US, TALIBAN)), (*local, "2020-03-03", (US, TALIBAN)), text=WIRE, source="Three"),
        told_of((*known, "2020-03-03", (US,)), text=WIRE + " and more", source="One"),
    ]
    new = told_of(("local/agreement/accord", "peace treaty", "signed", "", (TALIBAN,)), text=WIRE, source="One")
    store = anew(first)
    put(store, new)
    renew(store, [new.article.id])
    assert store.dump() == anew([*first, new]).dump()


def test_without_notes_everything_is_made_anew() -> None:
    store = anew([t.extraction(EVENTS[0])])
    Notes(store.oxigraph).clear()
    assert update(store.oxigraph, []) is None
    assert update(ox.Store(), []) is None


# ---------------------------------------------------------------- as builds and judges do it

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@st.composite
def judged(draw: st.DrawFn) -> tuple[int, int, str, str]:
    """Return which two things of a store are judged (by number), as what, and how."""
    kind = draw(st.sampled_from(["event", "agreement", "actor", "item"]))
    return draw(st.integers(0, 9)), draw(st.integers(0, 9)), kind, draw(st.sampled_from(["same", "different"]))


def judgement(store: Store, choice: tuple[int, int, str, str], number: int) -> Judgement | None:
    one, other, kind, verdict = choice
    classes = {"event": DK.ReportedEvent, "agreement": DK.ReportedAgreement, "item": DK.ReportedAgreement}
    if kind == "actor":
        names = [iri.entity(each) for each in (BARADAR, POMPEO, TALIBAN, US, TRUMP)]
    else:
        type_ = ox.NamedNode(classes[kind])
        found = store.oxigraph.quads_for_pattern(None, ox.NamedNode(RDF.type), type_, None)
        names = sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))
    first, second = names[one % len(names)] if names else "", names[other % len(names)] if names else ""
    if kind == "item":
        second = iri.wikidata("Q84085480")
    if not first or first == second:
        return None
    reports = ((), ()) if kind == "actor" else ((first,), () if kind == "item" else (second,))
    return Judgement.on(
        first,
        second,
        verdict,
        Agent("A. Reader"),
        NOON + timedelta(hours=number),
        reports=reports,  # type: ignore[arg-type]
    )


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.lists(articles(), min_size=1, max_size=2), st.integers(0, 1), st.lists(judged(), max_size=2)),
        min_size=2,
        max_size=4,
    )
)
def test_articles_and_judgements_in_any_order_give_what_a_rebuild_gives(
    steps: list[tuple[list[Extraction], int, list[tuple[int, int, str, str]]]],
) -> None:
    store, kept, made = Store.memory(), dict[str, Extraction](), list[Judgement]()
    for added, removed, choices in steps:
        gone = sorted(kept)[:removed]
        for article in gone:
            store.remove(article)
            del kept[article]
        for extraction in added:
            put(store, extraction)
            kept[extraction.article.id] = extraction
        run.derive(store, [*gone, *(extraction.article.id for extraction in added)])
        made += [each for choice in choices if (each := judgement(store, choice, len(made))) is not None]
        if choices:
            store.replace(judgements.GRAPH, judgements.quads(made))
            run.derive(store, ())
        expected = Store.memory()
        for extraction in kept.values():
            put(expected, extraction)
        expected.replace(judgements.GRAPH, judgements.quads(made))
        run.derive(expected)
        assert store.dump() == expected.dump()


def test_one_more_article_is_decided_without_making_all_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.memory()
    put(store, t.extraction(EVENTS[0]))
    run.derive(store)
    for name in ("Anew", "parts"):
        monkeypatch.delattr(kg.consolidate, name)
    store.replace(judgements.GRAPH, judgements.quads([]))
    more = t.extraction(EVENTS[1], published="2020-11-22")
    put(store, more)
    run.derive(store, [more.article.id])
    reports = list(store.oxigraph.quads_for_pattern(None, ox.NamedNode(DK.aboutEvent), None, None))
    assert len({quad.object for quad in reports}) == 1
