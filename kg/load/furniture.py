"""Types the paragraphs around a story: captions, credits, links to other articles, appeals, house notices."""

import re
from collections.abc import Iterator, Sequence

from kg.load.cues import QUOTES, Cues
from kg.load.paragraphs import Piece, is_prose, is_short

__all__ = ["captions", "credits", "house", "run_on"]

_TAIL = 420
"""Characters at the end of a paragraph among which a credit is looked for."""
_INITIALS = re.compile(r"\(?(?:bur[s]?-?)?[a-z]{2,5}(?:-[a-z]{1,5})*(?:/[a-z]{1,5}(?:-[a-z]{1,5})*)+\)?", re.IGNORECASE)
"""Sign-offs of agency desks: "afp/jf", "burs-dla/ybl/sg"."""
_POST = re.compile(r"[—–-]\s?[^\n]{2,60}\(@\w{1,20}\)[^\n]{0,40}$|^https?://\S+$|^pic\.twitter\.com/\S+$")
_BULLET = re.compile(r"[-–—•*●■►▶→>»+]\s?|\d{1,2}[.)]\s")
_WORD = re.compile(r"\w{5,}")
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w-]{2,}")


def captions(text: str, pieces: Sequence[Piece], cues: Cues) -> Iterator[Piece]:
    """Yield the pieces with captions typed and the credit of a picture cut off them."""
    told: set[str] = set()
    cut: list[Piece] = []
    for piece in pieces:
        parts = _caption(text, piece, cues) if piece.kind in (None, "caption") else [piece]
        told |= {part.of(text).strip(" .") for part in parts if part.kind == "caption"}
        cut.extend(parts)
    for piece in cut:
        if piece.kind is None and piece.of(text).strip(" .") in told:
            piece.kind = "caption"
        yield piece


def _caption(text: str, piece: Piece, cues: Cues) -> list[Piece]:
    """Return a piece as it is, or as a caption and its credit, either of which may be missing."""
    line = piece.of(text)
    credit = cues.picture.search(line, max(0, len(line) - _TAIL))
    opened = cues.caption.match(line) if len(line) <= 900 else None
    told = len(re.findall(r"(?<!\w)[a-zà-ÿ]{2,}", line[opened.end() :])) if opened else 0
    if credit is None:
        alone = len(line) <= 130 and bool(cues.credit.match(line)) and is_short(line.rstrip(".)] "))
        if piece.kind is None and alone and told < 3:
            piece.kind = "credit"
        elif (opened and re.search(r"\w", line[opened.end() :])) or (len(line) <= 600 and cues.captioned.search(line)):
            piece.kind = "caption"
        return [piece]
    before = line[: credit.start()].rstrip(" -–—|([")
    if piece.kind is None and not opened and (len(before) > 700 or cues.appeal_phrase.search(line)):
        return [piece]
    if len(re.sub(r"\W", "", before)) < 3:
        piece.kind = "caption" if told >= 3 else "credit"
        return [piece]
    end = piece.start + len(before)
    return [Piece(piece.start, end, "caption"), *_rest(text, end, piece.end, "credit")]


def _rest(text: str, start: int, end: int, kind: str) -> list[Piece]:
    """Return `text[start:end]` without blanks at its ends as a piece, or nothing."""
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    return [Piece(first, end, kind)] if part.strip() else []  # type: ignore[arg-type]


def credits(text: str, pieces: Sequence[Piece], cues: Cues) -> Iterator[Piece]:  # noqa: A001 - the word of the trade
    """Yield the pieces with the credits of agencies, writers and editors typed or cut off the end of paragraphs."""
    for piece in pieces:
        line = piece.of(text)
        if piece.kind not in (None, "body", "lead"):
            yield piece
            continue
        if _is_credit(line, cues):
            piece.kind = "credit"
            yield piece
            continue
        found = cues.signature.search(line, max(0, len(line) - _TAIL))
        if found is None or len(line[: found.start()].split()) < 3:
            yield piece
            continue
        first = piece.start + found.start() + len(found.group()) - len(found.group().lstrip())
        end = piece.start + len(line[: found.start()].rstrip())
        yield Piece(piece.start, end, piece.kind)
        yield Piece(first, piece.end, "credit")


