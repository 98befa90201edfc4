"""Reports that leave out who, when or where are joined to those of other articles of one story, and to no others."""

import pytest
import telling as t
from telling import AF, DOHA, FR, GOV_AF, IR, KABUL, LAVROV, MOSCOW, POMPEO, QA, RU, TALIBAN, TRUMP, US, told, troops

from kg.model import Claim
from kg.query import answer

SG = "country/SG"
ABOUT = (
    told("x1", "statement", POMPEO, f"topic:{QA}", role="speaker", when="2019-01-01"),
    told("x2", "attack", TALIBAN, place=KABUL, when="2019-01-02"),
    told("x3", "visit", TRUMP, role="visitor", place=AF, when="2019-01-03"),
)
"""What articles of one story tell besides: on days of their own, so that it joins nothing itself."""
ELSEWHERE = (
    told("y1", "visit", LAVROV, role="visitor", place=MOSCOW, when="2019-02-01"),
    told("y2", "statement", LAVROV, f"topic:{IR}", role="speaker", when="2019-02-02"),
    told("y3", "attack", RU, place="city/tehran", when="2019-02-03"),
)


def joined(
    one: Claim, other: Claim, *, days: tuple[str, str] = ("2020-11-21", "2020-11-22"), story: tuple[Claim, ...] = ABOUT
) -> bool:
    """Tell whether two reports are one event; the second stands in an article about `story`."""
    store = t.stored(
        t.extraction(one, *ABOUT, published=days[0], source="One"), t.extraction(other, *story, published=days[1])
    )
    ask = "ASK { GRAPH graph:consolidated { ?a dk:aboutEvent ?e . ?b dk:aboutEvent ?e } ?a a dk:ReportedEvent . ?b a dk:ReportedEvent FILTER(?a != ?b && STRENDS(STR(?a), '/a') && STRENDS(STR(?b), '/b')) }"
    return bool(next(iter(answer(store.oxigraph, ask)))[0])


