"""Reads the tables of data/authority/ into entries; a wrong row is an error that names file and line."""

import csv
import gzip
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.authority.fold import key
from kg.authority.grown import refreshed
from kg.authority.values import OF_STATE, Entry, EntryType, Tenure, office_kind
from kg.errors import DataError

__all__ = ["CANDIDATE", "TABLES", "TYPES", "Demonym", "Metonym", "demonyms", "entries", "metonyms", "rows"]

TABLES = (
    "actors.csv", "additions.csv", "heads.csv", "places.csv", "demonyms.csv", "metonyms.csv", "offices.csv",
    "officials.csv.gz", "sources.csv", "agreements.csv", "kinds.csv", "titles.csv", "bodies.csv",
)  # fmt: skip

TYPES: dict[str, EntryType] = {
    "Person": "person", "Country": "country", "City": "place", "Place": "place", "Facility": "organization",
    "IntergovernmentalOrganization": "igo", "GovernmentOrganization": "organization", "Government": "government",
    "Organization": "organization", "ArmedGroup": "armed_group", "Military": "military", "NewsAgency": "media",
    "NewsOrganization": "media", "Agreement": "agreement", "Conflict": "conflict", "Population": "population",
}  # fmt: skip
_STATE_ORGANS = frozenset({"GovernmentOrganization", "Facility"})
_TITLED = (
    "king ", "roi ", "m. ", "mr. ", "mr ", "mme ", "mrs. ", "president ", "président ", "general ", "gen. ", "général ",
    "cheikh ", "sheikh ",
)  # fmt: skip
_SUCCESSOR = "?"
CANDIDATE = f"{_SUCCESSOR}~"
"""What stands behind the end of a term that is not sure: the source only names a successor; it was in an older export only."""
_RANKS = {"other": 2, "ambassador": 2, "envoy": 2, "secretary_general": 2, "legislator": 3, "party_leader": 2}

_NO_STATES = frozenset({"EU", "EZ", "UN", "QO"})

Row = dict[str, str]
Demonym = tuple[str, str]
"""A form and the ISO code of its country."""


class Metonym(NamedTuple):
    """A place or building whose name stands for an institution."""

    surface: str
    language: str
    """ISO 639-1, or "und" for any."""
    kind: str
    place: str
    qid: str
    country: str
    body: str
    """What it stands for, as `Entry.body` says it; empty for the state itself."""