def _is_credit(line: str, cues: Cues) -> bool:
    bare = line.strip(" .()[]*-–—©")
    if len(line) <= 40 and (_INITIALS.fullmatch(line.strip(" .")) or cues.agency.fullmatch(bare)):
        return True
    if len(line) <= 400 and cues.signed.match(line) and not (QUOTES.search(line) and is_prose(line)):
        return True
    if len(line) <= 160 and _POST.search(line):
        return True
    if len(line) <= 250 and cues.signing.search(line) and not QUOTES.search(line):
        return True
    found = cues.signature.fullmatch(line)
    return bool(found) and len(line) <= 400


def house(text: str, pieces: Sequence[Piece], cues: Cues) -> set[int]:
    """Type links to other articles, appeals and notices by their cues; the short lines below a heading follow it.

    Returns:
        Where the appeals, links and lists found here start.
    """
    listing = False
    told: set[int] = set()
    for piece in pieces:
        if piece.kind is not None:
            listing = listing and piece.kind not in ("lead", "body")
            continue
        line = piece.of(text)
        bare = QUOTES.sub(lambda match: " " * len(match.group()), line)
        if _is_heading(line, cues):
            piece.kind, listing = "related", True
        elif cues.appeal_phrase.search(bare) or (cues.appeal.search(bare) and not _reported(line)):
            piece.kind = "appeal"
        elif len(line) <= 300 and cues.teaser.match(line):
            piece.kind, listing = "teaser", bool(re.search(r":\s*$", line))
        elif cues.notice.match(line):
            piece.kind = "credit"
        elif listing and (is_short(line) or (_BULLET.match(line) and len(line) <= 200)):
            piece.kind = "related"
        else:
            listing = False
        if piece.kind in ("related", "appeal", "teaser"):
            told.add(piece.start)
    return told


def _is_heading(line: str, cues: Cues) -> bool:
    found = cues.related.match(line) if len(line) <= 200 else None
    if found is None:
        return False
    rest = line[found.end() :]
    return (
        bool(re.match(r"\s*(?:[:>»|…]|\.{3})", rest))
        or not re.search(r"\w", rest)
        or (len(rest.split()) <= 3 and " " in found.group().strip() and is_short(line))
    )


def _reported(line: str) -> bool:
    """Tell a paragraph with quoted speech, which is nobody's appeal to the readers."""
    return bool(QUOTES.search(line)) and len(line) > 120


def run_on(text: str, pieces: Sequence[Piece], cues: Cues, told: set[int]) -> None:
    """Type as appeal what follows the appeals and links after the last paragraph of the story.

    After an appeal a paragraph belongs to the story where it speaks of what the story speaks of; after a link to
    another article it does unless it speaks to the readers.
    """
    if not told:
        return
    common = set(re.findall(r"(?<!\w)[a-zà-ÿ]\w{2,}", text))
    story: set[str] = set()
    last = -1
    opener = ""
    for index, piece in enumerate(pieces):
        line = piece.of(text)
        if piece.start in told:
            opener = "appeal" if "appeal" in (opener, piece.kind) else "link"
        elif piece.kind in ("title", "lead", "caption"):
            story |= _content(line, common)
        elif piece.kind in (None, "body") and (not opener or _of_story(line, story, common, cues, opener)):
            last, opener = index, ""
            story |= _content(line, common)
    opened = False
    for piece in pieces[last + 1 :]:
        opened = opened or piece.start in told
        if opened and piece.kind in (None, "body"):
            piece.kind = "appeal"


def _content(line: str, common: set[str]) -> set[str]:
    """Return the long words of a paragraph and its names: capitalised words that the text never writes in lower case."""
    return {word.casefold() for word in _WORD.findall(line)} | _called(line, common)


def _called(line: str, common: set[str]) -> set[str]:
    return {name.casefold() for name in _NAME.findall(line) if name.lower() not in common}


def _of_story(line: str, story: set[str], common: set[str], cues: Cues, opener: str) -> bool:
    if not is_prose(line):
        return False
    bare = QUOTES.sub(" ", line)
    begging = len({match.group().casefold() for match in cues.appeal_word.finditer(bare)})
    words = {word.casefold() for word in _WORD.findall(line)}
    shared = len(words & story) / max(1, len(words))
    if begging >= 2:
        return shared >= 0.6
    return opener == "link" or bool(_called(line, common) & story) or shared >= 0.25
