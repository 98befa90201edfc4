"""Reads a sentence in the categories of PLOVER, by classes of words (benchmarks/plover.toml) over the product's grammar.

PLOVER codes protests, arrests, inquiries and demands, which are no event types of the product.  Who acts is therefore
asked of the product's own verb groups, subjects and arguments, with the words of PLOVER in place of those of events.
Of several categories in a sentence the one of the main clause counts, then what is said, then the rest, in text order.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kg.events.clauses import arguments, subject
from kg.events.items import Item, Row, Source, rows
from kg.events.lexicon import Lexicon, Sense, compile_lexicon
from kg.events.verbs import VerbGroup, is_noun, verb_groups
from kg.lang import Language, load
from kg.lang.events import EventWords
from kg.model import Reading
from kg.view.studies import plover

__all__ = ["Told", "told"]

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("plover.toml").read_text(encoding="utf-8"))
_KIND = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_NEAR = 8
"""How far behind a verb the noun may stand that it needs."""
_TARGETS = ("object", "against", "with", "to", "on", "from", "for", "of", "in", "between")
_MUST = frozenset({"must", "should", "ought to", "need to", "needs to", "needed to", "had better", "has to", "have to"})
_DONE = ("decid", "tr", "attempt", "manag", "begin", "began", "start", "continu")
"""Beginnings of verbs before another that change nothing of its category."""


@dataclass
class Told:
    """A category with the indexes of the items that act and are acted on."""

    type: str
    level: float
    at: int
    row: Row
    source: list[int]
    target: list[int]


@cache
def _language() -> Language:
    """Return English with the words of PLOVER in place of those of events."""
    cues = plover.coding().cue
    events = {}
    for name in dict.fromkeys((*_WORDS["words"], *cues)):
        words = _WORDS["words"].get(name, {})
        verbs = [*words.get("verbs", ()), *cues.get(name, ())]
        special: dict[str, dict[str, str]] = {}
        for need, needing in words.get("needs", {}).items():
            for verb in (each for each in needing if each not in words.get("verbs", ())):
                also = special[verb]["needs"] + "|" if verb in special else ""
                special[verb] = {"needs": also + need}
            verbs += needing
        events[name] = EventWords(
            verbs=tuple(dict.fromkeys(verbs)), nouns=tuple(words.get("nouns", ())), special=special
        )
    return msgspec.structs.replace(load("en"), code="en-plover", events=events)


def _as_it_stands(items: list[Item], _text: str, _lexicon: Lexicon) -> list[Item]:
    return items


def told(reading: Reading) -> list[Told]:
    """Return what each sentence of a text amounts to in PLOVER, the main category first."""
    source = Source(reading, compile_lexicon(_language()), {actor.id: actor.type for actor in reading.actors})
    found: list[Told] = []
    for row in rows(source, _as_it_stands):
        found += _row(row, reading.article.text)
    return sorted(found, key=lambda each: (each.level, each.at))


def _row(row: Row, text: str) -> list[Told]:
    groups = verb_groups(row)
    out = []
    for group in groups:
        if _adjective(row, group):
            continue
        for sense in sorted(group.senses, key=lambda s: not dict(s.special).get("needs")):
            if sense.kind == "event" and _has(row, group, sense):
                kind = _modal(row, group, sense)
                if kind is not None:
                    source, target = _sides(row, group, groups)
                    if (
                        kind == "DEMAND"
                        and sense.value != kind
                        and (who := _speaking(row, group.at, groups)) is not None
                    ):
                        source, target = [who], source
                    out.append(Told(kind, _level(row, group, groups), group.at, row, source, target))
                    break
    out += _plainly(row, groups, text)
    for at, item in enumerate(row.items):
        known = [s for s in item.word.verbs if s[0].kind == "event" and s[0].lemma.endswith((" to", " in"))]
        if any(s.kind == "modality" for s, _ in item.word.verbs) and known and not any(g.at == at for g in groups):
            out += _before_another(row, at, known[0][0], groups)
        for sense in item.word.nouns:
            if sense.kind == "event" and (not item.word.verbs or is_noun(row, at)):
                out.append(_noun(row, at, sense, groups))
                break
    return out


def _before_another(row: Row, at: int, sense: Sense, groups: list[VerbGroup]) -> list[Told]:
    """Return what a verb that stands before another amounts to ("agreed to", "threatened to", "refused to")."""
    group = VerbGroup(at, at, [sense], "past")
    kind = sense.value
    if any(item.low in _MUST for item in row.items[max(0, at - 2) : at]):
        kind = "DEMAND"
    after = next((g for g in groups if at <= g.at <= at + _NEAR), None)
    hostile = after is not None and any(
        s.kind == "event" and s.value in _HOSTILE - {"MOBILIZE"} and _has(row, after, s) for s in after.senses
    )
    if kind == "AGREE" and hostile:
        kind = "THREATEN"
    source, target = _sides(row, group, groups)
    return [Told(kind, _level(row, group, groups), at, row, source, target)]


def _plainly(row: Row, groups: list[VerbGroup], text: str) -> list[Told]:
    """Return what plain words say of what shall or shall not be ("must", "out of the question"), whatever the verb."""
    out = []
    start = row.sentence.start
    for kind in ("REJECT", "DEMAND"):
        hit = re.search(_WORDS["said"][kind], text[start : row.sentence.end])
        at = next((i for i, item in enumerate(row.items) if hit and item.end > start + hit.start()), None)
        if at is not None:
            group = VerbGroup(at, at, [], "present")
            source, target = _sides(row, group, groups)
            who = _speaking(row, at, groups)
            if who is not None:
                source, target = [who], source or target
            out.append(Told(kind, _level(row, group, groups), at, row, source, target))
    return out


def _speaking(row: Row, at: int, groups: list[VerbGroup]) -> int | None:
    """Return who says what stands at a place."""
    said = next((g for g in reversed(groups) if g.at < at and any(s.kind == "speech" for s in g.senses)), None)
    return subject(row, said, groups)[0] if said is not None else None


def _adjective(row: Row, group: VerbGroup) -> bool:
    """Tell whether a form of a verb only describes a noun ("the alleged abuses"), or is an adverb ("send them back")."""
    items = row.items
    before, after = items[group.left - 1 : group.left], items[group.at + 1 : group.at + 2]
    if any(i.word.flags & {"det", "poss", "own"} for i in before) and group.time in ("past", "participle", "gerund"):
        return True
    bears = any(i.kind == "np" or "det" in i.word.flags or i.word.nouns for i in after)
    if items[group.at].low == "back" and not bears:
        return True
    # "a report [released] on Tuesday said": a participle before the verb of its noun
    later = _next_verb(row, group)
    passes = any(i.kind == "date" or i.word.preps for i in after)
    return group.time == "past" and not group.perfect and later and passes and items[group.at].low.endswith("ed")


def _next_verb(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb in the past follows a form within its clause, with no subject of its own between."""
    for at in range(group.at + 1, len(row.items)):
        item = row.items[at]
        if item.kind == "sign" or item.word.flags & {"and", "rel", "comp", "sub"}:
            return False
        found = [s for s, t in item.word.verbs if t == "past" and s.kind in ("speech", "event", "aux")]
        if found and not item.word.nouns:
            return True
    return False


