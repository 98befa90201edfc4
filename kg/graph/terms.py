"""From Python values to RDF terms and N-Quads; statements are written as (subject IRI, predicate IRI, IRI or literal)."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

import pyoxigraph as ox

from kg import iri

__all__ = [
    "Statement",
    "Written",
    "boolean",
    "clean",
    "day",
    "edtf",
    "integer",
    "lines_of",
    "moment",
    "number",
    "plain",
    "ratio",
    "words",
    "written",
]

Statement = tuple[str, str, str | ox.Literal]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATE = ox.NamedNode(_XSD + "date")
_MOMENT = ox.NamedNode(_XSD + "dateTime")
_INTEGER = ox.NamedNode(_XSD + "integer")
_DECIMAL = ox.NamedNode(_XSD + "decimal")
_DOUBLE = ox.NamedNode(_XSD + "double")
_BOOLEAN = ox.NamedNode(_XSD + "boolean")
_EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF-level1")
_PLAIN = re.compile(r'[^"\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]*')
"""Text that N-Quads write as it stands."""
_SURE = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*/[A-Za-z0-9._~/-]*(?:#[A-Za-z0-9._~-]*)?")
"""IRIs of which no sign needs a look."""
_FIXED = (iri.BASE + "ontology", iri.BASE + "event-type/")
"""Names that a change of base leaves alone."""


def plain(text: str) -> ox.Literal:
    """Return a string without language."""
    return ox.Literal(clean(text))


def written(text: str) -> str:
    """Return a string without language as N-Quads write it."""
    return f'"{text}"' if _PLAIN.fullmatch(text) else str(plain(text))


def words(text: str, language: str) -> ox.Literal:
    """Return a string in a language."""
    return ox.Literal(clean(text), language=language)


def clean(text: str) -> str:
    """Return the text without lone surrogates, which no RDF serialisation can hold."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def integer(value: int) -> ox.Literal:
    """Return a whole number."""
    return ox.Literal(str(value), datatype=_INTEGER)


def number(value: float) -> ox.Literal:
    """Return an integer where the value is whole, else a decimal: in the form that Oxigraph gives back."""
    if float(value).is_integer():
        return integer(int(value))
    return ox.Literal(f"{value:.6f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


@lru_cache(maxsize=4096)
def ratio(value: float) -> ox.Literal:
    """Return a number between 0 and 1 with at most four digits, in the form that Oxigraph gives back."""
    return ox.Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=_DOUBLE)


def boolean(value: bool) -> ox.Literal:
    """Return true or false."""
    return ox.Literal("true" if value else "false", datatype=_BOOLEAN)


def day(value: date) -> ox.Literal:
    """Return a date."""
    return ox.Literal(value.isoformat(), datatype=_DATE)


def moment(value: datetime) -> ox.Literal:
    """Return a date and time, with its offset from UTC where it is known."""
    text = value.isoformat()
    return ox.Literal(f"{text[:-6]}Z" if text.endswith("+00:00") else text, datatype=_MOMENT)


def edtf(value: str) -> ox.Literal:
    """Return an EDTF expression."""
    return ox.Literal(value, datatype=_EDTF)


def _moved(name: str, base: str) -> str:
    """Return the IRI of data under another base; those of the ontology stay."""
    moved = base != iri.BASE and name.startswith(iri.BASE) and not name.startswith(_FIXED)
    return base + name[len(iri.BASE) :] if moved else name


class Written(dict[str, str]):
    """IRI -> what stands for it in N-Quads, each made once, and checked by pyoxigraph where it is not plain.

    With another `base` the IRIs of data (not of the ontology) begin with it.
    """

    def __init__(self, base: str = iri.BASE) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, name: str) -> str:
        moved = name if self._base == iri.BASE else _moved(name, self._base)
        text = self[name] = f"<{moved}>" if _SURE.fullmatch(moved) else str(ox.NamedNode(moved))
        return text


def lines_of(statements: Iterable[Statement], nodes: Written, end: str) -> list[str]:
    """Return statements as lines of N-Quads, each once.

    Args:
        statements: what is said.
        nodes: IRIs as they are written.
        end: how a line of the graph ends.
    """
    lines = [
        f"{nodes[subject]} {nodes[predicate]} {nodes[value] if isinstance(value, str) else value}{end}"
        for subject, predicate, value in statements
    ]
    return list(dict.fromkeys(lines))
