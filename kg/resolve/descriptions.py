"""Phrases without a name: "les deux parties", "the kingdom", "les insurgés", "le gouvernement", "he"; only where one reading is left."""

import itertools
import re
from typing import Final

from kg.authority import key
from kg.model import Mention, Span
from kg.resolve import bodies
from kg.resolve.case import Case, data, divided

__all__ = ["resolve"]

_REALMS: Final[dict[str, frozenset[str]]] = {
    "emirate": frozenset({"QA", "KW"}),
    "kingdom": frozenset(
        {"SA", "MA", "JO", "BH", "GB", "ES", "BE", "NL", "DK", "NO", "SE", "TH", "KH", "BT", "LS", "SZ", "TO"}
    ),
    "sultanate": frozenset({"OM", "BN"}),
}
_PARTIES = frozenset({"country", "government", "armed_group"})
_BARE = frozenset({"government", "military", "opposition"})
_Told = dict[int, list[Mention]]
"""Named mentions by sentence."""
_BACK = 3
"""Sentences that a description may look back over."""


def resolve(case: Case) -> None:
    """Enter a mention for each description that can mean only one actor, or one pair."""
    told: _Told = {}
    for mention in case.mentions:
        number = case.sentence_number(mention.start)
        if number is not None and mention.actor and mention.form in {"name", "group", "office"}:
            told.setdefault(number, []).append(mention)
    for span in case.spans:
        kind = data(span, "kind")
        if span.kind == "group" and kind in _BARE and not any(name in {"of", "within"} for name, _ in span.data):
            _bare(case, span, kind)
        elif (
            span.kind == "group" and kind == "militants" and not any(name in {"of", "within"} for name, _ in span.data)
        ):
            _rebels(case, span)
        elif span.kind == "description":
            if kind in _REALMS:
                _realm(case, span, kind)
            elif kind == "insurgents":
                _one(case, span, [a.id for a in case.actors.values() if a.type == "armed_group"])
            elif kind in {"both", "both_persons"}:
                _both(case, span, told, persons=kind == "both_persons")
        elif span.kind == "pronoun":
            _pronoun(case, span, told, kind)


def _one(case: Case, span: Span, actors: list[str]) -> None:
    if len(actors) == 1:
        case.mention(span, case.actors[actors[0]].type, "description", actors[0], confidence=0.6)


def _realm(case: Case, span: Span, kind: str) -> None:
    _one(case, span, [a.id for a in case.actors.values() if a.type == "country" and a.country in _REALMS[kind]])


def _bare(case: Case, span: Span, kind: str) -> None:
    """Resolve "le gouvernement", "leurs troupes", "the army"; with an adjective ("foreign troops") it stays open."""
    if key(data(span, "title")) != key(data(span, "head")):
        return
    owner = _possessor(case, span)
    alone = key(data(span, "head")) in {key(head) for head in case.language.names.alone.get(kind, ())}
    if owner is None and alone and data(span, "definite"):
        states = divided(case)
        setting = (
            case.setting() if key(data(span, "head")) in {key(head) for head in case.language.names.regimes} else None
        )
        owner = states[0] if len(states) == 1 else setting.country if setting else None
    if owner is None and kind == "opposition" and data(span, "definite") and (setting := case.setting()):
        owner = setting.country
    if owner is not None:
        state = case.authority.country(owner)
        actor = bodies.body(case, kind, state, "", span.text) if state else None
        if actor:
            case.mention(span, case.actors[actor].type, "description", actor, confidence=0.6)
    elif data(span, "definite"):
        _one(case, span, [a.id for a in case.actors.values() if a.type == kind])


def _rebels(case: Case, span: Span) -> None:
    """Resolve "les groupes armés", "rebel factions": the one armed group named, else those of the country in question."""
    named = [
        a.id for a in case.actors.values() if a.type == "armed_group" and not a.name.startswith("Armed groups of ")
    ]
    if named:
        _one(case, span, named)
        return
    states = divided(case)
    state = case.authority.country(states[0]) if len(states) == 1 else case.setting()
    if state is not None:
        actor = case.local("armed_group", bodies.named("Armed groups of {}", state), state.country)
        case.mention(span, "armed_group", "group", actor, confidence=0.5)


def _possessor(case: Case, span: Span) -> str | None:
    """Return the country that "leurs" or "its" before the span points at: the one named last in the sentence."""
    words = "|".join(re.escape(word) for word in case.language.grammar.possessives)
    before = case.text[max(0, span.start - 12) : span.start]
    if not re.search(rf"\b(?:{words})\s+$", before, re.IGNORECASE):
        return None
    sentence = case.sentence(span.start)
    near = [
        m
        for m in case.mentions
        if sentence and sentence.start <= m.start < span.start and m.actor and m.form != "demonym"
    ]
    near = [m for m in near if m.actor and case.actors[m.actor].type in {"country", "government"}]
    return case.actors[near[-1].actor or ""].country if near else None


def _recent(case: Case, span: Span, told: _Told) -> list[list[Mention]]:
    """Return the named mentions of the sentence before the span and of those before it, nearest sentence first."""
    number = case.sentence_number(span.start)
    if number is None:
        return []
    return [
        [m for m in told.get(n, ()) if m.start < span.start] for n in range(number, max(-1, number - _BACK - 1), -1)
    ]


def _both(case: Case, span: Span, told: _Told, *, persons: bool) -> None:
    """Resolve "les deux parties" to the two actors joined last: "entre A et B", "A et B"."""
    joins = "|".join(re.escape(word) for word in case.language.names.and_)
    for mentions in _recent(case, span, told):
        fitting = [m for m in mentions if (m.type == "person") == persons and (persons or m.type in _PARTIES)]
        fitting.sort(key=lambda m: m.start)
        for first, second in reversed(list(itertools.pairwise(fitting))):
            gap = case.text[first.end : second.start]
            if first.actor != second.actor and re.fullmatch(
                rf"\s+(?:{joins})\s+(?:\w{{1,5}}['’\s]\s?){{0,3}}", gap, re.IGNORECASE
            ):
                for mention in (first, second):
                    if mention.actor:
                        case.mention(span, mention.type, "description", mention.actor, confidence=0.6)
                return


def _pronoun(case: Case, span: Span, told: _Told, gender: str) -> None:
    """Resolve "he" at the start of a sentence to the one person of the sentence before."""
    after = case.text[span.end : span.end + 20].split()
    if after and after[0].lower() in case.language.names.impersonal:
        return
    recent = _recent(case, span, told)
    if len(recent) < 2:
        return
    persons = {m.actor for m in recent[1] if m.type == "person"}
    subject = min(recent[1], key=lambda m: (m.start, -m.end), default=None)
    if len(persons) != 1 or subject is None or subject.type != "person":
        return
    actor = persons.pop()
    known = {data(s, "gender") for s in case.spans if case.person_of.get((s.start, s.end)) == actor} - {""}
    if actor and (not known or gender in known):
        case.mention(span, "person", "pronoun", actor, confidence=0.6)
