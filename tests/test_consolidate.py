"""Consolidation: which reports are of one event, what the event then says, and that nothing depends on order."""

import random

import pyoxigraph as ox
import pytest
import telling as t
from telling import (
    AF,
    DEFENCE,
    DOHA,
    FR,
    GOV_AF,
    IR,
    KABUL,
    LAVROV,
    MOSCOW,
    POMPEO,
    QA,
    RU,
    TALIBAN,
    TRUMP,
    US,
    told,
    troops,
)

from kg import iri, query
from kg.consolidate import consolidate
from kg.model import Agreement, Claim, Role
from kg.query import answer
from kg.vocab import DK

MEETING = {"place": DOHA, "when": "2020-11-21"}
STOLTENBERG, NATO = "person/jens-stoltenberg", "intergovernmentalorganization/nato"
"""Once the head of a government, later of an alliance."""
LEAVE = {"place": AF, "status": "planned"}

SAME = {
    "same actors, day and place": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, TALIBAN, **MEETING)),
    "a state for its minister": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", US, TALIBAN, **MEETING)),
    "a government for its state": (told("a", "meeting", US, GOV_AF, **MEETING), told("b", "meeting", US, AF, **MEETING)),
    "no place in one": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, TALIBAN, when="2020-11-21")),
    "the country of the city": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", US, TALIBAN, place=QA, when="2020-11-21")),
    "planned and denied": (
        told("a", "meeting", POMPEO, TALIBAN, status="planned", **MEETING),
        told("b", "meeting", POMPEO, TALIBAN, status="denied", factuality="CTminus", polarity="negative", **MEETING),
    ),
    "the same week": (
        told("a", "meeting", US, TALIBAN, place=DOHA, when="2020-11-16/2020-11-20"),
        told("b", "meeting", US, TALIBAN, place=DOHA, when="2020-11-18"),
    ),
    "talks and a meeting on one day in one place": (
        told("a", "negotiation", GOV_AF, TALIBAN, role="party", place=DOHA, when="2020-09-12"),
        told("b", "meeting", GOV_AF, TALIBAN, place=DOHA, when="2020-09-12"),
    ),
    "talks that began on one day": (
        told("a", "negotiation", GOV_AF, TALIBAN, role="party", place=DOHA, when="2020-09-12/.."),
        told("b", "negotiation", GOV_AF, TALIBAN, role="party", when="2020-09-12/.."),
    ),
    "a month that holds the one day told": (
        told("a", "meeting", US, TALIBAN, place=DOHA, when="2020-11"),
        told("b", "meeting", US, TALIBAN, **MEETING),
    ),
    "a month that holds the one day told, and the country of the town": (
        told("a", "meeting", US, TALIBAN, place=QA, when="2020-11"),
        told("b", "meeting", US, TALIBAN, **MEETING),
    ),
    "two names of one town": (
        told("a", "meeting", POMPEO, FR, place="city/tel-aviv", when="2020-11-21"),
        told("b", "meeting", POMPEO, FR, place="city/tel-aviv-yafo", when="2020-11-21"),
    ),
    "a house, and the town that it may stand in": (
        told("a", "meeting", POMPEO, FR, place="place/white-house", when="2020-11-21"),
        told("b", "meeting", POMPEO, FR, place="city/washington-d-c", when="2020-11-21"),
    ),
    "the last day of a summit of three": (
        told("a", "meeting", US, RU, place=DOHA, when="2020-11-18/2020-11-20"),
        told("b", "meeting", US, RU, when="2020-11-20"),
    ),
    "a signing and an agreement on one day": (
        told("a", "signing", US, TALIBAN, place=DOHA, when="2020-02-29"),
        told("b", "agreement", US, TALIBAN, place=DOHA, when="2020-02-29"),
    ),
    "two figures for one deadline": (
        told("a", "withdrawal", US, quantity=troops(2000), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", DEFENCE, quantity=troops(2500), due="../2021-01-15", **LEAVE),
    ),
    "one figure, deadline in one": (
        told("a", "withdrawal", US, quantity=troops(2000, comparator="about"), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(2000), **LEAVE),
    ),
    "attacks with one figure of dead": (
        told("a", "attack", TALIBAN, place=KABUL, when="2020-11-21", quantity=troops(8, unit="persons", kind="killed")),
        told("b", "attack", f"target:{AF}", place=KABUL, when="2020-11-21", quantity=troops(8, unit="persons", kind="killed")),
    ),
    "a part and a number, by one day": (
        told("a", "withdrawal", US, quantity=troops(extent="part"), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(2000), due="../2021-01-15", **LEAVE),
    ),
    "all of them, within two months": (
        told("a", "withdrawal", US, quantity=troops(extent="all"), **LEAVE),
        told("b", "withdrawal", US, quantity=troops(extent="all"), **LEAVE),
    ),
    "a visit told by day": (
        told("a", "visit", LAVROV, role="visitor", place=DOHA, when="2020-11-21"),
        told("b", "visit", LAVROV, role="visitor", place=QA, when="2020-11-21"),
    ),
    "a day of the past known to all": (
        told("a", "attack", when="2001-09-11"),
        told("b", "attack", when="2001-09-11"),
    ),
}  # fmt: skip

