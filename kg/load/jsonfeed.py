"""JSON Feed: a list of items with their HTML or plain text."""

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import LoadError
from kg.load.decode import decode, mend
from kg.load.document import RawDocument, compose
from kg.load.header import fold
from kg.load.markup import fragment

__all__ = ["read", "sniff"]


def sniff(head: bytes) -> float:
    """The version names the format."""
    return 0.97 if re.search(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', head[:8000]) else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read the items of a feed that carry a text."""
    text, repairs = decode(data, where)
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield LoadError(where, f"is a JSON Feed that is not JSON, or is cut off: {str(error)[:100]}")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        yield LoadError(where, "is a JSON Feed without items")
        return
    for number, item in enumerate(items, 1):
        yield _document(item, feed, where if len(items) == 1 else f"{where}#{number}", repairs)


def _document(item: Any, feed: dict[str, Any], where: str, repairs: tuple[str, ...]) -> RawDocument | LoadError:
    if not isinstance(item, dict):
        return LoadError(where, "is no object with the fields of a JSON Feed item")
    markup, plain, summary = (_string(item.get(name)) for name in ("content_html", "content_text", "summary"))
    parts = fragment(markup) if markup else [(plain or summary or "", None)]
    if not any(re.search(r"\w", part) for part, _ in parts):
        return LoadError(where, "is a feed item without a text")
    title = _string(item.get("title"))
    repeated = bool(title) and any(fold(part) == fold(title or "") for part, _ in parts[:3])
    joined, blocks = compose([*([(title, "title")] if title and not repeated else []), *parts])  # type: ignore[list-item]
    clean, mends = mend(joined)
    return RawDocument(
        where=where,
        text=clean,
        blocks=blocks if len(clean) == len(joined) else (),
        title=title,
        byline=", ".join(filter(None, map(_name, _authors(item) or _authors(feed)))) or None,
        source=_string(feed.get("title")),
        published=_string(item.get("date_published")),
        modified=_string(item.get("date_modified")),
        url=_string(item.get("url")) or _string(item.get("external_url")),
        language=_string(item.get("language")) or _string(feed.get("language")),
        repairs=repairs + mends,
    )


def _authors(holder: dict[str, Any]) -> list[Any]:
    many = holder.get("authors")
    return many if isinstance(many, list) else [holder.get("author")]


def _name(author: Any) -> str | None:
    return _string(author.get("name")) if isinstance(author, dict) else None


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
