"""Whom a noun sets apart from who is named with it: the allies of X, X's lawyer, the wife of X are not X."""

from functools import lru_cache

from kg.events.items import NOTHING, Item, Row
from kg.events.lexicon import Lexicon

__all__ = ["leave_out"]

_REACH = 3
"""How many adjectives may stand between an owner and what is his, how many articles before a name."""

_PLAIN = 3
"""How many words before a nationality the noun stands that it describes."""


def leave_out(row: Row) -> None:
    """Let those who only say whose allies, rivals or kin somebody is do nothing themselves: their names become words."""
    several, all_ = _heads(row.lexicon)
    within = row.lexicon.language.grammar.objects.get("factions", ())
    knowing = row.lexicon.language.grammar.objects.get("known_by", ())
    items = row.items
    for index, item in [pair for pair in enumerate(items) if pair[1].actors]:
        if item.kind != "np" or not item.actors:
            continue
        ahead, heads = _ahead(items, index), all_ if item.type == "person" else several
        if ahead is not None and ahead.kind == "word" and ahead.low in heads:
            _drop(item)
            for other in _joined(items, index) if ahead.low in several else ():
                _drop(other)
        elif item.type != "igo" and _behind(items, index, heads):  # "NATO allies" are NATO
            _drop(item)
        if (item.form == "demonym" and _within(items, index, within)) or _knows(items, index, knowing):
            _drop(item)


def _ahead(items: list[Item], index: int) -> Item | None:
    """Return the noun that a name hangs on by an "of" ("[allies] of X", "les [alliés] européens de X")."""
    at = index - 1
    while at > index - _REACH and "det" in items[at].word.flags and not items[at].word.preps:
        at -= 1
    if at < 1 or "of" not in items[at].word.preps:
        return None
    return items[at - 2] if at > 1 and items[at - 1].form == "demonym" else items[at - 1]


def _behind(items: list[Item], index: int, heads: frozenset[str]) -> bool:
    """Tell whether a name stands before what is its owner's ("X's main [allies]", "US [allies]", "X [supporters] marched")."""
    rest = items[index + 1 : index + 3 + _REACH]
    if not rest:
        return False
    if "own" in rest[0].word.flags:
        stop = next((at for at, item in enumerate(rest[1:], 1) if item.low in heads or not _adjective(item)), 0)
        return bool(stop) and rest[stop].low in heads
    if rest[0].low not in heads:
        return False
    after = rest[1] if len(rest) > 1 else None
    verb = bool(rest[0].word.verbs)  # "Russia [rivals] China", "X [partners] with Y"
    bears = after is not None and (after.kind in ("np", "quantity") or after.word.preps or "det" in after.word.flags)
    return not (verb and bears)


def _within(items: list[Item], index: int, factions: tuple[str, ...]) -> bool:
    """Tell whether a nationality is that of those who stand against each other in a state ("les deux [camps] rivaux tchadiens")."""
    before = items[max(0, index - _PLAIN) : index]
    heads = [at for at, item in enumerate(before) if item.low in factions]
    return bool(heads) and all(_adjective(item) for item in before[heads[-1] + 1 :])


def _knows(items: list[Item], index: int, knowing: tuple[str, ...]) -> bool:
    """Tell whether somebody is only said to know who is meant ("Libya's [U.N.]-recognized government")."""
    return bool(knowing) and index + 2 < len(items) and items[index + 1].low == "-" and items[index + 2].low in knowing


def _adjective(item: Item) -> bool:
    return item.form == "demonym" or (item.kind == "word" and not (item.word.preps or item.word.verbs))


def _joined(items: list[Item], index: int) -> list[Item]:
    """Return the names that a conjunction joins to one at last ("allies of X, [Y] and [Z]")."""
    found, ends = [], False
    while index + 2 < len(items) and (items[index + 1].low == "," or "and" in items[index + 1].word.flags):
        ends = "and" in items[index + 1].word.flags
        index += 2
        if "det" in items[index].word.flags or "of" in items[index].word.preps:
            index += 1
        if index >= len(items) or items[index].kind != "np":
            break
        found.append(items[index])
    return found if ends else []


def _drop(item: Item) -> None:
    item.kind, item.actors, item.form, item.place, item.word = "word", (), "", None, NOTHING


@lru_cache(maxsize=16)
def _heads(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns of others who are named by somebody: those of sides and states, and these with those of one's family."""
    objects, offices = lexicon.language.grammar.objects, lexicon.language.offices
    sides = frozenset(objects.get("others", ()))
    return sides, sides.union(objects.get("kin", ()), offices.heads.get("kin", ()))
