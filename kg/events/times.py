"""Times of events: whether two can be one, and which of them says more."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from kg.events.lexicon import Lexicon
from kg.model import Date, Mention, Quantity, Reading, When

__all__ = ["a_day", "compatible", "looks_back", "narrower", "of_a_person", "opening", "starting", "together"]

_Standing = TypeVar("_Standing", Date, Mention, Quantity)

_BACKGROUND = timedelta(days=300)
"""How long before the article lies what it only looks back to."""
_WORD = 24
"""How many characters before a date its verb is looked for."""
_BRACKET = 40
"""How many characters may stand between a date in brackets and the name before them."""
_NAME = 200
"""How many characters a name has at most."""


def a_day(when: When | None) -> bool:
    """Tell whether a time is one day."""
    return when is not None and when.earliest is not None and when.earliest == when.latest


def compatible(one: When | None, other: When | None) -> bool:
    """Tell whether two times can be one: either unknown, or one within the other, or overlapping."""
    if one is None or other is None or one.edtf == other.edtf:
        return True
    low = max((w.earliest for w in (one, other) if w.earliest), default=None)
    high = min((w.latest for w in (one, other) if w.latest), default=None)
    return low is None or high is None or low <= high


def looks_back(one: When | None, other: When | None, published: date | None) -> bool:
    """Tell whether of two tellings only one has a time, and that is of long before the article: it looks back to another deed."""
    known = one or other
    if published is None or known is None or known.latest is None or (one is not None and other is not None):
        return False
    return published - known.latest > _BACKGROUND


def together(one: When, other: When) -> When | None:
    """Return two times that follow each other as one stretch ("Monday and Tuesday"); nothing of two apart, each of which has its own event."""
    if one.latest is None or other.earliest is None or other.earliest - one.latest != timedelta(days=1):
        return None
    return When(f"{one.edtf}/{other.edtf}", one.earliest, other.latest)


def narrower(one: When | None, other: When | None) -> When | None:
    """Return the more precise of two compatible times."""
    if one is None or other is None:
        return one or other
    return other if _width(other) < _width(one) else one


def starting(found: Sequence[_Standing], first: int, last: int) -> Sequence[_Standing]:
    """Return which of some dates, quantities or mentions, in text order, start at one of some offsets, the last excluded."""
    low, high = (bisect_left(found, offset, key=lambda one: one.start) for offset in (first, last))
    return found[low:high]


def opening(text: str, date: Date, lexicon: Lexicon) -> int:
    """Return where the date itself begins in an expression that names an event ("attacks of 11 September")."""
    found = list(lexicon.token.finditer(text, date.start, date.end))
    if len(found) < 2:
        return date.start
    before = list(lexicon.token.finditer(text, max(0, date.start - _WORD), date.start))
    if before:  # "a pris [fin vendredi]": the first word belongs to the verb
        phrases = lexicon.words[before[-1].group().lower()][1].get(found[0].group().lower(), ())
        article = found[0].group().lower() in lexicon.language.grammar.determiners
        if not article and any(word.verbs for _, word in phrases):  # "a mis [fin vendredi] à"
            return found[1].start()
    lows = [m.group().lower().replace("’", "'") for m in found]
    for index in range(len(found) - 1):
        hit = lexicon.match(lows, index)
        if hit is not None and any(s.kind == "event" for s in hit[1].nouns) and index + hit[0] < len(found):
            return found[index + hit[0]].start()
    return date.start


def of_a_person(reading: Reading, date: Date) -> bool:
    """Tell the years of a life or a term, alone in brackets behind a name: "President Arias (1986-1990)"."""
    text = reading.article.text
    before = text[max(0, date.start - _BRACKET) : date.start].rstrip()
    if not before.endswith("(") or not text[date.end : date.end + 2].lstrip().startswith(")"):
        return False
    at = date.start - min(date.start, _BRACKET) + len(before[:-1].rstrip())
    return any(m.type == "person" and m.end == at for m in starting(reading.mentions, at - _NAME, at))


def _width(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days
