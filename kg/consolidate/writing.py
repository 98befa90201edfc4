"""Canonical events, agreements and commitments as quads of the graph `consolidated`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import pyoxigraph as ox

from kg import iri
from kg.consolidate.agreements import Agreement
from kg.consolidate.events import Event, Judged
from kg.consolidate.profile import SPEECH
from kg.consolidate.reading import Described
from kg.consolidate.sources import witnesses
from kg.consolidate.status import steps
from kg.consolidate.terms import Commitment
from kg.consolidate.times import precision, relate
from kg.consolidate.told import Doc, Said, World
from kg.vocab import (
    ACTING_ROLES,
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    LINKING_STATUSES,
    PROV,
    RDF,
    RDFS,
    ROLES,
    SEM,
    SKOS,
    VERDICTS,
)

__all__ = ["document"]

Statement = tuple[str, str, str | ox.Literal]

_NAMED = 5
"""Names in the label of an event, at most."""
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_GRAPH = str(ox.NamedNode(iri.graph("consolidated")))
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_DOUBLE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#double")


def document(
    events: Sequence[Event],
    agreements: Sequence[Agreement],
    docs: Sequence[Doc],
    stands_for: Mapping[str, str],
    world: World,
    described: Described,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return the graph as N-Quads, sorted bytewise, each line once; `elsewhere` are events that are not rewritten.

    Times and quantities are described again, so that a question can be answered in this graph alone.
    """
    canonical = {**elsewhere, **{report.iri: event.iri for event in events for report in event.reports}}
    terms, lines, named = _Terms(), set[bytes](), set[str]()

    def add(statements: Iterable[Statement]) -> None:
        for subject, predicate, value in statements:
            if isinstance(value, str):
                if value in described:
                    named.add(value)
                lines.add(f"{terms[subject]} {terms[predicate]} {terms[value]} {_GRAPH} .\n".encode())
            else:
                lines.add(f"{terms[subject]} {terms[predicate]} {value} {_GRAPH} .\n".encode())

    for event in events:
        add(_event(event, canonical, stands_for, world))
    for agreement in agreements:
        add(_agreement(agreement, canonical, stands_for))
    for doc in docs:
        if stands_for.get(doc.iri, doc.iri) != doc.iri:
            add([(doc.iri, DK.reprintOf, stands_for[doc.iri])])
    for node in tuple(named):
        add((node, predicate, value) for predicate, value in described[node])
    graph = iri.graph("consolidated")
    add((graph, PROV.wasDerivedFrom, iri.article_graph(doc.iri.rpartition("/")[2])) for doc in docs)
    return b"".join(sorted(lines))


class _Terms(dict[str, str]):
    """IRI -> what stands for it in N-Quads, each made once."""

    def __missing__(self, name: str) -> str:
        text = self[name] = str(ox.NamedNode(name))
        return text


def _event(
    event: Event, canonical: Mapping[str, str], stands_for: Mapping[str, str], world: World
) -> Iterator[Statement]:
    here, kind = event.iri, EVENT_TYPES[event.type]
    yield here, RDF.type, DK.Event
    yield here, RDF.type, kind.event_class
    yield here, SEM.eventType, kind.iri
    yield here, DK.eventStatus, EVENT_STATUSES[event.status]
    for role, actor in event.roles:
        if role in kind.roles:  # a person may have joined reports of two types
            yield here, ROLES[role], actor
        if role in ACTING_ROLES:
            yield here, SEM.hasActor, actor
        if kind.owner_property and role == kind.roles[0]:
            yield here, kind.owner_property, actor
            if actor in world.states:
                yield here, kind.owner_property, iri.entity(iri.country_id(world.states[actor]))
    for place in event.places:
        yield here, SEM.hasPlace, place
        if kind.place_property:
            yield here, kind.place_property, place
    for span in event.when:
        yield here, DK.when, span.iri
    for span in event.deadlines:
        yield here, DK.deadline, span.iri
    for amount in event.amounts:
        yield here, DK.quantity, amount.iri
        if kind.quantity_property:
            yield here, kind.quantity_property, amount.iri
    for agreement in event.agreements:
        yield here, DK.underAgreement, agreement
    for whole in {canonical[report.part_of] for report in event.reports if report.part_of in canonical} - {here}:
        yield here, SEM.subEventOf, whole
    for report in event.reports:
        yield report.iri, DK.aboutEvent, here
        for claim in report.claims:
            yield here, PROV.wasDerivedFrom, claim.iri
            yield claim.iri, DK.aboutEvent, here
    yield from _counts(here, [report.article for report in event.reports], stands_for)
    yield from _said_alike(event, stands_for)
    yield from _steps(event)
    yield from _judgements(event.judgements)
    for language, label in (("en", kind.label_en), ("fr", kind.label_fr)):
        about = ", ".join(_about(event, language, world))
        yield here, RDFS.label, ox.Literal(f"{label} ({about})" if about else label, language=language)


def _said_alike(event: Event, stands_for: Mapping[str, str]) -> Iterator[Statement]:
    """Yield for each claim of an event how many articles say the same of it, and how many independent ones."""
    told = [(report.article, claim) for report in event.reports for claim in report.claims]
    for _, claim in told:
        alike = {article for article, other in told if _same(claim, other)}
        yield from _counts(claim.iri, alike, stands_for)


def _same(one: Said, other: Said) -> bool:
    """Tell whether two claims on one event agree on how it stands and on when it is."""
    return (one.status, one.positive) == (other.status, other.positive) and relate(one.when, other.when) != "apart"


