"""The format of talks: hosts, mediators, venues, level, who meets apart from whom, and the way of one who shuttles."""

import pytest
import telling as t
from telling import DOHA, FR, GOV_AF, IR, KABUL, LAVROV, MOSCOW, POMPEO, QA, RU, TALIBAN, US, told

from kg import query
from kg.model import Role

TEXT = """Pompeo saw the Taliban in Doha, where Qatar was host.
He saw Kabul's men apart.
France mediated between Russia and Iran.
He went on to Kabul.
He ended in Moscow with Lavrov."""

ARTICLE = t.extraction(
    told("one", "meeting", POMPEO, TALIBAN, f"host:{QA}", place=DOHA, when="2020-11-21"),
    told("two", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-21"),
    told("three", "mediation", f"mediator:{FR}", f"mediator:{QA}", RU, IR, role="party", place="country/CH"),
    told("none", "meeting", POMPEO, IR, place="city/geneva", when="2020-11-22", status="denied", polarity="negative", factuality="CTminus"),
    told("four", "visit", f"visitor:{POMPEO}", place=KABUL, when="2020-11-23"),
    told("six", "meeting", LAVROV, f"host:{RU}", place=MOSCOW, when="2020-11-20"),
    told("five", "meeting", POMPEO, LAVROV, place=MOSCOW, when="2020-11-25"),
    text=TEXT, roles=[Role(POMPEO, "US Secretary of State", 0, 6, US), Role(LAVROV, "former envoy", 0, 6, RU, status="former")],
)  # fmt: skip


@pytest.fixture(scope="module")
def store():
    return t.stored(ARTICLE)


def rows(store, name: str, columns: str, **values: str) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns.split()) for row in query.answer(store.oxigraph, name, values).dicts()]


def test_a_meeting_tells_host_venue_parties_and_how_it_stands(store) -> None:
    found = set(rows(store, "talks", "part what", actor=TALIBAN))
    assert found >= {
        ("1 host", "Qatar"), ("3 venue", "Doha"), ("4 party", "Mike Pompeo"), ("4 party", "Taliban"), ("7 status", "occurred"),
    }  # fmt: skip


def test_who_is_seen_apart_on_that_day_is_told_of_both_meetings(store) -> None:
    kabul = "Government of Afghanistan (Islamic Republic)"
    assert ("6 apart from", kabul) in rows(store, "talks", "part what", actor=TALIBAN)
    assert ("6 apart from", "Taliban") in rows(store, "talks", "part what", actor=GOV_AF)
    assert not [row for row in rows(store, "talks", "part what", actor=LAVROV) if row[0] == "6 apart from"]


def test_the_level_is_the_office_that_an_article_on_the_talks_gives(store) -> None:
    assert ("5 level", "Mike Pompeo: US Secretary of State") in rows(store, "talks", "part what", actor=LAVROV)
    assert not [row for row in rows(store, "talks", "part what") if "former" in str(row[1])], (
        "an office left is no level"
    )


def test_talks_are_found_by_type_and_day(store) -> None:
    assert {row[0] for row in rows(store, "talks", "kind", type="visit")} == {"visit"}
    assert {str(row[0]) for row in rows(store, "talks", "from", since="2020-11-24")} == {"2020-11-25"}


def test_a_mediator_is_counted_with_the_pairs_it_brings_together(store) -> None:
    assert rows(store, "mediators", "name events parties pairs", role="host") == [("Qatar", 1, 2, 1)]
    found = rows(store, "mediators", "name events parties pairs", role="mediator")
    assert found == [("France", 1, 2, 1), ("Qatar", 1, 2, 1)], "who mediates beside another is no party"


def test_who_receives_one_guest_brings_nobody_together(store) -> None:
    assert "Russia" not in {row[0] for row in rows(store, "mediators", "name")}


def test_a_venue_is_counted_with_who_met_there(store) -> None:
    assert rows(store, "venues", "name events actors pairs")[0] == ("Doha", 2, 4, 4)
    assert rows(store, "venues", "name", type="mediation") == [("Switzerland",)]
    assert "Kabul" not in {row[0] for row in rows(store, "venues", "name")}, "a visit alone is no meeting"


def test_a_shuttle_goes_from_each_place_to_the_next_one(store) -> None:
    legs = rows(store, "shuttles", "name from to")
    assert set(legs) == {("Mike Pompeo", "Doha", "Kabul"), ("Mike Pompeo", "Kabul", "Moscow")}


def test_a_shuttle_may_be_cut_by_days(store) -> None:
    assert set(rows(store, "shuttles", "from to", since="2020-11-22")) == {("Kabul", "Moscow")}
    assert set(rows(store, "shuttles", "from to", until="2020-11-24")) == {("Doha", "Kabul")}


def test_the_next_place_months_later_or_around_the_first_one_is_no_leg() -> None:
    journeys = (("QA", "2020-11-20", "country/QA"), ("doha", "2020-11-21", DOHA), ("kabul", "2021-01-02", KABUL))
    visits = [told(name, "visit", f"visitor:{POMPEO}", place=place, when=day) for name, day, place in journeys]
    store = t.stored(t.extraction(*visits))
    assert rows(store, "shuttles", "from to") == []
    assert rows(store, "shuttles", "from to", months="2") == [("Doha", "Kabul")]


def test_the_stops_of_one_day_are_in_the_order_in_which_an_article_tells_them() -> None:
    text = "Pompeo had come to Kabul.\nPompeo met Lavrov in Moscow.\nHe ended the day in Kabul."
    day = "2020-11-25"
    article = t.extraction(
        told("one", "visit", f"visitor:{POMPEO}", place=KABUL, when=day),
        told("two", "meeting", POMPEO, LAVROV, place=MOSCOW, when=day),
        told("one", "visit", f"visitor:{POMPEO}", place=KABUL, when=day),
        text=text,
    )
    assert rows(t.stored(article), "shuttles", "from to") == [("Moscow", "Kabul")]
