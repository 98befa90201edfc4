"""What several test files share: folders, and stores that are built once a run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import browser, sample_network, show, small_network  # noqa: F401 - fixtures of the page
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data" / "articles"
FEW = (
    "fr/2020-02-29-accord-de-doha.txt",
    "en/2020-02-29-doha-deal.txt",
    "fr/2020-11-17-miller-reduction.txt",
    "en/2020-11-17-pentagon-cuts.txt",
    "fr/2020-11-22-pompeo-doha.txt",
    "en/2018-11-10-moscow-format.json",
)
"""Enough for every verb to have something to tell."""


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of texts by others, or skip: the project stands without them."""
    folder = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}: name the shared texts in KG_SHARED")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the package compiles, and what a user adds, in folders of this run, shared with processes it starts."""
    names = ("XDG_CACHE_HOME", "KG_AUTHORITY")
    before = {name: os.environ.get(name) for name in names}
    for name in names:
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture(scope="session")
def few() -> list[Path]:
    """Return a few articles of the sample corpus."""
    return [ARTICLES / name for name in FEW]


@pytest.fixture(scope="session")
def few_store(few: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of a few articles, to be read only."""
    from kg import run

    store = tmp_path_factory.mktemp("few") / "few.kg"
    run.build(few, store)
    return store


@pytest.fixture
def own_store(few_store: Path, tmp_path: Path) -> Path:
    """Return a store of a few articles that a test may change."""
    return Path(shutil.copytree(few_store, tmp_path / "own.kg"))


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the French and English sample corpus, to be read only."""
    from kg import run

    store = tmp_path_factory.mktemp("sample") / "sample.kg"
    run.build([ARTICLES / "fr", ARTICLES / "en"], store)
    return store


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs `kg` with arguments in this process."""
    from kg.cli import command

    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: object, **options: object):
        return CliRunner().invoke(command, [str(each) for each in arguments], catch_exceptions=False, **options)

    return run


@pytest.fixture
def shell():
    """Return a function that runs `kg` in a process of its own, its output piped."""

    def run(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
        call = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
        return subprocess.run(
            call, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300, **options
        )

    return run
