"""Cuts text into words and folds them: case, accents, ligatures, invisible marks; offsets stay those of the text.

Names are looked up word by word, so hyphens, apostrophes and spaces are all one boundary, and `article.text[start:end]`
of a match is exact whatever the folding did.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

__all__ = ["Words", "fold", "key", "words"]

_INVISIBLE = "\u00ad\u0300-\u036f\u064b-\u0655\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_BROKEN = "[\u00ac\u00ad]\n(?=[^\\W\\d_])"
"""A word goes on behind the mark of a line's end ("Jeru¬", "salem"), as scanned and typeset text has it."""
_WORD = re.compile(
    rf"([^\W_]{{2,}}+(?![\u00ac{_INVISIBLE}])|(?:[^\W\d_]\.){{2,}}(?![^\W_])|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])|[^\W_][^\W_{_INVISIBLE}]*(?:(?:{_BROKEN}|[{_INVISIBLE}]+)[^\W_]*)*)"
)
_JOINERS = frozenset(" \t\n\r\u00a0\u202f\u2009-‐‑–'’ʼ`´‘" + "\u00ad\u200b\u200e\u200f\ufeff")
_COMMON_GAPS = frozenset({"", " ", "'", "’", "-", "/", "+"})
_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ħ": "h",
        "ə": "a",
        "ʻ": "",
        ".": "",
        "\u00ac": "",
        "\n": "",
    }
)
_SAME_WORD = {
    "ben": "bin",
    "ibn": "bin",
    "el": "al",
    "ul": "al",
    "ould": "wuld",
    "saint": "st",
    "sainte": "st",
    "ste": "st",
}
_BREAK_AFTER = 3
"""A full stop after a word of up to this many letters does not part it from the next ("St. Petersburg", "J. Bush")."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: parallel lists of offsets and folded forms.

    `joined[i]` tells whether nothing but a space, hyphen or apostrophe stands between word i and the word before it.
    """

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]
    joined: list[bool]
    capital: list[bool]
    """Whether a word begins with a capital letter."""

    def raw(self, index: int) -> str:
        """Return word `index` as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def at(self, offset: int) -> int:
        """Return the index of the first word that ends after `offset`."""
        return bisect_right(self.ends, offset)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return one word without case, accents, ligatures and invisible marks; particles in one spelling (ben -> bin)."""
    if word.isascii():
        plain = word.lower().replace(".", "")
    else:
        parts = unicodedata.normalize("NFKD", word)
        plain = "".join(char for char in parts if unicodedata.category(char) not in {"Mn", "Cf"}).casefold()
        plain = plain.translate(_LETTERS)
    return _SAME_WORD.get(plain, plain)


def words(text: str) -> Words:
    """Return the words of a text; never raises, whatever the text holds."""
    parts = _WORD.split(text)
    folded = list(map(fold, parts[1::2]))
    if "" in folded:  # nothing is left of a word: it belongs to the gap
        parts = _closed(parts)
        folded = list(map(fold, parts[1::2]))
    places = list(accumulate(map(len, parts)))
    gaps = zip(folded, parts[2:-1:2], strict=False)
    joined = [gap == " " or gap in _COMMON_GAPS or _joins(gap, before) for before, gap in gaps]
    capital = [word[0].isupper() for word in parts[1::2]]
    return Words(text, places[:-1:2], places[1::2], folded, [False, *joined] if folded else [], capital)


def _closed(parts: list[str]) -> list[str]:
    """Return gaps and words in turn, words of which folding leaves nothing within the gaps."""
    closed = parts[:1]
    for word, gap in zip(parts[1::2], parts[2::2], strict=True):
        if fold(word):
            closed += [word, gap]
        else:
            closed[-1] += word + gap
    return closed


def _joins(gap: str, before: str) -> bool:
    """Tell whether a gap parts no words of one name."""
    if gap[:1] == "." and len(before) <= _BREAK_AFTER:
        gap = gap[1:]
    if gap[:1].isspace() and gap[-1:].isspace() and gap.strip():
        return False  # "TRIPOLI - Libyan forces": a dash between spaces opens the text behind a dateline
    return "\n\n" not in gap and all(char in _JOINERS for char in gap)


@lru_cache(maxsize=32768)
def key(name: str) -> str:
    """Return the folded words of a name joined by spaces: the form under which it is looked up."""
    return " ".join(words(name).folded)
