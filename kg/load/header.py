"""Reads the lines around a headline as metadata: title, byline, outlet, agency, times of publication and change."""

import re
from collections.abc import Sequence
from functools import cache

from kg.load import byline, stamp
from kg.load.byline import Head
from kg.load.cues import Cues, compile_cues, phrases
from kg.load.paragraphs import Piece, is_prose, is_short

__all__ = ["fold", "lines", "title"]

_LINE = 220
"""Longest line that may be a byline or a time of publication."""


def fold(text: str) -> str:
    """Return letters and digits in lower case, to compare headlines."""
    return re.sub(r"[\W_]+", "", text.casefold())


def lines(text: str, pieces: Sequence[Piece], code: str) -> Head:
    """Type the bylines and times of publication among the pieces and return what they say.

    Those of the header are believed; where it has no time, the first elsewhere is.
    """
    cues = compile_cues(code)
    zone = _zone(text, pieces)
    head, rest = Head(), Head()
    prose = [
        index for index, piece in enumerate(pieces) if piece.kind in (None, "lead", "body") and is_prose(piece.of(text))
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(pieces), len(pieces))
    above = False
    for index, piece in enumerate(pieces):
        line = piece.of(text)
        if piece.kind in (None, "byline", "header") and len(line) <= _LINE:
            said = _times(line, code, cues)
            if said is None:
                said = byline.read(line, cues, below=above and index < zone)
            if said is not None:
                signs = said.byline and first <= index and index > last
                piece.kind = piece.kind or ("credit" if signs else "byline" if said.byline else "header")
                (head if index < zone else rest).fill(said)
        above = above or piece.kind in (None, "title")
    if head.published is None and head.modified is None:
        head.fill(rest)
    return head


def title(text: str, pieces: Sequence[Piece], code: str, head: Head, known: str | None) -> None:
    """Find the headline and, below it, an outlet on a line of its own; what is found is added to the head.

    Args:
        text: the document's text.
        pieces: its paragraphs; those with a kind are left alone.
        code: its language.
        head: what its lines say so far.
        known: the headline, where the file's metadata gives it.
    """
    cues = compile_cues(code)
    zone = pieces[: _zone(text, pieces)]
    if known:
        head.title = known
        _mark(text, zone, known)
    elif any(piece.kind == "title" for piece in zone):
        head.title = next(piece.of(text) for piece in zone if piece.kind == "title")
    elif len(pieces) > 1:
        _first(text, zone, cues, head)
    _outlet(text, zone, cues, head)


def _zone(text: str, pieces: Sequence[Piece]) -> int:
    """Return how many pieces may belong to the header: up to the third paragraph of running text, thirty at most."""
    prose = 0
    for index, piece in enumerate(pieces[:30]):
        prose += piece.kind in (None, "lead", "body") and is_prose(piece.of(text)) and len(piece.of(text)) > 90
        if prose == 3:
            return index
    return min(len(pieces), 30)


