"""What articles tell, as consolidation sees it: values read from their graphs, free of RDF."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

__all__ = ["Amount", "Doc", "Said", "Span", "Story", "Told", "ToldAgreement", "ToldCommitment", "World"]


class Span(msgspec.Struct, frozen=True, order=True):
    """A time: its node, its EDTF form and its bounds; a missing bound is open."""

    iri: str
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    modifier: str = ""


class Amount(msgspec.Struct, frozen=True, order=True):
    """A quantity: its node and what it counts."""

    iri: str
    unit: str = ""
    kind: str = ""
    extent: str = ""
    """all, part, or nothing."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedged: bool = False


class Said(msgspec.Struct, frozen=True, order=True):
    """A claim: how one passage puts an event."""

    iri: str
    status: str
    """A word of `kg.model.Status`."""
    factuality: str = "CTplus"
    positive: bool = True
    day: str = ""
    """ISO date on which it was said or published; empty where neither is known."""
    when: Span | None = None
    words: str = ""
    """A digest of the passage, where it is long enough to be told in the same words by chance nowhere."""


class Told(msgspec.Struct, frozen=True):
    """An event as one article tells it."""

    iri: str
    article: str
    type: str
    roles: tuple[tuple[str, str], ...] = ()
    """(role, actor IRI), sorted."""
    places: tuple[str, ...] = ()
    when: Span | None = None
    deadline: Span | None = None
    amounts: tuple[Amount, ...] = ()
    agreement: str = ""
    """Agreement as this article speaks of it."""
    part_of: str = ""
    claims: tuple[Said, ...] = ()
    published: str = ""
    """ISO date of the article."""
    level: str = ""
    """Of a meeting, who is sent to it."""


class ToldCommitment(msgspec.Struct, frozen=True):
    """A term of an agreement as one article gives it."""

    iri: str
    article: str
    type: str
    """IRI of the commitment type."""
    status: str
    """IRI of the commitment status."""
    obligor: str = ""
    obligee: str = ""
    deadline: Span | None = None
    event: str = ""
    label: str = ""
    language: str = ""
    published: str = ""


class ToldAgreement(msgspec.Struct, frozen=True):
    """An agreement as one article speaks of it."""

    iri: str
    article: str
    name: str
    language: str
    status: str
    """IRI of the agreement status."""
    known: str = ""
    """IRI in the authority, where it is known by name."""
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    when: Span | None = None
    places: tuple[str, ...] = ()
    signing: str = ""
    commitments: tuple[ToldCommitment, ...] = ()
    wikidata: tuple[str, ...] = ()
    published: str = ""
    candidates: tuple[str, ...] = ()
    """Wikidata items to be judged."""
    words: str = ""
    """As of a claim."""


class Doc(msgspec.Struct, frozen=True):
    """An article: what tells whether it is a reprint of another."""

    iri: str
    published: str = ""
    language: str = ""
    shingles: int = 0
    sketch: Sequence[int] = ()
    names: frozenset[str] = frozenset()
    """Actors and places that it mentions."""


class Story(msgspec.Struct, frozen=True):
    """What an article is about, for reports that leave out what the article has told before."""

    names: frozenset[str] = frozenset()
    """Actors and places, and the sides that they stand for."""
    published: int = 0
    """Day as an ordinal; 0 where it is not known."""


class World(msgspec.Struct, frozen=True):
    """What the graphs say of the actors and places themselves."""

    states: Mapping[str, str] = {}
    """Country, government body or force -> the code of its state."""
    persons: frozenset[str] = frozenset()
    serves: Mapping[str, frozenset[str]] = {}
    """Person -> the sides whose offices it holds or held."""
    countries: Mapping[str, str] = {}
    """Place -> code of its country; a country -> its own."""
    is_country: frozenset[str] = frozenset()
    labels: Mapping[str, Mapping[str, str]] = {}
    """IRI -> language -> preferred label."""
    stories: Mapping[str, Story] = {}
    """Article -> what it is about."""
    buildings: frozenset[str] = frozenset()
    """Places that are a house with a name, in a town that nobody may have told."""

    def side(self, actor: str) -> str:
        """Return whom a collective actor stands for: the code of a state, or itself."""
        return self.states.get(actor, actor)

    def sides(self, actor: str) -> frozenset[str]:
        """Return whom an actor may stand for; a person without known office stands for itself alone."""
        if actor in self.persons:
            return self.serves.get(actor) or frozenset({actor})
        return frozenset({self.side(actor)})

    def name(self, node: str, language: str = "en") -> str:
        """Return the label of a thing in a language, or the nearest to it; of a thing without, the end of its IRI."""
        labels = self.labels.get(node, {})
        found = labels.get(language) or labels.get("en") or next((labels[key] for key in sorted(labels)), "")
        return found or node.rpartition("/")[2]
