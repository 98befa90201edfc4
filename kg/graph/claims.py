"""Claims, and the events of one article that they report."""

from collections.abc import Iterator

from kg import iri
from kg.errors import DataError
from kg.graph.known import tenure_iri
from kg.graph.passages import passage_iri, wording
from kg.graph.reading import agreement_iri, extraction_iri
from kg.graph.terms import Statement, boolean, day, integer, number, plain, ratio, words
from kg.graph.things import is_approximate, quantity, quantity_iri, source, source_iri, time, time_iri
from kg.model import Actor, Article, Claim, Extraction, Mention
from kg.vocab import (
    ACTING_ROLES,
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    FACTUALITIES,
    POLARITIES,
    PROV,
    RDF,
    ROLES,
    SEM,
    EventKind,
)

__all__ = ["claims", "event_iri"]

_BODIES = frozenset({"government", "military", "organization"})
"""Types of actors whose forces are those of their state."""


def event_iri(article: Article, event: str) -> str:
    """Return the IRI of an event as this article tells it."""
    return iri.part(article.id, "event", event)


def claims(extraction: Extraction) -> Iterator[Statement]:
    """Yield the claims, the events that they report, and the times, quantities and sources they name.

    Raises:
        DataError: an extractor uses an event type or a role that the ontology lacks.
    """
    article, actors = extraction.article, {actor.id: actor for actor in extraction.reading.actors}
    terms = [mention for mention in extraction.reading.mentions if mention.term]
    for claim in extraction.claims:
        kind = _kind(claim)
        yield from _rests(article, claim, terms)
        yield from _event(article, claim, kind, actors)
        yield from _said(article, claim, kind)
        yield iri.part(article.id, "claim", claim.id), PROV.wasGeneratedBy, extraction_iri(extraction)
        for when in (claim.when, claim.deadline):
            if when:
                yield from time(when)
        if claim.quantity:
            yield from quantity(claim.quantity)
        for name in (claim.attributed_to, *(participant.actor for participant in claim.participants)):
            yield from source(article, name)


def _rests(article: Article, claim: Claim, terms: list[Mention]) -> Iterator[Statement]:
    """Yield the terms of office by which actors of a claim are told, where its passage gives no more than the office."""
    for mention in terms:
        if mention.term and claim.start <= mention.start < claim.end:
            people = {claim.attributed_to, *(participant.actor for participant in claim.participants)}
            if mention.actor in people:
                yield iri.part(article.id, "claim", claim.id), DK.restsOn, tenure_iri(mention.term.person, mention.term)


def _kind(claim: Claim) -> EventKind:
    kind = EVENT_TYPES.get(claim.type)
    if kind is None:
        known = ", ".join(sorted(EVENT_TYPES))
        raise DataError(f"rule {claim.rule}: event type {claim.type!r} is not in ontology/diplokg.ttl. Known: {known}.")
    for participant in claim.participants:
        if participant.role not in ROLES:
            roles = ", ".join(kind.roles)
            raise DataError(
                f"rule {claim.rule}: role {participant.role!r} is not in ontology/diplokg.ttl. "
                f"Roles of {claim.type}: {roles}."
            )
    return kind


def _event(article: Article, claim: Claim, kind: EventKind, actors: dict[str, Actor]) -> Iterator[Statement]:
    """Yield what the claim adds to its event."""
    here = event_iri(article, claim.event)
    yield here, RDF.type, DK.ReportedEvent
    yield here, SEM.eventType, kind.iri
    for participant in claim.participants:
        actor = source_iri(article, participant.actor)
        yield here, ROLES[participant.role], actor
        if participant.role in ACTING_ROLES:
            yield here, SEM.hasActor, actor
        if kind.owner_property and participant.role == kind.roles[0]:
            yield here, kind.owner_property, actor
            known = actors.get(participant.actor)
            if known and known.country and known.type in _BODIES:
                yield here, kind.owner_property, iri.entity(iri.country_id(known.country))
    yield from _place(here, claim, kind)
    if claim.when:
        yield here, DK.when, time_iri(claim.when)
    if claim.deadline:
        yield here, DK.deadline, time_iri(claim.deadline)
    if claim.quantity:
        yield from _quantity(here, claim, kind)
    if claim.agreement:
        yield here, DK.underAgreement, agreement_iri(article, claim.agreement)
    if claim.part_of:
        yield here, SEM.subEventOf, event_iri(article, claim.part_of)


