"""Gives the parameters of a question their values, and refuses SPARQL that would reach out of the store.

Values go in as one VALUES block at the opening of the outermost group: there, filters, optional parts and aggregates
all see them, on every engine.  (A VALUES clause after the query would be joined after aggregation.)
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import product

from kg.errors import QueryError
from kg.query.questions import Parameter, Question
from kg.query.tokens import FORMS, tokens

__all__ = ["Names", "Outlets", "bind", "guard"]

Names = Callable[[str], Sequence[str]]
"""Returns the IRIs of what is called so in the store."""
Outlets = Callable[[], Collection[str]]
"""Returns the outlets in the store, as written."""
_FEW = 10
"""Words of a closed list up to which all are told beside those that come near."""
_STRETCHES = (("since", "until"), ("from", "to"))
"""Parameters that bound a stretch of time."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

_XSD = "http://www.w3.org/2001/XMLSchema#"


def guard(question: Question) -> None:
    """Refuse what is no query over the store alone.

    Raises:
        QueryError: the text updates, or would fetch from the network.
    """
    for token in tokens(question.text):
        word = token[0].upper()
        if word in {*FORMS, "{"}:
            break
        if word in {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}:
            raise QueryError(
                f"{question.name}: {word} changes the store; only SELECT, ASK, CONSTRUCT and DESCRIBE are run."
            )
    if any(token[0].upper() == "SERVICE" for token in tokens(question.text)):
        raise QueryError(f"{question.name}: SERVICE would ask another server; only the store itself is asked.")


def bind(
    question: Question, values: Mapping[str, str | Sequence[str]], names: Names, outlets: Outlets = frozenset
) -> str:
    """Return the SPARQL of a question with its parameters given.

    Args:
        question: what is asked.
        values: a text for each parameter given; a list where any of several will do.
        names: what is called so in the store.
        outlets: the outlets in the store.

    Raises:
        QueryError: a parameter is unknown, or a value does not fit it.
    """
    if not values:
        return question.text
    columns = [
        _terms(question, name, [given] if isinstance(given, str) else given, names, outlets)
        for name, given in values.items()
    ]
    rows = " ".join(f"({' '.join(row)})" for row in product(*columns))
    _in_order(question, values)
    block = f" VALUES ({' '.join('?' + name for name in values)}) {{ {rows} }}"
    opening = next((token.end() for token in tokens(question.text) if token[0] == "{"), None)
    if opening is None:
        raise QueryError(f"{question.name}: has no group {{ ... }} to bind parameters in.")
    return question.text[:opening] + block + question.text[opening:]


def _in_order(question: Question, values: Mapping[str, str | Sequence[str]]) -> None:
    """Refuse a stretch of time that ends before it begins: nothing lies in it, which is no answer to what was meant."""
    for first, last in _STRETCHES:
        since, until = values.get(first), values.get(last)
        if isinstance(since, str) and isinstance(until, str) and until < since:
            raise QueryError(
                f"{question.name}: {first} {since} lies after {last} {until}. Give them the other way round."
            )


def _terms(question: Question, name: str, given: Sequence[str], names: Names, outlets: Outlets) -> list[str]:
    parameter = next((parameter for parameter in question.parameters if parameter.name == name), None)
    variables = {token[0][1:] for token in tokens(question.text) if token[0][0] in "?$"}
    if parameter is None and (question.declared or name not in variables):
        known = [each.name for each in question.parameters] if question.declared else sorted(variables)
        raise QueryError(f"{question.name}: no parameter {name!r}. It has: {', '.join(known) or 'none'}.")
    if parameter is None:
        return [_guessed(question, name, value) for value in given]
    if parameter.kind == "name":
        return [f"<{found}>" for value in given for found in names(value)]
    choices = outlets() if parameter.kind == "outlet" else parameter.choices
    return [_term(question, parameter, value, choices) for value in given]


def _guessed(question: Question, name: str, value: str) -> str:
    """Return the term that a value looks like, for a variable that nothing is declared of."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return _day(question, name, value)
    if _NUMBER.fullmatch(value) or re.fullmatch(r"<[^<>\"{}|^`\\\s]*>", value):
        return value
    return _text(value)


def _term(question: Question, parameter: Parameter, value: str, choices: Collection[str]) -> str:
    if parameter.kind == "day":
        return _day(question, parameter.name, value)
    if parameter.kind == "number":
        if not _NUMBER.fullmatch(value):
            raise QueryError(f"{question.name}: {parameter.name} is a number, not {value!r}.")
        return value
    return _text(_chosen(question, parameter, value, choices) if choices else value)


def _day(question: Question, name: str, value: str) -> str:
    try:
        return f'"{date.fromisoformat(value)}"^^<{_XSD}date>'
    except ValueError as error:
        raise QueryError(f"{question.name}: {name} is a day such as 2021-08-31, not {value!r}.") from error


def _chosen(question: Question, parameter: Parameter, value: str, choices: Collection[str]) -> str:
    """Return the word of a closed list that is meant; capitals, hyphens and blanks do not count."""
    folded = {_folded(choice): choice for choice in choices}
    for given in (value, re.split(r"[/#:]", value)[-1]):  # also as it stands in an IRI
        if _folded(given) in folded:
            return folded[_folded(given)]
    near = [folded[found] for found in get_close_matches(_folded(value), folded, n=3, cutoff=0.6)]
    listed = f" It is one of: {', '.join(sorted(choices))}." if len(choices) <= _FEW or not near else ""
    hint = f" Near it: {', '.join(near)}." if near else ""
    raise QueryError(f"{question.name}: {parameter.name} is never {value!r}.{hint}{listed}")


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).casefold()


def _text(value: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(character, character) for character in value) + '"'
