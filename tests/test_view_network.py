"""The network: what becomes a line and what a node, what is counted, what filters leave out; nothing is lost."""

from collections import Counter
from datetime import date
from math import cos, dist, sin

import networkx as nx
import pytest
from telling import AF, DOHA, FR, IR, LAVROV, POMPEO, QA, RU, TALIBAN, TRUMP, US, extraction, stored, told, troops, when

from kg import iri, vocab
from kg.errors import InputError
from kg.model import Agreement, Commitment
from kg.store import Store
from kg.view.layout import ROOM, laid_flat, positions
from kg.view.network import network
from kg.view.terms import terms

DK = vocab.DK


def drawn(*claims: object, **options: object) -> nx.MultiDiGraph:
    store = stored(extraction(*claims, source="The Test Post"))
    return network(store.oxigraph, **options)


def lines(graph: nx.MultiDiGraph) -> list[tuple[str, str, str]]:
    """Return (label of one end, type, label of the other), sorted."""
    label = graph.nodes(data="label")
    return sorted((label[one], data["type"], label[other]) for one, other, data in graph.edges(data=True))


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    prefixes = "\n".join(f"PREFIX {name}: <{space}>" for name, space in vocab.PREFIXES.items())
    answer = store.oxigraph.query(f"{prefixes}\n{text}", use_default_graph_as_union=True)
    names = [variable.value for variable in answer.variables]
    return sorted({tuple(row[name].value if row[name] else "" for name in names) for row in answer})


# -------------------------------------------------------------------- what becomes a line


def test_two_participants_are_one_line() -> None:
    graph = drawn(told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA))
    assert lines(graph) == [("Taliban", "meeting", "Mike Pompeo")]
    (data,) = (data for *_, data in graph.edges(data=True))
    assert (data["place"], data["since"], data["until"], data["directed"]) == (
        "Doha",
        "2020-11-21",
        "2020-11-21",
        False,
    )


def test_a_line_goes_from_whoever_acts_to_whoever_is_acted_upon() -> None:
    graph = drawn(told("e", "attack", f"target:{US}", f"attacker:{TALIBAN}", when="2020-11-21"))
    ((one, other, data),) = graph.edges(data=True)
    assert (one, other) == (iri.entity(TALIBAN), iri.entity(US))
    assert data["directed"]
    assert data["roles"] == (("attacker",), ("target",))


def test_one_participant_and_a_place_are_one_line() -> None:
    graph = drawn(told("e", "withdrawal", US, place=AF, due="../2021-01-15", quantity=troops(2000)))
    assert lines(graph) == [("United States", "withdrawal", "Afghanistan")]
    (data,) = (data for *_, data in graph.edges(data=True))
    assert (data["quantity"], data["dated"], data["since"], data["until"]) == (
        "2000 soldiers", "deadline", "2021-01-15", "2021-01-15",
    )  # fmt: skip


def test_three_participants_meet_in_a_node_of_its_own() -> None:
    graph = drawn(told("e", "meeting", US, RU, FR, when="2020-11-21"))
    (hub,) = (node for node, data in graph.nodes(data=True) if data["type"] == "event")
    assert {one for one, other in graph.edges() if other == hub} == {iri.entity(each) for each in (US, RU, FR)}
    assert graph.nodes[hub]["label"] == "meeting"
    assert graph.number_of_edges() == 3


@pytest.mark.parametrize("claim", [told("e", "statement", f"speaker:{LAVROV}"), told("e", "war", place=AF)])
def test_what_names_one_thing_alone_is_a_loop_on_it(claim) -> None:
    ((one, other),) = drawn(claim).edges()
    assert one == other


def test_what_names_nothing_is_a_node_with_its_evidence() -> None:
    graph = drawn(told("e", "attack", when="2001-09-11"))
    ((_, data),) = graph.nodes(data=True)
    assert data["type"] == "event"
    assert len(data["evidence"]) == 1


