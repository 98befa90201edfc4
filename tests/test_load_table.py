"""Tables: a row is an article, its columns told by name; nothing is read of a row that may be cut."""

import csv
import io
import json
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from kg import load, plugins
from kg.errors import LoadError
from kg.load import table

STORY = 'The two ministers met in Oslo on Monday; "frank" talks, they said,\n\nand agreed to meet again in spring.'
PHRASE = "Les deux ministres se sont rencontrés lundi à Oslo pour évoquer le différend frontalier à l'été."
ROWS = [
    {"title": "Talks in Oslo", "text": STORY, "date": "2020-11-21", "url": "https://example.org/a", "language": "en"},
    {
        "title": "Rencontre à Oslo",
        "text": PHRASE,
        "date": "2020-11-22",
        "url": "https://example.org/b",
        "language": "fr",
    },
]


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the loaders from where they are declared."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    points = {
        group: {name: EntryPoint(name, value, group) for name, value in found.items()}
        for group, found in project["entry-points"].items()
    }
    monkeypatch.setattr(plugins, "_points", points.__getitem__)


def written(rows: list[dict[str, str]], sign: str = ",", **options: object) -> str:
    """Return rows as a table."""
    page = io.StringIO()
    writer = csv.DictWriter(page, rows[0], delimiter=sign, **options)
    writer.writeheader()
    writer.writerows(rows)
    return page.getvalue()


def told(data: bytes) -> list[tuple[str | None, ...]]:
    """Return what the articles of a table tell."""
    return [
        (each.title, each.text[each.text.index("\n\n") + 2 :], str(each.published)[:10], each.url, each.language)
        for each in load.read(data, "a.csv")
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_each_row_is_an_article_with_what_its_columns_say(sign: str, ending: str, encoding: str):
    data = written(ROWS, sign, lineterminator=ending).encode(encoding)
    assert told(data) == [tuple(row.values()) for row in ROWS]
    assert {each.loader for each in load.read(data, "a.csv")} == {"csv"}


def test_a_table_gives_what_the_same_fields_give_in_json():
    as_json = [json.dumps(row) for row in ROWS]
    ids = [[each.id for each in load.read(data.encode(), "x")] for data in (written(ROWS), "\n".join(as_json))]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    "names", [("Title", "Full text"), ("HEADLINE", "Article_Text"), ("name", "mainText"), ("", "text")]
)
def test_columns_are_known_whatever_their_capitals_and_signs(names: tuple[str, str]):
    [found] = load.read(written([dict(zip(names, ("Talks in Oslo", PHRASE), strict=True))]).encode(), "a.csv")
    assert found.text.endswith(PHRASE)
    assert (found.title == "Talks in Oslo") == bool(names[0])


def test_rows_are_named_by_number_and_a_lone_one_by_its_file():
    assert [each.path for each in load.read(written(ROWS).encode(), "a.csv")] == ["a.csv#1", "a.csv#2"]
    assert [each.path for each in load.read(written(ROWS[:1]).encode(), "a.csv")] == ["a.csv"]


def test_blank_rows_are_passed_over_and_a_text_has_no_limit_of_its_own():
    long = " ".join([PHRASE] * 3000)
    assert len(long) > csv.field_size_limit()
    data = f"\n\ntitle,text\n,\n\nOslo,{long}\n\n".encode()
    assert [each.text for each in load.read(data, "a.csv")] == [f"Oslo\n\n{long}"]


@pytest.mark.parametrize(
    ("rows", "where", "reason"),
    [
        (
            f"1,Oslo,{PHRASE}\n2,The ministers met, they said\n3,Oslo,{PHRASE}",
            "a.csv#2",
            "has 4 cells, the first row 3",
        ),
        (f"1,Oslo,{PHRASE}\n2,Talks\nin Oslo,The ministers met", "a.csv#2", "has 2 cells, the first row 3"),
        (f'1,Oslo,{PHRASE}\n2,Oslo,"The ministers met\n3,Oslo,They met again', "a.csv#2", "not closed"),
        (f"1,Oslo,{PHRASE}\n2,Oslo,", "a.csv#2", "has no text"),
    ],
    ids=["a sign in a text", "a line break in a cell", "a quotation mark", "no text"],
)
def test_a_row_that_may_be_cut_is_named_and_the_others_are_read(rows: str, where: str, reason: str):
    rows = rows.replace("2,The ministers met, they said", "2,Oslo,The ministers met, they said")
    found = list(load.read(f"id,title,text\n{rows}\n".encode(), "a.csv"))
    refused = [each for each in found if isinstance(each, LoadError)]
    assert (refused[0].where, reason in refused[0].reason) == (where, True)
    assert found[0].text.endswith(PHRASE)


@pytest.mark.parametrize(
    "head",
    [
        "The two ministers met in Oslo, the presidency said, and signed a text.",
        "Text, he said, is all that counts.\nThe ministers met, they said.",
        "Text",
        "title,date,place\nTalks,2020-11-21,Oslo",
        '{"title": "Oslo", "text": "The ministers met."}',
        "",
    ],
)
def test_what_names_no_columns_of_articles_is_no_table_of_them(head: str):
    assert table.sniff(head.encode()) == 0.0


def test_of_two_columns_for_one_thing_the_first_counts():
    [found] = load.read(f"title,text,Text\nOslo,{PHRASE},notes of the coder".encode(), "a.csv")
    assert found.text.endswith(PHRASE)
