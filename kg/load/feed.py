"""RSS, RDF and Atom feeds, by feedparser on the bytes at hand; each entry with a text is an article."""

import io
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import LoadError
from kg.load.decode import mend
from kg.load.document import RawDocument, compose
from kg.load.header import fold
from kg.load.markup import fragment
from kg.model import SegmentKind

__all__ = ["read", "sniff"]

_ROOT = re.compile(rb"<(?:rss|feed|rdf:rdf|channel)[\s>]", re.IGNORECASE)


def sniff(head: bytes) -> float:
    """The root element tells a feed."""
    start = head.replace(b"\x00", b"")[:8000]
    bare = re.sub(rb"<!--.*?(?:-->|$)|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", b"", start, flags=re.DOTALL)
    match = re.search(rb"<[A-Za-z][\w:.-]*", bare)
    return 0.97 if match and _ROOT.match(bare, match.start()) else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read the entries of a feed that carry a text."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = feed.get("entries") or []
    if not entries:
        broken = feed.get("bozo_exception")
        yield LoadError(where, f"is a feed without entries{f' ({_reason(broken)})' if broken else ''}")
        return
    if feed.get("bozo") and not data.rstrip().endswith(b">"):
        yield LoadError(where, "is a feed that is cut off; the entries before the cut are read")
    channel = feed.get("feed") or {}
    for number, entry in enumerate(entries, 1):
        yield _document(entry, channel, where if len(entries) == 1 else f"{where}#{number}")


def _reason(broken: Any) -> str:
    return " ".join(str(broken).split())[:120]


def _document(entry: Any, channel: Any, where: str) -> RawDocument | LoadError:
    title = _plain(entry.get("title"))
    contents = [
        _markup(one)
        for one in entry.get("content") or []
        if "text" in (one.get("type") or "text") or "html" in (one.get("type") or "")
    ]
    summary = _markup(entry.get("summary_detail") or {"value": entry.get("summary") or ""})
    body = max([*contents, summary], key=lambda parts: sum(len(text) for text, _ in parts))
    if not any(re.search(r"\w", text) for text, _ in body):
        return LoadError(where, "is a feed entry without a text")
    captions: list[tuple[str, SegmentKind | None]] = [
        (_plain(one.get("content")) or "", "caption") for one in entry.get("media_content") or [] if one.get("content")
    ]
    repeated = bool(title) and any(fold(text) == fold(title or "") for text, _ in body[:3])
    text, blocks = compose([*([(title, "title")] if title and not repeated else []), *body, *captions])  # type: ignore[list-item]
    text, mends = mend(text)
    source = entry.get("source") or {}
    return RawDocument(
        where=where,
        text=text,
        blocks=blocks if not mends else (),
        title=title,
        byline=", ".join(dict.fromkeys(filter(None, (one.get("name") for one in entry.get("authors") or []))))
        or entry.get("author")
        or None,
        source=_plain(source.get("title")) or _plain(channel.get("title")),
        published=entry.get("published") or entry.get("created") or entry.get("updated"),
        modified=entry.get("updated"),
        url=_link(entry),
        language=entry.get("language")
        or channel.get("language")
        or (entry.get("summary_detail") or {}).get("language"),
        repairs=mends,
    )


def _markup(detail: Any) -> list[tuple[str, SegmentKind | None]]:
    value = detail.get("value") or ""
    if detail.get("type") == "text/plain" and "<" not in value:
        return [(value, None)]
    return fragment(value)


def _plain(value: Any) -> str | None:
    """Return a title without markup."""
    if not isinstance(value, str):
        return None
    return " ".join(text for text, _ in fragment(value)).replace("\n", " ").strip() or None


def _link(entry: Any) -> str | None:
    links = entry.get("links") or []
    best = next((one.get("href") for one in links if one.get("rel") == "alternate"), None)
    return best or entry.get("link") or None
