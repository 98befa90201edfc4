"""Cuts a document's text into typed segments and reads its header, by the cues of its language and by layout."""

import re
from collections.abc import Sequence
from functools import cache

from kg.load import byline, furniture, header, inline, stamp
from kg.load.byline import Head
from kg.load.cues import compile_cues, phrases
from kg.load.document import RawDocument
from kg.load.paragraphs import Piece, is_prose, is_short, paragraphs
from kg.model import Segment

__all__ = ["segment"]

_BULLET = re.compile(r"[-–—•*●■►▶+]\s?\S|\d{1,2}[.)]\s")


def segment(raw: RawDocument, code: str) -> tuple[tuple[Segment, ...], Head]:
    """Return the segments of a document and what its header lines say.

    Every character of the text that is not blank belongs to exactly one segment.
    """
    text, cues = raw.text, compile_cues(code)
    pieces = inline.unfold(text, _pieces(raw), code)
    head = header.lines(text, pieces, code)
    _lone_dateline(text, pieces, code, head)
    pieces = list(furniture.captions(text, pieces, cues))
    header.title(text, pieces, code, head, raw.title)
    pieces = _datelines(text, pieces, code, head)
    pieces = list(furniture.credits(text, pieces, cues))
    told = furniture.house(text, pieces, cues)
    furniture.run_on(text, pieces, cues, told)
    _prose(text, pieces)
    _credit(text, pieces, code, head)
    return tuple(Segment(piece.kind or "body", piece.start, piece.end) for piece in pieces), head


def _pieces(raw: RawDocument) -> list[Piece]:
    """Return the paragraphs of the blocks, and of what stands outside of them."""
    pieces: list[Piece] = []
    at = 0
    for block in raw.blocks:
        pieces += [Piece(first, last) for first, last in paragraphs(raw.text, at, block.start)]
        if block.kind is None:
            pieces += [Piece(first, last) for first, last in paragraphs(raw.text, block.start, block.end)]
        else:
            pieces.append(Piece(block.start, block.end, block.kind))
        at = block.end
    return pieces + [Piece(first, last) for first, last in paragraphs(raw.text, at, len(raw.text))]


