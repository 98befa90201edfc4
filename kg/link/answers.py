"""Reads the answer of a query service and takes it whole or not at all.

An answer is somebody else's text: each value is held against what it may be before anything is made of it.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from kg.errors import RefusedError

__all__ = ["ENTITY", "Kind", "Row", "Term", "read_ask", "read_select", "shown"]

ENTITY = "http://www.wikidata.org/entity/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF_TEXT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

Kind = Literal["item", "property", "time", "label", "text", "number", "boolean", "iri"]
"""What the value of a variable must be.

item and time may be unknown (`Term.unknown`); label is a short text in a language; text any literal without a type.
"""

MOST_ROWS = 100_000
_MOST_LABEL = 400
_MOST_TEXT = 10_000
_MOST_IRI = 2_000
_TAIL = 20_000
"""Bytes at the end of an answer that may hold the trace of a query that ran out of time."""

_ENTITY_ID = re.compile(r"[QP][1-9][0-9]*")
_STATEMENT = re.compile(r"statement/[QPL][1-9][0-9]*-[0-9A-Za-z-]{1,80}", re.IGNORECASE)
_UNKNOWN = re.compile(r"https?://www\.wikidata\.org/\.well-known/genid/[0-9A-Za-z]{1,100}")
_IRI = re.compile(r"(?:https?|ftps?|urn|mailto|tel|geo):[^\x00-\x20<>\"{}|\\^`\x7f-\xa0\u2028\u2029]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,5}")
_NEVER = frozenset({"Cc", "Cs"})
_ORDERS = frozenset("\ufffe\uffff\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
"""No characters, line ends, and marks that let a text be shown in another order than it is stored in."""
_LEXICAL = {
    "dateTime": re.compile(r"[+-]?\d{4,12}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?"),
    "date": re.compile(r"[+-]?\d{4,12}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?"),
    "gYear": re.compile(r"[+-]?\d{4,12}(?:Z|[+-]\d\d:\d\d)?"),
    "gYearMonth": re.compile(r"[+-]?\d{4,12}-\d\d(?:Z|[+-]\d\d:\d\d)?"),
    "integer": re.compile(r"[+-]?\d{1,40}"),
    "int": re.compile(r"[+-]?\d{1,10}"),
    "long": re.compile(r"[+-]?\d{1,19}"),
    "nonNegativeInteger": re.compile(r"\+?\d{1,40}"),
    "decimal": re.compile(r"[+-]?\d{0,40}\.?\d{0,40}"),
    "double": re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?(?:[eE][+-]?\d{1,4})?|INF)|NaN"),
    "boolean": re.compile(r"true|false|0|1"),
}
_TYPED: dict[str, frozenset[str]] = {
    "time": frozenset(_XSD + name for name in ("dateTime", "date", "gYear", "gYearMonth")),
    "number": frozenset(_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "decimal", "double")),
    "boolean": frozenset({_XSD + "boolean"}),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One value of an answer."""

    value: str
    kind: Literal["uri", "literal", "bnode"]
    language: str | None = None
    datatype: str | None = None

    @property
    def id(self) -> str:
        """The id of a Wikidata item or property ("Q30"); empty for any other value."""
        return self.value.removeprefix(ENTITY) if self.kind == "uri" and _entity(self.value) else ""

    @property
    def unknown(self) -> bool:
        """True where Wikidata says that there is a value and not which (a blank node, or an IRI in its place)."""
        return self.kind == "bnode" or (self.kind == "uri" and bool(_UNKNOWN.fullmatch(self.value)))


Row = dict[str, Term]


class _Value(msgspec.Struct):
    type: Literal["uri", "literal", "typed-literal", "bnode"]
    value: str
    language: str | None = msgspec.field(default=None, name="xml:lang")
    datatype: str | None = None


class _Head(msgspec.Struct):
    vars: list[str]


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Value]]


class _Select(msgspec.Struct):
    head: _Head
    results: _Results


class _Ask(msgspec.Struct):
    boolean: bool


_Shape = TypeVar("_Shape", _Select, _Ask)


def read_select(
    data: bytes, where: str, *, asked: Collection[str] | None = None, kinds: Mapping[str, Kind] | None = None
) -> list[Row]:
    """Return the rows of an answer in JSON.

    `asked` are the variables of the question where they are known, `kinds` what the value of a variable must be.

    Raises:
        RefusedError: the answer is cut, misshapen, too long, answers another question, or holds a value that none of
            its kind may be.
    """
    answer = _decoded(data, _Select, where)
    names = answer.head.vars
    if asked is not None and set(names) != set(asked):
        raise RefusedError(
            f"{where}: the answer has the variables {shown(' '.join(names))}, asked were {' '.join(sorted(asked))}. "
            "Nothing is taken from it; check what stands between here and the service."
        )
    if len(answer.results.bindings) > MOST_ROWS:
        raise RefusedError(f"{where}: the answer has more than {MOST_ROWS:,} rows. Ask for less at a time.")
    known, wanted = set(names), kinds or {}
    rows = []
    for number, binding in enumerate(answer.results.bindings, 1):
        if not binding.keys() <= known:
            raise RefusedError(
                f"{where}, row {number}: a variable that the head of the answer does not name. Nothing is taken from it."
            )
        rows.append(
            {name: _term(value, wanted.get(name), f"{where}, row {number}, ?{name}") for name, value in binding.items()}
        )
    return rows


