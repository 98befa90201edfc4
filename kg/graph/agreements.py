"""Agreements and their commitments, as one article speaks of them."""

from collections.abc import Iterator

from kg import iri
from kg.graph.claims import event_iri
from kg.graph.passages import passage_iri, wording
from kg.graph.reading import agreement_iri
from kg.graph.terms import Statement, plain, ratio, words
from kg.graph.things import time, time_iri
from kg.model import Agreement, Article, Commitment, Extraction
from kg.vocab import AGREEMENT_STATUSES, COMMITMENT_STATUSES, COMMITMENT_TYPES, DK, RDF, RDFS, ROLES, SEM, SKOS

__all__ = ["agreements"]


def agreements(extraction: Extraction) -> Iterator[Statement]:
    """Yield the agreements with parties, signing, terms and evidence."""
    for agreement in extraction.agreements:
        yield from _agreement(extraction.article, agreement)
        for commitment in agreement.commitments:
            yield from _commitment(extraction.article, agreement, commitment)


def _agreement(article: Article, agreement: Agreement) -> Iterator[Statement]:
    here = agreement_iri(article, agreement.id)
    yield here, RDF.type, DK.ReportedAgreement
    yield here, RDFS.label, plain(agreement.name)
    yield here, SKOS.prefLabel, words(agreement.name, article.language)
    yield here, DK.agreementStatus, AGREEMENT_STATUSES[agreement.status]
    if not iri.is_local(agreement.id):
        yield here, DK.aboutAgreement, iri.entity(agreement.id)
    if agreement.wikidata:
        yield here, SKOS.exactMatch, iri.wikidata(agreement.wikidata)
    for party in agreement.parties:
        yield here, DK.party, iri.entity(party)
    for mediator in agreement.mediators:
        yield here, ROLES["mediator"], iri.entity(mediator)
    if agreement.date:
        yield here, DK.when, time_iri(agreement.date)
        yield from time(agreement.date)
    if agreement.place:
        yield here, SEM.hasPlace, iri.entity(agreement.place)
    if agreement.confidence is not None:
        yield here, DK.confidence, ratio(agreement.confidence)
    if agreement.signing:
        yield here, DK.signedIn, event_iri(article, agreement.signing)
    yield here, DK.evidence, passage_iri(article, agreement.start, agreement.end)
    if words_said := wording(article.text[agreement.start : agreement.end]):
        yield here, DK.wording, plain(words_said)


def _commitment(article: Article, agreement: Agreement, term: Commitment) -> Iterator[Statement]:
    content = (agreement.id, term.type, term.obligor or "", term.obligee or "", term.label, f"{term.start}-{term.end}")
    here = iri.part(article.id, "commitment", iri.digest(*content))
    yield agreement_iri(article, agreement.id), DK.hasCommitment, here
    yield here, RDF.type, DK.ReportedCommitment
    yield here, DK.commitmentType, COMMITMENT_TYPES.get(term.type, COMMITMENT_TYPES["other"])
    yield here, DK.commitmentStatus, COMMITMENT_STATUSES[term.status]
    yield here, RDFS.label, plain(term.label or article.text[term.start : term.end])
    for predicate, actor in ((DK.obligor, term.obligor), (DK.obligee, term.obligee)):
        if actor:
            yield here, predicate, iri.entity(actor)
    if term.deadline:
        yield here, DK.deadline, time_iri(term.deadline)
        yield from time(term.deadline)
    if term.confidence is not None:
        yield here, DK.confidence, ratio(term.confidence)
    if term.condition:
        yield here, DK.condition, words(term.condition, article.language)
    if term.event:
        yield here, DK.concernsEvent, event_iri(article, term.event)
    yield here, DK.evidence, passage_iri(article, term.start, term.end)
