"""The rows of the compiled authority, and the kinds of office that descriptions are resolved by."""

import csv
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from kg import share

__all__ = ["OF_STATE", "Entry", "EntryType", "Tenure", "body_served", "leads", "office_kind"]

OF_STATE = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister", "finance_minister",
        "ambassador", "envoy", "secretary_general",
    }
)  # fmt: skip
"""Kinds of office that one may ask for by their name."""

EntryType = Literal[
    "person", "country", "place", "government", "organization", "igo", "armed_group", "military", "media", "population",
    "agreement", "conflict",
]  # fmt: skip


class Tenure(msgspec.Struct, frozen=True, array_like=True):
    """One person in one office over one time."""

    office: str
    kind: str
    """head_of_state, head_of_government, foreign_minister ... ambassador, legislator, other (data/authority/offices.csv)."""
    country: str = ""
    start: str = ".."
    end: str = ".."
    """EDTF dates; `..` is open or unknown."""
    sure: bool = True
    """False where the source only names a successor, or a later export has the term no more: a candidate, never a fact."""
    office_id: str = ""
    basis: str = ""
    """What it rests on: a table and what it says of the term, or numbers of rows of sources.csv, joined by `+`."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One actor, place, agreement or conflict."""

    id: str
    label: str
    type: EntryType
    country: str = ""
    """ISO 3166-1 alpha-2 of citizenship or seat."""
    wikidata: str = ""
    """The Wikidata id, where two sources or an export of Wikidata give it."""
    candidate: str = ""
    """A Wikidata id that one public file alone gives."""
    rank: int = 0
    """0 curated, 1 head or minister, 2 other office, 3 legislator only: lower is preferred."""
    names: tuple[str, ...] = ()
    """Every form under which it is found."""
    tenures: tuple[Tenure, ...] = ()
    body: str = ""
    """For a body of a state, what it is: government, military, foreign_ministry ..., agency for any other."""
    stands_for: str = ""
    """For a place, the actor that its name stands for ("Kremlin")."""
    capital: bool = False
    label_fr: str = ""
    signed: str = ""
    """For an agreement, the day, month or year of its signing."""
    seat: str = ""
    """For an agreement, the place of its signing."""
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """For an agreement, what it is about: the kinds of the section [agreements] of a language."""
    joined: tuple[tuple[str, str], ...] = ()
    """For an agreement, the parties that joined it after its signing, each with the day."""

    def parties_on(self, day: date) -> tuple[str, ...]:
        """Return the parties that an agreement had on a day, those who joined it later left out."""
        late = {party for party, joined in self.joined if joined > day.isoformat()}
        return tuple(party for party in self.parties if party not in late) if late else self.parties


class Cue(NamedTuple):
    """What makes an English office label one of a kind; the first row that fits decides."""

    kind: str
    text: str
    opens: bool
    """True where the label must begin with it."""
    unless: str
    """Words beside which it does not count."""


@lru_cache(maxsize=1)
def _cues() -> tuple[Cue, ...]:
    """Return the rows of the table, in order."""
    with share.path("data", "authority", "kinds.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Cue(row["kind"], row["cue"], row["where"] == "start", row["unless"]) for row in csv.DictReader(rows)
        )


def office_kind(label: str) -> str:
    """Return the kind of an English office label that no table types, by the cues of data/authority/kinds.csv."""
    lowered = label.lower()
    for cue in _cues():
        fits = lowered.startswith(cue.text) if cue.opens else cue.text in lowered
        if fits and not (cue.unless and cue.unless in lowered):
            return cue.kind
    return "other"


@lru_cache(maxsize=1)
def _served() -> tuple[tuple[str, str], ...]:
    with share.path("data", "authority", "bodies.csv").open(encoding="utf-8", newline="") as rows:
        return tuple((row["cue"], row["body"]) for row in csv.DictReader(rows))


@lru_cache(maxsize=8192)
def body_served(label: str) -> str:
    """Return the id of the body of no state that an English office label is of; empty for an office of a state.

    Whose citizen its holder is says nothing of whom he acts for (data/authority/bodies.csv).
    """
    lowered = label.lower()
    return next((body for cue, body in _served() if cue in lowered), "")


@lru_cache(maxsize=1)
def _leading() -> dict[str, str]:
    with share.path("data", "authority", "leaders.csv").open(encoding="utf-8", newline="") as rows:
        return {row["country"]: row["kind"] for row in csv.DictReader(rows)}


def leads(iso: str) -> str:
    """Return the kind of office of whoever is called the leader of a state; empty where that changes or is not told."""
    return _leading().get(iso, "")
