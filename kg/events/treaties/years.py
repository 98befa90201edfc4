"""The year of a text that an article counts back to: "twenty-five years after the signing of", "the 30th anniversary of"."""

import re
from datetime import date

from kg.events.candidate import Scene
from kg.events.times import starting
from kg.events.treaties.treaty import Naming
from kg.model import When

__all__ = ["anniversary"]

_BACK = 60
"""How many characters before its noun the years stand."""
_ROUND = 5
"""Fewer years than these are told too loosely to count by."""
_NUMBER = re.compile(r"(\d{1,3})\W{0,2}[a-zäöüéèº]{0,4}\W*$")


def anniversary(scene: Scene, naming: Naming) -> None:
    """Give a text the year that lies so many years before the article."""
    article = scene.source.reading.article
    if naming.when is not None or naming.hypothetical or article.published is None:
        return
    start = scene.row.items[naming.at].start
    first = max(scene.row.sentence.start, start - _BACK)
    years = _since(scene, first, start) or _jubilee(scene, first, start)
    if years is None or years < _ROUND:
        return
    year = article.published.year - years
    naming.when = When(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def _since(scene: Scene, first: int, start: int) -> int | None:
    """Return the years after which something happens ("19 ans après la signature de", "25 years after the")."""
    text = scene.source.reading.article.text
    words = scene.source.lexicon.language.agreements
    for quantity in starting(scene.source.reading.quantities, first, start):
        if quantity.unit != "years" or quantity.end > start or quantity.value != int(quantity.value):
            continue
        between = text[quantity.end : start].lower().split()
        if (
            between
            and between[0].strip(",") in words.after
            and len(between) <= _ROUND + 1
            and "," not in text[quantity.end : start]
        ):
            return int(quantity.value)
    return None


def _jubilee(scene: Scene, first: int, start: int) -> int | None:
    """Return the years of an anniversary ("the 30th anniversary of", "le 20e anniversaire de")."""
    text = scene.source.reading.article.text[first:start]
    low = text.lower()
    for word in scene.source.lexicon.language.agreements.anniversaries:
        at = low.rfind(word)
        found = _NUMBER.search(low[:at]) if at >= 0 else None
        if found is not None:
            return int(found[1])
    return None
