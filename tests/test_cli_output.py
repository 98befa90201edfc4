"""Where the data of a verb goes and in which form."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg import iri
from kg.cli.output import Output
from kg.errors import InputError
from kg.vocab import EVENT_TYPES

ROWS = [("Doha", 3, None), ("a, b\tc", 0.5, 'say "oui"'), ("é\nsuite", True, ["x", "y"])]
COLUMNS = ("name", "number", "more")


def written(form: str, tmp_path: Path, rows=ROWS) -> str:
    file = tmp_path / "out"
    Output(form, file).write(COLUMNS, rows)
    return file.read_text("utf-8")


def test_json_is_one_object_a_line_and_keeps_types(tmp_path: Path):
    lines = [json.loads(line) for line in written("json", tmp_path).splitlines()]
    assert lines == [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_separated_values_read_back_as_text(form: str, separator: str, tmp_path: Path):
    read = list(csv.reader(io.StringIO(written(form, tmp_path)), delimiter=separator))
    assert read[0] == list(COLUMNS)
    assert read[1:] == [["Doha", "3", ""], ["a, b\tc", "0.5", 'say "oui"'], ["é\nsuite", "true", "x; y"]]


def test_a_table_shows_every_cell_and_ends_each_line_without_blanks(tmp_path: Path):
    table = written("table", tmp_path)
    assert all(word in table for word in ("name", "Doha", "0.5", "suite", "x; y"))
    assert not any(line.endswith(" ") for line in table.splitlines())


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "table"])
def test_no_rows_are_no_error(form: str, tmp_path: Path):
    assert written(form, tmp_path, rows=[]).count("\n") <= 2


def test_text_cannot_command_the_terminal(tmp_path: Path):
    assert "\x1b" not in written("table", tmp_path, rows=[("\x1b[31mred", 1, "\x9b2J")])


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path: Path):
    assert json.loads(written("json", tmp_path, rows=[("\ud83d", 1, None)]))["name"] == "\ud83d"


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", "csv"), ("a.TSV", "tsv"), ("a.txt", "table"), ("a.jsonl", "json"), ("a", "json")]
)
def test_the_suffix_tells_the_form_and_a_flag_wins(name: str, form: str):
    assert Output(None, Path(name)).chosen() == form
    assert Output("tsv", Path(name)).chosen() == "tsv"


def test_piped_data_is_json_lines(cli):
    assert cli("langs").stdout.startswith('{"code": ')
    assert cli("langs", "--csv").stdout.startswith("code,name")
    assert cli("langs", "--table").stdout.startswith("event type ")


def test_the_coverage_of_languages_is_one_line_a_type_and_the_other_forms_say_the_same(cli):
    head, _, *lines = cli("langs", "--table").stdout.splitlines()
    listed = [json.loads(line) for line in cli("langs").stdout.splitlines()]
    codes = sorted({row["code"] for row in listed})
    assert [name.split()[0] for name in re.split(r"  +", head)[1:]] == codes
    table = {line.split()[0]: [int(cell) for cell in line.split()[1:]] for line in lines}
    totals = table.pop("all")
    assert set(table) == set(EVENT_TYPES) == {row["event_type"] for row in listed}
    for row in listed:
        assert table[row["event_type"]][codes.index(row["code"])] == row["words"]
    assert totals == [sum(column) for column in zip(*table.values(), strict=True)]


def test_a_suffix_that_names_no_form_is_refused_unless_a_flag_names_one(cli, tmp_path: Path):
    refused = cli("langs", "-o", tmp_path / "a.xlsx")
    assert (refused.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert ".csv" in refused.stderr
    assert cli("langs", "-o", tmp_path / "a.xlsx", "--csv").exit_code == 0


def test_nothing_is_overwritten_unasked(cli, tmp_path: Path):
    file = tmp_path / "langs.csv"
    file.write_text("mine", "utf-8")
    refused = cli("langs", "-o", file)
    assert (refused.exit_code, file.read_text("utf-8")) == (1, "mine")
    assert "Use --replace" in refused.stderr
    assert cli("langs", "-o", file, "--replace").exit_code == 0
    assert file.read_text("utf-8").startswith("code,name")


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path):
    def broken():
        yield ("one", 1, None)
        raise InputError("broken")

    kept = tmp_path / "kept.csv"
    kept.write_text("before", "utf-8")
    for output in (Output(file=tmp_path / "new.csv"), Output(file=kept, replace=True)):
        with pytest.raises(InputError, match="broken"):
            output.write(COLUMNS, broken())
    assert [file.name for file in tmp_path.iterdir()] == ["kept.csv"]
    assert kept.read_text("utf-8") == "before"


@pytest.mark.parametrize("where", ["no/such/folder/out.csv", "."])
def test_a_file_that_cannot_be_written_is_named(cli, where: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli("langs", "-o", where)
    assert result.exit_code in {1, 2}
    assert where in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of a POSIX shell")
def test_a_reader_that_leaves_is_no_error(root: Path):
    code = "from kg.cli import main; main()"
    kg = subprocess.Popen(
        [sys.executable, "-c", code, "load", str(root / "data/articles")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert kg.stdout is not None
    assert kg.stderr is not None
    kg.stdout.readline()
    kg.stdout.close()
    said = kg.stderr.read().decode()
    kg.stderr.close()
    assert kg.wait(60) == 141
    assert said == ""


def test_a_written_file_can_be_read_by_whoever_may_read_the_folder(tmp_path: Path):
    (tmp_path / "plain").touch()
    Output(file=tmp_path / "a.csv").write(COLUMNS, [("one", 1, None)])
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_table_puts_numbers_right_cuts_our_iris_and_hides_what_terminals_obey(tmp_path: Path):
    rows = [(iri.entity("country/FR"), 7, "a\x9bb"), (iri.entity("country/QA"), 1234, "c")]
    Output(file=tmp_path / "a.txt").write(("who", "number", "said"), rows)
    lines = (tmp_path / "a.txt").read_text("utf-8").splitlines()
    assert [line.split() for line in lines[2:]] == [["country/FR", "7", "a\ufffdb"], ["country/QA", "1234", "c"]]
    assert lines[2].index("7") == lines[3].index("4")
