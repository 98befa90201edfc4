"""Who stands beside an office: right behind it, before it in apposition, or joined with another one in one breath."""

import re

from kg.model import Span
from kg.resolve.case import Case, data
from kg.resolve.gaps import gaps

__all__ = ["Holder", "after", "before", "behind", "joined"]

_QUOTED = {'"': '"', "“": "”", "«": "»"}
"""Marks before a nom de guerre, and behind it."""
_SPACES = frozenset(" \u00a0\u202f")
Holder = tuple[str, str | None]
"""Actor id of a person, and of the state that the text gives this one alone ("présidents rwandais X et congolais Y")."""


def after(case: Case, span: Span) -> list[Holder]:
    """Return those whose names stand right behind an office; of one in the plural all that are listed.

    An office without article that commas set off between two names is the first one's ("X, ministre rwandais, Y").
    """
    between = gaps(case.language)
    starts = case.persons_from
    first = behind(case, span)
    if first is None:
        return []
    if "," in first[2] and not data(span, "definite") and not data(span, "plural") and _behind_name(case, span):
        return []
    holders: list[Holder] = [(first[1], None)]
    found = first[:2]
    while data(span, "plural"):
        matches = [
            match for pattern in between.list if (match := pattern.match(case.text, found[0])) and match.end() in starts
        ]
        if not matches:
            break
        holders.append((starts[matches[0].end()][1], _nationality(case, matches[0].start(), matches[0].end())))
        found = starts[matches[0].end()]
    return holders


def _behind_name(case: Case, span: Span) -> bool:
    """Tell whether a person's name and a comma stand right before an office."""
    return case.text[span.start - 2 : span.start] == ", " and span.start - 2 in case.persons_to


def behind(case: Case, span: Span) -> tuple[int, str, str] | None:
    """Return where the name of a person that stands right behind an office ends, whose it is, and what stands between them."""
    between = gaps(case.language)
    for pattern in (between.after, between.bare):
        match = pattern.match(case.text, span.end)
        if match and match.end() in case.persons_from:
            return (*case.persons_from[match.end()], match[0])
        quoted = match and _in_quotes(case, match.end())
        if match and quoted:
            return (*quoted, match[0])
    return None


def _in_quotes(case: Case, at: int) -> tuple[int, str] | None:
    """Return end and person of a name that stands alone in quotation marks ('the commander, "Iván Mordisco,"')."""
    mark = _QUOTED.get(case.text[at : at + 1])
    if mark is None:
        return None
    start = at + 1 + (case.text[at + 1 : at + 2] in _SPACES)
    named = case.persons_from.get(start)
    return named if named and case.text[named[0] : named[0] + 2].lstrip(", \u00a0\u202f")[:1] == mark else None


def _nationality(case: Case, start: int, end: int) -> str | None:
    """Return the country of the nationality between two offsets."""
    named = next((s.candidates for s in case.at.within(start, end) if s.kind == "demonym"), ())
    entry = case.own([entry for one in named if (entry := case.entry(one))])
    return case.known(entry) if entry is not None and entry.type == "country" else None


def before(case: Case, span: Span) -> list[Holder]:
    """Return the person whose name the office stands behind: "X, le ministre turc de la Défense,"."""
    between = gaps(case.language)
    ends = case.persons_to
    window = case.text[max(0, span.start - 30) : span.start]
    match = between.before.search(window)
    person = ends.get(span.start - len(window) + match.start()) if match else None
    end = int(data(span, "until") or span.end)
    bare = match is not None and match[0].strip() == "," and not data(span, "plural")
    tail = between.words if bare else between.tail
    apposed = match is not None and match[0].startswith(",") and tail.match(case.text, end)
    if person and (apposed or between.closed.match(case.text, end)):
        return [(person, None)]
    names = case.language.names
    if not data(span, "definite") and names.demonym_after and not names.demonym_before and re.search(r"\w\s$", window):
        person = ends.get(span.start - 1)
        if person:
            return [(person, None)]
    match = between.named_as.search(window)
    person = ends.get(span.start - len(window) + match.start()) if match else None
    return [(person, None)] if person else []


def joined(case: Case, first: Span, second: Span, *, comma: bool = True) -> bool:
    """Tell whether two offices are named in one breath ("vice-Premier ministre et ministre des Affaires étrangères")."""
    if bool(data(first, "plural")) != bool(data(second, "plural")):
        return False
    gap = case.text[first.end : second.start]
    return (comma or "," not in gap) and bool(gaps(case.language).joined.fullmatch(gap))
