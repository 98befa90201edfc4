"""The state whose junta, opposition or rebels are meant where an article names none: the one it is about, told of as such."""

import re
from typing import Final

from kg.authority import Entry, key
from kg.model import Span
from kg.resolve.case import Case, data, every
from kg.resolve.slots import slot

__all__ = ["home", "unspecified"]

_PEACEFUL: Final = frozenset(
    {
        *("US", "CA", "GB", "IE", "FR", "BE", "NL", "LU", "DE", "AT", "CH", "IT", "ES", "PT", "DK", "SE", "NO", "FI"),
        *("IS", "VA", "AU", "NZ", "JP", "KR", "CN", "SG", "QA", "AE", "KW", "OM"),
    }
)
"""States that speak of wars or host talks: rebels, gangs or a junta that an article leaves unnamed are not theirs."""
_FORCES: Final = frozenset({"military", "security_forces", "police", "coast_guard", "opposition"})
"""Bodies that face rebels or a junta at home."""
_OFTEN = 2
_WORDS = 24
"""Characters that hold what stands right before a phrase."""


def home(case: Case, *, unrest: bool = False) -> Entry | None:
    """Return the country that an article is about: named twice as often as any other, and not in passing.

    Once in passing is an onlooker's or host's ("France condemned it", "talks in Paris"). It counts in a title, as the place
    where things happen ("Au Tchad, …") or named again. With `unrest` states count alone that know some.
    """
    known = {iso: n for iso, n in case.countries.items() if not (unrest and iso in _PEACEFUL)}
    ranked = sorted(known.items(), key=lambda pair: -pair[1])[:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    iso = ranked[0][0]
    return case.authority.country(iso) if _told_of(case, iso, unrest=unrest) else None


def _told_of(case: Case, iso: str, *, unrest: bool) -> bool:
    """Tell whether a state is spoken of more than once, in a title, with its forces, or as where things happen; with `unrest` by its cities, too."""
    titles = [(s.start, s.end) for s in case.article.segments if s.kind == "title"]
    times = 0
    for span in case.spans:
        if span.kind == "group" and data(span, "kind") in _FORCES and f"country/{iso}" in every(span, "of"):
            return True
        if span.kind not in {"name", "demonym"} or span.type == "person" or not span.candidates:
            continue
        entry = case.entry(span.candidates[0])
        if entry is None or entry.country != iso:
            continue
        where = slot(case.text, span.start, span.end, case.language.names) == "place"
        times += entry.type == "country" or (not where and (unrest or bool(entry.capital)))
        label = entry.type == "country" and (where or case.text[span.end : span.end + 2].lstrip()[:1] == ":")
        if times >= _OFTEN or label or any(start <= span.start < end for start, end in titles):
            return True
    return False


def unspecified(case: Case, span: Span) -> bool:
    """Tell whether an article that brings in somebody new stands before a phrase ("[des] militaires", "par [des] soldats")."""
    words = key(re.split(r"[\n.,;:!?«»(]", case.text[max(0, span.start - _WORDS) : span.start])[-1]).split()
    grammar = case.language.grammar
    if not words or words[-1] not in {key(word) for word in grammar.indefinites}:
        return False
    of = {key(word) for word in grammar.prepositions["of"]}
    others = {key(word) for kind, forms in grammar.prepositions.items() if kind != "of" for word in forms}
    return words[-1] not in of or len(words) == 1 or words[-2] in others
