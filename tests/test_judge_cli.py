"""`kg judge` and `kg review` from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg import decide, iri, judgements
from kg.judgements import Agent, Judgement, Rulings
from kg.review import COLUMNS
from kg.store import Store

TALIBAN, POMPEO = "armedgroup/taliban", "person/mike-pompeo"


def lines(done) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def made(store: Path) -> list[Judgement]:
    with Store.read(store) as opened:
        return judgements.read(opened.oxigraph)


def two_events(cli, store: Path) -> list[str]:
    """Return two events of different kinds, so that no rule joins them."""
    ask = "SELECT (MIN(STR(?event)) AS ?one) { GRAPH graph:consolidated { ?event sem:eventType ?type } } GROUP BY ?type ORDER BY ?type LIMIT 2"
    return [row["one"].removeprefix(iri.ENTITY) for row in lines(cli("query", store, ask))]


# ---------------------------------------------------------------- judge


def test_a_judgement_says_what_came_of_it_and_what_it_replaced(cli, own_store: Path):
    one, other = two_events(cli, own_store)
    first = cli("judge", own_store, one, other, "same", "--by", "Ana", "--why", "seen both")
    assert first.exit_code == 0
    assert "They are now event/" in first.stdout
    assert first.stderr == ""
    second = cli("judge", own_store, one, other, "different", "--by", "Bo")
    assert "Ana's 'same'" in second.stderr
    assert [each.verdict for each in made(own_store)] == ["same", "different"]
    assert cli("check", own_store, "--no-shacl").exit_code == 0


def test_an_item_of_another_and_a_second_item_are_warned_of(cli, own_store: Path):
    from kg import authority

    known = authority.load()
    baradar, pompeo = (known.entry(each).wikidata for each in ("person/abdul-ghani-baradar", POMPEO))
    done = cli("judge", own_store, POMPEO, baradar, "same", "--by", "Ana")
    assert f"{baradar} is the id of person/abdul-ghani-baradar already" in done.stderr
    assert f"{POMPEO} has the id {pompeo} already" in done.stderr


def test_who_judges_is_by_default_the_user(cli, own_store: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kg.cli.who._in_git", lambda: "")
    monkeypatch.setattr("kg.cli.who._on_machine", lambda: "the user")
    cli("judge", own_store, TALIBAN, "Q1", "same")
    monkeypatch.setattr("kg.cli.who._in_git", lambda: "as in git")
    cli("judge", own_store, TALIBAN, "Q2", "same")
    assert [each.by for each in made(own_store)] == [Agent("the user"), Agent("as in git")]
    assert all(each.last.utcoffset() is not None for each in made(own_store))


def test_the_name_of_the_user_is_known_on_this_machine():
    from kg.cli.who import who

    assert who("Ana") == "Ana"
    assert who("")


def test_a_judgement_outlives_build_and_remove(cli, own_store: Path, few: list[Path]):
    one, other = two_events(cli, own_store)
    cli("judge", own_store, one, other, "same", "--by", "Ana")
    before = Store.read(own_store).dump()
    cli("build", own_store, *few)
    assert Store.read(own_store).dump() == before
    with Store.read(own_store) as store:
        every = store.articles()
    cli("remove", own_store, *every)
    assert [each.verdict for each in made(own_store)] == ["same"]
    cli("build", own_store, *reversed(few))
    assert Store.read(own_store).dump() == before


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ((POMPEO, "city/doha", "same"), 1, "cannot be the same"),
        (("nobody at all", POMPEO, "same"), 1, "nobody at all"),
        ((TALIBAN, "Q1", "perhaps"), 2, "perhaps"),
        ((TALIBAN,), 2, "Missing"),
    ],
)
def test_what_cannot_be_judged_is_told_and_the_store_is_as_before(
    cli, own_store: Path, arguments, status: int, says: str
):
    before = Store.read(own_store).dump()
    done = cli("judge", own_store, *arguments)
    assert done.exit_code == status
    assert says in done.stderr
    assert Store.read(own_store).dump() == before


def test_a_store_is_not_made_by_judging(cli, tmp_path: Path):
    assert cli("judge", tmp_path / "none.kg", "a", "b", "same").exit_code == 1
    assert not (tmp_path / "none.kg").exists()


def test_judgements_are_exported_and_read_into_another_store(cli, own_store: Path, few_store: Path, tmp_path: Path):
    one, other = two_events(cli, own_store)
    cli("judge", own_store, one, other, "same", "--by", "Ana")
    file = tmp_path / "out.nq"
    cli("export", own_store, "-o", file)
    import shutil

    theirs = Path(shutil.copytree(few_store, tmp_path / "theirs.kg"))
    done = cli("review", theirs, "--read", file)
    assert "1 judgement recorded (1 same)" in done.stdout
    assert Store.read(theirs).dump() == Store.read(own_store).dump()


# ---------------------------------------------------------------- review


def rows(done) -> list[dict[str, str]]:
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_review_shows_the_most_uncertain_first_with_sentences(cli, own_store: Path):
    cli("judge", own_store, TALIBAN, "Q1", "unsure", "--by", "Ana")
    cli("judge", own_store, TALIBAN, "Q2", "same", "--by", "Ana")
    cli("judge", own_store, TALIBAN, "Q2", "different", "--by", "Bo")
    found = rows(cli("review", own_store, "--csv"))
    assert tuple(found[0]) == COLUMNS
    assert [row["kind"] for row in found[:2]] == ["contested", "unsure"]
    doubts = [float(row["doubt"]) for row in found]
    assert doubts == sorted(doubts, reverse=True)
    assert {row["kind"] for row in found} >= {"join"}
    assert "Ana" in found[0]["said"]
    assert "Bo" in found[0]["said"]
    assert all(row["sentence"] for row in found)
    assert all(not row["decision"] for row in found)


def test_review_of_links_is_nearest_to_the_threshold_first(cli, own_store: Path):
    by = Agent("kg link", "1")
    from datetime import UTC, datetime

    with Store.open(own_store) as store:
        for number, score in enumerate((0.1, 0.94, 0.5)):
            now = datetime(2026, 1, 1, tzinfo=UTC)
            each = Judgement.on(
                iri.entity(TALIBAN), iri.wikidata(f"Q{number + 1}"), "unsure", by, now, "x: y", score=score
            )
            decide.record(store, [each])
    found = rows(cli("review", own_store, "--csv", "--kind", "link"))
    assert [row["other"] for row in found] == ["Q2", "Q3", "Q1"]
    assert {row["kind"] for row in found} == {"link"}


def test_decisions_are_read_back_and_gone_from_the_list(cli, own_store: Path, tmp_path: Path):
    file = tmp_path / "todo.csv"
    assert cli("review", own_store, "--kind", "join", "--limit", "3", "-o", file).exit_code == 0
    table = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    for row, word in zip(table, ("different", " SAME ", ""), strict=False):
        row["decision"] = word
        row["why"] = "as I read it"
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    done = cli("review", own_store, "--read", file, "--by", "Ana")
    assert done.exit_code == 0, done.output
    decided = {each.pair: each for each in made(own_store)}
    assert sorted(each.verdict for each in decided.values()) == ["different", "same"][: len(decided)]
    assert all(each.by == Agent("Ana") and each.why == "as I read it" for each in decided.values())
    left = {(row["one"], row["other"]) for row in rows(cli("review", own_store, "--csv", "--kind", "join"))}
    for row in table[:2]:
        assert (row["one"], row["other"]) not in left
    with Store.read(own_store) as store:
        ruled = Rulings(judgements.read(store.oxigraph))
    assert ruled.of(iri.BASE + table[0]["one"], iri.BASE + table[0]["other"]).verdict == "different"


HEAD = "decision,why,one,other\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{HEAD}same,,{TALIBAN},Q1\nmaybe,,{TALIBAN},Q2\n", ["line 3", "maybe"]),
        (f'{HEAD}same,"two\nlines",{TALIBAN},Q1\nsame,,nobody here,Q2\n', ["line 4", "nobody here"]),
        (f"{HEAD}same,,{TALIBAN},\n", ["line 2", "empty"]),
        (f"{HEAD}same,,{POMPEO},city/doha\nsame,,,\nx,,a,b\n", ["line 2", "line 3", "line 4"]),
        (f"{HEAD}same,,{TALIBAN},Q1\ndifferent,,{TALIBAN},Q1\n", ["line 3", "earlier row"]),
        ("one,other\na,b\n", ["decision"]),
        ("", ["decision"]),
        (f'{HEAD}same,"open,{TALIBAN},Q1\n', ["not CSV"]),
    ],
)
def test_a_wrong_row_is_named_with_line_and_reason_and_nothing_is_recorded(
    cli, own_store: Path, tmp_path: Path, text: str, says: list[str]
):
    file = tmp_path / "todo.csv"
    file.write_text(text, "utf-8")
    before = Store.read(own_store).dump()
    done = cli("review", own_store, "--read", file, "--by", "Ana")
    assert done.exit_code == 1
    assert all(each in done.stderr for each in says), done.stderr
    assert Store.read(own_store).dump() == before


@pytest.mark.parametrize(
    "form", ["﻿decision;one;other\r\nsame;{};Q1\r\n", "decision\tone\tother\tby\nsame\t{}\tQ1\tBo\n"]
)
def test_decisions_come_as_spreadsheets_write_them(cli, own_store: Path, tmp_path: Path, form: str):
    file = tmp_path / "todo.csv"
    file.write_text(form.format(TALIBAN), "utf-8", newline="")
    assert cli("review", own_store, "--read", file, "--by", "Ana").exit_code == 0
    (each,) = made(own_store)
    assert each.item == "Q1"
    assert each.by.name == ("Bo" if "by" in form else "Ana")


def test_a_file_in_another_encoding_or_none_is_told(cli, own_store: Path, tmp_path: Path):
    file = tmp_path / "todo.csv"
    file.write_bytes("decision,one,other,why\nsame,a,b,été".encode("latin-1"))
    assert "UTF-8" in cli("review", own_store, "--read", file).stderr
    assert cli("review", own_store, "--read", tmp_path / "none.csv").exit_code == 1
    nothing = tmp_path / "x.nq"
    nothing.write_text("", "utf-8")
    assert "no judgement" in cli("review", own_store, "--read", nothing).stderr


def test_the_table_of_review_shows_names_and_sentences(cli, own_store: Path):
    table = cli("review", own_store, "--table", "--limit", "2").stdout
    assert "sentences" in table.splitlines()[0]
    assert "https://" not in table


@pytest.mark.parametrize("verb", ["judge", "link", "review"])
def test_the_help_ends_in_an_example(cli, verb: str):
    text = cli(verb, "-h").stdout
    assert "Example:" in text
    assert f"kg {verb} news.kg" in text
