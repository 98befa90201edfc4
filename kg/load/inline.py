"""Cuts a text that was pasted as one long line: its header off the front, appeals off the end."""

import re
from collections.abc import Iterator, Sequence

from kg.load import byline, stamp
from kg.load.cues import QUOTES, Cues, compile_cues
from kg.load.paragraphs import Piece

__all__ = ["unfold"]

_LONG = 600
"""Characters above which a paragraph that is most of the text may hold more than one part."""
_FRONT = 400
"""Characters at the front among which a time of publication is looked for."""


def unfold(text: str, pieces: Sequence[Piece], code: str) -> list[Piece]:
    """Return the pieces, a long one that is most of the text cut into title, byline, times, story and appeal."""
    cues = compile_cues(code)
    whole = sum(piece.end - piece.start for piece in pieces)
    cut: list[Piece] = []
    for piece in pieces:
        length = piece.end - piece.start
        if piece.kind is None and length > _LONG and length > 0.7 * whole:
            cut.extend(_trim(text, part) for part in _cut(text, piece, code, cues))
        else:
            cut.append(piece)
    return cut


def _trim(text: str, piece: Piece) -> Piece:
    part = piece.of(text)
    start = piece.start + len(part) - len(part.lstrip())
    return Piece(start, start + len(part.strip()), piece.kind)


def _cut(text: str, piece: Piece, code: str, cues: Cues) -> Iterator[Piece]:
    line = piece.of(text)
    start = piece.start
    header = _header(line, code, cues)
    if header is not None:
        title, times = header
        named = _opening(line[:title], cues)
        if named:
            yield Piece(start, start + named, "title")
            yield Piece(start + named, start + title, None)
        else:
            yield Piece(start, start + title, "title")
        yield Piece(start + title, start + times, None)
        start += times
    end = start + _appeal(text[start : piece.end], cues)
    yield Piece(start, end, None)
    if end < piece.end:
        yield Piece(end, piece.end, None)


def _header(line: str, code: str, cues: Cues) -> tuple[int, int] | None:
    """Return where the headline ends and where the times behind it end, or None where no header is told."""
    stamps = [found for found in stamp.find(line[:_FRONT], code) if found.clock]
    if not stamps or re.search(r"[a-zà-ÿ]{3}[.!?]\s", line[: stamps[0].start]):
        return None
    end = stamps[0].end
    for found in stamps[1:]:
        if found.start - end > 40:
            break
        end = found.end
    start = len(line[: stamps[0].start].rstrip())
    before = line[:start]
    for words in (cues.words.modified, cues.words.published):
        for cue in sorted(words, key=len, reverse=True):
            if before.lower().endswith((cue.lower(), cue.lower() + ":", cue.lower() + " :")):
                start = before.lower().rindex(cue.lower())
                break
    return (start, end) if line[:start].strip() and line[end:].strip() else None


def _opening(front: str, cues: Cues) -> int:
    """Return where a byline opens in the front of a line, or 0."""
    for match in reversed(list(re.finditer(r"(?<=\S)\s+(?=\S)", front))):
        if cues.by.match(front, match.end()) and byline.read(front[match.end() :], cues, below=True):
            return match.start()
    return 0


def _appeal(line: str, cues: Cues) -> int:
    """Return where an appeal that runs to the end of a line begins, or the line's length."""
    bare = QUOTES.sub(lambda match: "·" * len(match.group()), line)
    for match in cues.appeal.finditer(bare, len(line) // 2):
        start = match.start()
        rest = bare[start:]
        begging = {found.group().casefold() for found in cues.appeal_word.finditer(rest)}
        if len(begging) >= 2 or cues.appeal_phrase.search(rest):
            return start
    return len(line)
