"""The store: whole articles or none, one writer, readers of finished states, errors that say what to do."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import iri
from kg.errors import InputError, StoreError
from kg.store import LeftOut, Store
from kg.store.folder import Folder, Hold


def quads(article: str, *words: str) -> list[ox.Quad]:
    graph = ox.NamedNode(iri.article_graph(article))
    return [
        ox.Quad(ox.NamedNode(f"https://example.org/{article}"), ox.NamedNode("https://example.org/says"), word, graph)
        for word in map(ox.Literal, words)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.kg"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    store = Store.memory() if request.param == "memory" else Store.open(path, create=True)
    yield store
    store.close()


def test_put_stores_one_graph_per_article(store: Store) -> None:
    assert store.put("aa", quads("aa", "x", "y")) is False
    assert store.put("bb", quads("bb", "x")) is False
    assert store.articles() == ["aa", "bb"]
    assert "aa" in store
    assert "cc" not in store
    assert len(store) == 3


@pytest.mark.parametrize("words", [("z",), ("x", "z"), ('a "quoted" \\ line\nbreak \t é 𝄞 {?x}',), ()])
def test_put_of_a_stored_article_replaces_all_that_it_said(store: Store, words: tuple[str, ...]) -> None:
    store.put("aa", quads("aa", "x", "y"))
    store.put("bb", quads("bb", "x"))
    assert store.put("aa", quads("aa", *words)) is True
    assert sorted(str(quad.object.value) for quad in store.quads(iri.article_graph("aa"))) == sorted(words)
    assert len(list(store.quads(iri.article_graph("bb")))) == 1


@pytest.mark.parametrize("again", [False, True])
def test_put_of_quads_that_fail_on_the_way_changes_nothing(store: Store, again: bool) -> None:
    def failing():
        yield from quads("aa", "new")
        raise ZeroDivisionError

    if again:
        store.put("aa", quads("aa", "old"))
    before = store.dump()
    with pytest.raises(ZeroDivisionError):
        store.put("aa", failing())
    assert store.dump() == before


def test_put_refuses_quads_of_another_graph_and_blank_nodes(store: Store) -> None:
    with pytest.raises(ValueError, match="only quads of"):
        store.put("aa", quads("bb", "x"))
    blank = ox.Quad(ox.BlankNode(), ox.NamedNode("a:b"), ox.Literal("x"), ox.NamedNode(iri.article_graph("aa")))
    with pytest.raises(ValueError, match="without blank nodes"):
        store.put("aa", [blank])
    assert len(store) == 0


def test_remove_drops_one_article_and_names_an_unknown_one(store: Store) -> None:
    store.put("aa", quads("aa", "x"))
    store.put("bb", quads("bb", "x"))
    store.remove("aa")
    assert store.articles() == ["bb"]
    with pytest.raises(StoreError, match="no article aa"):
        store.remove("aa")


def test_left_out_documents_are_remembered_once_each_with_the_last_reason(store: Store) -> None:
    store.leave_out("b.txt", "empty")
    store.leave_out("a.txt", "binary")
    store.leave_out("b.txt", "too short")
    store.leave_out("c.txt", "empty")
    store.take_in("c.txt")
    store.take_in("never seen.txt")
    assert store.left_out() == [LeftOut("a.txt", "binary"), LeftOut("b.txt", "too short")]


def test_dump_is_sorted_independent_of_order_and_loads_back(tmp_path: Path) -> None:
    articles = [("bb", ("y", "x")), ("aa", ("é", "z"))]
    dumps = []
    for order in (articles, articles[::-1]):
        store = Store.memory()
        for article, words in order:
            store.put(article, quads(article, *words))
        store.leave_out("a.txt", "binary")
        dumps.append(store.dump())
    assert dumps[0] == dumps[1]
    lines = dumps[0].splitlines()
    assert len(lines) == 4
    assert lines == sorted(lines)
    (tmp_path / "all.nq").write_bytes(dumps[0])
    again = Store.memory()
    again.load(tmp_path / "all.nq")
    assert again.dump() == dumps[0]


def test_load_of_a_broken_file_changes_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "broken.nq").write_text("<a:b> <a:c> <a:d> .\nnot a quad\n", "utf-8")
    for name in ("broken.nq", "missing.nq"):
        with pytest.raises(InputError, match=name):
            store.load(tmp_path / name)
    assert len(store) == 0


def test_rdflib_sees_the_union_of_all_graphs(store: Store) -> None:
    store.put("aa", quads("aa", "x"))
    store.put("bb", quads("bb", "y"))
    assert [str(row[0]) for row in store.rdflib().query("SELECT ?o { ?s ?p ?o } ORDER BY ?o")] == ["x", "y"]


# -------------------------------------------------------------------- on disk


def test_readers_see_finished_states_only(path: Path) -> None:
    writer = Store.open(path, create=True)
    writer.put("aa", quads("aa", "x"))
    with pytest.raises(StoreError, match="never finished"):
        Store.read(path)
    writer.commit()
    first = Store.read(path)
    writer.put("bb", quads("bb", "x"))
    assert Store.read(path).articles() == ["aa"]
    writer.commit()
    assert Store.read(path).articles() == ["aa", "bb"]
    assert first.articles() == ["aa"], "a reader keeps the state that it opened"
    writer.close()
    first.close()


def test_old_snapshots_go_when_nobody_reads_them(path: Path) -> None:
    with Store.open(path, create=True) as writer:
        writer.commit()
        reader = Store.read(path)
        for word in ("x", "y"):
            writer.put("aa", quads("aa", word))
            writer.commit()
        assert sorted(entry.name for entry in (path / "snapshots").iterdir()) == ["1", "3"]
        reader.close()
        writer.put("aa", quads("aa", "z"))
    assert sorted(entry.name for entry in (path / "snapshots").iterdir()) == ["4"]


def test_a_reader_cannot_write(path: Path) -> None:
    Store.open(path, create=True).__exit__(None, None, None)
    with Store.read(path) as reader, pytest.raises(StoreError, match="for reading"):
        reader.put("aa", quads("aa", "x"))


def test_rollback_goes_back_to_the_last_commit(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.put("aa", quads("aa", "x"))
    with Store.open(path) as store:
        before = store.dump()
        store.put("aa", quads("aa", "y"))
        store.put("bb", quads("bb", "y"))
        store.rollback()
        assert store.dump() == before
        store.put("cc", quads("cc", "z"))
    assert Store.read(path).articles() == ["aa", "cc"]


@pytest.mark.parametrize("large", [1, 100], ids=["written anew", "compared"])
@pytest.mark.parametrize("held", [True, False], ids=["there", "new"])
def test_a_renewal_in_memory_that_fails_half_way_leaves_all_as_it_was(monkeypatch, large: int, held: bool) -> None:
    monkeypatch.setattr("kg.store.store._LARGE", large)
    graph = iri.graph("consolidated")

    def parts(*words: str) -> Iterator[bytes]:
        for word in words:
            yield f'<urn:x> <urn:p> "{word}" <{graph}> .\n'.encode()
            if word == "torn":
                raise ValueError(word)

    store = Store.memory()
    if held:
        store.renew(graph, parts("a", "b"))
    before = store.dump()
    with pytest.raises(ValueError, match="torn"):
        store.renew(graph, parts("c", "torn"))
    assert store.dump() == before
    store.renew(graph, parts("d"))
    assert store.dump() == b"".join(parts("d"))


def test_rollback_of_a_store_that_never_was_finished_leaves_nothing(path: Path) -> None:
    store = Store.open(path, create=True)
    store.put("aa", quads("aa", "x"))
    store.rollback()
    store.close()
    assert not path.exists()


def test_what_an_error_interrupts_is_found_by_the_next_writer(path: Path) -> None:
    def interrupted() -> None:
        with Store.open(path, create=True) as store:
            store.put("aa", quads("aa", "x"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with Store.open(path) as store:
        assert store.changed
        assert store.articles() == ["aa"]
    with Store.open(path) as store:
        assert not store.changed


WRITER = """
import sys
from kg.store import Store
sys.path.insert(0, "tests")
from test_store import quads
store = Store.open(sys.argv[1])
store.put("bb", quads("bb", "x"))
print("writing", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_refused_with_the_first_named_and_readers_go_on(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.put("aa", quads("aa", "x"))
    root = Path(__file__).parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == b"writing\n"
        with pytest.raises(StoreError, match=f"being written by process {other.pid}"):
            Store.open(path)
        assert Store.read(path).articles() == ["aa"]
        other.kill()
    assert Store.read(path).articles() == ["aa"]
    with Store.open(path) as store:
        assert store.changed, "the killed writer left whole articles to go on from"
        assert store.articles() == ["aa", "bb"]


@pytest.mark.parametrize("act", [Store.open, Store.read, lambda path: Store.open(path, create=True)])
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("file", "x", "a file stands"), ("other/hello.txt", "x", "not a store"), ("old/kg-store", "kg 0\n", "layout 0")],
)
def test_what_is_no_store_is_named_and_left_alone(tmp_path: Path, act, name: str, content: str, says: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, "utf-8")
    with pytest.raises(StoreError, match=says):
        act(tmp_path / Path(name).parts[0])
    assert [entry.relative_to(tmp_path) for entry in tmp_path.rglob("*") if entry.is_file()] == [Path(name)]


