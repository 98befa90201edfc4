"""A saying inside a clause goes to its end, where the reader expects it; offsets stay those of the text.

Items of a sentence --sayings_last--> the same items, those of the saying behind the clause:

    "The rebels, Macron said on Sunday, attacked the town."  ->  The rebels | attacked | the town | , Macron said on Sunday
    "Le Rwanda va, a-t-il ajouté, retirer ses troupes."      ->  Le Rwanda | va retirer | ses troupes | , a-t-il ajouté
"""

from itertools import pairwise

from kg.events.items import Item
from kg.events.lexicon import Lexicon, frames
from kg.events.voices import is_source, opens_phrase
from kg.events.word_order import helps, tenses

__all__ = ["sayings_last"]

_LONG = 12
"""How many items a saying between two commas has at most."""
_TITLED = 3
"""How far behind its verb the name of a speaker may begin."""
_ADVERBIAL = 5
"""How many items a time or place that opens a sentence has at most."""
_NOT_SAID = frozenset({"rel", "comp", "sub", "according"})
_LIGHT = frozenset({"adv", "refl", "clitic", "ne"})
"""What may stand before the verb that goes on with a clause ("[s']entretiendra", "[n']ira pas")."""
_SIGNS = frozenset(':;«»“”"„')
_END = frozenset(".?!")
_FINITE = frozenset({"pres", "past", "fut", "cond"})
_BARE = frozenset({"inf", "ger"})


def sayings_last(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence with a saying that cuts a clause in two behind that clause."""
    commas = [index for index, item in enumerate(items) if item.low == ","]
    for opener, closer in pairwise(commas):
        left, aside, right = items[:opener], items[opener + 1 : closer], items[closer + 1 :]
        if closer - opener <= _LONG and _says(aside, lexicon) and _is_one_clause(left, right):
            last = right[-1:] if right[-1].low in _END else []
            return [*left, *right[: len(right) - len(last)], items[opener], *aside, *last]
    return items


def _says(aside: list[Item], lexicon: Lexicon) -> bool:
    """Tell whether words between commas are somebody and a verb of speech, and no more than when, where and to whom."""
    spoken = [item for item in aside if _speech(item)]
    if len(spoken) != 1 or any(item.low in _SIGNS or item.word.flags & _NOT_SAID for item in aside):
        return False
    at = aside.index(spoken[0])
    if any(_tells(item) and not is_source(item.low, lexicon) for item in aside):
        return False
    verbs = [i for i, item in enumerate(aside) if i != at and _tenses(item) and not helps(item)]
    if any(not i or "det" not in aside[i - 1].word.flags for i in verbs):  # "a annoncé l'[armée]"
        return False
    named = [item.kind == "np" and bool(item.actors) and not item.prep for item in aside]
    pronouns = {low for words in lexicon.language.grammar.pronouns.values() for low in words}
    endings = lexicon.language.speech.inverted
    hangs = bool(endings) and any(item.low.endswith(endings) for item in aside[: at + 1] if item.kind == "word")
    if hangs or any(named[:at]) or any(item.low in pronouns for item in aside[:at]):
        return True
    if _in_words(aside, at, lexicon):
        return True
    behind = aside[at + 1 : at + _TITLED]
    return any(named[at + 1 :]) and not any(
        item.word.preps or item.prep for item in behind
    )  # not "briefed in X by Y and Z"


def _in_words(aside: list[Item], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of speech has nobody known as its subject, but a noun phrase ("[his office] said", "a annoncé [l'armée]")."""
    ahead, behind = aside[:at], [item for item in aside[at + 1 :] if item.kind != "date"]
    while ahead and helps(ahead[-1]):
        ahead.pop()
    phrase = ahead or behind
    if not phrase or (ahead and behind) or not opens_phrase(phrase[0], lexicon):
        return False
    if any(item.word.verbs or item.word.nouns or not item.word.preps <= {"of"} for item in phrase[2:]):
        return False
    return len(phrase) > 1 or phrase[0].kind == "quantity"


def _is_one_clause(left: list[Item], right: list[Item]) -> bool:
    """Tell whether what stands before a saying goes on behind it: it has its verb there, or the rest of its verb or its object."""
    if not left or not right or any(item.low in _SIGNS for item in (*left, *right)):
        return False
    after = next((item for item in right if not item.word.flags & _LIGHT), right[0])
    before = any(_tenses(item) & _FINITE for item in left)
    if "and" in after.word.flags or "but" in after.word.flags:  # "…, and [killed] ten", not "…, and Macron left"
        return before and any(_tenses(item) & _FINITE for item in right[right.index(after) + 1 :][:1])
    if not before:  # "The talks, X said, [would resume]", "On Monday, X said, [rebels attacked]"
        opens = len(left) <= _ADVERBIAL and not any(item.kind == "np" and not item.prep for item in left)
        return bool(_tenses(after) & _FINITE) or (opens and any(_tenses(item) & _FINITE for item in right))
    if helps(left[-1]):
        return bool(_tenses(after))
    return bool(_tenses(left[-1]) & _FINITE) and not any(_tenses(item) for item in right)


def _tells(item: Item) -> bool:
    """Tell whether a word has something of its own to tell ("X announced [the withdrawal] of 2,000 men")."""
    events = (s.value for s in item.word.nouns if s.kind == "event")
    return item.kind in ("quantity", "treaty") or any(frames()[value].family != "speech" for value in events)


def _speech(item: Item) -> bool:
    return item.kind == "word" and any(s.kind == "speech" and tense not in _BARE for s, tense in item.word.verbs)


def _tenses(item: Item) -> frozenset[str]:
    """Return the tenses of a word that can only be a verb."""
    return frozenset() if item.word.nouns else tenses(item)
