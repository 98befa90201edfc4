"""`kg authority check`: what is wrong in the tables, the shipped ones and the user's own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from kg import share
from kg.authority import grown
from kg.authority.adding import QID, countries, term_fault
from kg.authority.days import begins, ends
from kg.authority.fold import key
from kg.authority.tables import CANDIDATE, TYPES, rows

__all__ = ["Wrong", "check"]

_BODIES = frozenset({"", "EU", "UN", "INT", "EZ", "QO"})
"""What stands in a column of states and is none."""
_REPEAT = frozenset({"additions.csv"})
"""Tables in which a second row with one id adds names to it."""
_ONE = frozenset({"Person", "ArmedGroup", "Organization", "IntergovernmentalOrganization", "Agreement"})
"""Types of which no two rows are one item of Wikidata; a city and its state may be one."""


class Wrong(NamedTuple):
    """One thing that is wrong: the table, the id of the row, and what."""

    table: str
    id: str
    says: str


def check(own: Path | None = None, shipped: Path | None = None) -> list[Wrong]:
    """Return what is wrong in all tables, in order of table and id.

    Raises:
        DataError: a table cannot be read at all.
    """
    folder = own or grown.folder()
    data = shipped or share.path("data", "authority")
    found: list[Wrong] = []
    by_hand = [data / name for name in ("actors.csv", "additions.csv", "heads.csv", "places.csv")]
    by_hand += [folder / "own.csv", folder / "things.csv"]
    states = countries()
    for file in by_hand:
        found += _actors(file, states)
    found += _shared_ids([*by_hand[:3], *by_hand[4:]])
    offices = {row["qid"] for row in rows(data / "offices.csv")}
    found += _offices(data / "offices.csv", states)
    found += _officials(data / "officials.csv.gz", offices)
    found += _offices(folder / "offices.csv", states)
    offices |= {row["qid"] for row in rows(folder / "offices.csv")}
    found += _officials(folder / "officials.csv", offices)
    found += [
        Wrong("demonyms.csv", row["iso2"], f"{row['qid']} is no Wikidata id")
        for row in rows(data / "demonyms.csv")
        if row["qid"] and not QID.fullmatch(row["qid"])
    ]
    return sorted(set(found))


def _actors(file: Path, states: frozenset[str]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for row in rows(file):
        name = row["id"]
        if name in seen and file.name not in _REPEAT:
            yield Wrong(file.name, name, "the id stands in two rows")
        seen.add(name)
        if row["type"] not in TYPES:
            yield Wrong(file.name, name, f"{row['type']} is no type")
        if row.get("qid") and not QID.fullmatch(row["qid"]):
            yield Wrong(file.name, name, f"{row['qid']} is no Wikidata id")
        if row["country"] not in states | _BODIES:
            yield Wrong(file.name, name, f"{row['country']} is no state")
        if not key(row["label_en"] or row["label_fr"]) and file.name != "additions.csv":
            yield Wrong(file.name, name, "has no name")
        if row["type"] == "Person":
            terms = [term.strip() for term in row.get("offices", "").split(";") if term.strip()]
            yield from (Wrong(file.name, name, f"{term}: {term_fault(term)}") for term in terms if term_fault(term))
            yield from (Wrong(file.name, name, says) for says in _overlaps(terms))


def _shared_ids(files: Iterable[Path]) -> Iterator[Wrong]:
    """Yield the rows whose Wikidata id belongs to a row of another id; shipped rows of one person are joined by it."""
    first: dict[str, str] = {}
    for file in files:
        for row in rows(file):
            if row["type"] in _ONE and row.get("qid") and row.get("verified", "yes") == "yes":
                other = first.setdefault(row["qid"], row["id"])
                joined = file.name == "things.csv" or (row["type"] == "Person" and file.name != "own.csv")
                if other != row["id"] and not joined:
                    yield Wrong(file.name, row["id"], f"{row['qid']} is the id of {other}, too")


def _offices(file: Path, states: frozenset[str]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for row in rows(file):
        if row["qid"] in seen:
            yield Wrong(file.name, row["qid"], "the id stands in two rows")
        seen.add(row["qid"])
        if not QID.fullmatch(row["qid"]):
            yield Wrong(file.name, row["qid"], "is no Wikidata id")
        if row["country"] not in states | _BODIES:
            yield Wrong(file.name, row["qid"], f"{row['country']} is no state")


def _officials(file: Path, offices: set[str]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for row in rows(file):
        name = row["qid"]
        if name in seen:
            yield Wrong(file.name, name, "the id stands in two rows")
        seen.add(name)
        if not QID.fullmatch(name):
            yield Wrong(file.name, name, "is no Wikidata id")
        terms = row["terms"].split()
        for term in terms:
            office = term.partition("=")[0].partition("@")[0]
            if office not in offices:
                yield Wrong(file.name, name, f"{office} is no known office")
            fault = term_fault(term) or _dead(term, row.get("died") or "")
            if fault:
                yield Wrong(file.name, name, f"{term}: {fault}")
        yield from (Wrong(file.name, name, says) for says in _overlaps(terms))


def _dead(term: str, died: str) -> str:
    """Return why a term cannot be of one who died on a day; empty where it can."""
    start, _, end = term.partition("=")[2].partition("/")
    day, first, last = ends(died), begins(start), begins(end.rstrip(CANDIDATE))
    if day is None:
        return ""
    if (first and first > day) or (last and last > day):
        return f"the holder died {died}"
    return f"open, though the holder died {died}" if end.startswith("..") else ""


def _overlaps(terms: Iterable[str]) -> Iterator[str]:
    """Yield the pairs of terms in one office that one person would have held twice at a time.

    An end that is not told overlaps nothing: the tables say open and unknown in one way.
    """
    held = defaultdict(list)
    for term in terms:
        office, _, dates = term.partition("=")
        start, _, end = dates.partition("/")
        if begins(start) and not term_fault(term) and end == end.rstrip(CANDIDATE):
            held[office].append((start, end))
    for office, dated in held.items():
        for one, other in combinations(sorted(dated), 2):
            first, second = begins(other[0]), begins(one[1])
            if first and second and second > (ends(other[0]) or first):
                yield f"{office}: {one[0]}/{one[1]} and {other[0]}/{other[1]} overlap"
