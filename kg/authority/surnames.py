"""Which words of a person's name may stand alone for the person."""

from kg.authority.fold import key

__all__ = ["FAMILY_FIRST", "PARTICLES", "surnames", "weight"]

PARTICLES = frozenset(
    {
        "al",
        "bin",
        "de",
        "van",
        "von",
        "der",
        "la",
        "le",
        "du",
        "da",
        "di",
        "dos",
        "del",
        "den",
        "ag",
        "abu",
        "of",
        "d",
        "el",
    }
)
FAMILY_FIRST = frozenset({"CN", "TW", "HK", "KP", "KR", "VN", "KH", "SG", "MM"})
"""States in which the family name stands first, or any part of the name may stand alone."""
_NO_FAMILY_NAME = frozenset({"ID", "MY", "BN", "TH", "LA", "ET", "ER", "SO", "IS", "TL", "MN", "BT"})
"""States in which people go by the first of their names ("Retno Marsudi": "Retno"; "Abiy Ahmed": "Abiy")."""
_SHORT = 6


def weight(name: str) -> int:
    """Return how many words of a name are no particles."""
    return sum(word not in PARTICLES for word in key(name).split())


def surnames(name: str, country: str = "") -> frozenset[str]:
    """Return the folded words of a full name that may stand alone for it: never a first name.

    Where the country is unknown, three short words are taken for a name whose family name stands first.
    """
    words = [word for word in key(name).split() if word not in PARTICLES]
    if len(words) < 2:
        return frozenset(words)
    any_order = country in FAMILY_FIRST | _NO_FAMILY_NAME or (
        not country and len(words) == 3 and all(len(word) <= _SHORT for word in words)
    )
    return frozenset(word for place, word in enumerate(words) if (place or any_order) and len(word) > 1)