def _place(here: str, claim: Claim, kind: EventKind) -> Iterator[Statement]:
    if claim.place:
        yield here, SEM.hasPlace, iri.entity(claim.place)
        if kind.place_property:
            yield here, kind.place_property, iri.entity(claim.place)


def _quantity(here: str, claim: Claim, kind: EventKind) -> Iterator[Statement]:
    if claim.quantity:
        node = quantity_iri(claim.quantity)
        yield here, DK.quantity, node
        if kind.quantity_property:
            yield here, kind.quantity_property, node


def _said(article: Article, claim: Claim, kind: EventKind) -> Iterator[Statement]:
    """Yield the claim itself: what this passage says, who says it and how sure the reading is."""
    here = iri.part(article.id, "claim", claim.id)
    yield here, RDF.type, DK.Claim
    yield here, DK.reportsEvent, event_iri(article, claim.event)
    yield here, SEM.eventType, kind.iri
    yield here, DK.eventStatus, EVENT_STATUSES[claim.status]
    yield here, DK.polarity, POLARITIES[claim.polarity]
    yield here, DK.factuality, FACTUALITIES[claim.factuality]
    for participant in claim.participants:
        yield here, ROLES[participant.role], source_iri(article, participant.actor)
    if claim.place:
        yield here, SEM.hasPlace, iri.entity(claim.place)
    if claim.when:
        yield here, DK.claimedTime, time_iri(claim.when)
    if claim.deadline:
        yield here, DK.claimedDeadline, time_iri(claim.deadline)
    if claim.quantity:
        yield here, DK.quantity, quantity_iri(claim.quantity)
        yield here, DK.approximate, boolean(is_approximate(claim.quantity))
        if claim.quantity.value is not None:
            yield here, DK.claimedQuantity, number(claim.quantity.value)
    if claim.agreement:
        yield here, DK.underAgreement, agreement_iri(article, claim.agreement)
    yield here, DK.attributedTo, source_iri(article, claim.attributed_to)
    if claim.via:
        yield here, DK.reportedVia, source_iri(article, claim.via)
    for predicate, text in ((DK.attributionCue, claim.cue), (DK.hedge, claim.hedge)):
        if text:
            yield here, predicate, words(text, article.language)
    yield from _format(here, claim, article)
    if claim.disputes:
        yield here, DK.disputes, iri.part(article.id, "claim", claim.disputes)
    if claim.said_on:
        yield here, DK.statementDate, day(claim.said_on)
    yield here, DK.evidence, passage_iri(article, claim.start, claim.end)
    if words_said := wording(article.text[claim.start : claim.end]):
        yield here, DK.wording, plain(words_said)
    yield here, DK.confidence, ratio(claim.confidence)
    yield here, DK.rule, plain(claim.rule)


def _format(here: str, claim: Claim, article: Article) -> Iterator[Statement]:
    """Yield in which format talks are held."""
    found = claim.format
    if found is None:
        return
    if found.round is not None:
        yield here, DK.round, integer(found.round)
    for predicate, word in ((DK.session, found.session), (DK.delegationLevel, found.level)):
        if word:
            yield here, predicate, plain(word)
    for predicate, cause in ((DK.stalledBy, found.stalled), (DK.unblockedBy, found.unblocked)):
        if cause:
            yield here, predicate, words(cause, article.language)
