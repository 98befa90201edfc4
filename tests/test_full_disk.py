"""A disk that refuses: one line says what, where and what next, and the store is as before."""

import shutil
from pathlib import Path

import pytest

from kg import run
from kg.errors import StoreError
from kg.store import Store

resource = pytest.importorskip("resource", reason="limits of a POSIX process")
FULL = Path("/dev/full")


def limited(size: int):
    """Return what forbids a process to write files of more bytes, as a full disk would."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def refused(done, *where: object) -> bool:
    """Tell whether a verb ended with one line that names what could not be written and what to do."""
    [line] = done.stderr.splitlines()
    return (
        done.returncode == 1
        and line.startswith(f"Error: {where[0]}: ")
        and any(next_step in line for next_step in ("Make room", "Name a folder"))
    )


@pytest.mark.parametrize("size", [0, 4_000, 60_000])
def test_a_build_that_finds_no_room_leaves_the_store_as_it_was_and_goes_well_later(
    shell, few: list[Path], tmp_path: Path, size: int
) -> None:
    store, whole = tmp_path / "a.kg", tmp_path / "whole.kg"
    run.build(few[:1], store)
    run.build(few, whole)
    before = Store.read(store).dump()
    assert refused(shell("build", store, *few, preexec_fn=limited(size)), store)
    assert Store.read(store).dump() == before
    run.build(few, store)
    assert Store.read(store).dump() == Store.read(whole).dump()


@pytest.mark.parametrize("size", [0, 4_000, 60_000])
def test_a_new_store_that_finds_no_room_is_not_left_behind(shell, few: list[Path], tmp_path: Path, size: int) -> None:
    store = tmp_path / "a.kg"
    assert refused(shell("build", store, *few, preexec_fn=limited(size)), store)
    assert not (store / "kg-store").exists()
    run.build(few[:1], store)
    assert len(Store.read(store).articles()) == 1


def test_a_store_whose_way_back_was_killed_loses_nothing(three_and_one, tmp_path: Path) -> None:
    store, one, before = three_and_one
    shutil.rmtree(store / "live")
    (store / "unfinished").touch()
    run.build([one], store)
    assert Store.read(store).dump() == before


@pytest.mark.parametrize("where", ["live", "snapshots/1"])
def test_a_damaged_database_is_told_in_one_line_with_what_to_do(three_and_one, where: str) -> None:
    store, *_ = three_and_one
    (store / where / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"cannot be opened .* build the store again in a new folder"):
        (Store.open if where == "live" else Store.read)(store)


@pytest.fixture
def three_and_one(few: list[Path], tmp_path: Path) -> tuple[Path, Path, bytes]:
    """Return a store of three articles, one of them, and what the store holds."""
    store = tmp_path / "a.kg"
    run.build(few[:3], store)
    return store, few[0], Store.read(store).dump()


@pytest.mark.parametrize(
    ("verb", "file"),
    [("view", "a.html"), ("export", "a.nq"), ("export", "a.ttl"), ("stats", "a.csv"), ("check", "a.tsv")],
)
def test_a_file_for_which_there_is_no_room_is_named_and_not_left_half_written(
    shell, few_store: Path, tmp_path: Path, verb: str, file: str
) -> None:
    assert refused(shell(verb, few_store, "-o", tmp_path / file, preexec_fn=limited(8)), tmp_path / file)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("verb", ["stats", "langs"])
def test_data_that_finds_no_room_behind_a_redirection_is_told(few_store: Path, verb: str) -> None:
    import subprocess
    import sys

    call = [sys.executable, "-m", "kg", verb, *([few_store] if verb == "stats" else [])]
    with FULL.open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=100)
    assert refused(done, "stdout")
