"""Judgements as quads of the graph `judgements`, and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote

import pyoxigraph as ox

from kg import iri
from kg.errors import DataError
from kg.judgements.values import Agent, Judgement, Verdict
from kg.vocab import DK, PROV, RDF, RDFS, SCHEMA, VERDICTS

__all__ = ["GRAPH", "quads", "read"]

GRAPH: Final = iri.graph("judgements")

_XSD = "http://www.w3.org/2001/XMLSchema#"
_MOMENT, _DOUBLE = ox.NamedNode(_XSD + "dateTime"), ox.NamedNode(_XSD + "double")
_WORDS: dict[str, Verdict] = {VERDICTS[word]: word for word in ("same", "different", "unsure")}


def quads(judgements: Iterable[Judgement]) -> list[ox.Quad]:
    """Return judgements as quads of the graph `judgements`, each once, sorted; equal ones become one of several times."""
    found: dict[str, Judgement] = {}
    for each in judgements:
        found[each.iri] = found[each.iri].also(each) if each.iri in found else each
    graph = ox.NamedNode(GRAPH)
    statements = {statement for each in found.values() for statement in _statements(each)}
    return sorted(
        (
            ox.Quad(
                ox.NamedNode(subject),
                ox.NamedNode(predicate),
                ox.NamedNode(value) if isinstance(value, str) else value,
                graph,
            )
            for subject, predicate, value in statements
        ),
        key=str,
    )


def _statements(each: Judgement) -> Iterator[tuple[str, str, str | ox.Literal]]:
    here, who = each.iri, _agent(each.by)
    yield here, RDF.type, DK.Judgement
    yield here, DK.judges, each.one
    yield here, DK.judges, each.other
    yield here, DK.verdict, VERDICTS[each.verdict]
    yield here, PROV.wasAttributedTo, who
    yield who, RDF.type, PROV.Person if each.by.is_person else PROV.SoftwareAgent
    yield who, RDFS.label, ox.Literal(each.by.name)
    if each.by.version:
        yield who, SCHEMA.softwareVersion, ox.Literal(each.by.version)
    for time in each.times:
        yield here, PROV.generatedAtTime, _moment(time)
    if each.why:
        yield here, DK.reason, ox.Literal(each.why)
    for predicate, reports in ((DK.reportOfOne, each.one_reports), (DK.reportOfOther, each.other_reports)):
        for report in reports:
            yield here, predicate, report
    if each.score is not None:
        yield here, DK.score, ox.Literal(f"{each.score:.4f}".rstrip("0").rstrip("."), datatype=_DOUBLE)
    if each.asked is not None:
        yield here, DK.askedOn, _moment(each.asked)
    if each.answer:
        yield here, DK.answerHash, ox.Literal(each.answer)


def _agent(by: Agent) -> str:
    if by.is_person:
        return iri.agent("person", by.name)
    return f"{iri.agent('linker', by.name)}/{iri.digest(by.version, size=8)}"


def _moment(time: datetime) -> ox.Literal:
    text = time.astimezone(UTC).isoformat().removesuffix("+00:00")
    if "." in text:
        text = text.rstrip("0")
    return ox.Literal(f"{text}Z", datatype=_MOMENT)


def read(store: ox.Store) -> list[Judgement]:
    """Return the judgements of a store in the order in which they were last made.

    Raises:
        DataError: the graph holds a judgement that lacks what each has.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(GRAPH)):
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            found[subject.value][quad.predicate.value].append(value.value)
    made = [_read(name, dict(facts), found) for name, facts in found.items() if DK.Judgement in facts.get(RDF.type, ())]
    return sorted(made, key=lambda each: (each.last, each.iri))


def _read(name: str, facts: dict[str, list[str]], found: dict[str, dict[str, list[str]]]) -> Judgement:
    try:
        one, other = sorted(facts[DK.judges])
        times = sorted(datetime.fromisoformat(time) for time in facts[PROV.generatedAtTime])
        who = facts[PROV.wasAttributedTo][0]
        score = facts.get(DK.score)
        asked = facts.get(DK.askedOn)
        return Judgement(
            one,
            other,
            _WORDS[facts[DK.verdict][0]],
            _who(who, found.get(who, {})),
            tuple(times),
            next(iter(facts.get(DK.reason, ())), ""),
            tuple(sorted(facts.get(DK.reportOfOne, ()))),
            tuple(sorted(facts.get(DK.reportOfOther, ()))),
            float(score[0]) if score else None,
            max(datetime.fromisoformat(time) for time in asked) if asked else None,
            next(iter(facts.get(DK.answerHash, ())), ""),
        )
    except (LookupError, ValueError, TypeError) as error:
        raise DataError(
            f"{name}: no judgement on two things with verdict, maker and time. Remove it from the graph {GRAPH}."
        ) from error


def _who(who: str, facts: dict[str, list[str]]) -> Agent:
    labels, versions = facts.get(RDFS.label, ()), facts.get(SCHEMA.softwareVersion, ())
    return Agent(next(iter(labels), unquote(who.rpartition("/")[2])), next(iter(versions), ""))
