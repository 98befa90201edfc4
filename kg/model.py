"""The values that travel down the pipeline: frozen structs, each made by one stage and read by the next.

    file --load--> Article --annotate--> Annotations --resolve--> Reading --events--> Extraction

Offsets everywhere are code points of `Article.text`, end exclusive: `article.text[start:end]` is what the source says.
Ids of actors and places are authority ids (`person/mike-pompeo`, `Q846`) or, for names the authority lacks,
ids minted by `kg.iri.local_id`.  Dates of day precision are `datetime.date`.
"""

from datetime import date, datetime
from typing import Literal

import msgspec

__all__ = [
    "READ_SEGMENTS", "Actor", "ActorType", "Agreement", "Annotations", "Article", "Claim", "Commitment", "Date",
    "EventType", "Extraction", "Factuality", "Mention", "MentionForm", "MentionType", "Participant", "Place",
    "Quantity", "Reading", "Role", "RoleStatus", "Segment", "SegmentKind", "Sentence", "Session", "Span", "Status",
    "TalkFormat", "TalkLevel", "Term", "Troops", "When",
]  # fmt: skip

SegmentKind = Literal[
    "header", "title", "byline", "dateline", "lead", "body", "caption", "credit", "teaser", "appeal", "related"
]
READ_SEGMENTS: frozenset[SegmentKind] = frozenset({"title", "lead", "body", "caption"})
"""The only segments that are read for mentions and claims."""

ActorType = Literal[
    "person", "country", "government", "organization", "igo", "armed_group", "military", "media", "population"
]
MentionType = Literal[
    "person", "country", "government", "organization", "igo", "armed_group", "military", "media", "population",
    "place", "agreement",
]  # fmt: skip
MentionForm = Literal["name", "demonym", "office", "group", "description", "pronoun"]
"""name: a proper name; demonym: an adjective ("afghan", "US"); office: "le chef de la diplomatie russe";
group: people who stand for an actor ("négociateurs talibans", "troupes américaines", "gouvernement afghan");
description: "les deux parties", "l'émirat", "the insurgents"; pronoun: "il", "they"."""

Status = Literal["planned", "ongoing", "occurred", "cancelled", "postponed", "proposed", "claimed", "denied"]
RoleStatus = Literal["held", "acting", "former", "designate", "successor", "future"]
"""designate: elected or nominated, not yet in office; successor: called so; future: not yet in office, told otherwise."""
Factuality = Literal["CTplus", "PRplus", "PSplus", "CTminus", "PRminus", "PSminus", "CTu", "Uu"]
EventType = Literal[
    "meeting", "visit", "call", "negotiation", "mediation", "signing", "agreement", "withdrawal", "exit", "deployment",
    "ceasefire", "attack", "military_action", "war", "statement", "promise", "refusal", "threat", "sanction",
    "recognition", "normalization", "election", "appointment", "resignation", "prisoner_release", "aid",
    "disarmament", "regime_change",
]  # fmt: skip


class Segment(msgspec.Struct, frozen=True):
    """A typed stretch of an article's text (a paragraph, mostly); segments do not overlap and stand in text order."""

    kind: SegmentKind
    start: int
    end: int


class Article(msgspec.Struct, frozen=True):
    """One version of one document, its text as the source has it."""

    id: str
    """16 hex digits of a hash over text, url, source and publication time: `kg.iri.article_id`."""
    path: str
    text: str
    segments: tuple[Segment, ...]
    language: str
    """ISO 639-1."""
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    """The outlet that published it."""
    agency: str | None = None
    """The wire agency that it credits, as written ("AFP")."""
    published: datetime | None = None
    modified: datetime | None = None
    url: str | None = None
    loader: str = ""
    repairs: tuple[str, ...] = ()
    """What had to be mended on the way in ("decoded as windows-1252")."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of one read segment."""

    start: int
    end: int
    segment: SegmentKind
    paragraph: int
    """Index of its segment in `Article.segments`."""


