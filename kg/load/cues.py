"""The [segments] section of a language, compiled to patterns; one `Cues` a language, made once."""

import re
from dataclasses import dataclass
from functools import cache

from kg import lang
from kg.lang.segments import Segments

__all__ = ["QUOTES", "Cues", "compile_cues", "phrases"]

QUOTES = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
"""Quoted stretches: what a speaker says is never house talk."""

_SEPARATOR = r"\s*(?:[:?!|>→»▶►…]|[-–—]+\s|\.(?:\s|$)|$)"


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
    captioned: re.Pattern[str]
    credit: re.Pattern[str]
    picture: re.Pattern[str]
    """The credit at the end of a caption, with what sets it off."""
    signature: re.Pattern[str]
    """The credit of writers or an agency at the end of a paragraph, in brackets or after a full stop."""
    signed: re.Pattern[str]
    """A paragraph that opens with the credit of writers and editors."""
    signing: re.Pattern[str]
    """Such a credit anywhere: phrases of three words or more."""
    teaser: re.Pattern[str]
    related: re.Pattern[str]
    appeal: re.Pattern[str]
    appeal_phrase: re.Pattern[str]
    appeal_word: re.Pattern[str]
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
        captioned=re.compile(phrases(words.caption_phrases), flags),
        caption=re.compile(r"[(\[]?\s*" + _opening(words.captions).replace(r"(?!\s*,)", ""), flags),
        credit=re.compile(rf"[(\[]?\s*(?i:{phrases(words.credits)})(?:\s*[:,]\s*(?=[\w©@])|\s+(?=[A-ZÀ-Ý©@]))"),
        picture=_picture(words, pictured),
        signature=_signature(words, agencies),
        signed=re.compile(r"[(\[*–—-]?\s*" + phrases([cue for cue in words.signatures if " " in cue]), flags),
        signing=re.compile(phrases([cue for cue in words.signatures if cue.count(" ") > 1]), flags),
        teaser=re.compile(_opening(words.teasers), flags),
        related=re.compile(r"\W*" + phrases(words.related), flags),
        appeal=re.compile(r"(?:^|[.!?…]\s+|\n)\W*" + phrases(words.appeals), flags),
        appeal_phrase=re.compile(phrases(words.appeal_phrases), flags),
        appeal_word=re.compile(phrases(words.appeal_words), flags),
        notice=re.compile(
            _opening([cue for cue in words.notices if cue not in {"©", "(c)"}]) + r"|\s*(?:©|\(c\)\s)", flags
        ),
    )


def _picture(words: Segments, pictured: str) -> re.Pattern[str]:
    """Return the pattern of a picture credit at the end of a paragraph: "- NAME / AGENCY", "(Photo by NAME/AGENCY)"."""
    owner = rf"(?:{pictured}|(?i:{pictured}))"
    name = r"[^\n.!?/|()\[\]–—]{2,60}?"
    chain = rf"(?:{name}\s*/\s*){{1,3}}{owner}(?:[\s/,]+(?:via\s+)?{owner})*(?:\s*/\s*{name})?"
    opened = rf"(?i:{phrases(words.credits)})\s*:?\s+[^\n.!?]{{2,90}}"
    return re.compile(
        rf"(?:[(\[]\s*(?:{opened}|{chain}|{owner}\s*/\s*{name}(?:/[^\n()\[\]/]{{2,30}})?)\s*[)\]]?"
        rf"|(?:(?<=[.!?…\"”»)])|\s[-–—|]|\A[-–—|]?)\s*(?:{opened}|{chain})"
        rf"|{owner}\s*/\s*[A-ZÀ-Ý]{name}(?:/[^\n./]{{2,30}})?"
        rf"|©\s?[^\n.!?]{{2,80}})\s*\.?\s*\Z"
    )


def _signature(words: Segments, agencies: str) -> re.Pattern[str]:
    """Return the pattern of a text credit at the end of a paragraph: "(AFP)", "(©AFP / 28 avril)", "(Reporting by ...)"."""
    joins = phrases([*words.joins, *words.by])
    strong = phrases([cue for cue in words.signatures if " " in cue])
    weak = phrases([cue for cue in words.signatures if " " not in cue])
    names = r"[^()\n]{0,300}"
    return re.compile(
        rf"(?:[(\[]\s*(?:(?i:{joins})\s+)?©?\s?{agencies}(?:\s*(?:[/,;|&-]|{joins})\s*{agencies})*"
        rf"(?:\s*[/,;|-][^()\n]{{0,40}})?[)\]]"
        rf"|[(\[](?:{names}(?i:{strong}){names}|(?i:{weak})\s*:?\s[^()\n]{{2,120}})[)\]]"
        rf"|(?<=[.!?…\"”»])\s*(?i:{strong})\s[^\n]{{2,400}}"
        rf"|(?<=[.!?…\"”»])\s*(?:[-–—]{{1,2}}\s*|©\s?){agencies})\s*\.?\s*\Z"
    )
