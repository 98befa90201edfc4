"""Verbs that ask or change a store: query, queries, why, stats, check, export, remove."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import iri, query
from kg.store import Store

FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ttl": ox.RdfFormat.TURTLE,
}


def lines(result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


# ---------------------------------------------------------------- query


def test_a_question_by_name_from_a_file_and_as_sparql_gives_the_same(cli, few_store: Path, tmp_path: Path):
    named = lines(cli("query", few_store, "articles"))
    text = query.named()["articles"].text
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    assert named
    assert lines(cli("query", few_store, tmp_path / "mine.rq")) == named
    assert lines(cli("query", few_store, text)) == named
    assert lines(cli("query", few_store, "-", input=text)) == named


def test_a_parameter_narrows_and_two_values_of_it_widen(cli, few_store: Path):
    ask = "SELECT DISTINCT ?code ?x { ?x a dk:Country ; dk:countryCode ?code } ORDER BY ?code"
    one = lines(cli("query", few_store, ask, "-p", "code", "US"))
    both = lines(cli("query", few_store, ask, "-p", "code", "US", "-p", "code", "AF"))
    assert [row["code"] for row in one] == ["US"]
    assert [row["code"] for row in both] == ["AF", "US"]


@pytest.mark.parametrize("name", sorted(query.named()))
def test_the_example_of_each_question_can_be_asked(cli, few_store: Path, name: str):
    import shlex

    for example in query.named()[name].examples or [""]:
        done = cli("query", few_store, name, *shlex.split(example), "--csv")
        assert done.exit_code == 0 or "nothing in the store is called" in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("no-such-question", "Questions: "),
        ("SELECT ?x { ?x a ", "SPARQL, line 1: { is not closed"),
        ("SELECT ?x { SERVICE <http://localhost/> { ?x ?y ?z } }", "another server"),
        ("DELETE WHERE { ?s ?p ?o }", "changes the store"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(cli, few_store: Path, question: str, says: str):
    done = cli("query", few_store, question)
    assert done.exit_code == 1
    assert says in done.stderr
    assert not done.stdout


def test_an_answer_without_rows_says_so(cli, few_store: Path):
    done = cli("query", few_store, "SELECT ?x { ?x a dk:Nothing }")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "No rows.\n")


def test_queries_lists_every_question_with_what_it_asks(cli):
    listed = lines(cli("queries"))
    assert {row["name"] for row in listed} == set(query.named())
    assert all(row["asks"] and row["example"] for row in listed)


# ---------------------------------------------------------------- why


@pytest.mark.parametrize(
    "thing", ["Mike Pompeo", "person/mike-pompeo", "https://w3id.org/diplokg/id/person/mike-pompeo", "mike pompeo"]
)
def test_why_finds_a_thing_by_name_id_and_iri(cli, few_store: Path, thing: str):
    assert lines(cli("why", few_store, thing)) == lines(
        cli("why", few_store, "<https://w3id.org/diplokg/id/person/mike-pompeo>")
    )


def test_why_tells_sentence_article_date_speaker_rule_and_confidence(cli, few_store: Path, few: list[Path]):
    texts = [each["text"] for path in few for each in lines(cli("load", path))]
    told = lines(cli("why", few_store, "country/US"))
    assert told
    for row in told:
        assert any(row["sentence"] in text for text in texts)
        assert row["title"]
        assert row["source"]
        assert row["published"][:2] == "20"
    claims = [row for row in told if "/claim/" in row["said"]]
    assert claims
    assert all(row["speaker"] and row["rule"] and 0 < row["confidence"] <= 1 for row in claims)


def test_why_of_an_event_tells_every_claim_about_it(cli, few_store: Path):
    ask = "SELECT ?event (COUNT(DISTINCT ?claim) AS ?n) { ?claim a dk:Claim ; dk:aboutEvent ?event } GROUP BY ?event ORDER BY DESC(?n) ?event LIMIT 1"
    most = lines(cli("query", few_store, ask))[0]
    told = {row["said"] for row in lines(cli("why", few_store, most["event"])) if "/claim/" in row["said"]}
    assert len(told) == most["n"]


def test_why_of_a_claim_is_its_own_evidence(cli, few_store: Path):
    claim = lines(cli("query", few_store, "SELECT ?claim { ?claim a dk:Claim } ORDER BY ?claim LIMIT 1"))[0]["claim"]
    told = lines(cli("why", few_store, claim))
    assert {row["said"] for row in told} == {claim}
    assert lines(cli("why", few_store, claim.removeprefix("https://w3id.org/diplokg/"))) == told


def test_why_of_a_name_that_several_bear_lists_them(cli, few_store: Path, tmp_path: Path):
    store = tmp_path / "two.kg"
    with Store.open(store, create=True) as opened:
        label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
        quads = [
            ox.Quad(ox.NamedNode(iri.entity(id_)), label, ox.Literal("Georgia"), ox.NamedNode(iri.graph("authority")))
            for id_ in ("country/GE", "state/US-GA")
        ]
        opened.replace(iri.graph("authority"), quads)
    done = cli("why", store, "Georgia")
    assert done.exit_code == 1
    assert "2 things are called so: Georgia (country/GE); Georgia (state/US-GA). Give the id of one." in done.stderr


def test_why_of_nothing_known_names_what_comes_near(cli, few_store: Path):
    done = cli("why", few_store, "Mike Pompoe")
    assert done.exit_code == 1
    assert "Mike Pompeo" in done.stderr


def test_the_table_of_why_can_be_read(cli, few_store: Path):
    table = cli("why", few_store, "Mike Pompeo", "--table").stdout
    assert "sentence" in table.splitlines()[0]
    assert "https://" not in table


# ---------------------------------------------------------------- stats, check


def test_stats_count_what_is_there(cli, few_store: Path, few: list[Path]):
    found = lines(cli("stats", few_store))[0]
    with Store.read(few_store) as store:
        assert found["quads"] == len(store)
        assert found["articles"] == len(store.articles()) == len(few)
    assert found["languages"] == 2
    assert 0 < found["actors_with_wikidata_id"] <= found["actors"]
    assert 0 < found["events"] <= found["claims"] < found["mentions"]
    assert found["agreements"] >= 1
    assert found["left_out"] == 0


def test_that_nothing_was_left_out_is_said(cli, few_store: Path):
    done = cli("stats", few_store, "--left-out")
    assert (done.stdout, done.stderr) == ("", "Nothing was left out.\n")


def test_check_finds_nothing_in_what_was_built(cli, few_store: Path):
    done = cli("check", few_store, "--no-shacl")
    assert (done.exit_code, done.stdout) == (0, ""), done.stdout
    assert done.stderr.startswith("No violation in ")


def test_check_names_a_fault_and_exits_with_1(cli, own_store: Path):
    with Store.open(own_store) as store:
        graph = next(graph for graph in store.graphs() if "article-" in graph)
        kept = [quad for quad in store.quads(graph) if not quad.predicate.value.endswith("#confidence")]
        store.replace(graph, kept)
    done = cli("check", own_store, "--no-shacl", "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.exit_code == 1
    assert rows
    assert all(row["rule"] and row["subject"] and row["message"] for row in rows)
    assert f"{len(rows)} violation" in done.stderr


# ---------------------------------------------------------------- export, remove


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_export_holds_what_the_store_holds(cli, few_store: Path, suffix: str, tmp_path: Path):
    file = tmp_path / f"out.{suffix}"
    assert cli("export", few_store, "-o", file).exit_code == 0
    read = list(ox.parse(path=str(file), format=FORMATS[suffix]))
    with Store.read(few_store) as store:
        quads = set(ox.parse(store.dump(), ox.RdfFormat.N_QUADS))
    if suffix == "ttl":
        assert {quad.triple for quad in read} == {quad.triple for quad in quads}
        assert len(read) == len({quad.triple for quad in quads})
    else:
        assert set(read) == quads


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_store_gives_the_same_file(shell, few_store: Path, suffix: str, tmp_path: Path):
    files = [tmp_path / f"{number}.{suffix}" for number in range(2)]
    for file in files:
        assert shell("export", few_store, "-o", file).returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_an_unknown_suffix_names_those_at_hand(cli, few_store: Path, tmp_path: Path):
    done = cli("export", few_store, "-o", tmp_path / "out.docx")
    assert done.exit_code == 1
    assert ".docx" in done.stderr
    assert ".nq" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_removed_article_leaves_nothing_behind(cli, own_store: Path, few: list[Path], tmp_path: Path):
    with Store.read(own_store) as store:
        first, *_ = store.articles()
    done = cli("remove", own_store, f"https://w3id.org/diplokg/article/{first}")
    assert done.stdout == f"{own_store}: 1 removed, {len(few) - 1} left.\n"
    with Store.read(own_store) as store:
        assert first not in store
        left = store.dump()
    others = [path for path in few if lines(cli("load", path))[0]["id"] != first]
    cli("build", tmp_path / "others.kg", *others)
    with Store.read(tmp_path / "others.kg") as store:
        assert left == store.dump(), "as if it had never been there"


def test_to_remove_what_is_not_there_changes_nothing(cli, own_store: Path):
    with Store.read(own_store) as store:
        first, before = store.articles()[0], store.dump()
    done = cli("remove", own_store, first, "0123456789abcdef")
    assert done.exit_code == 1
    assert "0123456789abcdef" in done.stderr
    with Store.read(own_store) as store:
        assert store.dump() == before


KINDS = {
    "an event": "?thing a dk:Event",
    "an agreement": "?thing a dk:Agreement",
    "a commitment": "?thing a dk:Commitment",
    "an actor": "?event sem:hasActor ?thing",
    "a place": "?event sem:hasPlace ?thing",
    "a judgement": "?thing a dk:Judgement",
    "a step": "?thing a dk:Step",
    "a claim": "?thing dk:aboutEvent ?event ; dk:articleCount ?number",
}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_consolidated_leads_to_sentences_and_says_how_many_sources(cli, sample_store, kind: str) -> None:
    asked = f"SELECT DISTINCT ?thing {{ GRAPH graph:consolidated {{ {KINDS[kind]} }} }} ORDER BY ?thing LIMIT 3"
    with Store.read(sample_store) as store:
        things = [row["thing"] for row in query.answer(store.oxigraph, asked).dicts()]
    assert things
    for thing in things:
        done = cli("why", sample_store, thing)
        assert done.exit_code == 0, done.output
        assert all(row["sentence"] for row in lines(done) if "sentence" in row), thing
        assert "independent source" in done.stderr


def test_a_joined_event_shows_each_judgement_with_its_rule_its_reason_and_what_both_reports_say(
    cli, sample_store
) -> None:
    with Store.read(sample_store) as store:
        judged = list(query.answer(store.oxigraph, "judgements", {"finding": "same"}).dicts())
        event = next(row["thing"] for row in judged if "/event/" in row["thing"])
    shown = [row for row in lines(cli("why", sample_store, event)) if "reason" in row]
    assert {row["said"] for row in shown} == {row["judgement"] for row in judged if row["thing"] == event}
    for row in shown:
        assert row["rule"]
        assert row["reason"]
        assert row["one_says"]
        assert row["other_says"]
        assert row["one_in"] != row["other_in"]
