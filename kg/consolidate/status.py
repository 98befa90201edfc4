"""What became of an event, derived from its claims; the claims themselves stay as said."""

from collections.abc import Iterable

from kg.consolidate.told import Said

__all__ = ["status"]

_CERTAIN = frozenset({"CTplus", "CTu"})
_OVER = frozenset({"occurred"})
_AHEAD = frozenset({"planned", "proposed"})
_STRENGTH = ("proposed", "claimed", "planned", "denied", "postponed", "cancelled", "ongoing", "occurred")
"""Of two claims of one day the later in this order counts."""


def status(claims: Iterable[Said]) -> str:
    """Return the status that the claims come to, a word of `kg.model.Status`.

    The latest certain claim that affirms the event counts; where none is certain, the latest that affirms it; where
    all deny it, the latest.  What has occurred stays so: a later article that still calls it planned looks back.
    """
    everything = sorted(claims, key=lambda claim: (claim.day, _STRENGTH.index(claim.status), claim.iri))
    for kept in (
        [claim for claim in everything if claim.positive and claim.factuality in _CERTAIN and claim.status != "denied"],
        [claim for claim in everything if claim.positive],
        everything,
    ):
        if kept:
            latest = kept[-1].status
            if latest in _AHEAD | {"ongoing", "claimed"} and any(claim.status in _OVER for claim in kept):
                return "occurred"
            return latest
    return "claimed"
