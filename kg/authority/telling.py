"""`kg authority show`: what is known of a name, with where it is known from."""

import json
from collections.abc import Iterator
from pathlib import Path

from kg import share
from kg.authority import PARTICLES, Authority, grown, key, load
from kg.authority.tables import rows
from kg.authority.values import Entry, Tenure

__all__ = ["told"]

_MOST = 25
_TABLES = {
    "actors.csv": "curated, by hand and from exports of Wikidata",
    "additions.csv": "written by hand",
    "places.csv": "GeoNames",
    "demonyms.csv": "CLDR",
    "officials.csv.gz": "derived from exports of Wikidata, not reviewed",
}


def told(name: str, own: Path | None = None) -> list[dict[str, object]]:
    """Return what is known of every bearer of a name, an authority id or a Wikidata id, best first."""
    folder = own or grown.folder()
    known = load(own=folder)
    found = dict(_candidates(known, name.strip()))
    entries = [known.entry(each) for each in found]
    sources = _sources(entries, folder)
    return [
        {
            "id": entry.id,
            "label": entry.label,
            "type": entry.type,
            "country": entry.country,
            "wikidata": entry.wikidata,
            "candidate": entry.candidate,
            "found": found[entry.id],
            "names": list(entry.names),
            "offices": [_term(tenure) for tenure in _terms(entry)],
            "bases": [known.basis(tenure) for tenure in _terms(entry)],
            "sources": sources[entry.id],
        }
        for entry in entries[:_MOST]
    ]


def _candidates(known: Authority, name: str) -> Iterator[tuple[str, str]]:
    """Yield ids with how each was found; the first way of finding one comes last, so that it stays."""
    ways = {"surname": _surname(known, name), "another spelling": known.variants(name), "name": known.named(name)}
    seen: dict[str, str] = {}
    for each in known.linked(name):
        seen.setdefault(each, "Wikidata id")
    if name in known:
        seen.setdefault(name, "id")
    for way in ("name", "another spelling", "surname"):
        for each in ways[way]:
            seen.setdefault(each, way)
    yield from seen.items()


def _terms(entry: Entry) -> list[Tenure]:
    return sorted(entry.tenures, key=lambda each: (each.start, each.office))


def _term(tenure: Tenure) -> str:
    about = ", ".join(part for part in (tenure.country, tenure.office_id) if part)
    sure = "" if tenure.sure else " (not sure)"
    return f"{tenure.start}/{tenure.end} {tenure.office}" + (f" ({about})" if about else "") + sure


def _sources(entries: list[Entry], own: Path) -> dict[str, list[str]]:
    """Return the tables that each entry comes from, with what they say of their own source."""
    found: dict[str, list[str]] = {entry.id: [] for entry in entries}
    by_key: dict[str, list[str]] = {}
    for entry in entries:
        for key_ in {entry.id, entry.wikidata, entry.candidate} - {""}:
            by_key.setdefault(key_, []).append(entry.id)
    runs = _runs(own / "runs.jsonl")
    shipped = share.path("data", "authority")
    for file in [
        *(shipped / name for name in _TABLES),
        *(own / name for name in grown.TABLES if name != "offices.csv"),
    ]:
        for row in rows(file):
            keys = {row.get("id") or "", row.get("qid") or "", f"country/{row['iso2']}" if "iso2" in row else ""}
            for each in {id_ for key_ in keys & by_key.keys() for id_ in by_key[key_]}:
                line = _line(file, row, runs, own=file.parent == own)
                if line not in found[each]:
                    found[each].append(line)
    return found


def _line(file: Path, row: dict[str, str], runs: dict[str, str], *, own: bool) -> str:
    if not own:
        said = row.get("source") or row.get("basis") or _TABLES[file.name]
        return f"{file.name}: {said}"
    if row.get("run"):
        return f"{file}: {runs.get(row['run'], 'a query service')}, {row['as_of']}"
    return f"{file}: {row.get('basis') or 'added by hand'}, {row.get('added') or 'no date'}"


def _runs(file: Path) -> dict[str, str]:
    """Return the endpoint of each update on record."""
    found = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        try:
            record = json.loads(line)
            found[str(record["run"])] = str(record["endpoint"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _surname(known: Authority, name: str) -> list[str]:
    """Return the ids of those who bear a surname, particles and all ("Le Drian", "von der Leyen")."""
    whole, words = key(name), [word for word in key(name).split() if word not in PARTICLES]
    if len(words) != 1:
        return []
    found = known.surname(words[0])
    return [one for one in found if any(f" {whole} " in f" {key(other)} " for other in known.entry(one).names)]
