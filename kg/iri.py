"""Mints ids and IRIs from content; the only place where one is made.  No counters, clocks or order."""

import hashlib
import re
import unicodedata
from datetime import datetime

__all__ = [
    "BASE",
    "ENTITY",
    "GRAPH",
    "article_graph",
    "article_id",
    "digest",
    "entity",
    "graph",
    "local_id",
    "slug",
]

BASE = "https://w3id.org/diplokg/"
ENTITY = BASE + "id/"
GRAPH = BASE + "graph/"


def digest(*parts: str, size: int = 16) -> str:
    """Return `size` hex digits of the SHA-256 of the parts, which cannot run into each other."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:size]


def slug(text: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens; other scripts become a digest."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or digest(text, size=12)


def article_id(text: str, *, url: str | None, source: str | None, published: datetime | None) -> str:
    """Return the id of an article version: two outlets that print one text give two articles."""
    return digest(text, url or "", source or "", published.isoformat() if published else "")


def local_id(kind: str, name: str) -> str:
    """Return the id of an actor or place that the authority lacks, from its type and full name."""
    return f"local/{kind}/{slug(name)}"


def entity(id_: str) -> str:
    """Return the IRI of an actor, place, office or agreement from its id (`person/mike-pompeo`, `Q846`)."""
    return ENTITY + id_


def graph(name: str) -> str:
    """Return the IRI of a named graph: `authority`, `consolidated`, `store` or `article-<id>`."""
    return GRAPH + name


def article_graph(id_: str) -> str:
    """Return the IRI of the named graph that holds all that one article version says."""
    return graph(f"article-{id_}")
