"""Questions: the shipped ones in queries/*.rq, those in a file of the user, and SPARQL as typed.

A question file opens with comments that say what it asks:

    # title: Whom a person meets
    # param person: name of the person
    # example: -p person "Mike Pompeo"

The first word after the colon is the kind of the parameter: `name` (a label, an alias, an id or an IRI of something
in the store), `day` (2021-08-31), `number`, `type` (an event type), `outlet` (one that the store has articles of), or
`word` (text as it stands).  Words listed at its end are the only ones that will do: `word for the state: hot, cold`.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from kg import share
from kg.errors import QueryError
from kg.vocab import EVENT_TYPES

__all__ = ["Kind", "Parameter", "Question", "find", "named", "parse"]

Kind = Literal["name", "day", "number", "type", "outlet", "word"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker may give a value; without one it may be anything."""

    name: str
    kind: Kind
    what: str
    choices: tuple[str, ...] = ()
    """The values that it may have; empty where any will do."""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its description."""

    name: str
    """The file name without `.rq`, or `SPARQL` for a query as typed."""
    text: str
    title: str = ""
    parameters: tuple[Parameter, ...] = ()
    examples: tuple[str, ...] = ()
    declared: bool = True
    """False for a query without such comments: any of its variables may then be given a value."""


_HEADER = re.compile(r"^#\s*(title|param|example)\b:?\s*(.*?)\s*$")
_PARAM = re.compile(r"^(\w+):\s*((\w+)\b.*)$")
_LISTED = re.compile(r": (\w+(?:, \w+)+)$")
_SPARQL = re.compile(r"[{}]")


def parse(name: str, text: str) -> Question:
    """Read the opening comments of a query.

    Raises:
        QueryError: a parameter is not written `# param NAME: KIND ...`.
    """
    title, examples, parameters = "", [], []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        found = _HEADER.match(line)
        if found is None:
            continue
        key, value = found.groups()
        if key == "title":
            title = value
        elif key == "example":
            examples.append(value)
        else:
            parameters.append(_parameter(name, value))
    return Question(name, text, title, tuple(parameters), tuple(examples), declared=bool(title or parameters))


def _parameter(question: str, line: str) -> Parameter:
    found = _PARAM.match(line)
    for kind in get_args(Kind):
        if found is not None and found[3] == kind:
            return Parameter(found[1], kind, found[2], _choices(kind, found[2]))
    raise QueryError(
        f"{question}: cannot read `# param {line}`. Write `# param NAME: KIND what`, KIND one of {', '.join(get_args(Kind))}."
    )


def _choices(kind: Kind, what: str) -> tuple[str, ...]:
    if kind == "type":
        return tuple(EVENT_TYPES)
    listed = _LISTED.search(what) if kind == "word" else None
    return tuple(listed[1].split(", ")) if listed else ()


@lru_cache(maxsize=1)
def named() -> dict[str, Question]:
    """Return the shipped questions by name, sorted."""
    files = sorted(share.path("queries").glob("*.rq"))
    return {file.stem: parse(file.stem, file.read_text("utf-8")) for file in files}


def find(what: str) -> Question:
    """Return the shipped question of a name, the one in a file, or the SPARQL itself.

    Raises:
        QueryError: it is none of these.
    """
    if what in named():
        return named()[what]
    if _SPARQL.search(what):
        return parse("SPARQL", what)
    path = Path(what)
    if path.is_file():
        try:
            return parse(path.name, path.read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise QueryError(f"{what}: not text in UTF-8.") from error
    near = get_close_matches(what.casefold(), named(), n=2)
    hint = f" Near it: {', '.join(near)}." if near else ""
    raise QueryError(
        f"{what}: neither a question by name, nor a file, nor SPARQL.{hint} Questions: {', '.join(named())}."
    )
