"""Which statement disputes which: "Kabul denied this", "the Kremlin says the opposite", "contradicts the president".

What is disputed may be no event at all ("they hold 85 % of the country"): both statements stand side by side then.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from kg.events.items import Item
from kg.events.story import Event
from kg.events.verbs import auxiliary
from kg.lang import Language
from kg.model import Claim, Sentence

__all__ = ["disputed"]

_BACK = 2
"""How many sentences back what is taken up may have been said."""
_WORDS = 9
"""How far from the verb it may be said that it is not so."""
_STEM = 6
"""Letters that two forms of one word share ("encircled", "any encirclement")."""


class _Said(msgspec.Struct, frozen=True):
    """A statement as it stands in its sentence."""

    key: str
    type: str
    verb: str
    speakers: frozenset[str]
    sentence: int
    at: int
    """Offset of the verb in the text."""
    before: tuple[Item, ...]
    after: tuple[Item, ...]


def disputed(
    claims: Sequence[Claim], events: Sequence[Event], sentences: Sequence[Sentence], language: Language
) -> list[Claim]:
    """Return claims, with each statement that disputes another pointing at the claim of that one."""
    said = sorted(_statements(events, [each.start for each in sentences]), key=lambda each: each.at)
    told = [s for s in said if s.type == "statement" and s.speakers and not _denies(s, language)]
    denied = {(c.start, c.attributed_to) for c in claims if c.polarity == "negative"}
    claim_of = {claim.event: claim for claim in claims if claim.type in ("statement", "refusal")}
    found: dict[str, str] = {}
    for each in said:
        own = claim_of.get(each.key)
        if own is None or (_denies(each, language) and any((own.start, who) in denied for who in each.speakers)):
            continue  # an event is denied: it is told whether it took place
        target = _target(each, told, language)
        if target is not None and target.key in claim_of and target.key not in found:
            found[each.key] = claim_of[target.key].id
    return [replace(c, disputes=found[c.event]) if c.event in found else c for c in claims]


def _statements(events: Sequence[Event], starts: Sequence[int]) -> Iterator[_Said]:
    for event in events:
        if event.type not in ("statement", "refusal"):
            continue
        telling = event.tellings[0][0]
        row, at = telling.candidate.row, telling.candidate.at
        items = row.items
        first = next((i + 1 for i in range(at - 1, -1, -1) if items[i].low == ";"), 0)
        last = next((i for i in range(at + 1, len(items)) if items[i].low == ";"), len(items))
        who = frozenset(actor for actor, role in event.participants.items() if role == "speaker")
        _, _, verb = telling.candidate.rule.partition(":")
        yield _Said(
            event.key, event.type, verb, who, bisect(starts, row.sentence.start), items[at].start, tuple(items[first:at]), tuple(items[at + 1 : last])
        )  # fmt: skip


def _target(one: _Said, told: Sequence[_Said], language: Language) -> _Said | None:
    """Return the statement that one disputes, of those that turn down nothing, or None."""
    speech, denies = language.speech, _denies(one, language)
    if not denies and (one.type != "statement" or not _contrary(one, language)):
        return None
    others = [s for s in told if not s.speakers & one.speakers]
    near = [s for s in others if s.at < one.at and one.sentence - s.sentence <= _BACK]
    if denies:
        named = _named(one)
        if named is not None:
            theirs = [s for s in others if named in s.speakers]
            return min(theirs, key=lambda s: abs(s.at - one.at), default=None)
        if _takes_up(one, language):
            return near[-1] if near else None
        stem = _object_stem(one)
        return next((s for s in reversed(near) if stem and stem in _stems(s)), None) if stem else None
    if _mentions(one, speech.accusations):
        theirs = [s for s in others if s.verb in speech.alleging]
        return min(theirs, key=lambda s: (s.at > one.at, abs(s.at - one.at)), default=None)
    return near[-1] if near else None


def _denies(one: _Said, language: Language) -> bool:
    """Tell whether a verb turns down what somebody said."""
    verbs = (one.verb, one.verb.partition(" ")[0])
    return any(verb in language.speech.negative or verb in language.speech.disputing for verb in verbs)


def _named(one: _Said) -> str | None:
    """Return who is contradicted, where the verb's object is a name."""
    first = next((i for i in one.after if "adv" not in i.word.flags and "det" not in i.word.flags), None)
    return first.actors[0] if first is not None and len(first.actors) == 1 and not first.prep else None


def _takes_up(one: _Said, language: Language) -> bool:
    """Tell whether what is denied is what has just been said ("denied it", "le dément", "denied.")."""
    speech = language.speech
    rest = "" if one.verb in speech.disputing else one.verb.partition(" ")[2]
    if rest:
        return rest in speech.taken_up
    if _before(one) in speech.taken_up_before:
        return True
    after = " ".join(i.low for i in one.after[:4])
    if not one.after or one.after[0].low in ".!?":
        return True
    return any(after == words or after.startswith(f"{words} ") for words in speech.taken_up)


def _before(one: _Said) -> str:
    """Return the word before a verb, its auxiliaries and a subject before those left out ("[ce que] Kigali dément", "[l']a nié")."""
    subject = False
    for item in reversed(one.before[-5:]):
        if item.kind == "np" and not subject:
            subject = True
        elif not (auxiliary(item) is not None or item.word.flags & {"adv", "neg", "ne"}):
            return "" if subject and "det" in item.word.flags else item.low
    return ""


def _contrary(one: _Said, language: Language) -> bool:
    """Tell whether a statement says that it is not so."""
    near = f" {' '.join(i.low for i in one.before[-_WORDS:])} | {' '.join(i.low for i in one.after)} "
    return any(f" {words} " in near for words in language.speech.contrary)


def _mentions(one: _Said, words: tuple[str, ...]) -> bool:
    return any(i.low in words for i in (*one.before, *one.after))


def _object_stem(one: _Said) -> str:
    """Return how the noun begins that is denied ("denied any [encirclement]")."""
    for item in one.after[:4]:
        if (
            "det" in item.word.flags
            or "neg" in item.word.flags
            or "adv" in item.word.flags
            or item.low in {"all", "tout", "toute"}
        ):
            continue
        return item.low[:_STEM] if item.kind == "word" and len(item.low) > _STEM and not item.word.preps else ""
    return ""


def _stems(one: _Said) -> set[str]:
    return {word[:_STEM] for item in (*one.before, *one.after) if item.kind == "word" for word in item.low.split() if len(word) > _STEM}  # fmt: skip
