"""Reads the lines around a headline as metadata: title, byline, outlet, agency, times of publication and change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from kg.load import stamp
from kg.load.cues import Cues, compile_cues, phrases
from kg.load.paragraphs import Piece, is_prose, is_short

__all__ = ["Head", "credited", "fold", "read"]

_LINE = 220
"""Longest line that may be a byline or a time of publication."""
_PARTICLES = frozenset(
    "de du des d la le les l van von bin ben bint ibn abu al el da di do dos der den ter ten y e und and et af av zu".split()
)


@dataclass(slots=True)
class Head:
    """What the lines of a header say; the first that says a thing is believed."""

    title: str | None = None
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    published: datetime | None = None
    modified: datetime | None = None

    def fill(self, other: "Head") -> None:
        """Take from another what is not known yet."""
        for name in ("title", "byline", "source", "agency", "published", "modified"):
            if getattr(self, name) is None:
                setattr(self, name, getattr(other, name))


def fold(text: str) -> str:
    """Return letters and digits in lower case, to compare headlines."""
    return "".join(char for char in text.casefold() if char.isalnum())


def read(text: str, pieces: Sequence[Piece], code: str, title: str | None) -> Head:
    """Type the lines of the header among the pieces and return what they say.

    Args:
        text: the document's text.
        pieces: its paragraphs in order; those with a kind are left alone.
        code: its language.
        title: the headline, where the file's metadata gives it.
    """
    cues = compile_cues(code)
    zone = _zone(text, pieces)
    head, rest = Head(), Head()
    for index, piece in enumerate(pieces):
        line = piece.of(text)
        if piece.kind not in (None, "byline", "header") or len(line) > _LINE:
            continue
        said = _times(line, code, cues)
        if said is None:
            said = _byline(line, cues)
        if said is not None:
            piece.kind = piece.kind or ("byline" if said.byline else "header")
            (head if index < zone else rest).fill(said)
    _title(text, pieces[:zone], cues, head, title)
    _loose(text, pieces[:zone], cues, head)
    if head.published is None and head.modified is None:
        head.fill(rest)
    return head


def credited(text: str, code: str) -> str | None:
    """Return the wire agency that a credit or dateline names, as written; the last of several."""
    found = compile_cues(code).agency.findall(text)
    return found[-1] if found else None


def _zone(text: str, pieces: Sequence[Piece]) -> int:
    """Return how many pieces may belong to the header: up to the third paragraph of running text, thirty at most."""
    prose = 0
    for index, piece in enumerate(pieces[:30]):
        prose += piece.kind in (None, "lead", "body") and is_prose(piece.of(text)) and len(piece.of(text)) > 90
        if prose == 3:
            return index
    return min(len(pieces), 30)


@lru_cache(maxsize=None)
def _cue_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = compile_cues(code).words
    tail = r"\s*:?\s*(?:[\w’']{1,3}\s+)?$"
    return (
        re.compile(phrases(words.published) + tail, re.IGNORECASE),
        re.compile(phrases(words.modified) + tail, re.IGNORECASE),
    )


def _times(line: str, code: str, cues: Cues) -> Head | None:
    """Read a line that holds times of publication or change, and perhaps a byline, and nothing else."""
    stamps = list(stamp.find(line, code))
    if not stamps:
        return None
    first, changed = _cue_patterns(code)
    head = Head()
    rest, at, sure = "", 0, False
    for found in stamps:
        before = line[at : found.start]
        cue = changed.search(before)
        if cue is None:
            cue = first.search(before)
            head.published = head.published or found.when
        else:
            head.modified = head.modified or found.when
        sure = sure or found.clock or bool(cue)
        rest += before[: cue.start()] if cue else before
        rest += " | "
        at = found.end
    remains = [part for part in re.split(r"[|•·\n]|\s[-–—/]\s", rest + line[at:]) if re.search(r"\w", part)]
    for part in remains:
        said = _byline(part.strip(" ,;:()[]"), cues)
        if said is not None:
            head.fill(said)
        elif not sure or len(part.split()) > 7 or is_prose(line):
            return None
    return head


def _byline(line: str, cues: Cues) -> Head | None:
    """Read a line that is a byline and nothing else."""
    line = line.strip()
    opening = cues.by.match(line)
    rest = line[opening.end() :] if opening else line
    if not rest or len(rest) > 140 or len(rest.split()) > 18:
        return None
    if cues.agency.fullmatch(line.strip(" .()©")):
        return Head(byline=line, agency=line.strip(" .()©"))
    if cues.desk.match(line) and not is_prose(line) and len(line.split()) <= 9:
        return Head(byline=line, agency=credited(line, cues.code))
    if opening and _names(rest, cues):
        return _parts(rest, cues)
    if not opening and cues.agency.search(line) and is_short(line) and len(line.split()) <= 8 and _names(line, cues):
        joined = re.search(rf"(?:,|[/|(–—-]|{phrases(cues.words.joins)})\s*{cues.agency.pattern}\)?$", line)
        return _parts(line, cues) if joined else None
    return None


def _names(text: str, cues: Cues) -> bool:
    """Tell whether a text consists of names: capitalised words, particles and the words that join bylines."""
    if cues.desk.match(text):
        return True
    joins = {word.lower() for word in cues.words.joins} | _PARTICLES
    weekdays = {word.lower() for word in cues.words.weekdays} | set(cues.words.months)
    tokens = re.findall(r"[^\s,;/|&()'’]+", text.rstrip(" ."))
    if not tokens or re.search(r"[.!?]\s+\w{4,}", text):
        return False
    named = 0
    for token in tokens:
        word = token.strip(".:–—-")
        if not word or word.lower() in joins:
            continue
        if not word[0].isupper() or word.lower() in weekdays or any(char.isdigit() for char in word):
            return "@" in word
        named += 1
    return 0 < named <= 14


def _parts(names: str, cues: Cues) -> Head:
    """Tell writer, outlet and agency of a byline apart."""
    head = Head(byline=names.strip(" ,;"))
    with_ = phrases([word for word in cues.words.joins if len(word) > 2])
    for part in re.split(rf"\s*[,;/|()&]\s*|\s+[–—-]\s+|\s+{with_}\s+", names):
        name = part.strip(" .")
        if not name:
            continue
        if cues.agency.fullmatch(name):
            head.agency = head.agency or name
        elif cues.outlet.search(name):
            head.source = head.source or name
    return head


def _title(text: str, zone: Sequence[Piece], cues: Cues, head: Head, known: str | None) -> None:
    """Find the headline: the line that equals the known title, else the first short line that can be one."""
    if known:
        _mark(text, zone, known)
        head.title = known
        return
    for piece in zone:
        if piece.kind == "title":
            head.title = piece.of(text)
            return
    candidates = []
    for index, piece in enumerate(zone):
        line = piece.of(text)
        if piece.kind is not None:
            continue
        if _is_title(line, [other.kind for other in zone[index + 1 : index + 3]]):
            candidates.append(piece)
        elif is_prose(line):
            break
    good = [piece for piece in candidates if len(piece.of(text).split()) >= 3 and not _is_label(piece.of(text), cues)]
    chosen = (good or candidates or [None])[0]
    if chosen is not None and (len(zone) > 1 or is_short(chosen.of(text))):
        chosen.kind = "title"
        head.title = chosen.of(text)
        for piece in candidates:
            if piece.start < chosen.start:
                piece.kind = "header"


def _mark(text: str, zone: Sequence[Piece], known: str) -> None:
    """Type the line that repeats the known title, and as header the short lines above it and its further repetitions."""
    wanted = fold(known)
    at = next(
        (index for index, piece in enumerate(zone) if piece.kind in (None, "title") and fold(piece.of(text)) == wanted),
        None,
    )
    if at is None:
        return
    zone[at].kind = "title"
    for index, piece in enumerate(zone):
        line = piece.of(text)
        if piece.kind is None and (
            (index < at and not is_prose(line)) or (fold(line).startswith(wanted) and len(line) < len(known) + 40)
        ):
            piece.kind = "header"


def _is_title(line: str, following: list[str | None]) -> bool:
    if len(line) > 260 or "http" in line or len(re.findall(r"[.!?]\s+[A-ZÀ-Ý«“\"]", line)) > 1:
        return False
    if line.endswith(".") and not line.endswith("..."):
        return len(line) <= 200 and any(kind in ("byline", "header") for kind in following)
    return not is_prose(line) or len(line) < 200


def _is_label(line: str, cues: Cues) -> bool:
    return bool(cues.label.match(line)) and len(cues.label.sub("", line).strip(" |/>»·•-–—:.")) <= 3


def _loose(text: str, zone: Sequence[Piece], cues: Cues, head: Head) -> None:
    """Read an outlet and an agency from a short line of names below the headline ("Outlet / Agency")."""
    below = False
    for piece in zone:
        line = piece.of(text)
        if piece.kind == "title":
            below = True
        elif piece.kind is None and is_prose(line):
            return
        elif below and piece.kind is None and head.byline is None and len(line) <= 80:
            parts = re.split(r"\s[/|]\s", line)
            if len(parts) > 1 and is_short(line) and _names(line, cues):
                piece.kind = "byline"
                head.byline = line
                head.source = head.source or parts[0].strip()
                head.agency = head.agency or credited(line, cues.code)