APART = {
    "another counterpart on the same day": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, GOV_AF, **MEETING)),
    "another day": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-22")),
    "another city": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, TALIBAN, place=MOSCOW, when="2020-11-21")),
    "another person for the same state": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", TRUMP, TALIBAN, **MEETING)),
    "two months, told alike": (
        told("a", "meeting", US, TALIBAN, place=DOHA, when="2020-11"),
        told("b", "meeting", US, TALIBAN, place=DOHA, when="2020-11"),
    ),
    "two houses": (
        told("a", "meeting", POMPEO, FR, place="place/white-house", when="2020-11-21"),
        told("b", "meeting", POMPEO, FR, place="place/the-pentagon", when="2020-11-21"),
    ),
    "a house, and a town of another state": (
        told("a", "meeting", POMPEO, FR, place="place/white-house", when="2020-11-21"),
        told("b", "meeting", POMPEO, FR, place="city/paris", when="2020-11-21"),
    ),
    "two stretches of a week that overlap": (
        told("a", "meeting", US, RU, place=DOHA, when="2020-11-16/2020-11-18"),
        told("b", "meeting", US, RU, when="2020-11-18/2020-11-20"),
    ),
    "a call and a meeting": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "call", POMPEO, TALIBAN, **MEETING)),
    "only one party told": (told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", US, when="2020-11-21")),
    "all and some": (
        told("a", "withdrawal", US, quantity=troops(extent="all"), due="2021-05-01/2021-08-31", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(2000), due="../2021-01-15", **LEAVE),
    ),
    "all and a number, by one day": (
        told("a", "withdrawal", US, quantity=troops(extent="all"), due="../2021-05-01", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(2500), due="../2021-05-01", **LEAVE),
    ),
    "another figure and deadline": (
        told("a", "withdrawal", US, quantity=troops(2000), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(8600), due="../2020-07-15", **LEAVE),
    ),
    "another country left": (
        told("a", "withdrawal", US, quantity=troops(500), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", US, quantity=troops(500), due="../2021-01-15", place="country/IQ", status="planned"),
    ),
    "another state's forces": (
        told("a", "withdrawal", US, quantity=troops(500), due="../2021-01-15", **LEAVE),
        told("b", "withdrawal", FR, quantity=troops(500), due="../2021-01-15", **LEAVE),
    ),
    "the same withdrawal without figure or deadline": (
        told("a", "withdrawal", US, **LEAVE), told("b", "withdrawal", US, **LEAVE),
    ),
    "two attacks in one country on one day": (
        told("a", "attack", TALIBAN, place=AF, when="2020-11-21"), told("b", "attack", TALIBAN, place=AF, when="2020-11-21", quantity=troops(3, kind="killed")),
    ),
    "attacks in two cities": (
        told("a", "attack", TALIBAN, place=KABUL, when="2020-11-21"), told("b", "attack", TALIBAN, place="city/kandahar", when="2020-11-21"),
    ),
    "who attacks whom, the other way round": (
        told("a", "attack", US, f"target:{IR}", when="2020-01-08", place="country/IQ"),
        told("b", "attack", IR, f"target:{US}", when="2020-01-08", place="country/IQ"),
    ),
    "a sanction on another state": (
        told("a", "sanction", US, f"target:{IR}", role="sender", when="2020-11-21"),
        told("b", "sanction", US, f"target:{RU}", role="sender", when="2020-11-21"),
    ),
    "statements of one day on nobody": (
        told("a", "statement", POMPEO, role="speaker", when="2020-11-21"), told("b", "statement", POMPEO, role="speaker", when="2020-11-21"),
    ),
    "a war and an attack in it": (
        told("a", "war", US, TALIBAN, role="party", place=AF, when="2001-10-07"), told("b", "attack", US, place=AF, when="2001-10-07"),
    ),
}  # fmt: skip


def joined(one: Claim, other: Claim, *, published: tuple[str, str] = ("2020-11-21", "2020-11-22")) -> bool:
    store = t.stored(
        t.extraction(one, published=published[0]), t.extraction(other, published=published[1], language="fr")
    )
    return len(t.events(store)) == 1


@pytest.mark.parametrize("case", SAME)
def test_reports_of_one_event_become_one(case: str) -> None:
    assert joined(*SAME[case])
    assert joined(*reversed(SAME[case]))


@pytest.mark.parametrize("case", APART)
def test_reports_that_may_be_of_two_events_stay_two(case: str) -> None:
    assert not joined(*APART[case])
    assert not joined(*reversed(APART[case]))


@pytest.mark.parametrize(
    ("undated", "published", "together"),
    [
        ({"place": DOHA}, "2020-11-22", True),
        ({"place": DOHA}, "2021-03-01", False),
        ({"place": DOHA, "status": "planned"}, "2020-11-22", False),
        ({"place": MOSCOW}, "2020-11-22", False),
        ({"place": DOHA, "polarity": "negative", "factuality": "CTminus", "status": "denied"}, "2020-11-22", True),
        ({"place": DOHA, "polarity": "negative", "factuality": "CTminus", "status": "denied"}, "2020-12-22", False),
    ],
)
def test_news_without_a_date_is_of_the_days_before_publication(
    undated: dict[str, str], published: str, together: bool
) -> None:
    one = told("a", "meeting", POMPEO, TALIBAN, **undated)
    other = told("b", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21")
    assert joined(one, other, published=(published, "2020-11-21")) == together


def test_two_events_that_one_article_tells_apart_stay_two() -> None:
    both = t.extraction(
        told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, TALIBAN, **MEETING)
    )
    other = t.extraction(told("c", "meeting", POMPEO, TALIBAN, **MEETING), published="2020-11-22")
    assert sorted(map(len, t.events(t.stored(both, other)))) == [1, 2]


def test_a_joint_meeting_is_not_one_of_two_separate_ones() -> None:
    separate = t.extraction(
        told("a", "meeting", POMPEO, TALIBAN, **MEETING), told("b", "meeting", POMPEO, GOV_AF, **MEETING)
    )
    joint = t.extraction(told("c", "meeting", POMPEO, TALIBAN, GOV_AF, **MEETING), published="2020-11-22")
    assert sorted(map(len, t.events(t.stored(separate, joint)))) == [1, 1, 1]


def test_a_month_with_two_candidates_joins_neither() -> None:
    days = [
        t.extraction(told("a", "meeting", US, TALIBAN, place=DOHA, when=f"2020-11-{day}"), published=f"2020-11-{day}")
        for day in (10, 21)
    ]
    vague = t.extraction(told("b", "meeting", US, TALIBAN, place=DOHA, when="2020-11"), published="2020-12-01")
    assert sorted(map(len, t.events(t.stored(*days, vague)))) == [1, 1, 1]


def visit(day: str, status: str, place: str = MOSCOW):
    return told("v", "visit", f"visitor:{POMPEO}", place=place, when=day, status=status)


def test_a_visit_put_off_and_made_within_a_year_is_one_event_with_its_steps() -> None:
    due, made = visit("2019-05-13", "postponed"), visit("2019-10-02", "occurred")
    days = ("2019-05-10", "2019-10-03")
    articles = [t.extraction(one, published=day, source=day) for one, day in zip((due, made), days, strict=True)]
    rows = query.answer(t.stored(*articles).oxigraph, "lives", {"actor": "Mike Pompeo"}).dicts()
    assert len({row["event"] for row in rows}) == 1
    assert [str(row["stood"]) for row in rows] == ["postponed", "occurred"]


@pytest.mark.parametrize(
    ("due", "made"),
    [
        (("2019-05-13", "postponed"), ("2020-10-02", "occurred")),
        (("2019-05-13", "postponed"), ("2019-02-02", "occurred")),
        (("2019-05-13", "planned"), ("2019-10-02", "occurred")),
        (("2019-05-13", "cancelled"), ("2019-10-02", "occurred")),
        (("2019-05-13", "postponed"), ("2019-10-02", "occurred", DOHA)),
    ],
    ids=str,
)
def test_a_visit_of_another_time_is_not_the_one_that_was_put_off(due, made) -> None:
    assert not joined(visit(*due), visit(*made), published=("2019-05-10", "2020-11-03"))


def test_of_two_visits_made_none_is_known_to_be_the_one_that_was_put_off() -> None:
    told_of = [visit("2019-05-13", "postponed"), visit("2019-07-02", "occurred"), visit("2019-10-02", "occurred")]
    articles = [t.extraction(one, published=f"2019-11-0{n}", source=str(n)) for n, one in enumerate(told_of, start=1)]
    rows = query.answer(t.stored(*articles).oxigraph, "lives", {"actor": "Mike Pompeo"}).dicts()
    assert len({row["event"] for row in rows}) == 3


def test_a_person_acts_for_whom_an_article_says() -> None:
    baradar = "local/person/abdul-ghani-baradar"
    office = Role(baradar, "chief negotiator", 0, 5, TALIBAN)
    one = t.extraction(told("a", "meeting", POMPEO, baradar, **MEETING), roles=[office])
    other = t.extraction(told("b", "meeting", US, TALIBAN, **MEETING), published="2020-11-22")
    assert len(t.events(t.stored(one, other))) == 1
    silent = t.extraction(told("a", "meeting", POMPEO, baradar, **MEETING))
    assert len(t.events(t.stored(silent, other))) == 2


# -------------------------------------------------------------------- what an event says


def test_the_sharpest_of_times_and_places_is_told_and_a_state_stands_beside_who_acts_for_it() -> None:
    store = t.stored(
        t.extraction(told("a", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21")),
        t.extraction(told("b", "meeting", US, TALIBAN, place=QA, when="2020-11-21"), published="2020-11-22"),
    )
    rows = answer(store.oxigraph, "events", {"actor": "Taliban"})
    assert [(row["label"], str(row["from"]), row["articles"], row["witnesses"]) for row in rows.dicts()] == [
        ("meeting (Taliban, United States, Mike Pompeo, Doha, 2020-11-21)", "2020-11-21", 2, 2)
    ]
    assert [row["witnesses"] for row in answer(store.oxigraph, "events", {"actor": US}).dicts()] == [2]
    met = {row["other"] for row in answer(store.oxigraph, "meetings", {"person": POMPEO}).dicts()}
    assert met == {"Taliban"}, "whom one acts for is nobody one meets"


def test_a_label_names_the_sides_first_a_few_of_many_and_every_day_told() -> None:
    accord = Agreement("agreement/new-start", "New START", "signed", 0, 5, parties=(US, RU))
    slots = {"agreement": accord.id, "place": "city/prague"}
    store = t.stored(
        t.extraction(
            told(
                "a", "signing", US, RU, *(f"attendee:{each}" for each in (FR, QA, IR, AF)), when="2010-04-08", **slots
            ),
            agreements=[accord],
            published="2010-04-09",
        ),
        t.extraction(
            told("b", "signing", US, RU, when="2010-04-07", **slots), agreements=[accord], published="2010-04-09"
        ),
    )
    labels = {str(row["label"]) for row in answer(store.oxigraph, "events", {"type": "signing"}).dicts()}
    assert labels == {
        "signing of an agreement (Russia, United States, Afghanistan, France, Iran, …, Prague, 2010-04-07 / 2010-04-08)"
    }


def test_figures_that_differ_are_kept_side_by_side() -> None:
    one, other = SAME["two figures for one deadline"]
    store = t.stored(t.extraction(one), t.extraction(other, published="2020-11-22"))
    assert sorted(row["number"] for row in answer(store.oxigraph, "withdrawals", {"forces": US}).dicts()) == [
        2000,
        2500,
    ]
    [row] = answer(store.oxigraph, "contradictions").dicts()
    assert (row["what"], row["one"], row["other"]) == ("quantity", "2000", "2500")


def test_a_part_gives_way_to_the_figure() -> None:
    one, other = SAME["a part and a number, by one day"]
    store = t.stored(t.extraction(one), t.extraction(other, published="2020-11-22"))
    assert [(row["number"], row["extent"]) for row in answer(store.oxigraph, "withdrawals").dicts()] == [(2000, None)]


STATUSES = [
    ("a plan", [("planned", "CTplus", "2020-11-20")], "planned"),
    ("held after planned", [("planned", "CTplus", "2020-11-20"), ("occurred", "CTplus", "2020-11-22")], "occurred"),
    (
        "planned in a later look back",
        [("occurred", "CTplus", "2020-11-22"), ("planned", "CTplus", "2020-12-01")],
        "occurred",
    ),
    (
        "cancelled after planned",
        [("planned", "CTplus", "2020-11-20"), ("cancelled", "CTplus", "2020-11-21")],
        "cancelled",
    ),
    (
        "planned again after postponed",
        [("postponed", "CTplus", "2020-11-18"), ("planned", "CTplus", "2020-11-20")],
        "planned",
    ),
    (
        "a denial beside a certain plan",
        [("planned", "CTplus", "2020-11-20"), ("denied", "CTminus", "2020-11-21")],
        "planned",
    ),
    ("a denial alone", [("denied", "CTminus", "2020-11-21")], "denied"),
    (
        "called planned after its day was cancelled",
        [("cancelled", "CTplus", "2020-11-20"), ("planned", "CTplus", "2020-11-25")],
        "cancelled",
    ),
    (
        "told as held and as cancelled on one day",
        [("occurred", "CTplus", "2020-11-20"), ("cancelled", "CTplus", "2020-11-20")],
        "cancelled",
    ),
    ("only probable", [("planned", "PRplus", "2020-11-20"), ("proposed", "PSplus", "2020-11-19")], "planned"),
    ("under way, then over", [("ongoing", "CTplus", "2020-11-20"), ("occurred", "CTplus", "2020-11-22")], "occurred"),
]


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in STATUSES], ids=[case[0] for case in STATUSES])
def test_the_status_follows_from_the_claims(claims: list[tuple[str, str, str]], expected: str) -> None:
    articles = [
        t.extraction(told("e", "meeting", POMPEO, TALIBAN, status=status, factuality=sure, **MEETING), published=day)
        for status, sure, day in claims
    ]
    store = t.stored(*articles)
    assert [row["status"] for row in answer(store.oxigraph, "events", {"actor": "Taliban"}).dicts()] == [expected]
    said = answer(store.oxigraph, "SELECT ?s { ?c a dk:Claim ; dk:eventStatus ?s }")
    assert len(said) == len(claims), "what was said stays as said"


def test_the_life_of_an_event_can_be_asked_as_known_on_any_day() -> None:
    said = [
        ("planned", "2020-11-10"),
        ("postponed", "2020-11-15"),
        ("planned", "2020-11-18"),
        ("occurred", "2020-11-22"),
    ]
    store = t.stored(
        *(
            t.extraction(told("e", "meeting", POMPEO, TALIBAN, status=how, **MEETING), published=day)
            for how, day in said
        )
    )
    for on, stood in [("2020-11-12", "planned"), ("2020-11-16", "postponed"), ("2020-11-30", "occurred")]:
        assert [row["stood"] for row in answer(store.oxigraph, "standing", {"on": on}).dicts()] == [stood]
    assert not list(answer(store.oxigraph, "standing", {"on": "2020-11-01"}))
    first = t.stored(
        t.extraction(told("e", "meeting", POMPEO, TALIBAN, status="planned", **MEETING), published="2020-11-10")
    )
    for on, stood in [("2020-11-12", "planned"), ("2021-01-01", "unreported")]:
        assert [row["stood"] for row in answer(first.oxigraph, "standing", {"on": on}).dicts()] == [stood]
    lived = [(str(row["known"]), row["stood"]) for row in answer(store.oxigraph, "lives", {"actor": "Taliban"}).dicts()]
    assert lived == [(day, how) for how, day in said]
    assert [row["days"] for row in answer(store.oxigraph, "leads").dicts()] == [11]


def test_claims_say_how_many_articles_and_witnesses_say_the_same() -> None:
    text = " ".join(f"word{number} of a wire story that is printed twice" for number in range(30))
    prints = [
        t.extraction(told("e", "meeting", POMPEO, TALIBAN, **MEETING), published="2020-11-21", text=text, source=name)
        for name in ("One", "Two")
    ]
    other = t.extraction(told("e", "meeting", POMPEO, TALIBAN, **MEETING), published="2020-11-22")
    denial = t.extraction(
        told("e", "meeting", POMPEO, TALIBAN, status="denied", polarity="negative", factuality="CTminus", **MEETING),
        published="2020-11-23",
    )
    store = t.stored(*prints, other, denial)
    counts = answer(
        store.oxigraph,
        "SELECT ?status ?n ?m { GRAPH graph:consolidated { ?c dk:articleCount ?n ; dk:witnessCount ?m } ?c a dk:Claim ; dk:eventStatus ?status }",
    ).dicts()
    assert sorted({(row["status"].rpartition("#")[2], row["n"], row["m"]) for row in counts}) == [
        ("Denied", 1, 1),
        ("Occurred", 3, 2),
    ]


def test_each_merge_is_a_judgement_with_rule_and_reason() -> None:
    one, other = SAME["a state for its minister"]
    store = t.stored(t.extraction(one), t.extraction(other, published="2020-11-22"))
    [row] = answer(
        store.oxigraph,
        "SELECT ?rule ?reason (COUNT(?report) AS ?n) { ?j a dk:Judgement ; dk:verdict dk:Same ; dk:rule ?rule ; dk:reason ?reason ; "
        "dk:judges ?report } GROUP BY ?rule ?reason",
    ).dicts()
    assert row == {"rule": "day", "reason": "same actors, same day, same place", "n": 2}


def test_every_event_rests_on_claims_and_every_claim_is_about_its_event() -> None:
    store = t.stored(*(t.extraction(*pair[:1], published="2020-11-20") for pair in SAME.values()))
    ask = "ASK { GRAPH graph:consolidated { ?event a dk:Event } FILTER NOT EXISTS { ?event prov:wasDerivedFrom ?c . ?c dk:aboutEvent ?event ; a dk:Claim } }"
    assert list(answer(store.oxigraph, ask)) == [(False,)]
    ask = "ASK { ?claim a dk:Claim FILTER NOT EXISTS { GRAPH graph:consolidated { ?claim dk:aboutEvent ?event } } }"
    assert list(answer(store.oxigraph, ask)) == [(False,)]


# -------------------------------------------------------------------- order


def test_the_graph_is_the_same_bytes_in_any_order() -> None:
    articles = [
        t.extraction(*pair, published=f"2020-11-{10 + number}")
        for number, pairs in enumerate((SAME, APART))
        for pair in pairs.values()
    ] + [t.extraction(pair[0], published="2020-12-01") for pair in SAME.values()]
    expected = t.stored(*articles).dump()
    generator = random.Random(7)
    for _ in range(3):
        generator.shuffle(articles)
        assert t.stored(*articles).dump() == expected


def test_the_consolidated_graph_rests_on_articles_and_authority_alone() -> None:
    store = t.stored(*(t.extraction(pair[0], published="2020-11-20") for pair in SAME.values()))
    graph = iri.graph("consolidated")
    before = sorted(map(str, store.quads(graph)))
    store.replace(
        graph, [ox.Quad(ox.NamedNode("a:b"), ox.NamedNode(DK.when), ox.NamedNode("a:c"), ox.NamedNode(graph))]
    )
    assert sorted(map(str, consolidate(store.oxigraph))) == before
    assert consolidate(ox.Store()) == []


def test_a_text_that_one_article_signs_twice_is_signed_once() -> None:
    accord = Agreement("agreement/new-start", "New START", "signed", 0, 5, parties=(US, RU))
    signed = told("signed", "signing", US, RU, when="2020-11-20", agreement=accord.id)
    again, wrong = (
        told("again", "signing", US, RU, agreement=accord.id),
        told("wrong", "signing", US, RU, when="2020-11-19", agreement=accord.id),
    )
    store = t.stored(
        t.extraction(signed, again, agreements=[accord], published="2020-11-21"),
        t.extraction(wrong, agreements=[accord], published="2020-11-22"),
        t.extraction(told("day", "signing", US, RU, when="2020-11-20"), published="2020-11-21", source="Other"),
    )
    assert [len(each) for each in t.events(store, "signing")] == [4]


@pytest.mark.parametrize(("body", "together"), [(NATO, True), ("country/NO", True), (FR, False)])
def test_who_held_two_offices_acts_for_the_one_that_another_report_names(body: str, together: bool) -> None:
    one = told("a", "meeting", STOLTENBERG, TALIBAN, **MEETING)
    head = Role(STOLTENBERG, "secretary general", 0, 5, country=NATO)
    store = t.stored(
        t.extraction(one, roles=[head]),
        t.extraction(told("b", "meeting", body, TALIBAN, place=DOHA, when="2020-11"), published="2020-11-22"),
    )
    assert (max(map(len, t.events(store))) == 2) is together


@pytest.mark.parametrize(
    ("other", "together"), [("phumtham-wichaiyachai", True), ("phumtham", True), ("maris-sangiampongsa", False)]
)
def test_a_minister_whom_nobody_knows_may_be_spelt_in_two_ways(other: str, together: bool) -> None:
    stored = []
    for event, name in (("a", "phumtham-wechayachai"), ("b", other)):
        person = f"local/person/{name}"
        head = Role(person, "prime minister", 0, 5, country="country/TH")
        stored.append(t.extraction(told(event, "meeting", person, FR, **MEETING), roles=[head], source=name))
    assert (len(t.events(t.stored(*stored))) == 1) is together
