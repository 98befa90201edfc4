"""The user's own authority folder: `kg authority add`, `show` and `check`, and what a store tells of its tables."""

import csv
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import authority, share
from kg.authority import checking, grown, writing
from kg.authority.adding import add, term_fault
from kg.authority.telling import told
from kg.authority.values import Entry, Tenure
from kg.errors import DataError, InputError
from kg.iri import graph

SHIPPED = share.path("data", "authority")


def entry(*tenures: Tenure, rank: int = 0, names: tuple[str, ...] = ("A B",)) -> Entry:
    return Entry("Q1", "A B", "person", rank=rank, names=names, tenures=tenures)


def term(start: str, end: str, office: str = "Minister", office_id: str = "Q2", *, sure: bool = True) -> Tenure:
    return Tenure(office, "foreign_minister", "QA", start, end, sure, office_id)


# ---------------------------------------------------------------- where it is


def test_the_folder_is_the_one_that_is_named_else_one_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("KG_AUTHORITY", str(tmp_path / "named"))
    assert grown.folder() == tmp_path / "named"
    monkeypatch.delenv("KG_AUTHORITY")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert grown.folder() == tmp_path / "diplomatic-kg" / "authority"


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path):
    assert len(authority.load(own=tmp_path / "none")) == len(authority.load())


def test_a_row_of_the_users_own_is_found_in_a_text(tmp_path: Path):
    from kg.authority import words

    add("Sasakawa Peace Foundation", kind="Organization", country="JP", french="Fondation Sasakawa", own=tmp_path)
    known = authority.load(own=tmp_path)
    text = words("Selon la Fondation Sasakawa, des pourparlers reprennent.")
    assert next(hit.ids for hit in known.find(text, "fr")) == ("organization/sasakawa-peace-foundation",)


def test_a_wrong_row_of_the_users_own_is_told_with_its_file(tmp_path: Path):
    (tmp_path / "own.csv").write_text("id,qid,label_en\na,b\n")
    with pytest.raises(DataError, match=r"own\.csv, line 2"):
        authority.load(own=tmp_path)
    (tmp_path / "own.csv").write_text(",".join(writing.OWN) + "\nghost/a,,A,,,Ghost" + "," * 9 + "\n")
    with pytest.raises(DataError, match="unknown type 'Ghost'"):
        authority.load(own=tmp_path)


# ---------------------------------------------------------------- what a later table may change


@pytest.mark.parametrize(
    ("known", "later", "rank", "then"),
    [
        (term("2016", ".."), term("2016-01-27", "2023-03-07"), 0, term("2016", "2023-03-07")),
        (term("2016", ".."), term("2016-01-27", "2023-03-07"), 1, term("2016-01-27", "2023-03-07")),
        (term("2016", "2020"), term("2016-01-27", "2023-03-07"), 0, term("2016", "2020")),
        (term("2016", "2020"), term("2016-01-27", "2023-03-07"), 1, term("2016-01-27", "2023-03-07")),
        (term("2016", "2020"), term("2016", ".."), 1, term("2016", "2020")),
        (term("2016", "..", sure=False), term("2016", ".."), 1, term("2016", "..")),
    ],
)
def test_a_curated_term_keeps_its_dates_and_is_closed_where_it_was_open(
    known: Tenure, later: Tenure, rank: int, then: Tenure
):
    assert grown.refreshed(entry(known, rank=rank), entry(later, rank=1)).tenures == (then,)


def test_a_term_of_another_office_or_start_is_added():
    old = entry(term("2016", "2020"))
    new = entry(term("2021", ".."), term("2016", "2020", office_id="Q3"), names=("A B", "Á B"), rank=1)
    found = grown.refreshed(old, new)
    assert [each.start for each in found.tenures] == ["2016", "2021", "2016"]
    assert (found.names, found.rank) == (("A B", "Á B"), 0)


def test_an_office_without_an_id_is_told_by_its_title():
    old = entry(term("2016", "..", "Envoy", ""))
    assert len(grown.refreshed(old, entry(term("2016", "2017", "envoy", "Q9"))).tenures) == 1
    assert len(grown.refreshed(old, entry(term("2016", "2017", "Mediator", "Q9"))).tenures) == 2


