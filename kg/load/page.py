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
    try:
        text, repairs = decode(data, where, declared)
        yield _document(text, where, repairs)
    except LoadError as error:
        yield error


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
    if meta.title and not any(kind == "title" for _, kind in parts):
        parts.insert(0, (meta.title, "title"))
    joined, blocks = compose(parts)
    head = " ".join(part for part, kind in parts[:6] if kind in ("byline", "header") or len(part) <= 160)
    if not meta.published and meta.picture_day and not _YEAR.search(head):
        mends += ("time of publication read from the address of the lead picture",)
    return RawDocument(
        where=where,
        text=joined,
        blocks=blocks,
        title=next((part.strip() for part, kind in parts if kind == "title"), None),
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
    parts: list[_Part] = []
    for index, one in enumerate(found[: last + 1]):
        kind = typed(one)
        if kind == "title" and index != top:
            kind = "header"
        if one.inside and index >= min(top, first):
            parts.append((one.text, "header" if index < top else kind))
        elif index == top:
            parts.append((one.text, "title"))
        elif top <= index < first and (
            kind in ("caption", "byline") or (kind is None and len(one.text) >= 60 and not one.linked)
        ):
            parts.append((one.text, kind))
        elif top - 3 <= index < first and len(one.text) <= 160 and _YEAR.search(one.text):
            parts.append((one.text, None if index > top else "header"))
    return parts


def _headline(found: Sequence[Paragraph], title: str | None) -> int:
    """Return the index of the headline: the h1 that is most like the title, else the first, else 0 with no headline."""
    heads = [index for index, one in enumerate(found) if one.kind == "title"]
    wanted = fold(title or "")
    for index in heads:
        said = fold(found[index].text)
        if said and wanted and (said in wanted or wanted in said):
            return index
    same = next((index for index, one in enumerate(found) if wanted and fold(one.text) == wanted), None)
    if same is not None:
        found[same].kind = "title"
        return same
    return heads[-1] if heads else 0


def _story(body: Any, weights: dict[Any, int]) -> Any:
    """Return the smallest element that holds nearly all of the page's running text."""
    here = body
    while True:
        total = weights.get(here, 0)
        below = max(
            (child for child in here.iter() if child is not here and child.getparent() is here and child in weights),
            key=lambda child: weights[child],
            default=None,
        )
        if (
            below is None
            or below.tag in ("p", "blockquote", "li", "ul", "ol")
            or weights[below] < 0.65 * total
            or total == 0
        ):
            return here
        here = below
