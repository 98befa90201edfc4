"""Tells whether a name, a time, an office or an event type is what the gold says."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

__all__ = [
    "ENOUGH", "Facts", "bare", "compatible", "entity_likeness", "event_date", "event_type", "exact", "labels", "likeness",
    "named", "office_likeness", "overlap", "pair", "same_status", "words",
]  # fmt: skip

Facts = Mapping[str, Any]
ENOUGH = 0.45
"""What a likeness must reach to make a pair."""

_ARTICLE_WORDS = "le la les l d de du des un une the of a an and et en au aux"
_TITLES = "m mr mrs ms mme dr cheikh sheikh shaikh general gen marechal marshal mollah mullah president sir al el ben bin ibn ag"
_UNDER_WORDS = "vice deputy adjoint adjointe sous under assistant assistante spokesman spokeswoman spokesperson parole adviser advisor conseiller conseillere"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_EMPTY = _ARTICLES | frozenset(_TITLES.split())
_UNDER = frozenset(_UNDER_WORDS.split())
_NEIGHBOURS = (
    {"meeting", "visit"}, {"meeting", "negotiation"}, {"signing", "agreement_reached"}, {"attack", "military_action", "war"},
    {"normalization", "agreement_reached"}, {"ceasefire", "agreement_reached"}, {"statement", "refusal"},
)  # fmt: skip
_SAME_STATUS = ({"planned", "proposed"}, {"happened", "reported"}, {"happened", "ongoing"})


def bare(text: str | None) -> str:
    """Return a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text or "").casefold().replace("’", "'")
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"\bu\.?s\.?\b", "us", plain)


def words(text: str | None, leave: frozenset[str] = _EMPTY) -> list[str]:
    """Return the words of a name without accents, titles and articles."""
    found = re.findall(r"\w+", bare(text))
    return [word for word in found if word not in leave] or found


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the share of words that both have among all words."""
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def likeness(mine: str, gold: str, *, person: bool) -> float:
    """Return from 0 to 1 how far two names are one; part of a name is enough for persons."""
    a, b = words(mine), words(gold)
    if not a or not b:
        return 0.0
    if a == b or "".join(a) == "".join(b) or set(a) == set(b):
        return 1.0 if a == b else 0.96
    shared = overlap(a, b)
    if person:
        part = set(a) <= set(b) or set(b) <= set(a)
        if part and any(len(word) > 3 for word in set(a) & set(b)):
            return 0.8
        return shared if shared >= 0.5 else 0.0
    return 0.9 * shared if shared >= 0.6 else 0.0


def labels(item: str | Facts) -> list[str]:
    """Return the name and the aliases of an item."""
    if isinstance(item, str):
        return [item]
    return [name for name in (item.get("name"), *(item.get("aliases") or ())) if name]


def entity_likeness(mine: Iterable[str], gold: Facts) -> float:
    """Return the best likeness of some names with the names of a gold item; what it accepts counts less."""
    person = gold.get("type") == "person"
    sure = [likeness(a, b, person=person) for a in mine for b in labels(gold)]
    loose = [0.6 * likeness(a, b, person=person) for a in mine for b in gold.get("accept", ())]
    return max([*sure, *loose], default=0.0)


def pair(scores: Mapping[tuple[int, int], float], enough: float = ENOUGH) -> dict[int, int]:
    """Return one partner for each, the best pairs first."""
    out: dict[int, int] = {}
    for (mine, gold), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= enough and mine not in out and gold not in out.values():
            out[mine] = gold
    return out


def days(value: str | None) -> tuple[str, str] | None:
    """Return the first and the last day of a value of the gold; None for no value."""
    if not value:
        return None
    if "/" in value:
        first, last = (part.strip(" .") for part in value.split("/", 1))
        low, high = (days(first) if first else ("0000", "0000")), (days(last) if last else ("9999", "9999"))
        return (low[0], high[1]) if low and high else None
    try:
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday, sunday = (date.fromisocalendar(int(week[1]), int(week[2]), day) for day in (1, 7))
            return monday.isoformat(), sunday.isoformat()
    except ValueError:
        return None
    return (value + "-01-01"[len(value) - 4 :], value + "-12-31"[len(value) - 4 :]) if value[:4].isdigit() else None


def compatible(gold: str | None, mine: str | None) -> bool:
    """Tell whether one time lies within the other."""
    a, b = days(gold), days(mine)
    return bool(a and b) and ((a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]))  # type: ignore[index]


def exact(gold: Facts, mine: str | None, key: str = "date", others: str = "date_alt") -> bool:
    """Tell whether a time is one that the gold allows."""
    return (mine or None) in [gold.get(key), *gold.get(others, ())]


def event_date(gold: Facts, mine: str | None) -> bool:
    """Tell whether an event's time is right; of a start or a deadline that end of an interval is enough."""
    if exact(gold, mine):
        return True
    first, _, last = (mine or "").partition("/")
    end = {"start": first, "deadline": last}.get(gold.get("date_role", ""), "") if last else ""
    return bool(end) and end in [gold.get("date"), *gold.get("date_alt", ())]


def event_type(gold: Facts, mine: Facts) -> float:
    """Return 1 for a right type, a half for a neighbouring one."""
    if mine["type"] == gold["type"] or mine["type"] in gold.get("type_alt", ()):
        return 1.0
    return 0.5 if any({mine["type"], gold["type"]} <= near for near in _NEIGHBOURS) else 0.0


def office_likeness(mine: str | None, gold: str) -> float:
    """Return how far two offices are one."""
    a, b = set(words(mine, _ARTICLES)), set(words(gold, _ARTICLES))
    if not a or not b or (a ^ b) & _UNDER:
        return 0.0
    return max(overlap(a, b), 0.6 if b < a else 0.0)


def named(participant: str | Facts) -> tuple[str, str]:
    """Return name and role of a participant."""
    if isinstance(participant, str):
        return participant, ""
    return participant.get("name") or "", str(participant.get("role") or "").casefold()


def same_status(gold: str, mine: str) -> bool:
    """Tell whether two statuses are one for the gold."""
    return gold == mine or {gold, mine} in _SAME_STATUS
