"""The forms under which a name is looked up where only whole labels can be matched: as written, and folded variants."""

import re
import unicodedata
from collections.abc import Iterable

from kg.link.candidate import Name

__all__ = ["forms"]

_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_ARTICLE = re.compile(r"^(?:the|les?|la|l['’]|el|los|las|der|die|das)\s*(?=\S{3})", re.IGNORECASE)
_MOST = 10


def forms(names: Iterable[Name]) -> tuple[str, ...]:
    """Return the forms of names, those as written first, at most ten for each name.

    They are: without what stands in brackets behind, without an article before, with the first letter or each word
    capitalised, in lower case after the first letter, without accents, with hyphens for spaces and the reverse, and
    with either apostrophe.
    """
    found: dict[str, None] = {}
    for text, _ in names:
        own: dict[str, None] = {}
        for plain in (text, _BRACKETS.sub("", text)):
            for bare in (plain, _ARTICLE.sub("", plain)):
                own |= dict.fromkeys(_written(" ".join(bare.split())))
        found |= dict.fromkeys(list(own)[:_MOST])
    return tuple(form for form in found if len(form) > 1)


def _written(name: str) -> Iterable[str]:
    if not name:
        return
    yield name
    yield name[0].upper() + name[1:]
    if len(name.split()) == 1:
        yield name.capitalize()
    elif name.islower() or name.isupper():
        yield name.title()
    plain = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
    if plain != name and plain.isascii():
        yield plain
    for old, new in (("'", "’"), ("’", "'"), ("-", " "), (" - ", "-")):
        if old in name:
            yield name.replace(old, new)
