"""Two sides that have a text: "Israël et Chypre ont un accord maritime depuis 2010", "France and Djibouti are bound by a defence pact"."""

from calendar import monthrange
from datetime import date

from msgspec.structs import replace

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.treaties.treaty import Naming
from kg.events.verbs import auxiliary

__all__ = ["holding"]

_LEFT = 9
"""How many items before its noun those stand who have a text."""
_SINCE = 3
"""How many items behind its noun the day stands since when they have it."""
_SIDES = frozenset({"country", "government", "armed_group", "igo"})
_PAIR = 2
_BROKEN = frozenset({"neg", "rel", "comp", "sub"})


def holding(scene: Scene, naming: Naming) -> None:
    """Take the sides that have a text together as its parties, and the day since when they do as its own."""
    if naming.parties or naming.many or naming.hypothetical or naming.denied:
        return
    who = _holders(scene, naming.at)
    sides = scene.row.actors(who) if who is not None else ()
    if len(sides) < _PAIR or any(scene.source.types.get(a) not in _SIDES for a in sides):
        return
    naming.party(*sides)
    naming.concluded = True
    behind = scene.row.items[naming.at + 1 : naming.at + _SINCE]
    since = next((i.date.when for i in behind if i.date is not None and i.date.when.modifier == "SINCE"), None)
    if since is not None and since.edtf.partition("/")[0].strip(".~?"):
        first = since.edtf.partition("/")[0]
        naming.when = naming.when or replace(since, edtf=first, latest=_last(since.earliest, first), modifier=None)


def _last(first: date | None, edtf: str) -> date | None:
    """Return the last day of the year, month or day that an EDTF date names and that begins on `first`."""
    if first is None or edtf.count("-") > 1:
        return first
    month = first.month if "-" in edtf else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def _holders(scene: Scene, at: int) -> int | None:
    """Return the list of names before a verb that says that they have a text, or are bound by it; nothing where another verb stands."""
    items, words = scene.row.items, scene.source.lexicon.language.agreements
    held = named = False
    for index in range(at - 1, max(-1, at - _LEFT), -1):
        item = items[index]
        if item.kind == "np":
            return index if held and not items[scene.row.members(index)[0]].prep else None
        flags = item.word.flags
        if flags & _BROKEN or item.kind != "word" or (item.word.verbs and not auxiliary(item)):
            return None
        if not named:
            named = bool(flags & {"det", "indef"})
        elif item.low in words.bound or _has(item):
            held = True
        elif not (flags & {"adv"} or item.word.preps or auxiliary(item)):
            return None  # "ont salué un accord"
    return None


def _has(item: Item) -> bool:
    """Tell whether a word is "have" in the present or past."""
    return auxiliary(item) in {("have", "pres"), ("have", "past")}
