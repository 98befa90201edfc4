"""`kg build`, `kg extract`, `kg load`: articles in."""

import json
import os
import sys
from pathlib import Path

import jsonschema
import pytest

from kg.record import schema
from kg.store import Store

ARTICLE = (
    "Rencontre à Doha\n\nDOHA, 21 nov 2020 (DI) - Le secrétaire d'État américain Mike Pompeo a rencontré samedi à Doha "
    "des négociateurs talibans, a annoncé le département d'État.\n"
)
BAD = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
    "broken.json": (b'{"text": "Doha', "JSON"),
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of one good article and several bad files."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE, "utf-8")
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_build_tells_what_it_built(cli, few: list[Path], tmp_path: Path):
    done = cli("build", tmp_path / "a.kg", *few)
    assert done.exit_code == 0
    first, second = done.stdout.splitlines()
    assert first == f"{tmp_path / 'a.kg'}: {len(few)} articles built."
    assert second.startswith(f"It holds {len(few)} articles, ")
    assert all(word in second for word in (" actors (", "with a Wikidata id)", " agreement", " events", " claims"))
    assert not done.stderr


def test_articles_without_a_date_are_named_by_the_build_that_reads_them_only(cli, few: list[Path], tmp_path: Path):
    undated = [tmp_path / f"{name}.txt" for name in "abcd"]
    for file in undated:
        file.write_text(f"{file.stem.upper()}\n\nThe ministers of Chad and Sudan met in Paris.\n", "utf-8")
    told = cli("build", tmp_path / "a.kg", *undated, *few).stderr
    assert told.startswith("4 articles without a date")
    assert all(str(file) in told for file in undated[:3])
    assert str(undated[3]) not in told
    assert "and 1 more" in told
    assert "--published" in told
    assert not cli("build", tmp_path / "a.kg", *few).stderr


def test_the_same_articles_again_are_replaced_and_change_nothing(cli, few: list[Path], own_store: Path):
    with Store.read(own_store) as store:
        before = store.dump()
    done = cli("build", own_store, *reversed(few))
    assert f"0 articles built, {len(few)} replaced." in done.stdout
    with Store.read(own_store) as store:
        assert store.dump() == before


def test_what_cannot_be_read_is_named_with_its_reason_and_the_run_goes_on(cli, articles: Path, tmp_path: Path):
    done = cli("build", tmp_path / "a.kg", articles)
    assert done.exit_code == 1
    assert f"1 article built, {len(BAD)} left out." in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == len(BAD)
    for name, (_, reason) in BAD.items():
        assert any(line.startswith(f"left out: {articles / name}: ") and reason in line for line in lines)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_build_reads_stdin(cli, tmp_path: Path, workers: str):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    cli("build", tmp_path / "file.kg", tmp_path / "a.txt")
    done = cli("build", tmp_path / "piped.kg", "-", "--workers", workers, input=ARTICLE)
    assert done.exit_code == 0, done.stderr
    with Store.read(tmp_path / "file.kg") as one, Store.read(tmp_path / "piped.kg") as other:
        assert one.dump() == other.dump()


@pytest.mark.parametrize("data", ["", " \n"])
def test_nothing_piped_is_left_out_and_said(cli, tmp_path: Path, data: str):
    done = cli("build", tmp_path / "a.kg", "-", input=data)
    assert (done.exit_code, done.stderr) == (1, "left out: -: is empty\n")


@pytest.mark.parametrize("name", ["README", "README.md", "readme.txt", "README.fr.md"])
def test_a_readme_of_a_folder_is_no_article(cli, tmp_path: Path, name: str):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "in" / name).write_text(f"# Articles\n\n| name | of |\n| --- | --- |\n\n{ARTICLE}", "utf-8")
    done = cli("build", tmp_path / "a.kg", tmp_path / "in")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "1 article built.\n" in done.stdout


def test_a_document_with_two_faults_is_left_out_once(cli, tmp_path: Path):
    file = tmp_path / "feed.xml"
    file.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>A b</title><desc', "utf-8"
    )
    for verb in (("build", tmp_path / "a.kg"), ("load",)):
        done = cli(*verb, file)
        assert done.stderr.count("left out: ") == 2
        assert "1 left out.\n" in done.stdout + done.stderr


