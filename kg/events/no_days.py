"""Times that are no event's of their sentence: of a text's name, of the last such event, of what an anniversary is of."""

from kg.events.candidate import Scene
from kg.events.items import Item

__all__ = ["is_no_day"]

_FIRST_TIME = 18
"""How far before "since 2016" the word may stand that says that it is the first time, or the worst."""
_OF = 5
"""How far before a day the anniversary may stand that is of it."""


def is_no_day(scene: Scene, at: int) -> bool:
    """Tell whether a time is no event's of the sentence: it names a text, or is when such a thing happened last or first."""
    return _names_text(scene.row.items, at) or _last_time(scene, at) or _remembered(scene, at)


def _last_time(scene: Scene, at: int) -> bool:
    """Tell whether a time is that of the last such event ("the first talks since [2016]", "the worst attack since [2016]")."""
    items, date = scene.row.items, scene.row.items[at].date
    worst = scene.source.lexicon.language.grammar.objects.get("superlatives", ())
    since = date is not None and date.when.edtf.endswith("/..")
    before = items[max(0, at - _FIRST_TIME) : at] if since else []
    return any("first" in item.word.flags or item.low in worst for item in before)


def _remembered(scene: Scene, at: int) -> bool:
    """Tell whether a time is that of what people remember years later ("on the tenth anniversary of the [11 August 2014] accord")."""
    words = scene.source.lexicon.language.grammar.objects.get("anniversaries", ())
    before = scene.row.items[max(0, at - _OF) : at]
    first = next((i for i in range(len(before) - 1, -1, -1) if before[i].low in words), None)
    return first is not None and any("of" in item.word.preps for item in before[first + 1 : first + 2])


def _names_text(items: list[Item], at: int) -> bool:
    """Tell whether a day only names a text ("the accord of 2015"): nothing else happened then."""
    text = items[at - 2] if at > 1 and "of" in items[at - 1].word.preps else None
    return text is not None and (text.kind == "treaty" or any(s.kind == "treaty" for s in text.word.nouns))
