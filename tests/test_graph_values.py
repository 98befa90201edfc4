"""Times, quantities and literals: shared where they say the same, and unchanged by a store."""

from datetime import UTC, date, datetime

import by_hand
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg import graph
from kg.graph import terms
from kg.model import Claim, Extraction, Troops, When


def with_claim(claim: Claim, **changes: object) -> Extraction:
    return replace(by_hand.extraction(), claims=(replace(claim, **changes),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (by_hand.SATURDAY, When("2020-11-21", date(2020, 11, 21), date(2020, 11, 21)), True),
        (by_hand.SATURDAY, When("2020-11-21", date(2020, 11, 21), date(2020, 11, 21), "APPROX"), False),
        (by_hand.MID_2021, When("2021", date(2021, 1, 1), date(2021, 12, 31), "MID"), False),
        (When("2020-11", date(2020, 11, 1), date(2020, 11, 30)), When("2020-11", date(2020, 11, 1), None), False),
    ],
)
def test_times_share_a_node_only_where_they_say_the_same(one: When, other: When, same: bool) -> None:
    nodes = [
        by_hand.rows(
            graph.quads(with_claim(by_hand.claims()[0], when=when)), "SELECT ?t WHERE { ?c dk:claimedTime ?t }"
        )
        for when in (one, other)
    ]
    assert (nodes[0] == nodes[1]) is same


@pytest.mark.parametrize(
    ("troops", "expected"),
    [
        (Troops(2000), ("2000", "", "", "false")),
        (Troops(2000, comparator="about"), ("2000", "", "", "true")),
        (Troops(low=8000, high=10000), ("", "8000", "10000", "true")),
        (Troops(1.5, unit="percent"), ("1.5", "", "", "false")),
        (Troops(extent="all"), ("", "", "", "false")),
    ],
)
def test_a_quantity_keeps_figure_range_and_hedge(troops: Troops, expected: tuple[str, ...]) -> None:
    found = by_hand.rows(
        graph.quads(with_claim(by_hand.claims()[1], quantity=troops)),
        """SELECT ?value ?low ?high ?approximate WHERE { ?c a dk:Claim ; dk:quantity ?q . ?q dk:approximate ?approximate
          OPTIONAL { ?q schema:value ?value } OPTIONAL { ?q schema:minValue ?low } OPTIONAL { ?q schema:maxValue ?high } }""",
    )
    assert found == [expected]


@given(st.floats(0, 1e12, allow_nan=False))
def test_a_figure_comes_back_from_a_store_as_it_was_written(value: float) -> None:
    store = ox.Store()
    literal = terms.number(value)
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), literal))
    assert next(iter(store)).object == literal
    assert float(literal.value) == pytest.approx(value, abs=1e-6)


@given(st.floats(0, 1))
def test_a_confidence_comes_back_from_a_store_as_it_was_written(value: float) -> None:
    store = ox.Store()
    literal = terms.ratio(value)
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), literal))
    assert next(iter(store)).object == literal


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    literal = terms.words(text + "\ud800", "fr")
    line = f"{ox.Quad(ox.NamedNode('urn:a'), ox.NamedNode('urn:b'), literal)} .".encode()
    assert [quad.object for quad in ox.parse(line, format=ox.RdfFormat.N_QUADS)] == [literal]


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2020, 11, 21, 11, 26, tzinfo=UTC), "2020-11-21T11:26:00Z"),
        (datetime.fromisoformat("2020-11-21T11:26:00"), "2020-11-21T11:26:00"),
        (datetime.fromisoformat("2020-11-21T11:26:00+01:00"), "2020-11-21T11:26:00+01:00"),
    ],
)
def test_a_time_of_publication_keeps_its_offset(moment: datetime, text: str) -> None:
    assert terms.moment(moment).value == text
