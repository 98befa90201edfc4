"""`kg view` and the networks of `kg export`: what is asked for is drawn, and nothing else."""

import importlib
import json
import re
from pathlib import Path

import pytest

from kg.store import Store

PLUGIN = '''"""Writes what a test has to know."""
import json


def write(graph, title=""):
    types = {data.get("type") for *_, data in graph.edges(data=True)}
    types |= {data.get("event_type") for _, data in graph.nodes(data=True)}
    labels = {graph.nodes[node]["label"] for node in graph}
    return json.dumps({"title": title, "labels": sorted(labels), "types": sorted(filter(None, types))}).encode()
'''


@pytest.fixture
def drawn(cli, few_store: Path, tmp_path: Path, monkeypatch):
    """Return a function that gives what a view with options draws."""
    (tmp_path / "looking_glass.py").write_text(PLUGIN, "utf-8")
    facts = tmp_path / "looking_glass-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: looking-glass\nVersion: 1\n", "utf-8")
    (facts / "entry_points.txt").write_text("[kg.views]\nglass = looking_glass:write\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    from kg import plugins

    plugins._points.cache_clear()
    plugins.load.cache_clear()

    def draw(*options: str) -> dict[str, object]:
        done = cli("view", few_store, "-o", tmp_path / "out.glass", "--replace", *options)
        assert done.exit_code == 0, done.stderr
        found: dict[str, object] = json.loads((tmp_path / "out.glass").read_text("utf-8"))
        return found

    yield draw
    plugins._points.cache_clear()
    plugins.load.cache_clear()


def test_the_page_is_one_file_that_names_who_is_in_the_store(cli, few_store: Path, tmp_path: Path):
    file = tmp_path / "net.html"
    done = cli("view", few_store, "-o", file, "--title", "A <b>title</b> & more")
    assert (done.exit_code, done.stdout) == (0, "")
    page = file.read_text("utf-8")
    assert "Mike Pompeo" in page
    assert "A &lt;b&gt;title&lt;/b&gt; &amp; more" in page
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']?(?:https?:)?//", page), (
        "no request leaves the page"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["net.html"]


def test_the_page_and_the_figures_count_alike(cli, few_store: Path, tmp_path: Path):
    assert cli("view", few_store, "-o", tmp_path / "net.html").exit_code == 0
    page = (tmp_path / "net.html").read_text("utf-8")
    counted = json.loads(cli("stats", few_store).stdout)
    for name in ("articles", "outlets", "claims"):
        assert re.search(rf"\b{counted[name]} {name}", page), name


def test_the_same_store_gives_the_same_page(shell, few_store: Path, tmp_path: Path):
    for name in ("one.html", "two.html"):
        assert shell("view", few_store, "-o", tmp_path / name, cwd=tmp_path).returncode == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_type_leaves_out_the_others(drawn):
    assert len(drawn()["types"]) > 1
    assert drawn("--type", "withdrawal")["types"] == ["withdrawal"]


@pytest.mark.parametrize(
    "options", [["--since", "2020-06-01"], ["--until", "2019-12-31"], ["--min-confidence", "0.85"], ["--limit", "4"]]
)
def test_bounds_leave_out_what_lies_beyond(drawn, options: list[str]):
    assert 0 < len(drawn(*options)["labels"]) < len(drawn()["labels"])


def test_around_keeps_the_neighbourhood_and_depth_widens_it(drawn):
    near, wide, whole = (
        drawn(*options)["labels"]
        for options in (["--around", "Mike Pompeo"], ["--around", "Mike Pompeo", "--depth", "2"], [])
    )
    assert "Mike Pompeo" in near
    assert set(near) <= set(wide) <= set(whole)
    assert len(near) < len(whole)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-o", "a.pdf"], "Views at hand"),
        (["-o", "a.html", "--around", "Nobody at All"], "nothing in the store is called"),
        (["-o", "a.html", "--type", "picnic"], "picnic"),
        (["-o", "a.html", "--lang", "tlh"], "tlh"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_leaves_no_file(
    cli, few_store: Path, tmp_path: Path, monkeypatch, options: list[str], says: str
):
    monkeypatch.chdir(tmp_path)
    done = cli("view", few_store, *options)
    assert done.exit_code == 1
    assert says in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_day_that_is_none_is_told_in_plain_words(cli, few_store: Path, tmp_path: Path):
    done = cli("view", few_store, "-o", tmp_path / "a.html", "--since", "yesterday")
    assert done.exit_code == 2
    assert "'yesterday' is no day. Write it as 2020-11-21." in done.stderr


def test_a_network_of_nothing_says_so(cli, few_store: Path, tmp_path: Path):
    assert (
        "the network is empty"
        in cli("view", few_store, "-o", tmp_path / "a.html", "--type", "war", "--until", "1800-01-01").stderr
    )


def test_a_view_only_reads(cli, own_store: Path, tmp_path: Path):
    with Store.read(own_store) as store:
        before = store.dump()
    cli("view", own_store, "-o", tmp_path / "a.html")
    with Store.read(own_store) as store:
        assert store.dump() == before
