"""The [segments] section of a language, compiled to patterns; one `Cues` a language, made once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg import lang
from kg.lang.segments import Segments

__all__ = ["QUOTES", "Cues", "Phrases", "Screened", "compile_cues", "phrases"]

QUOTES = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
"""Quoted stretches: what a speaker says is never house talk."""

_TOKEN = re.compile(r"\w+")
_OPEN = re.compile(r"\w*…\w*")
"""Where a cue leaves out words, with the parts of words that touch it."""
_STOP = re.compile(r"[.!?…][\s\W]|\n")
_SEPARATOR = r"\s*(?:[:?!|>→»▶►…]|[-–—]+\s|\.(?:\s|$)|$)"


class Phrases:
    """Cues looked for word by word: each word of a line is looked up among the first words of the cues."""

    def __init__(self, cues: list[str], *, opening: bool = False) -> None:
        """Index the cues; with `opening` only the starts of sentences count."""
        firsts: dict[str, list[str]] = {}
        for cue in cues:
            word = _TOKEN.match(cue)
            firsts.setdefault(word.group().lower() if word else "", []).append(cue)
        self._odd = re.compile(phrases(odd), re.IGNORECASE) if (odd := firsts.pop("", [])) else None
        self._by_word = {word: re.compile(phrases(group), re.IGNORECASE) for word, group in firsts.items()}
        self._whole = {word: [_told(_OPEN.sub(" ", cue)) for cue in group] for word, group in firsts.items()}
        """The words of each cue, by its first."""
        self._opening = opening

    def search(self, line: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match from a start on."""
        return next(self.finditer(line, start), None)

    def finditer(self, line: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Yield the matches from a start on; those of cues that open with a sign come last."""
        told = _told(line)
        there = {word for word in told & self._by_word.keys() if any(cue <= told for cue in self._whole[word])}
        if there:
            words = _tokens(line)
            for number, (word, at) in enumerate(words):
                if word not in there or at < start:
                    continue
                before = len(words[number - 1][0]) + words[number - 1][1] if number else 0
                if self._opening and before and not _STOP.search(line, before, at):
                    continue
                match = self._by_word[word].match(line, at)
                if match:
                    yield match
        if self._odd:
            yield from self._odd.finditer(line, start)


@lru_cache(maxsize=256)
def _told(line: str) -> frozenset[str]:
    """Return the words of a line in lower case."""
    return frozenset(map(str.lower, _TOKEN.findall(line)))


@lru_cache(maxsize=16)
def _tokens(line: str) -> list[tuple[str, int]]:
    """Return the same with their places."""
    return [(token.group().lower(), token.start()) for token in _TOKEN.finditer(line)]


class Screened:
    """A slow pattern behind a quick test: it is tried only on lines that hold a word of one of its cues."""

    def __init__(self, pattern: str, cues: Iterable[str], end: str = r"(?!)") -> None:
        """Compile a pattern of which every match holds a whole cue, or whose line ends as `end` says."""
        self._pattern = re.compile(pattern)
        self._end = re.compile(end)
        keys = {_key(cue) for cue in cues}
        self._words = frozenset(key for key in keys if _TOKEN.fullmatch(key))
        self._signs = tuple(sorted(keys - self._words))

    def search(self, line: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match from a start on."""
        return self._pattern.search(line, start) if self._may(line[start:]) else None

    def fullmatch(self, line: str) -> re.Match[str] | None:
        """Return the match of the whole line."""
        return self._pattern.fullmatch(line) if self._may(line) else None

    def _may(self, line: str) -> bool:
        low = line.lower()
        signs = any(key in low for key in self._signs)
        return signs or not _told(line).isdisjoint(self._words) or bool(self._end.search(line[-60:]))


def _key(cue: str) -> str:
    """Return the longest word of a cue in lower case, or the cue where its words are short."""
    word = max(re.findall(r"\w+", cue), key=len, default="").lower()
    return word if len(word) > 2 else cue.lower()


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of one language; those of openings match at the start of a paragraph."""

    code: str
    words: Segments
    by: re.Pattern[str]
    agency: re.Pattern[str]
    label: re.Pattern[str]
    desk: re.Pattern[str]
    outlet: re.Pattern[str]
    article: re.Pattern[str]
    agency_word: re.Pattern[str]
    caption: re.Pattern[str]
    captioned: Phrases
    credit: re.Pattern[str]
    picture: Screened
    """The credit at the end of a caption, with what sets it off."""
    signature: Screened
    """The credit of writers or an agency at the end of a paragraph, in brackets or after a full stop."""
    signed: re.Pattern[str]
    """A paragraph that opens with the credit of writers and editors."""
    signing: Phrases
    """Such a credit anywhere: phrases of three words or more."""
    teaser: re.Pattern[str]
    related: re.Pattern[str]
    appeal: Phrases
    appeal_phrase: Phrases
    appeal_word: Phrases
    notice: re.Pattern[str]


def phrases(cues: list[str]) -> str:
    """Return the alternation of cues as whole words, longest first, deaf to the form of apostrophes and blanks."""
    return "(?:" + "|".join(_phrase(cue) for cue in sorted(set(cues), key=lambda cue: (-len(cue), cue))) + ")"


def _phrase(cue: str) -> str:
    pattern = "".join(
        r"\s+"
        if char == " "
        else "['’ʼ]"
        if char in "'’"
        else r"\S+(?:\s+\S+){0,5}?"
        if char == "…"
        else re.escape(char)
        for char in cue
    )
    left = r"(?<!\w)" if cue[0].isalnum() else ""
    right = r"(?!\w)" if cue[-1].isalnum() else ""
    return left + pattern + right


def _opening(cues: list[str]) -> str:
    """Return a pattern of openings: one word needs a separator behind it, more words need none but no comma."""
    single = [cue for cue in cues if " " not in cue]
    several = [cue for cue in cues if " " in cue]
    parts = [phrases(single) + _SEPARATOR] if single else []
    if several:
        parts.append(phrases(several) + r"(?!\s*,)")
    return r"[\s>»→▶►*•●■+|(\[–—-]*(?:" + "|".join(parts) + ")"


@cache
def compile_cues(code: str) -> Cues:
    """Return the patterns of a language by its ISO 639-1 code."""
    words = lang.load(code).segments
    agencies = phrases(words.agencies)
    pictured = phrases([*words.agencies, *words.picture_agencies])
    flags = re.IGNORECASE
    return Cues(
        code=code,
        words=words,
        by=re.compile(phrases(words.by) + r"\s*:?\s+", flags),
        agency=re.compile(agencies),
        label=re.compile(phrases(words.labels), flags),
        desk=re.compile(phrases(words.desks), flags),
        outlet=re.compile(phrases(words.outlet_words), flags),
        article=re.compile(phrases(words.outlet_articles) + r"(?=[\s\w])\s*(?=[A-ZÀ-Ý])"),
        agency_word=re.compile(phrases(words.agency_words), flags),
        captioned=Phrases(words.caption_phrases),
        caption=re.compile(r"[(\[]?\s*" + _opening(words.captions).replace(r"(?!\s*,)", ""), flags),
        credit=re.compile(rf"[(\[]?\s*(?i:{phrases(words.credits)})(?:\s*[:,]\s*(?=[\w©@])|\s+(?=[A-ZÀ-Ý©@]))"),
        picture=_picture(words, pictured),
        signature=_signature(words, agencies),
        signed=re.compile(r"[(\[*–—-]?\s*" + phrases([cue for cue in words.signatures if " " in cue]), flags),
        signing=Phrases([cue for cue in words.signatures if cue.count(" ") > 1]),
        teaser=re.compile(_opening(words.teasers), flags),
        related=re.compile(r"\W*" + phrases(words.related), flags),
        appeal=Phrases(words.appeals, opening=True),
        appeal_phrase=Phrases(words.appeal_phrases),
        appeal_word=Phrases(words.appeal_words),
        notice=re.compile(
            _opening([cue for cue in words.notices if cue not in {"©", "(c)"}]) + r"|\s*(?:©|\(c\)\s)", flags
        ),
    )


def _picture(words: Segments, pictured: str) -> Screened:
    """Return the pattern of a picture credit at the end of a paragraph: "- NAME / AGENCY", "(Photo by NAME/AGENCY)"."""
    owner = rf"(?i:{pictured})"
    name = r"[^\n.!?/|()\[\]–—]{2,60}?"
    chain = rf"(?:{name}\s*/\s*){{1,3}}{owner}(?:[\s/,]+(?:via\s+)?{owner})*(?:\s*/\s*{name})?"
    opened = rf"(?i:{phrases(words.credits)})\s*:?\s+[^\n.!?]{{2,90}}"
    return Screened(
        rf"(?:[(\[]\s*(?:{opened}|{chain}|{owner}\s*/\s*{name}(?:/[^\n()\[\]/]{{2,30}})?)\s*[)\]]?"
        rf"|(?:(?<=[.!?…\"”»)])|\s[-–—|]|\A[-–—|]?)\s*(?:{opened}|{chain})"
        rf"|{owner}\s*/\s*[A-ZÀ-Ý]{name}(?:/[^\n./]{{2,30}})?"
        rf"|©\s?[^\n.!?]{{2,80}})\s*\.?\s*\Z",
        ["/", "©", *words.credits],
    )


def _signature(words: Segments, agencies: str) -> Screened:
    """Return the pattern of a text credit at the end of a paragraph: "(AFP)", "(©AFP / 28 avril)", "(Reporting by ...)"."""
    joins = phrases([*words.joins, *words.by])
    several = [cue for cue in words.signatures if " " in cue]
    strong = phrases(several)
    weak = phrases([cue for cue in words.signatures if " " not in cue])
    names = r"[^()\n]{0,300}"
    return Screened(
        rf"(?:[(\[]\s*(?:(?i:{joins})\s+)?©?\s?{agencies}(?:\s*(?:[/,;|&-]|{joins})\s*{agencies})*"
        rf"(?:\s*[/,;|-][^()\n]{{0,40}})?[)\]]"
        rf"|[(\[](?:{names}(?i:{strong}){names}|(?i:{weak})\s*:?\s[^()\n]{{2,120}})[)\]]"
        rf"|(?<=[.!?…\"”»])\s*(?i:{strong})\s[^\n]{{2,400}}"
        rf"|(?<=[.!?…\"”»])\s*(?:[-–—]{{1,2}}\s*|©\s?){agencies})\s*\.?\s*\Z",
        several,
        end=r"[)\]]\s*\.?\s*$|[-–—©]\s?[^\s–—-]{2,25}(?:[\s-]\S{2,15}){0,3}\s*\.?\s*$",
    )
