"""What a page says about itself: JSON-LD first, then meta and link elements, then the elements of the text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["PageMeta", "read"]

_STORY = re.compile(r"(?:Article|BlogPosting|Report|Newspaper)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline", "sailthru.title")
_BYLINE = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
)
_SOURCE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "citation_journal_title",
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publish_date", "date", "cxenseparse:recs:publishtime", "og:published_time", "citation_publication_date", "publication_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "article:modified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_URL = ("og:url", "twitter:url", "parsely-link")
_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$|\s+[|]\s*.{2,60}$")


@dataclass(slots=True)
class PageMeta:
    """Metadata of a page; `body` is the text that its JSON-LD gives, `story` whether it calls itself an article."""

    title: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None
    story: bool = False
    picture_day: str | None = None
    """The day in the address of the lead picture, the last resort for a page that gives no date."""


def read(root: Any) -> PageMeta:
    """Return the metadata of a parsed page."""
    linked = _linked(root)
    metas = _metas(root)

    def meta(names: tuple[str, ...]) -> str | None:
        return next((metas[name] for name in names if metas.get(name)), None)

    found = PageMeta()
    found.title = _text(linked.get("headline")) or meta(_TITLE) or _title_element(root)
    found.byline = _people(linked.get("author") or linked.get("creator")) or _not_a_link(meta(_BYLINE))
    found.source = _people(linked.get("publisher")) or _not_a_link(meta(_SOURCE))
    found.published = _text(linked.get("datePublished")) or meta(_PUBLISHED) or _time(root, "datePublished")
    found.modified = _text(linked.get("dateModified")) or meta(_MODIFIED) or _time(root, "dateModified")
    found.url = _canonical(root) or meta(_URL) or _text(linked.get("url"))
    found.language = (
        _text(linked.get("inLanguage"))
        or root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or metas.get("content-language")
    )
    day = re.search(r"/((?:19|20)\d{2})/(\d{2})/(\d{2})/", metas.get("og:image", ""))
    found.picture_day = "-".join(day.groups()) if day else None
    found.body = _text(linked.get("articleBody"))
    found.story = bool(linked) or metas.get("og:type", "").lower() == "article"
    return found


def _metas(root: Any) -> dict[str, str]:
    """Return the contents of the meta elements by their names in lower case; the first of a name stays."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _linked(root: Any) -> dict[str, Any]:
    """Return the JSON-LD node that describes the article, or nothing."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            data = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(
                isinstance(kind, str) and _STORY.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes of JSON-LD: of lists, of @graph and of mainEntity, five levels deep at most."""
    level = [data]
    for _ in range(5):
        below: list[Any] = []
        for one in level:
            if isinstance(one, list):
                below.extend(one)
            elif isinstance(one, dict):
                yield one
                below.extend(
                    one[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement")
                    if isinstance(one.get(key), list | dict)
                )
        level = below[:500]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or value.get("name") or value.get("alternateName")
    return str(value).strip() or None if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _people(value: Any) -> str | None:
    names = [_person(one) for one in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _person(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return _not_a_link(_text(value))


def _not_a_link(value: str | None) -> str | None:
    return None if value is None or "://" in value else value


def _title_element(root: Any) -> str | None:
    element = root.find(".//head/title")
    text = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return _TAIL.sub("", text) or None


def _canonical(root: Any) -> str | None:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return str(element.get("href"))
    return None


def _time(root: Any, role: str) -> str | None:
    """Return the machine-readable time of the text: the marked one; for publication the first of any."""
    for element in root.iter("time", "span", "meta", "p", "div"):
        if element.get("itemprop") == role:
            return str(element.get("datetime") or element.get("content") or "") or None
    if role == "datePublished":
        return next((str(element.get("datetime")) for element in root.iter("time") if element.get("datetime")), None)
    return None