def test_a_name_that_is_a_curated_rows_own_is_not_given_to_another():
    old, new = entry(names=("A B",)), entry(names=("C D", "ru:E F", "G H"), rank=1)
    assert grown.refreshed(old, new, {"c d": "Q7", "e f": "Q8", "g h": "Q1"}).names == ("A B", "G H")


# ---------------------------------------------------------------- add


def test_a_row_is_added_with_its_offices_and_day(tmp_path: Path):
    row, file = add(
        "Rina Amiri",
        kind="Person",
        country="US",
        offices=("Special Envoy for Afghan Women=2021-12/2025-01",),
        source="US Department of State",
        own=tmp_path,
    )
    assert (row["id"], file) == ("person/rina-amiri", tmp_path / "own.csv")
    (tenure,) = authority.load(own=tmp_path).entry("person/rina-amiri").tenures
    assert (tenure.start, tenure.end, tenure.country) == ("2021-12", "2025-01", "US")
    assert len(row["added"]) == 10


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "António Guterres", "kind": "Person"}, "person/antonio-guterres"),
        ({"name": "Antonio GUTERRES", "kind": "Person"}, "person/antonio-guterres"),
        ({"name": "Somebody Else", "kind": "Person", "aliases": ("Sergueï Lavrov",)}, "person/sergey-lavrov"),
        ({"name": "Somebody Else", "kind": "Person", "wikidata": "Q58217"}, "is the id of person/sergey-lavrov"),
        ({"name": "Talibans", "kind": "ArmedGroup"}, "armedgroup/taliban"),
        ({"name": "OTAN", "kind": "IntergovernmentalOrganization"}, "NATO"),
    ],
)
def test_what_is_known_is_not_added_again(tmp_path: Path, given: dict[str, object], says: str):
    with pytest.raises(InputError, match="already") as error:
        add(own=tmp_path, **given)
    assert says in str(error.value)
    assert not (tmp_path / "own.csv").exists()


def test_what_was_added_is_not_added_again_unless_it_is_a_namesake(tmp_path: Path):
    add("Rina Amiri", kind="Person", own=tmp_path)
    with pytest.raises(InputError, match="already"):
        add("Rina Amiri", kind="Person", own=tmp_path)
    row, _ = add("Rina Amiri", kind="Person", own=tmp_path, namesake=True)
    assert row["id"] == "person/rina-amiri-2"
    with pytest.raises(InputError, match="already"):
        add("R. Amiri", kind="Person", wikidata="Q58217", own=tmp_path, namesake=True)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "Wizard"}, "no type"),
        ({"name": "..."}, "no name"),
        ({"name": "a;b"}, "semicolon"),
        ({"name": "a\nb"}, "line end"),
        ({"name": "x" * 201}, "200 characters"),
        ({"aliases": ("a\tb",)}, "not a name"),
        ({"country": "ZZ"}, "no state"),
        ({"country": "France"}, "no state"),
        ({"wikidata": "Q0"}, "no Wikidata id"),
        ({"wikidata": "58217"}, "no Wikidata id"),
        ({"offices": ("Envoy=2020/2019",)}, "ends before it begins"),
        ({"offices": ("Envoy=soon/..",)}, "no date"),
        ({"offices": ("Envoy=2020",)}, "not of the form"),
        ({"offices": ("Envoy=2020/..",), "kind": "Organization"}, "holds no office"),
    ],
)
def test_a_row_that_cannot_be_right_is_not_added(tmp_path: Path, given: dict[str, object], says: str):
    with pytest.raises(InputError, match=says):
        add(own=tmp_path, **{"name": "Rina Amiri", "kind": "Person", **given})
    assert not (tmp_path / "own.csv").exists()


@pytest.mark.parametrize(
    "good", ["Envoy=2020/..", "Envoy=2020-01-02/2020-02", "Envoy=../2020", "Envoy", "Envoy=2020/2021?"]
)
def test_a_term_may_be_dated_to_the_day_month_or_year_or_not_at_all(good: str):
    assert not term_fault(good)


# ---------------------------------------------------------------- show


@pytest.mark.parametrize(
    ("name", "first", "way"),
    [
        ("Mike Pompeo", "person/mike-pompeo", "name"),
        ("Q473239", "person/mike-pompeo", "Wikidata id"),
        ("person/mike-pompeo", "person/mike-pompeo", "id"),
        ("Sergej Lawrow", "person/sergey-lavrov", "name"),
        ("Serghei Lawrov", "person/sergey-lavrov", "another spelling"),
        ("Pompeo", "person/mike-pompeo", "surname"),
        ("Q846", "country/QA", "Wikidata id"),
    ],
)
def test_a_name_is_shown_with_how_it_is_found(name: str, first: str, way: str):
    found = told(name)
    assert (found[0]["id"], found[0]["found"]) == (first, way)
    assert found[0]["sources"]


