"""Those of several who are named, and those of whom none is: "des membres de la junte, dont [X]", "ni [X], ni [Y]".

Items of a sentence --some_of_them--> the same items, with who is named where only a kind of people was:

    "X a rencontré des ministres, dont Y et Z."   ->  X | a rencontré | Y | et | Z | .
    "sans avoir vu ni X, ni Y"                    ->  sans avoir vu | ni | X | et | Y
"""

import itertools

from kg.events.items import Item
from kg.events.lexicon import Lexicon, Word
from kg.events.nameless import people

__all__ = ["some_of_them"]

_PHRASE = 8
"""How many items the words for people may take."""
_AND = Word(flags={"and"})
_SIDES = frozenset({"with", "between", "against", "to"})


def some_of_them(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence with those who are named in the place of the people among whom they are."""
    objects = lexicon.language.grammar.objects
    neither, among = objects.get("neither", ()), objects.get("among", ())
    denied = [at for at, item in enumerate(items) if item.low in neither]
    items = _none_of(items, denied) if denied[1:] else items
    for at in [at for at, item in enumerate(items) if item.low in among]:
        stop = _listed(items, at + 1) if at > 1 and items[at - 1].low == "," else None
        if stop is not None:
            day = at - 1 - (items[at - 2].kind == "date")
            day -= day < at - 1 and bool(items[day - 1].word.preps)
            first = _phrase(items, day, people(lexicon))
            if first is not None:
                rest = stop + (stop < len(items) and items[stop].low == ",")
                return [*items[:first], *items[day : at - 1], *items[at + 1 : stop], *items[rest:]]
    return items


def _phrase(items: list[Item], comma: int, known: frozenset[str]) -> int | None:
    """Return where the words for people begin right before a comma, of whom a verb or a preposition before them is said."""
    found = False
    for at in range(comma - 1, max(-1, comma - _PHRASE), -1):
        item = items[at]
        if item.kind == "date" or (found and item.place and not item.actors):
            return at + 1 if found else None
        if item.kind == "np" and not (item.actors and found):
            found = found or item.form == "group"
            continue
        if item.kind not in ("word", "quantity") or item.word.flags & {"rel", "comp", "sub", "and"}:
            return None
        if item.word.verbs and not item.word.nouns:
            return at + 1 if found else None
        if item.word.preps and item.word.preps & _SIDES:
            return at + 1 if found else None
        if item.word.preps and "of" not in item.word.preps and "det" not in item.word.flags:
            return None
        found = found or not known.isdisjoint(item.low.split())
    return None


def _listed(items: list[Item], at: int) -> int | None:
    """Return where a list of names ends that no verb follows: who acts is no one of them ("dont [le président] a fui")."""
    stop = None
    while at < len(items):
        first = at
        while at < len(items) - 1 and (items[at].low == "," or items[at].word.flags & {"and", "det"}):
            at += 1
        if items[at].kind != "np" or not items[at].actors:
            return None if items[first].word.verbs else stop
        stop = at = at + 1
    return stop


def _none_of(items: list[Item], denied: list[int]) -> list[Item]:
    """Return items with "and" for each word but the first that denies one of several ("ni X, [ni] Y")."""
    gone = set()
    for first, second in itertools.pairwise(denied):
        between = items[first + 1 : second]
        if between and all(i.kind == "np" or i.low == "," or "det" in i.word.flags for i in between):
            items[second].word = _AND
            gone |= {second - 1} if items[second - 1].low == "," else set()
    return [item for at, item in enumerate(items) if at not in gone]
