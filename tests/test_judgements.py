"""Judgements: which rules, what it does to events, agreements, actors and links, and that it outlives every change."""

from datetime import UTC, datetime, timedelta

import pyoxigraph as ox
import pytest
import telling as t
from hypothesis import given
from hypothesis import strategies as st
from telling import DOHA, POMPEO, QA, RU, TALIBAN, US, told

from kg import decide, graph, iri, judgements, run
from kg.check import check
from kg.errors import DataError, InputError, QueryError
from kg.judgements import Agent, Judgement, Rulings
from kg.model import Agreement
from kg.query import answer
from kg.store import Store
from kg.vocab import DK, LINKING_STATUSES, RDF, ROLES, SKOS

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANA, BO = Agent("Ana"), Agent("Bo")
LINKER = Agent("wikidata", "1")

ONE_DAY = {"place": DOHA, "when": "2020-11-21"}
OTHER_DAY = {"place": DOHA, "when": "2020-11-24"}
APART = (told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", POMPEO, TALIBAN, **OTHER_DAY))
"""Two days: two meetings, as the rules have it."""
JOINED = (told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", US, TALIBAN, **ONE_DAY))
ALIKE = (told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", POMPEO, TALIBAN, **ONE_DAY))


def articles(*claims) -> list:
    """Return an article for each claim, of different days of publication."""
    return [t.extraction(claim, published=f"2020-11-{21 + number}") for number, claim in enumerate(claims)]


def stored(*extractions) -> Store:
    """Return a store in memory, derived as a run does."""
    store = Store.memory()
    for each in extractions:
        store.put(each.article.id, list(graph.quads(each)))
    run.derive(store)
    return store


def report(extraction, event: str = "") -> str:
    """Return the IRI of the event that an article tells."""
    return iri.part(extraction.article.id, "event", event or extraction.claims[0].event)


def judged(
    store: Store, one: str, other: str, verdict: str, by: str = "Ana", later: int = 0, why: str = ""
) -> Judgement:
    return decide.judge(store, one, other, verdict, by=by, why=why, when=NOON + timedelta(minutes=later))


def groups(store: Store) -> list[set[str]]:
    """Return the meetings, each as the reports that it joins."""
    return t.events(store, "meeting")


def of(store: Store, subject: str, predicate: str) -> set[str]:
    quads = store.oxigraph.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
    return {quad.object.value for quad in quads}


# ---------------------------------------------------------------- events


@pytest.mark.parametrize("claims", [APART, (APART[0], told("b", "attack", RU, place=DOHA, when="2019-01-01"))])
def test_what_a_person_finds_the_same_is_one_event_over_any_rule(claims):
    one, other = articles(*claims)
    store = stored(one, other)
    assert {report(one), report(other)} not in t.events(store)
    judged(store, report(one), report(other), "same", why="seen both")
    assert {report(one), report(other)} in t.events(store)
    assert not list(check(store.oxigraph, shacl=False))
    reasons = {
        quad.object.value
        for quad in store.oxigraph.quads_for_pattern(
            None, ox.NamedNode(DK.reason), None, ox.NamedNode(iri.graph("consolidated"))
        )
    }
    assert "Ana: seen both" in reasons


@pytest.mark.parametrize("claims", [JOINED, ALIKE], ids=["joined", "told alike"])
def test_what_a_person_finds_different_is_two_events_over_any_rule(claims):
    one, other = articles(*claims)
    store = stored(one, other)
    assert groups(store) == [{report(one), report(other)}]
    judged(store, report(one), report(other), "different")
    assert sorted(groups(store), key=str) == sorted([{report(one)}, {report(other)}], key=str)
    assert not list(check(store.oxigraph, shacl=False))


def test_two_events_of_one_article_are_one_where_a_person_says_so():
    article = t.extraction(
        told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", POMPEO, TALIBAN, **ONE_DAY)
    )
    store = stored(article)
    assert len(groups(store)) == 2
    judged(store, report(article, "a"), report(article, "b"), "same")
    assert groups(store) == [{report(article, "a"), report(article, "b")}]


def test_a_report_that_fits_one_telling_of_a_joined_event_still_joins_it():
    one, other = articles(*APART)
    third = t.extraction(told("c", "meeting", POMPEO, TALIBAN, **ONE_DAY), published="2020-11-26")
    store = stored(one, other)
    judged(store, report(one), report(other), "same")
    store.put(third.article.id, list(graph.quads(third)))
    run.derive(store)
    assert groups(store) == [{report(one), report(other), report(third)}]


def test_a_report_kept_apart_from_one_is_kept_apart_from_all_that_joined_it():
    one, other, third = articles(*ALIKE, told("c", "meeting", POMPEO, TALIBAN, **ONE_DAY))
    store = stored(one, other, third)
    judged(store, report(one), report(third), "different")
    found = groups(store)
    assert len(found) == 2
    assert not any({report(one), report(third)} <= group for group in found)


def test_a_claim_stands_for_the_event_that_it_reports():
    one, other = articles(*APART)
    store = stored(one, other)
    claims = [iri.part(each.article.id, "claim", each.claims[0].id) for each in (one, other)]
    made = judged(store, *claims, "same")
    assert set(made.pair) == {report(one), report(other)}
    assert groups(store) == [{report(one), report(other)}]


def canonical(store: Store, reported: str) -> str:
    return next(iter(of(store, reported, DK.aboutEvent)))


def test_a_judgement_on_joined_events_outlives_every_article_that_gave_them_their_id():
    one, twin, other = articles(ALIKE[0], ALIKE[1], APART[1])
    store = stored(one, twin, other)
    first, second = canonical(store, report(one)), canonical(store, report(other))
    judged(store, first, second, "same")
    assert groups(store) == [{report(one), report(twin), report(other)}]
    anchor = min((one, twin), key=report)
    left = twin if anchor is one else one
    store.remove(anchor.article.id)
    run.derive(store)
    assert groups(store) == [{report(left), report(other)}]
    store.put(anchor.article.id, list(graph.quads(anchor)))
    run.derive(store)
    assert groups(store) == [{report(one), report(twin), report(other)}]


def test_what_was_joined_can_be_undone_under_the_names_that_it_had():
    one, other = articles(*APART)
    store = stored(one, other)
    before = store.dump()
    names = canonical(store, report(one)), canonical(store, report(other))
    judged(store, *names, "same")
    assert len(groups(store)) == 1
    judged(store, *names, "unsure", later=1)
    assert len(groups(store)) == 2
    kept = [line for line in store.dump().splitlines() if judgements.GRAPH.encode() not in line]
    assert kept == before.splitlines()


def test_the_order_of_building_and_judging_does_not_count():
    one, other = articles(*APART)
    first = stored(one, other)
    made = judged(first, report(one), report(other), "same")
    second = Store.memory()
    second.replace(judgements.GRAPH, judgements.quads([made]))
    for each in (other, one):
        second.put(each.article.id, list(graph.quads(each)))
    run.derive(second)
    assert first.dump() == second.dump()


def test_judgements_travel_with_an_export(tmp_path):
    one, other = articles(*APART)
    store = stored(one, other)
    made = judged(store, report(one), report(other), "same", why='ça, c\'est "sûr"\n')
    file = tmp_path / "out.nq"
    file.write_bytes(store.dump())
    again = Store.memory()
    again.load(file)
    run.derive(again)
    assert again.dump() == store.dump()
    assert judgements.read(again.oxigraph) == decide.read_judgements(file) == [made]


# ---------------------------------------------------------------- which one rules


def on(verdict, by=ANA, minutes=0, **more) -> Judgement:
    return Judgement.on("x:a", "x:b", verdict, by, NOON + timedelta(minutes=minutes), **more)


@pytest.mark.parametrize(
    ("made", "rules"),
    [
        ([on("same"), on("different", minutes=1)], "different"),
        ([on("different"), on("same", BO, 1)], "same"),
        ([on("different"), on("same", LINKER, 1)], "different"),
        ([on("unsure"), on("same", LINKER, 1)], "unsure"),
        ([on("same", LINKER), on("different", LINKER, 1)], "different"),
        ([on("same"), on("different", BO)], "different"),
        ([on("same"), on("unsure", BO)], "unsure"),
        ([on("same"), on("different", minutes=1), on("same", minutes=2)], "same"),
    ],
    ids=["later", "another person", "a linker", "a linker over doubt", "linkers", "one moment", "doubt", "back again"],
)
def test_the_latest_word_of_a_person_rules(made, rules):
    for order in (made, made[::-1]):
        found = Rulings(order)
        assert found.of("x:b", "x:a").verdict == rules
        assert len(found.all) == len(made), "all are kept"


def test_a_pair_on_which_persons_differ_is_contested_until_they_agree():
    assert [each.by for each in Rulings([on("same"), on("different", BO, 1)]).contested()[0]] == [ANA, BO]
    assert not Rulings([on("same"), on("different", BO, 1), on("different", ANA, 2)]).contested()
    assert not Rulings([on("same"), on("different", LINKER, 1)]).contested()


def test_to_say_the_same_again_adds_a_time_and_nothing_else():
    once, twice = on("same", why="w"), on("same", minutes=5, why="w")
    assert once.iri == twice.iri
    store = ox.Store()
    store.extend(judgements.quads([once, twice, on("different", minutes=3)]))
    found = {each.verdict: each for each in judgements.read(store)}
    assert found["same"].times == (once.last, twice.last)
    assert Rulings(found.values()).of("x:a", "x:b").verdict == "same"


@given(
    st.lists(
        st.builds(
            on,
            st.sampled_from(["same", "different", "unsure"]),
            st.builds(
                Agent, st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.sampled_from(["", "1"])
            ),
            st.integers(0, 9),
            why=st.text(st.characters(exclude_categories=["Cs", "Cc"])),
            score=st.none() | st.floats(0, 1),
            reports=st.just((["x:r1", "x:r2"], ["x:r3"])) | st.just(((), ())),
        ),
        max_size=6,
    )
)
def test_what_is_judged_is_read_back_as_written(made):
    store = ox.Store()
    store.extend(judgements.quads(made))
    found = judgements.read(store)
    assert judgements.quads(found) == judgements.quads(made)
    assert {(each.pair, each.verdict, each.by, each.why, each.score) for each in found} == {
        (each.pair, each.verdict, each.by, each.why, each.score) for each in made
    }


@pytest.mark.parametrize("lost", [DK.judges, DK.verdict, "http://www.w3.org/ns/prov#generatedAtTime"])
def test_a_judgement_that_lacks_a_part_is_named(lost):
    store = ox.Store()
    store.extend(quad for quad in judgements.quads([on("same")]) if quad.predicate.value != lost)
    with pytest.raises(DataError, match=on("same").iri):
        judgements.read(store)


# ---------------------------------------------------------------- actors


def entity(store: Store, name: str, predicate: str) -> set[str]:
    return of(store, iri.entity(name), predicate)


LOCAL = "local/person/m-pompeo"


def test_two_actors_judged_the_same_take_part_as_one():
    one, other = articles(
        told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", LOCAL, TALIBAN, **ONE_DAY)
    )
    store = stored(one, other)
    assert len(groups(store)) == 2
    judged(store, LOCAL, POMPEO, "same")
    assert groups(store) == [{report(one), report(other)}]
    event = canonical(store, report(one))
    assert of(store, event, ROLES["participant"]) == {iri.entity(POMPEO), iri.entity(TALIBAN)}
    assert entity(store, LOCAL, DK.joinedTo) == {iri.entity(POMPEO)}
    assert entity(store, LOCAL, SKOS.exactMatch) == entity(store, POMPEO, SKOS.exactMatch) != set()
    assert not list(check(store.oxigraph, shacl=False))
    judged(store, POMPEO, LOCAL, "different", later=1)
    assert len(groups(store)) == 2
    assert not entity(store, LOCAL, DK.joinedTo) | entity(store, LOCAL, SKOS.exactMatch)


def test_a_question_on_one_of_two_joined_names_is_one_on_both():
    one, other = articles(
        told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", LOCAL, RU, **OTHER_DAY)
    )
    store = stored(one, other)
    asked = [
        {row["event"] for row in answer(store.oxigraph, "events", {"actor": name}).dicts()} for name in (POMPEO, LOCAL)
    ]
    assert [len(each) for each in asked] == [1, 1]
    judged(store, LOCAL, POMPEO, "same")
    both = [
        {row["event"] for row in answer(store.oxigraph, "events", {"actor": name}).dicts()} for name in (POMPEO, LOCAL)
    ]
    assert both == [asked[0] | asked[1]] * 2


def test_a_chain_of_actors_has_one_head_and_a_difference_breaks_it():
    names = ["local/person/a-x", "local/person/b-x", "local/person/c-x"]
    store = stored(*articles(*(told(str(n), "meeting", name, TALIBAN, **ONE_DAY) for n, name in enumerate(names))))
    judged(store, names[0], names[1], "same")
    judged(store, names[1], names[2], "same", later=1)
    assert [entity(store, name, DK.joinedTo) for name in names] == [set(), *[{iri.entity(names[0])}] * 2]
    judged(store, names[0], names[2], "different", later=2)
    assert [entity(store, name, DK.joinedTo) for name in names] == [set(), {iri.entity(names[0])}, set()]


# ---------------------------------------------------------------- links


ITEM = "Q900000"
"""Any item: the tables know none for the Taliban."""


def test_a_link_is_made_and_undone():
    store = stored(*articles(JOINED[0]))
    assert entity(store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["unlinked"]}
    judged(store, TALIBAN, ITEM, "same")
    assert entity(store, TALIBAN, SKOS.exactMatch) == {iri.wikidata(ITEM)}
    assert entity(store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["linked"]}
    judged(store, TALIBAN, f"wd:{ITEM}", "unsure", later=1)
    assert entity(store, TALIBAN, SKOS.closeMatch) == {iri.wikidata(ITEM)}
    assert entity(store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["candidate"]}
    judged(store, TALIBAN, ITEM, "different", later=2)
    assert entity(store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["unlinked"]}
    assert not list(check(store.oxigraph, shacl=False))


def test_a_link_of_the_authority_can_be_refused_and_replaced():
    store = stored(*articles(JOINED[0]))
    (held,) = entity(store, POMPEO, SKOS.exactMatch)
    judged(store, POMPEO, held, "different")
    assert not entity(store, POMPEO, SKOS.exactMatch) | entity(store, POMPEO, SKOS.closeMatch)
    judged(store, POMPEO, "Q99", "same", later=1)
    assert entity(store, POMPEO, SKOS.exactMatch) == {iri.wikidata("Q99")}
    assert entity(store, POMPEO, DK.linkingStatus) == {LINKING_STATUSES["linked"]}
    assert not list(check(store.oxigraph, shacl=False))


def test_of_two_items_for_one_thing_the_later_is_linked_and_the_other_a_candidate():
    store = stored(*articles(JOINED[0]))
    judged(store, TALIBAN, "Q1", "same")
    judged(store, TALIBAN, "Q2", "same", later=1)
    assert entity(store, TALIBAN, SKOS.exactMatch) == {iri.wikidata("Q2")}
    assert entity(store, TALIBAN, SKOS.closeMatch) == {iri.wikidata("Q1")}


def test_two_things_linked_to_one_item_are_one():
    one, other = articles(
        told("a", "meeting", POMPEO, TALIBAN, **ONE_DAY), told("b", "meeting", LOCAL, TALIBAN, **ONE_DAY)
    )
    store = stored(one, other)
    judged(store, LOCAL, next(iter(entity(store, POMPEO, SKOS.exactMatch))), "same")
    assert entity(store, LOCAL, DK.joinedTo) == {iri.entity(POMPEO)}
    assert groups(store) == [{report(one), report(other)}]
    assert not list(check(store.oxigraph, shacl=False))


# ---------------------------------------------------------------- agreements


def accord(name: str, id_: str, day: str, *parties: str) -> Agreement:
    return Agreement(id_, name, "signed", 0, 5, t.when(day), DOHA, parties)


def agreed(*found: Agreement) -> list:
    return [
        t.extraction(told("s", "signing", *each.parties, agreement=each.id, place=DOHA, when=each.date.edtf), agreements=[each],
                     published=f"2020-03-0{number + 1}")
        for number, each in enumerate(found)
    ]  # fmt: skip


def agreements(store: Store) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for quad in store.oxigraph.quads_for_pattern(
        None, ox.NamedNode(DK.aboutAgreement), None, ox.NamedNode(iri.graph("consolidated"))
    ):
        found.setdefault(quad.object.value, set()).add(quad.subject.value)
    return {frozenset(reports) for reports in found.values()}


def reported(extraction) -> str:
    return iri.part(extraction.article.id, "agreement", extraction.agreements[0].id)


def test_agreements_are_joined_and_parted_as_a_person_says():
    one, other = agreed(
        accord("accord", "local/agreement/a", "2020-02-29", US, TALIBAN),
        accord("deal", "local/agreement/b", "2018-05-01", RU, QA),
    )
    store = stored(one, other)
    assert len(agreements(store)) == 2
    judged(store, reported(one), reported(other), "same")
    assert agreements(store) == {frozenset({reported(one), reported(other)})}
    assert not list(check(store.oxigraph, shacl=False))
    judged(store, reported(one), reported(other), "different", later=1)
    assert len(agreements(store)) == 2


@pytest.mark.parametrize("known", [False, True], ids=["by parties and day", "by name"])
def test_agreements_that_rules_join_are_parted_as_a_person_says(known: bool):
    name = "agreement/paris-agreement" if known else "local/agreement/a"
    one, other = agreed(
        accord("accord", name, "2020-02-29", US, TALIBAN),
        accord("deal", name if known else "local/agreement/b", "2020-02-29", US, TALIBAN),
    )
    store = stored(one, other)
    assert agreements(store) == {frozenset({reported(one), reported(other)})}
    judged(store, reported(one), reported(other), "different")
    assert len(agreements(store)) == 2
    assert not list(check(store.oxigraph, shacl=False))


def test_a_report_is_given_and_denied_the_name_of_a_known_agreement():
    known = "agreement/paris-agreement"
    one, other = agreed(
        accord("accord", known, "2016-04-22", US, RU), accord("deal", "local/agreement/b", "2018-05-01", RU, QA)
    )
    store = stored(one, other)
    judged(store, reported(other), known, "same")
    assert agreements(store) == {frozenset({reported(one), reported(other)})}
    judged(store, reported(one), known, "different", later=1)
    assert of(store, reported(other), DK.aboutAgreement) >= {iri.entity(known)}
    assert len(agreements(store)) == 2


def test_an_agreement_of_articles_alone_is_linked_and_unlinked():
    (one,) = agreed(accord("accord", "local/agreement/a", "2020-02-29", US, TALIBAN))
    store = stored(one)
    (name,) = of(store, reported(one), DK.aboutAgreement)
    assert of(store, name, DK.linkingStatus) == {LINKING_STATUSES["unlinked"]}
    judged(store, name, "Q86", "same")
    assert of(store, name, SKOS.exactMatch) == {iri.wikidata("Q86")}
    assert of(store, name, DK.linkingStatus) == {LINKING_STATUSES["linked"]}
    assert not list(check(store.oxigraph, shacl=False))
    judged(store, name, "Q86", "different", later=1)
    assert not of(store, name, SKOS.exactMatch)


def test_a_link_of_an_agreement_is_undone_under_a_later_name():
    first, second = f"{iri.ENTITY}agreement/1", f"{iri.ENTITY}agreement/2"
    report_, item = "x:r", iri.wikidata("Q86")
    linked = Judgement.on(first, item, "same", LINKER, NOON, reports=([report_], []))
    refused = Judgement.on(second, item, "different", ANA, NOON + timedelta(minutes=1), reports=([report_], []))
    again = Judgement.on(second, item, "same", LINKER, NOON + timedelta(minutes=2), reports=([report_], []))
    for made in ([linked, refused], [linked, refused, again]):
        link = Rulings(made).links()[report_]
        assert (link.item, link.refused) == ("", frozenset({"Q86"}))


def test_an_event_is_linked_and_unlinked():
    (one,) = articles(JOINED[0])
    store = stored(one)
    event = canonical(store, report(one))
    judged(store, event, "Q77", "same")
    assert of(store, event, SKOS.exactMatch) == {iri.wikidata("Q77")}
    assert not list(check(store.oxigraph, shacl=False))
    judged(store, event, "Q77", "different", later=1)
    assert not of(store, event, SKOS.exactMatch)


# ---------------------------------------------------------------- what cannot be judged


@pytest.mark.parametrize(
    ("one", "other", "error", "says"),
    [
        (POMPEO, DOHA, InputError, "a person"),
        (POMPEO, "{event}", InputError, "cannot be the same"),
        ("{event}", DOHA, InputError, "an event"),
        (POMPEO, POMPEO, InputError, "one thing already"),
        ("person/nobody-at-all", POMPEO, QueryError, "nobody-at-all"),
        ("Q5x", POMPEO, QueryError, "Q5x"),
        ("{article}", POMPEO, InputError, "nothing to judge"),
    ],
)
def test_what_cannot_be_compared_is_refused_and_nothing_is_kept(one, other, error, says):
    article = articles(JOINED[0])[0]
    store = stored(article)
    names = {"{event}": canonical(store, report(article)), "{article}": f"article/{article.article.id}"}
    before = store.dump()
    with pytest.raises(error, match=says):
        judged(store, names.get(one, one), names.get(other, other), "same")
    assert store.dump() == before


def test_a_judge_has_a_name():
    store = stored(*articles(JOINED[0]))
    with pytest.raises(InputError, match="--by"):
        decide.judge(store, TALIBAN, "Q1", "same", by=" ")


def test_an_entry_of_the_authority_that_no_article_names_can_be_judged():
    store = stored(*articles(told("a", "meeting", LOCAL, TALIBAN, **ONE_DAY)))
    judged(store, LOCAL, "person/sergey-lavrov", "same")
    assert entity(store, LOCAL, DK.joinedTo) == {iri.entity("person/sergey-lavrov")}
    assert entity(store, "person/sergey-lavrov", RDF.type) == {DK.Person}
    assert not list(check(store.oxigraph, shacl=False))
