"""Makes one word of a noun phrase that an adjective, a nationality, an article or a number cuts in two.

Items of a sentence --whole_nouns--> the same items; offsets stay those of the text.

    "un échange massif de prisonniers"   ->  un | échange de prisonniers | massif
    "l'échange de 1.200 prisonniers"     ->  l' | échange de prisonniers | 1.200 prisonniers
"""

from kg.events.items import NOTHING, Item
from kg.events.lexicon import Lexicon, Word

__all__ = ["whole_nouns"]

_ADJECTIVES = 2
"""How many words may stand between the noun and "of"."""
_PART = 3
_LOOSE = frozenset({"upcoming", "ended", "all", "part"})
_ARTICLES = frozenset({"det", "poss", "all"})


def whole_nouns(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence with each noun phrase that the language knows as one word, where its noun stands."""
    for at in [i for i, item in enumerate(items) if "of" in item.word.preps and i][::-1]:
        if at + 1 < len(items):
            _join(items, at, lexicon)
    return items


def _join(items: list[Item], at: int, lexicon: Lexicon) -> None:
    """Make one word of the noun before "of" and the noun behind it."""
    head = at - 1
    while head > max(0, at - 1 - _ADJECTIVES) and _adjective(items[head]):
        head -= 1
    last = at + 1
    while last + 1 < len(items) and items[last].kind == "word" and items[last].word.flags & _ARTICLES:
        last += 1
    noun = items[last]
    if items[head].kind != "word" or noun.kind not in ("word", "quantity"):
        return
    word = _known(lexicon.words[items[head].low][1], noun, lexicon)
    if word is not None:
        items[head].word, items[head].low = word, f"{items[head].low} {items[at].low} {noun.low.split()[-1]}"
        del items[at : last + (noun.kind == "word")]


def _adjective(item: Item) -> bool:
    """Tell whether an item may stand between a noun and what it is of: a word of no meaning here, or a nationality."""
    plain = item.kind == "word" and item.low[0].isalpha() and (item.word is NOTHING or item.word.flags <= _LOOSE)
    return (plain and not (item.word.verbs or item.word.nouns or item.word.preps)) or item.form == "demonym"


def _known(phrases: dict[str, list[tuple[tuple[str, ...], Word]]], noun: Item, lexicon: Lexicon) -> Word | None:
    """Return the noun phrase that ends in a noun, or in what a number counts."""
    ends = noun.low.split() if noun.kind == "quantity" else [noun.low]
    for second in lexicon.language.grammar.prepositions["of"] if phrases else ():
        for phrase, word in phrases.get(second, ()):
            if len(phrase) == _PART and phrase[-1] in ends and any(s.kind == "event" for s in word.nouns):
                return word
    return None