def read_ask(data: bytes, where: str) -> bool:
    """Return the truth value of an answer in JSON.

    Raises:
        RefusedError: the answer is cut or misshapen.
    """
    return _decoded(data, _Ask, where).boolean


def _decoded(data: bytes, shape: type[_Shape], where: str) -> _Shape:
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        raise RefusedError(
            f"{where}: not the shape of a SPARQL answer ({shown(str(error))}). Check the address of the service."
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if b"TimeoutException" in data[-_TAIL:]:
            raise RefusedError(
                f"{where}: the service ran out of time amid its answer. Ask for less at a time."
            ) from error
        raise RefusedError(
            f"{where}: the answer is cut or no JSON ({shown(str(error))}). Try again later.", cut=True
        ) from error


def _term(value: _Value, kind: Kind | None, where: str) -> Term:
    fault = _fault(value) or (_mismatch(value, kind) if kind else "")
    if fault:
        raise RefusedError(f"{where}: {shown(value.value)}: {fault}. Nothing is taken from this answer.")
    literal = value.type in {"literal", "typed-literal"}
    return Term(value.value, "literal" if literal else value.type, value.language, value.datatype)  # type: ignore[arg-type]


def _fault(value: _Value) -> str:
    """Return what no value may be, whatever was asked; empty where nothing is wrong."""
    text = value.value
    if value.type == "uri":
        return _iri_fault(text)
    if any(char in _ORDERS or (unicodedata.category(char) in _NEVER and char not in "\t\n\r") for char in text):
        return "a control character"
    if len(text) > _MOST_TEXT:
        return f"longer than {_MOST_TEXT:,} characters"
    if value.type == "bnode":
        return "" if re.fullmatch(r"[^\s]{1,200}", text) else "no name of a blank node"
    if value.language is not None and not _LANGUAGE.fullmatch(value.language):
        return f"language {shown(value.language)} is no language tag"
    if value.datatype is not None:
        if _iri_fault(value.datatype):
            return f"type {shown(value.datatype)} is no IRI"
        form = _LEXICAL.get(value.datatype.removeprefix(_XSD)) if value.datatype.startswith(_XSD) else None
        if form is not None and not form.fullmatch(text):
            return f"not a value of its type {value.datatype}"
    return ""


def _iri_fault(text: str) -> str:
    if len(text) > _MOST_IRI:
        return f"an IRI longer than {_MOST_IRI:,} characters"
    if not _IRI.fullmatch(text):
        return "no IRI, or of a scheme that Wikidata does not use"
    if text.startswith(ENTITY) and not _entity(text) and not _STATEMENT.fullmatch(text.removeprefix(ENTITY)):
        return "no id of a Wikidata item, property or statement"
    return ""


def _entity(text: str) -> bool:
    return text.startswith(ENTITY) and bool(_ENTITY_ID.fullmatch(text.removeprefix(ENTITY)))


def _mismatch(value: _Value, kind: Kind) -> str:
    """Return in what a value differs from what the question asked for."""
    if kind in {"item", "property"}:
        letter = "Q" if kind == "item" else "P"
        unknown = value.type == "bnode" or (value.type == "uri" and _UNKNOWN.fullmatch(value.value))
        if unknown and kind == "item":
            return ""
        return "" if value.type == "uri" and value.value.startswith(ENTITY + letter) else f"not a Wikidata {kind}"
    if kind == "iri":
        return "" if value.type == "uri" else "not an IRI"
    if kind == "time" and (value.type == "bnode" or _UNKNOWN.fullmatch(value.value)):
        return ""
    if value.type not in {"literal", "typed-literal"}:
        return f"not a {kind}"
    if kind in _TYPED:
        return "" if value.datatype in _TYPED[kind] else f"not a {kind}"
    if value.datatype not in {None, _XSD + "string", _RDF_TEXT}:
        return f"not a {kind}"
    return _label_fault(value) if kind == "label" else ""


def _label_fault(value: _Value) -> str:
    if not value.language:
        return "a label without a language"
    if not value.value.strip():
        return "an empty label"
    if len(value.value) > _MOST_LABEL:
        return f"a label longer than {_MOST_LABEL} characters"
    return "a control character" if re.search(r"[\t\n\r]", value.value) else ""


def shown(text: str, most: int = 120) -> str:
    """Return somebody else's text for a message: in one line, short, no character that a terminal obeys."""
    plain = "".join(
        char if unicodedata.category(char)[0] != "C" and char not in _ORDERS else "\ufffd"
        for char in " ".join(text[: most * 4].split())
    )
    return plain if len(plain) <= most else plain[: most - 1] + "…"
