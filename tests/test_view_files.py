"""What a network is written as: the page before any browser, GEXF, GraphML, CSV."""

import base64
import csv
import hashlib
import io
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import hostile
import networkx as nx
import pytest
from telling import AF, DOHA, POMPEO, TALIBAN, US, extraction, stored, told

from kg import plugins
from kg.errors import InputError, MissingExtraError
from kg.view import gexf, graphml, page, table
from kg.view.drawing import script
from kg.view.marks import LINES, MARKS
from kg.view.network import network
from kg.view.words import languages, load

VIEW = Path(page.__file__).parent
WRITERS = {"html": page.render, "gexf": gexf.render, "graphml": graphml.render, "csv": table.render}


@pytest.fixture(scope="module")
def small() -> nx.MultiDiGraph:
    claims = (
        told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA),
        told("b", "withdrawal", US, place=AF, due="../2021-01-15", status="planned"),
        told("c", "statement", f"speaker:{POMPEO}"),
        told("d", "attack", when="2001-09-11"),
    )
    return network(stored(extraction(*claims, source="The Test Post")).oxigraph)


def data_of(text: str) -> dict:
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    return json.loads(found)


# -------------------------------------------------------------------- every form


def test_views_register_under_the_suffix_that_they_write() -> None:
    assert {name: plugins.load("kg.views", name) for name in plugins.names("kg.views") if name in WRITERS} == WRITERS


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_network_gives_the_same_bytes(form: str, small: nx.MultiDiGraph) -> None:
    assert WRITERS[form](small, title="x") == WRITERS[form](small, title="x")


@pytest.mark.parametrize("form", WRITERS)
def test_an_empty_network_can_be_written(form: str) -> None:
    assert WRITERS[form](network(stored().oxigraph))


@pytest.mark.parametrize("form", WRITERS)
def test_any_text_can_be_written(form: str) -> None:
    assert WRITERS[form](hostile.network()).decode("utf-8-sig")


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_a_passage_names_outlet_day_and_title_or_else_the_id_of_its_article(form: str, small: nx.MultiDiGraph) -> None:
    unnamed = small.copy()
    unnamed.graph["docs"] = {}
    told, bare = (WRITERS[form](graph).decode("utf-8-sig") for graph in (small, unnamed))
    assert "(The Test Post, 2020-11-21" in told
    assert "https://w3id.org/diplokg/article/" in bare
    assert "The Test Post, 2020-11-21" not in bare


def test_parquet_has_the_rows_of_the_table_with_their_types(small: nx.MultiDiGraph) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(io.BytesIO(plugins.load("kg.views", "parquet")(small)))
    cells = list(csv.DictReader(io.StringIO(table.render(small).decode("utf-8-sig"))))
    assert found.column_names == list(table.COLUMNS)
    assert [row["sentence"] for row in found.to_pylist()] == [row["sentence"] or None for row in cells]
    types = {name: str(found.schema.field(name).type) for name in ("articles", "confidence", "directed", "sentence")}
    assert types == {"articles": "int64", "confidence": "double", "directed": "bool", "sentence": "string"}


@pytest.mark.parametrize("graph", [hostile.network, lambda: network(stored().oxigraph)], ids=["any text", "nothing"])
def test_parquet_holds_any_text_and_none(graph) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    written = plugins.load("kg.views", "parquet")(graph())
    assert parquet.read_table(io.BytesIO(written)).column_names == list(table.COLUMNS)


def test_parquet_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch, small: nx.MultiDiGraph) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"diplomatic-kg\[formats\]"):
        plugins.load("kg.views", "parquet")(small)


# -------------------------------------------------------------------- the page


def test_the_page_holds_every_node_and_every_edge(small: nx.MultiDiGraph) -> None:
    data = data_of(page.render(small).decode())
    assert [node["iri"] for node in data["nodes"]] == list(small.nodes)
    ends = [
        (data["nodes"][edge["from"]]["iri"], data["nodes"][edge["to"]]["iri"], edge["event"]) for edge in data["edges"]
    ]
    assert ends == [(one, other, held["event"]) for one, other, held in small.edges(data=True)]
    assert all(edge["proofs"] for edge in data["edges"])


def test_the_page_allows_its_own_scripts_and_style_by_hash_and_nothing_else(small: nx.MultiDiGraph) -> None:
    text = page.render(small).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'none'"
    inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)

    def hashes(*texts: str) -> set[str]:
        return {f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in texts}

    assert set(rules["script-src"].split()) == hashes(*inline, script())
    assert set(rules["style-src"].split()) == hashes(*style)
    assert "unsafe" not in policy


def test_the_page_names_no_address_to_load_from(small: nx.MultiDiGraph) -> None:
    text = page.render(small).decode()
    assert not re.search(r"""\b(src|href|srcset|action)\s*=\s*["']?(https?:)?//""", text)
    assert "@import" not in text
    assert not re.search(r"url\(", text)


def test_the_shell_of_the_page_is_small() -> None:
    assert len(page.render(network(stored().oxigraph))) <= 500_000


def test_no_text_of_an_article_leaves_the_data() -> None:
    text = page.render(hostile.network(), title=hostile.CORPUS[1]).decode()
    outside = re.sub(r'<script type="application/json" id="data">.*?</script>', "", text, flags=re.DOTALL)
    assert re.findall(rf"<[a-z][^>]*{hostile.MARK}", outside) == []
    assert outside.count(hostile.MARK) == 2  # the title, escaped, in head and heading
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert not re.search("[<>&\u2028\u2029]", data)
    held = json.loads(data)
    assert held["passages"][2]["text"] == hostile.CORPUS[2]


