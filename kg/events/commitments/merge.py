"""One promise is one term, however often it is told; one text is one agreement, whatever it was called at first."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kg.events.times import compatible, narrower
from kg.events.treaties.treaty import Treaty
from kg.model import Commitment

__all__ = ["merge", "united"]

_COUNTED = frozenset({"withdrawal", "prisoner_release"})
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b|[0-3]?\d\b(?![.,]\d))\d[\d.,]*\d")
"""A number of people in the words of a term, no day and no year."""


def merge(treaty: Treaty, term: Commitment) -> None:
    """Enter a term, or make the same term told before fuller."""
    for index, old in enumerate(treaty.commitments):
        if old.type != term.type or (old.obligor and term.obligor and old.obligor != term.obligor):
            continue
        if old.deadline and term.deadline and old.deadline.edtf != term.deadline.edtf:
            continue
        figures = [_FIGURE.findall(t.label) for t in (old, term)]
        if old.start == term.start and all(figures) and figures[0] != figures[1]:
            continue
        if bool(figures[0]) != bool(figures[1]) and term.type in _COUNTED:
            continue  # a part and the whole
        treaty.commitments[index] = replace(
            old, obligor=old.obligor or term.obligor, obligee=old.obligee or term.obligee,
            deadline=old.deadline or term.deadline, condition=old.condition or term.condition,
            event=old.event or term.event, status=term.status if term.status != "pending" else old.status,
        )  # fmt: skip
        return
    treaty.commitments.append(term)


def united(treaties: Sequence[Treaty]) -> list[Treaty]:
    """Return agreements with those made one that turned out to have one name."""
    kept: dict[str, Treaty] = {}
    for treaty in treaties:
        first = kept.setdefault(treaty.key, treaty)
        if first is treaty:
            continue
        first.parties += [p for p in treaty.parties if p not in first.parties]
        first.mediators += [m for m in treaty.mediators if m not in first.mediators]
        if compatible(first.when, treaty.when):
            first.when = narrower(first.when, treaty.when)
        first.place = first.place or treaty.place
        first.advance(treaty.status)
        first.signing = first.signing or treaty.signing
        first.weak = first.weak and treaty.weak
        first.told += treaty.told
        for term in treaty.commitments:
            merge(first, term)
    return list(kept.values())
