"""Holds what Wikidata answered against the shipped tables: what is new and sound becomes rows, the rest findings.

A curated row is never contradicted: where it has a term, its dates stay; a term before its snapshot that it does not have
is reported.  Nothing is joined by its name: a person or thing that bears the name of a curated one without an id is
reported, for `kg link` and a judgement.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.authority import key
from kg.authority.days import begins, ends
from kg.authority.values import Entry, Tenure
from kg.link.facts import Finding, Held, Life, sound, together
from kg.link.harvest import Gathered, Office, Thing
from kg.link.labels import Named
from kg.link.moments import OPEN, UNKNOWN, edtf

__all__ = ["Person", "Settled", "settle"]

CURATED_UNTIL = "2023"
"""The curated rows say what was known then: what begins later is new, not contradicted."""
_OFF = 31
"""Days by which two sources may date one thing differently."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the terms that are taken."""

    qid: str
    label: str
    names: tuple[str, ...]
    life: Life
    terms: tuple[Held, ...]


@dataclass(slots=True)
class Settled:
    """What is to be written, and what is to be told."""

    people: list[Person] = field(default_factory=list)
    offices: list[tuple[Office, str]] = field(default_factory=list)
    """With the English label."""
    things: list[tuple[Thing, Named]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def settle(
    found: Gathered, known: Iterable[Entry], curated: Collection[str], languages: tuple[str, ...], today: date
) -> Settled:
    """Return what is taken and what is not.

    `known` are the entries of the shipped tables and those added by hand, `curated` the Wikidata ids of people whose terms were gone through by hand.
    """
    entries = list(known)
    by_qid = {entry.wikidata: entry for entry in entries if entry.wikidata}
    without: dict[tuple[str, str], Entry] = {
        (entry.type, key(name)): entry for entry in reversed(entries) if not entry.wikidata and not entry.rank for name in entry.names
    }  # fmt: skip
    out = Settled(findings=list(found.findings))
    statements: dict[str, list[Held]] = defaultdict(list)
    for row in found.terms:
        person, office = row["person"].id, row["office"].id
        if person and office in found.offices:
            held = Held(person, office, edtf(row, "start"), edtf(row, "end"))
            statements[row["statement"].value].append(held)
    terms, findings = together(statements)
    out.findings += findings
    lives = _lives(found)
    kinds = {office.qid: office.kind for office in found.offices.values()}
    terms, findings = sound(terms, lives, kinds, today)
    out.findings += findings
    by_person: dict[str, list[Held]] = defaultdict(list)
    for held in terms:
        by_person[held.person].append(held)
    for qid in sorted(by_person):
        named, old = found.names.get(qid, Named()), by_qid.get(qid)
        fault = _wrong_name(qid, named, old, without, "person", languages)
        if fault:
            out.findings.append(fault)
            continue
        held_, findings = _beside_curated(by_person[qid], old if qid in curated else None)
        out.findings += findings
        if held_ or (old is not None and set(named.person()) - set(old.names)):
            label = old.label if old else named.label(languages)
            out.people.append(Person(qid, label, named.person(), lives[qid], tuple(held_)))
    _offices(found, out, languages)
    _things(found, out, by_qid, without, languages)
    out.findings.sort(key=lambda each: (each.kind, each.item, each.says))
    return out


def _lives(found: Gathered) -> dict[str, Life]:
    """Return what is known of each person; of several births the last, of several deaths the first is no proof: none."""
    said: dict[str, tuple[set[str], set[str]]] = {}
    human = set()
    for row in found.people:
        qid = row["person"].id
        born, died = said.setdefault(qid, (set(), set()))
        born.add(edtf(row, "born"))
        died.add(edtf(row, "died"))
        if "human" in row:
            human.add(qid)
    return {qid: Life(qid in human, _one(born), _one(died)) for qid, (born, died) in said.items()}


def _one(said: set[str]) -> str:
    told = sorted(said - {OPEN, UNKNOWN}, key=len)
    if told and all(told[-1].startswith(each) for each in told):
        return told[-1]
    return UNKNOWN if told or UNKNOWN in said else OPEN


def _wrong_name(
    qid: str, named: Named, old: Entry | None, without: Mapping[tuple[str, str], Entry], type_: str, languages: tuple[str, ...]
) -> Finding | None:  # fmt: skip
    """Return why the item cannot be whom its name says; None where nothing speaks against it."""
    label = named.label(languages)
    forms = [form for _, form in (*named.labels, *named.aliases)]
    if old is not None:
        if old.type != type_:
            return Finding("mismatch", qid, f"{label or qid}: a {old.type} here, a {type_} there")
        ours = {word for name in old.names for word in key(name).split()}
        theirs = {word for form in forms for word in key(form).split()}
        if theirs and not ours & theirs and any(word.isascii() for word in theirs):
            return Finding("other-name", qid, f"{old.label} here, {label} there: no word in common")
        return None
    if not label:
        return Finding("no-name", qid, f"no label in {', '.join(languages)}")
    twin = next((without[type_, key(form)] for form in forms if (type_, key(form)) in without), None)
    if twin is not None:
        return Finding("namesake", qid, f"{label}: has the name of {twin.id}, which has no id. See: kg link, kg judge")
    return None


def _beside_curated(terms: list[Held], old: Entry | None) -> tuple[list[Held], list[Finding]]:
    """Return the terms of a person that no curated row contradicts."""
    if old is None:
        return terms, []
    kept, findings = [], []
    for held in terms:
        if any(_same_days(term, held) for term in old.tenures if not term.office_id):
            continue
        twin = next((term for term in old.tenures if _same(term, held)), None)
        says = f"{held.office}: {held.start}/{held.end}"
        if twin is None and held.start < CURATED_UNTIL:
            findings.append(Finding("curated", held.person, f"{says}: the curated row of {old.label} has no such term"))
        elif twin is not None and _apart(twin.end, held.end):
            findings.append(
                Finding("curated", held.person, f"{says}: ends {twin.end} in the curated row of {old.label}")
            )
        else:
            kept.append(held)
    return kept, findings


def _same(term: Tenure, held: Held) -> bool:
    one = term.start.startswith(held.start) or held.start.startswith(term.start)
    return term.office_id == held.office and one


def _same_days(term: Tenure, held: Held) -> bool:
    """Tell whether a term whose office has no id in the row has these dates: then it is this one."""
    dates = ((term.start, held.start), (term.end, held.end))
    return all(begins(one) and (one.startswith(other) or other.startswith(one)) for one, other in dates)


def _apart(one: str, other: str) -> bool:
    """Tell whether two ends, both told, are more than a month apart at their precision."""
    if begins(one) is None or begins(other) is None:
        return False
    first, second = sorted((one, other), key=lambda end: (begins(end), end))
    last, start = ends(first), begins(second)
    return last is not None and start is not None and (start - last).days > _OFF


def _offices(found: Gathered, out: Settled, languages: tuple[str, ...]) -> None:
    """Take the offices of the terms that are taken; a term in an office without a name is of no use."""
    used = {held.office for person in out.people for held in person.terms}
    nameless = set()
    for qid in sorted(used):
        label = found.names.get(qid, Named()).label(languages)
        if label:
            out.offices.append((found.offices[qid], label))
        else:
            nameless.add(qid)
            out.findings.append(Finding("no-name", qid, f"an office without a label in {', '.join(languages)}"))
    if nameless:
        people = []
        for person in out.people:
            terms = tuple(held for held in person.terms if held.office not in nameless)
            people.append(Person(person.qid, person.label, person.names, person.life, terms))
        out.people = [person for person in people if person.terms or person.names]


_KINDS = {
    "IntergovernmentalOrganization": "igo",
    "ArmedGroup": "armed_group",
    "Agreement": "agreement",
    "Organization": "organization",
}


def _things(
    found: Gathered, out: Settled, by_qid: Mapping[str, Entry], without: Mapping[tuple[str, str], Entry], languages: tuple[str, ...]
) -> None:  # fmt: skip
    for qid in sorted(found.things):
        thing, named = found.things[qid], found.names.get(qid, Named())
        fault = _wrong_name(qid, named, by_qid.get(qid), without, _KINDS[thing.type], languages)
        if fault:
            out.findings.append(fault)
        else:
            out.things.append((thing, named))
