"""The house: floors, sizes, names, and what no file may do."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "kg").rglob("*.py"))
LINES, FUNCTION = 400, 50

FOUNDATIONS = ("errors", "model", "share", "plugins", "iri", "vocab", "lang", "authority", "judgements")
"""Each uses only those before it."""
STAGES = frozenset(
    {
        "annotate",
        "check",
        "consolidate",
        "events",
        "graph",
        "link",
        "load",
        "query",
        "record",
        "resolve",
        "store",
        "view",
    }
)
"""They use foundations, never each other."""
ASSEMBLY = ("pipeline", "reader", "run", "decide", "review", "knowledge", "serve", "cli", "__main__")
"""They know the order of the stages; each uses only assembly before it."""

VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "managers", "tools", "stuff"}
HEAVY = {
    "IPython", "SPARQLWrapper", "ahocorasick", "dateparser", "feedparser", "jinja2", "lxml", "networkx", "numpy", "pandas",
    "pyarrow", "pyshacl", "pyvis", "rdflib", "rich", "spacy", "starlette", "trafilatura", "uvicorn",
}  # fmt: skip
"""Imported inside the function that needs them."""
BLIND = {"kg/reader.py": "a fault of one rule in one article must not cost the run; it is told with the article"}
"""Files that may catch any error, with the reason."""


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


MODULES = {module(file) for file in FILES}


def imported(node: ast.AST, file: Path) -> Iterator[str]:
    """Yield the full names of what an import statement names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, f"{name(file)}:{node.lineno}: write imports in full"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in MODULES else str(node.module)


def imports(file: Path) -> set[str]:
    """Return what a file imports anywhere, in functions and for types too."""
    return {each for node in ast.walk(tree(file)) for each in imported(node, file)}


def room(name_: str) -> str:
    """Return the room of a module: `kg.load.header` stands in `load`."""
    return name_.split(".")[1] if "." in name_ else ""


# ---------------------------------------------------------------- floors


def test_every_room_has_its_floor():
    assert {room(each) for each in MODULES} - {""} <= {*FOUNDATIONS, *STAGES, *ASSEMBLY}


@pytest.mark.parametrize("file", [file for file in FILES if module(file) != "kg"], ids=name)
def test_imports_go_down_the_floors_only(file: Path):
    here = room(module(file))
    below = {room(each) for each in imports(file) if each.startswith("kg.")} - {here}
    if here in FOUNDATIONS:
        allowed = set(FOUNDATIONS[: FOUNDATIONS.index(here)])
    elif here in STAGES:
        allowed = set(FOUNDATIONS)
    else:
        allowed = {*FOUNDATIONS, *STAGES, *ASSEMBLY[: ASSEMBLY.index(here)]}
    assert below <= allowed, f"{here} may not use {', '.join(sorted(below - allowed))}"


