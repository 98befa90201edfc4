"""Times, quantities, sources, and the actors and places that the authority lacks."""

import re
from collections.abc import Iterator

from kg import iri
from kg.graph.terms import Statement, boolean, day, edtf, number, plain, ratio, words
from kg.model import Actor, Article, Place, Troops, When
from kg.vocab import ACTOR_CLASSES, DK, EXTENTS, QUANTITY_KINDS, RDF, RDFS, SCHEMA, SKOS

__all__ = ["local_actor", "local_place", "quantity", "quantity_iri", "source", "source_iri", "time", "time_iri"]

_ITEM = re.compile(r"Q[1-9][0-9]*")
UNNAMED = "unnamed:"
"""What an actor's id in a claim begins with where the article does not name who it is."""

_HEDGED = frozenset({"about", "up_to", "at_least", "at_most", "more_than", "less_than"})


def time_iri(when: When) -> str:
    """Return the IRI of a time."""
    return iri.when(when.edtf, _iso(when.earliest), _iso(when.latest), when.modifier or "")


def _iso(value: object) -> str:
    return "" if value is None else str(value)


def time(when: When) -> Iterator[Statement]:
    """Yield the description of a time."""
    here = time_iri(when)
    yield here, RDF.type, DK.TimeExpression
    yield here, DK.edtf, edtf(when.edtf)
    if when.earliest:
        yield here, DK.earliest, day(when.earliest)
    if when.latest:
        yield here, DK.latest, day(when.latest)
    if when.modifier:
        yield here, DK.timexMod, plain(when.modifier)


def quantity_iri(troops: Troops) -> str:
    """Return the IRI of a quantity."""
    figures = (troops.value, troops.low, troops.high)
    parts = ("" if figure is None else number(figure).value for figure in figures)
    return iri.quantity(*parts, troops.unit, troops.kind or "", troops.comparator or "", troops.extent or "")


def quantity(troops: Troops) -> Iterator[Statement]:
    """Yield the description of a quantity."""
    here = quantity_iri(troops)
    yield here, RDF.type, DK.Quantity
    for predicate, figure in (
        (SCHEMA.value, troops.value),
        (SCHEMA.minValue, troops.low),
        (SCHEMA.maxValue, troops.high),
    ):
        if figure is not None:
            yield here, predicate, number(figure)
    yield here, DK.unit, plain(troops.unit)
    yield here, DK.approximate, boolean(is_approximate(troops))
    if troops.kind:
        yield here, DK.quantityKind, QUANTITY_KINDS[troops.kind]
    if troops.comparator:
        yield here, DK.comparator, plain(troops.comparator)
    if troops.extent:
        yield here, DK.extent, EXTENTS[troops.extent]


def is_approximate(troops: Troops) -> bool:
    """Tell whether the text hedges the figure."""
    return troops.comparator in _HEDGED or troops.low is not None or troops.high is not None


def source_iri(article: Article, attributed_to: str | None) -> str:
    """Return the IRI of who says a claim: an actor, an unnamed source of this article, or its own voice."""
    if attributed_to is None:
        return iri.part(article.id, "narrator")
    if attributed_to.startswith(UNNAMED):
        return iri.part(article.id, "source", iri.slug(attributed_to.removeprefix(UNNAMED)))
    return iri.entity(attributed_to)


def source(article: Article, attributed_to: str | None) -> Iterator[Statement]:
    """Yield the description of a source that is no actor."""
    here = source_iri(article, attributed_to)
    if attributed_to is None:
        yield here, RDF.type, DK.Narrator
        yield here, RDFS.label, plain("the article's own voice")
        yield here, DK.narratorOf, iri.article(article.id)
    elif attributed_to.startswith(UNNAMED):
        yield here, RDF.type, DK.UnnamedSource
        yield here, RDFS.label, plain(attributed_to.removeprefix(UNNAMED))


def local_actor(actor: Actor, article: Article) -> Iterator[Statement]:
    """Yield the description of an actor that the authority lacks, as this article names it."""
    here, language = iri.entity(actor.id), article.language
    yield here, RDF.type, ACTOR_CLASSES[actor.type]
    yield from _named(here, actor.name, language)
    for alias in sorted(set(actor.aliases) - {actor.name}):
        yield here, SKOS.altLabel, words(alias, language)
    yield from _linked(here, actor.wikidata, actor.candidates)
    yield from _possible(actor, article)
    if actor.country:
        yield here, DK.countryCode, plain(actor.country)
        belongs = DK.citizenOf if actor.type == "person" else DK.partOfState
        if actor.type in {"person", "government", "military"}:
            yield here, belongs, iri.entity(iri.country_id(actor.country))


def local_place(place: Place, language: str) -> Iterator[Statement]:
    """Yield the description of a place that the authority lacks, as this article names it."""
    here = iri.entity(place.id)
    yield here, RDF.type, DK.Place
    yield from _named(here, place.name, language)
    yield from _linked(here, place.wikidata)
    if place.country:
        yield here, DK.countryCode, plain(place.country)
        yield here, DK.inCountry, iri.entity(iri.country_id(place.country))


def _named(here: str, name: str, language: str) -> Iterator[Statement]:
    yield here, RDFS.label, plain(name)
    yield here, SKOS.prefLabel, words(name, language)


def _linked(here: str, wikidata: str | None, candidates: tuple[str, ...] = ()) -> Iterator[Statement]:
    """Yield the links that the article itself gives; the graph `links` says what they come to."""
    if wikidata:
        yield here, SKOS.exactMatch, iri.wikidata(wikidata)
    for each in candidates:
        yield here, SKOS.closeMatch, _candidate(each)


def _candidate(each: str) -> str:
    return iri.wikidata(each) if _ITEM.fullmatch(each) else iri.entity(each)


def _possible(actor: Actor, article: Article) -> Iterator[Statement]:
    """Yield whom an actor may be, with how well each fits the article."""
    for each, score in zip(actor.candidates, actor.candidate_scores, strict=False):
        here = iri.part(article.id, "candidate", f"{actor.id}/{each}")
        yield here, RDF.type, DK.PossibleLink
        yield here, DK.openActor, iri.entity(actor.id)
        yield here, DK.mayBe, _candidate(each)
        yield here, DK.score, ratio(score)
