"""Many articles: the same bytes in any order and on any number of workers; faults cost one article, never the run."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import load, pipeline, reader, run
from kg.errors import InputError, KgError, MissingExtraError, StoreError
from kg.store import Store

PROSE = (
    "The foreign minister of Iran, Mohammad Javad Zarif, met his French counterpart in Paris on {day} August 2019.\n\n"
    "The two men spoke for {hours} hours, the French presidency said. No agreement was signed.\n"
)


@dataclass(frozen=True)
class Texts:
    """Small articles on disk."""

    folder: Path

    def write(self, number: int) -> Path:
        path = self.folder / f"{number}.txt"
        head = f"Talks in Paris, day {number}\n\nBy A Reporter\n{number} August 2019 10:00\n\n"
        path.write_text(head + PROSE.format(day=number, hours=number + 1), "utf-8")
        return path


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "articles").mkdir()
    return Texts(tmp_path / "articles")


@pytest.fixture
def three(texts: Texts) -> list[Path]:
    return [texts.write(number) for number in (1, 2, 3)]


def built(paths: list[Path], **options: object) -> bytes:
    store = Store.memory()
    run.build(paths, store, **options)
    return store.dump()


def test_same_articles_give_the_same_bytes_in_any_order_on_any_number_of_workers(few: list[Path]) -> None:
    expected = built(few)
    assert expected.count(b"\n") > 1000
    shuffled = random.Random(3).sample(few, len(few))
    assert built(shuffled) == expected
    assert built(shuffled[::-1], workers=2) == expected


def test_what_follows_is_the_same_worked_out_before_the_store_is_written_or_read_back_from_it(
    few: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.memory()
    run.build(few, store)
    at_once = store.dump()
    run.derive(store)
    assert store.dump() == at_once
    monkeypatch.setattr(run, "_TOGETHER", 2)
    assert built(few) == at_once


def test_a_file_of_many_articles_is_shared_among_workers(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [PROSE.format(day=day, hours=2).replace("\n", " ").replace('"', "") for day in range(1, 7)]
    file = texts.folder / "all.jsonl"
    file.write_text("".join(f'{{"title": "Day {n}", "text": "{line}"}}\n' for n, line in enumerate(lines)), "utf-8")
    expected = built([file])
    monkeypatch.setattr(reader, "_LARGE", 1)
    seen: list[tuple[int, int]] = []
    assert built([file], workers=2, progress=lambda done, total, _: seen.append((done, total))) == expected
    assert seen == [(1, 1)] * 6


def test_the_same_article_takes_the_place_of_its_former_reading(three: list[Path], tmp_path: Path) -> None:
    first = run.build(three[:2], tmp_path / "a.kg")
    again = run.build(three, tmp_path / "a.kg")
    assert (first.built, first.replaced) == (2, 0)
    assert (again.built, again.replaced, again.articles) == (1, 2, 3)
    assert Store.read(tmp_path / "a.kg").dump() == built(three)


def test_what_cannot_be_read_is_left_out_and_remembered_until_it_can(
    three: list[Path], texts: Texts, tmp_path: Path
) -> None:
    bad = [texts.folder / name for name in ("empty.txt", "picture.txt", "missing.txt")]
    bad[0].write_bytes(b"")
    bad[1].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    report = run.build([bad[0], three[0], *bad[1:], three[1]], tmp_path / "a.kg")
    assert report.built == 2
    assert [entry.where for entry in report.left_out] == [str(path) for path in bad]
    assert all(entry.reason for entry in report.left_out)
    assert [entry.where for entry in Store.read(tmp_path / "a.kg").left_out()] == sorted(map(str, bad))
    bad[2].write_text(three[2].read_text("utf-8"), "utf-8")
    run.build([bad[2]], tmp_path / "a.kg")
    assert [entry.where for entry in Store.read(tmp_path / "a.kg").left_out()] == sorted(map(str, bad[:2]))


def test_articles_read_together_give_what_they_give_alone(few: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = built(few)
    monkeypatch.setattr(reader.Options, "together", 3)
    assert built(few) == alone


@pytest.mark.parametrize("together", [1, 3])
def test_a_fault_in_one_article_costs_that_article_alone(
    three: list[Path], monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    extract = pipeline.extract_all

    def faulty(articles, **options):
        if any("day 2" in article.text for article in articles):
            raise ZeroDivisionError("division by zero")
        return extract(articles, **options)

    monkeypatch.setattr(pipeline, "extract_all", faulty)
    monkeypatch.setattr(reader.Options, "together", together)
    store = Store.memory()
    report = run.build(three, store)
    assert report.built == 2
    [entry] = report.left_out
    assert entry.where == str(three[1])
    assert "ZeroDivisionError (division by zero) in kg/pipeline.py:" in entry.reason
    assert store.dump() == built([three[0], three[2]])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_a_loader_costs_its_file_alone(texts: Texts, tmp_path: Path, monkeypatch, workers: int) -> None:
    monkeypatch.setattr(reader, "_LARGE", 0)  # where there are several workers, files are cut up in this process
    files, real = [texts.write(1), texts.write(2)], load.articles

    def faulty(paths, **options):
        yield from real(paths, **options)
        if str(files[0]) in paths:
            raise ZeroDivisionError

    monkeypatch.setattr(load, "articles", lambda paths, **options: faulty(paths, **options) if paths else ())
    report = run.build(files, tmp_path / "a.kg", workers=workers)
    assert report.built == 2
    assert [(each.where, "ZeroDivisionError" in each.reason) for each in report.left_out] == [(str(files[0]), True)]


def test_a_missing_model_is_an_error_of_the_run(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(article, **options):
        raise MissingExtraError("spaCy", "nlp")

    monkeypatch.setattr(pipeline, "extract", without)
    with pytest.raises(MissingExtraError):
        run.build(three, tmp_path / "a.kg")
    assert not (tmp_path / "a.kg").exists()


def test_an_interrupted_run_changes_nothing_for_readers_and_goes_on_where_it_stopped(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "a.kg"
    run.build(three[:1], store)
    before = Store.read(store).dump()

    def stop(done: int, total: int, where: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.build(three, store, progress=stop)
    assert Store.read(store).dump() == before
    report = run.build(three, store)
    assert (report.kept, report.built) == (2, 1)
    assert Store.read(store).dump() == built(three)


def test_what_another_version_read_before_an_interruption_is_read_again(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int, where: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.build(three, tmp_path / "a.kg", progress=stop)
    monkeypatch.setattr(run, "__version__", "another")
    report = run.build(three, tmp_path / "a.kg")
    assert (report.kept, report.replaced, report.built) == (0, 2, 1)


def test_a_run_that_fails_leaves_the_store_as_it_was(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "a.kg"
    run.build(three[:1], store)
    before = Store.read(store).dump()

    def full(*_: object) -> None:  # its frame holds the open database
        raise StoreError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(run, "links", full)
        with pytest.raises(StoreError, match="no space"):
            run.build(three, store)
        with pytest.raises(StoreError, match="no space"):
            run.build(three, tmp_path / "new.kg")
    assert not (tmp_path / "new.kg").exists()
    with Store.open(store) as opened:
        assert opened.dump() == before
        assert not opened.changed


@pytest.mark.parametrize("stated", [True, False])
def test_an_error_that_another_led_to_leaves_the_store_as_it_was(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: bool
) -> None:
    store = tmp_path / "a.kg"
    run.build(three[:1], store)
    before = Store.read(store).dump()

    def broken(*_: object) -> None:  # the frame of the first error holds the open database
        try:
            Path(tmp_path / "gone").read_bytes()
        except OSError as error:
            if stated:
                raise StoreError("cannot be written") from error
            raise StoreError("cannot be written")  # noqa: B904 - the other way that errors chain

    monkeypatch.setattr(run, "links", broken)
    with pytest.raises(StoreError, match="cannot be written"):
        run.build(three, store)
    with Store.open(store) as opened:
        assert opened.dump() == before


def test_a_new_store_without_any_article_is_not_left_behind(texts: Texts, tmp_path: Path) -> None:
    report = run.build([texts.folder / "missing.txt"], tmp_path / "a.kg")
    assert report.articles == 0
    assert len(report.left_out) == 1
    assert not (tmp_path / "a.kg").exists()


@pytest.mark.parametrize(
    "options",
    [{"profile": "best"}, {"workers": 0}, {"language": "xx"}, {"format": "clay-tablet"}],
    ids=lambda options: next(iter(options)),
)
def test_a_wrong_option_is_refused_before_the_store_is_touched(
    three: list[Path], tmp_path: Path, options: dict[str, object]
) -> None:
    with pytest.raises(InputError, match=next(iter(options))):
        run.build(three, tmp_path / "a.kg", **options)
    assert not (tmp_path / "a.kg").exists()


def test_removing_an_article_gives_what_a_build_without_it_gives(three: list[Path]) -> None:
    store = Store.memory()
    run.build(three, store)
    [gone] = [article.id for article in load.articles([three[1]])]
    run.remove([gone, gone], store)
    assert store.dump() == built([three[0], three[2]])


def test_removing_an_unknown_article_removes_nothing(three: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "a.kg"
    run.build(three, store)
    with Store.open(store) as opened:
        known = opened.articles()
        with pytest.raises(StoreError, match="no article"):
            run.remove([known[0], "0000000000000000"], opened)
        assert opened.articles() == known


def test_progress_counts_files_up_to_all_of_them(three: list[Path]) -> None:
    seen: list[tuple[int, int, str]] = []
    run.build(three, Store.memory(), progress=lambda *told: seen.append(told))
    assert seen == [(number, 3, str(path)) for number, path in enumerate(three, 1)]


def test_a_worker_that_dies_is_told_and_the_store_stays(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_begin", _die)
    with pytest.raises(KgError, match="worker process died"):
        run.build(three, tmp_path / "a.kg", workers=2)
    assert not (tmp_path / "a.kg").exists()


def _die() -> None:
    import os

    os._exit(1)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks /proc which processes a process has started")
def test_workers_end_with_a_run_that_is_killed(texts: Texts, tmp_path: Path) -> None:
    import subprocess
    import sys
    import time

    for number in range(1, 29):
        texts.write(number)
    call = [sys.executable, "-m", "kg", "build", tmp_path / "a.kg", texts.folder, "--workers", "2"]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as kg:
        children = Path(f"/proc/{kg.pid}/task/{kg.pid}/children")
        until = time.monotonic() + 120
        while len(workers := children.read_text().split()) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(1)
        kg.kill()
    assert len(workers) >= 2
    until = time.monotonic() + 60
    while (left := [each for each in workers if Path(f"/proc/{each}").exists()]) and time.monotonic() < until:
        time.sleep(0.1)
    assert not left
