"""JSON and JSON Lines: one article an object, with news-please's field names or plain ones."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import LoadError
from kg.load.decode import decode, mend
from kg.load.document import RawDocument, compose
from kg.load.header import fold
from kg.load.markup import fragment
from kg.model import SegmentKind

__all__ = ["TEXT", "document", "field", "read", "sniff"]

_TITLE = ("title", "headline", "headlines", "title_rss", "title_page", "name")
TEXT = (
    "maintext",
    "text",
    "body",
    "content",
    "articleBody",
    "article_text",
    "full_text",
    "fulltext",
    "body_text",
    "content_text",
)
_MARKUP = ("content_html", "body_html", "body_xhtml", "html")
_SUMMARY = ("description", "summary", "abstract", "lead", "excerpt")
_PUBLISHED = (
    "date_publish",
    "published",
    "date_published",
    "datePublished",
    "published_at",
    "publishedAt",
    "publication_date",
    "pub_date",
    "pubDate",
    "date",
    "firstcreated",
    "firstCreated",
    "versioncreated",
    "versionCreated",
    "timestamp",
)
_MODIFIED = ("date_modify", "modified", "date_modified", "dateModified", "updated", "updated_at", "updatedAt")
_SOURCE = (
    "source",
    "outlet",
    "publisher",
    "publication",
    "site_name",
    "newspaper",
    "media",
    "source_name",
    "source_domain",
    "domain",
    "provider",
)
_AUTHOR = ("authors", "author", "byline", "creator", "by")
_LANGUAGE = ("language", "lang", "inLanguage", "locale")
_URL = ("url", "link", "canonical_url", "permalink", "uri")
_AGENCY = ("agency", "wire", "news_agency")
_CAPTIONS = ("image_caption", "image_captions", "caption", "captions", "photo_caption", "figure_captions", "images")
_TAGS = re.compile(r"</?(?:p|div|br|h[1-6]|ul|figure)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NAMES = {
    fold(name): name
    for names in (
        _TITLE,
        TEXT,
        _MARKUP,
        _SUMMARY,
        _PUBLISHED,
        _MODIFIED,
        _SOURCE,
        _AUTHOR,
        _LANGUAGE,
        _URL,
        _AGENCY,
        _CAPTIONS,
    )
    for name in names
}
_LISTS = ("articles", "items", "results", "documents", "data", "news", "entries", "records")


def sniff(head: bytes) -> float:
    """JSON opens with a brace or bracket; what follows tells it from text."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000]
    if re.match(rb'\{\s*(?:"|\})', start) or re.match(rb'\[\s*(?:[\[{"\]]|$)', start):
        return 0.9
    return 0.3 if start.startswith((b"{", b"[{")) and not start.startswith(b"{\\") else 0.0


