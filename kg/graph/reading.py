"""What was read in an article before any event: its metadata, mentions, local actors and places, offices."""

import hashlib
from collections.abc import Iterator
from functools import cache

from kg import iri, lang, share
from kg.errors import DataError
from kg.graph.known import tenure_iri
from kg.graph.passages import passage_iri
from kg.graph.terms import Statement, Written, integer, moment, plain, ratio, words, written
from kg.graph.things import local_actor, local_place
from kg.model import Article, Extraction, Mention, Reading, Role
from kg.vocab import DK, METONYM_TYPES, OA, PROV, RDF, ROLE_STATUSES, SCHEMA

__all__ = ["agreement_iri", "article", "extraction_iri", "mentions", "named", "roles"]

_OF_MENTIONS = (
    OA.hasBody, OA.hasTarget, DK.mentionType, DK.mentionForm, DK.confidence, DK.metonymType, DK.literalReferent,
    DK.restsOn,
)  # fmt: skip


def extraction_iri(extraction: Extraction) -> str:
    """Return the IRI of the run that made the extraction; there is one an article graph."""
    return iri.part(extraction.article.id, "extraction")


def agreement_iri(article: Article, agreement: str) -> str:
    """Return the IRI of an agreement as this article speaks of it."""
    return iri.part(article.id, "agreement", agreement)


def article(extraction: Extraction) -> Iterator[Statement]:
    """Yield the metadata of the article and how it was read.  No path and no clock: they are not the article's."""
    it = extraction.article
    here, graph, run = iri.article(it.id), iri.article_graph(it.id), extraction_iri(extraction)
    yield graph, RDF.type, DK.ArticleGraph
    yield graph, PROV.wasDerivedFrom, here
    yield graph, PROV.wasGeneratedBy, run
    yield run, RDF.type, DK.Extraction
    yield run, PROV.used, here
    yield run, DK.pipelineVersion, plain(extraction.version)
    yield run, DK.profile, plain(extraction.profile)
    if hashed := _language_data(it.language):
        yield run, DK.languageData, plain(hashed)
    yield here, RDF.type, DK.Article
    yield here, RDF.type, SCHEMA.NewsArticle
    yield here, DK.sha256, plain(hashlib.sha256(it.text.encode("utf-8", "surrogatepass")).hexdigest())
    yield here, DK.textLength, integer(len(it.text))
    yield here, SCHEMA.inLanguage, plain(it.language)
    if it.title:
        yield here, SCHEMA.headline, words(it.title, it.language)
    texts = ((SCHEMA.author, it.byline), (DK.source, it.source), (DK.agency, it.agency), (SCHEMA.url, it.url))
    for predicate, text in texts:
        if text:
            yield here, predicate, plain(text)
    for predicate, time in ((SCHEMA.datePublished, it.published), (SCHEMA.dateModified, it.modified)):
        if time:
            yield here, predicate, moment(time)
    for repair in it.repairs:
        yield here, DK.repair, plain(repair)


@cache
def _language_data(code: str) -> str:
    """Return the hash of a language file, or nothing for a language without one."""
    if code not in lang.codes():
        return ""
    return iri.digest(share.path("data", "lang", f"{code}.toml").read_text(encoding="utf-8"))


def mentions(reading: Reading, nodes: Written, end: str) -> Iterator[str]:
    """Yield the mentions as lines of N-Quads, in no order: a fifth of an article's quads, all of one pattern.

    Args:
        reading: the article with its names resolved.
        nodes: IRIs as they are written.
        end: how a line of the graph ends.

    Raises:
        DataError: a metonym is of a type that the ontology lacks.
    """
    is_mention, is_annotation = (f" {nodes[RDF.type]} {nodes[name]}{end}" for name in (DK.Mention, OA.Annotation))
    body, target, type_, form, sure, metonym, literal, rests = (f" {nodes[name]} " for name in _OF_MENTIONS)
    passage = f"{iri.part(reading.article.id, 'passage')}/"
    for mention in reading.mentions:
        bodies = [iri.entity(name) for name in dict.fromkeys((mention.actor, mention.place)) if name]
        if mention.agreement:
            bodies.append(agreement_iri(reading.article, mention.agreement))
        if not bodies:
            continue
        span = f"{mention.start}-{mention.end}"
        name = mention.actor or mention.place or mention.agreement or ""
        here = nodes[iri.part(reading.article.id, "mention", f"{span}/{name}")]
        yield f"{here}{is_mention}"
        yield f"{here}{is_annotation}"
        for each in bodies:
            yield f"{here}{body}{nodes[each]}{end}"
        yield f"{here}{target}{nodes[passage + span]}{end}"
        yield f"{here}{type_}{written(mention.type)}{end}"
        yield f"{here}{form}{written(mention.form)}{end}"
        yield f"{here}{sure}{ratio(mention.confidence)}{end}"
        if mention.metonym:
            yield f"{here}{metonym}{nodes[_metonym(mention, mention.metonym)]}{end}"
        if mention.literal:
            yield f"{here}{literal}{nodes[iri.entity(mention.literal)]}{end}"
        if mention.term:
            yield f"{here}{rests}{nodes[tenure_iri(mention.term.person, mention.term)]}{end}"


def _metonym(mention: Mention, kind: str) -> str:
    if kind not in METONYM_TYPES:
        raise DataError(
            f"metonym {kind!r} of {mention.text!r} is not in ontology/diplokg.ttl. Known: {', '.join(METONYM_TYPES)}."
        )
    return METONYM_TYPES[kind]


def named(reading: Reading) -> Iterator[Statement]:
    """Yield the description of each actor and place that the authority lacks."""
    for actor in reading.actors:
        if iri.is_local(actor.id):
            yield from local_actor(actor, reading.article)
    for place in reading.places:
        if iri.is_local(place.id):
            yield from local_place(place, reading.article.language)


def roles(reading: Reading) -> Iterator[Statement]:
    """Yield the offices that the article says persons hold, held or will hold."""
    for role in reading.roles:
        yield from _role(reading.article, role)


def _role(article: Article, role: Role) -> Iterator[Statement]:
    key = f"{role.start}-{role.end}/{iri.digest(role.person, role.office, size=8)}"
    here = iri.part(article.id, "role", key)
    yield here, RDF.type, DK.RoleClaim
    yield here, DK.holder, iri.entity(role.person)
    yield here, DK.officeTitle, words(role.office, article.language)
    yield here, DK.roleStatus, ROLE_STATUSES[role.status]
    if role.office_id:
        yield here, DK.office, iri.entity(role.office_id)
    if role.country:
        yield here, DK.officeOf, iri.entity(role.country)
    if role.kind:
        yield here, DK.officeKind, plain(role.kind)
    yield here, DK.evidence, passage_iri(article, role.start, role.end)
