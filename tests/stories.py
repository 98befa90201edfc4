"""Stories for tests: articles as files, built into a store and asked by the command line."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kg.cli import command

Articles = Sequence[tuple[str, str]]
"""(day of publication, title and text parted by an empty line)."""


def built(folder: Path, articles: Articles) -> str:
    """Return the store of articles, each of its own outlet."""
    for number, (day, text) in enumerate(articles):
        title, _, body = text.partition("\n\n")
        (folder / f"{number}.txt").write_text(f"{title}\n\nOutlet {number}\n{day}\n\n{body}\n", encoding="utf-8")
    store = str(folder / "s.kg")
    said("build", store, *map(str, sorted(folder.glob("*.txt"))))
    return store


def said(*words: str) -> str:
    """Return what a command prints."""
    result = CliRunner().invoke(command, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def ask(folder: Path, articles: Articles, *question: str) -> list[dict[str, str]]:
    """Return the rows of a question over articles."""
    return list(csv.DictReader(io.StringIO(said("query", built(folder, articles), *question, "--csv"))))


def lines(folder: Path, articles: Articles, verb: str, *words: str) -> list[dict[str, Any]]:
    """Return what a verb prints over articles, a value a line."""
    return [json.loads(line) for line in said(verb, built(folder, articles), *words, "--json").splitlines()]


def lives(folder: Path, articles: Articles, *words: str) -> list[list[tuple[str, str]]]:
    """Return the steps of each event, (day known, status), by event."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in ask(folder, articles, "lives", *words):
        steps = found.setdefault(row["event"], [])
        if (row["known"], row["stood"]) not in steps:
            steps.append((row["known"], row["stood"]))
    return sorted(sorted(steps) for steps in found.values())