def read(data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Read every object that holds an article: one object, an array, an object with a list of them, or one a line."""
    text, repairs = decode(data, where)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _lines(text, where, repairs, error)
        return
    yield from _items(whole, where, repairs)


def _items(whole: Any, where: str, repairs: tuple[str, ...]) -> Iterator[RawDocument | LoadError]:
    if isinstance(whole, dict) and not _has_text(whole):
        nested = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list | dict)), whole)
        whole = [nested] if isinstance(nested, dict) else nested
    if not isinstance(whole, list):
        yield document(whole, where, repairs)
        return
    if not whole:
        yield LoadError(where, "holds an empty list, no article")
    for number, item in enumerate(whole, 1):
        yield document(item, where if len(whole) == 1 else f"{where}#{number}", repairs)


def _lines(text: str, where: str, repairs: tuple[str, ...], broken: Exception) -> Iterator[RawDocument | LoadError]:
    """Read JSON Lines; a line that is not JSON is an error of its own."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    found = 0
    errors: list[LoadError] = []
    for number, line in lines:
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            if found == 0 and number > lines[0][0]:
                break
            errors.append(LoadError(f"{where}#{number}", f"this line is not JSON: {_short(error)}"))
            continue
        found += 1
        yield from errors
        errors = []
        yield document(item, f"{where}#{number}", repairs)
    if found:
        yield from errors
    else:
        yield LoadError(where, f"is not JSON, or is cut off: {_short(broken)}")


def _short(error: Exception) -> str:
    return str(error) if isinstance(error, json.JSONDecodeError) else "nested too deeply, or a number too long"


def _has_text(item: Mapping[str, Any]) -> bool:
    return "bodies" in item or any(isinstance(item.get(name), str) for name in (*TEXT, *_MARKUP, *_SUMMARY))


def field(name: str) -> str | None:
    """Return the field of an article that a name stands for, whatever its capitals, spaces and signs."""
    return _NAMES.get(fold(name))


def document(item: Any, where: str, repairs: tuple[str, ...] = ()) -> RawDocument | LoadError:
    """Return the document of one JSON object.

    Args:
        item: the decoded object.
        where: file and item, for errors.
        repairs: what decoding the file took.
    """
    if not isinstance(item, dict):
        return LoadError(where, f"holds {type(item).__name__}, not an object with the fields of an article")
    title, byline = _string(item, _TITLE), _string(item, _AUTHOR)
    parts = _body(item)
    if not parts:
        return LoadError(
            where, f"has no text: none of the fields {', '.join(TEXT[:4])} is filled. Fields: {_names(item)}"
        )
    told = {fold(line) for text, _ in parts[:6] for line in text.split("\n")[:12]}
    captions: list[tuple[str, SegmentKind | None]] = [
        (line, "caption") for line in _captions(item) if fold(line) not in told
    ]
    head: list[tuple[str, SegmentKind | None]] = [(title, "title")] if title and fold(title) not in told else []
    text, blocks = compose([*head, *((mend_one, kind) for mend_one, kind in parts), *captions])
    clean, mends = mend(text)
    if len(clean) != len(text):
        text, blocks = compose((mend(part)[0], kind) for part, kind in [*head, *parts, *captions])
    else:
        text = clean
    return RawDocument(
        where=where,
        text=text,
        blocks=blocks,
        title=title,
        byline=byline,
        source=_string(item, _SOURCE),
        agency=_string(item, _AGENCY),
        published=_string(item, _PUBLISHED),
        modified=_string(item, _MODIFIED),
        url=_string(item, _URL),
        language=_string(item, _LANGUAGE),
        repairs=repairs + mends,
    )


def _names(item: Mapping[str, Any]) -> str:
    return ", ".join(sorted(map(str, item))[:12]) or "none"


def _body(item: Mapping[str, Any]) -> list[tuple[str, SegmentKind | None]]:
    """Return the text of an object; its description is the text where there is no other."""
    for name in TEXT:
        value = item.get(name)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return fragment(value) if _TAGS.search(value[:4000]) else [(value, None)]
    for value, markup in _marked(item):
        parts: list[tuple[str, SegmentKind | None]] = fragment(value) if markup else [(value, None)]
        if any(text.strip() for text, _ in parts):
            return parts
    for name in _SUMMARY:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return [(value, None)]
    return []


def _marked(item: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield texts with whether they are HTML: the `bodies` of ninjs, plain ones first, then fields of HTML."""
    bodies = item.get("bodies")
    told = (
        [one for one in bodies if isinstance(one, dict) and isinstance(one.get("value"), str)]
        if isinstance(bodies, list)
        else []
    )
    for one in sorted(told, key=_is_markup):
        yield one["value"], _is_markup(one)
    for name in _MARKUP:
        if isinstance(item.get(name), str):
            yield item[name], True


def _is_markup(body: Mapping[str, Any]) -> bool:
    return "html" in str(body.get("contenttype") or body.get("contentType") or body.get("role") or "").lower()


def _captions(item: Mapping[str, Any]) -> Iterator[str]:
    for name in _CAPTIONS:
        value = item.get(name)
        for one in value if isinstance(value, list) else [value]:
            caption = one.get("caption") or one.get("title") if isinstance(one, dict) else one
            if isinstance(caption, str) and " " in caption.strip() and "://" not in caption:
                yield caption


def _string(item: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first filled field as text; lists are joined by commas, objects give their name."""
    for name in names:
        value = item.get(name)
        values = value if isinstance(value, list) else [value]
        words = []
        for one in values:
            named = (
                next((one[key] for key in ("name", "title", "value") if one.get(key)), None)
                if isinstance(one, dict)
                else one
            )
            if isinstance(named, str | int | float) and not isinstance(named, bool) and str(named).strip():
                words.append(mend(str(named).strip())[0])
        if words:
            return ", ".join(words[:20])
    return None
