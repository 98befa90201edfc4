"""The working state of one article while its spans are resolved."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from msgspec.structs import replace

from kg.authority import Authority, Entry
from kg.iri import local_id
from kg.lang import Language
from kg.model import (
    Actor,
    ActorType,
    Annotations,
    Article,
    Mention,
    MentionForm,
    MentionType,
    Place,
    Role,
    Sentence,
    Span,
    Term,
)
from kg.resolve.positions import Ends, Positions

__all__ = ["Case", "bodies_of_states", "data", "divided", "every"]

_BODIES = frozenset({"armed_group", "government", "organization", "military"})
_ACTOR_TYPES: frozenset[str] = frozenset(
    {"person", "country", "government", "organization", "igo", "armed_group", "military", "media", "population"}
)


def bodies_of_states(entries: Sequence[Entry]) -> bool:
    """Tell whether one name means bodies of several states ("CNSP"): it does not tell which."""
    bodies = len(entries) > 1 and all(entry.country and entry.type in _BODIES for entry in entries)
    return bodies and len({entry.country for entry in entries}) > 1


def data(span: Span, name: str) -> str:
    """Return what a span says under a name; empty when nothing."""
    for key, value in span.data:
        if key == name:
            return value
    return ""


def every(span: Span, name: str) -> list[str]:
    """Return all that a span says under a name."""
    return [value for key, value in span.data if key == name]


@dataclass(slots=True)
class Case:
    """Grows while the spans of an article are read; `finish` turns it into values."""

    annotations: Annotations
    language: Language
    authority: Authority
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    person_of: dict[tuple[int, int], str] = field(default_factory=dict)
    """Actor id of each person span that is resolved."""
    persons_from: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Start of each person span -> its end and actor id."""
    persons_to: dict[int, str] = field(default_factory=dict)
    """End of each person span -> its actor id."""
    person_ends: list[int] = field(default_factory=list)
    """What `persons_ending` found."""
    office_spans: list[Span] | None = None
    """What `offices` found."""
    places_of_spans: Positions | None = None
    """What `at` found."""
    ends: Ends = field(default_factory=Ends)
    """What `entered` found."""
    kinds: dict[tuple[int, int], str] = field(default_factory=dict)
    """Kind of the office at each role's offsets."""
    countries: Counter[str] = field(default_factory=Counter)
    """How often each country is spoken of."""
    states: list[str] | None = None
    """What `divided` found."""
    spoken: frozenset[tuple[str, str]] | None = None
    """What kg/resolve/rulers.py found of the offices that the article speaks of."""

    @property
    def article(self) -> Article:
        """The article."""
        return self.annotations.article

    @property
    def text(self) -> str:
        """Its text."""
        return self.annotations.article.text

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its spans."""
        return self.annotations.spans

    @property
    def day(self) -> date | None:
        """The day it was published."""
        published = self.annotations.article.published
        return published.date() if published else None

    def sentence(self, offset: int) -> Sentence | None:
        """Return the sentence around an offset."""
        number = self.sentence_number(offset)
        return None if number is None else self.annotations.sentences[number]

    def sentence_number(self, offset: int) -> int | None:
        """Return the index of the sentence around an offset."""
        sentences = self.annotations.sentences
        number = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return number if number >= 0 and offset < sentences[number].end else None

    def entry(self, entry_id: str) -> Entry | None:
        """Return the authority's entry of an id, if it has one."""
        return self.authority.entry(entry_id) if entry_id in self.authority else None

    def state(self, iso: str) -> str:
        """Return the id of the actor that acts for a country: its government where the authority keeps one apart."""
        body = self.authority.body(iso, "government")
        return body.id if body else f"country/{iso}"

    def setting(self) -> Entry | None:
        """Return the country that the article is about: named at least twice as often as any other."""
        ranked = self.countries.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return self.authority.country(ranked[0][0])

    def own(self, entries: Sequence[Entry]) -> Entry | None:
        """Return the one meant of those whom one name means; of countries and bodies, that of which the article speaks most.

        Groups of states that it does not speak of are nobody ("Maoists").
        """
        if not bodies_of_states(entries) and {entry.type for entry in entries} != {"country"}:
            return entries[0] if entries else None
        best = max(entries, key=lambda entry: self.countries[entry.country])
        groups = all(entry.type == "armed_group" for entry in entries)
        return best if self.countries[best.country] else None if groups else entries[0]

    def offices(self) -> list[Span]:
        """Return the office spans, as they stand in the text."""
        if self.office_spans is None:
            self.office_spans = [span for span in self.spans if span.kind == "office"]
        return self.office_spans

    def persons_ending(self, first: int, last: int) -> list[int]:
        """Return where the person spans end that end at one of some offsets, the last excluded, in text order."""
        if len(self.person_ends) != len(self.persons_to):
            self.person_ends = sorted(self.persons_to)
        return self.person_ends[bisect_left(self.person_ends, first) : bisect_left(self.person_ends, last)]

    @property
    def at(self) -> Positions:
        """Its spans by where they begin and end."""
        if self.places_of_spans is None:
            self.places_of_spans = Positions(self.spans)
        return self.places_of_spans

    def entered(self, first: int, last: int) -> list[Mention]:
        """Return the mentions entered so far that end at one of some offsets, the last excluded, those entered first first."""
        return self.ends.ending(self.mentions, first, last)

    def known(self, entry: Entry, kind: ActorType | None = None) -> str:
        """Enter an actor of the authority; return its id."""
        if entry.id not in self.actors:
            taken = kind or (entry.type if entry.type in _ACTOR_TYPES else "organization")
            self.actors[entry.id] = Actor(
                entry.id,
                entry.label,
                taken,  # type: ignore[arg-type]
                entry.wikidata or None,
                (),
                "linked" if entry.wikidata else "candidate" if entry.candidate else "unlinked",
                entry.country or None,
                (entry.candidate,) if entry.candidate else (),
            )
        return entry.id

    def local(
        self, kind: ActorType, name: str, country: str | None = None, candidates: Sequence[tuple[str, float]] = ()
    ) -> str:
        """Enter an actor that the authority lacks; return its id.

        A bare surname is somebody of this article alone: two articles may speak of two.
        """
        bare = kind == "person" and " " not in name
        actor_id = local_id(kind, f"{name} {self.article.id[:8]}" if bare else name)
        if actor_id not in self.actors:
            ids, scores = tuple(one for one, _ in candidates), tuple(score for _, score in candidates)
            status: Literal["candidate", "unlinked"] = "candidate" if ids else "unlinked"
            self.actors[actor_id] = Actor(actor_id, name, kind, None, (), status, country, ids, scores)
        return actor_id

    def place(self, entry: Entry) -> str:
        """Enter a place; return its id."""
        self.places.setdefault(entry.id, Place(entry.id, entry.label, entry.wikidata or None, entry.country or None))
        return entry.id

    def local_place(self, name: str) -> str:
        """Enter a place that the authority lacks; return its id."""
        plain = " ".join(name.split())
        place_id = local_id("place", plain)
        self.places.setdefault(place_id, Place(place_id, plain))
        return place_id

    def mention(
        self,
        span: Span,
        kind: MentionType,
        form: MentionForm,
        actor: str | None = None,
        *,
        place: str | None = None,
        agreement: str | None = None,
        metonym: str | None = None,
        literal: str | None = None,
        confidence: float = 1.0,
        term: Term | None = None,
    ) -> None:
        """Enter a mention; its text becomes an alias of the actor when it is a name or a group."""
        self.mentions.append(
            Mention(
                span.start, span.end, span.text, kind, form, actor, place, agreement, metonym, literal, confidence, term
            )
        )
        if actor and not metonym and form in {"name", "group", "demonym"}:
            self.alias(actor, span.text)

    def alias(self, actor: str, form: str) -> None:
        """Keep a form of an actor as the article has it."""
        known = self.actors[actor]
        plain = " ".join(form.split())
        if plain != known.name and plain not in known.aliases:
            self.actors[actor] = replace(known, aliases=(*known.aliases, plain))


