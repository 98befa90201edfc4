"""Says what is wrong with a text that is no SPARQL: the line, the cause where it can be told, and what would do."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from kg.query.questions import Question
from kg.query.tokens import FORMS, tokens
from kg.vocab import PREFIXES

__all__ = ["EXAMPLE", "explain"]

EXAMPLE = "SELECT ?event { ?event a dk:Event } LIMIT 10"
"""A query that any store of ours answers."""
_PLACE = re.compile(r"error at (\d+):(\d+)")
_SHOWN = 60
"""Characters that are shown of the line before the fault."""
_PAIRS = {"}": "{", ")": "("}


def explain(question: Question, said: str) -> str:
    """Return what is wrong with a question that the parser refused, in one sentence with its line."""
    found = next(_causes(question.text), None)
    if found is not None:
        position, what = found
        line = question.text.count("\n", 0, position) + 1
    else:
        line, what = _where(question.text, said)
    return f"{question.name}, line {line}: {what}. One that works: {EXAMPLE}"


def _causes(text: str) -> Iterator[tuple[int, str]]:
    """Yield where and what, for faults that the words alone show."""
    yield from _form(text)
    yield from _open(text)
    yield from _prefixes(text)


def _form(text: str) -> Iterator[tuple[int, str]]:
    words = iter(tokens(text))
    for token in words:
        word = token[0].upper()
        if word in FORMS:
            return
        if word in {"PREFIX", "BASE"}:
            for part in words:  # the name and its address, or the address alone
                if part[0].startswith("<"):
                    break
            continue
        near = get_close_matches(word, FORMS, n=1)
        hint = f" ({near[0]}?)" if near else ""
        yield token.start(), f"a query begins with {', '.join(FORMS[:-1])} or {FORMS[-1]}, not with {token[0]!r}{hint}"
        return
    yield 0, f"a query begins with {', '.join(FORMS[:-1])} or {FORMS[-1]}; there is none"


def _open(text: str) -> Iterator[tuple[int, str]]:
    """Yield brackets, texts and addresses that are not closed, or closed and never opened."""
    opened: list[tuple[int, str]] = []
    for token in tokens(text):
        mark, where = token[0], token.start()
        if mark in {'"', "'"}:
            yield where, f"the text that begins here is not closed: {text[where : where + 30]!r}"
        elif mark == "<" and re.match(r"<\w+:", text[where:]):
            yield where, f"an IRI has no blanks, quotes or braces in it: {text[where : where + 40]!r}"
        elif mark in _PAIRS.values():
            opened.append((where, mark))
        elif mark in _PAIRS:
            if not opened or opened[-1][1] != _PAIRS[mark]:
                yield where, f"{mark} closes what nothing opened"
                return
            opened.pop()
    if opened:
        yield opened[-1][0], f"{opened[-1][1]} is not closed"


def _prefixes(text: str) -> Iterator[tuple[int, str]]:
    declared = {*PREFIXES, *re.findall(r"(?i)\bPREFIX\s+([\w.-]*):", text)}
    for token in tokens(text):
        name = re.match(r"([\w-][\w.-]*):", token[0])
        if name and name[1] not in declared and name[1] != "_":
            known = ", ".join(PREFIXES)
            yield token.start(), f"the prefix of {token[0]} is not declared; known without: {known}"


def _where(text: str, said: str) -> tuple[int, str]:
    """Return the line and what the parser says of it."""
    place = _PLACE.search(said)
    if place is None:
        return 1, " ".join(said.split())[:120]
    line, column = int(place[1]), int(place[2])
    shown = (text.splitlines() or [""])[line - 1 : line] or [""]
    before = shown[0][: column - 1].rstrip()
    if len(before) > _SHOWN:
        before = f"... {before[-_SHOWN:].partition(' ')[2]}"
    reason = ": what is selected beside GROUP BY is grouped by or counted" if "variable that is unbound" in said else ""
    return line, f"not SPARQL 1.1 at or before the end of {before!r}{reason}"