_BODIES = (
    (
        "foreign_ministry",
        ("Ministry of Foreign Affairs", "Foreign, Commonwealth", "Federal Foreign Office", "Department of State"),
    ),
    (
        "defence_ministry",
        ("Department of Defense", "Ministry of Defense", "Ministry of the Armed Forces", "Minister of the Armed"),
    ),
    ("interior_ministry", ("Ministry of the Interior",)),
    ("finance_ministry", ("Ministry of Economy",)),
    (
        "parliament",
        ("Parliament of", "Congress", "National Assembly", "Senate of", "Bundestag", "National People's Congress"),
    ),
)


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file, plain or gzipped."""
    if not path.exists():
        return
    data = path.read_bytes()
    text = gzip.decompress(data).decode("utf-8") if path.suffix == ".gz" else data.decode("utf-8")
    try:
        for number, row in enumerate(csv.DictReader(io.StringIO(text, newline="")), 2):
            if None in row or None in row.values():
                raise DataError(
                    f"{path.name}, line {number}: the number of fields differs from the header. Quote commas."
                )
            yield row
    except csv.Error as error:
        raise DataError(f"{path}: not a CSV table: {error}. Restore the file.") from error


def entries(folder: Path, own: Path | None = None, *, brought: bool = True) -> list[Entry]:
    """Return every entry of the tables and of the user's own (kg/authority/grown.py), curated ones first, each id once.

    Without what was `brought` by updates: the shipped ones and those that the user added by hand.
    """
    own = own or folder / "none"
    found: dict[str, Entry] = {}
    relabelled: set[str] = set()
    officials = _officials(folder)
    by_hand = (*(folder / f"{name}.csv" for name in ("actors", "additions", "heads", "places")), own / "own.csv")
    for row in [row for file in by_hand for row in rows(file)]:
        entry = _entry(row, officials)
        old = found.get(entry.id)
        dropped = set(_split(row.get("drop", "")))
        label = old.label if old and entry.id in relabelled else ""
        found[entry.id] = _merged(old, entry, label=label, dropped=dropped) if old else entry
        if "basis" in row:
            relabelled.add(entry.id)
    for row in rows(folder / "demonyms.csv"):
        if row["iso2"] in _NO_STATES:
            continue
        entry = _country(row)
        old = found.get(entry.id)
        found[entry.id] = _merged(entry, old, label=old.label, wikidata=old.wikidata) if old else entry
    _agreements(folder, found)
    found = _one_a_person(found)
    curated = {entry.wikidata for entry in found.values() if entry.wikidata}
    for qid, entry in officials.items():
        if qid not in curated:
            found[qid] = entry
    return [_recalled(entry) for entry in (_grown(found, folder, own) if brought else found.values())]


def _recalled(entry: Entry) -> Entry:
    """Return an entry whose open posts as ambassador end where he took an office of state: no ambassador is minister."""
    home = [term.start for term in entry.tenures if term.kind in OF_STATE - {"ambassador", "envoy"}]
    ends = {t: min(later) for t in entry.tenures if _abroad(t) and (later := [day for day in home if day > t.start])}
    recalled = tuple(msgspec.structs.replace(t, end=ends.get(t, t.end)) for t in entry.tenures)
    return msgspec.structs.replace(entry, tenures=recalled) if ends else entry


def _abroad(term: Tenure) -> bool:
    return term.kind == "ambassador" and term.end == ".." != term.start


def _grown(found: dict[str, Entry], folder: Path, own: Path) -> list[Entry]:
    """Return the entries with what updates have brought: more of those known by their id, and new ones behind them."""
    later = list(_officials(own, folder).values())
    later += [msgspec.structs.replace(_entry(row, {}), rank=2) for row in rows(own / "things.csv")]
    if later:
        by_qid = {entry.wikidata: key_ for key_, entry in found.items() if entry.wikidata}
        taken = {key(name): entry.id for entry in found.values() if not entry.rank for name in entry.names}
        for entry in later:
            known = by_qid.get(entry.wikidata)
            found[known or entry.id] = refreshed(found[known], entry, taken) if known else entry
    return list(found.values())


def _agreements(folder: Path, found: dict[str, Entry]) -> None:
    """Add to the agreements among the entries what is known of their signing."""
    for row in rows(folder / "agreements.csv"):
        if row["id"] not in found:
            raise DataError(f"agreements.csv: {row['id']} has no row in additions.csv or actors.csv. Add one.")
        sides = [party.partition("@") for party in _split(row["parties"])]
        found[row["id"]] = msgspec.structs.replace(
            found[row["id"]], signed=row["signed"], seat=row["place"], parties=tuple(party for party, _, _ in sides),
            joined=tuple((party, day) for party, _, day in sides if day), mediators=tuple(_split(row["mediators"])),
            about=tuple(_split(row["about"])),
        )  # fmt: skip


def _one_a_person(found: dict[str, Entry]) -> dict[str, Entry]:
    """Join persons who stand in two rows under one Wikidata id; the first row keeps its id."""
    by_qid: dict[str, str] = {}
    kept: dict[str, Entry] = {}
    for entry in found.values():
        first = by_qid.setdefault(entry.wikidata, entry.id) if entry.type == "person" and entry.wikidata else entry.id
        kept[first] = _merged(entry, kept[first]) if first in kept else entry
    return {
        key_: entry if entry.id == key_ else msgspec.structs.replace(entry, id=key_) for key_, entry in kept.items()
    }


_ARTICLES = re.compile(r"^(?:the|les?|la|des|un|une)\s+|^l['’]")


def _bare(name: str) -> str:
    """Return a name without a lower-case article before it ("les talibans")."""
    return _ARTICLES.sub("", name) or name


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _entry(row: Row, officials: dict[str, Entry]) -> Entry:
    kind = row["type"]
    if kind not in TYPES:
        raise DataError(f"actors: {row['id']}: unknown type {kind!r}. Known: {', '.join(sorted(TYPES))}.")
    verified = row.get("verified", "yes")
    qid = row.get("qid", "")
    labels = [row["label_en"], row["label_fr"]]
    if kind == "Country":  # "Mexico" is a state in English and a city in French
        labels = [f"{code}:{label}" for code, label in zip(("en", "fr"), labels, strict=True) if label]
    names = [*labels, *(name for name in _split(row["aliases"]) if "(metonym)" not in name)]
    names = [name for name in names if not (kind == "Person" and name.lower().startswith(_TITLED))]
    official = officials.get(qid) if qid else None
    tenures = tuple(_held(row, official)) if kind == "Person" else ()
    if official:
        names += official.names
    return Entry(
        id=row["id"],
        label=row["label_en"],
        type=TYPES[kind],
        country=row["country"] or (official.country if official else ""),
        wikidata=qid if verified == "yes" else "",
        candidate=qid if verified != "yes" else "",
        rank=int(row.get("rank") or 0),
        names=tuple(dict.fromkeys(_bare(name) for name in names if name)),
        tenures=tenures,
        body=row.get("body") or ("agency" if kind in _STATE_ORGANS else ""),
        stands_for=row.get("stands_for", ""),
        capital=kind == "City" and row.get("offices", "") == "capital",
        label_fr=row["label_fr"],
    )


def _told(row: Row) -> str:
    """Return what a term that was written by hand rests on."""
    basis = row.get("offices_basis") or row.get("basis") or "by hand"
    return f"{'own.csv' if 'added' in row else 'actors.csv'}: {basis}"


def _held(row: Row, official: Entry | None) -> Iterator[Tenure]:
    """Yield the curated terms, typed by the official tables where both have them."""
    known = {(tenure.start[:7], tenure.end[:4]): tenure for tenure in official.tenures} if official else {}
    by_name = {tenure.office.lower(): tenure for tenure in official.tenures} if official else {}
    for term in _split(row.get("offices", "")):
        office, _, dates = term.partition("=")
        start, _, end = dates.partition("/")
        twin = by_name.get(office.lower()) or known.get((start[:7], end[:4]))
        told = office_kind(office)
        kind = twin.kind if twin and twin.kind != "other" and told != "secretary_general" else told
        number = twin.office_id if twin else ""
        yield Tenure(office, kind, row["country"], start or "..", end or "..", office_id=number, basis=_told(row))
    if official and not row.get("offices"):
        yield from official.tenures
    elif official:
        parts = [re.split("[=/]", f"{term}=../..") for term in _split(row.get("offices", ""))]
        own = [(office_kind(office), start, end) for office, start, end, *_ in parts]
        yield from (term for term in official.tenures if term.kind == "legislator" or _adds(term, own))


def _adds(term: Tenure, own: list[tuple[str, str, str]]) -> bool:
    """Tell whether an exported term says what the curated ones leave out: it is sure, and of another time.

    One that begins in the time of a curated term is the same office under another title, or what the curated row corrects;
    so is one of the same kind that ends in it.
    """
    return term.sure and not any(
        _within(start, end, term.start) or (kind == term.kind and _within(start, end, term.end))
        for kind, start, end in own
    )


def _within(start: str, end: str, day: str) -> bool:
    """Tell whether a date lies in the time from one to another, as finely as they are told."""
    if day == "..":
        return end == ".."
    within = end == ".." or day[: len(end)] < end[: len(day)] + "~" * (len(day) < len(end))
    return within and (start == ".." or start[: len(day)] <= day[: len(start)])


def _merged(first: Entry, second: Entry, *, label: str = "", wikidata: str = "", dropped: Iterable[str] = ()) -> Entry:
    """Return the second entry on top of the first: its filled fields win, names are joined."""
    return Entry(
        id=first.id,
        label=label or second.label or first.label,
        type=second.type,
        country=second.country or first.country,
        wikidata=wikidata or second.wikidata or first.wikidata,
        candidate=second.candidate or first.candidate,
        names=tuple(name for name in dict.fromkeys(second.names + first.names) if name not in dropped),
        tenures=tuple(t for t in dict.fromkeys(first.tenures + second.tenures) if t.office_id not in dropped),
        body=second.body or first.body,
        stands_for=second.stands_for or first.stands_for,
        capital=first.capital or second.capital,
        label_fr=second.label_fr or first.label_fr,
    )


def _country(row: Row) -> Entry:
    names = [
        f"{lang}:{row[f'name_{lang}']}"
        for lang in ("en", "fr", "es", "de", "ar", "ru", "fa", "zh")
        if row[f"name_{lang}"]
    ]
    return Entry(
        id=f"country/{row['iso2']}",
        label=row["name_en"],
        type="country",
        country=row["iso2"],
        wikidata=row["qid"],
        names=(*names, f"en:{row['full_name_en']}"),
        label_fr=row["name_fr"],
    )


def _officials(folder: Path, shipped: Path | None = None) -> dict[str, Entry]:
    """Return the persons of a machine-derived table; with `shipped`, of the user's own, its offices added to those."""
    offices = {row["qid"]: row for row in rows(folder / "offices.csv")}
    file = folder / ("officials.csv" if shipped else "officials.csv.gz")
    if shipped and file.exists():
        offices |= {row["qid"]: row for row in rows(shipped / "offices.csv")}
    found = {}
    for row in rows(file):
        terms, read = row["terms"].split(), row.get("sources", "").split() or [_run(file.name, row)]
        read = read * len(terms) if len(read) == 1 else read
        tenures = tuple(_term(term, offices, basis) for term, basis in zip(terms, read, strict=True))
        found[row["qid"]] = Entry(
            id=row["qid"],
            label=row["label"],
            type="person",
            country=next((tenure.country for tenure in tenures if tenure.country), ""),
            wikidata=row["qid"],
            rank=min(
                (
                    _RANKS.get(tenure.kind, 1) + (_SUCCESSOR in term)
                    for tenure, term in zip(tenures, terms, strict=True)
                ),
                default=3,
            ),
            names=tuple(dict.fromkeys((row["label"], _untitled(row["label"]), *_split(row["other_names"])))),
            tenures=tenures,
        )
    return found


