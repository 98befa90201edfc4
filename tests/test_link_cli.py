"""`kg link` from the command line: what is linked, what stays a candidate, and that nothing else changes."""

import csv
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from serving import FIXTURE, Faults, Reply, oxigraph, wikidata_endpoint  # noqa: F401 - a fixture

from kg import iri, judgements
from kg.store import Store
from kg.vocab import DK, LINKING_STATUSES, SKOS

MORE = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
wd:Q900000707 rdfs:label "Rarotonga Protocol on Lagoons"@en, "protocole de Rarotonga sur les lagons"@fr ;
    wdt:P31 wd:Q131569 ; wdt:P585 "2011-05-17T00:00:00Z"^^xsd:dateTime .
"""
"""An agreement that no table has."""
TALIBAN = "armedgroup/taliban"
DOHA = "agreement/agreement-for-bringing-peace-to-afghanistan-doha-agreement-2"


@pytest.fixture(autouse=True)
def _own_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep no answer from one test to the next; the compiled authority stays where it is."""
    monkeypatch.setattr("kg.link.wikidata.folder", lambda: tmp_path / "answers")


def lines(done) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def held(store: Path, thing: str, predicate: str) -> set[str]:
    with Store.read(store) as opened:
        quads = opened.oxigraph.quads_for_pattern(ox.NamedNode(iri.entity(thing)), ox.NamedNode(predicate), None, None)
        return {quad.object.value for quad in quads}