class When(msgspec.Struct, frozen=True):
    """A time as an EDTF expression (level 1) with its bounds."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None
    modifier: str | None = None
    """TIMEX3 mod: START MID END APPROX BEFORE ON_OR_BEFORE AFTER ON_OR_AFTER SINCE UNTIL."""


class Date(msgspec.Struct, frozen=True):
    """A time expression in the text."""

    start: int
    end: int
    text: str
    when: When
    granularity: Literal["time", "day", "week", "month", "season", "quarter", "year", "decade", "interval"]
    rule: str
    relative: bool = False
    """True where the value was computed from the article's date or another anchor."""


class Quantity(msgspec.Struct, frozen=True):
    """A number with what it counts."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    """What is counted, a key of the language file's [quantities.units]: soldiers, persons, prisoners, countries, usd, percent ..."""
    low: float | None = None
    high: float | None = None
    comparator: str | None = None
    """about, at_least, at_most, more_than, less_than, up_to; None for an exact figure."""


class Span(msgspec.Struct, frozen=True):
    """A stretch of text that may denote an actor, place or agreement, before it is resolved.

    `candidates` are authority ids, best first.  `data` carries what the annotator knows more ("country": "AF").
    """

    start: int
    end: int
    text: str
    kind: str
    type: MentionType | None = None
    candidates: tuple[str, ...] = ()
    origin: str = "authority"
    """authority, rule or the name of a model."""
    data: tuple[tuple[str, str], ...] = ()


class Annotations(msgspec.Struct, frozen=True):
    """What stands in the text of one article, each list in text order."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    spans: tuple[Span, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()


class Term(msgspec.Struct, frozen=True):
    """A term of office of the authority: the evidence that an office without a name, or a bare surname, means its holder."""

    person: str
    """Actor id."""
    office: str
    office_id: str
    """Authority id of the office, or empty."""
    country: str
    """ISO 3166-1 alpha-2 of the state whose office it is, or empty."""
    start: str
    end: str
    """EDTF dates; `..` is open or unknown."""
    basis: str
    """What it rests on: the table or export that has it, of which day."""


class Mention(msgspec.Struct, frozen=True):
    """A span that denotes one actor, place or agreement.

    Mentions may nest ("l'émir du [Qatar]", "négociateurs [talibans]"); the outermost is the one that acts.
    A country has one id, in `actor`; where the text uses it as a location, `place` holds the same id as well.
    A plural description ("les deux parties") gives one mention an actor, with equal offsets.
    """

    start: int
    end: int
    text: str
    type: MentionType
    form: MentionForm
    actor: str | None = None
    place: str | None = None
    agreement: str | None = None
    metonym: str | None = None
    """CapitalForGovernment, BuildingForInstitution, CountryForGovernment ...; `literal` then names the place."""
    literal: str | None = None
    confidence: float = 1.0
    term: Term | None = None
    """The term by which the actor was told, where no name or role of the article tells it."""


class Actor(msgspec.Struct, frozen=True):
    """Anyone or anything that acts, is addressed or is credited in an article; once per article."""

    id: str
    name: str
    type: ActorType
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    """Other forms, as they stand in this article."""
    linking: Literal["linked", "candidate", "unlinked"] = "unlinked"
    country: str | None = None
    """ISO 3166-1 alpha-2 of the state it belongs to."""
    candidates: tuple[str, ...] = ()
    """Ids that it may have, best first, where no reading is sure: of Wikidata or of the authority."""
    candidate_scores: tuple[float, ...] = ()
    """How well each candidate fits the article, from 0 to 1; empty where nothing was compared."""


class Place(msgspec.Struct, frozen=True):
    """A place an article names; a country used as a place has the id of its actor."""

    id: str
    name: str
    wikidata: str | None = None
    country: str | None = None


class Role(msgspec.Struct, frozen=True):
    """A person said to hold an office, at `start:end`."""

    person: str
    office: str
    """The title as the article gives it, without the country ("secrétaire d'État")."""
    start: int
    end: int
    country: str | None = None
    """Actor id of the state or body whose office it is."""
    status: RoleStatus = "held"
    office_id: str | None = None
    """Authority id of the office (its Wikidata id), where it is known."""
    kind: str | None = None
    """foreign_minister, ambassador ...: the kinds of data/authority/kinds.csv, where the title is of one of them."""


class Reading(msgspec.Struct, frozen=True):
    """One article with its names resolved: one actor a referent."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    roles: tuple[Role, ...] = ()


