"""What CONTRIBUTING says one has to touch to add something is all that one has to touch: each row is done here.

The rows are done in a copy of the tree, or in a package of a stranger, and looked at through the command line.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).resolve().parent.parent
Kg = Callable[..., "subprocess.CompletedProcess[str]"]


def kg_in(folder: Path, *path: Path) -> Kg:
    """Return a function that runs the `kg` of a folder, with more folders on the path of modules."""

    def run(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (folder, *path)))}
        call = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)]
        return subprocess.run(
            call, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, **options
        )

    return run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of what the package is made of."""
    for part in ("kg", "ontology", "queries", "data/lang", "data/authority", "tools"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (ROOT / "data").glob("*.toml"):
        shutil.copy(file, tmp_path / "data")
    return tmp_path


def extracted(kg: Kg, text: str, *options: str) -> dict[str, Any]:
    """Return the record of one article."""
    done = kg("extract", "-", "--published", "2020-11-21", *options, input=text)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def events(record: dict[str, Any]) -> list[tuple[str, set[str]]]:
    """Return the type of each claim with its participants."""
    return [(claim["type"], {each["actor"] for each in claim["participants"]}) for claim in record["claims"]]


# ---------------------------------------------------------------- a language: one TOML file

ITALIAN: dict[str, Any] = {
    "code": "it",
    "name": "italiano",
    "segments": {"numeric_dates": "day first"},
    "sentences": {"never": ["Sig", "Dott"]},
    "grammar": {
        "determiners": ["il", "lo", "la", "i", "gli", "le", "l", "un", "una"],
        "and": ["e", "ed"],
        "relative": ["che"],
        "complementizers": ["che"],
        "negations": ["non"],
        "prepositions": {"with": ["con"], "in": ["a", "in"], "of": ["di", "del", "dello"], "between": ["tra", "fra"]},
        "auxiliaries": {
            "have": {"pres": "ha hanno", "inf": "avere"},
            "be": {"pres": "è sono", "part": "stato", "inf": "essere"},
        },
        "paradigms": {"are": {"inf": "are", "pres": "a ano", "past": "ava", "part": "ato ata", "ger": "ando", "fut": "erà"}},
    },
    "speech": {"hearsay_conditional": False},
    "events": {"meeting": {"verbs": ["incontrare"], "nouns": ["incontro", "vertice"]}},
    "names": {"articles": ["il", "lo", "la", "i"], "of": ["di", "del"], "and": ["e"], "locative": ["a", "in"]},
    "offices": {"heads": {"foreign_minister": ["segretario di Stato", "ministro degli Esteri"]}},
    "dates": {
        "months": [[month] for month in ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"]],
        "weekdays": [[day] for day in ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]],
        "rules": [{"id": "calendar-date", "kind": "calendar", "form": "{day} {month} [{year}]"}],
    },
}  # fmt: skip


def blank(kind: Any) -> Any:
    """Return an empty value of a type of the language structs."""
    if isinstance(kind, msgspec.inspect.StructType):
        return {field.encode_name: blank(field.type) for field in kind.fields if field.required}
    if isinstance(kind, msgspec.inspect.DictType):
        return {}
    if isinstance(kind, msgspec.inspect.BoolType):
        return False
    return "" if isinstance(kind, msgspec.inspect.StrType) else []


def merged(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {key: merged(below.get(key), above.get(key)) for key in {**below, **above}}
    return below if above is None else above


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def test_a_language_is_one_file(copy: Path):
    from kg.lang import Language

    whole = merged(blank(msgspec.inspect.type_info(Language)), ITALIAN)
    (copy / "data/lang/it.toml").write_text(
        "".join(f"{key} = {toml(value)}\n" for key, value in whole.items()), "utf-8"
    )
    kg = kg_in(copy)
    assert "italiano" in kg("langs").stdout
    text = "Il segretario di Stato Mike Pompeo ha incontrato Sergei Lavrov a Doha il 19 novembre 2020.\n"
    found = extracted(kg, text)
    assert found["language"] == "it"
    assert {each["wikidata"] for each in found["actors"] if "wikidata" in each} >= {"Q473239", "Q58217"}
    assert ("meeting", {"person/mike-pompeo", "person/sergey-lavrov"}) in events(found)
    assert "2020-11-19" in {each["edtf"] for each in found["dates"]}
    assert "Doha" in {each["name"] for each in found["places"]}


# ---------------------------------------------------------------- an event type: the ontology, and words a language


def test_an_event_type_is_a_concept_and_its_words(copy: Path):
    concept = (
        '\net:summons a skos:Concept ; dk:tier "concept" ; skos:inScheme et:scheme ; skos:notation "summons" ;\n'
        '    skos:prefLabel "summons"@en , "convocation"@fr ; dk:eventClass dk:Event ;\n'
        '    dk:leadRole dk:sender ; dk:hasRole dk:target ; rdfs:comment "A state calls in the envoy of another."@en .\n'
    )
    with (copy / "ontology/diplokg.ttl").open("a", encoding="utf-8") as ontology:
        ontology.write(concept)
    with (copy / "data/events.toml").open("a", encoding="utf-8") as grammar:
        grammar.write(
            '\n[summons]\nmin = 1\nfamily = "summons"\nslots = { subject = "sender", object = "target", of = "target" }\n'
        )
    for code, verb in (("en", "summon"), ("fr", "convoquer")):
        with (copy / f"data/lang/{code}.toml").open("a", encoding="utf-8") as words:
            words.write(f'\n[events.summons]\nverbs = ["{verb}"]\n')
    subprocess.run([sys.executable, "tools/write_vocab.py"], cwd=copy, check=True, capture_output=True)
    kg = kg_in(copy)
    for text in ("Poland summoned Russia on Friday.\n", "La Pologne a convoqué la Russie vendredi.\n"):
        assert ("summons", {"country/PL", "country/RU"}) in events(extracted(kg, text)), text
    (copy / "article.txt").write_text("Poland summoned Russia on Friday.\n", "utf-8")
    assert kg("build", "a.kg", "article.txt", "--published", "2020-11-21").returncode == 0
    asked = kg("query", "a.kg", "SELECT ?event { ?event a dk:Event ; sem:eventType et:summons ; dk:target ?target }")
    assert asked.stdout.count("\n") == 1, asked.stderr


# ---------------------------------------------------------------- a query: one file; an actor, place, office: one row


def test_a_question_is_one_file(copy: Path):
    (copy / "queries/longest.rq").write_text(
        "# title: The longest article\n# example:\nSELECT ?article ?length { ?article dk:textLength ?length } ORDER BY DESC(?length) LIMIT 1\n",
        "utf-8",
    )
    kg = kg_in(copy)
    assert "The longest article" in kg("queries").stdout
    (copy / "article.txt").write_text("Poland met Russia on Friday.\n", "utf-8")
    kg("build", "a.kg", "article.txt")
    assert json.loads(kg("query", "a.kg", "longest").stdout)["length"] == 29


def add_row(copy: Path, table: str, **cells: str) -> Kg:
    """Add a row to a table of the authority; return the command that reads it."""
    file = copy / "data/authority" / table
    columns = next(csv.reader(file.read_text("utf-8").splitlines()[:1]))
    with file.open("a", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerow([cells.pop(column, "") for column in columns])
    assert not cells, "no such columns"
    kg = kg_in(copy)
    checked = kg("authority", "check")
    assert checked.returncode == 0, checked.stdout
    return kg


def test_an_actor_is_one_row(copy: Path):
    kg = add_row(copy, "actors.csv", id="organization/lake-council", label_en="Lake Council", label_fr="Conseil du lac", aliases="LCX", type="Organization")  # fmt: skip
    for text in ("The Lake Council met Russia on Friday.\n", "Le Conseil du lac a rencontré la Russie vendredi.\n"):
        assert ("meeting", {"organization/lake-council", "country/RU"}) in events(extracted(kg, text)), text


def test_a_place_is_one_row(copy: Path):
    kg = add_row(copy, "additions.csv", id="place/upper-lakeland", label_en="Upper Lakeland", label_fr="Haut-Lacland", type="Place", country="PL")  # fmt: skip
    for text in ("Poland met Russia in Upper Lakeland on Friday.\n", "La Pologne a rencontré la Russie au Haut-Lacland vendredi.\n"):  # fmt: skip
        found = extracted(kg, text)
        assert [claim["place"] for claim in found["claims"]] == ["place/upper-lakeland"], text


def test_an_office_is_one_row(copy: Path):
    office = "Special Envoy for Afghan Women"
    kg = add_row(copy, "actors.csv", id="person/rina-amiri", label_en="Rina Amiri", type="Person", country="US", offices=f"{office}=2021-12-29/..", verified="yes")  # fmt: skip
    held = json.loads(kg("authority", "holders", office, "--on", "2022-06-01").stdout)
    assert (held["name"], held["from"]) == ("Rina Amiri", "2021-12-29")
    (copy / "article.txt").write_text("Rina Amiri met the Taliban in Doha on Friday.\n", "utf-8")
    assert kg("build", "a.kg", "article.txt", "--published", "2022-06-30").returncode == 0
    acted = json.loads(kg("query", "a.kg", "acted-for-state", "-p", "state", "United States").stdout)
    assert (acted["name"], acted["capacity"]) == ("Rina Amiri", office)


# ---------------------------------------------------------------- a kind of office to ask Wikidata for: one row


def test_a_kind_of_office_is_one_row(copy: Path) -> None:
    from serving import FIXTURE, oxigraph

    table = copy / "data/authority/classes.csv"
    row = "security_adviser,offices,,,national security adviser,P1001,found by its English label\n"
    table.write_text(table.read_text("utf-8") + row, "utf-8")
    with oxigraph(FIXTURE) as endpoint:
        asked = ("--office", "security_adviser", "--endpoint", endpoint, "--into", copy / "own", "--csv")
        done = kg_in(copy)("authority", "update", *asked)
    assert done.returncode == 0, done.stderr
    assert "Hamdullah Mohib" in done.stdout, (
        "whom the tables know without an id: a judgement must say that he is the one"
    )


# ---------------------------------------------------------------- a loader, a view: an entry point


def stranger(folder: Path, module: str, points: str) -> Path:
    """Make an installed package of one module with entry points."""
    (folder / "stranger.py").write_text(module, "utf-8")
    facts = folder / "stranger-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n", "utf-8")
    (facts / "entry_points.txt").write_text(points, "utf-8")
    return folder


def test_a_loader_is_a_file_and_a_line(tmp_path: Path):
    module = '''"""Reads cards: a line `CARD`, then the text."""
from kg.load.document import RawDocument


def sniff(head):
    return 1.0 if head.startswith(b"CARD") else 0.0


def read(data, where):
    yield RawDocument(where, data.decode().removeprefix("CARD").strip(), source="The Card")
'''
    kg = kg_in(ROOT, stranger(tmp_path, module, "[kg.loaders]\ncard = stranger\n"))
    assert '"card"' in kg("plugins").stdout
    found = json.loads(kg("load", "-", input="CARD\nPoland met Russia on Friday in Doha, the ministry said.\n").stdout)
    assert (found["loader"], found["source"]) == ("card", "The Card")


def test_a_view_is_a_file_and_a_line(few_store: Path, tmp_path: Path):
    module = '"""Lists labels."""\n\n\ndef write(graph):\n    return "\\n".join(sorted(graph.nodes[node]["label"] for node in graph)).encode()\n'
    kg = kg_in(ROOT, stranger(tmp_path, module, "[kg.views]\nlabels = stranger:write\n"))
    for verb in ("view", "export"):
        done = kg(verb, few_store, "-o", tmp_path / f"{verb}.labels")
        assert done.returncode == 0, done.stderr
        assert "Mike Pompeo" in (tmp_path / f"{verb}.labels").read_text("utf-8").splitlines()


def test_a_linker_is_a_function_and_a_line(few_store: Path, tmp_path: Path):
    module = '''"""Knows one armed group."""
from kg.link.candidate import Candidate, Found


def find(things, sources):
    for thing in things:
        if "Taliban" in {text for text, _ in thing.names}:
            classes, states = frozenset({"armed group"}), frozenset({"AF"})
            yield Found(thing.iri, Candidate("Q77", thing.names, classes=classes, countries=states, sources=("cards",)))
            yield Found(thing.iri, Candidate("Q78", thing.names, classes=frozenset({"human"}), sources=("cards",)))
'''
    kg = kg_in(ROOT, stranger(tmp_path, module, "[kg.linkers]\ncards = stranger:find\n"))
    done = kg("link", few_store, "--linker", "cards", "--offline", "--dry-run")
    assert done.returncode == 0, done.stderr
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["status"], row["item"]) == ("linked", "Q77"), "what is of another type is never taken"


# ---------------------------------------------------------------- a verb: a file and a line


def test_a_verb_is_a_file_and_a_line(copy: Path):
    (copy / "kg/cli/count.py").write_text(
        '''"""`kg count`: how many articles a store holds."""

import click

from kg.cli.arguments import store_argument

__all__ = ["command"]


@click.command("count")
@store_argument
def command(store):
    """Count the articles of a store."""
    from kg.store import Store

    with Store.read(store) as opened:
        click.echo(len(opened.articles()))
''',
        "utf-8",
    )
    listed = copy / "kg/cli/__init__.py"
    line = 'VERBS = {\n    "count": "Count the articles of a store.",\n'
    listed.write_text(listed.read_text("utf-8").replace("VERBS = {\n", line), "utf-8")
    kg = kg_in(copy)
    (copy / "article.txt").write_text("Poland met Russia on Friday.\n", "utf-8")
    kg("build", "a.kg", "article.txt")
    assert kg("count", "a.kg").stdout == "1\n"
    assert "Count the articles of a store." in kg("-h").stdout
