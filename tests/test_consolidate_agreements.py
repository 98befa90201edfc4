"""Canonical agreements and their commitments: known by name, or by parties, date and place."""

import pytest
import telling as t
from telling import DOHA, FR, GOV_AF, KABUL, POMPEO, RU, TALIBAN, TRUMP, US, told

from kg.model import Agreement, Commitment
from kg.query import answer

DOHA_ID = "agreement/agreement-for-bringing-peace-to-afghanistan-doha-agreement-2"


def accord(id_: str = "local/agreement/accord", **slots: object) -> Agreement:
    day = slots.pop("day", None)
    fields: dict[str, object] = {
        "parties": (US, TALIBAN),
        "status": "signed",
        "date": t.when(str(day)) if day else None,
    }
    return Agreement(id_, "an accord", start=0, end=5, **(fields | slots))


REBELS, REBELLES = "local/organization/armed-rebels", "local/organization/rebelles-armes"

AGREEMENTS = [
    ("a name for both", accord(DOHA_ID), accord(DOHA_ID, parties=()), 1),
    ("the same parties and day", accord(day="2020-02-29"), accord(day="2020-02-29"), 1),
    ("a month that holds the day", accord(day="2020-02"), accord(day="2020-02-29"), 1),
    ("a name for one, the day for both", accord(DOHA_ID, day="2020-02-29"), accord(day="2020-02-29"), 1),
    ("no time in one", accord(day="2020-02-29"), accord(), 1),
    ("day and place in the name", accord(DOHA_ID, parties=()), accord(day="2020-02-29", place=DOHA), 1),
    (
        "month and place in the name",
        accord("agreement/minsk-ii-february-2015", parties=()),
        accord(parties=(RU, FR), day="2015-02-12", place="city/minsk"),
        1,
    ),
    ("day in the name, another place", accord(DOHA_ID, parties=()), accord(day="2020-02-29", place=KABUL), 2),
    ("place in the name, another month", accord(DOHA_ID, parties=()), accord(day="2020-03-29", place=DOHA), 2),
    ("the same month of both", accord(day="2020-02"), accord(day="2020-02"), 1),
    ("the same year of both", accord(day="2020"), accord(day="2020"), 2),
    (
        "news of one town, rebels by another name",
        accord(parties=(US, REBELS), place=DOHA),
        accord(parties=(US, REBELLES), place=DOHA),
        1,
    ),
    (
        "rebels by another name, in another town",
        accord(parties=(US, REBELS), place=DOHA),
        accord(parties=(US, REBELLES), place=KABUL),
        2,
    ),
    (
        "rebels by another name, the day of both",
        accord(parties=(US, REBELS), place=DOHA, day="2020-11-20"),
        accord(parties=(US, REBELLES), place=DOHA),
        1,
    ),
    (
        "rebels by another name, a year ago",
        accord(parties=(US, REBELS), place=DOHA, day="2019-11-20"),
        accord(parties=(US, REBELLES), place=DOHA),
        2,
    ),
    ("other parties", accord(day="2020-02-29"), accord(day="2020-02-29", parties=(US, GOV_AF)), 2),
    ("another year", accord(day="2019"), accord(day="2020-02-29"), 2),
    ("two names", accord(DOHA_ID), accord("agreement/new-start"), 2),
    ("one party told, in that month", accord(parties=(TALIBAN,), day="2020-02"), accord(day="2020-02-29"), 1),
    ("one party told, in another month", accord(parties=(TALIBAN,), day="2020-03"), accord(day="2020-02-29"), 2),
    ("one party told, in no time", accord(parties=(TALIBAN,)), accord(day="2020-02-29"), 2),
    ("no party told", accord(parties=(), day="2020-02"), accord(day="2020-02-29"), 2),
]


@pytest.mark.parametrize(
    ("one", "other", "count"), [case[1:] for case in AGREEMENTS], ids=[case[0] for case in AGREEMENTS]
)
def test_agreements_are_known_by_name_or_by_parties_and_date(one: Agreement, other: Agreement, count: int) -> None:
    for first, second in ((one, other), (other, one)):
        store = t.stored(
            t.extraction(told("x", "statement", POMPEO, role="speaker"), agreements=[first], published="2020-11-20"),
            t.extraction(told("x", "statement", TRUMP, role="speaker"), agreements=[second], published="2020-11-21"),
        )
        found = answer(store.oxigraph, "SELECT DISTINCT ?a { GRAPH graph:consolidated { ?a a dk:Agreement } }")
        assert len(found) == count


def test_an_undated_agreement_told_before_the_dated_one_is_another() -> None:
    store = t.stored(
        t.extraction(
            told("x", "statement", POMPEO, role="speaker"), agreements=[accord(status="draft")], published="2019-09-02"
        ),
        t.extraction(
            told("x", "statement", TRUMP, role="speaker"), agreements=[accord(day="2020-02-29")], published="2020-03-01"
        ),
    )
    assert len(answer(store.oxigraph, "SELECT DISTINCT ?a { GRAPH graph:consolidated { ?a a dk:Agreement } }")) == 2