WITHIN = [
    ("one leaves out the actors", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"), told("b", "meeting", when="2020-11-21")),
    ("both leave them out, one coup on one day", told("a", "regime_change", when="2020-08-18"), told("b", "regime_change", when="2020-08-18")),
    ("a month that comes once", told("a", "signing", US, TALIBAN, when="2020-02-29"), told("b", "signing", when="2020-02")),
    ("the same few days of both", told("a", "meeting", US, when="2020-11-21/2020-11-30"), told("b", "meeting", US, when="2020-11-21/2020-11-30")),
    ("a coup of one month", told("a", "regime_change", place=KABUL, when="2020-08"), told("b", "regime_change", place=KABUL, when="2020-08")),
    ("the month of a meeting in a state that is a town", told("a", "meeting", POMPEO, TALIBAN, place=SG, when="2018-06-12"),
     told("b", "meeting", place=SG, when="2018-06")),
    ("news without a date", told("a", "signing", US, TALIBAN, place=DOHA, when="2020-11-21"), told("b", "signing", place=DOHA)),
    ("one person says it on one day", told("a", "statement", TRUMP, role="speaker", when="2020-11-21"),
     told("b", "statement", TRUMP, role="speaker", when="2020-11-21")),
    ("a figure that is not round", told("a", "withdrawal", US, place=AF, quantity=troops(8600, kind="remaining")),
     told("b", "withdrawal", US, quantity=troops(8600, kind="remaining"))),
]  # fmt: skip
APART = [
    ("another day", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-20"), told("b", "meeting", when="2020-11-21")),
    ("another place", told("a", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21"), told("b", "meeting", place=KABUL, when="2020-11-21")),
    ("another kind", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"), told("b", "visit", when="2020-11-21")),
    ("meetings come more than once a month", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"), told("b", "meeting", when="2020-11")),
    ("the same month of both", told("a", "meeting", US, when="2020-11"), told("b", "meeting", US, when="2020-11")),
    ("who left an office, a year before", told("a", "resignation", POMPEO, role="resigning", when="2019-11-01"), told("b", "resignation", POMPEO, role="resigning")),
    ("another who left the office", told("a", "resignation", POMPEO, role="resigning", when="2020-11-01"), told("b", "resignation", TRUMP, role="resigning")),
    ("denied, without a date", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"),
     told("b", "meeting", TALIBAN, status="denied", polarity="negative", factuality="CTminus")),
    ("hoped for when the other is over", told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"), told("b", "meeting", TALIBAN, status="planned")),
    ("a state speaks often", told("a", "statement", US, role="speaker", when="2020-11-21"), told("b", "statement", US, role="speaker", when="2020-11-21")),
    ("another speaker", told("a", "statement", TRUMP, role="speaker", when="2020-11-21"),
     told("b", "statement", POMPEO, role="speaker", when="2020-11-21")),
    ("attacks of one day, neither placed nor counted", told("a", "attack", TALIBAN, when="2020-11-21"), told("b", "attack", when="2020-11-21")),
    ("a round figure, months apart", told("a", "withdrawal", US, place=AF, quantity=troops(1000)), told("b", "withdrawal", US, quantity=troops(2000))),
    ("another figure", told("a", "withdrawal", US, place=AF, quantity=troops(8600)), told("b", "withdrawal", US, quantity=troops(4500))),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in WITHIN], ids=[case[0] for case in WITHIN])
def test_what_a_report_leaves_out_its_article_has_told(one: Claim, other: Claim) -> None:
    assert joined(one, other)
    assert not joined(one, other, story=ELSEWHERE), "of another story"


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_a_story_joins_nothing_that_speaks_against_it(one: Claim, other: Claim) -> None:
    assert not joined(one, other)


def test_of_two_candidates_that_differ_neither_is_taken() -> None:
    full = t.extraction(
        told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"),
        told("c", "meeting", POMPEO, GOV_AF, when="2020-11-21"),
        *ABOUT,
    )
    vague = t.extraction(told("b", "meeting", when="2020-11-21"), *ABOUT, published="2020-11-22", source="Two")
    assert sorted(map(len, t.events(t.stored(full, vague), "meeting"))) == [1, 1, 1]


def test_several_articles_that_may_tell_one_event_are_no_rivals() -> None:
    full = t.extraction(told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21"), *ABOUT)
    vague = [
        t.extraction(told("b", "meeting", when="2020-11-21"), *ABOUT, published="2020-11-22", source=name)
        for name in ("Two", "Three")
    ]
    assert sorted(map(len, t.events(t.stored(full, *vague), "meeting"))) == [3]


COPY = "a passage that one wire story gives to all the papers that print it"


@pytest.mark.parametrize(
    ("text", "day", "together"),
    [(COPY, "2020-11-22", True), (COPY.upper() + "!", "2020-11-22", True), (COPY, "2020-12-22", False), (COPY + " now", "2020-11-22", False)],
)  # fmt: skip
def test_passages_in_the_same_words_tell_one_event(text: str, day: str, together: bool) -> None:
    plan = {"status": "planned", "deadline": None}
    store = t.stored(
        t.extraction(told("a", "withdrawal", FR, **plan), text=COPY, source="One"),
        t.extraction(told("b", "withdrawal", FR, **plan), text=text, source="Two", published=day),
    )
    assert len(t.events(store, "withdrawal")) == (1 if together else 2)


def local(name: str) -> str:
    return f"local/armed_group/{name}"


def test_what_one_language_calls_the_rebels_may_be_who_the_other_calls_so_at_one_place_in_one_story() -> None:
    one = told("a", "signing", FR, local("armed-groups"), place=DOHA, when="2020-11-21")
    other = told("b", "signing", FR, local("groupes-armes"), place=DOHA, when="2020-11-21")
    assert joined(one, other)
    assert not joined(one, told("b", "signing", FR, local("groupes-armes"), when="2020-11-21")), "no place"
    assert not joined(one, told("b", "signing", FR, TALIBAN, place=DOHA, when="2020-11-21")), "a known body"
    assert not joined(one, told("b", "signing", RU, local("groupes-armes"), place=DOHA, when="2020-11-21")), "no side"
    talks = [told(n, "meeting", FR, local(f"band-{n}"), place=DOHA, when="2020-11-21") for n in "ab"]
    assert not joined(*talks), "talks with two bands on one day are two"


@pytest.mark.parametrize(("day", "together"), [("2020-11-26", True), ("2020-12-06", False)])
def test_news_of_one_week_of_one_meeting_in_one_town_is_one(day: str, together: bool) -> None:
    one, other = (told(n, "meeting", US, TALIBAN, place=DOHA) for n in "ab")
    assert joined(one, other, days=("2020-11-21", day)) is together
    assert not joined(told("a", "meeting", US, TALIBAN), told("b", "meeting", US, TALIBAN), days=("2020-11-21", day))


def test_of_a_visit_the_place_tells_it_from_the_next_stop() -> None:
    one = told("a", "visit", POMPEO, role="visitor", place=DOHA, when="2020-11-21")
    assert not joined(one, told("b", "visit", POMPEO, role="visitor"))
    assert joined(one, told("b", "visit", POMPEO, role="visitor", place=QA))


@pytest.mark.parametrize(
    ("published", "together"), [("2020-11-20", False), ("2020-11-22", True), ("2020-11-24", False)]
)
def test_words_without_a_date_are_of_the_day_of_the_article_or_the_one_before(published: str, together: bool) -> None:
    one = told("a", "statement", TRUMP, role="speaker", when="2020-11-21")
    assert joined(one, told("b", "statement", TRUMP, role="speaker"), days=("2020-11-22", published)) is together


@pytest.mark.parametrize("vague", ["2020-02", "2020-02-01/2020-02-29", "2019-12-21/2020-03-20"], ids=str)
def test_a_month_or_a_season_may_be_the_day_of_a_signing_that_the_story_has_once(vague: str) -> None:
    day = told("a", "signing", US, TALIBAN, place=DOHA, when="2020-02-29")
    told_so = told("b", "signing", US, TALIBAN, when=vague)
    assert joined(day, told_so, days=("2020-03-01", "2020-11-20"))
    talks = told("a", "meeting", US, TALIBAN, place=DOHA, when="2020-02-29")
    assert not joined(talks, told("b", "meeting", US, TALIBAN, when=vague), days=("2020-03-01", "2020-11-20")), "talks"
    assert not joined(day, told("b", "signing", US, TALIBAN, when="2021-02"), days=("2020-03-01", "2021-03-20"))


def test_two_meetings_of_one_day_stay_two() -> None:
    store = t.stored(
        t.extraction(
            told("m", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21"),
            told("n", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-21"),
        ),
        t.extraction(
            told("m", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-21"),
            told("n", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21"),
            published="2020-11-22",
        ),
    )
    assert sorted(map(len, t.events(store, "meeting"))) == [2, 2]


@pytest.mark.parametrize(("status", "with_"), [("planned", "ahead"), ("occurred", "before")])
def test_of_two_truces_of_one_article_the_one_that_stands_alike_is_meant(status: str, with_: str) -> None:
    """A truce agreed and an earlier one that was kept: nobody says that they are one."""
    truces = (
        told("ahead", "ceasefire", US, TALIBAN, role="party", status="planned"),
        told("before", "ceasefire", US, TALIBAN, role="party"),
    )
    other = told("b", "ceasefire", US, TALIBAN, role="party", status=status)
    store = t.stored(
        t.extraction(*truces, *ABOUT, published="2020-11-21"),
        t.extraction(other, *ABOUT, published="2020-11-22", source="Other"),
    )
    (pair,) = [each for each in t.events(store, "ceasefire") if len(each) > 1]
    assert {each.rpartition("/")[2] for each in pair} == {"b", with_}


def test_two_meetings_that_one_article_tells_alike_stay_apart() -> None:
    met, again, other = (told(name, "meeting", US, TALIBAN, place=DOHA) for name in ("met", "again", "b"))
    store = t.stored(
        t.extraction(met, again, *ABOUT, published="2020-11-21"),
        t.extraction(other, *ABOUT, published="2020-11-22", source="Other"),
    )
    assert len(t.events(store, "meeting")) == 3


def test_an_office_that_one_person_leaves_is_left_once_in_two_months_in_any_story() -> None:
    left, undated = (
        told("a", "resignation", POMPEO, role="resigning", when="2020-11-01"),
        told("b", "resignation", POMPEO, role="resigning"),
    )
    assert joined(left, undated, story=ELSEWHERE)
    assert not joined(left, undated, days=("2020-11-21", "2020-10-20"), story=ELSEWHERE), "news before that day"
