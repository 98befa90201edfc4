"""Transliterations of one name: a key that most spellings share, and a measure that tells chance from likeness.

"Sergueï Lavrov", "Sergei Lavrov" and "Sergej Lawrow" have one key.  The key forgets vowels, so that it also brings
together names that differ ("Hassan", "Hussein"); `alike` must agree before a key counts.
"""

import re
from functools import lru_cache

from kg.authority.fold import key

__all__ = ["SETTLED", "alike", "initialled_otherwise", "skeleton"]

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
_TWIN = re.compile(r"([bdfgklmnrtvz])\1")
"""A doubled consonant; French doubles an s to keep it sharp ("Oussama", "Usama")."""
_VOWELS = re.compile(r"[aeiouy]")
_SOFT = (
    (re.compile(r"tsch|tch|sch|sh|ch|cz"), "S"),
    (re.compile(r"dzh|dj|zh|zj"), "Z"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"y|ee|ii"), "i"),
    (re.compile(r"w"), "v"),
)
"""Sounds that one letter or another may stand for; S and Z are the sounds of "ship" and "measure", apart from s, z and i."""
_OPEN = ((re.compile(r"[eo]"), "a"),)
_STRICT = (
    (re.compile(r"kh|ck|[qcx]"), "k"),
    (re.compile(r"tz|ts|z"), "s"),
    (re.compile(r"gu(?=[ei])|gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[aou])e|h"), ""),
)
_CLEAR = 100.0
_LEAST = 80.0
_ENDINGS = {"a": "a", "i": "i", "y": "i", "j": "i", "o": "o", "u": "o", "e": "", "": ""}
_IN_FULL = {
    "bill": "william", "bob": "robert", "rob": "robert", "dick": "richard", "jim": "james", "joe": "joseph", "mike": "michael",
    "tony": "antony", "anthony": "antony", "tom": "thomas", "dan": "daniel", "dave": "david", "steve": "stephen", "steven": "stephen",
    "chris": "christopher", "ben": "benjamin", "ed": "edward", "ken": "kenneth", "matt": "matthew", "nick": "nicholas", "sam": "samuel",
    "alex": "alexander", "andy": "andrew", "jeff": "jeffrey", "greg": "gregory", "ron": "ronald", "don": "donald", "tim": "timothy",
    "pat": "patrick", "pete": "peter", "liz": "elizabeth", "kate": "katherine", "mick": "michael", "jake": "jacob", "josh": "joshua",
}  # fmt: skip
SETTLED = frozenset({
    "AD", "AG", "AR", "AT", "AU", "BB", "BE", "BO", "BR", "BS", "BZ", "CA", "CH", "CL", "CN", "CO", "CR", "CU", "CZ", "DE", "DK", "DM",
    "DO", "EC", "EE", "ES", "FI", "FR", "GB", "GD", "GT", "GY", "HN", "HR", "HT", "HU", "IE", "IS", "IT", "JM", "JP", "KN", "LC", "LI",
    "LT", "LU", "LV", "MC", "MT", "MX", "NI", "NL", "NO", "NZ", "PA", "PE", "PL", "PT", "PY", "RO", "SE", "SI", "SK", "SM", "SR", "SV",
    "TT", "TW", "US", "UY", "VA", "VC", "VE", "VN",
})  # fmt: skip
"""States whose names come in one spelling: written in Latin letters, or put into them by one rule."""
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
def _sounds(name: str, settled: bool) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name in sounds, in each reading: a j may be that of "Jakarta" or that of "Sergej"."""
    plain = " ".join(_parts(name))
    for pattern, new in (*_SOFT, *(_STRICT if settled else _OPEN)):
        plain = pattern.sub(new, plain)
    readings = (_REPEAT.sub(r"\1", plain.replace("j", sound)) for sound in "iZ")
    return tuple(dict.fromkeys(tuple(reading.split()) for reading in readings))


def _ending(word: str) -> str:
    """Return the sound that a word ends in: a, i or o; "-" for a consonant, nothing for an e, which may be silent."""
    return _ENDINGS.get(word.rstrip("h")[-1:], "-")


def _other_root(one: str, other: str) -> bool:
    """Tell whether two words differ in their first vowel and in what is doubled behind it: "Ammar" is no "Omar"; "Umar" is."""
    opened = {one[:1], other[:1]} in ({"a", "o"}, {"a", "u"})
    return opened and bool(_TWIN.search(one)) != bool(_TWIN.search(other))


def initialled_otherwise(one: str, other: str) -> bool:
    """Tell whether two names have initials behind the first word, and not the same."""
    mine, theirs = _inner(one), _inner(other)
    return bool(mine and theirs) and mine != theirs


@lru_cache(maxsize=4096)
def _inner(name: str) -> tuple[str, ...]:
    """Return the initials behind the first word of a name."""
    return tuple(word for word in key(name).split()[1:] if len(word) == 1)


def alike(one: str, other: str, least: float = _LEAST, *, settled: bool = False) -> bool:
    """Tell whether two names of one skeleton are spellings of one name, word by word, as far as the shorter goes.

    A name and what an ending makes of it ("Stephanie", "Martini") are two, and so are those of other initials ("George W.",
    "George H. W.").  A name of a `settled` spelling has the same vowels.
    """
    if initialled_otherwise(one, other):
        return False
    for first, second in zip(_parts(one), _parts(other), strict=False):
        ends = {_ending(first), _ending(second)} - {""}
        if _other_root(first, second) or len(ends) > 1 or ("-" in ends and "ie" in {first[-2:], second[-2:]}):
            return False
    near = _CLEAR if settled else least
    return any(_same(a, b, near) for a in _sounds(one, settled) for b in _sounds(other, settled))


def _same(words: tuple[str, ...], others: tuple[str, ...], least: float) -> bool:
    from rapidfuzz import fuzz

    orders = [(words, others)]
    if len(words) == len(others) > 2:
        orders.append((tuple(sorted(words)), tuple(sorted(others))))
    return any(
        bool(a)
        and bool(b)
        and all(_clear(x) == _clear(y) and fuzz.ratio(x, y) >= least for x, y in zip(a, b, strict=False))
        for a, b in orders
    )


def _clear(word: str) -> tuple[int, int]:
    """Return how often a word has the sounds that no spelling leaves out."""
    return word.count("Z"), word.count("S")