def _steps(event: Event) -> Iterator[Statement]:
    """Yield the life of an event as it became known; words said have none."""
    if event.type in SPEECH:
        return
    life = list(steps(claim for report in event.reports for claim in report.claims))
    if life and life[0].status in {"planned", "proposed"} and len(event.when) == 1 and precision(event.when[0]) == 1:
        day = event.when[0].latest
        lead = (day - date.fromisoformat(life[0].day)).days if day else -1
        if lead > 0:
            yield event.iri, DK.leadDays, ox.Literal(str(lead), datatype=_INTEGER)
    for step in life:
        here = iri.step(event.iri, step.day)
        yield event.iri, DK.step, here
        yield here, RDF.type, DK.Step
        yield here, DK.knownFrom, ox.Literal(step.day, datatype=_DATE)
        yield here, DK.eventStatus, EVENT_STATUSES[step.status]
        for claim in step.claims:
            yield here, PROV.wasDerivedFrom, claim.iri


def _about(event: Event, language: str, world: World) -> Iterator[str]:
    """Yield in a few words who, the leading role and those that face each other first, where, and all days told."""
    order = EVENT_TYPES[event.type].roles
    acting = [(order.index(role) if role in order else len(order), role, actor) for role, actor in event.roles]
    names = list(
        dict.fromkeys(world.name(actor, language) for _, role, actor in sorted(acting) if role in ACTING_ROLES)
    )
    yield from names[:_NAMED]
    yield from ["…"] * (len(names) > _NAMED)
    yield from (world.name(place, language) for place in event.places[:1])
    if event.when:
        yield " / ".join(span.edtf for span in event.when)


def _agreement(
    agreement: Agreement, canonical: Mapping[str, str], stands_for: Mapping[str, str]
) -> Iterator[Statement]:
    here = agreement.iri
    yield here, RDF.type, DK.Agreement
    yield here, DK.agreementStatus, agreement.status
    if not agreement.known:  # the authority names the others
        for report in agreement.reports:
            yield here, SKOS.altLabel, ox.Literal(report.name, language=report.language)
        for language in sorted({report.language for report in agreement.reports}):
            names = sorted(
                (report.name for report in agreement.reports if report.language == language), key=lambda n: (-len(n), n)
            )
            yield here, SKOS.prefLabel, ox.Literal(names[0], language=language)
        yield from _link(here, agreement)
    for party in agreement.parties:
        yield here, DK.party, party
    for mediator in agreement.mediators:
        yield here, ROLES["mediator"], mediator
    for span in agreement.when:
        yield here, DK.when, span.iri
    for place in agreement.places:
        yield here, SEM.hasPlace, place
    for report in agreement.reports:
        yield report.iri, DK.aboutAgreement, here
        yield here, PROV.wasDerivedFrom, report.iri
        if report.signing in canonical:
            yield here, DK.signedIn, canonical[report.signing]
        for item in report.wikidata if agreement.known else ():
            yield here, SKOS.exactMatch, item
    for term in agreement.commitments:
        yield here, DK.hasCommitment, term.iri
        yield from _commitment(term, canonical, stands_for)
    yield from _counts(here, [report.article for report in agreement.reports], stands_for)
    yield from _judgements(agreement.judgements)


def _link(here: str, agreement: Agreement) -> Iterator[Statement]:
    """Yield the label without language and the link to Wikidata of an agreement that the authority lacks."""
    yield here, RDFS.label, ox.Literal(min((report.name for report in agreement.reports), key=lambda n: (-len(n), n)))
    items = sorted({item for report in agreement.reports for item in report.wikidata})
    others = sorted({item for report in agreement.reports for item in report.candidates} - set(items[:1]))
    status = "linked" if items else "candidate" if others else "unlinked"
    yield here, DK.linkingStatus, LINKING_STATUSES[status]
    for item in items[:1]:
        yield here, SKOS.exactMatch, item
    for item in others:
        yield here, SKOS.closeMatch, item


def _commitment(term: Commitment, canonical: Mapping[str, str], stands_for: Mapping[str, str]) -> Iterator[Statement]:
    here = term.iri
    yield here, RDF.type, DK.Commitment
    yield here, DK.commitmentType, term.type
    yield here, DK.commitmentStatus, term.status
    for predicate, actors in ((DK.obligor, term.obligor), (DK.obligee, term.obligee)):
        for actor in actors:
            yield here, predicate, actor
    for span in term.deadlines:
        yield here, DK.deadline, span.iri
    for report in term.reports:
        yield report.iri, DK.aboutCommitment, here
        yield here, PROV.wasDerivedFrom, report.iri
        if report.label:
            yield here, RDFS.label, ox.Literal(report.label, language=report.language)
        if report.event in canonical:
            yield here, DK.concernsEvent, canonical[report.event]
    yield from _counts(here, [report.article for report in term.reports], stands_for)
    yield from _judgements(term.judgements)


def _counts(here: str, articles: Iterable[str], stands_for: Mapping[str, str]) -> Iterator[Statement]:
    found = set(articles)
    yield here, DK.articleCount, ox.Literal(str(len(found)), datatype=_INTEGER)
    yield here, DK.witnessCount, ox.Literal(str(witnesses(found, stands_for)), datatype=_INTEGER)


def _judgements(judged: Iterable[Judged]) -> Iterator[Statement]:
    for item in judged:
        here = iri.judgement(item.one, item.other)
        yield here, RDF.type, DK.Judgement
        yield here, DK.judges, item.one
        yield here, DK.judges, item.other
        yield here, DK.verdict, VERDICTS["same"]
        yield here, DK.rule, ox.Literal(item.rule)
        yield here, DK.reason, ox.Literal(item.why)
        yield here, DK.score, ox.Literal(f"{item.strength / 10:g}", datatype=_DOUBLE)
