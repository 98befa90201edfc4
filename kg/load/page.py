"""HTML pages: the story found by where the running text stands, metadata from JSON-LD and meta elements."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kg.errors import LoadError
from kg.load import pagemeta
from kg.load.decode import decode, mend
from kg.load.document import RawDocument, compose
from kg.load.header import fold
from kg.load.markup import Paragraph, parse, typed, walk, weigh
from kg.model import SegmentKind

__all__ = ["read", "sniff"]

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_WORDS = re.compile(r"\w{4,}")
_PLAIN = ("p", "blockquote", "li", "ul", "ol")
_LEAST = 140
"""Characters of running text below which a page holds no story, unless its metadata say that it is one."""
_Part = tuple[str, SegmentKind | None]


def sniff(head: bytes) -> float:
    """A doctype or the element html is sure; body elements at the start are likely."""
    start = head.replace(b"\x00", b"")[:4000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)", start, re.DOTALL):
        return 0.95
    if re.match(rb"<(?:head|body|main|article|section|div|p|h1|meta|title)[\s>]", start):
        return 0.8
    return 0.5 if not start.startswith(b"<") and re.search(rb"<(?:html|body)[\s>]", start) else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read the one story of a page."""
    declared = [(one or two).decode("ascii") for one, two in _DECLARED.findall(data[:4096])]
    text, repairs = decode(data, where, declared)
    yield _document(text, where, repairs)


def _document(text: str, where: str, repairs: tuple[str, ...]) -> RawDocument:
    """Return the document of a page.

    Raises:
        LoadError: the page holds no story.
    """
    text, mends = mend(text)
    root = parse(text)
    if root is None:
        raise LoadError(where, "is an HTML page that cannot be parsed")
    meta = pagemeta.read(root)
    parts = _parts(root, meta.title)
    length = sum(len(part) for part, kind in parts if kind is None and len(part) >= 40)
    if meta.body and length < max(_LEAST, len(meta.body) / 3):
        parts = [(meta.title or "", "title"), (meta.body, None), *(part for part in parts if part[1] == "caption")]
        length = len(meta.body)
    if length < (40 if meta.story else _LEAST):
        raise LoadError(where, "is an HTML page without a story: no paragraphs of running text")
    told = {fold(line) for part, _ in parts[:6] for line in part.split("\n")[:12]}
    if meta.title and fold(meta.title) not in told and not any(kind == "title" for _, kind in parts):
        parts.insert(0, (meta.title, "title"))
    joined, blocks = compose(parts)
    head = " ".join(part for part, kind in parts[:6] if kind in ("byline", "header") or len(part) <= 160)
    if not meta.published and meta.picture_day and not _YEAR.search(head):
        mends += ("time of publication read from the address of the lead picture",)
    return RawDocument(
        where=where,
        text=joined,
        blocks=blocks,
        title=next((part.strip() for part, kind in parts if kind == "title"), meta.title),
        byline=meta.byline,
        source=meta.source,
        published=meta.published or (meta.picture_day if not _YEAR.search(head) else None),
        modified=meta.modified,
        url=meta.url,
        language=meta.language,
        repairs=repairs + mends,
    )


def _parts(root: Any, title: str | None) -> list[_Part]:
    """Return the paragraphs of the story, with the headline and the captions above it."""
    body = root.find("body")
    body = root if body is None else body
    weights = weigh(body)
    story = _story(body, weights)
    found = list(walk(body, story, weights))
    first = next((index for index, one in enumerate(found) if one.inside), 0)
    last = max((index for index, one in enumerate(found) if one.inside), default=len(found) - 1)
    top = _headline(found[: last + 1], title)
    return list(_kept(found[: last + 1], first, top))


def _kept(found: Sequence[Paragraph], first: int, top: int | None) -> Iterator[_Part]:
    """Yield the paragraphs to keep: the story from its headline on, and above it headline, captions, byline and times.

    Args:
        found: the paragraphs of the page up to the end of the story.
        first: index of the first inside the story.
        top: index of the headline, if there is one.
    """
    start = first if top is None else min(top, first)
    for index, one in enumerate(found):
        kind = typed(one)
        if kind == "title" and index != top:
            kind = "header"
        prose = kind is None and len(one.text) >= 60 and not one.linked
        if index == top:
            yield one.text, "title"
        elif one.inside and index >= start:
            yield one.text, "header" if top is not None and index < top else kind
        elif start <= index < first and (kind in ("caption", "byline") or prose):
            yield one.text, kind
        elif start - 3 <= index < first and len(one.text) <= 160 and _YEAR.search(one.text):
            yield one.text, None if index > start else "header"


def _headline(found: Sequence[Paragraph], title: str | None) -> int | None:
    """Return the index of the headline: the h1 most like the title, else a paragraph equal to it, else an h1 that may be it."""
    heads = [index for index, one in enumerate(found) if one.kind == "title"]
    wanted = fold(title or "")
    if not wanted:
        return heads[-1] if heads else None
    for index in heads:
        said = fold(found[index].text)
        if said and (said in wanted or wanted in said):
            return index
    for index, one in enumerate(found):
        if len(one.text) < 400 and fold(one.text) == wanted:
            return index
    words = set(_WORDS.findall((title or "").casefold()))
    return next((index for index in heads if len(words & set(_WORDS.findall(found[index].text.casefold()))) >= 2), None)


def _story(body: Any, weights: dict[Any, int]) -> Any:
    """Return the smallest element that holds nearly all of the running text of the page's main article."""
    marked = [one for one in weights if one.tag == "article" or "articleBody" in (one.get("itemprop") or "")]
    marked.sort(key=lambda one: weights[one], reverse=True)
    here = body
    if marked and weights[marked[0]] >= max(_LEAST, 0.4 * weights.get(body, 0)):
        inner = set(marked[0].iter())
        rivals = [weights[one] for one in marked[1:] if one not in inner and marked[0] not in one.iterdescendants()]
        here = marked[0] if not rivals or weights[marked[0]] >= 1.5 * rivals[0] else body
    while True:
        below = max((child for child in here if child in weights), key=lambda child: weights[child], default=None)
        if below is None or below.tag in _PLAIN or not weights.get(here, 0) or weights[below] < 0.65 * weights[here]:
            return here
        here = below
