"""The tokens of time expressions: words, numbers by their shape (a day, a year, "03/04/2021", "1990s"), marks."""

import re

import msgspec

from kg.lang.dates import Dates

__all__ = ["OTHER", "SHAPES", "Tokens", "shape_of", "tokenizer"]

OTHER = "\U000f0000"
"""The code of a word that the language file does not name."""
SHAPES = {
    name: chr(0xF0001 + place)
    for place, name in enumerate(
        (
            "low", "high", "two", "three", "year", "long", "ordinal", "decade", "short_decade", "short_year",
            "numeric", "day_month", "month_year", "clock", "grouped",
        )
    )
}  # fmt: skip
"""The codes of numbers."""


class Tokens(msgspec.Struct, frozen=True):
    """A stretch of text as codes, one character a token, and where each token stands in the text."""

    text: str
    codes: str
    found: list[re.Match[str]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the text the tokens from one up to another, excluded, stand."""
        return self.found[first].start(), self.found[last - 1].end()

    def words(self, first: int, last: int) -> str:
        """Return the text from one token up to another, excluded."""
        return self.text[self.found[first].start() : self.found[last - 1].end()] if last > first else ""


def shape_of(number: str) -> str:
    """Return the code of a number in figures."""
    if len(number) <= 2:
        value = int(number)
        return SHAPES["low" if 1 <= value <= 12 else "high" if 13 <= value <= 31 else "two"]
    if len(number) == 3:
        return SHAPES["three"]
    return SHAPES["year" if len(number) == 4 and "1000" <= number <= "2199" else "long"]


def tokenizer(words: Dates) -> re.Pattern[str]:
    """Return the pattern of one token: group 1 is a word, named groups are shapes, no group is to be skipped."""
    ordinals = "|".join(sorted(map(re.escape, words.ordinal_suffixes), key=len, reverse=True)) or "(?!)"
    decades = "|".join(sorted(map(re.escape, words.decade_suffixes), key=len, reverse=True)) or "(?!)"
    return re.compile(
        r"([^\W\d_]+)"
        r"|(?=[\d'’])(?:(?<![\d/-])(?P<numeric>\d{4}([-/.])\d{1,2}\3\d{1,2}(?![\d/-])|\d{1,2}([-/.])\d{1,2}\4(?:\d{4}|\d{2})(?![\d/-]|[.,]\d))"
        r"|(?P<grouped>\d{1,3}(?:[.,'’\u202f\u00a0 ]\d{3})+(?!\d)|\d+[.,]\d+)"
        r"|(?<![\d/-])(?P<month_year>(?:0?[1-9]|1[0-2])(?:\ *\/\ *|-)(?:19|20)\d\d|(?:19|20)\d\d(?:\ *\/\ *|-)(?:0?[1-9]|1[0-2]))(?![\d/-]|[.,:]\d)"
        r"|(?<![\d/-])(?P<day_month>\d{1,2}/\d{1,2})(?![\d/-])"
        r"|(?P<clock>\d{1,2}(?::\d{2}){1,2}(?!\d)|\d{1,2}\ ?[hH](?:\ ?\d{2})?(?![^\W_]))"
        rf"|(?P<decade>\d{{3}}0(?:{decades}))(?![^\W_])|(?P<short_decade>['’]?\d0(?:{decades}))(?![^\W_])"
        rf"|(?P<ordinal>\d{{1,2}}(?:{ordinals}))(?![^\W_])"
        r"|(?<!\w)(?P<short_year>['’]\d{2})(?![^\W_])"
        r"|(\d+))"
        r"|(?<=[^\W\d_])[-‐‑](?=[^\W_])|(?<=\d)[-‐‑](?=[^\W\d_])|['’_]"
        r"|(\S)"
    )
