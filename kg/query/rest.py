"""Whether a deed is on all who were left ("the remaining 100 prisoners") or on some alone ("some of its sanctions")."""

import re
from functools import cache

from kg import lang

__all__ = ["of_some", "of_the_rest"]

_BEHIND = 3
"""How many words may stand between a number and what says behind it that they were left ("100 détenus ougandais [restants]")."""

_STEM = 5
"""How many letters of a noun all its forms share."""


def of_the_rest(sentence: str, number: float | None, language: str) -> bool:
    """Tell whether a sentence says of so many that they are the last ones, or all that remained.

    Args:
        sentence: the passage of a claim.
        number: what it counts, None where it counts nothing.
        language: of the article, ISO 639-1.
    """
    if not number or language not in lang.codes():
        return False
    pattern = _pattern(language)
    digits = re.compile(r"[.,\u202f\u00a0 ](?=\d{3}(?!\d))")
    return pattern is not None and any(
        int(digits.sub("", match["a"] or match["b"] or match["c"])) == int(number)
        for match in pattern.finditer(sentence)
    )


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a number beside a word for what is left."""
    words = lang.load(language).commitments
    beside, behind = ("|".join(map(re.escape, each)) for each in (words.last, words.left))
    count = r"\d{1,3}(?:[.,\u202f\u00a0 ]\d{3})*(?!\d)|\d+"
    if not beside or not behind:
        return None
    way = rf"\b(?:{beside})\s+(?P<a>{count})\b|\b(?P<b>{count})\s+(?:{beside})\b"
    far = rf"\b(?P<c>{count})(?:\s+[^\W\d]+){{1,{_BEHIND}}}?\s+(?:{behind})\b"
    return re.compile(f"{way}|{far}", re.IGNORECASE)


def of_some(sentence: str, rule: str, language: str) -> bool:
    """Tell whether a sentence says that what a noun tells is only some of it ("une partie de ses [sanctions]").

    Args:
        sentence: the passage of a claim.
        rule: the rule that read it, with the noun that tells it ("noun:sanctions").
        language: of the article, ISO 639-1.
    """
    kind, _, word = rule.partition(":")
    pattern = _some(language, re.sub(r"\W.*", "", word)[:_STEM]) if kind == "noun" else None
    return pattern is not None and pattern.search(sentence) is not None


@cache
def _some(language: str, stem: str) -> re.Pattern[str] | None:
    words = lang.load(language).grammar.part_of if language in lang.codes() else ()
    if not words or not stem:
        return None
    some = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{some})(?:[\s'’]+\w+){{0,{_BEHIND}}}[\s'’]+{re.escape(stem)}", re.IGNORECASE)
