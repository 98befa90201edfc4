"""HTML to typed paragraphs, by own walk over the tree: captions stay, navigation goes, furniture is typed where its marks say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.model import SegmentKind

__all__ = ["BLOCKS", "GONE", "Paragraph", "fragment", "parse", "typed", "walk", "weigh"]

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
GONE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "button",
        "select",
        "input",
        "textarea",
        "nav",
        "dialog",
        "head",
        "audio",
        "video",
        "canvas",
        "map",
        "menu",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARKS: tuple[tuple[SegmentKind | None, re.Pattern[str]], ...] = (
    (None, re.compile(
        r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|ariane|shar(?:e|ing)|social|cookies?|consent|modal|popup|toolbar|sr-only|visually-hidden"
        r"|screen-reader-text|comments?|commentaires?|disqus|advert\w*|ads?|adslot|publicite|pub|sponsored|skip-?link|audio-?player|player|print-only)(?=[\s_-]|$)",
        re.IGNORECASE)),
    ("related", re.compile(
        r"related|recirc|recommend|promo(?![a-z])|teaser|read-?(?:more|also|next)|readmore|lire-aussi|alireaussi|a-lire|see-?also|plus-?lus|most-?(?:read|popular)|trending"
        r"|outbrain|taboola|sidebar|(?:^|[\s_-])(?:tags?|keywords|topics|sujets|themes)(?=[\s_-]|$)",
        re.IGNORECASE)),
    ("appeal", re.compile(
        r"newsletter|infolettre|subscri|abonn|donat|(?:^|[\s_-])(?:dons?|soutien|support-us|membership|paywall|sign-?up|encart-?don)(?=[\s_-]|$)|paywall|piano-",
        re.IGNORECASE)),
    ("caption", re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text|legende|figcaption|image-caption|photo-caption|cutline)(?=[\s_-]|$)", re.IGNORECASE)),
    ("byline", re.compile(r"(?:^|[\s_-])(?:byline|author|authors|auteur|auteurs|signature|writer|dateline|timestamp|pubdate|date|dates|article-date|post-date|published|date-?publi\w*)(?=[\s_-]|$)", re.IGNORECASE)),
)  # fmt: skip
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comment-?list|comments-area|commentaires?|disqus_thread|respond)(?:\s|$)", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Paragraph:
    """One block of text of a page."""

    text: str
    kind: SegmentKind | None
    tag: str
    linked: int
    """Characters of it that are links."""
    inside: bool
    """True within the part of the page that holds the story."""


def parse(text: str) -> Any | None:
    """Return the root element of a page, or None where nothing can be made of it; entities and the network are not used."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def fragment(text: str) -> list[tuple[str, SegmentKind | None]]:
    """Return the paragraphs of a piece of HTML, such as the content of a feed entry."""
    if "<" not in text and "&" not in text:
        return [(text, None)]
    root = parse(f"<html><body><div>{text}</div></body></html>")
    return [] if root is None else [(found.text, typed(found)) for found in walk(root, root, weigh(root))]


def typed(paragraph: Paragraph) -> SegmentKind | None:
    """Return the kind of a paragraph, where its marks or its links tell it."""
    if paragraph.kind is None and len(paragraph.text) < 300 and paragraph.linked >= 0.75 * len(paragraph.text):
        return "related" if paragraph.tag == "li" else "teaser"
    if paragraph.kind == "byline" and len(paragraph.text) > 250:
        return None
    return paragraph.kind


def weigh(root: Any) -> dict[Any, int]:
    """Return for each block below an element how many characters of running text it holds, links left out."""
    from lxml import etree

    totals: dict[Any, int] = {}
    open_blocks: list[list[Any]] = [[root, 0, 0]]
    anchors = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if not tag or tag in GONE:
                walker.skip_subtree()
                continue
            anchors += tag == "a"
            if tag in BLOCKS and element is not root:
                open_blocks.append([element, 0, 0])
            open_blocks[-1][1] += 0 if anchors else len((element.text or "").strip())
            continue
        if tag and tag not in GONE:
            anchors -= tag == "a"
            if open_blocks[-1][0] is element:
                _, own, below = open_blocks.pop()
                totals[element] = 0 if _outside(element, tag) else below + (own if own >= 50 else 0)
                if open_blocks:
                    open_blocks[-1][2] += totals[element]
        if open_blocks:
            open_blocks[-1][1] += 0 if anchors else len((element.tail or "").strip())
    return totals


def _outside(element: Any, tag: str) -> bool:
    """Tell an element whose text is never the story, however long: readers' comments, footers, asides."""
    marks = f"{element.get('id') or ''} {element.get('class') or ''}"
    return tag in ("aside", "footer") or (tag in ("div", "section", "ol", "ul") and bool(_COMMENTS.search(marks)))


def walk(root: Any, story: Any, weights: dict[Any, int]) -> Iterator[Paragraph]:
    """Yield the paragraphs below an element in order of the page.

    Args:
        root: where the walk begins.
        story: the element that holds the story; marks of furniture count where they hold less than a third of it.
        weights: what `weigh` says of the elements.
    """
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    kinds: list[SegmentKind | None] = []
    marks: list[bool] = []
    text = _Buffer()
    inside = 0
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            kind, gone = _mark(element, tag, weights, weights.get(story, 0), element is story or element is root)
            marks.append(gone)
            if gone:
                walker.skip_subtree()
                continue
            if tag in BLOCKS:
                yield from text.flush(kinds, _parent(element), inside > 0)
                kinds.append(kind)
            text.open(tag)
            inside += element is story
            text.say(element.text)
            continue
        if not marks.pop():
            if tag in BLOCKS:
                yield from text.flush(kinds, tag, inside > 0)
                kinds.pop()
            text.anchors -= tag == "a"
            inside -= element is story
        if element is not root:
            text.say(element.tail)


class _Buffer:
    """Gathers the text of a block and how much of it is links."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = 0
        self.anchors = 0

    def open(self, tag: str) -> None:
        self.anchors += tag == "a"
        if tag == "br":
            self.parts.append("\x00")

    def say(self, text: str | None) -> None:
        if text:
            self.parts.append(text.replace("\x00", " "))
            self.linked += len(_SPACE.sub(" ", text).strip()) if self.anchors else 0

    def flush(self, kinds: list[SegmentKind | None], tag: str, inside: bool) -> Iterator[Paragraph]:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self.parts).split("\x00"))
        text = "\n".join(lines).strip()
        if text:
            yield Paragraph(text, next((kind for kind in reversed(kinds) if kind), None), tag, self.linked, inside)
        self.parts.clear()
        self.linked = 0


def _parent(element: Any) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None and isinstance(parent.tag, str) else ""


def _mark(element: Any, tag: str, weights: dict[Any, int], whole: int, spared: bool) -> tuple[SegmentKind | None, bool]:
    """Return the kind that an element's name and classes give to its text, and whether it is left out altogether."""
    if not tag or tag in GONE:
        return None, True
    if tag not in BLOCKS or spared:
        return None, False
    if tag == "h1":
        return "title", False
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return None, True
    if tag == "figcaption":
        return "caption", False
    kind: SegmentKind | None = "related" if tag in ("aside", "footer", "article") else None
    gone = False
    marks = " ".join(
        filter(None, (element.get(name) for name in ("class", "id", "role", "itemprop", "aria-label", "rel")))
    )
    for name, pattern in _MARKS if marks else ():
        if pattern.search(marks):
            kind, gone = name or kind, name is None
            break
    if (kind or gone) and kind not in ("caption", "byline") and weights.get(element, 0) > whole / 3:
        return None, False
    return kind, gone
