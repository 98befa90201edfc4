"""The README: its commands exist, its Python runs, its transcripts are of this version, its links lead somewhere."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import VERBS, command

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CONTEXT = click.Context(command, **command.context_settings)


def part(name: str) -> str:
    """Return a part of the page that is written from a real run."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)
    assert found, name
    return found[1]


def commands(text: str) -> list[str]:
    return [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ kg ")]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_first_screen_holds_promise_commands_and_picture():
    screen = README.split("\n## ")[0]
    assert screen.splitlines()[2].startswith("Turns news articles")
    assert screen.index("$ make demo") < screen.index("$ make test") < screen.index("docs/network.png")


@pytest.mark.parametrize("line", commands(README))
def test_each_command_can_be_understood(line: str):
    words = shlex.split(line)
    found = command.get_command(CONTEXT, words[1])
    assert found is not None
    found.make_context(words[1], words[2:], parent=CONTEXT)


@pytest.mark.slow
def test_the_tour_runs_as_it_stands(shell, tmp_path: Path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    for line in commands(part("tour")):
        done = shell(*shlex.split(line)[1:], cwd=tmp_path)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_every_verb_is_told_of():
    assert all(f"kg {name}" in README for name in VERBS)


@pytest.mark.slow
def test_the_python_runs_as_it_stands(tmp_path: Path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert blocks
    for block in blocks:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-W", "ignore::DeprecationWarning", "-c", block],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_the_demo_prints_what_the_page_shows(cli, sample_store: Path):
    shown = part("demo")
    built, holds = re.search(r"^\S+: (\d+) articles built\.\nIt holds (.+)\.$", shown, re.MULTILINE).groups()
    stats = dict(re.findall(r"^([a-z ]+?) +([\d]+)$", shown, re.MULTILINE))
    now = {
        line.split(",")[0]: int(line.split(",")[1])
        for line in cli("stats", sample_store, "--csv").stdout.splitlines()[1:]
    }
    assert stats.keys() == now.keys(), "run: make readme"
    assert built == stats["articles"]
    for name in ("actors", "events", "claims"):
        assert re.search(rf"\b{int(stats[name]):,} {name}", holds)
        assert abs(int(stats[name]) - now[name]) <= 0.2 * now[name], "run: make readme"
    question = shlex.split(re.search(r"^\$ kg query \S+ (.+)$", shown, re.MULTILINE)[1])
    header = cli("query", sample_store, *question, "--table").stdout.splitlines()[0].split()
    assert header == shown[shown.index("$ kg query") :].splitlines()[1].split()
    assert (ROOT / "data/articles").is_dir()
    assert "out/network.html" in shown


def test_the_tests_end_as_the_page_shows():
    assert re.search(r"\d+ passed(, \d+ skipped)?.* in [\d.]+", part("test"))


def test_the_figures_name_their_measure():
    table = part("bench")
    assert "words a CPU second" in table
    assert "times spaCy" in table
    assert "MB" in table


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ontology/README.md", "queries/README.md", "data/README.md"],
)
def test_links_lead_to_files(page: str):
    file = ROOT / page
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", file.read_text("utf-8")) if "://" not in link]
    assert not [link for link in links if not (file.parent / link).exists()]


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_make_targets_that_are_named_exist(text: str):
    assert set(re.findall(r"(?:`|\$ )make ([a-z]+)", text)) <= targets()


@pytest.mark.parametrize(
    "name",
    re.findall(
        r"`(data/[\w./]+|kg/[\w./]+|queries/|tests/[\w.]+|tools/[\w.]+|notebooks/[\w.]+)`", README + CONTRIBUTING
    ),
)
def test_files_that_are_named_exist(name: str):
    assert (ROOT / name.replace("xx.toml", "fr.toml")).exists()


def test_each_row_of_the_table_has_its_test():
    rows = re.findall(r"^\| (an? [\w ,]+) \|", CONTRIBUTING, re.MULTILINE)
    tests = (ROOT / "tests/test_add.py").read_text("utf-8")
    proofs = {
        "a language": "test_a_language_is_one_file",
        "an event type": "test_an_event_type_is_a_concept_and_its_words",
        "a question": "test_a_question_is_one_file",
        "an actor, place or office": "test_an_actor_is_one_row test_a_place_is_one_row test_an_office_is_one_row",
        "a kind of office to ask Wikidata for": "test_a_kind_of_office_is_one_row",
        "a loader": "test_a_loader_is_a_file_and_a_line",
        "a linker": "test_a_linker_is_a_function_and_a_line",
        "a view": "test_a_view_is_a_file_and_a_line",
        "a verb": "test_a_verb_is_a_file_and_a_line",
    }
    assert set(rows) == set(proofs)
    assert all(f"def {proof}(" in tests for found in proofs.values() for proof in found.split())


def test_version_is_the_same_everywhere():
    import kg

    assert f'version = "{kg.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert f"version: {kg.__version__}" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_text_promises_nothing_it_cannot_hold():
    words = r"\b(simply|easily|just|robust|powerful|seamless|state-of-the-art|leverag\w+)\b"
    assert not re.search(words, README + CONTRIBUTING, re.IGNORECASE)