def test_all_who_bear_a_name_are_shown(tmp_path: Path):
    add("Rina Amiri", kind="Person", source="a test", own=tmp_path)
    add("Rina Amiri", kind="Person", own=tmp_path, namesake=True)
    first, second = told("Rina Amiri", own=tmp_path)
    assert {first["id"], second["id"]} == {"person/rina-amiri", "person/rina-amiri-2"}
    assert any("a test" in str(each["sources"]) for each in (first, second))


def test_nobody_is_shown_for_a_name_that_nobody_bears():
    assert told("Qwertyuiop Zxcvbnm") == []


# ---------------------------------------------------------------- check


def test_nothing_is_wrong_in_the_shipped_tables():
    assert checking.check() == []


def write(file: Path, columns: tuple[str, ...], **row: str) -> None:
    """Write one row, or a second one, into a table of the user's own."""
    file.parent.mkdir(exist_ok=True)
    new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns)
        if new:
            writer.writeheader()
        writer.writerow(dict.fromkeys(columns, "") | row)


OWN = {"id": "person/x", "label_en": "X Y", "type": "Person", "country": "QA", "verified": "yes"}
HELD = {"qid": "Q9", "label": "X Y", "terms": "Q14213=2001/2002"}
FAULTS: dict[str, tuple[str, tuple[str, ...], list[dict[str, str]], str]] = {
    "malformed id": ("own.csv", writing.OWN, [{**OWN, "qid": "473239"}], "473239 is no Wikidata id"),
    "id with a zero": ("own.csv", writing.OWN, [{**OWN, "qid": "Q0473"}], "no Wikidata id"),
    "one id twice": ("own.csv", writing.OWN, [OWN, OWN], "stands in two rows"),
    "an item twice": ("own.csv", writing.OWN, [{**OWN, "qid": "Q473239"}], "Q473239 is the id of person/mike-pompeo"),
    "unknown state": ("own.csv", writing.OWN, [{**OWN, "country": "XX"}], "XX is no state"),
    "unknown type": ("own.csv", writing.OWN, [{**OWN, "type": "Wizard"}], "Wizard is no type"),
    "no name": ("own.csv", writing.OWN, [{**OWN, "label_en": ""}], "has no name"),
    "overlap": ("own.csv", writing.OWN, [{**OWN, "offices": "Envoy=2001/2005;Envoy=2003/2007"}], "overlap"),
    "end before start": ("own.csv", writing.OWN, [{**OWN, "offices": "Envoy=2005/2001"}], "ends before it begins"),
    "no date": ("own.csv", writing.OWN, [{**OWN, "offices": "Envoy=2005-13/.."}], "2005-13 is no date"),
    "malformed person": ("officials.csv", writing.OFFICIALS, [{**HELD, "qid": "X9"}], "is no Wikidata id"),
    "a person twice": ("officials.csv", writing.OFFICIALS, [HELD, HELD], "stands in two rows"),
    "unknown office": ("officials.csv", writing.OFFICIALS, [{**HELD, "terms": "Q1=2001/2002"}], "Q1 is no known office"),
    "terms overlap": (
        "officials.csv",
        writing.OFFICIALS,
        [{**HELD, "terms": "Q14213=2001/2005 Q14213=2003/2006"}],
        "2001/2005 and 2003/2006 overlap",
    ),
    "dead before": ("officials.csv", writing.OFFICIALS, [{**HELD, "died": "2000-01-01"}], "the holder died 2000-01-01"),
    "dead within": ("officials.csv", writing.OFFICIALS, [{**HELD, "died": "2001-01-01"}], "the holder died 2001-01-01"),
    "dead and open": (
        "officials.csv",
        writing.OFFICIALS,
        [{**HELD, "terms": "Q14213=2001/..", "died": "2005"}],
        "open, though the holder died 2005",
    ),
    "an office twice": ("offices.csv", writing.OFFICES, [{"qid": "Q9"}, {"qid": "Q9"}], "stands in two rows"),
    "office of no state": ("offices.csv", writing.OFFICES, [{"qid": "Q9", "country": "XX"}], "XX is no state"),
    "malformed office": ("offices.csv", writing.OFFICES, [{"qid": "9"}], "is no Wikidata id"),
    "a thing twice": (
        "things.csv",
        writing.THINGS,
        [{"id": "igo/Q9", "label_en": "X", "type": "Agreement"}, {"id": "igo/Q9", "label_en": "X", "type": "Agreement"}],
        "stands in two rows",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told_in_one_line(tmp_path: Path, fault: str):
    name, columns, rows, says = FAULTS[fault]
    for row in rows:
        write(tmp_path / name, columns, **row)
    found = checking.check(own=tmp_path)
    assert len(found) == 1, found
    assert found[0].table == name
    assert says in f"{found[0].id} {found[0].says}"


def test_a_fault_in_a_shipped_table_is_told_too(tmp_path: Path):
    copy = tmp_path / "authority"
    shutil.copytree(SHIPPED, copy)
    text = (
        (copy / "actors.csv").read_text("utf-8").replace("Q473239", "473239").replace(",Person,RU,", ",Person,UR,", 1)
    )
    (copy / "actors.csv").write_text(text, "utf-8")
    found = checking.check(own=tmp_path / "none", shipped=copy)
    assert {each.table for each in found} == {"actors.csv"}
    assert {"473239 is no Wikidata id", "UR is no state"} <= {each.says for each in found}


# ---------------------------------------------------------------- the command


def test_the_command_adds_shows_and_checks(cli: Callable, tmp_path: Path):
    added = cli("authority", "add", "Rina Amiri", "--type", "Person", "--country", "US", "--into", tmp_path)
    assert (added.exit_code, added.stdout) == (0, "")
    assert "person/rina-amiri" in added.stderr
    shown = cli("authority", "show", "Rina Amiri", "--into", tmp_path, "--csv")
    assert shown.stdout.splitlines()[1].startswith("person/rina-amiri,Rina Amiri,person,US")
    checked = cli("authority", "check", "--into", tmp_path)
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "Nothing wrong.\n")
    again = cli("authority", "add", "Rina Amiri", "--type", "Person", "--into", tmp_path)
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)


