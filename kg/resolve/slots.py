"""What stands around a name decides whether it is a place or acts: "à Kaboul" against "Kaboul craint"."""

from functools import lru_cache

from kg.authority import key
from kg.lang.names import Names

__all__ = ["Slot", "behind", "leads", "slot", "targeted"]

_WINDOW = 40
_FUNCTION_WORD = 3
_DEPARTED = 6
"""How many words behind a verb of leaving the place may stand that somebody leaves for."""
_CLOSERS = frozenset(("", ".", "!", "?", "…", "»", "”", '"'))
Slot = str
"""place, acts or open."""


class _Cues:
    def __init__(self, names: Names) -> None:
        self.locative = _forms(names.locative)
        self.acting = _forms(names.acting)
        self.bound = _forms(names.bound)
        self.departing = _forms(names.departing)
        self.heads = _forms(names.place_heads)
        self.adjectives = frozenset(word for adjective in names.place_adjectives for word in key(adjective).split())
        self.tails = frozenset(key(tail) for tail in names.place_tails)
        self.relatives = _forms(names.relative_acts)
        self.verbs = frozenset(key(verb) for verb in names.acts if not verb.startswith("*"))
        self.endings = tuple(key(verb[1:]) for verb in names.acts if verb.startswith("*"))
        self.possessives = frozenset(names.possessives)
        self.articles = frozenset(key(article) for article in names.articles)


_cues = lru_cache(maxsize=16)(_Cues)


@lru_cache(maxsize=32)
def _prepositions(phrases: tuple[str, ...]) -> frozenset[str]:
    return _forms(phrases)


def _forms(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key(phrase) for phrase in phrases)


def slot(text: str, start: int, end: int, names: Names) -> Slot:
    """Return how the words around `text[start:end]` use it."""
    cues = _cues(names)
    before = text[max(0, start - _WINDOW) : start]
    left = key(before.rpartition("\n")[2]).split()
    while left and left[-1] in cues.adjectives:
        left.pop()
    while left and left[-1] in cues.articles and not _ends_with(left, cues.locative):
        left.pop()
    opens = before.rpartition("\n")[2].rstrip()[-1:] in _CLOSERS
    clean = not before.rstrip().endswith((",", ";", ":", ".", "(", "»", '"', "—", "–"))
    right = text[end : end + _WINDOW].partition("\n")[0]
    if end - start > _FUNCTION_WORD and text[start:end].isupper():
        right = right.lower()  # a headline in capitals
    after = key(right).split()
    if clean and _ends_with(left, cues.heads):
        return "place"
    if after and right[:1] in {" ", "-"} and after[0] in cues.tails:
        return "place"
    if right[:1] == "," and " ".join(after[:2]) in cues.relatives and not _ends_with(left, cues.locative):
        return "acts"
    if clean and _ends_with(left, cues.locative) and not _ends_with(left, cues.acting, longer_than=cues.locative):
        return "place"
    if after and right[:1] in {"'", "’"} and after[0] in cues.possessives:
        return "acts"
    if clean and left and left[-1] in cues.bound and not cues.departing.isdisjoint(left[-_DEPARTED:]):
        return "place"
    if clean and _ends_with(left, cues.acting):
        return "acts"
    if (
        after
        and right[:1].isspace()
        and right.lstrip()[:1].islower()
        and (after[0] in cues.verbs or after[0].endswith(cues.endings))
    ):
        return "acts"
    if (
        names.demonym_after
        and opens
        and after
        and right[:1] == " "
        and right[1:2].islower()
        and not _small(after[0], cues)
    ):
        return "acts"
    return "open"


def targeted(text: str, start: int, names: Names) -> bool:
    """Tell whether a preposition before a country makes it who something is done to."""
    return behind(text, start, names, names.towards)


def behind(text: str, start: int, names: Names, prepositions: tuple[str, ...]) -> bool:
    """Tell whether one of some prepositions stands before a name, an article between at most."""
    cues, forms = _cues(names), _prepositions(prepositions)
    left = key(text[max(0, start - _WINDOW) : start].rpartition("\n")[2]).split()
    while left and left[-1] in cues.articles and not _ends_with(left, forms):
        left.pop()
    return _ends_with(left, forms)


def leads(text: str, start: int, names: Names) -> bool:
    """Tell whether a name stands where one who acts does: it opens the sentence, or an acting word stands before it."""
    cues = _cues(names)
    before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    return before.rstrip()[-1:] in _CLOSERS or _ends_with(key(before).split(), cues.acting)


def _small(word: str, cues: _Cues) -> bool:
    """Tell whether a word cannot be the verb of a name that opens its sentence."""
    return len(word) <= _FUNCTION_WORD or word in cues.articles or word in cues.locative or word in cues.acting


def _ends_with(words: list[str], phrases: frozenset[str], longer_than: frozenset[str] = frozenset()) -> bool:
    longest = other = 0
    for length in range(1, min(4, len(words)) + 1):
        ending = " ".join(words[-length:])
        longest = length if ending in phrases else longest
        other = length if ending in longer_than else other
    return longest > other
