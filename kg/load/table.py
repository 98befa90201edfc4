"""Tables (CSV, TSV): one article a row, its columns named in the first row as the fields of JSON are."""

import csv
import io
import re
from collections.abc import Iterator

from kg.errors import LoadError
from kg.load.decode import decode
from kg.load.document import RawDocument
from kg.load.records import TEXT, document, field

__all__ = ["read", "sniff"]

_SIGNS = ",;\t|"
"""What may stand between two cells."""
_WORD = re.compile(r"[\w.:-]*")
"""A name of a column that is not known, where one alone is."""


def sniff(head: bytes) -> float:
    """The first row names the columns: one holds texts, and another is known as well or all are single words."""
    first = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n").decode("utf-8", "ignore").splitlines()[:1]
    _, cells = _header(first[0] if first else "")
    fields = [field(cell) for cell in cells]
    if len(cells) < 2 or not any(name in TEXT for name in fields):
        return 0.0
    known = len(fields) - fields.count(None)
    return 0.9 if known >= 2 or all(_WORD.fullmatch(cell) for cell in cells) else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read the article of each row; a row with more or fewer cells than columns is an error, for its text may be cut."""
    text, repairs = decode(data, where)
    text = text.lstrip("\r\n")
    sign, names = _header(text[:4000].splitlines()[0] if text else "")
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    columns = [field(name) or name for name in names]
    rows = [row for row in _rows(text, sign) if any(cell.strip() for cell in row)][1:]
    open_end = text.count('"') % 2 and rows and any("\n" in cell for cell in rows[-1])
    for number, row in enumerate(rows, 1):
        at = where if len(rows) == 1 else f"{where}#{number}"
        if open_end and number == len(rows):
            yield LoadError(at, "has a quotation mark that is not closed. Close it, or double each one inside a text")
        elif len(row) != len(columns):
            yield LoadError(
                at,
                f"has {len(row)} cells, the first row {len(columns)}. Put a text with {sign!r} or line breaks in quotation marks",
            )
        else:
            yield document(dict(reversed([*zip(columns, row, strict=True)])), at, repairs)


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, skipinitialspace=True)


def _header(first: str) -> tuple[str, list[str]]:
    """Return the sign that cuts a first row into most cells, and the cells."""
    found = [(sign, [cell.strip() for cell in next(_rows(first, sign), [])]) for sign in _SIGNS]
    return max(found, key=lambda one: len(one[1]))
