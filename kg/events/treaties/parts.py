"""Nouns of texts that tell of none by themselves: a part of another text's name, what it is about, a truce of one side alone."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.treaties.verbs import treaty_noun

__all__ = ["first_part", "last_part", "of_another", "onesided", "term"]

_QUOTES = frozenset('"«»“”')
_SIDE = 2
"""How many items from a truce the word stands that says that one side declares it."""


def onesided(items: list[Item], at: int, words: tuple[str, ...]) -> bool:
    """Tell whether one side alone declares a truce ("a unilateral ceasefire")."""
    return any(i.low in words for i in items[max(0, at - _SIDE) : at + 1 + _SIDE])


def first_part(items: list[Item], at: int, *, truce: bool) -> bool:
    """Tell whether a noun is the first part of a compound ("truce agreement", "a 'truce' deal", "ceasefire and hostage deal")."""
    after = at + 1
    while after < len(items) and (items[after].low in _QUOTES or (truce and "and" in items[after].word.flags)):
        after += 1
    return after < len(items) and items[after].kind == "word" and treaty_noun(items[after])


def last_part(items: list[Item], at: int, texts: frozenset[str]) -> bool:
    """Tell whether a noun only says of what sort another text is ("un document d'[entente] nationale")."""
    if at <= 1:
        return False
    link, outer = items[at - 1], items[at - 2]
    bare = "of" in link.word.preps and "det" not in link.word.flags
    return bare and (outer.low in texts or treaty_noun(outer))


def of_another(scene: Scene, at: int) -> bool:
    """Tell whether a truce is what an agreement is about ("un accord sur un cessez-le-feu"): the agreement is the text."""
    items = scene.row.items
    about = scene.source.lexicon.language.agreements.about
    linked = False
    for index in range(at - 1, max(-1, at - 6), -1):
        item = items[index]
        if treaty_noun(item):
            return linked
        if item.kind != "word" or (item.word.verbs and not item.word.nouns):
            return False
        linked = linked or bool(item.word.preps & {"of", "for", "on"}) or item.low in about
    return False


def term(scene: Scene, at: int) -> bool:
    """Tell whether a truce is what a text provides for or a party commits to ("the deal calls for an end to hostilities")."""
    items = scene.row.items
    for group in scene.groups:
        if group.at < at and any(s.kind in ("provides", "commits") for s in group.senses):
            before = items[: group.left]
            texts = scene.source.lexicon.language.agreements.texts
            if any(treaty_noun(i) or i.low in texts for i in before):
                return True
    return False
