"""In which format talks are held: the round, together or apart, the level of those sent, what stalls and what frees them.

Only what the passage of a claim on talks says itself is read, and of two answers to one question none.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from msgspec.structs import replace

from kg.lang import Language
from kg.lang.talks import Talks
from kg.model import Article, Claim, Session, TalkFormat, TalkLevel

__all__ = ["format_of", "formatted"]

_TALKS = frozenset({"meeting", "negotiation", "mediation"})
_MOST = 60
"""A number of rounds that is none: a figure of something else."""
_LONGEST = 160
_STOP = re.compile(r"[.;:!?»”\"\n]|, (?=[a-zà-ÿ])| [–—] ")
_T = TypeVar("_T")
_OPENERS = re.compile(r"\W+")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=16)
def _told(passage: str) -> frozenset[str]:
    """Return the words of a passage."""
    return frozenset(_WORD.findall(passage.casefold()))


class _Cue:
    """A pattern that is tried only on passages with a word that opens one of the phrases of which it needs one."""

    def __init__(self, pattern: str, phrases: Iterable[str]) -> None:
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self._openings = frozenset(_WORD.findall(phrase.casefold())[0] for phrase in phrases)

    def finditer(self, passage: str) -> Iterator[re.Match[str]]:
        """Yield the matches."""
        return iter(()) if _told(passage).isdisjoint(self._openings) else self._pattern.finditer(passage)

    def search(self, passage: str) -> re.Match[str] | None:
        """Return the first match."""
        return next(self.finditer(passage), None)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of a language, compiled."""

    round: _Cue | None
    earlier: re.Pattern[str] | None
    ordinals: dict[str, int]
    sessions: tuple[tuple[Session, _Cue], ...]
    levels: tuple[tuple[TalkLevel, _Cue], ...]
    stalls: _Cue | None
    freed: _Cue | None
    freed_by: re.Pattern[str] | None
    holds: _Cue | None
    frees: _Cue | None
    until: re.Pattern[str] | None
    steps: re.Pattern[str] | None
    pronouns: frozenset[str]
    openers: re.Pattern[str] | None
    without: frozenset[str]


_CACHE: dict[str, _Patterns] = {}


def formatted(claims: Iterable[Claim], article: Article, language: Language) -> Iterator[Claim]:
    """Yield claims, those on talks with the format that their passage tells."""
    words = _CACHE.get(language.code) or _CACHE.setdefault(language.code, _compiled(language.talks))
    read: dict[tuple[int, int], TalkFormat | None] = {}
    for claim in claims:
        if claim.type not in _TALKS:
            yield claim
            continue
        passage = claim.start, claim.end
        if passage not in read:
            read[passage] = _format(article.text[slice(*passage)], words)
        found = read[passage]
        yield replace(claim, format=found) if found is not None else claim


def format_of(passage: str, language: Language) -> TalkFormat | None:
    """Return the format that a passage on talks tells, None where it tells nothing of it."""
    return _format(passage, _compiled(language.talks))


def _format(passage: str, words: _Patterns) -> TalkFormat | None:
    stalled, until = _until(_behind(passage, words.stalls, None), words)
    found = TalkFormat(
        _only(_rounds(passage, words)),
        _only(name for name, pattern in words.sessions if _said(passage, pattern, words.without)),
        _only(name for name, pattern in words.levels if pattern.search(passage)),
        stalled or _ahead(passage, words.holds, words),
        _behind(passage, words.freed, words.freed_by) or _ahead(passage, words.frees, words) or until,
    )
    return found if found != TalkFormat() else None


def _until(cause: str | None, words: _Patterns) -> tuple[str | None, str | None]:
    """Return what stalls talks, and what freed them where it was so until somebody did something ("until X [proposed] Y")."""
    cut = words.until.search(cause) if cause and words.until else None
    if cause is None or cut is None:
        return cause, None
    then = cause[cut.end() :].strip()
    done = bool(cut["clause"]) or (words.steps is not None and words.steps.search(then) is not None)
    return cause[: cut.start()].strip(" ,") or None, then if done else None


def _only(found: Iterable[_T]) -> _T | None:
    """Return what is told where it is one thing."""
    told = list(dict.fromkeys(found))
    return told[0] if len(told) == 1 else None


def _rounds(passage: str, words: _Patterns) -> Iterator[int]:
    for match in words.round.finditer(passage) if words.round else ():
        if words.earlier and words.earlier.search(passage[: match.start()]):
            continue  # "a month after a [first session]"
        text = (match["before"] or match["after"]).casefold()
        digits = re.match(r"\d+", text)
        number = int(digits[0]) if digits else words.ordinals.get(text, 0)
        if 0 < number <= _MOST:
            yield number


def _said(passage: str, pattern: _Cue, without: frozenset[str]) -> bool:
    """Tell whether a phrase is said, and not that there is none of it ("no direct talks")."""
    for match in pattern.finditer(passage):
        before = [word for word in _OPENERS.split(passage[: match.start()].casefold()) if word][-2:]
        if not without.intersection(before):
            return True
    return False


def _behind(passage: str, pattern: _Cue | None, link: re.Pattern[str] | None) -> str | None:
    """Return what a phrase says of its cause: the words behind it, to the end of the clause."""
    match = pattern.search(passage) if pattern else None
    if match is None:
        return None
    rest = passage[match.end() :]
    if link is not None:
        linked = link.match(rest.lstrip())
        if linked is None:
            return None
        rest = rest.lstrip()[linked.end() :]
    stop = _STOP.search(rest)
    cause = rest[: stop.start() if stop else len(rest)].strip(" ,«“\u00a0\u202f")
    return cause if 0 < len(cause) <= _LONGEST else None


