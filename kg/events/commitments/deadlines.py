"""By when a term is due: a day, or a stretch of time counted from the signing of its agreement."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.times import starting
from kg.model import Date, Quantity, When

__all__ = ["UNITS", "deadline"]

_DURATION = re.compile(r"\+P(\d+)([DWMY])$")
UNITS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}
_FAR = 22
"""How many items may stand between a term and the day that it is due."""
_OPENING = 4
"""How far into a sentence a day still holds for all its terms."""
_BEFORE = 3
"""How much farther off a day counts that stands before a term."""
_FRESH = 4
"""How many days after a signing a time counted from the article is counted from the signing."""
_DUE = frozenset({"BEFORE", "ON_OR_BEFORE"})


def deadline(scene: Scene, at: int, heads: list[int], signed: date | None) -> When | None:
    """Return by when the term at an index is due.

    Args:
        scene: the sentence.
        at: the index of the term's verb or noun.
        heads: the indexes of all terms of the sentence: a day goes to the nearest.
        signed: the day from which times without a start are counted.
    """
    items, stretches = scene.row.items, _stretches(scene)
    found: list[tuple[int, When]] = []
    for index, item in enumerate(items):
        when = None
        if item.date is not None:
            when = _due(scene, item.date, signed)
        elif item.start in stretches and item.kind in ("word", "quantity"):
            when = _stretch(scene, index, stretches[item.start], signed)
        if when is not None and abs(index - at) <= _FAR:
            if item.date is not None and _told_then(scene, index, at):
                continue
            if item.date is not None and any(
                "rel" in i.word.flags or "comp" in i.word.flags for i in items[at + 1 : index]
            ):
                continue  # "the lines that they held before August 7"
            if index > at and sum(i.low == "," for i in items[at + 1 : index - 1]) % 2 and not _hedged(items, index):
                continue  # "the exchange of prisoners, a reform by the end of the year"
            opens = index <= _OPENING and index < min(heads)
            if opens or min(heads, key=lambda head: (_apart(items, index, head), head)) == at:
                before = _BEFORE if index < at and not opens else 0  # "agreed in May to hold elections on June 1"
                found.append((abs(index - at) + before, when))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _told_then(scene: Scene, day: int, term: int) -> bool:
    """Tell whether a day is that of the verb beside it, which says what was done, and no term's ("on Tuesday urged X to leave")."""
    date = scene.row.items[day].date
    if date is None or date.when.modifier is not None:
        return False
    groups = [g for g in scene.groups if g.finite and g.time == "past" and not g.left <= term <= g.at]
    return any(day in (g.left - 1, g.at + 1) for g in groups)


def _apart(items: Sequence[Item], day: int, head: int) -> int:
    """Return how far a term is from a day: one joined behind it has another ("must leave by June 15 [and free] …")."""
    joined = any(i.low == "," or "and" in i.word.flags for i in items[day + 1 : head])
    return abs(head - day) + _FAR * joined


def _hedged(items: Sequence[Item], index: int) -> bool:
    """Tell whether a comma before a day opens no more than how firm it is ("désarmés, [en principe] sous trente jours")."""
    return items[index - 3].low == "," and bool(items[index - 2].word.preps) and items[index - 1].kind == "word"


def _due(scene: Scene, found: Date, signed: date | None) -> When | None:
    """Return a date as a deadline: those that count from an event count from the signing."""
    counted = _DURATION.search(found.rule)
    if counted is not None:
        return _counted(signed, int(counted[1]), counted[2], exact=found.rule.startswith("after-event"))
    when = found.when
    published = scene.source.reading.article.published
    if when.latest is None or not when.edtf.strip("./"):
        return None
    if found.relative and "units" in found.rule and signed is not None and published is not None:
        late = (published.date() - signed).days
        if 0 < late <= _FRESH and when.modifier in _DUE:
            last = when.latest - timedelta(days=late)
            return When(f"../{last.isoformat()}", None, last, "ON_OR_BEFORE")
    if signed is not None and when.latest <= signed:
        return None
    if signed is None and published is not None and when.latest < published.date() and when.modifier not in _DUE:
        return None
    return when


def _stretch(scene: Scene, index: int, quantity: Quantity, signed: date | None) -> When | None:
    """Return the end of a stretch of time that is no date ("have 90 days to leave", "au bout de quatorze mois")."""
    words = scene.source.lexicon.language.commitments.within
    before = [i for i in scene.row.items[max(0, index - 3) : index] if "det" not in i.word.flags]
    linked = any(i.low in words or any(s.lemma in words or s.value in words for s, _ in i.word.verbs) for i in before)
    return _counted(signed, int(quantity.value), UNITS[quantity.unit], exact=False) if linked else None


def _stretches(scene: Scene) -> dict[int, Quantity]:
    """Return the whole numbers of days, weeks, months or years of a sentence, each by where it starts."""
    found = starting(scene.source.reading.quantities, scene.row.sentence.start, scene.row.sentence.end)
    return {q.start: q for q in found if q.unit in UNITS and q.value == int(q.value)}


def _counted(signed: date | None, number: int, unit: str, *, exact: bool) -> When | None:
    """Return the day so many days, weeks, months or years after the signing."""
    if signed is None:
        return None
    if unit in "DW":
        last = signed + timedelta(days=number * (7 if unit == "W" else 1))
    else:
        months = signed.year * 12 + signed.month - 1 + number * (12 if unit == "Y" else 1)
        last = _in_month(months // 12, months % 12 + 1, signed.day)
    if exact:
        return When(last.isoformat(), last, last)
    return When(f"../{last.isoformat()}", None, last, "ON_OR_BEFORE")


def _in_month(year: int, month: int, day: int) -> date:
    """Return a day of a month, the first of the next where the month is too short ("14 months after 29 February")."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)