_PEERAGE = re.compile(r",\s+(?:\d+\w*\s+)?(?:Baron|Baroness|Viscount|Earl|Lord|Lady|Marquess|Duke|Countess)\b.*")


def _untitled(label: str) -> str:
    """Return a name without the peerage behind it ("NAME, Baron PLACE")."""
    return _PEERAGE.sub("", label)


def _run(file: str, row: Row) -> str:
    """Return what the terms of a row rest on that a query service gave; nothing where it does not say."""
    return f"{file}: run {row['run']}, {row['as_of']}" if row.get("run") else ""


def _term(term: str, offices: dict[str, Row], basis: str) -> Tenure:
    head, _, dates = term.partition("=")
    qid, _, state = head.partition("@")
    start, _, last = dates.partition("/")
    office, end = offices[qid], last.rstrip(CANDIDATE)
    return Tenure(office["label"], office["kind"], state or office["country"], start, end, end == last, qid, basis)


def demonyms(folder: Path, language: str) -> list[Demonym]:
    """Return the adjectives and names of inhabitants of a language, with the country of each."""
    found = []
    for row in rows(folder / "demonyms.csv"):
        if row["iso2"] in _NO_STATES:
            continue
        forms = [
            row[column]
            for column in row
            if column.startswith(("adjective_", "demonym_")) and f"_{language}" in column and row[column]
        ]
        found += [(form, row["iso2"]) for cell in dict.fromkeys(forms) for form in _split(cell)]
    return found


def metonyms(folder: Path) -> list[Metonym]:
    """Return the surfaces of places that stand for an institution."""
    return [
        Metonym(
            row["surface"],
            row["lang"],
            row["kind"],
            row["literal_place"],
            row["literal_qid"],
            row["country"],
            _body(row["metonym_for"]),
        )
        for row in rows(folder / "metonyms.csv")
    ]


def _body(institution: str) -> str:
    return next((body for body, cues in _BODIES if any(cue in institution for cue in cues)), "")