def divided(case: Case) -> list[str]:
    """Return the states whose government and an armed group of theirs are both parties of the article, most named first.

    There "le gouvernement" is a party of its own; elsewhere a government is its country.
    """
    if case.states is None:
        case.states = _divided(case)
    return case.states


def _divided(case: Case) -> list[str]:
    states: set[str] = set()
    governed: set[str] = set()
    unowned = False
    for span in case.spans:
        if span.kind == "group" and data(span, "kind") == "government":
            governed |= {value.removeprefix("country/") for value in every(span, "of") if value.startswith("country/")}
        for named in (span.candidates, *(value.split("|") for value in every(span, "of"))):
            entry = case.own([entry for one in named if (entry := case.entry(one))])
            if entry and entry.type == "armed_group" and entry.country:
                states.add(entry.country)
        if span.kind == "group" and data(span, "kind") in {"military", "militants", "security_forces"}:
            regions = [entry for value in every(span, "of") if (entry := case.entry(value.split("|")[0]))]
            states |= {
                entry.country for entry in regions if entry.type == "place" and not entry.capital and entry.country
            }
        if span.kind == "group" and data(span, "kind") == "militants":
            owners = [entry for value in every(span, "of") if (entry := case.entry(value.split("|")[0]))]
            states |= {entry.country for entry in owners if entry.type == "country"}
            unowned |= not owners
    states |= governed if unowned else set()
    return sorted(states & set(case.countries), key=lambda iso: (-case.countries[iso], iso))
