"""What may stand between an office and its holder, from the words of a language."""

import re
from functools import lru_cache

from kg.lang import Language
from kg.lang.names import Names
from kg.lang.offices import Offices

__all__ = ["Gaps", "gaps"]


class Gaps:
    """What may stand between an office and its holder."""

    def __init__(
        self, names: Names, offices: Offices, possessives: tuple[str, ...], prepositions: tuple[str, ...]
    ) -> None:
        titles = "|".join(
            re.escape(t) for t in sorted((*names.titles_he, *names.titles_she, *names.titles), key=len, reverse=True)
        )
        articles = "|".join(re.escape(a) for a in names.articles)
        joins = "|".join(re.escape(a) for a in names.and_)
        acronym = r"(?:\s*\([^()\n]{1,12}\))?"
        self.after = re.compile(
            rf"{acronym}\s*,?\s+(?:(?:{articles})\s+(?=(?:{titles})\b))?(?:(?:{titles})\.?\s+){{0,2}}|{acronym}\s*[,:]\s+",
            re.IGNORECASE,
        )
        self.bare = re.compile(rf"{acronym}\s*[,:]?\s+")
        """The same where a title is a part of the name."""
        named_as = "|".join(re.escape(a) for a in offices.as_) or "(?!)"
        self.named_as = re.compile(rf"\s+(?:{named_as})\s+(?:(?:{articles})(?:\s+|['’]))?$", re.IGNORECASE)
        self.before = re.compile(
            rf"(?:,\s+|\s+\()(?:(?:{articles})(?:\s+|['’]))?$|\s+(?:{articles})(?:\s+|['’])$", re.IGNORECASE
        )
        self.closed = re.compile(rf"{acronym}\s*(?:[,.;:)\]»”\"—–]|$|\n|\s(?:{joins})\s)", re.IGNORECASE)
        self.joined = re.compile(rf"\s*(?:,|\s(?:{joins})|,\s*(?:{joins}))\s+(?:(?:{articles})\s+)?", re.IGNORECASE)
        own = "|".join(re.escape(word) for word in possessives)
        self.nothing = re.compile(rf"[\s,(:]*(?:(?:{articles})(?:\s+|['’]))?", re.IGNORECASE)
        """What stands between an office and its holder where it says nothing: ", the "."""
        self.possessive = re.compile(rf"(?<!\w)(?:{own or '(?!)'})\s+$", re.IGNORECASE)
        self.own = re.compile(rf"\s*,?\s+(?:{joins})\s+(?:(?:{own})\s+)?", re.IGNORECASE)
        self.beside = re.compile(rf"\s*,?\s+(?:{joins})\s+(?:{own}|{articles})(?:\s+|['’])", re.IGNORECASE)
        of = "|".join(re.escape(word) for word in sorted(prepositions, key=len, reverse=True)) or "(?!)"
        self.elsewhere = re.compile(rf"\s+(?:{of})(?:\s+|(?<=['’]))(?=\w)", re.IGNORECASE)
        tied = "|".join(re.escape(word) for word in sorted((*prepositions, *offices.for_), key=len, reverse=True))
        self.under = re.compile(
            rf"\s+(?:{tied or '(?!)'})(?:\s+|(?<=['’]))(?:(?:{articles}|{own})(?:\s+|(?<=['’])))?", re.IGNORECASE
        )
        """What stands between an office and the one that it serves ("spokesman [for the] president")."""
        self.owned = re.compile(rf"['’](?:{'|'.join(map(re.escape, names.possessives)) or '(?!)'})\s+", re.IGNORECASE)
        """The same the other way round ("the president['s] spokesman")."""
        small = rf"(?:(?:{articles}|{of}|{joins})(?:\s+|(?<=['’])))*"
        opens = rf"\s+(?:{tied or '(?!)'})(?:\s+|(?<=['’]))"
        step, word = rf"{small}(?-i:[A-ZÀ-Ý])[^\s,.;:()«»]*", rf"{small}[^\W\d_][^\s,.;:()«»]*"
        self.tail = re.compile(rf"{opens}{step}(?:\s+{step}){{0,5}},", re.IGNORECASE)
        """What an office goes on with where nobody knows whose it is: words with capitals, up to the comma that closes it."""
        self.words = re.compile(rf"{opens}{word}(?:\s+{word}){{0,5}},", re.IGNORECASE)
        """The same in any words, of an office without an article ("X, commander of the presidential guard,")."""
        self.list = tuple(
            re.compile(
                rf"\s*(?:,|,?\s+(?:{joins}))\s+(?:[^\W\d_]+,?\s+){{{words}}}(?:(?:{titles})\.?\s+)?", re.IGNORECASE
            )
            for words in range(3)
        )


_gaps = lru_cache(maxsize=16)(Gaps)


def gaps(language: Language) -> Gaps:
    """Return the patterns of a language."""
    grammar = language.grammar
    return _gaps(language.names, language.offices, grammar.possessives, grammar.prepositions.get("of", ()))