@pytest.mark.parametrize("act", [Store.open, Store.read])
def test_a_missing_store_names_the_command_that_builds_one(path: Path, act) -> None:
    with pytest.raises(StoreError, match="kg build"):
        act(path)
    assert not path.exists()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles()


@pytest.mark.parametrize("act", [Store.open, Store.read])
def test_a_command_in_a_message_can_be_pasted_whatever_the_path(tmp_path: Path, act) -> None:
    path = tmp_path / "mon dépôt; à moi.kg"
    with pytest.raises(StoreError) as told:
        act(path)
    assert shlex.split(str(told.value).split("kg build ")[1])[0] == str(path)
    with Store.open(path, create=True) as store, pytest.raises(StoreError) as told:
        store.remove("0000")
    assert shlex.split(str(told.value).split("kg query ")[1])[0] == str(path)


def test_a_link_that_leads_nowhere_is_told_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.kg").symlink_to(tmp_path / "gone")
    with pytest.raises(StoreError, match=r"a\.kg: a link that leads nowhere stands"):
        Store.open(tmp_path / "a.kg", create=True)


def test_a_reader_passes_over_a_snapshot_that_its_writer_is_dropping(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.put("one", quads("one", "1"))
    folder = Folder(path)
    newest = folder.snapshots()[0]
    (newest.parent / "0").mkdir()
    dropping = Hold(newest, exclusive=True)
    found, hold = folder.hold()
    assert found == newest.parent / "0"
    hold.drop()
    dropping.drop()
    assert folder.hold()[0] == newest