def _has(row: Row, group: VerbGroup, sense: Sense) -> bool:
    """Tell whether one of the nouns that a verb needs stands near it."""
    need = dict(sense.special).get("needs")
    if need is None:
        return True
    wanted, at = {word for one in need.split("|") for word in _WORDS["objects"][one]}, group.at
    before, after = row.items[max(0, at - _NEAR) : at], row.items[at + 1 : at + 1 + _NEAR]
    alone = sense.lemma in _WORDS["alone"]["verbs"]
    near = before if group.passive else [*before, *after] if alone else after
    return any(word in wanted for item in near for word in item.low.replace("-", " ").split())


def _modal(row: Row, group: VerbGroup, sense: Sense) -> str | None:
    """Return the category of a verb as its mood has it: what is only intended is agreed to or threatened."""
    kind = sense.value
    before = [item.low for item in row.items[group.left : group.at]]
    if any(low in _MUST for low in before):
        return "DEMAND"
    if group.modal == "refused" or (group.negated and kind in _KIND):
        return "REJECT"
    if group.negated:
        return None
    if group.modal and any(low.startswith(_DONE) for low in before):
        return kind
    if group.modal in ("planned", "possible", "proposed") or group.time in ("future", "conditional"):
        return "AGREE" if kind in _KIND else "THREATEN" if kind in _HOSTILE else kind
    return kind


