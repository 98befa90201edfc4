"""What commas set apart between a verb and its object: a day or place loses its commas, a circumstance goes behind the object.

Items of a sentence --circumstances_last--> the same items; offsets stay those of the text.

    "Macron met, on Monday in Kigali, President Kagame."   ->  Macron | met | on Monday | in Kigali | President Kagame | .
    "Macron met, after the ceremony, President Kagame."    ->  Macron | met | President Kagame | , after the ceremony | .
    "Macron met on Monday, President Kagame."              ->  Macron | met | on Monday | President Kagame | .
"""

from kg.events.items import Item
from kg.events.word_order import tenses

__all__ = ["circumstances_last"]

_LONG = 16
"""How many items may stand between a verb and its object."""
_SIGNS = frozenset(':;«»“”"„()–—')
_QUOTED = {"«": "»", "“": "”", "„": "“", "(": ")"}
_OBJECTS = frozenset({"with", "between", "by", "against"})
_ARGUMENTS = _OBJECTS | {"of", "to", "in", "from"}
_OPENERS = frozenset({"sub", "after", "during", "before"})
_CLAUSES = frozenset({"rel", "comp", "sub", "and", "but"})


def circumstances_last(items: list[Item]) -> list[Item]:
    """Return the items of a sentence with no comma between a verb and its object."""
    commas = [index for index, item in enumerate(items) if item.low == ","]
    for at, opener in enumerate(commas):
        if not _follows_verb(items, opener):
            continue
        for closer in reversed(commas[at + 1 :]):
            if closer - opener <= _LONG and _cuts(items, opener, closer):
                return _closed_up(items, opener, closer)
        if _stray(items, opener):
            return [*items[:opener], *items[opener + 1 :]]
    return items


def _stray(items: list[Item], comma: int) -> bool:
    """Tell whether a lone comma stands between the day behind a verb and its object ("a reçu mardi[,] le ministre X")."""
    before = items[comma - 1]
    if not (before.kind == "date" or "adv" in before.word.flags) or comma + 2 >= len(items):
        return False
    first, end = items[comma + 1], _end(items, comma + 1)
    opens = first.kind == "np" or bool(first.word.flags & {"det", "indef"})
    acts = any(tenses(item) and not item.word.nouns for item in items[comma + 1 : end + 1])
    return opens and not acts and items[end].low in ",." and not any(i.kind == "date" for i in items[comma + 1 : end])


def _closed_up(items: list[Item], opener: int, closer: int) -> list[Item]:
    """Return items with the day or place that opens a circumstance right behind the verb, and the rest of it behind the object."""
    stays = opener
    while stays < closer and (items[stays].low == "," or _where_or_when(items[stays])):
        stays += 1
    while stays < closer and items[stays - 1].kind == "word":  # the preposition of what moves
        stays -= 1
    near = [item for item in items[opener:stays] if item.low != ","]
    if items[opener - 1].kind == "np" and not any(item.date for item in near):
        near = []  # "in Astana, in Kazakhstan,"
    if stays == closer:
        return [*items[:opener], *near, *items[closer + 1 :]]
    end = _end(items, closer + 1)
    after = [] if items[end].kind == "sign" else [items[closer]]
    return [*items[:opener], *near, *items[closer + 1 : end], items[opener], *items[stays:closer], *after, *items[end:]]


def _follows_verb(items: list[Item], opener: int) -> bool:
    """Tell whether a comma stands behind a verb, no more than a day, place or adverb between."""
    at = opener - 1
    while at > 0 and not tenses(items[at]) and _where_or_when(items[at]):
        at -= 1
    return at >= 0 and bool(tenses(items[at])) and not items[at].word.nouns and "sub" not in items[at].word.flags


def _cuts(items: list[Item], opener: int, closer: int) -> bool:
    """Tell whether two commas hold circumstances, and an object of the verb stands behind them."""
    if any(item.low in _SIGNS for item in items[opener:closer]) or closer + 2 >= len(items):
        return False
    if not all(_adverbial(items[i + 1]) for i in range(opener, closer) if items[i].low == ","):
        return False
    after, next_ = items[closer + 1], items[closer + 2]
    if after.kind != "word":
        return after.kind in ("np", "treaty", "quantity")
    if (
        "to" in after.word.flags and next_.kind != "np" and "det" not in next_.word.flags
    ):  # "agreed, in a call, to leave"
        return False
    where = all(_where_or_when(item) or item.low == "," for item in items[opener:closer])
    if not where and tenses(items[opener - 1]) == {"inf"}:
        return False  # "to obtain, by a disarmament, an end": part of what is aimed at
    preps = after.word.preps & (_ARGUMENTS if where else _OBJECTS)
    opens = after.word.flags & {"det", "indef", "poss"} or preps or after.word.nouns
    return bool(opens) and not after.word.verbs and not after.word.flags & _CLAUSES


def _adverbial(first: Item) -> bool:
    """Tell whether a word opens a time or circumstance: a day, a preposition, a conjunction; an article ("des") does not."""
    if {"det", "partitive"} <= first.word.flags:
        return False
    return first.kind == "date" or (first.kind == "word" and bool(first.word.preps or first.word.flags & _OPENERS))


def _where_or_when(item: Item) -> bool:
    """Tell whether an item says no more than on what day or in what place."""
    named = item.kind == "np" and item.place is not None and not item.actors
    return (
        item.kind == "date"
        or named
        or (item.kind == "word" and bool(item.word.preps or item.word.flags & {"det", "adv"}))
    )


def _end(items: list[Item], start: int) -> int:
    """Return where the object ends: at a sign, another clause, or a comma that no list goes on behind."""
    closing = ""
    for at in range(start + 1, len(items)):
        item, after = items[at], items[at + 1] if at + 1 < len(items) else None
        if closing or item.low in _QUOTED:
            closing = "" if item.low == closing else closing or _QUOTED[item.low]
        elif _ends(item, after):
            return at
    return len(items) - 1


def _ends(item: Item, after: Item | None) -> bool:
    """Tell whether an item ends an object: a sign, a clause, "and" before a verb, a comma that no list goes on behind."""
    if item.low == ",":
        return after is None or not (after.kind == "np" or "det" in after.word.flags)
    if "and" in item.word.flags:
        return after is not None and bool(tenses(after))
    return (item.kind == "sign" and item.low not in "-'’") or bool(item.word.flags & _CLAUSES)