def _accord(**fields: object) -> Agreement:
    return Agreement(
        "local/agreement/pact", "pact", "signed", 0, 5, when("2020-02-29"), parties=(US, TALIBAN), **fields
    )


def test_parties_and_signatories_are_joined_to_the_agreement() -> None:
    claim = told("e", "signing", US, TALIBAN, when="2020-02-29", agreement="local/agreement/pact")
    graph = network(stored(extraction(claim, agreements=[_accord(signing="e")])).oxigraph)
    assert Counter(lines(graph)) == {
        ("United States", "party", "pact"): 1, ("Taliban", "party", "pact"): 1,
        ("United States", "signing", "pact"): 1, ("Taliban", "signing", "pact"): 1,
    }  # fmt: skip
    (accord,) = (data for _, data in graph.nodes(data=True) if data["type"] == "agreement")
    assert (accord["status"], accord["since"]) == ("signed", "2020-02-29")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ({"obligor": US, "obligee": TALIBAN}, ("United States", "commitment", "pact")),
        ({"obligee": TALIBAN}, ("pact", "commitment", "Taliban")),
        ({}, ("pact", "commitment", "pact")),
    ],
)
def test_a_commitment_is_a_line_of_whoever_owes_it(sides: dict[str, str], expected: tuple[str, str, str]) -> None:
    term = Commitment("withdrawal", 0, 5, deadline=when("2021-05-01"), label="all troops", **sides)
    graph = network(
        stored(extraction(told("e", "meeting", US, TALIBAN), agreements=[_accord(commitments=(term,))])).oxigraph
    )
    assert expected in lines(graph)
    (data,) = (data for *_, data in graph.edges(data=True) if data["type"] == "commitment")
    assert (data["label"], data["about"], data["deadline"]) == ("withdrawal of troops", "all troops", "2021-05-01")


def test_a_store_that_was_not_consolidated_shows_each_report() -> None:
    from kg import graph

    store = Store.memory()
    for day in ("2020-11-21", "2020-11-22"):
        it = extraction(told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21"), published=day)
        store.put(it.article.id, graph.quads(it))
    assert network(store.oxigraph).number_of_edges() == 2


# -------------------------------------------------------------------- what is counted


def test_reprints_are_articles_but_one_witness() -> None:
    text = f"Mike Pompeo met envoys in Doha {' '.join(f'and then spoke of point {number}' for number in range(12))}."
    claim = told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA)
    wire = [extraction(claim, text=text, source=each, published="2020-11-22") for each in ("A", "B", "C")]
    other = extraction(claim, text="He saw them there, all of an afternoon, with no word to us.", source="D")
    ((*_, data),) = network(stored(*wire, other).oxigraph).edges(data=True)
    assert (data["articles"], data["witnesses"], data["outlets"], len(data["claims"])) == (4, 2, 4, 4)


def test_evidence_leads_back_to_the_sentence_and_its_article() -> None:
    claim = told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21", attributed_to=US, confidence=0.7)
    text = "Mr. Pompeo met them.\nNothing else happened."
    graph = network(stored(extraction(claim, text=text, source="The Test Post")).oxigraph)
    ((*_, data),) = graph.edges(data=True)
    (proof,) = data["evidence"]
    doc = graph.graph["docs"][proof.article]
    assert (proof.sentence, proof.after, proof.confidence) == ("Mr. Pompeo met them.", "", 0.7)
    assert (doc.outlet, doc.date, doc.title) == ("The Test Post", "2020-11-21", "Mr. Pompeo met them.")
    assert graph.graph["names"][proof.speaker] == "United States"


def test_claims_that_disagree_stay_side_by_side() -> None:
    held = extraction(told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA), source="A")
    denied = extraction(
        told("e", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA, status="denied", polarity="negative"),
        source="B",
    )
    ((*_, data),) = network(stored(held, denied).oxigraph).edges(data=True)
    assert sorted((proof.status, proof.negative) for proof in data["evidence"]) == [
        ("denied", True),
        ("occurred", False),
    ]


