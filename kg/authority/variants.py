"""Transliterations of one name: a key that most spellings share, and a measure that tells chance from likeness.

"Sergueï Lavrov", "Sergei Lavrov" and "Sergej Lawrow" have one key.  The key forgets vowels, so that it also brings
together names that differ ("Hassan", "Hussein"); `alike` must agree before a key counts.
"""

import re
from functools import lru_cache

from kg.authority.fold import key

__all__ = ["alike", "initialled_otherwise", "skeleton"]

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
_ENDS_OPEN = frozenset("aeiouyh")
_IN_FULL = {
    "bill": "william", "bob": "robert", "rob": "robert", "dick": "richard", "jim": "james", "joe": "joseph", "mike": "michael",
    "tony": "antony", "anthony": "antony", "tom": "thomas", "dan": "daniel", "dave": "david", "steve": "stephen", "steven": "stephen",
    "chris": "christopher", "ben": "benjamin", "ed": "edward", "ken": "kenneth", "matt": "matthew", "nick": "nicholas", "sam": "samuel",
    "alex": "alexander", "andy": "andrew", "jeff": "jeffrey", "greg": "gregory", "ron": "ronald", "don": "donald", "tim": "timothy",
    "pat": "patrick", "pete": "peter", "liz": "elizabeth", "kate": "katherine", "mick": "michael", "jake": "jacob", "josh": "joshua",
}  # fmt: skip
_PARTICLES = frozenset({"al", "bin", "de", "van", "von", "der"})
_SERVANT = re.compile(r"\babd(?:al|el|ul)? (?:al )?(?=\w{3})")
"""The first half of an Arabic name that is written in two words or three ("Abdel Fattah", "Abd al-Rahman")."""
_JOINED_SERVANT = re.compile(r"\babd(?:[aeiou]{1,2}(?:l|([rsnzdt])(?=\1))?)?(?=\w{3})")
"""The same in one word, its article in any spelling ("Abdulrahman", "Abderrahmane", "Abdelfattah")."""
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ё": "e", "ж": "zh", "з": "z", "и": "i", "і": "i",
        "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u",
        "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
        "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    }
)  # fmt: skip
"""Letter by letter; vowels and soft signs hardly count in a skeleton."""
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u04ff"


def _parts(name: str) -> list[str]:
    """Return the folded words of a name without particles and initials, short first names in full."""
    plain = key(name)
    if not plain.isascii() and any(_FIRST_CYRILLIC <= letter <= _LAST_CYRILLIC for letter in plain):
        plain = plain.translate(_CYRILLIC)
    if "abd" in plain:
        plain = _SERVANT.sub("abdal", _JOINED_SERVANT.sub("abdal", plain))
    return [_IN_FULL.get(part, part) for part in plain.split() if part not in _PARTICLES and len(part) > 1]


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    plain = word
    for pattern, new in _RULES:
        plain = pattern.sub(new, plain)
    initial = "a" if _VOWELS.match(word) else ""
    return initial + _REPEAT.sub(r"\1", plain)


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """Return the key that most transliterations of a name share; empty for a name of one word.

    Three words may stand in any order, as family names stand first or last; two may not ("Ali Hassan", "Hassan Ali").
    """
    bones = [_bones(part) for part in _parts(name)]
    if len(bones) < 2:
        return ""
    return " ".join(sorted(bones) if len(bones) > 2 else bones)


@lru_cache(maxsize=4096)
def _softened(name: str) -> str:
    plain = " ".join(_parts(name))
    for pattern, new in (*_RULES[:3], *_SOFT):
        plain = pattern.sub(new, plain)
    return _REPEAT.sub(r"\1", plain)


def _feminine(word: str) -> bool:
    return word.endswith(("a", "ie"))


def _consonant(word: str) -> bool:
    return word[-1:] not in _ENDS_OPEN


def initialled_otherwise(one: str, other: str) -> bool:
    """Tell whether two names have initials behind the first word, and not the same."""
    mine, theirs = _inner(one), _inner(other)
    return bool(mine and theirs) and mine != theirs


@lru_cache(maxsize=4096)
def _inner(name: str) -> tuple[str, ...]:
    """Return the initials behind the first word of a name."""
    return tuple(word for word in key(name).split()[1:] if len(word) == 1)


def alike(one: str, other: str, least: float = _LEAST) -> bool:
    """Tell whether two names of one skeleton are spellings of one name, word by word, as far as the shorter goes.

    A first name and its feminine ("Stephen", "Stephanie") are two names, and so are those of other initials ("George W.", "George H. W.").
    """
    from rapidfuzz import fuzz

    if initialled_otherwise(one, other):
        return False
    for first, second in zip(_parts(one), _parts(other), strict=False):
        a, b = first.rstrip("h"), second.rstrip("h")
        if (_feminine(a) and _consonant(b)) or (_feminine(b) and _consonant(a)):
            return False
    words, others = _softened(one).split(), _softened(other).split()
    orders = [(words, others)]
    if len(words) == len(others) > 2:
        orders.append((sorted(words), sorted(others)))
    return any(
        bool(a) and bool(b) and all(fuzz.ratio(x, y) >= least for x, y in zip(a, b, strict=False)) for a, b in orders
    )
