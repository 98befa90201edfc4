"""The ledger of an agreement: what each commitment promised, and what articles say became of it, step by step.

Nothing is chosen and nothing is written: the steps are claims, in the order in which they were published, and how a
commitment stands is counted from them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import pyoxigraph as ox

from kg.query import Value, answer
from kg.vocab import COMMITMENT_TYPES

__all__ = ["Entry", "Step", "ledger"]

Row = Mapping[str, Value]

_WORDS = {
    "planned": "announced",
    "proposed": "proposed",
    "ongoing": "begun",
    "in_progress": "begun",
    "inprogress": "begun",
    "occurred": "done",
    "fulfilled": "done",
    "claimed": "claimed",
    "denied": "denied",
    "contested": "denied",
    "breached": "broken",
    "cancelled": "cancelled",
    "postponed": "postponed",
}
"""Status as told -> what it is in the course of a commitment."""
_KINDS = {node.rpartition("#")[2]: word.replace("_", " ") for word, node in COMMITMENT_TYPES.items()}
_AGAINST = frozenset({"denied", "broken", "cancelled"})


@dataclass(frozen=True, slots=True)
class Step:
    """One claim in the course of a commitment."""

    word: str
    """promised, announced, proposed, begun, done, claimed, denied, broken, cancelled, postponed, or moved."""
    sentence: str
    article: str
    told: str
    """IRI of the claim or of the commitment as the article speaks of it."""
    published: str = ""
    """ISO day of the article, or empty."""
    day: str = ""
    """EDTF of when it happened or is to happen, or empty."""
    deadline: str = ""
    """EDTF of the deadline that this claim names, or empty."""
    figure: str = ""
    speaker: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment, or what was done under the agreement without one."""

    agreement: str
    name: str
    commitment: str
    """IRI, or empty for deeds that no article puts as a commitment."""
    kind: str
    """A type of commitments in words; of deeds without one, the event type."""
    owed_by: str
    owed_to: str
    due: str
    """EDTF, or empty."""
    standing: tuple[str, ...]
    """How it stands, each word once, in order of time.  `disputed`, `late` (first done after the day) and `overdue` (the
    day is past, and no article says that it was done) are counted from the steps."""
    steps: tuple[Step, ...]


def ledger(store: ox.Store, agreement: str) -> list[Entry]:
    """Return the entries of an agreement, those of commitments first, each with its steps in order of publication.

    Args:
        store: what is asked.
        agreement: name, id or IRI of the agreement.

    Raises:
        QueryError: nothing in the store is called so.
    """
    rows = answer(store, "ledger", {"agreement": agreement}).dicts()
    last = max((_day(row["day"]) for row in answer(store, "articles").dicts()), default="")
    found = []
    for _, told in groupby(rows, key=lambda row: (row["agreement"], row["kind"], row["commitment"])):
        found.append(_entry(list(told), last))
    return sorted(found, key=lambda entry: (entry.agreement, not entry.commitment, entry.kind, entry.commitment))


def _entry(rows: Sequence[Row], last: str) -> Entry:
    first = rows[0]
    steps = tuple(_steps(rows))
    latest = max((_text(row["latest"]) for row in rows), default="")
    return Entry(
        _text(first["agreement"]),
        _text(first["name"]),
        _text(first["commitment"]),
        _KINDS.get(_text(first["kind"]), _text(first["kind"]).replace("_", " ")),
        _joined(rows, "owed_by"),
        _joined(rows, "owed_to"),
        _joined(rows, "due"),
        _standing(steps, latest, last),
        steps,
    )


def _steps(rows: Sequence[Row]) -> Iterator[Step]:
    """Yield one step a sentence and word; a deadline later than all told before is one that was moved."""
    known = ""
    seen: set[tuple[str, str]] = set()
    promises = {_text(row["sentence"]) for row in rows if row["step"] == "promise"}
    for row in sorted(rows, key=_order):
        by, sentence = _text(row["deadline_by"]), _text(row["sentence"])
        word = "promised" if row["step"] == "promise" else _WORDS.get(_text(row["stands"]), "told")
        if (word, sentence) in seen or (word != "promised" and sentence in promises):
            continue  # told again in a reprint, or the promise itself
        seen.add((word, sentence))
        if row["step"] == "deed" and known and by > known and word in {"announced", "proposed", "claimed", "begun"}:
            word = "moved"
        known = max(known, by, _text(row["latest"]))
        yield Step(
            word,
            _text(row["sentence"]),
            _text(row["article"]),
            _text(row["told"]),
            _day(row["published"]),
            _text(row["day"]),
            _text(row["deadline"]),
            _text(row["figure"]).strip(),
            _text(row["speaker"]),
            _text(row["outlet"]),
        )


def _order(row: Row) -> tuple[str, str, bool, str, str]:
    return (
        _text(row["published"]),
        _text(row["article"]),
        row["step"] != "promise",
        _text(row["sentence"]),
        _text(row["told"]),
    )


def _standing(steps: Sequence[Step], latest: str, last: str) -> tuple[str, ...]:
    words = list(dict.fromkeys(step.word for step in steps))
    done = [step for step in steps if step.word == "done"]
    if done and any(word in _AGAINST for word in words):
        words.append("disputed")
    if latest and last > latest and not any((step.published or last) <= latest for step in done):
        words.append("overdue" if not done else "late")
    return tuple(words)


def _joined(rows: Sequence[Row], name: str) -> str:
    return "; ".join(sorted({_text(row[name]) for row in rows if row[name] is not None}))


def _text(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _day(value: Value) -> str:
    return _text(value)[:10]
