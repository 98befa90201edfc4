"""QuickStatements: what occurred, undenied, surely read and sourced, and what the item lacks; nothing ends a field early."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import telling as t
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from serving import Faults, Reply, wikidata_endpoint  # noqa: F401 - a fixture
from telling import DOHA, POMPEO, QA, TALIBAN, TRUMP, US, told

from kg import authority, decide, graph, iri, run
from kg.link.quickstatements import Source, Statement, lacking, said, written
from kg.link.sources import Sources
from kg.link.wikidata import Wikidata
from kg.model import Agreement, Role
from kg.store import Store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KNOWN = "agreement/agreement-for-bringing-peace-to-afghanistan-doha-agreement-2"
BLINKEN = "person/antony-blinken"
STATE_SECRETARY = "Q14213"


def stored(*extractions, url: str = "https://paper.example/a?b=1&c=2") -> Store:
    """Return a store in memory of articles with an address; the Taliban and the Doha agreement are linked."""
    store = Store.memory()
    for number, each in enumerate(extractions):
        address = f"{url}#{number}" if url else None
        article = replace(each.article, url=address, title=f'He said "yes" | {number}')
        store.put(
            article.id,
            list(graph.quads(replace(each, reading=replace(each.reading, article=article)))),
        )
    run.derive(store)
    for thing, item in ((TALIBAN, "Q900000001"), (KNOWN, "Q900000002")):
        decide.judge(store, thing, item, "same", by="Ana", when=NOW)
    return store


def signing(*parties: str, status: str = "occurred", confidence: float = 0.9, published: str = "2020-03-01", **slots):
    claim = told(
        "s",
        "signing",
        *parties,
        agreement=KNOWN,
        place=DOHA,
        when="2020-02-29",
        status=status,
        confidence=confidence,
        **slots,
    )
    accord = Agreement(KNOWN, "Doha Agreement", "signed", 0, 5, t.when("2020-02-29"), DOHA, parties, signing="s")
    return t.extraction(claim, agreements=[accord], published=published)


def mains(found: Iterable[Statement]) -> set[tuple[str, str, str]]:
    return {each.main for each in found}


SIGNED = {("Q900000002", "P1891", item) for item in ("Q30", "Q900000001", "Q846")}


def test_who_signed_is_a_signatory():
    assert mains(said(stored(signing(US, TALIBAN, QA)).oxigraph)) == SIGNED


@pytest.mark.parametrize(
    "articles",
    [
        [signing(US, TALIBAN, QA, status="planned")],
        [signing(US, TALIBAN, QA, confidence=0.3)],
        [signing(US, TALIBAN, QA, factuality="PSplus")],
        [signing(US, TALIBAN, QA, polarity="negative", factuality="CTminus")],
        [
            signing(US, TALIBAN, QA),
            signing(
                US, TALIBAN, QA, status="denied", polarity="negative", factuality="CTminus", published="2020-03-02"
            ),
        ],
    ],
    ids=["planned", "read unsurely", "possible", "negated", "denied elsewhere"],
)
def test_what_did_not_surely_take_place_makes_no_statement(articles):
    assert not said(stored(*articles).oxigraph)


@pytest.mark.parametrize("url", ["", "file:///home/x.html", "ftp://paper.example/a"])
def test_an_article_without_an_address_on_the_web_is_no_reference(url: str):
    assert not said(stored(signing(US, TALIBAN), url=url).oxigraph)


def test_a_statement_names_up_to_three_articles():
    articles = [signing(US, TALIBAN, published=f"2020-03-0{day}") for day in range(1, 6)]
    (each,) = [each for each in said(stored(*articles).oxigraph) if each.value == "Q30"]
    assert [source.published for source in each.sources] == ["2020-03-01", "2020-03-02", "2020-03-03"]


def officed(person: str, *claims, status: str = "held", published: str = "2021-02-01"):
    spoken = told("x", "statement", person, role="speaker", status="occurred")
    role = Role(person, "secretary of state", 0, 5, US, status, STATE_SECRETARY)
    return t.extraction(spoken, *claims, roles=[role], published=published)


def appointed(person: str, day: str, **slots):
    return told("a", "appointment", person, role="appointee", when=day, confidence=0.9, **slots)


def offices(store: Store) -> list[tuple[object, ...]]:
    return [(*each.main, *each.qualifiers) for each in said(store.oxigraph) if each.says == "P39"]


def test_an_office_that_the_authority_does_not_give_its_holder_is_a_statement(tmp_path: Path):
    file = tmp_path / "a.json"
    file.write_text(
        json.dumps(
            {
                "url": "https://paper.example/a",
                "title": "Talks",
                "language": "en",
                "published": "2020-03-01T10:00:00Z",
                "text": "The foreign minister of Afghanistan, Ashraf Ghani, met Sergey Lavrov, the Russian foreign minister, in Moscow.",
            }
        ),
        "utf-8",
    )
    store = Store.memory()
    run.build([file], store)
    found = [each for each in said(store.oxigraph) if each.says == "P39"]
    ghani = authority.load().entry("person/ashraf-ghani")
    (each,) = [each for each in found if each.item == ghani.wikidata]
    assert each.value in {term.office_id for _, term in authority.load().holders("foreign_minister", "AF", None)}
    assert not any(term.office_id == each.value for term in ghani.tenures)
    assert each in lacking(found, Sources()), "the authority does not know it"
    assert "Q58217" not in {one.item for one in lacking(found, Sources())}, "what is known there is not written again"
    line = next(line for line in written(found, date(2026, 3, 1)).splitlines() if line.startswith(each.item))
    assert 'S854\t"https://paper.example/a"' in line
    assert line.endswith("S813\t+2026-03-01T00:00:00Z/11")


@pytest.mark.parametrize("status", ["acting", "designate", "successor", "future"])
def test_an_office_for_a_time_or_not_yet_is_no_statement(status: str):
    assert not offices(stored(officed(POMPEO, status=status)))


TRUMP_ITEM, POMPEO_ITEM = "Q22686", "Q473239"


def test_an_office_carries_the_days_that_its_article_tells():
    assert offices(stored(officed(TRUMP))) == [(TRUMP_ITEM, "P39", STATE_SECRETARY)]
    begun = stored(officed(TRUMP, appointed(TRUMP, "2021-01-26")))
    assert offices(begun) == [(TRUMP_ITEM, "P39", STATE_SECRETARY, ("P580", "2021-01-26"))]
    ended = told("r", "resignation", TRUMP, role="resigning", when="2021-02-01", confidence=0.9)
    assert offices(stored(officed(TRUMP, ended, status="former"))) == [
        (TRUMP_ITEM, "P39", STATE_SECRETARY, ("P582", "2021-02-01"))
    ]


@pytest.mark.parametrize(
    "article",
    [
        officed(TRUMP, appointed(TRUMP, "2021-01")),
        officed(TRUMP, appointed(TRUMP, "2021-01-26", status="planned")),
        officed(TRUMP, appointed(POMPEO, "2021-01-26")),
        officed(TRUMP, appointed(TRUMP, "2021-01-26"), status="former"),
    ],
    ids=["a month", "planned", "another person", "formerly in office"],
)
def test_a_day_that_is_not_that_of_the_term_is_left_out(article):
    assert offices(stored(article)) == [(TRUMP_ITEM, "P39", STATE_SECRETARY)]


def test_articles_that_differ_on_the_day_give_none():
    store = stored(
        officed(TRUMP, appointed(TRUMP, "2021-01-26")),
        officed(TRUMP, appointed(TRUMP, "2021-01-20"), published="2021-02-03"),
    )
    assert offices(store) == [(TRUMP_ITEM, "P39", STATE_SECRETARY)]


def test_an_office_to_come_is_no_office():
    assert not offices(stored(officed(TRUMP, status="future")))


def test_who_took_part_in_an_event_that_is_an_item_participated():
    one = t.extraction(told("m", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21", confidence=0.9))
    store = stored(one)
    assert not said(store.oxigraph)
    decide.judge(store, iri.part(one.article.id, "event", "m"), "Q77", "same", by="Ana", when=NOW)
    found = {each.main: each.qualifiers for each in said(store.oxigraph)}
    on = (("P585", "2020-11-21"),)
    assert found == {
        ("Q77", "P710", POMPEO_ITEM): (),
        ("Q77", "P710", "Q900000001"): (),
        (POMPEO_ITEM, "P1344", "Q77"): on,
        ("Q900000001", "P1344", "Q77"): on,
    }


def test_a_joined_actor_speaks_for_the_one_that_stands_for_it():
    one = t.extraction(
        told("m", "meeting", "local/person/mr-pompeo", TALIBAN, place=DOHA, when="2020-11-21", confidence=0.9)
    )
    store = stored(one)
    decide.judge(store, "local/person/mr-pompeo", POMPEO, "same", by="Ana", when=NOW)
    decide.judge(store, iri.part(one.article.id, "event", "m"), "Q77", "same", by="Ana", when=NOW)
    assert ("Q77", "P710", POMPEO_ITEM) in mains(said(store.oxigraph))


# ---------------------------------------------------------------- what items lack


@pytest.fixture
def sources(wikidata_endpoint: str, tmp_path: Path) -> Sources:  # noqa: F811
    return Sources(Wikidata(wikidata_endpoint, cache=tmp_path, days=0))


def test_what_an_item_has_is_not_said_again(sources: Sources):
    found = said(stored(signing(US, TALIBAN, QA)).oxigraph)
    assert mains(lacking(found, sources)) == {("Q900000002", "P1891", "Q846")}


def test_a_term_that_an_item_has_is_given_the_day_that_it_lacks(sources: Sources):
    def new(item: str, *days: tuple[str, str]) -> list[tuple[tuple[str, str], ...]]:
        return [each.qualifiers for each in lacking([Statement(item, "P39", STATE_SECRETARY, days)], sources)]

    assert new(POMPEO_ITEM) == []
    assert new(POMPEO_ITEM, ("P580", "2018-04-26"), ("P582", "2021-01-20")) == []
    assert new("Q324546", ("P580", "2025-01-21"), ("P582", "2029-01-20")) == [(("P582", "2029-01-20"),)]
    assert new(TRUMP_ITEM, ("P580", "2017-01-20")) == [(("P580", "2017-01-20"),)]


def test_offline_the_authority_says_which_offices_are_known():
    known, unknown = Statement(POMPEO_ITEM, "P39", STATE_SECRETARY), Statement(TRUMP_ITEM, "P39", STATE_SECRETARY)
    assert lacking([known, unknown], Sources()) == [unknown]


def test_a_service_that_fails_is_no_reason_to_say_everything_again(tmp_path: Path):
    from kg.errors import EndpointError

    with Faults(Reply(status=403)) as faults, pytest.raises(EndpointError):
        lacking([Statement("Q1", "P39", "Q2")], Sources(Wikidata(faults.endpoint, cache=tmp_path)))


# ---------------------------------------------------------------- commands


def test_a_command_has_qualifiers_references_and_days_at_their_precision():
    source = Source("https://paper.example/a", "2020-03-01", "Signed", "en")
    other = Source("https://other.example/b")
    each = Statement("Q1", "P39", "Q2", (("P580", "2018-04"), ("P582", "2021")), (source, other))
    fields = written([each], date(2026, 3, 1)).rstrip("\n").split("\t")
    assert fields == [
        "Q1", "P39", "Q2", "P580", "+2018-04-00T00:00:00Z/10", "P582", "+2021-00-00T00:00:00Z/9",
        "S854", '"https://paper.example/a"', "S1476", 'en:"Signed"', "S577", "+2020-03-01T00:00:00Z/11", "S813", "+2026-03-01T00:00:00Z/11",
        "!S854", '"https://other.example/b"', "S813", "+2026-03-01T00:00:00Z/11",
    ]  # fmt: skip


FIELD = re.compile(r'Q\d+|!?[PS]\d+|\+[\d-]+T00:00:00Z/\d+|(?:[a-z]{2}:)?"[^"\t\n|]*"')


@given(st.text(min_size=1), st.text())
def test_no_address_and_no_title_ends_a_field_early(tail: str, title: str):
    source = Source("https://paper.example/" + tail.encode("utf-8", "replace").decode(), "2020-03-01", title, "fr")
    (line, end) = written([Statement("Q1", "P1891", "Q2", (), (source,))], date(2026, 3, 1)).split("\n")
    assert not end
    assert all(FIELD.fullmatch(field) for field in line.split("\t")), line


# ---------------------------------------------------------------- the command line


def test_an_export_asks_the_service_and_writes_what_is_new(
    cli, own_store: Path, wikidata_endpoint: str, tmp_path: Path  # noqa: F811
):  # fmt: skip
    file = tmp_path / "news.qs"
    done = cli("export", own_store, "-o", file, "--endpoint", wikidata_endpoint)
    assert done.exit_code == 0, done.output
    lines = file.read_text("utf-8").splitlines()
    assert f"{len(lines)} of them new" in done.stderr
    assert lines
    assert all(FIELD.fullmatch(field) for line in lines for field in line.split("\t"))
    assert all("\tS854\t" in line and "\tS813\t" in line for line in lines)


def test_an_export_offline_asks_nobody(cli, own_store: Path, tmp_path: Path):
    done = cli("export", own_store, "-o", tmp_path / "news.qs", "--offline", "--endpoint", "http://127.0.0.1:9/none")
    assert done.exit_code == 0, done.output


def test_an_export_that_cannot_ask_writes_nothing(cli, own_store: Path, tmp_path: Path):
    with Faults(Reply(status=403)) as faults:
        done = cli("export", own_store, "-o", tmp_path / "news.qs", "--endpoint", faults.endpoint)
    assert done.exit_code == 1
    assert faults.endpoint in done.stderr
    assert not (tmp_path / "news.qs").exists()
