"""Tells whether the clause around a date speaks of the past or of what is to come, from cue words and endings."""

from collections.abc import Iterator
from functools import lru_cache

from kg.annotate.dates_tokens import Tokens
from kg.lang.dates import Tense

__all__ = ["tense"]

_HARD_BREAKS = frozenset('.;:!?…()«»“”"—–')
_REACH = 24
_SHORTEST = 5
_OPENING = 2
"""How many words behind the start of its clause a date opens it ("[On] Monday, …")."""
_LENGTHS = (3, 2)
"""Numbers of words of a cue that is read from its end."""


class _Cues:
    """`[dates.tense]` with its phrases by their first word."""

    def __init__(self, words: Tense) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        listed = (("future", words.future), ("past", words.past), ("near", words.near), ("", words.neutral))
        for name, forms in listed:
            for form in forms:
                parts = tuple(form.replace("'", " ").split())
                self.phrases.setdefault(parts[0], []).append((parts, name))
        for cues in self.phrases.values():
            cues.sort(key=lambda one: -len(one[0]))
        blank = {first: [cue for cue in cues if not cue[1]] for first, cues in self.phrases.items()}
        self.neutral = {first: cues for first, cues in blank.items() if cues}
        self.future_suffixes = words.future_suffixes
        self.past_suffixes = words.past_suffixes
        self.passive = frozenset(words.passive)
        self.infinitive = frozenset(words.infinitive)
        self.infinitive_not = frozenset(words.infinitive_not)
        self.exceptions = frozenset(words.exceptions)
        self.breaks = frozenset(words.breaks)

    def clear(self, words: list[str]) -> None:
        """Blank the words of neutral phrases, so that no cue is read in them."""
        for place, word in enumerate(words):
            for parts, _ in self.neutral.get(word.lower(), ()):
                if tuple(one.lower() for one in words[place : place + len(parts)]) == parts:
                    words[place : place + len(parts)] = [""] * len(parts)

    def around(self, words: list[str], place: int) -> str | None:
        """Return the tense of the cue that ends at a word: of several words before of one ("[est prévu] jeudi", not "prévu")."""
        for length in _LENGTHS:
            first = place - length + 1
            for parts, name in self.phrases.get(words[first].lower(), ()) if first >= 0 else ():
                if len(parts) == length and name and tuple(one.lower() for one in words[first : place + 1]) == parts:
                    return name
        if place and words[place - 1].lower() in self.infinitive:
            return None  # "were [to] begin": the word before tells
        return self.at(words, place)

    def main(self, words: list[str]) -> Iterator[int]:
        """Yield the places of the words of a clause; what commas set apart in it is passed over ("Monday, X, [who met Y], will …")."""
        aside = False
        for place, word in enumerate(words):
            if word == ",":
                follower = words[place + 1].lower() if place + 1 < len(words) else ""
                aside = follower in self.breaks or (follower.endswith(self.past_suffixes) and follower != "")
            elif word in _HARD_BREAKS or (word.lower() in self.breaks and not aside):
                return
            elif not aside:
                yield place

    def at(self, words: list[str], place: int) -> str | None:
        """Return the tense of the cue that begins at a word, or None."""
        word = words[place]
        for parts, name in self.phrases.get(word.lower(), ()):
            if tuple(one.lower() for one in words[place : place + len(parts)]) == parts:
                passive = name == "past" and place and words[place - 1].lower() in self.passive
                return None if passive else name
        if word in self.infinitive:
            verb = words[place + 1] if place + 1 < len(words) else ""
            return "near" if verb.islower() and verb not in self.infinitive_not else None
        if len(word) < _SHORTEST or not word[0].islower() or word in self.exceptions:
            return None
        if word.endswith(self.future_suffixes):
            return "future"
        passive = place and words[place - 1].lower() in self.passive
        return "past" if word.endswith(self.past_suffixes) and not passive else None


_cues = lru_cache(maxsize=16)(_Cues)


def tense(tokens: Tokens, first: int, last: int, words: Tense) -> str | None:
    """Return "past", "future", "near" or None for the clause in which tokens `first` to `last` stand.

    The nearest cue before the date in its clause decides, then the nearest after it, then one before the clause.
    """
    cues = _cues(words)
    low, high = max(0, first - _REACH), min(len(tokens.codes), last + _REACH)
    texts = [match[0] for match in tokens.found[low:high]]
    cues.clear(texts)
    before, after = first - low, last - low
    place = before - 1
    while place >= 0 and texts[place] not in _HARD_BREAKS and texts[place].lower() not in cues.breaks:
        found = cues.around(texts, place)
        if found:
            return found
        place -= 1
    behind = texts[after:]
    if place < before - _OPENING:  # a comma right behind a date sets it apart unless it opens the clause
        behind = behind[: behind.index(",")] if "," in behind else behind
    for at in cues.main(behind):
        found = cues.at(behind, at)
        if found:
            return found
    while place >= 0:
        found = cues.at(texts, place) if texts[place] not in _HARD_BREAKS else None
        if found:
            return found
        place -= 1
    return None