def _level(row: Row, group: VerbGroup, groups: list[VerbGroup]) -> float:
    """Return how far a verb is from the main clause: what is said counts nearly as what is done."""
    return _clause(row, group, groups) + (0.0 if group.finite else 0.4)


def _clause(row: Row, group: VerbGroup, groups: list[VerbGroup]) -> float:
    items = row.items
    for at in range(group.left - 1, -1, -1):
        flags = items[at].word.flags
        before = [g for g in groups if g.at < at]
        if "rel" in flags:
            return 2.0
        if "comp" in flags:
            saying = bool(before) and any(s.kind in ("speech", "event") for s in before[-1].senses)
            return 0.5 if saying or not before else 1.5
        if "sub" in flags and not items[at].word.flags & {"adv"}:
            return 2.0
        head = next((g for g in groups if g.at == at), None)
        if head is not None:
            said = any(s.kind == "speech" for s in head.senses)
            if said and not head.finite:
                return 1.0 + _level(row, head, groups)
            if head.finite and not said and not group.finite:
                return _level(row, head, groups)
            break
    return 0.0 if group.finite else 0.6


def _noun(row: Row, at: int, sense: Sense, groups: list[VerbGroup]) -> Told:
    """Return what a noun amounts to, at the level of its verb."""
    items = row.items
    level = 0.6
    for index in range(at - 1, max(-1, at - 6), -1):
        item = items[index]
        if item.word.flags & {"after", "during", "before"} or item.word.preps & {"other"}:
            level = 1.6
            break
        if item.word.preps:
            level = 0.9
            break
        if item.word.verbs:
            level = 0.0
            break
    group = next((g for g in reversed(groups) if g.at < at), None)
    if group is None:
        group = next((g for g in groups if g.at > at), None)
    if group is not None and level < 1:
        level += _level(row, group, groups)
    before = [i for i in range(at) if items[i].actors or items[i].place]
    who = subject(row, group, groups)[0] if group is not None else None
    source = [who] if who is not None and who < at else before[:1]
    found = arguments(row, at, groups, verb=False)
    target = [i for slot in _TARGETS for i in found.slots.get(slot, ())] or [
        i for i in range(at + 1, len(items)) if items[i].actors or items[i].place
    ][:1]
    return Told(sense.value, level, at, row, source, target)


def _sides(row: Row, group: VerbGroup, groups: list[VerbGroup]) -> tuple[list[int], list[int]]:
    """Return who acts and who is acted on, as item indexes."""
    items = row.items
    named = [i for i, item in enumerate(items) if item.actors or item.place]
    who, _ = subject(row, group, groups)
    found = arguments(row, group.at, groups, verb=True)
    acted = [i for slot in _TARGETS for i in found.slots.get(slot, ())]
    before = [i for i in named if i < group.left]
    after = [i for i in named if i > group.at]
    doer = [who] if who is not None else before[:1]
    if group.passive:
        return [*found.slots.get("by", ())], doer
    return doer or after[:1], [i for i in acted if i not in doer] or [i for i in after if i not in doer][:1]
