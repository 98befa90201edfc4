"""Whether a sentence says of a deed only that it has begun: "the withdrawal began", "a commencé à retirer ses troupes"."""

import re
from functools import cache

from kg import lang
from kg.lang.forms import spelled_out

__all__ = ["begun"]

_STEM = 5
"""How many letters of a verb or noun all its forms share, at least in news."""
_NEAR = 5
"""How many words may stand between a deed and the verb that begins it."""


def begun(sentence: str, rule: str, language: str) -> bool:
    """Tell whether a sentence says that the deed of a claim began, and no more.

    Args:
        sentence: the passage of the claim.
        rule: the rule that read it, with the word that tells it ("verb:withdraw", "noun:withdrawal(s)").
        language: of the article, ISO 639-1.
    """
    kind, _, word = rule.partition(":")
    pattern = _pattern(language, kind, re.sub(r"\W.*", "", word)[:_STEM]) if kind in ("verb", "noun") else None
    return pattern is not None and pattern.search(sentence) is not None


@cache
def _pattern(language: str, kind: str, stem: str) -> re.Pattern[str] | None:
    """Return the pattern of a deed beside a verb that begins it: behind a noun, or before either."""
    words = spelled_out(lang.load(language).commitments.begun) if language in lang.codes() else ()
    if not words or not stem:
        return None
    verb = "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))
    word = r"[\s'’]+\w+"  # no comma: behind one, somebody else may do something else
    ahead = rf"\b(?:{verb})(?:{word}){{0,{_NEAR if kind == 'noun' else 1}}}?[\s'’]+{re.escape(stem)}"
    behind = rf"\b{re.escape(stem)}\w*(?:{word}){{0,{_NEAR}}}?[\s'’]+(?:{verb})\b"
    return re.compile(f"{ahead}|{behind}" if kind == "noun" else ahead, re.IGNORECASE)
