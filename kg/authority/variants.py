"""Transliterations of one name: a key that most spellings share, and a measure that tells chance from likeness.

"Sergueï Lavrov", "Sergei Lavrov" and "Sergej Lawrow" have one key.  The key forgets vowels, so that it also brings
together names that differ ("Hassan", "Hussein"); `alike` must agree before a key counts.
"""

import re
from functools import lru_cache

from kg.authority.fold import key

__all__ = ["alike", "skeleton"]

_RULES = (
    (re.compile(r"tsch|tch|sch|sh|ch|cz|c(?=[eiy])"), "s"),
    (re.compile(r"dzh|dj|zh|zj"), "j"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|ck|q|c|x"), "k"),
    (re.compile(r"tz|ts|z"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"gu(?=[ei])|gh"), "g"),
    (re.compile(r"[aeiouyhj]+"), ""),
)
_REPEAT = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]")
_SOFT = (
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]|ee|ii"), "i"),
    (re.compile(r"[eo]"), "a"),
    (re.compile(r"w"), "v"),
)
_LEAST = 76.0
_PARTICLES = frozenset({"al", "bin", "de", "van", "von", "der"})


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    plain = word
    for pattern, new in _RULES:
        plain = pattern.sub(new, plain)
    initial = "a" if _VOWELS.match(word) else ""
    return initial + _REPEAT.sub(r"\1", plain)


def skeleton(name: str) -> str:
    """Return the key that most transliterations of a name share; empty for a name of one word."""
    parts = [part for part in key(name).split() if part not in _PARTICLES]
    return " ".join(_bones(part) for part in parts) if len(parts) > 1 else ""


@lru_cache(maxsize=4096)
def _softened(name: str) -> str:
    plain = " ".join(part for part in key(name).split() if part not in _PARTICLES)
    for pattern, new in (*_RULES[:3], *_SOFT):
        plain = pattern.sub(new, plain)
    return _REPEAT.sub(r"\1", plain)


def alike(one: str, other: str) -> bool:
    """Tell whether two names of one skeleton are spellings of one name, word by word, as far as the shorter goes."""
    from rapidfuzz import fuzz

    pairs = list(zip(_softened(one).split(), _softened(other).split(), strict=False))
    return bool(pairs) and all(fuzz.ratio(a, b) >= _LEAST for a, b in pairs)
