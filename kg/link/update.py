"""`kg authority update`: what Wikidata knows more, written to the user's own authority folder with where it is from."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from kg import iri
from kg.authority import writing
from kg.authority.tables import entries, rows
from kg.link.facts import Finding, Held
from kg.link.harvest import Gathered, Tell, Thing, Wanted, gather
from kg.link.journal import Journal
from kg.link.labels import Named
from kg.link.settle import Settled, settle
from kg.link.wikidata import Wikidata

__all__ = ["Report", "update"]


@dataclass(frozen=True, slots=True)
class Report:
    """What an update brought."""

    run: str
    """Its name in runs.jsonl and in the column `run` of each row."""
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    folder: Path


def update(
    wikidata: Wikidata,
    wanted: Wanted,
    into: Path,
    shipped: Path,
    *,
    today: date,
    restart: bool = False,
    tell: Tell | None = None,
) -> Report:
    """Bring what is wanted into a folder that `authority.load` reads beside the shipped tables.

    A run that ends before its time leaves the folder's tables as they were, and goes on when it is called again.

    Raises:
        InputError: a kind or state is unknown.
        EndpointError: the service cannot be asked.
        DataError: the folder cannot be read or written, or another process writes there.
    """
    plan = json.dumps({"endpoint": wikidata.endpoint, **asdict(wanted)}, sort_keys=True)
    with writing.alone(into):
        journal = Journal(into, plan)
        if restart:
            journal.drop()
        found = gather(wikidata, wanted, journal, shipped, tell)
        tables = [*rows(shipped / "actors.csv"), *rows(into / "own.csv")]
        by_hand = {row["qid"] for row in tables if row["offices_basis"].startswith("curated")}
        settled = settle(found, entries(shipped, into, brought=False), by_hand, wanted.languages, today)
        dates = journal.dates()
        as_of = dates[-1].date().isoformat() if dates else today.isoformat()
        run = f"{as_of}-{iri.digest(plan, as_of, size=8)}"
        _write_people(into, found, settled, wanted, as_of, run)
        _write_things(into, settled.things, as_of, run)
        counts = _counts(settled, journal)
        _write_record(into, run, json.loads(plan), counts, journal)
        _write_findings(into, settled.findings, run)
        journal.drop()
    return Report(run, counts, tuple(settled.findings), into)


def _counts(settled: Settled, journal: Journal) -> dict[str, int]:
    return {
        "questions": len(journal),
        "people": len(settled.people),
        "terms": sum(len(person.terms) for person in settled.people),
        "offices": len(settled.offices),
        "organisations": sum(thing.type != "Agreement" for thing, _ in settled.things),
        "agreements": sum(thing.type == "Agreement" for thing, _ in settled.things),
        "reported": len(settled.findings),
    }


def _write_people(into: Path, found: Gathered, settled: Settled, wanted: Wanted, as_of: str, run: str) -> None:
    """Write people and offices; of the offices that were asked for, what was said of these years before is gone."""
    refused = {item for each in settled.findings if each.kind == "refused" for item in each.item.split()}
    asked = set(found.offices) - refused
    people = {row["qid"]: row for row in writing.read(into / "officials.csv", writing.OFFICIALS)}
    for row in people.values():
        row["terms"] = " ".join(term for term in row["terms"].split() if not _asked(term, asked, wanted))
    for person in settled.people:
        old = people.get(person.qid)
        people[person.qid] = {
            "qid": person.qid,
            "label": person.label,
            "other_names": ";".join(name for name in person.names if name != person.label),
            "terms": " ".join(sorted({*(old["terms"].split() if old else ()), *map(_term, person.terms)})),
            "born": person.life.born if person.life.born[:1].isdigit() else "",
            "died": person.life.died if person.life.died[:1].isdigit() else "",
            "as_of": as_of,
            "run": run,
        }
    offices = {row["qid"]: row for row in writing.read(into / "offices.csv", writing.OFFICES)}
    for office, label in settled.offices:
        offices[office.qid] = {
            "qid": office.qid,
            "label": label,
            "country": office.country,
            "kind": office.kind,
            "as_of": as_of,
            "run": run,
        }
    writing.write(into / "offices.csv", writing.OFFICES, offices.values())
    held = [row for row in people.values() if row["terms"] or row["run"] == run]
    writing.write(into / "officials.csv", writing.OFFICIALS, held)


def _asked(term: str, asked: set[str], wanted: Wanted) -> bool:
    office, _, dates = term.partition("=")
    start, _, end = dates.partition("/")
    return office in asked and start[:4] <= str(wanted.until) and (end[:2] == ".." or end[:4] >= str(wanted.since))


def _term(held: Held) -> str:
    return f"{held.office}={held.start}/{held.end}"


_ROOMS = {"IntergovernmentalOrganization": "igo", "ArmedGroup": "armedgroup", "Agreement": "agreement"}


def _write_things(into: Path, things: Iterable[tuple[Thing, Named]], as_of: str, run: str) -> None:
    table = {row["id"]: row for row in writing.read(into / "things.csv", writing.THINGS)}
    for thing, named in things:
        name = f"{_ROOMS.get(thing.type, 'organization')}/{thing.qid}"
        table[name] = {
            "id": name,
            "qid": thing.qid,
            "label_en": named.label(()) or named.thing()[0].partition(":")[2],
            "label_fr": named.of("fr"),
            "aliases": ";".join(named.thing()),
            "type": thing.type,
            "country": thing.country,
            "date": thing.signed,
            "verified": "yes",
            "basis": "query service",
            "as_of": as_of,
            "run": run,
        }
    writing.write(into / "things.csv", writing.THINGS, table.values())


def _write_record(into: Path, run: str, plan: dict[str, object], counts: dict[str, int], journal: Journal) -> None:
    """Add what was asked, where, when and how much came of it to the record of all updates."""
    file = into / "runs.jsonl"
    before = file.read_text("utf-8") if file.exists() else ""
    dates = [each.isoformat() for each in journal.dates()]
    record = {
        "run": run,
        "endpoint": plan.pop("endpoint"),
        "wanted": plan,
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "counts": counts,
        "questions": journal.lines(),
    }
    writing.write_text(file, before + json.dumps(record, ensure_ascii=False) + "\n")


def _write_findings(into: Path, findings: Iterable[Finding], run: str) -> None:
    table = [{"kind": each.kind, "item": each.item, "says": each.says, "run": run} for each in findings]
    writing.write(into / "findings.csv", ("kind", "item", "says", "run"), table)
