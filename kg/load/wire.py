"""Plain text: wire copy, a page pasted into a file; everything that no other loader claims and that is text."""

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


def sniff(head: bytes) -> float:
    """Text is what is left: surer than nothing, less sure than any format with marks of its own."""
    return 0.1 if head.strip() else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read one article; its text is the decoded file."""
    try:
        text, repairs = decode(data, where)
    except LoadError as error:
        yield error
        return
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
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    if len(lines) > 2 and sum(
        line.count("\t") >= 5 or line.count(";") >= 8 or line.count(",") >= 25 for line in lines
    ) > 0.8 * len(lines):
        return "is a table, not an article"
    return None
