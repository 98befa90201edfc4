"""Gives the parameters of a question their values, and refuses SPARQL that would reach out of the store.

Values go in as one VALUES block at the opening of the outermost group: there, filters, optional parts and aggregates
all see them, on every engine.  (A VALUES clause after the query would be joined after aggregation.)
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from kg.errors import QueryError
from kg.query.questions import Kind, Question

__all__ = ["Names", "bind", "guard"]

Names = Callable[[str], Sequence[str]]
"""Returns the IRIs of what is called so in the store."""

_TOKEN = re.compile(
    r"""\#[^\n]* | <[^<>"{}|^`\\\s]*> | \"{3}.*?\"{3} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$]\w+ | [\w.-]*:[\w.:%-]* | \w+ | [{}]""",
    re.VERBOSE | re.DOTALL,
)
_XSD = "http://www.w3.org/2001/XMLSchema#"


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(text) if not token[0].startswith("#"))


def guard(question: Question) -> None:
    """Refuse what is no query over the store alone.

    Raises:
        QueryError: the text updates, or would fetch from the network.
    """
    for token in _tokens(question.text):
        word = token[0].upper()
        if word in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "{"}:
            break
        if word in {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}:
            raise QueryError(
                f"{question.name}: {word} changes the store; only SELECT, ASK, CONSTRUCT and DESCRIBE are run."
            )
    if any(token[0].upper() == "SERVICE" for token in _tokens(question.text)):
        raise QueryError(f"{question.name}: SERVICE would ask another server; only the store itself is asked.")


def bind(question: Question, values: Mapping[str, str | Sequence[str]], names: Names) -> str:
    """Return the SPARQL of a question with its parameters given.

    Args:
        question: what is asked.
        values: a text for each parameter given; a list where any of several will do.
        names: what is called so in the store.

    Raises:
        QueryError: a parameter is unknown, or a value does not fit it.
    """
    if not values:
        return question.text
    columns = [
        _terms(question, name, [given] if isinstance(given, str) else given, names) for name, given in values.items()
    ]
    rows = " ".join(f"({' '.join(row)})" for row in product(*columns))
    block = f" VALUES ({' '.join('?' + name for name in values)}) {{ {rows} }}"
    opening = next((token.end() for token in _tokens(question.text) if token[0] == "{"), None)
    if opening is None:
        raise QueryError(f"{question.name}: has no group {{ ... }} to bind parameters in.")
    return question.text[:opening] + block + question.text[opening:]


def _terms(question: Question, name: str, given: Sequence[str], names: Names) -> list[str]:
    kind = next((parameter.kind for parameter in question.parameters if parameter.name == name), None)
    variables = {token[0][1:] for token in _tokens(question.text) if token[0][0] in "?$"}
    if kind is None and (question.declared or name not in variables):
        known = [parameter.name for parameter in question.parameters] if question.declared else sorted(variables)
        raise QueryError(f"{question.name}: no parameter {name!r}. It has: {', '.join(known) or 'none'}.")
    return [term for value in given for term in _term(question, name, kind, value, names)]


def _term(question: Question, name: str, kind: Kind | None, value: str, names: Names) -> list[str]:
    if kind == "name":
        return [f"<{found}>" for found in names(value)]
    if kind == "day" or (kind is None and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
        try:
            return [f'"{date.fromisoformat(value)}"^^<{_XSD}date>']
        except ValueError as error:
            raise QueryError(f"{question.name}: {name} is a day such as 2021-08-31, not {value!r}.") from error
    if kind == "number" or (kind is None and re.fullmatch(r"-?\d+(\.\d+)?", value)):
        if not re.fullmatch(r"-?\d+(\.\d+)?", value):
            raise QueryError(f"{question.name}: {name} is a number, not {value!r}.")
        return [value]
    if kind is None and re.fullmatch(r"<[^<>\"{}|^`\\\s]*>", value):
        return [value]
    return [_text(value)]


def _text(value: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(character, character) for character in value) + '"'