def test_a_finding_gives_exit_status_1(cli: Callable, tmp_path: Path):
    write(tmp_path / "own.csv", writing.OWN, **{**OWN, "country": "XX"})
    result = cli("authority", "check", "--into", tmp_path, "--tsv")
    assert result.exit_code == 1
    assert result.stdout == "table\tid\tsays\nown.csv\tperson/x\tXX is no state\n"


def test_an_unknown_name_gives_exit_status_1(cli: Callable):
    result = cli("authority", "show", "Qwertyuiop Zxcvbnm")
    assert result.exit_code == 1
    assert "kg authority add" in result.stderr


@pytest.mark.parametrize("part", ["show", "add", "update", "check"])
def test_the_help_of_each_part_ends_in_an_example_that_can_be_understood(cli: Callable, part: str):
    import shlex

    import click

    from kg.cli.authority import command

    text = cli("authority", part, "-h").output
    examples = [
        line.strip() for line in text.partition("Example:\n")[2].partition("Options:")[0].splitlines() if line.strip()
    ]
    assert examples
    for example in examples:
        words = shlex.split(example)
        assert words[:3] == ["kg", "authority", part]
        command.commands[part].make_context(part, words[3:], parent=click.Context(command))


# ---------------------------------------------------------------- what a store tells


def test_a_store_tells_which_tables_it_was_built_with(few: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from kg import run
    from kg.store import Store

    monkeypatch.setenv("KG_AUTHORITY", str(tmp_path))
    add("Rina Amiri", kind="Person")
    store = Store.memory()
    run.build(few[:1], store)
    rows = store.oxigraph.query(
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        f"SELECT ?name ?file {{ GRAPH <{graph('tables')}> {{ <{graph('authority')}> prov:wasDerivedFrom ?file . ?file rdfs:label ?name }} }}"
    )
    told_ = {row["name"].value: row["file"].value for row in rows}
    assert told_["own/own.csv"] == "urn:sha256:" + hashlib.sha256((tmp_path / "own.csv").read_bytes()).hexdigest()
    assert {"actors.csv", "officials.csv.gz", "demonyms.csv"} <= told_.keys()
