"""Many articles fit: what waits in a file comes back, parts make the whole, and what is known grows by what is new."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
import telling as t
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import AF, DOHA, FR, GOV_AF, KABUL, LAVROV, MOSCOW, POMPEO, QA, RU, TALIBAN, TRUMP, US, told

import kg.consolidate.anew
import kg.consolidate.kept
import kg.store.store
from kg import authority, graph, iri, run
from kg.consolidate import consolidated, parts
from kg.consolidate.blocking import pairs
from kg.consolidate.clusters import Item, cluster
from kg.consolidate.events import profile_of
from kg.consolidate.kept import Kept
from kg.consolidate.rules import Verdict
from kg.consolidate.told import Told, World
from kg.graph.added import AUTHORITY, more_quads
from kg.store import Store

ARTICLES = [
    t.extraction(told("a", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21")),
    t.extraction(told("b", "meeting", US, TALIBAN, place=DOHA, when="2020-11-21"), published="2020-11-22"),
    t.extraction(told("c", "attack", TALIBAN, place=KABUL, when="2020-11-21")),
    t.extraction(told("d", "withdrawal", US, place=AF, status="planned", due="../2021-01-15")),
    t.extraction(
        told("e", "meeting", US, RU, when="2020-11", place=MOSCOW), told("f", "visit", LAVROV, when="2020-11")
    ),
]


@pytest.mark.parametrize("small", [0, 10, 1_000_000])
def test_what_is_put_away_comes_back_in_order_and_from_where_it_stands(
    small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kg.consolidate.kept, "_SMALL", small)
    values = [
        Told(f"https://example.org/{number}", "an article", "meeting", (("host", "é" * number),))
        for number in range(20)
    ]
    kept = Kept(Told)
    places = [kept.put(value) for value in values]
    assert list(kept) == values
    assert [value for _, value in kept.of(reversed(places))] == values[::-1]
    assert kept.get(places[7]) == values[7]


def test_many_alike_are_grouped_by_as_many_judgements_as_they_have_pairs() -> None:
    count, asked = 40, 0

    def judge(_one: int, _other: int) -> Verdict:
        nonlocal asked
        asked += 1
        return Verdict("only", "alike", "")

    items = [Item(f"{number:02}", frozenset({str(number)})) for number in range(count)]
    found, _ = cluster(items, [(a, b) for a in range(count) for b in range(a + 1, count)], judge)
    assert len(found) == 1
    assert asked < 3 * count * count / 2


@pytest.mark.parametrize("together", [1, 2, 2_000])
def test_the_parts_of_the_graph_are_the_whole_however_many_there_are(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = t.stored(*ARTICLES)
    whole = consolidated(store.oxigraph)
    monkeypatch.setattr(kg.consolidate.anew, "_TOGETHER", together)
    found = list(parts(store.oxigraph))
    assert b"".join(sorted({line for part in found for line in part.splitlines(keepends=True)})) == whole
    assert (len(found) > 8) == (together < 3)


def test_each_pair_is_compared_once_and_of_a_month_those_alone_of_which_one_is_vague() -> None:
    world = World()
    days = [t.when(text) for text in ("2020-11-21", "2020-11-21", "2020-11-03", "2020-11", "2020-11")]
    profiles = [profile_of(_told(number, when.earliest, when.latest), {}, world) for number, when in enumerate(days)]
    found = list(pairs(profiles, world))
    assert len(found) == len(set(found))
    assert set(found) == {(0, 1), (0, 3), (0, 4), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)}


def _told(number: int, first: object, last: object) -> Told:
    from kg.consolidate.told import Span

    span = Span("", "", first, last)  # type: ignore[arg-type]
    return Told(f"e{number}", f"a{number}", "meeting", (("participant", US), ("participant", RU)), ("city/doha",), span)


@pytest.mark.parametrize("large", [1, 3, 100_000])
def test_a_graph_written_part_by_part_takes_the_place_of_the_former_one(
    large: int, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kg.store.store, "_LARGE", large)
    with Store.open(tmp_path / "a.kg", create=True) as store:
        for words in ("abcdef", "defghij", ""):
            store.renew(iri.graph("consolidated"), (_line(word) for word in words * 2))
            assert {quad.object.value for quad in store.quads(iri.graph("consolidated"))} == set(words)


def _line(word: str) -> bytes:
    return f'<https://example.org/a> <https://example.org/says> "{word}" <{iri.graph("consolidated")}> .\n'.encode()


def _officials() -> Iterator[str]:
    """Yield persons of whom several have held one office."""
    known = authority.load()
    yield from (each for each in (POMPEO, TRUMP, LAVROV, "person/john-kerry", "person/antony-blinken", "person/joe-biden",
                                  "person/barack-obama", "person/hillary-clinton", "person/emmanuel-macron", "person/jean-yves-le-drian") if each in known)  # fmt: skip


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([*_officials(), US, FR, QA, GOV_AF, TALIBAN, DOHA]), st.integers(0, 12))
def test_what_is_known_of_more_things_is_what_is_known_of_all_of_them(ids: list[str], split: int) -> None:
    known, store = authority.load(), ox.Store()
    store.extend(graph.authority_quads(known, ids[:split]))
    for at in range(split, len(ids), 3):
        quads, offices = more_quads(store, known, ids[at : at + 3])
        for office in offices:
            for quad in list(store.quads_for_pattern(ox.NamedNode(office), None, None, AUTHORITY)):
                store.remove(quad)
        store.extend(quads)
    assert set(store) == set(graph.authority_quads(known, ids))


def test_a_thing_that_an_article_tells_of_first_is_linked_as_in_a_rebuild(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.consolidate, "NOTED", 1)
    one, other = ARTICLES[0], t.extraction(told("x", "meeting", "local/person/somebody-new", POMPEO, when="2020-11-23"))
    more = [t.extraction(told("y", "meeting", "local/person/somebody-new", LAVROV, TRUMP, when="2021-01-02"))]
    grown, whole = Store.memory(), Store.memory()
    for article in (one, other, *more):
        grown.put(article.article.id, graph.quads(article))
        run.derive(grown, [article.article.id])
        whole.put(article.article.id, graph.quads(article))
    run.derive(whole)
    assert grown.dump() == whole.dump()