def test_commitments_of_one_agreement_are_joined_by_kind_obligor_and_deadline() -> None:
    due, later = t.when("../2021-05-01"), t.when("../2021-08-31")
    first = accord(DOHA_ID, commitments=(
        Commitment("withdrawal", 0, 5, US, TALIBAN, due), Commitment("security_guarantee", 0, 6, TALIBAN, US),
    ))  # fmt: skip
    second = accord(DOHA_ID, commitments=(
        Commitment("withdrawal", 0, 5, US, TALIBAN, due, status="in_progress"), Commitment("withdrawal", 0, 7, US, None, later),
        Commitment("security_guarantee", 0, 6, US, TALIBAN),
    ))  # fmt: skip
    store = t.stored(
        t.extraction(told("x", "statement", POMPEO, role="speaker"), agreements=[first], published="2020-03-01"),
        t.extraction(told("x", "statement", TRUMP, role="speaker"), agreements=[second], published="2020-11-21"),
    )
    rows = [
        (row["kind"], row["owed_by"], str(row["latest"]), row["told"])
        for row in answer(store.oxigraph, "commitments").dicts()
    ]
    assert sorted(rows, key=str) == [
        ("SecurityGuarantee", "Taliban", "None", None),
        ("SecurityGuarantee", "United States", "None", None),
        ("TroopWithdrawalCommitment", "United States", "2021-05-01", "in_progress"),
        ("TroopWithdrawalCommitment", "United States", "2021-08-31", None),
    ]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (("prisoner_release",), ("prisoner_release",), 1),
        (("other",), ("other",), 2),
        (("prisoner_release", "prisoner_release"), ("prisoner_release",), 3),
    ],
    ids=["the only one", "anything", "one of two"],
)
def test_a_term_told_without_day_or_obligor_is_that_of_its_kind_where_there_is_one(first, second, number) -> None:
    told_in = [
        t.extraction(
            told("x", "statement", POMPEO, role="speaker"), published=day,
            agreements=[accord(DOHA_ID, commitments=tuple(Commitment(kind, 0, 5 + n) for n, kind in enumerate(kinds)))],
        )
        for day, kinds in (("2020-03-01", first), ("2020-03-02", second))
    ]  # fmt: skip
    assert len(answer(t.stored(*told_in).oxigraph, "commitments").dicts()) == number


def test_signings_of_one_agreement_are_one_even_where_one_gives_no_time() -> None:
    pair = []
    for day, published in ((None, "2020-11-21"), ("2020-02-29", "2020-03-01")):
        claim = told("s", "signing", US, TALIBAN, agreement=DOHA_ID, **({"when": day} if day else {}))
        pair.append(t.extraction(claim, agreements=[accord(DOHA_ID, day=day, signing="s")], published=published))
    assert len(t.events(t.stored(*pair), "signing")) == 1


def test_one_party_in_a_month_with_two_agreements_joins_neither() -> None:
    terms = [
        accord(day="2020-02-29"),
        accord(day="2020-02-10", parties=(GOV_AF, TALIBAN)),
        accord(day="2020-02", parties=(TALIBAN,)),
    ]
    store = t.stored(
        *(
            t.extraction(
                told("x", "statement", POMPEO, role="speaker"), agreements=[each], published=f"2020-03-0{number}"
            )
            for number, each in enumerate(terms, 1)
        )
    )
    assert len(answer(store.oxigraph, "SELECT DISTINCT ?a { GRAPH graph:consolidated { ?a a dk:Agreement } }")) == 3


def test_a_party_is_the_side_and_whoever_signs_for_it_takes_part_in_the_signing() -> None:
    who = ("country/US", TALIBAN, POMPEO)
    store = t.stored(
        t.extraction(
            told("s", "signing", POMPEO, TALIBAN, place=DOHA, when="2020-02-29", agreement=DOHA_ID),
            agreements=[accord(DOHA_ID, parties=(POMPEO, TALIBAN), signing="s")],
        ),
        t.extraction(
            told("s", "signing", US, TALIBAN, when="2020-02-29", agreement=DOHA_ID),
            agreements=[accord(DOHA_ID, signing="s")],
            published="2020-11-22",
        ),
    )
    signed = answer(
        store.oxigraph,
        "SELECT ?who { GRAPH graph:consolidated { ?e a dk:Event ; sem:eventType ?type ; dk:party ?who } }",
    )
    assert {row["who"].rpartition("/id/")[2] for row in signed.dicts()} == set(who)
    of = answer(store.oxigraph, "SELECT ?who { GRAPH graph:consolidated { ?a a dk:Agreement ; dk:party ?who } }")
    assert {row["who"].rpartition("/id/")[2] for row in of.dicts()} == {"country/US", TALIBAN}