def test_a_store_in_a_folder_of_articles_is_none_of_them(cli, tmp_path: Path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    store = tmp_path / "a.kg"
    for _ in range(2):
        done = cli("build", store, tmp_path)
        assert (done.exit_code, done.stderr) == (0, "")
    given = cli("load", store)
    assert given.exit_code == 1
    assert "is a store, not a folder of articles" in given.stderr


def test_stats_tells_how_many_were_left_out_and_why(cli, articles: Path, tmp_path: Path):
    cli("build", tmp_path / "a.kg", articles)
    assert json.loads(cli("stats", tmp_path / "a.kg").stdout)["left_out"] == len(BAD)
    listed = [json.loads(line) for line in cli("stats", tmp_path / "a.kg", "--left-out").stdout.splitlines()]
    assert {Path(each["document"]).name for each in listed} == set(BAD)
    assert all(each["reason"] for each in listed)


def test_a_build_of_nothing_readable_leaves_no_store(cli, articles: Path, tmp_path: Path):
    (articles / "good.txt").unlink()
    assert cli("build", tmp_path / "a.kg", articles).exit_code == 1
    assert not (tmp_path / "a.kg").exists()


@pytest.mark.parametrize("option", [["--lang", "tlh"], ["--format", "tlh"]])
def test_a_wrong_option_changes_nothing(cli, own_store: Path, few: list[Path], option: list[str]):
    with Store.read(own_store) as store:
        before = store.dump()
    done = cli("build", own_store, few[0], *option)
    assert done.exit_code == 1
    assert "at hand" in done.stderr
    with Store.read(own_store) as store:
        assert store.dump() == before


def test_published_and_language_are_taken_as_stated(cli, tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ali Bongo rencontre Idriss Déby à Libreville.\n", "utf-8")
    done = cli("load", tmp_path / "a.txt", "--lang", "fr", "--published", "2019-05-04")
    found = json.loads(done.stdout)
    assert (found["language"], found["published"][:10]) == ("fr", "2019-05-04")


def test_a_stated_time_corrects_the_one_under_which_the_article_was_read(cli, tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ali Bongo rencontre Idriss Déby à Libreville samedi.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Idriss Déby rencontre Paul Biya à Yaoundé samedi.\n", "utf-8")
    state = [tmp_path / "a.kg", tmp_path / "a.txt", "--lang", "fr"]
    cli("build", *state, tmp_path / "b.txt")
    for time in ("2019-05-04", "2019-05-05"):
        assert "0 articles built, 1 replaced." in cli("build", *state, "--published", time).stdout
    days = [json.loads(line)["day"] for line in cli("query", tmp_path / "a.kg", "articles").stdout.splitlines()]
    assert days == [None, "2019-05-05"]
    cli("build", tmp_path / "b.kg", tmp_path / "b.txt", "--lang", "fr")
    cli("build", tmp_path / "b.kg", *state[1:], "--published", "2019-05-05")
    dumps = [(cli("export", tmp_path / name, "-o", tmp_path / f"{name}.nq"), (tmp_path / f"{name}.nq").read_bytes())[1]
             for name in ("a.kg", "b.kg")]  # fmt: skip
    assert dumps[0] == dumps[1]


def test_copies_of_an_article_are_one_and_counted(cli, tmp_path: Path, monkeypatch):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Ali Bongo rencontre Idriss Déby à Libreville.\n", "utf-8")
    assert "1 article built, 2 given twice." in cli("build", tmp_path / "a.kg", *sorted(tmp_path.glob("*.txt"))).stdout
    monkeypatch.setattr("kg.run._TOGETHER", 1)
    assert "1 article built, 2 given twice." in cli("build", tmp_path / "b.kg", *sorted(tmp_path.glob("*.txt"))).stdout


@pytest.mark.parametrize(
    "time", ["2019-05-04", "20190504", "2019-05-04T06:30", "2019-05-04 06:30:15.5", "2019-05-04T06:30Z", "2019-W18-6"]
)
def test_the_time_of_publication_is_taken_in_any_form_of_iso_8601(cli, tmp_path: Path, time: str):
    (tmp_path / "a.txt").write_text("Ali Bongo rencontre Idriss Déby à Libreville.\n", "utf-8")
    found = json.loads(cli("load", tmp_path / "a.txt", "--published", time).stdout)
    assert found["published"][:10] == "2019-05-04"


def test_extract_writes_one_valid_line_an_article(cli, few: list[Path]):
    done = cli("extract", *few)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(few)
    for each in found:
        jsonschema.validate(each, schema())
    assert any(each["claims"] for each in found)


def test_extract_reads_stdin(cli):
    found = json.loads(cli("extract", "-", input=ARTICLE).stdout)
    assert found["text"] == ARTICLE
    assert found["path"] == "-"
    assert "Q473239" in {each.get("wikidata") for each in found["actors"]}


def test_extract_tells_what_it_left_out_and_goes_on(cli, articles: Path):
    done = cli("extract", articles)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.count("left out: ") == len(BAD)


def test_extract_gives_its_schema(cli):
    assert json.loads(cli("extract", "--schema").stdout) == schema()


def test_load_shows_each_segment_of_the_text(cli, few: list[Path]):
    found = json.loads(cli("load", few[0]).stdout)
    table = cli("load", few[0], "--table").stdout
    assert found["title"] in table
    assert {segment["kind"] for segment in found["segments"]} >= {"title", "lead", "body"}
    assert all(segment["kind"] in table for segment in found["segments"])
    rows = cli("load", few[0], "--tsv").stdout
    assert rows.startswith("path\twhat\tstart\tend\ttext\n")


def test_load_reads_stdin_beside_files(cli, few: list[Path]):
    lines = cli("load", few[0], "-", input=ARTICLE).stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == [str(few[0]), "-"]


def test_an_interrupted_build_says_how_to_go_on(cli, few: list[Path], tmp_path: Path, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.run.build", interrupted)
    done = cli("build", tmp_path / "a.kg", *few)
    assert (done.exit_code, done.stdout) == (130, "")
    assert done.stderr.startswith(f"{tmp_path / 'a.kg'}: interrupted; it is read as before. Run the same command again")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_progress_shows_on_a_terminal_only(shell, few: list[Path], tmp_path: Path):
    import pty

    assert not shell("build", tmp_path / "piped.kg", few[0]).stderr
    code = f"import sys; sys.argv = ['kg', 'build', {str(tmp_path / 'a.kg')!r}, {str(few[0])!r}]; from kg.cli import main; main()"
    shown = bytearray()

    def read(terminal: int) -> bytes:
        shown.extend(data := os.read(terminal, 1024))
        return data

    stdout = os.dup(1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    try:
        status = pty.spawn([sys.executable, "-c", code], read)
    finally:
        os.dup2(stdout, 1)
        os.close(stdout)
        os.close(quiet)
    assert status == 0
    assert b"Reading" in shown


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names of files there are text")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_file_whose_name_is_no_text_is_read_and_named_by_its_escapes(cli, tmp_path: Path, workers: str):
    (tmp_path / "in").mkdir()
    for name, text in ((b"d\xe9p\xeache.txt", ARTICLE), (b"two\nlines\xff.txt", "")):
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + name)).write_text(text, "utf-8")
    done = cli("build", tmp_path / "a.kg", tmp_path / "in", "--workers", workers)
    assert "1 article built, 1 left out." in done.stdout
    assert done.stderr == f"left out: {tmp_path}/in/two\\nlines\\udcff.txt: is empty\n"
    assert "\\\\nlines" in cli("stats", tmp_path / "a.kg", "--left-out").stdout
    for verb in ("load", "extract"):
        assert json.loads(cli(verb, tmp_path / "in").stdout)["path"] == f"{tmp_path}/in/d\\udce9p\\udceache.txt"


def test_an_empty_name_is_not_the_folder_one_is_in(cli, tmp_path: Path, monkeypatch):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli("build", "a.kg", "").stderr == "left out: '': names no file. For the folder you are in, give .\n"
    assert cli("build", "a.kg", ".").exit_code == 0