@cache
def _cue_patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the phrases before times: of publication, of change at the end; of both, of change at the start."""
    words = compile_cues(code).words
    tail = r"\s*:?\s*(?:[\w’']{1,3}\s+)?$"
    several = [cue for cue in (*words.published, *words.modified) if " " in cue] + words.modified
    return (
        re.compile(phrases(words.published) + tail, re.IGNORECASE),
        re.compile(phrases(words.modified) + tail, re.IGNORECASE),
        re.compile(r"\W*" + phrases(several), re.IGNORECASE),
        re.compile(r"\W*" + phrases(words.modified), re.IGNORECASE),
    )


def _times(line: str, code: str, cues: Cues) -> Head | None:
    """Read a line that holds times of publication or change, and perhaps a byline, and nothing else."""
    first, changed, opening, changing = _cue_patterns(code)
    stamps = list(stamp.find(line, code))
    if not stamps:
        cued = opening.match(line) and re.search(r"\d", line) and len(line) <= 80 and is_short(line)
        return Head() if cued else None
    head = Head()
    rest, at, sure = "", 0, False
    for found in stamps:
        before = line[at : found.start]
        cue = changed.search(before) or (changing.match(before) if at == 0 else None)
        if cue is None:
            cue = first.search(before)
            if cue and len(cue.group().strip(" :")) <= 3 and re.search(r"\w", before[: cue.start()]):
                cue = None  # "le" or "on" inside a sentence opens no time of publication
            head.published = head.published or found.when
        else:
            head.modified = head.modified or found.when
        sure = sure or found.clock or bool(cue)
        rest += (before[: cue.start()] if cue else before) + " | "
        at = found.end
    for part in re.split(r"[|•·\n]|\s[-–—/]\s", rest + line[at:]):
        bare = re.sub(rf"[\s,]+{phrases(cues.words.at)}$", "", part.strip(" ,;:()[]-–—."))
        if not re.search(r"\w", bare):
            continue
        said = byline.read(bare, cues, below=True)
        if said is not None:
            head.fill(said)
        elif not opening.match(bare) and (not sure or len(bare.split()) > 7 or is_prose(line)):
            return None
    return head


def _first(text: str, zone: Sequence[Piece], cues: Cues, head: Head) -> None:
    """Choose as headline the first short line above the running text that is no section name."""
    candidates: list[Piece] = []
    for index, piece in enumerate(zone):
        line = piece.of(text)
        if piece.kind is not None:
            continue
        if _can_head(line, [other.kind for other in zone[index + 1 : index + 3]]):
            candidates.append(piece)
        else:
            break
    plain = [piece for piece in candidates if not _is_label(piece.of(text), cues)]
    chosen = next((piece for piece in plain if _words(piece.of(text)) >= 3), plain[0] if plain else None)
    if chosen is None:
        return
    chosen.kind = "title"
    head.title = chosen.of(text)
    for piece in candidates:
        if piece.start < chosen.start:
            piece.kind = "header"


def _words(line: str) -> int:
    """Return how many words a line has, figures and codes left out."""
    return sum(token.strip('"«»“”.,:;!?()').isalpha() for token in re.split(r"[\s/’'-]+", line))


def _can_head(line: str, following: list[str | None]) -> bool:
    """Tell a line that may be a headline: one sentence at most, and no final stop unless header lines follow."""
    if len(line) > 260 or "http" in line or len(re.findall(r"[a-zà-ÿ]{3}[.!?]\s+[A-ZÀ-Ý«“\"]", line)) > 1:
        return False
    if line.endswith(".") and not line.endswith("..."):
        return len(line) <= 200 and any(kind in ("byline", "header") for kind in following)
    return len(line) < 200


def _is_label(line: str, cues: Cues) -> bool:
    """Tell a section name, or a menu: half of its words or more are section names, three at the least."""
    found = cues.label.findall(line)
    if not found:
        return False
    rest, names = cues.label.sub("", line).strip(" |/>»·•-–—:."), " ".join(found).split()
    if not rest.islower() and len(names) >= max(3, len(rest.split())):
        return True
    return bool(cues.label.match(line)) and len(rest) <= 3


def _mark(text: str, zone: Sequence[Piece], known: str) -> None:
    """Type the line that repeats the known title; the short lines above it and its repetitions are header."""
    wanted = fold(known)
    folded = [fold(piece.of(text)) if piece.end - piece.start < len(known) + 40 else "" for piece in zone]
    at = next(
        (index for index, piece in enumerate(zone) if piece.kind in (None, "title") and folded[index] == wanted), None
    )
    if at is None:
        return
    zone[at].kind = "title"
    for index, piece in enumerate(zone):
        line = piece.of(text)
        again = folded[index].startswith(wanted)
        if piece.kind is None and (again or (index < at and not is_prose(line))):
            piece.kind = "header"


def _outlet(text: str, zone: Sequence[Piece], cues: Cues, head: Head) -> None:
    """Read an outlet from a line of its own below the headline, beside a time, or in the form "Outlet / Agency"."""
    below = False
    for index, piece in enumerate(zone):
        line = piece.of(text)
        if piece.kind == "title":
            below = True
            continue
        if piece.kind is not None or not below:
            continue
        if is_prose(line) and not is_short(line):
            return
        beside = any(other.kind == "header" for other in zone[max(0, index - 1) : index + 2]) or re.search(
            r"\s[/|]\s", line
        )
        said = byline.lone(line, cues) if beside and head.byline is None else None
        if said is not None:
            piece.kind = "byline"
            head.fill(said)
