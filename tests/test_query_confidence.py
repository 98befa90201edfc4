"""What is seen of a store where only claims that were read surely enough count."""

import json
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from telling import AF, DOHA, GOV_AF, POMPEO, QA, TALIBAN, TRUMP, US, extraction, stored, told, troops

from kg import load, pipeline, query
from kg.errors import InputError
from kg.knowledge import KnowledgeGraph
from kg.model import Extraction
from kg.query import events_of

HERE = Path(__file__).resolve().parent.parent / "data" / "articles"


def made_up() -> list[Extraction]:
    """Return articles in which events stand on weak and strong claims, on both, and across articles."""
    return [
        extraction(
            told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA, confidence=0.9),
            told("a", "meeting", POMPEO, QA, when="2020-11-22", confidence=0.3),
            told("b", "withdrawal", US, quantity=troops(2000.0), due="../2021-01-15", confidence=0.3),
            told("c", "war", AF, TALIBAN, confidence=0.5, part_of="b"),
            told("d", "statement", role="speaker", confidence=0.8),
        ),
        extraction(
            told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA, confidence=0.3, status="planned"),
            told("b", "withdrawal", US, quantity=troops(2000.0), due="../2021-01-15", confidence=0.9),
            published="2020-11-20",
        ),
        extraction(
            told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA, confidence=0.7),
            told("b", "call", TRUMP, GOV_AF, confidence=0.6),
            published="2020-11-23",
        ),
    ]


@cache
def sample() -> list[Extraction]:
    files = sorted((HERE / "en").glob("2020-*"))[:6] + sorted((HERE / "fr").glob("2020-*"))[:6]
    return [pipeline.extract(article) for article in load.articles(files)]


def without(found: Extraction, least: float) -> Extraction:
    """Return an article that makes none of its claims below a confidence."""
    claims = tuple(claim for claim in found.claims if claim.confidence >= least)
    held = {claim.event for claim in claims}
    claims = tuple(replace(claim, part_of=claim.part_of if claim.part_of in held else None) for claim in claims)
    agreements = tuple(
        replace(
            each,
            signing=each.signing if each.signing in held else None,
            commitments=tuple(replace(t, event=t.event if t.event in held else None) for t in each.commitments),
        )
        for each in found.agreements
    )
    return replace(found, claims=claims, agreements=agreements)


OF_THE_AUTHORITY = {"offices-held", "who-held-office"}
"""Questions on what is known beforehand, which rests on no claim."""


def answers(graph: KnowledgeGraph, name: str) -> list[tuple[object, ...]]:
    """Return the rows of a question, each event as the reports that it joins."""
    reports = defaultdict(set)
    for report, event in events_of(graph.store.oxigraph).items():
        reports[event].add(report)
    named = {event: " ".join(sorted(found)) for event, found in reports.items()}
    return sorted((tuple(named.get(str(cell), cell) for cell in row) for row in graph.query(name)), key=repr)


@pytest.mark.parametrize("least", [0.35, 0.5, 0.6, 0.75, 1.0])
@pytest.mark.parametrize("articles", [made_up, sample])
@pytest.mark.parametrize("name", sorted(set(query.named()) - OF_THE_AUTHORITY))
def test_a_question_is_answered_as_if_the_other_claims_had_not_been_read(articles, name: str, least: float) -> None:
    whole, never_read = cached(articles), KnowledgeGraph(stored(*(without(each, least) for each in articles())))
    with whole.surely(least) as seen:
        assert answers(seen, name) == answers(never_read, name)


@cache
def cached(articles) -> KnowledgeGraph:
    return KnowledgeGraph(stored(*articles()))


@pytest.mark.parametrize("articles", [made_up, sample])
@pytest.mark.parametrize("least", [0.5, 0.65])
def test_an_event_keeps_the_iri_by_which_it_is_known(articles, least: float) -> None:
    whole = cached(articles)
    known = set(events_of(whole.store.oxigraph).values())
    with whole.surely(least) as seen:
        kept = set(events_of(seen.store.oxigraph).values())
    assert kept
    assert kept <= known


def test_status_time_and_who_takes_part_follow_from_the_claims_that_are_seen() -> None:
    ask = "SELECT DISTINCT ?label ?status { GRAPH graph:consolidated { ?e a dk:Meeting ; rdfs:label ?label ; dk:eventStatus ?status FILTER(LANG(?label) = 'en') } }"
    with cached(made_up).surely(0.5) as seen:
        labels = [row[0] for row in seen.query(ask)]
    assert labels == [  # Qatar and the 22nd are of a weaker claim
        "meeting (Taliban, Mike Pompeo, Doha, 2020-11-21)"
    ]


def test_the_graph_itself_stays_as_it_is() -> None:
    with KnowledgeGraph(stored(*made_up())) as graph:
        before = graph.store.dump()
        with graph.surely(0.6) as seen:
            assert len(seen.store) < len(graph.store)
        assert graph.store.dump() == before


def test_of_all_claims_it_is_the_same_graph() -> None:
    whole = cached(sample)
    with whole.surely(0) as seen:
        assert seen.store.dump() == whole.store.dump()


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_what_is_no_confidence_is_refused(least: float) -> None:
    with pytest.raises(InputError, match="from 0 to 1"):
        cached(made_up).surely(least)


def test_nothing_is_left_behind(cli, few_store: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = cli("query", few_store, "SELECT ?claim { ?claim a dk:Claim }", "--min-confidence", "0.6")
    assert done.exit_code == 0
    assert done.stdout
    assert not list(tmp_path.iterdir())


def test_query_and_view_see_the_same_claims(cli, few_store: Path, tmp_path: Path) -> None:
    ask = "SELECT (COUNT(?claim) AS ?n) { ?claim a dk:Claim ; dk:confidence ?c FILTER(?c >= 0.6) }"
    wanted = json.loads(cli("query", few_store, ask).stdout)["n"]
    every = "SELECT (COUNT(?claim) AS ?n) { ?claim a dk:Claim }"
    assert json.loads(cli("query", few_store, every, "--min-confidence", "0.6").stdout)["n"] == wanted
    assert 0 < wanted < json.loads(cli("query", few_store, every).stdout)["n"]
    cli("view", few_store, "-o", tmp_path / "n.html", "--min-confidence", "0.6")
    assert f"{wanted} claims" in (tmp_path / "n.html").read_text("utf-8")
