"""Cuts each read segment into sentences: one regular expression for the candidates, lists for the exceptions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lang import Language
from kg.lang.sentences import Sentences
from kg.model import READ_SEGMENTS, Article, Sentence

__all__ = ["find", "spans"]

_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_DOUBLE_INITIAL = re.compile(r"[^\W\d_]{1,2}\.-[^\W\d_]{1,2}")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0\r]*\n\s*|\n(?=\s*[•▪●‣*–—-]\s)")
_LONGEST = 2_000
"""Characters of a sentence; what is read of one may cost the square of its length, and no writer's is longer."""
_LOOK_BACK = 40


class _Rules:
    """`[sentences]` of one language, compiled."""

    def __init__(self, words: Sentences) -> None:
        self.candidates = _candidates(words)
        self.never = frozenset(words.never)
        self.before_number = frozenset(words.before_number)
        self.rarely = frozenset(words.rarely)
        self.starters = frozenset(words.starters)
        self.opening = words.opening
        self.ordinal_dot = words.ordinal_dot


_rules = lru_cache(maxsize=16)(_Rules)


def _candidates(words: Sentences) -> re.Pattern[str]:
    closing, opening = re.escape(words.closing), re.escape(words.opening)
    closers = rf"(?:[{closing}\"'’)\]]|[\s\u00a0\u202f][{closing}](?![\w{opening}])|\[\d{{1,3}}\])*"
    # A full stop without a space behind it ends a sentence only between two ordinary words ("capoté.Les").
    glued = rf"(?<=[^\W\d_A-Z]{{3}})\.{closers}(?=[{opening}\"]?[A-ZÀ-Þ][^\W\d_A-Z]*[\s’'])"
    return re.compile(rf"[.!?…]+{closers}\s+|{glued}")


def _word_after(text: str, position: int, end: int, opening: str) -> str:
    """Return the word that begins at `position`, without quotes and brackets before it."""
    while position < end and (text[position] in opening or text[position] in "\"'’([–—- \u00a0\u202f"):
        position += 1
    stop = position
    while stop < min(end, position + _LOOK_BACK) and text[stop].isalnum():
        stop += 1
    return text[position:stop]


def _ends(text: str, dot: int, following: str, rules: _Rules) -> bool:
    """Tell whether the mark at `dot` ends a sentence that a capital or a digit (`following`) comes after."""
    if not following or following[0].islower():
        return False
    if text[dot] != "." or text[dot + 1 : dot + 2] in (".", "!", "?"):
        return True
    start = dot
    while start and dot - start < _LOOK_BACK and (text[start - 1].isalnum() or text[start - 1] in ".-"):
        start -= 1
    word = text[start:dot].strip("-")
    if (
        word in rules.never
        or _DOUBLE_INITIAL.fullmatch(word)
        or (rules.ordinal_dot and word.isdigit() and len(word) < 3)
    ):
        return False
    if word in rules.before_number and following[0].isdigit():
        return False
    if word in rules.rarely or _INITIALS.fullmatch(word):
        return following in rules.starters
    while start and text[start - 1] in " \t\u00a0":
        start -= 1
    return not (word.isdigit() and (not start or text[start - 1] == "\n"))  # "2. Withdrawal": a number before a heading


def spans(text: str, start: int, end: int, words: Sentences) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]` as offsets without the white space around them."""
    rules = _rules(words)
    cuts = [match.end() for match in _BLANK_LINE.finditer(text, start, end)]
    cuts += [
        match.end()
        for match in rules.candidates.finditer(text, start, end)
        if _ends(text, match.start(), _word_after(text, match.end(), end, rules.opening), rules)
    ]
    previous = start
    for cut in _short_enough(text, start, [*sorted(set(cuts)), end]):
        piece = text[previous:cut]
        trimmed = piece.strip()
        if trimmed:
            first = previous + len(piece) - len(piece.lstrip())
            yield first, first + len(trimmed)
        previous = cut


def _short_enough(text: str, start: int, cuts: list[int]) -> Iterator[int]:
    """Yield the cuts, and others between those that lie too far apart: text without full stops is cut at a comma or blank."""
    for cut in cuts:
        while cut - start > _LONGEST:
            last = start + _LONGEST
            at = max(text.rfind(mark, start + _LONGEST // 2, last) for mark in ("; ", ", "))
            at = at if at >= 0 else max(text.rfind(mark, start + _LONGEST // 2, last) for mark in (" ", "\n", "\u00a0"))
            start = at + 1 if at >= 0 else last
            yield start
        start = cut
        yield cut


def find(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of all read segments; none crosses a segment."""
    return tuple(
        Sentence(start, end, segment.kind, number)
        for number, segment in enumerate(article.segments)
        if segment.kind in READ_SEGMENTS
        for start, end in spans(article.text, segment.start, segment.end, language.sentences)
    )