@pytest.mark.parametrize(
    ("verb", "able"), [("link", True), ("export -o news.qs", True), ("authority update --office envoy", False)]
)
def test_where_a_service_turns_us_away_the_way_without_it_is_named_if_there_is_one(
    cli, own_store: Path, verb: str, able: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    first, *options = verb.split()
    given = (first, *options, "--into", tmp_path) if first == "authority" else (first, own_store, *options)
    with Faults(Reply(status=403)) as faults:
        done = cli(*given, "--endpoint", faults.endpoint)
    assert done.exit_code == 1
    assert done.stderr.endswith("Or ask nobody, with --offline.\n") == able


def test_offline_the_taliban_and_the_doha_agreement_stay_unlinked(cli, own_store: Path):
    done = cli("link", own_store, "--offline")
    assert not {TALIBAN, DOHA} & {row["thing"].removeprefix(iri.ENTITY) for row in lines(done)}
    for thing in (TALIBAN, DOHA):
        assert held(own_store, thing, DK.linkingStatus) == {LINKING_STATUSES["unlinked"]}
        assert not held(own_store, thing, SKOS.exactMatch)


def test_a_query_service_that_has_them_gets_them_linked(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    done = cli("link", own_store, "--endpoint", wikidata_endpoint)
    rows = {row["thing"].removeprefix(iri.ENTITY): row for row in lines(done)}
    assert (rows[TALIBAN]["status"], rows[TALIBAN]["item"]) == ("linked", "Q900000001")
    assert (rows[DOHA]["status"], rows[DOHA]["item"]) == ("linked", "Q900000002")
    assert held(own_store, TALIBAN, SKOS.exactMatch) == {iri.wikidata("Q900000001")}
    assert held(own_store, DOHA, SKOS.exactMatch) == {iri.wikidata("Q900000002")}
    assert cli("check", own_store, "--no-shacl").exit_code == 0
    assert " linked, " in done.stderr


def test_agreements_and_organisations_come_by_update_and_what_bears_a_known_name_is_left_to_a_link(
    cli,
    own_store: Path,
    tmp_path: Path,
    wikidata_endpoint: str,  # noqa: F811
):
    into, extra = tmp_path / "own", tmp_path / "more.ttl"
    extra.write_text(MORE, "utf-8")
    with oxigraph(FIXTURE, extra) as endpoint:
        asks = ("--organisations", "--agreements", "--since", "2000", "--into", into, "--endpoint", endpoint)
        done = cli("authority", "update", *asks, "--json")
    namesakes = {row["item"] for row in lines(done) if row["kind"] == "namesake"}
    assert {"Q900000001", "Q900000002"} <= namesakes, "Taliban and Doha agreement: a name is no reason for an id"
    types = {row["type"] for row in csv.DictReader((into / "things.csv").read_text("utf-8").splitlines())}
    assert {"Agreement", "IntergovernmentalOrganization"} <= types
    assert cli("authority", "check", "--into", into).exit_code == 0
    shown = lines(cli("authority", "show", "Doha Agreement", "--into", into, "--json"))
    assert not any(row["wikidata"] == "Q900000002" for row in shown)
    cli("link", own_store, "--offline")
    assert not held(own_store, DOHA, SKOS.exactMatch)
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    assert held(own_store, DOHA, SKOS.exactMatch) == {iri.wikidata("Q900000002")}
    assert held(own_store, TALIBAN, SKOS.exactMatch) == {iri.wikidata("Q900000001")}


def test_a_link_is_on_record_with_who_when_score_and_hash(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    cli("link", own_store, "--endpoint", wikidata_endpoint, "--type", "organization")
    with Store.read(own_store) as store:
        (made,) = [each for each in judgements.read(store.oxigraph) if each.thing == iri.entity(TALIBAN)]
    assert made.verdict == "same"
    assert made.by.name == "kg link"
    assert made.by.version
    assert made.score is not None
    assert made.score > 0.95
    assert len(made.answer) == 64
    assert made.asked is not None
    assert made.asked <= made.last
    assert "country" in made.why


def test_a_link_is_undone_by_a_person_and_not_made_again(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    assert cli("judge", own_store, TALIBAN, "Q900000001", "different", "--by", "Ana").exit_code == 0
    for _ in range(2):
        assert held(own_store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["unlinked"]}
        again = cli("link", own_store, "--endpoint", wikidata_endpoint)
        assert TALIBAN not in {row["thing"].removeprefix(iri.ENTITY) for row in lines(again)}


def test_links_survive_a_rebuild_and_removal(cli, own_store: Path, few: list[Path], wikidata_endpoint: str):  # noqa: F811
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    before = Store.read(own_store).dump()
    assert cli("build", own_store, *few).exit_code == 0
    assert Store.read(own_store).dump() == before
    with Store.read(own_store) as store:
        gone = store.articles()[:2]
    cli("remove", own_store, *gone)
    assert held(own_store, TALIBAN, SKOS.exactMatch) == {iri.wikidata("Q900000001")}


def test_to_link_again_changes_nothing(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    before = Store.read(own_store).dump()
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    assert Store.read(own_store).dump() == before


def test_a_dry_run_records_nothing(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    before = Store.read(own_store).dump()
    done = cli("link", own_store, "--endpoint", wikidata_endpoint, "--dry-run")
    assert len(lines(done)) >= 2
    assert "nothing recorded" in done.stderr
    assert Store.read(own_store).dump() == before


def test_below_the_threshold_candidates_stay_with_their_scores(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    cli("link", own_store, "--endpoint", wikidata_endpoint, "--threshold", "1")
    assert held(own_store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["candidate"]}
    assert held(own_store, TALIBAN, SKOS.closeMatch) == {iri.wikidata("Q900000001")}
    assert cli("check", own_store, "--no-shacl").exit_code == 0
    with Store.read(own_store) as store:
        (made,) = [each for each in judgements.read(store.oxigraph) if each.thing == iri.entity(TALIBAN)]
    assert (made.verdict, made.score is not None) == ("unsure", True)
    cli("link", own_store, "--endpoint", wikidata_endpoint)
    assert held(own_store, TALIBAN, DK.linkingStatus) == {LINKING_STATUSES["linked"]}, "a later run may be surer"


def test_type_and_limit_narrow_what_is_looked_for(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    found = lines(cli("link", own_store, "--endpoint", wikidata_endpoint, "--type", "agreement", "--dry-run"))
    assert {row["type"] for row in found} == {"agreement"}
    told = cli("link", own_store, "--endpoint", wikidata_endpoint, "--limit", "1", "--dry-run").stderr
    assert sum(int(word) for word in told.replace(":", " ").split() if word.isdigit()) == 1


FAULTS = {
    "down": Reply(status=500),
    "forbidden": Reply(status=403),
    "a page": Reply(b"<html>busy</html>", type="text/html"),
    "cut": Reply(b'{"head": {"vars": ["item", "name"]}, "results": {"bindings": []}}', cut=20),
    "hung up": Reply(hang_up=True),
    "another question": Reply(b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_service_that_fails_is_told_in_one_line_and_the_store_is_as_before(
    cli, own_store: Path, fault: Reply, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    before = Store.read(own_store).dump()
    with Faults(fault) as faults:
        done = cli("link", own_store, "--endpoint", faults.endpoint)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {faults.endpoint}")
    assert done.stderr.count("\n") == 1
    assert Store.read(own_store).dump() == before


@pytest.mark.parametrize(
    ("options", "status"),
    [(["--threshold", "0"], 2), (["--threshold", "1.5"], 2), (["--type", "picnic"], 2), (["--linker", "nobody"], 1), (["--endpoint", "x"], 1)],
)  # fmt: skip
def test_a_wrong_option_is_told(cli, own_store: Path, options: list[str], status: int):
    done = cli("link", own_store, *options)
    assert done.exit_code == status
    assert "Error" in done.stderr


def test_the_table_can_be_read(cli, own_store: Path, wikidata_endpoint: str):  # noqa: F811
    table = cli("link", own_store, "--endpoint", wikidata_endpoint, "--dry-run", "--table").stdout
    assert "Q900000001" in table
    assert "https://" not in table