def _ahead(passage: str, pattern: _Cue | None, words: _Patterns) -> str | None:
    """Return what holds talks up or frees them where it is the subject: the words before the verb, from the start of the clause."""
    match = pattern.search(passage) if pattern else None
    if match is None:
        return None
    start = max((stop.end() for stop in _STOP.finditer(passage, 0, match.start())), default=0)
    cause = passage[start : match.start()].strip(' ,«“"\u00a0\u202f')
    cause = re.split(words.openers, cause)[-1] if words.openers else cause
    told = [word for word in _OPENERS.split(cause.casefold()) if word]
    return cause if told and words.pronouns.isdisjoint((told[0], told[-1])) and len(cause) <= _LONGEST else None


# ---------------------------------------------------------------- compiling


def _compiled(talks: Talks) -> _Patterns:
    sessions: tuple[tuple[Session, tuple[str, ...]], ...] = (
        ("joint", talks.joint),
        ("separate", talks.separate),
        ("indirect", talks.indirect),
    )
    levels: tuple[TalkLevel, ...] = ("leaders", "ministers", "envoys", "experts")
    return _Patterns(
        _round(talks),
        _before(talks),
        {word.casefold(): number for word, number in talks.ordinals.items()},
        tuple((name, cue) for name, phrases in sessions if (cue := _any(phrases)) is not None),
        tuple((name, cue) for name in levels if (cue := _any(talks.levels.get(name, ()))) is not None),
        _any(talks.stalls),
        _any(talks.freed),
        _link(talks.freed_by, end=""),
        _doing(talks, talks.holds),
        _doing(talks, talks.frees),
        _ending(talks),
        _link(talks.steps, end=r"(?!\w)"),
        frozenset(talks.pronouns) | frozenset(talks.without),
        _link(talks.openers, end=r"\s*"),
        frozenset(talks.without),
    )


def _any(phrases: Collection[str]) -> _Cue | None:
    return _Cue(rf"(?<!\w)(?:{_either(phrases)})(?!\w)", phrases) if phrases else None


def _link(phrases: Collection[str], end: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_either(phrases)}){end}", re.IGNORECASE) if phrases else None


def _ending(talks: Talks) -> re.Pattern[str] | None:
    """Return the pattern of what opens the end of something: a word with a day or a clause behind it, or one with a clause alone."""
    ways = [
        rf"(?P<{name}>{_either(each)})" for name, each in (("clause", talks.until_that), ("bare", talks.until)) if each
    ]
    if not talks.until_that:
        ways.append("(?P<clause>(?!))")
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})\s*", re.IGNORECASE) if talks.until or talks.until_that else None


def _doing(talks: Talks, verbs: Collection[str]) -> _Cue | None:
    """Return the pattern of a verb that has talks as its object ("had long [held up] the peace talks")."""
    if not verbs:
        return None

    auxiliary = rf"(?:(?:{_either(talks.auxiliaries)})\s+){{0,2}}" if talks.auxiliaries else ""
    determiner = rf"(?:(?:{_either(talks.determiners)})\s*)" if talks.determiners else ""
    subject = rf"(?:[\w-]+\s+){{0,2}}?(?:{_either(talks.subjects)})(?!\w)"
    return _Cue(rf"(?<!\w){auxiliary}(?:{_either(verbs)})\s+{determiner}?{subject}", verbs)


def _before(talks: Talks) -> re.Pattern[str] | None:
    """Return the pattern of what stands right before a round that only dates something else, at the end of some words."""
    if not talks.earlier:
        return None
    opening = "|".join(_loose(word) for word in talks.earlier)
    return re.compile(rf"(?<!\w)(?:{opening})\s+(?:\w+\s+)?$", re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    """Return the alternation of phrases, longest first."""
    return "|".join(_loose(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _loose(phrase: str) -> str:
    """Return a phrase as a pattern: any blank, either apostrophe."""
    return r"\s+".join(re.escape(part) for part in phrase.split()).replace("'", "['’]")


def _round(talks: Talks) -> _Cue | None:
    """Return the pattern of a numbered round: of talks, or of nothing that is named behind it."""
    if not talks.rounds:
        return None

    ordinal = rf"{_either(talks.ordinals)}|\d{{1,2}}\s?(?:{_either(talks.endings)})"
    between = rf"(?:(?:{_either(talks.between)})\s+){{0,2}}" if talks.between else ""
    link = rf"\s+(?:{_either(talks.of)})\s*"
    subject = rf"(?:[\w-]+\s+){{0,2}}?(?:{_either(talks.subjects)})(?!\w)"
    alone = rf"(?:{_either(talks.rounds)})(?!\w)(?:(?!{link})|(?={link}{subject}))"
    turn = rf"(?:{_either(talks.turns)})(?!\w)(?={link}{subject})" if talks.turns else r"(?!)"
    numbered = rf"(?:{_either(talks.rounds)})\s+(?:no\.?\s?|n°\s?)?(?P<after>\d{{1,2}})(?![\w.,:%]*\d)(?!\w)"
    counted = rf"(?<!\w)(?:(?P<before>{ordinal})\s+{between}(?:{alone}|{turn})|{numbered})"
    return _Cue(counted, (*talks.rounds, *talks.turns))
