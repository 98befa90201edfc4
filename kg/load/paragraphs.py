"""Cuts a text into paragraphs by its layout: blank lines, one paragraph a line, hard-wrapped lines, or one long line."""

import itertools
import re

import msgspec

from kg.model import SegmentKind

__all__ = ["Piece", "is_prose", "is_short", "paragraphs"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_CLOSED = re.compile(r"[.!?…:;]\W{0,4}$|[.!?…]\s?[\"”»’')\]]+$")
_TWO = re.compile(r"[a-zà-ÿ]{3}[.!?]\s+[\"«“]?\s?[A-ZÀ-Ý]")
_WRAP = range(40, 121)
"""Lengths of the lines of hard-wrapped text."""


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the paragraphs of `text[start:end]` as spans without blanks at their ends.

    Every character that is not blank lies in exactly one of them.
    """
    lines = _lines(text, start, end)
    if not _wrapped(text, lines):
        return [(first, last) for first, last, _, _ in lines]
    width = sorted(last - first for first, last, _, _ in lines)[int(len(lines) * 0.9)]
    found: list[tuple[int, int]] = []
    before: tuple[int, int, bool, int] | None = None
    for line in lines:
        if before is None or _breaks(text, before, line, width):
            found.append((line[0], line[1]))
        else:
            found[-1] = (found[-1][0], line[1])
        before = line
    return found


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, bool, int]]:
    """Return the lines that are not blank: start, end, whether a blank line stands before, and the indentation."""
    found: list[tuple[int, int, bool, int]] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        stripped = match.group().strip()
        if not stripped:
            continue
        indent = len(match.group()) - len(match.group().lstrip())
        first = match.start() + indent
        gap = text[last : match.start()]
        blank = len(re.findall(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", gap)) > 1
        found.append((first, first + len(stripped), blank, indent))
        last = first + len(stripped)
    return found


def _wrapped(text: str, lines: list[tuple[int, int, bool, int]]) -> bool:
    """Tell hard-wrapped text: after a line of typical length without a final stop the next begins in lower case."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b[2]]
    running = sum(1 for a, b in pairs if a[1] - a[0] in _WRAP and text[b[0]].islower() and text[a[1] - 1] not in ".!?")
    return running >= 2 and running >= 0.3 * len(pairs)


def _breaks(text: str, before: tuple[int, int, bool, int], line: tuple[int, int, bool, int], width: int) -> bool:
    """Tell whether a line of hard-wrapped text opens a paragraph."""
    if line[2]:
        return True
    short = before[1] - before[0] < 0.75 * width
    return not text[line[0]].islower() and (line[3] > before[3] or short)


class Piece(msgspec.Struct):
    """A paragraph, or a part of one, on its way to a segment; `kind` is None until a cue or the layout decides."""

    start: int
    end: int
    kind: SegmentKind | None = None

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]


def is_prose(line: str) -> bool:
    """Tell a paragraph of running text from a headline, an intertitle or a line of furniture."""
    if len(line) >= 200:
        return True
    closed = bool(_CLOSED.search(line))
    return closed and (len(line) >= 60 or len(line.split()) >= 8)


def is_short(line: str) -> bool:
    """Tell a line that may be a headline or an intertitle: few words, no final stop."""
    if len(line) > 130 or len(line.split()) > 18 or _TWO.search(line):
        return False
    return not _CLOSED.search(line) or (line.endswith(("?", "!", "? »", "! »")) and len(line) <= 90)
