"""Plain text: wire copy, a page pasted into a file; everything that no other loader claims and that is text."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator

from kg.errors import LoadError
from kg.load.decode import decode, mend
from kg.load.document import RawDocument

__all__ = ["read", "sniff"]

_FOREIGN = (
    (re.compile(r"\s*<\?xml|\s*<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>"), "markup that no loader reads"),
    (re.compile(r"\s*\{\\rtf"), "an RTF document, which no loader reads. Save it as plain text"),
    (
        re.compile(
            r"(?:(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date|X-[\w-]+): [^\n]*\n(?:[ \t][^\n]*\n)*)*(?i:MIME-Version|Content-Type): "
        ),
        "an e-mail, which no loader reads",
    ),
    (re.compile(r"(?s:.{0,4000}?)\n\|(?:\s?:?-{3,}:?\s?\|)+"), "a Markdown page with tables, not an article"),
    (re.compile(r"(?:\d+\. *\r?\n)?TY  - "), "RIS records, which no loader reads"),
    (re.compile(r"%PDF-"), "a PDF document, which no loader reads. Save it as plain text"),
)


_FEW, _ROWS = 3, 50
"""Lines that a table has at least, and that are looked at."""
_SCALAR = 40
"""Characters that a JSON number or word has at most."""


def sniff(head: bytes) -> float:
    """Text is what is left: surer than nothing, less sure than any format with marks of its own."""
    return 0.1 if head.strip() else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read one article; its text is the decoded file."""
    text, repairs = decode(data, where)
    text, mends = mend(text)
    reason = _refusal(text)
    if reason:
        yield LoadError(where, reason)
        return
    yield RawDocument(where=where, text=text, repairs=repairs + mends)


def _refusal(text: str) -> str | None:
    """Say why a text is no article, or None."""
    if not text.strip():
        return "is empty"
    for pattern, reason in _FOREIGN:
        if pattern.match(text):
            return f"is {reason}"
    sample = text[:20_000]
    chars = Counter(sample)
    control = sum(count for char, count in chars.items() if char < " " and char not in "\t\n\r\f\v")
    if control > max(40, len(sample) // 20):
        return "holds control characters: a binary file, not text"
    letters = sum(count for char, count in chars.items() if char.isalpha())
    solid = sum(count for char, count in chars.items() if not char.isspace())
    if letters < 0.55 * solid:
        return "holds more figures and signs than letters: a table or code, not an article"
    if _is_table(sample):
        return "is a table without a column of texts. Name the columns of articles in the first row: title, date, text"
    if _is_scalar(text):
        return "is a JSON value without fields, not an article"
    return None


def _is_table(sample: str) -> bool:
    """Tell whether lines are rows of cells: one sign cuts most into many, or all into as many without a space behind it."""
    lines = [line for line in sample.splitlines()[:_ROWS] if line.strip()]
    if len(lines) < _FEW:
        return False
    wide = sum(line.count("\t") >= 5 or line.count(";") >= 8 or line.count(",") >= 25 for line in lines)
    if wide > 0.8 * len(lines):
        return True
    for sign in "\t;,|":
        if sign not in lines[0]:
            continue
        rows = list(csv.reader(lines, delimiter=sign))[:-1]  # the last may be cut off
        cells = [cell for row in rows for cell in row]
        if rows and len(cells) == len(rows) * len(rows[0]) > len(rows) and not any(c[:1] == " " for c in cells):
            return True
    return False


def _is_scalar(text: str) -> bool:
    """Tell whether a text is a JSON string, number or word."""
    if len(text) > _SCALAR and not text.startswith('"'):
        return False
    try:
        return not isinstance(json.loads(text), dict | list)
    except ValueError:
        return False
