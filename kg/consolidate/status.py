"""What became of an event, derived from its claims; the claims themselves stay as said."""

from collections.abc import Iterable, Iterator

import msgspec

from kg.consolidate.told import Said

__all__ = ["Step", "status", "steps"]

_CERTAIN = frozenset({"CTplus", "CTu"})
_OVER = frozenset({"occurred"})
_AHEAD = frozenset({"planned", "proposed"})
_STRENGTH = ("proposed", "claimed", "planned", "denied", "ongoing", "occurred", "postponed", "cancelled")
"""Of two claims of one day the later in this order counts: the more marked one, for most verbs tell what is over."""


class Step(msgspec.Struct, frozen=True):
    """How an event stands as known from one day on."""

    day: str
    status: str
    claims: tuple[Said, ...]
    """The claims that decide."""


def status(claims: Iterable[Said]) -> str:
    """Return the status that the claims come to, a word of `kg.model.Status`.

    The latest certain claim that affirms the event counts; where none is certain, the latest that affirms it; where
    all deny it, the latest.  What has occurred stays so: a later article that still calls it planned looks back.
    """
    return _standing(_ordered(claims))[0]


def steps(claims: Iterable[Said]) -> Iterator[Step]:
    """Yield how the status came about: for each day on which it changed, what was known then and by which claims."""
    dated = [claim for claim in _ordered(claims) if claim.day]
    before = ""
    for number, claim in enumerate(dated, 1):
        if number < len(dated) and dated[number].day == claim.day:
            continue
        known, deciding = _standing(dated[:number])
        if known != before:
            new = tuple(each for each in deciding if each.day == claim.day)
            yield Step(claim.day, known, new or tuple(deciding))
        before = known


def _ordered(claims: Iterable[Said]) -> list[Said]:
    return sorted(claims, key=lambda claim: (claim.day, _STRENGTH.index(claim.status), claim.iri))


def _standing(ordered: list[Said]) -> tuple[str, list[Said]]:
    """Return the status that claims come to, and the claims that decide it."""
    for kept in (
        [claim for claim in ordered if claim.positive and claim.factuality in _CERTAIN and claim.status != "denied"],
        [claim for claim in ordered if claim.positive],
        ordered,
    ):
        if kept:
            latest = _latest([claim for claim in kept if not _looks_back(claim)] or kept)
            return latest, [claim for claim in kept if claim.status == latest]
    return "claimed", []


def _latest(ordered: list[Said]) -> str:
    """Return the status that the last day comes to; what was over before stays over."""
    known = ""
    for number, claim in enumerate(ordered, 1):
        if number < len(ordered) and ordered[number].day == claim.day:
            continue
        ahead = claim.status in _AHEAD | {"ongoing", "claimed"}
        if not (known in _OVER and ahead):
            known = claim.status
    return known


def _looks_back(claim: Said) -> bool:
    """Tell whether a claim calls planned what was due before the day it is said on."""
    due = claim.when.latest if claim.when else None
    return claim.status in _AHEAD and due is not None and bool(claim.day) and due.isoformat() < claim.day
