"""The package as Python sees it: few names, sorted, imported when they are used."""

import subprocess
import sys
from pathlib import Path

import pytest

import kg


def test_the_public_names_are_few_sorted_and_there() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert len(kg.__all__) <= 15
    assert dir(kg) == kg.__all__
    for name in kg.__all__:
        assert getattr(kg, name) is not None
        assert name == "__version__" or getattr(kg, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'kg' has no attribute 'nothing'"):
        _ = kg.nothing


def test_import_costs_nothing_before_a_name_is_used() -> None:
    code = "import sys; before = set(sys.modules); import kg; print(sorted(set(sys.modules) - before))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(kg.__file__).parent.parent
    )
    heavy = {"pyoxigraph", "rdflib", "msgspec", "lxml", "pandas", "networkx", "spacy", "kg.model", "kg.store"}
    assert not heavy & set(eval(loaded.stdout))


def test_the_live_session_of_the_docstring_works(few: list[Path], tmp_path: Path) -> None:
    report = kg.build(few, tmp_path / "news.kg")
    assert isinstance(report, kg.Report)
    with kg.open(tmp_path / "news.kg") as graph:
        assert repr(graph) == f"KnowledgeGraph('{tmp_path / 'news.kg'}')"
        assert len(graph.articles) == report.articles == len(few)
        assert graph.left_out == []
        rows = graph.query("events", actor="Taliban")
        assert isinstance(rows, kg.Rows)
        assert len(rows) == len(graph.frame("events", actor=["Taliban"]))
        [(count,)] = graph.query("SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a dk:Article }")
        [[same]] = graph.graph.query(
            "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a <https://w3id.org/diplokg/ontology#Article> }"
        )
        assert count == int(same) == len(few)


def test_a_store_in_memory_is_asked_alike(few: list[Path]) -> None:
    store = kg.Store.memory()
    kg.build(few[:1], store)
    assert len(kg.open(store).query("articles")) == 1
    assert "articles" in kg.questions()


def test_one_article_is_extracted_without_a_store(few: list[Path]) -> None:
    [article] = kg.articles(few[:1])
    assert isinstance(article, kg.Article)
    assert isinstance(kg.extract(article), kg.Extraction)
