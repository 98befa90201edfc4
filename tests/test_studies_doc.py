"""docs/studies.md: the studies that it shows run as they stand, and count what the store holds."""

import re
from pathlib import Path

import pytest

from kg import query
from kg.store import Store

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"<!-- ([\w ]+) -->\n```python\n(.*?)```", re.DOTALL)


def blocks() -> dict[str, str]:
    return dict(BLOCK.findall((ROOT / "docs" / "studies.md").read_text("utf-8")))


@pytest.fixture
def run(few_store: Path, cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("events.plover.csv", "agreements.pax.csv"):
        assert cli("export", few_store, "-o", tmp_path / name).exit_code == 0
    monkeypatch.chdir(tmp_path)

    def executed(name: str) -> dict[str, object]:
        values: dict[str, object] = {}
        exec(blocks()[name], values)
        return values

    return executed


def asked(store: Path, text: str) -> list[tuple[object, ...]]:
    with Store.read(store) as opened:
        return list(query.answer(opened.oxigraph, text))


def test_talks_per_month_counts_each_event_once(run, few_store: Path) -> None:
    pytest.importorskip("pandas")
    found = run("talks per month")
    told = {str(row[0]) for row in asked(few_store, "SELECT DISTINCT ?e { ?e a dk:Event }")}
    assert found["per_month"].sum() == len(found["once"]) > 0
    assert set(found["once"]["Event ID"]) <= told
    assert (found["behind"]["Sentence"] != "").all()
    assert len(found["sure"]) <= len(found["once"])


def test_agreements_by_stage_are_those_of_the_store(run, few_store: Path) -> None:
    found = run("agreements by stage")
    stages = asked(
        few_store,
        "SELECT DISTINCT ?a ?s { GRAPH <https://w3id.org/diplokg/graph/consolidated> { ?a a dk:Agreement ; dk:agreementStatus ?s } }",
    )
    assert sum(count for _, count in found["by_stage"]) == len(stages)
    assert all(row[3] and row[4] and float(row[5]) > 0 for row in found["behind"])