def test_labels_are_in_the_language_asked_for() -> None:
    claim = told("e", "withdrawal", US, place=AF, when="2021-08-30")
    graph = drawn(claim, language="fr")
    assert {label for _, label in graph.nodes(data="label")} == {"États-Unis", "Afghanistan"}
    assert [data["label"] for *_, data in graph.edges(data=True)] == ["retrait de troupes"]


def test_every_event_type_role_and_status_has_words_in_both_languages() -> None:
    for language in ("en", "fr"):
        words = terms(language)
        for word in vocab.EVENT_TYPES:
            assert words.event(word)
        for word in (*vocab.ROLES, "obligor", "obligee"):
            assert words.role(word)
        for word in vocab.EVENT_STATUSES:
            assert words.status(word)
    assert terms("fr").status("planned") == "prévu"
    assert terms("fr").node("armed_group") == "groupe armé"


# -------------------------------------------------------------------- nothing is lost


def test_every_claim_event_and_role_of_the_sample_corpus_is_in_the_network(sample_store) -> None:
    with Store.read(sample_store) as store:
        graph = network(store.oxigraph)
        claims = {claim for (claim,) in rows(store, "SELECT ?claim { ?claim a dk:Claim }")}
        events = {event for (event,) in rows(store, "SELECT ?event { ?event a dk:Event }")}
        roles = set(rows(store, "SELECT ?event ?role ?actor { ?event a dk:Event ; ?role ?actor }"))
        parties = set(rows(store, "SELECT ?accord ?actor { ?accord a dk:Agreement ; dk:party ?actor }"))
    held = [data for *_, data in graph.edges(data=True)]
    held += [data for _, data in graph.nodes(data=True) if "event" in data]
    assert claims <= {claim for data in held for claim in data["claims"]}
    assert events <= {data["event"] for data in held}
    word = {node: name for name, node in vocab.ROLES.items()}
    wanted = {(event, word[role], actor) for event, role, actor in roles if role in word}
    shown = {
        (data["event"], role, end)
        for one, other, data in graph.edges(data=True)
        for end, played in zip((one, other), data["roles"], strict=True)
        for role in played
    }
    assert wanted <= shown
    assert parties <= {(accord, actor) for accord, role, actor in shown if role == "party"}
    assert all(data["evidence"] for data in held)


def test_the_network_is_the_same_however_the_store_was_filled(few) -> None:
    from kg import load, pipeline

    made = [pipeline.extract(article) for article in load.articles(few)]
    one, other = (network(stored(*each).oxigraph) for each in (made, made[::-1]))
    assert nx.utils.graphs_equal(one, other)
    assert list(one.nodes) == list(other.nodes)
    assert positions(one) == positions(other)


# -------------------------------------------------------------------- filters

CLAIMS = (
    told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", confidence=0.9),
    told("b", "visit", f"visitor:{POMPEO}", f"host:{QA}", when="2019-03", confidence=0.5),
    told("c", "meeting", QA, IR, FR, when="2018", confidence=0.8),
    told("d", "war", f"party:{RU}", f"target:{IR}", when="1980-09-22/..", confidence=0.8),
    told("e", "call", TRUMP, RU, confidence=0.6),
)


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({}, "abcde"),
        ({"types": ["meeting"]}, "ac"),
        ({"types": ["visit", "call"]}, "be"),
        ({"since": date(2019, 3, 15)}, "abde"),
        ({"until": date(2018, 12, 31)}, "cd"),
        ({"since": date(2018, 12, 31), "until": date(2018, 12, 31)}, "cd"),
        ({"since": date(2021, 1, 1)}, "d"),
        ({"types": ["party"]}, ""),
    ],
)
def test_filters_keep_what_they_say(options: dict[str, object], kept: str) -> None:
    graph = drawn(*CLAIMS, **options)
    held = {data["claims"] for *_, data in graph.edges(data=True)}
    assert {claim[0].rpartition("/")[2] for claim in held} == {f"c{'abcde'.index(each)}" for each in kept}


