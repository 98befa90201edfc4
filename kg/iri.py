"""Mints ids and IRIs from content; the only place where one is made.  No counters, clocks or order."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

__all__ = [
    "BASE",
    "ENTITY",
    "GRAPH",
    "WIKIDATA",
    "agent",
    "article",
    "article_graph",
    "article_id",
    "canonical",
    "country_id",
    "digest",
    "entity",
    "graph",
    "is_local",
    "judged",
    "judgement",
    "local_id",
    "part",
    "quantity",
    "quoted",
    "slug",
    "step",
    "tenure",
    "when",
    "wikidata",
]

BASE = "https://w3id.org/diplokg/"
ENTITY = BASE + "id/"
GRAPH = BASE + "graph/"
WIKIDATA = "http://www.wikidata.org/entity/"

_SAFE = re.compile(r"[A-Za-z0-9_.~/-]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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
    """Return the IRI of a named graph: `authority`, `links`, `judgements`, `consolidated`, `store` or `article-<id>`."""
    return GRAPH + name


def article_graph(id_: str) -> str:
    """Return the IRI of the named graph that holds all that one article version says."""
    return graph(f"article-{id_}")


def country_id(code: str) -> str:
    """Return the authority id of a country from its ISO 3166-1 alpha-2 code."""
    return f"country/{code}"


def is_local(id_: str) -> bool:
    """Tell whether an id was minted for a name that the authority lacks."""
    return id_.startswith("local/")


def wikidata(qid: str) -> str:
    """Return the IRI of a Wikidata item."""
    return WIKIDATA + qid


def article(id_: str) -> str:
    """Return the IRI of one article version."""
    return f"{BASE}article/{id_}"


def part(article_id_: str, kind: str, key: str = "") -> str:
    """Return the IRI of a thing that one article alone speaks of: an event, claim, mention, agreement, passage."""
    return f"{BASE}article/{article_id_}/{kind}/{quoted(key)}" if key else f"{BASE}article/{article_id_}/{kind}"


def quoted(key: str) -> str:
    """Return a key as it stands in an IRI."""
    return key if _SAFE.fullmatch(key) else quote(key, safe="/")


def when(edtf: str, earliest: str = "", latest: str = "", modifier: str = "") -> str:
    """Return the IRI of a time; a plain day is readable, any other time a digest of all that it says."""
    plain = _DAY.fullmatch(edtf) and {earliest, latest} == {edtf} and not modifier
    return f"{BASE}time/{edtf if plain else digest(edtf, earliest, latest, modifier)}"


def quantity(*content: str) -> str:
    """Return the IRI of a quantity from all that it says."""
    return f"{BASE}quantity/{digest(*content)}"


def tenure(person: str, office: str, start: str, end: str) -> str:
    """Return the IRI of one person's time in one office."""
    return f"{ENTITY}tenure/{digest(person, office, start, end)}"


def canonical(kind: str, reported: Iterable[str]) -> str:
    """Return the IRI of a thing that several articles report, from the first of their reports in order of IRI.

    It stays when later reports join, unless one of them comes first.
    """
    return f"{ENTITY}{kind}/{digest(min(reported))}"


def step(event: str, day: str) -> str:
    """Return the IRI of how a canonical event stands from one day on."""
    return f"{event}/known/{day}"


def judgement(one: str, other: str) -> str:
    """Return the IRI of the judgement on two reports, whichever is named first."""
    return f"{ENTITY}judgement/{digest(*sorted((one, other)))}"


def judged(*content: str) -> str:
    """Return the IRI of the judgement of a person or a linker from all that it says, the time apart."""
    return f"{ENTITY}judgement/{digest(*content)}"


def agent(kind: str, name: str) -> str:
    """Return the IRI of who judges (kind: `person` or `linker`) from the name."""
    return f"{BASE}agent/{kind}/{quote(name, safe='')}"
