"""Phrases with alternatives, spelled out: "retirer (ses|leurs) troupes" stands for two phrases, "(|plus) d'aide" for two.

A pair of brackets without a bar is an optional ending ("visite(s)") and is left to whoever reads the phrase.
"""

import re
from collections.abc import Iterable
from itertools import product

__all__ = ["spelled_out"]

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


def spelled_out(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases with one for each choice of alternatives, in order, each once."""
    return tuple(dict.fromkeys(form for phrase in phrases for form in _forms(phrase)))


def _forms(phrase: str) -> list[str]:
    if "|" not in phrase:
        return [phrase]
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return [re.sub(r"' ", "'", " ".join("".join(each).split())) for each in product(*choices)]
