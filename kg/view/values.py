"""What a network is made of, as read from a store: values free of RDF.

A thing is an actor, a place or an agreement; an occurrence is an event, an agreement or a commitment with the
passages that tell of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Corpus", "Doc", "Evidence", "Occurrence", "Span", "Thing"]


@dataclass(frozen=True, slots=True)
class Doc:
    """An article."""

    iri: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    """ISO day of publication, or empty."""
    url: str = ""
    language: str = ""
    stands_for: str = ""
    """The article that stands for its cluster of reprints, where that is another one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that tells of an occurrence, with who says it."""

    claim: str
    """IRI of the claim, or of the agreement or commitment as the article speaks of it."""
    article: str
    sentence: str
    before: str = ""
    after: str = ""
    """What stands around the sentence, on its own line of the text."""
    start: int = 0
    actors: frozenset[str] = frozenset()
    """Those whom this passage names as taking part."""
    type: str = ""
    status: str = ""
    negative: bool = False
    factuality: str = ""
    confidence: float | None = None
    speaker: str = ""
    """IRI of who says it; empty for the article's own voice."""
    via: str = ""
    """IRI of the agency or outlet that relays it."""
    said_on: str = ""
    hedge: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time by its first and last possible ISO day; an empty bound is open."""

    earliest: str = ""
    latest: str = ""
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor, place or agreement."""

    iri: str
    type: str
    """A word of `kg.model.ActorType`, `place`, `agreement`, or empty where the store does not describe it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Language -> name; the empty language holds the name for any."""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    country: str = ""

    def label(self, language: str) -> str:
        """Return its name in a language, else in another, else the tail of its IRI."""
        for wanted in (language, "", "en", *sorted(self.labels)):
            if self.labels.get(wanted):
                return self.labels[wanted]
        return self.iri.rstrip("/").rpartition("/")[2].replace("-", " ")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event, an agreement or a commitment, with all that tells of it."""

    iri: str
    kind: str
    """event, agreement or commitment."""
    type: str
    """An event type, or the type of a commitment; empty for an agreement."""
    status: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    """(role, actor IRI), sorted."""
    places: tuple[str, ...] = ()
    when: tuple[Span, ...] = ()
    deadlines: tuple[Span, ...] = ()
    quantities: tuple[str, ...] = ()
    agreement: str = ""
    """IRI of the agreement that it concludes, falls under or is a term of."""
    label: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a network is made of."""

    things: Mapping[str, Thing]
    docs: Mapping[str, Doc]
    occurrences: tuple[Occurrence, ...]
    speakers: Mapping[str, str] = field(default_factory=dict)
    """Source that is no actor -> how the article calls it."""
