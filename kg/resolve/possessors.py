"""Whose an office is that a possessive gives to somebody named before it: "Paris a rappelé [son] ambassadeur"."""

import re

from kg.authority import in_office
from kg.model import Mention, Span
from kg.resolve.case import Case
from kg.resolve.gaps import gaps
from kg.resolve.holders import DESCRIBED, SERVING, STATE, kind

__all__ = ["possessed", "possessor"]

_OFFICES = DESCRIBED | {"minister", "ambassador", "envoy", "spokesperson", "commander", "deputy"}
"""Kinds of offices that are of the state of whom a possessive means."""
_STATES = frozenset({"country", "government"})
_WORD = 12
"""Characters that hold a possessive."""
_TWO = 20
"""Characters that hold a preposition and an article."""


def possessor(case: Case, span: Span) -> str | None:
    """Return the state of an office behind a possessive: that of all whom its sentence names before it, not under a preposition."""
    if kind(case, span) not in _OFFICES or not possessed(case, span):
        return None
    sentence = case.sentence(span.start)
    there = case.entered(sentence.start, span.start) if sentence else []
    named = [m for m in there if m.actor and m.form != "demonym" and not _governed(case, m)]
    states = {_state(case, m) for m in named}
    found = states.pop() if len(states) == 1 else None
    state = case.authority.country(found.removeprefix(STATE)) if found else None
    return case.known(state) if state is not None else None


def possessed(case: Case, span: Span) -> bool:
    """Tell whether a possessive stands before an office."""
    return gaps(case.language).possessive.search(case.text[max(0, span.start - _WORD) : span.start]) is not None


def _governed(case: Case, mention: Mention) -> bool:
    """Tell whether a preposition stands before a name, with an article between them or not."""
    before = re.findall(r"\w+['’]?", case.text[max(0, mention.start - _TWO) : mention.start].lower())[-2:]
    grammar, articles = case.language.grammar, case.language.names.articles
    words = before[-1:] if not before or before[-1].rstrip("'’") not in articles else before
    return any(word in forms for forms in grammar.prepositions.values() for word in words)


def _state(case: Case, mention: Mention) -> str | None:
    """Return the state that a name stands for, or whose office the person bears; None where there is none."""
    actor = case.actors[mention.actor or ""]
    if actor.type in _STATES:
        return f"{STATE}{actor.country}" if actor.country else None
    held = {r.country for r in case.roles if r.person == actor.id and r.status in SERVING and _of(case, r.start, r.end)}
    entry = case.entry(actor.id)
    if not held and entry is not None and case.day is not None:
        terms = [t for t in entry.tenures if t.kind in DESCRIBED and t.sure and in_office(t, case.day)]
        held = {f"{STATE}{term.country}" for term in terms}
    return held.pop() if len(held) == 1 else None


def _of(case: Case, start: int, end: int) -> bool:
    return case.kinds.get((start, end)) in DESCRIBED
