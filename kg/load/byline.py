"""Reads bylines: who wrote, for which outlet, with which agency ("Epoch Times avec AFP", "Jane Roe, Associated Press")."""

import re
from datetime import datetime

import msgspec

from kg.load.cues import Cues, phrases
from kg.load.paragraphs import is_prose, is_short

__all__ = ["Head", "credited", "lone", "parts", "read"]


class Head(msgspec.Struct):
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


def credited(text: str, cues: Cues) -> str | None:
    """Return the wire agency that a credit or dateline names, as written; the last of several."""
    found = cues.agency.findall(text)
    return found[-1] if found else None


def read(line: str, cues: Cues, *, below: bool) -> Head | None:
    """Read a line that is a byline and nothing else.

    Args:
        line: the line.
        cues: the words of its language.
        below: True below a headline, where a byline may hold words in lower case ("Par Tribune des deux rives").
    """
    line = line.strip()
    opening = cues.by.match(line)
    rest = line[opening.end() :] if opening else line
    if not rest or len(rest) > 140 or len(rest.split()) > 18:
        return None
    bare = line.strip(" .()[]©")
    if cues.agency.fullmatch(bare):
        return Head(byline=bare, agency=bare)
    if cues.desk.match(line) and not is_prose(line) and len(line.split()) <= 9:
        return Head(byline=line, agency=credited(line, cues))
    if opening and cues.outlet.search(rest) and is_short(line) and len(rest.split()) <= 8:
        return parts(rest, cues)
    if opening:
        loose = (
            below and rest[0].isupper() and len(rest.split()) <= 12 and is_short(line) and not re.search(r"\d", rest)
        )
        return parts(rest, cues) if _names(rest, cues) or (loose and not _dated(rest, cues)) else None
    if re.search(r"\w/\w", line):
        return None  # "Jane Roe/AFP" signs a picture
    if len(line.split()) <= 8 and is_short(line) and cues.agency.search(line) and _names(line, cues):
        joined = cues.agency.match(line) or re.search(
            rf"(?:,|[/|(–—-]|{phrases(cues.words.joins)})\s*{cues.agency.pattern}\)?$", line
        )
        return parts(line, cues) if joined else None
    return None


def lone(line: str, cues: Cues) -> Head | None:
    """Read a short line of names beside a time of publication: an outlet, a writer, or both ("Outlet / Agency")."""
    line = line.strip()
    if len(line) > 80 or len(line.split()) > 8 or not is_short(line) or cues.label.fullmatch(line):
        return None
    outlet = bool(cues.outlet.search(line) or cues.article.match(line))
    if not (_names(line, cues) or (outlet and line[0].isupper() and len(line.split()) <= 6)):
        return None
    if not outlet and not re.search(r"\s[/|]\s", line) and not 2 <= len(line.split()) <= 5:
        return None
    head = parts(line, cues)
    first = re.split(r"\s[/|]\s", line)
    if head.source is None and len(first) > 1:
        head.source = first[0].strip()
    return head


def parts(names: str, cues: Cues) -> Head:
    """Tell writer, outlet and agency of a byline apart."""
    head = Head(byline=names.strip(" ,;"))
    joins = phrases([word for word in cues.words.joins if len(word) > 2])
    for part in re.split(rf"\s*[,;/|()&·•]\s*|\s+[–—-]\s+|\s+{joins}\s+", names):
        name = re.sub(rf"^{joins}\s+", "", part.strip(" ."))
        if not name:
            continue
        wire = cues.agency.match(name)
        if wire and (wire.end() == len(name) or re.match(rf"\s+{phrases(cues.words.joins)}\s", name[wire.end() :])):
            head.agency = head.agency or wire.group()
        elif cues.agency_word.search(name) and (head.source or part is not names) and name != names.strip(" .,;"):
            if name != head.source:
                head.agency = head.agency or name
        elif (
            cues.outlet.search(name) or cues.agency_word.search(name) or cues.article.match(name) or _lower(name, cues)
        ):
            head.source = head.source or name
    return head


def _lower(name: str, cues: Cues) -> bool:
    """Tell a name with a word in lower case, as outlets have and persons do not ("Tribune des deux rives")."""
    small = {*cues.words.particles, *(word.lower() for word in cues.words.joins)}
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in small]
    return len(words) > 1 and words[0][0].isupper() and any(word[0].islower() for word in words)


def _dated(rest: str, cues: Cues) -> bool:
    first = re.findall(r"\w+", rest.lower())[:1]
    return bool(first) and first[0] in {word.lower() for word in cues.words.weekdays} | set(cues.words.months)


def _names(text: str, cues: Cues) -> bool:
    """Tell whether a text consists of names: capitalised words, particles and the words that join bylines."""
    if cues.desk.match(text):
        return True
    joins = {*cues.words.particles, *(word.lower() for word in cues.words.joins)}
    tokens = re.findall(r"[^\s,;/|&()'’]+", cues.desk.sub("", text).rstrip(" ."))
    if not tokens or re.search(r"[.!?]\s+\w{4,}", text) or _dated(text, cues):
        return False
    named = 0
    for token in tokens:
        word = token.strip(".:–—-·•")
        if not word or word.lower() in joins:
            continue
        if "@" in word:
            return True
        if word.isdigit() and len(word) <= 2 and cues.agency.search(text):
            continue
        if not word[0].isupper() or any(char.isdigit() for char in word):
            return False
        named += 1
    return 0 < named <= 14
