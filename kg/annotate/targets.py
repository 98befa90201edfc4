"""What a complement governs: the name, nationality or body behind a preposition and its article."""

from kg.annotate.chart import Chart, Unit
from kg.annotate.phrase import Phrase

__all__ = ["past_article", "region", "target"]


def past_article(chart: Chart, index: int) -> int:
    """Return the word behind an article; the word itself where none stands there."""
    match = chart.lexicon.articles.at(chart.words, index, chart.last)
    return match[0] if match and match[0] < chart.last and index not in chart.starts else index


def target(chart: Chart, index: int, inner: dict[int, Phrase]) -> "Unit | Phrase | None":
    """Return the name, nationality or phrase that begins at a word; `inner` has the phrases by their first words."""
    if index >= chart.last:
        return None
    unit, phrase = chart.starts.get(index), inner.get(index)
    if unit is None and phrase is None:
        return region(chart, index)
    if phrase is not None and phrase.start == index and (unit is None or phrase.end > unit.end):
        return phrase
    if unit is None:
        return phrase
    return unit if unit.kind == "name" or _people(chart, unit) else None


def region(chart: Chart, index: int) -> Unit | None:
    """Return the place behind a noun for regions that opens its name ("the Autonomous Region of Bougainville")."""
    noun = chart.lexicon.sited.at(chart.words, index, chart.last)
    unit = chart.starts.get(past_article(chart, noun[0])) if noun else None
    return unit if unit is not None and unit.kind == "name" and unit.best.startswith("place/") else None


def _people(chart: Chart, unit: Unit) -> bool:
    """Tell whether a nationality is a noun here ("des Russes", "of the Saudis") and not the adjective of a next word."""
    words = chart.words
    if not words.raw(unit.start)[:1].isupper():
        return False
    follows = unit.end < chart.last and words.joined[unit.end] and words.raw(unit.end)[:1].isalpha()
    return chart.lexicon.after or not follows
