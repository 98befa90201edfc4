"""The user's own authority folder: rows that `kg authority add` and `kg authority update` write, read beside the tables.

    own.csv         actors added by hand: columns as in additions.csv, and `offices` as in actors.csv
    officials.csv   persons with their terms, from a query service: columns as in officials.csv.gz, and where from
    offices.csv     their offices
    things.csv      organisations and agreements from a query service
    runs.jsonl      each update: endpoint, questions, dates, counts;  findings.csv: what it did not take, and why

What is derived by machine never outranks a curated row: it adds terms and names, and closes a term that was open.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kg.authority.fold import key
from kg.authority.values import Entry, Tenure

__all__ = ["TABLES", "folder", "hashes", "refreshed"]

TABLES = ("own.csv", "officials.csv", "offices.csv", "things.csv")
"""The files that are read beside the shipped tables."""


def folder() -> Path:
    """Return the user's own authority folder: what KG_AUTHORITY names, else a place in the user's data folder."""
    named = os.environ.get("KG_AUTHORITY")
    if named:
        return Path(named)
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("APPDATA") or str(Path.home() / ".local" / "share")
    return Path(base) / "diplomatic-kg" / "authority"


def hashes(shipped: Path, own: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the SHA-256 of each table that is there: the shipped ones by name, the user's as `own/NAME`."""
    files = {name: shipped / name for name in names} | {f"own/{name}": own / name for name in TABLES}
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items() if file.is_file()}


def refreshed(old: Entry, new: Entry, taken: Mapping[str, str] | None = None) -> Entry:
    """Return an entry with what a later table knows more: names, terms, and the end of a term that was open.

    A curated entry (rank 0) keeps every date that it has.  `taken` says whose each curated name is, by folded form: one
    that is another's is not added.
    """
    owners = taken or {}
    tenures = list(old.tenures)
    for term in new.tenures:
        place = next((number for number, known in enumerate(tenures) if _same(known, term)), None)
        if place is None:
            tenures.append(term)
        else:
            tenures[place] = _joined(tenures[place], term, curated=not old.rank)
    return msgspec.structs.replace(
        old,
        names=tuple(dict.fromkeys((*old.names, *(name for name in new.names if _free(name, old, owners))))),
        tenures=tuple(tenures),
        rank=min(old.rank, new.rank) if old.rank else 0,
        country=old.country or new.country,
    )


def _free(name: str, entry: Entry, owners: Mapping[str, str]) -> bool:
    tag, colon, form = name.partition(":")
    return all(
        owners.get(key(each), entry.id) == entry.id for each in (name, form if colon and len(tag) == 2 else name)
    )


def _same(known: Tenure, term: Tenure) -> bool:
    """Tell whether two rows speak of one term: one office, and one start as far as both say it."""
    if known.office_id and term.office_id:
        one = known.office_id == term.office_id
    else:
        one = known.office.lower() == term.office.lower()
    return one and (known.start.startswith(term.start) or term.start.startswith(known.start))


def _joined(known: Tenure, term: Tenure, *, curated: bool) -> Tenure:
    keep_end = known.end != ".." and (curated or term.end == "..")
    return msgspec.structs.replace(
        known,
        start=known.start if curated else max(known.start, term.start, key=len),
        end=known.end if keep_end else term.end,
        sure=known.sure or term.sure,
        basis=known.basis if known.sure or not term.sure else term.basis,
    )