class Participant(msgspec.Struct, frozen=True):
    """An actor in a role of an event; the roles of each event type stand in the ontology."""

    actor: str
    role: str


class Troops(msgspec.Struct, frozen=True):
    """A quantity as an event uses it."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = "soldiers"
    kind: Literal["withdrawn", "remaining", "ceiling", "killed", "wounded", "released", "deployed"] | None = None
    comparator: str | None = None
    extent: Literal["all", "part"] | None = None


Session = Literal["joint", "separate", "indirect"]
TalkLevel = Literal["leaders", "ministers", "envoys", "experts"]


class TalkFormat(msgspec.Struct, frozen=True):
    """In which format talks are held, as far as one passage says."""

    round: int | None = None
    session: Session | None = None
    """joint: the sides sit together; separate: each is seen apart; indirect: they talk through others."""
    level: TalkLevel | None = None
    """Of those who are sent."""
    stalled: str | None = None
    """What holds the talks up, in the words of the passage."""
    unblocked: str | None = None
    """What lets them go on."""


class Claim(msgspec.Struct, frozen=True):
    """What one source says in one passage about one event."""

    id: str
    event: str
    """Shared by the claims of one article about one event."""
    type: EventType
    status: Status
    start: int
    end: int
    """The evidence: the sentence or clause."""
    rule: str
    polarity: Literal["positive", "negative"] = "positive"
    factuality: Factuality = "CTplus"
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    when: When | None = None
    deadline: When | None = None
    quantity: Troops | None = None
    agreement: str | None = None
    attributed_to: str | None = None
    """Actor id; None is the article's own voice; `unnamed:<text>` an unnamed source."""
    via: str | None = None
    """Actor id of the relaying agency."""
    cue: str | None = None
    hedge: str | None = None
    said_on: date | None = None
    part_of: str | None = None
    """Event id of the larger event that this one is a part of (a partial withdrawal of a full one)."""
    confidence: float = 0.5
    format: TalkFormat | None = None
    """Of talks alone."""
    disputes: str | None = None
    """Id of the claim of the same article that the speaker says is not so; of words said alone."""


class Commitment(msgspec.Struct, frozen=True):
    """One term of an agreement: who must do what for whom, by when."""

    type: str
    """withdrawal, security_guarantee, negotiation, prisoner_release, ceasefire, sanctions_relief, disarmament ..."""
    start: int
    end: int
    obligor: str | None = None
    obligee: str | None = None
    deadline: When | None = None
    condition: str | None = None
    status: Literal["pending", "in_progress", "fulfilled", "breached", "contested"] = "pending"
    event: str | None = None
    """Event id of the event that fulfils it."""
    label: str = ""
    confidence: float | None = None


class Agreement(msgspec.Struct, frozen=True):
    """A treaty, accord, memorandum or joint declaration as one article speaks of it."""

    id: str
    name: str
    status: Literal["draft", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated"]
    start: int
    end: int
    """The passage that says most of it."""
    date: When | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    wikidata: str | None = None
    signing: str | None = None
    """Event id of the signing."""
    confidence: float | None = None


class Extraction(msgspec.Struct, frozen=True):
    """All that the pipeline makes of one article."""

    reading: Reading
    agreements: tuple[Agreement, ...] = ()
    claims: tuple[Claim, ...] = ()
    profile: str = "fast"
    version: str = ""

    @property
    def article(self) -> Article:
        """The article it was made of."""
        return self.reading.article