def test_the_page_speaks_each_language_in_full() -> None:
    used = set()
    for file in (*(VIEW / "static").glob("*.js"), *(VIEW / "templates").glob("*"), VIEW / "page.py"):
        used |= set(re.findall(r"""words(?:\.|\[["'])([a-z_]+)""", file.read_text("utf-8")))
    assert {"en", "fr"} <= set(languages())
    used -= {"counts", "event", "role", "status", "node", "commitment"}
    for language in languages():
        words = load(language)
        assert words.keys() == load("en").keys()
        assert used <= words.keys()
        holes = {key: set(re.findall(r"\{\w+\}", text)) for key, text in words.items() if isinstance(text, str)}
        assert holes == {
            key: set(re.findall(r"\{\w+\}", text)) for key, text in load("en").items() if isinstance(text, str)
        }


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        ("en", "Read from 1 article, 1 outlet, published from November 21, 2020 to November 21, 2020."),
        ("fr", "Tiré de 1 article, 1 organe de presse, parus du 21 novembre 2020 au 21 novembre 2020."),
    ],
)
def test_the_head_tells_corpus_and_dates(language: str, summary: str, small: nx.MultiDiGraph) -> None:
    text = page.render(small, language=language).decode()
    assert summary in text
    assert f'<html lang="{language}">' in text


def test_a_language_that_the_page_does_not_speak_is_refused(small: nx.MultiDiGraph) -> None:
    with pytest.raises(InputError, match=r"xx.*en, fr"):
        page.render(small, language="xx")


def test_the_head_says_when_nodes_were_left_out() -> None:
    claims = [told(f"e{number}", "meeting", f"local/person/p{number}", US) for number in range(5)]
    whole = stored(extraction(*claims)).oxigraph
    assert "Of 6 nodes the 3 with most lines are shown." in page.render(network(whole, limit=3)).decode()
    assert "Of 6 nodes" not in page.render(network(whole)).decode()


def test_each_type_has_a_shape_of_its_own_and_each_tone_a_colour() -> None:
    looks = [mark.shape for mark in MARKS.values()]
    assert len(set(looks)) == len(looks)
    assert len(set(LINES.values())) == len(LINES)
    for language in languages():
        assert all(load(language)[f"tone_{tone}"] for tone in LINES)


def test_pyvis_is_named_in_one_file() -> None:
    root = VIEW.parent
    named = [
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        if re.search(r"^\s*(import|from) pyvis", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert named == ["view/drawing.py"]


def test_writing_a_page_leaves_nothing_else_behind(
    small: nx.MultiDiGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page.render(small)
    assert list(tmp_path.iterdir()) == []


# -------------------------------------------------------------------- GEXF and GraphML


@pytest.mark.parametrize(("writer", "reader"), [(gexf.render, nx.read_gexf), (graphml.render, nx.read_graphml)])
def test_graph_files_are_read_back_whole(writer, reader, small: nx.MultiDiGraph) -> None:
    found = reader(io.BytesIO(writer(small)))
    assert set(found.nodes) == set(small.nodes)
    assert sorted(found.edges()) == sorted(small.edges())
    ends = {(one, other): data for one, other, data in found.edges(data=True)}
    for one, other, data in small.edges(data=True):
        held = ends[one, other]
        for key in ("event", "label", "status", "dated", "articles", "confidence"):
            assert held.get(key, "") == data[key]
        assert data["evidence"][0].sentence in held["evidence"]


def test_gexf_has_the_time_of_each_line_and_the_place_of_each_node(small: nx.MultiDiGraph) -> None:
    root = ET.fromstring(gexf.render(small))
    space = {"g": "http://www.gexf.net/1.2draft", "v": "http://www.gexf.net/1.2draft/viz"}
    assert root.find("g:graph", space).attrib["timeformat"] == "date"
    times = {(edge.get("start"), edge.get("end")) for edge in root.iterfind(".//g:edge", space)}
    assert times == {("2020-11-21", "2020-11-21"), ("2021-01-15", "2021-01-15")}
    assert len(root.findall(".//v:position", space)) == len(small)


# -------------------------------------------------------------------- CSV


def test_the_table_has_a_row_for_each_passage(small: nx.MultiDiGraph) -> None:
    rows = list(csv.DictReader(io.StringIO(table.render(small).decode("utf-8-sig"))))
    claims = {claim for *_, data in small.edges(data=True) for claim in data["claims"]}
    claims |= {claim for _, data in small.nodes(data=True) for claim in data.get("claims", ())}
    assert {row["claim"] for row in rows} == claims
    by_type = {row["type"] or row["label"]: row for row in rows}
    assert by_type["meeting"]["from_label"] == "Taliban"
    assert by_type["meeting"]["to_wikidata"] == "http://www.wikidata.org/entity/Q473239"
    assert by_type["statement"]["to"] == ""
    assert all(
        row["sentence"] and row["published"] == "2020-11-21" and row["outlet"] == "The Test Post" for row in rows
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    rows = list(csv.reader(io.StringIO(table.render(hostile.network((text,))).decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(start)]
    assert f"'{text}" in cells
