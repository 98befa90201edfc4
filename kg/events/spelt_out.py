"""Those of a group whom an aside names take the place of the words for the group: "four states (A, B, C and D) signed".

Items of a sentence --spelt_out--> the same items without the words for the group and the signs of the aside:

    "Iran and four powers - A, B, C and D - signed."  ->  Iran | , | A | , | B | , | C | and | D | signed
    "un accord entre trois pays (A, B et C)"          ->  un accord | entre | A | , | B | et | C
"""

from kg.events.items import Item
from kg.events.lexicon import Word

__all__ = ["spelt_out"]

_CLOSERS = {"(": ")", "-": "-", "–": "–", "—": "—", ",": ","}
"""What closes an aside, by what opens it."""
_ACTING = frozenset({"country", "government", "armed_group", "person", "igo"})
_PHRASE = 6
"""How many items the words for a group take."""
_FEW = 2
_DASHES = frozenset("-–—")
_FREE = frozenset({"det", "indef", "poss", "demo", "all"})
_AND = Word(flags={"and"})


def spelt_out(items: list[Item]) -> list[Item]:
    """Return the items of a sentence with the members of each group that an aside names in its place."""
    opener = 1
    if not [item for item in items if item.low in _CLOSERS]:
        return items
    while opener < len(items):
        if items[opener].low in _CLOSERS and items[opener].kind == "sign" and items[opener - 1].kind != "sign":
            closer = _closer(items, opener)
            first = _phrase(items, opener) if closer else None
            if closer and first is not None and _stands(items, first, opener):
                items = _replaced(items, first, opener, closer)
                opener = first
            elif closer and items[opener].low in _DASHES:  # "the P5+1 - A, B and C - signed": the group acts
                items = [*items[:opener], *items[closer + 1 :]]
        opener += 1
    return items


def _replaced(items: list[Item], first: int, opener: int, closer: int) -> list[Item]:
    """Return the items of a sentence with a list that a conjunction closes for the words for a group."""
    joined = first > 0 and "and" in items[first - 1].word.flags
    members = items[opener + 1 : closer]
    commas = [item for item in members if item.low == ","]
    if not any("and" in item.word.flags for item in members):
        commas[-1].kind, commas[-1].word = "word", _AND
    items[opener].low = ","
    sign = [items[opener]] if joined else []
    return [*items[: first - joined], *sign, *members, *items[closer + 1 :]]


def _closer(items: list[Item], opener: int) -> int | None:
    """Return where an aside closes that only lists actors of one type, joined by commas or a conjunction."""
    sign = items[opener].low
    named: list[Item] = []
    closes = _CLOSERS[sign]
    joined = sign != ","
    for at in range(opener + 1, len(items)):
        item = items[at]
        if item.low == closes and (closes != "," or joined):
            return at if len(named) >= _FEW and joined and len({each.type for each in named}) == 1 else None
        if item.kind == "np" and item.actors and item.type in _ACTING and item.form != "pronoun":
            named.append(item)
        elif "and" in item.word.flags:
            joined = True
        elif item.low != "," and "det" not in item.word.flags:
            return None
    return None


def _phrase(items: list[Item], opener: int) -> int | None:
    """Return where the words for a group begin right before an aside; None where no such words stand there."""
    at = opener
    while at > 0 and opener - at < _PHRASE and _describes(items[at - 1]):
        at -= 1
        if "det" in items[at].word.flags and "det" not in items[at - 1].word.flags:
            break
    words = items[at:opener]
    plain = [item for item in words if item.kind != "np" and "det" not in item.word.flags]
    head = words[-1] if words else None
    if head is None or not (plain or head.kind == "np") or (head.word.verbs and len(words) < _FEW):
        return None
    return at


def _describes(item: Item) -> bool:
    """Tell whether an item may be one of the words for a group ("les [six grandes puissances]"), not one that acts itself."""
    if item.kind == "quantity":
        return True
    if item.kind == "np":
        return not item.actors or item.form == "demonym"
    word = item.word
    return item.kind == "word" and not (word.nouns or word.preps or word.auxiliary or word.flags - _FREE)


def _stands(items: list[Item], first: int, opener: int) -> bool:
    """Tell whether words are a phrase of their own: they open the sentence or a clause, or follow a preposition or "X and"."""
    if first == 0:
        return True
    before = items[first - 1]
    if "and" in before.word.flags:
        return first > 1 and items[first - _FEW].kind == "np" and bool(items[first - _FEW].actors)
    if items[opener].low == ",":
        return False  # "the leaders of three states, A, B and C, met" is read as it stands
    return before.kind == "sign" or bool(before.word.preps or before.word.verbs) or "comp" in before.word.flags
