"""The command as a whole: its verbs, their help, exit statuses and what it costs to start."""

import inspect
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import VERBS, command
from kg.errors import KgError

CONTEXT = click.Context(command, **command.context_settings)


def verb(name: str) -> click.Command:
    found = command.get_command(CONTEXT, name)
    assert found is not None
    return found


def examples(name: str) -> list[str]:
    """Return the lines of the example that ends the help of a verb."""
    help_text = verb(name).help or ""
    return [line.strip() for line in help_text.rpartition("Example:")[2].splitlines() if line.strip()]


def test_every_module_with_a_command_is_a_listed_verb(root: Path):
    modules = {file.stem for file in (root / "kg/cli").glob("*.py") if "@click.command(" in file.read_text("utf-8")}
    assert modules == set(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_help_begins_with_the_line_of_the_list_and_ends_in_an_example(name: str):
    text = inspect.cleandoc(verb(name).help or "")
    assert text.startswith(VERBS[name].removesuffix(".")), "list and help say the same"
    assert "\b\nExample:\n" in text
    assert all(line.startswith("kg ") for line in examples(name))


@pytest.mark.parametrize("name", VERBS)
def test_each_example_can_be_understood(name: str):
    for line in examples(name):
        words = shlex.split(re.split(r" [|<] ", line)[0])
        assert words[:2] == ["kg", name] or words[1] in VERBS
        called = verb(words[1])
        called.make_context(words[1], words[2:], parent=CONTEXT)


@pytest.mark.parametrize("name", VERBS)
def test_the_store_comes_first(name: str):
    arguments = [each.name for each in verb(name).params if isinstance(each, click.Argument)]
    assert "store" not in arguments[1:]


@pytest.mark.parametrize("name", VERBS)
def test_each_option_says_what_it_does(name: str, cli):
    assert all(each.help for each in verb(name).params if isinstance(each, click.Option))
    assert cli(name, "-h").exit_code == 0


def test_help_of_the_command_lists_every_verb(cli):
    text = cli("-h").output
    assert all(re.search(rf"^  {name} +\w", text, re.MULTILINE) for name in VERBS)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lod",), "Did you mean 'load'?"),
        (("xyzzy",), "Verbs: authority"),
        (("query",), "Missing argument 'STORE'"),
        (("build", "a.kg"), "Missing argument 'PATHS"),
        (("stats", "a.kg", "--colour"), "No such option"),
        (("build", "a.kg", "b.txt", "--workers", "0"), "--workers"),
        (("load", "a.txt", "--published", "yesterday"), "'--published': 'yesterday' is no day or time"),
        (("load", "a.txt", "--published", "2019-05"), "Write it as 2020-11-21"),
    ],
)
def test_a_command_that_cannot_be_understood_exits_with_2(cli, arguments: tuple[str, ...], says: str):
    result = cli(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("stats", "none.kg"),
        ("query", "none.kg", "evidence"),
        ("why", "none.kg", "Doha"),
        ("check", "none.kg"),
        ("remove", "none.kg", "0123"),
        ("export", "none.kg", "-o", "none.nq"),
        ("load", "a.txt", "--lang", "tlh"),
        ("extract", "a.txt", "--format", "tlh"),
    ],
)
def test_an_error_is_one_line_on_stderr_and_exit_status_1(cli, arguments: tuple[str, ...], tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = cli(*arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert not result.stdout
    assert not list(tmp_path.iterdir()), "nothing is left behind"


def test_the_package_runs_as_a_module(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "kg", "stats", "none.kg"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")


def test_errors_of_the_package_have_one_root():
    from kg import errors

    names = set(errors.__all__) - {"KgError"}
    assert names
    assert all(issubclass(getattr(errors, name), KgError) for name in names)


HEAVY = (
    "rdflib",
    "pyoxigraph",
    "spacy",
    "trafilatura",
    "networkx",
    "pyvis",
    "pandas",
    "numpy",
    "lxml",
    "rich",
    "msgspec",
    "babel",
)


@pytest.mark.parametrize("arguments", [["-h"], ["--version"], ["build", "-h"], ["query", "-h"], ["why", "-h"]])
def test_help_imports_no_heavy_library(arguments: list[str]):
    code = (
        "import sys; from kg.cli import command\n"
        f"try: command({arguments!r})\n"
        f"except SystemExit: print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded: []\n")


def cpu(*calls: tuple[str, ...]) -> list[float]:
    """Return the least CPU time of several runs of each call, in seconds; turn by turn, as other work comes and goes."""
    import resource

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    least = [float("inf")] * len(calls)
    for _ in range(12):
        for index, call in enumerate(calls):
            before = used()
            subprocess.run([sys.executable, *call], stdout=subprocess.DEVNULL, check=True)
            least[index] = min(least[index], used() - before)
    return least


@pytest.mark.skipif(sys.platform == "win32", reason="CPU time of child processes is not told on Windows")
def test_help_costs_little_more_than_importing_click():
    bare, whole = cpu(
        ("-c", "import click"), ("-c", "import sys; sys.argv = ['kg', '-h']; from kg.cli import main; main()")
    )
    assert whole <= 1.6 * bare, f"kg -h took {whole:.3f} s of CPU, import click {bare:.3f} s"


def test_a_parameter_with_an_equals_sign_is_told_the_form(cli, few_store: Path):
    done = cli("query", few_store, "standing", "-p", "on=2020-11-30", "-p", "type", "meeting")
    assert done.exit_code == 2
    assert "-p on 2020-11-30" in done.stderr


def test_a_question_with_a_slip_of_the_pen_is_told_the_nearest(cli, few_store: Path):
    done = cli("query", few_store, "meetigns")
    assert done.exit_code != 0
    assert "Near it: meetings" in done.stderr