@pytest.mark.parametrize(
    ("centre", "depth", "kept"),
    [
        (TALIBAN, 1, {TALIBAN, POMPEO}),
        (TALIBAN, 2, {TALIBAN, POMPEO, QA}),
        (TALIBAN, 3, {TALIBAN, POMPEO, QA, IR, FR}),
        (FR, 1, {FR, QA, IR}),
    ],
)
def test_around_counts_steps_between_things_and_not_through_events(centre: str, depth: int, kept: set[str]) -> None:
    graph = drawn(*CLAIMS, around=[iri.entity(centre)], depth=depth)
    assert {node for node, type_ in graph.nodes(data="type") if type_ != "event"} == {iri.entity(each) for each in kept}


def test_around_draws_no_event_of_which_one_participant_alone_is_near() -> None:
    graph = drawn(*CLAIMS, around=[iri.entity(POMPEO)], depth=1)
    assert not [node for node, type_ in graph.nodes(data="type") if type_ == "event"]


def test_around_somebody_outside_the_network_says_so() -> None:
    with pytest.raises(InputError, match="takes part in no event"):
        drawn(*CLAIMS, around=[iri.entity("person/joe-biden")])


def test_an_unknown_type_names_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"meting.*meeting"):
        drawn(*CLAIMS, types=["meting"])


def test_a_limit_keeps_the_most_connected_and_the_network_knows_how_many_there_were() -> None:
    whole, part = drawn(*CLAIMS), drawn(*CLAIMS, limit=3)
    assert len(part) == 3
    assert part.graph["of"] == len(whole)
    least = min(whole.degree(node) for node in part)
    assert all(whole.degree(node) <= max(least, 3) for node in set(whole) - set(part))


# -------------------------------------------------------------------- places


@pytest.mark.parametrize("size", [1, 2, 3, 30, 450])
def test_every_node_has_a_place_of_its_own(size: int) -> None:
    tree = nx.MultiDiGraph(nx.random_labeled_rooted_tree(size, seed=size)) if size > 1 else nx.MultiDiGraph({0: {}})
    graph = nx.relabel_nodes(tree, str)
    graph.add_nodes_from(f"alone {number}" for number in range(5))
    found = positions(graph)
    assert set(found) == set(graph)
    spots = list(found.values())
    near = [
        (one, other)
        for number, one in enumerate(spots)
        for other in spots[:number]
        if abs(one[0] - other[0]) < ROOM / 2 and abs(one[1] - other[1]) < ROOM / 2
    ]
    assert len(near) <= size / 100


def test_places_follow_from_the_network_alone() -> None:
    graph = nx.relabel_nodes(nx.MultiDiGraph(nx.barbell_graph(6, 3)), str)
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(sorted(graph, reverse=True))
    shuffled.add_edges_from(sorted(graph.edges(), reverse=True))
    assert positions(graph) == positions(shuffled)


def test_neighbours_stand_nearer_than_others() -> None:
    graph = nx.relabel_nodes(nx.MultiDiGraph(nx.barbell_graph(6, 3)), str)
    spots = positions(graph)

    def far(one: str, other: str) -> float:
        return ((spots[one][0] - spots[other][0]) ** 2 + (spots[one][1] - spots[other][1]) ** 2) ** 0.5

    joined = [far(one, other) for one, other in graph.edges()]
    assert max(joined) < far("0", "14")
    assert sorted(joined)[len(joined) // 2] >= 140


@pytest.mark.parametrize("angle", [0.0, 0.4, 1.2, 1.6, 2.8])
def test_a_network_lies_flat_as_screens_do_whichever_way_it_was_laid_out(angle: float) -> None:
    cloud = [(3.0 * (at % 10), float(at // 10)) for at in range(30)]
    turned = [(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in cloud]
    laid = laid_flat(turned)
    wide, high = (max(side) - min(side) for side in zip(*laid, strict=True))
    assert (round(wide, 6), round(high, 6)) == (27, 2)
    assert dist(laid[0], laid[17]) == pytest.approx(dist(cloud[0], cloud[17]))
