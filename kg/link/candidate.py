"""A Wikidata item that a thing may be, and the things that look for one; free of RDF."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

import msgspec

__all__ = ["Candidate", "Found", "LinkType", "Name", "Office", "Thing", "merged"]

LinkType = Literal["person", "country", "place", "organization", "population", "office", "agreement"]

Name = tuple[str, str]
"""A text and its language; no language where it is not known."""


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office that someone holds or is said to hold."""

    titles: tuple[str, ...] = ()
    """What it is called, in any language."""
    id: str = ""
    """Wikidata id."""
    country: str = ""
    """ISO 3166-1 alpha-2 of the state whose office it is."""
    start: str = ".."
    end: str = ".."
    """EDTF dates; `..` is open, `?` unknown."""
    day: str = ""
    """ISO date on which an article says that it is held; empty for a term."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor, place, office or agreement without a Wikidata item, as the store knows it."""

    iri: str
    type: LinkType
    names: tuple[Name, ...]
    country: str = ""
    days: tuple[str, ...] = ()
    """ISO dates of the articles that name it."""
    offices: tuple[Office, ...] = ()
    when: str = ""
    """EDTF date of an agreement."""
    parties: frozenset[str] = frozenset()
    """Wikidata ids of the parties of an agreement."""
    others: tuple[str, ...] = ()
    """IRIs of parties that have none."""
    context: frozenset[str] = frozenset()
    """Folded names of who and what stands in the same articles."""
    candidates: tuple[str, ...] = ()
    """Ids that reading gave as possible: of the authority, or of Wikidata."""
    refused: frozenset[str] = frozenset()
    """Wikidata ids that somebody has judged to be of something else."""
    reports: tuple[str, ...] = ()
    """Reports of articles that it joins."""
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Wikidata item with what is known of it."""

    id: str
    labels: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    description: str = ""
    classes: frozenset[str] = frozenset()
    """English labels of its classes and those above them, folded to lower case."""
    countries: frozenset[str] = frozenset()
    """ISO codes of states that it is, belongs to or is a citizen of."""
    born: str = ".."
    died: str = ".."
    offices: tuple[Office, ...] = ()
    when: tuple[str, ...] = ()
    """EDTF dates of an agreement."""
    parties: frozenset[str] = frozenset()
    pages: int = 0
    """Pages about it in the projects of Wikimedia; 0 where that is not known."""
    sure: bool = True
    """False where one public file alone gives the id."""
    sources: tuple[str, ...] = ()
    """Names of the linkers that brought it."""
    asked: datetime | None = field(default=None, compare=False)
    """When the source answered; nothing for a file of the package."""

    @property
    def digest(self) -> str:
        """SHA-256 of the facts, whenever they were asked for."""
        facts = msgspec.structs.asdict(_facts(self))
        return hashlib.sha256(msgspec.json.encode(facts, order="deterministic")).hexdigest()


class _Facts(msgspec.Struct):
    id: str
    labels: list[Name]
    aliases: list[Name]
    description: str
    classes: list[str]
    countries: list[str]
    life: tuple[str, str]
    offices: list[tuple[str, ...]]
    when: list[str]
    parties: list[str]


def _facts(it: Candidate) -> _Facts:
    offices = sorted((each.id, each.start, each.end, *each.titles) for each in it.offices)
    return _Facts(
        it.id, sorted(it.labels), sorted(it.aliases), it.description, sorted(it.classes), sorted(it.countries),
        (it.born, it.died), offices, sorted(it.when), sorted(it.parties),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate for a thing, as a linker gives it."""

    thing: str
    """IRI of the thing."""
    candidate: Candidate


def merged(found: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return candidates by id; what several linkers know of one item is put together."""
    kept: dict[str, Candidate] = {}
    for each in found:
        old = kept.get(each.id)
        kept[each.id] = each if old is None else _both(old, each)
    return kept


def _both(one: Candidate, other: Candidate) -> Candidate:
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    if one.sure != other.sure:  # what a sure source says of it is all that counts
        return replace(one if one.sure else other, sources=sources)
    return replace(
        one,
        labels=tuple(dict.fromkeys((*one.labels, *other.labels))),
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        description=one.description or other.description,
        classes=one.classes | other.classes,
        countries=one.countries | other.countries,
        born=one.born if one.born not in {"..", "?"} else other.born,
        died=one.died if one.died not in {"..", "?"} else other.died,
        offices=tuple(dict.fromkeys((*one.offices, *other.offices))),
        when=tuple(dict.fromkeys((*one.when, *other.when))),
        parties=one.parties | other.parties,
        pages=max(one.pages, other.pages),
        sources=sources,
        asked=max((each for each in (one.asked, other.asked) if each), default=None),
    )