def test_the_package_imports_nothing_until_it_is_used():
    top = [node for node in tree(ROOT / "kg/__init__.py").body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not [each for node in top for each in imported(node, ROOT / "kg/__init__.py") if each.startswith("kg")]


def test_no_imports_run_in_a_circle():
    graph = {module(file): {each for each in imports(file) if each in MODULES} - {module(file), "kg"} for file in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_heavy_libraries_are_imported_where_they_are_used(file: Path):
    top = [node for node in tree(file).body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not {each.split(".")[0] for node in top for each in imported(node, file)} & HEAVY


# ---------------------------------------------------------------- sizes and names


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_file_is_longer_than_a_reader_can_hold(file: Path):
    assert len(file.read_text("utf-8").splitlines()) <= LINES


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function, its docstring apart."""
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return (node.end_lineno or 0) - node.lineno + 1 - ((first.end_lineno or 0) - first.lineno + 1 if told else 0)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_function_is_longer_than_a_screen(file: Path):
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert not [f"{node.name}: {length(node)}" for node in functions if length(node) > FUNCTION]


def test_no_module_has_a_name_that_says_nothing():
    assert not [name(file) for file in FILES if VAGUE & set(file.relative_to(ROOT).with_suffix("").parts)]


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_module_says_what_it_is(file: Path):
    assert ast.get_docstring(tree(file))


# ---------------------------------------------------------------- what no file may do


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_file_prints(file: Path):
    calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call, ast.Name) and call.id in {"print", "pprint"}]


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_error_is_swallowed_unseen(file: Path):
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ExceptHandler):
            kinds = {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)} if node.type else {"all"}
            if kinds & {"all", "Exception", "BaseException"}:
                again = any(isinstance(each, ast.Raise) for each in ast.walk(node))
                assert again or name(file) in BLIND, f"line {node.lineno} catches what it does not know"


def test_each_waiver_is_still_needed():
    for file in BLIND:
        assert "except Exception" in (ROOT / file).read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_code_asks_which_language_it_is(file: Path):
    from kg import lang

    codes = {*lang.codes(), "fr", "en", "es", "de", "ar", "ru", "pt"}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Compare):
            sides = [each for side in (node.left, *node.comparators) for each in ast.walk(side)]
        elif isinstance(node, ast.MatchValue):
            sides = [node.value]
        else:
            continue
        asked = {side.value for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)} & codes
        assert not asked, f"line {node.lineno} asks for {asked}: say it in data/lang/"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_nothing_is_imported_by_a_star(file: Path):
    assert not [node for node in ast.walk(tree(file)) if isinstance(node, ast.alias) and node.name == "*"]


def tracked() -> list[Path]:
    """Return the files under version control, or all of an unpacked archive."""
    if not (ROOT / ".git").exists():
        return [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / path for path in listed.decode().split("\0") if path and (ROOT / path).is_file()]


def test_no_file_names_this_machine():
    marks = [str(ROOT).encode(), str(Path.home()).encode() + b"/"]
    assert not [name(file) for file in tracked() if any(mark in file.read_bytes() for mark in marks)]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each run of twelve words of a text; a name with its offices has up to ten."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return zip(*(words[first:] for first in range(12)), strict=False)


def test_no_file_repeats_a_sentence_of_the_shared_texts(shared: Path):
    theirs = {
        run
        for folder in ("articles", "corpora")
        for file in (shared / folder).rglob("*")
        if file.is_file() and file.name != "README.md"
        for run in runs(" ".join(re.findall(r"^[^\t\n]+", file.read_text("utf-8", "replace"), re.MULTILINE)))
    }
    ours = [
        (file, run) for file in tracked() if file.suffix not in {".gz", ".png"} for run in runs(file.read_text("utf-8"))
    ]
    assert [f"{name(file)}: {' '.join(run)}" for file, run in ours if run in theirs] == []


def test_no_file_is_a_burden_to_clone():
    assert not [name(file) for file in tracked() if file.stat().st_size > 5_000_000]


# ---------------------------------------------------------------- configuration


def listed(pattern: str) -> list[str]:
    """Return the lines of a list in pyproject.toml."""
    found = re.search(pattern + r" = \[\n(.*?)\n\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL)
    assert found
    return found[1].splitlines()


def test_every_rule_that_is_switched_off_says_why():
    assert not [line for line in listed(r"\nignore") if not re.search(r'"[A-Z]+\d+",\s+# \w+', line)]


def test_types_are_checked_strictly_and_warnings_are_errors():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert config["mypy"]["strict"] is True
    assert config["pytest"]["ini_options"]["filterwarnings"][0] == "error"
    assert config["ruff"]["lint"]["select"] == ["ALL"]


def test_the_constraints_pin_everything_and_name_no_index():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert not [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)]
    pinned = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", each)[0]).lower() for each in wanted}
    assert names <= pinned, f"not in constraints.txt: {', '.join(sorted(names - pinned))}"