@cache
def _dateline(code: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a dateline at the start of a paragraph; the first holds anywhere, the others near the top."""
    cues = compile_cues(code)
    words = cues.words
    agency = cues.agency.pattern
    month = "(?i:" + "|".join(sorted(map(re.escape, words.months), key=len, reverse=True)) + r")\.?"
    weekday = f"(?i:{phrases(words.weekdays)})"
    on = rf"(?:(?i:{phrases(words.at)})\s+)?"
    day = rf"{on}(?:{weekday}\.?,?\s+)?(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+{month}|{month}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?|{on}{weekday}"
    word = r"[A-ZÀ-ÝŒ][\w.’'-]*"
    city = rf"{word}(?:[ -](?:{word}|(?:de|du|des|la|le|les|of|the|el|al|sur|en)(?=\s))){{0,4}}"
    capitals = r"[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ.’'-]{2,}(?:[ /][A-ZÀ-ÝŒ][A-ZÀ-ÝŒ.’'-]+){0,4}"
    places = rf"{city}(?:\s?[/,]\s?{city}){{0,3}}"
    brackets = rf"\(©?\s?(?:{agency}|[A-Z][A-Z/.-]{{1,14}}|{word}(?:\s{word}){{0,3}})(?:\s?[/,&-]\s?(?:{agency}|[A-Z][\w/.-]{{1,20}})){{0,3}}\)"
    dash = r"\s*(?:--|[-–—:])+\s*"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?:(?:{places}),?\s*)?(?:(?:{day}),?\s*)?{brackets}(?:,?\s*(?:{day}))?{dash}(?=\S)",
            rf"(?:{places})\s*,\s*(?:{day})(?:,\s*(?:{agency}))?{dash}(?=\S)",
            rf"(?:{capitals})(?:,\s*{city})?(?:\s*(?:--|[–—-])+\s+|\s*:\s+)(?=[\"«“‘]|[A-ZÀ-Ý0-9])",
            rf"\(?(?:{agency})\)?\s*(?:--|[–—-])\s+(?=\S)|\((?:{agency})\)\s+(?=[A-ZÀ-Ý«“\"])",
            rf"(?:{word})(?: {word}){{0,2}}(?:, (?:{word})(?: {word}){{0,2}})?\s(?:--|[–—-])\s(?=[\"«“]|[A-ZÀ-Ý])",
            rf"(?:{places}),\s*(?:{day}),?\s*{brackets}$",
        )
    )


def _lone_dateline(text: str, pieces: Sequence[Piece], code: str, head: Head) -> None:
    """Type the first dateline that is a paragraph of its own, above the running text: place, day and agency."""
    *_, alone = _dateline(code)
    for piece in pieces[:10]:
        line = piece.of(text)
        if piece.kind is None and is_prose(line) and len(line) > 90:
            return
        if piece.kind is None and len(line) <= 120 and alone.match(line):
            piece.kind = "dateline"
            _said(line, code, head)
            return


def _said(dateline: str, code: str, head: Head) -> None:
    """Add the agency and the full date of a dateline to the metadata that the lines above it leave open."""
    head.agency = head.agency or _agency(dateline, code)
    if head.published is None and head.modified is None:
        head.published = next((found.when for found in stamp.find(dateline, code)), None)


def _datelines(text: str, pieces: Sequence[Piece], code: str, head: Head) -> list[Piece]:
    """Cut the dateline off the start of paragraphs; its agency and full date are metadata."""
    cut: list[Piece] = []
    seen = 0
    for piece in pieces:
        line = piece.of(text)
        patterns = _dateline(code)[: 5 if seen == 0 else 1]
        seen += piece.kind in (None, "lead", "body") and is_prose(line)
        match = None
        if piece.kind in (None, "lead", "body") and seen <= 3:
            match = next(filter(None, (pattern.match(line, 0, 160) for pattern in patterns)), None)
        if match is None or match.end() >= len(line) or not is_prose(line):
            cut.append(piece)
            continue
        said = match.group()
        _said(said, code, head)
        cut.append(Piece(piece.start, piece.start + len(said.rstrip()), "dateline"))
        cut.append(Piece(piece.start + len(said), piece.end, piece.kind))
    return cut


def _agency(dateline: str, code: str) -> str | None:
    """Return the agency of a dateline: a known one, else capitals in brackets."""
    found = byline.credited(dateline, compile_cues(code))
    capitals = re.search(r"^\W*[A-ZÀ-Ý].*\(([A-Z]{2,5})\)", dateline)
    return found or (capitals[1] if capitals else None)


def _prose(text: str, pieces: Sequence[Piece]) -> None:
    """Type what is left: the first paragraph is the lead, short lines without a final stop are intertitles."""
    left = [piece for piece in pieces if piece.kind is None]
    running = [piece for piece in left if is_prose(piece.of(text)) or not is_short(piece.of(text))]
    if not running and not any(piece.kind in ("lead", "body") for piece in pieces):
        running = [piece for piece in left if len(piece.of(text).split()) >= 5]
        if not running and not any(piece.kind == "title" for piece in pieces):
            running = left
    if running and left and left[-1].start > running[-1].start and len(left[-1].of(text).split()) >= 8:
        tail = [piece for piece in pieces if piece.start > running[-1].end]
        running += tail if len(tail) == 1 else []
    chosen = {piece.start for piece in running}
    for piece in left:
        prose = piece.start in chosen or bool(_BULLET.match(piece.of(text)) and len(piece.of(text)) > 20)
        piece.kind = "body" if prose else "header"
    if not any(piece.kind == "lead" for piece in pieces):
        first = next((piece for piece in pieces if piece.kind == "body"), None)
        if first is not None:
            first.kind = "lead"


def _credit(text: str, pieces: Sequence[Piece], code: str, head: Head) -> None:
    """Take the agency, and the date where none is known, from the credit below the text."""
    for piece in reversed(pieces):
        line = piece.of(text)
        if piece.kind != "credit" or len(line) > 400:
            continue
        if compile_cues(code).picture.search(line) and not compile_cues(code).signature.fullmatch(line):
            continue
        if head.agency is None:
            head.agency = byline.credited(line, compile_cues(code))
        if head.published is None and head.modified is None:
            head.published = next((found.when for found in stamp.find(line, code)), None)
