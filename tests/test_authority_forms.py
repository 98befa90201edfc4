"""French forms come out right by rules: on tables that have one form of a name each, the English label."""

import csv
import gzip
import io
import shutil
from pathlib import Path

import pytest

from kg import authority, share
from kg.authority import Authority

SIX = {
    "Serguei Lavrov": "Sergey Lavrov",
    "Volodymyr Zelensky": "Volodymyr Zelenskyy",
    "Xi Jinping": "Xi Jinping",
    "Benyamin Nétanyahou": "Benjamin Netanyahu",
    "Recep Tayyip Erdogan": "Recep Tayyip Erdoğan",
    "Mohammed ben Salmane": "Mohammed bin Salman",
}


def bearer(known: Authority, form: str) -> str:
    """Return the id of the one whom a name means in some tables."""
    found = known.named(form) or known.variants(form)
    return found[0] if found else ""


@pytest.fixture(scope="module")
def stripped(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The shipped tables, in which the six have no name but their English label."""
    data, folder, known = share.path("data", "authority"), tmp_path_factory.mktemp("stripped"), authority.load()
    shutil.copytree(data, folder, dirs_exist_ok=True)
    entries = [known.entry(bearer(known, label)) for label in SIX.values()]
    ids = {entry.id for entry in entries} | {entry.wikidata for entry in entries}
    for name in ("actors.csv", "additions.csv"):
        bare(folder / name, ids, ("label_fr", "aliases"))
    bare(folder / "officials.csv.gz", ids, ("other_names",))
    return Authority(folder, tmp_path_factory.mktemp("none"))


def bare(file: Path, ids: set[str], columns: tuple[str, ...]) -> None:
    """Take these columns away from the rows of some ids."""
    packed = file.suffix == ".gz"
    text = gzip.decompress(file.read_bytes()).decode() if packed else file.read_text("utf-8")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(table[0]), lineterminator="\n")
    writer.writeheader()
    for row in table:
        if ids & {row.get("id", ""), row.get("qid", "")} - {""}:
            writer.writerow(row | dict.fromkeys(columns, ""))
        else:
            writer.writerow(row)
    data = out.getvalue().encode()
    file.write_bytes(gzip.compress(data) if packed else data)


@pytest.mark.parametrize(("form", "label"), SIX.items())
def test_a_french_form_that_the_tables_lack_is_found_by_rule(stripped: Authority, form: str, label: str) -> None:
    assert bearer(stripped, form) == bearer(authority.load(), label) != ""


def test_the_tables_lack_the_french_forms(stripped: Authority) -> None:
    assert [form for form in SIX if stripped.named(form)] == ["Xi Jinping", "Recep Tayyip Erdogan"], "by folding alone"


@pytest.mark.parametrize("form", ["Serguei Lavrentiev", "Mohammed ben Nayef", "Volodymyr Klitschko", "Benyamin Ganz"])
def test_a_name_like_one_of_them_is_not_taken_for_it(stripped: Authority, form: str) -> None:
    assert bearer(stripped, form) not in {bearer(stripped, label) for label in SIX.values()}
