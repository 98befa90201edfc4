"""How surely a claim is right: how often claims read in the same way were, as data/confidence.toml has it."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

import msgspec
from msgspec.structs import replace

from kg import share
from kg.errors import DataError
from kg.model import Agreement, Claim, Reading

__all__ = ["judged", "weighed"]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    according: float
    speech: float
    told: float
    taken_up: float
    agreement: float
    commitment: float


@cache
def _table() -> _Table:
    try:
        return msgspec.toml.decode(share.path("data", "confidence.toml").read_bytes(), type=_Table)
    except msgspec.MsgspecError as error:
        raise DataError(f"data/confidence.toml: {error}. The file's comments describe its keys.") from error


def judged(claims: Iterable[Claim], reading: Reading) -> tuple[Claim, ...]:
    """Return claims with the share of right ones among those read in the same way as their confidence."""
    table = _table()
    mentions = [(one.start, {one.actor, one.place, one.literal}) for one in reading.mentions]
    starts, days = [start for start, _ in mentions], [one.start for one in reading.dates]

    def confidence(claim: Claim) -> float:
        if claim.rule.startswith("according:"):
            return table.according
        if claim.rule.startswith("speech:"):
            return table.speech
        near = mentions[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)]
        here = {known for _, ids in near for known in ids}
        dated = claim.when is not None or claim.deadline is not None
        if dated and bisect_left(days, claim.start) == bisect_left(days, claim.end):
            return table.taken_up
        named = {who.actor for who in claim.participants if not who.actor.startswith("unnamed:")}
        told = named | ({claim.place} - {None}) <= here
        return (
            table.told if told and (named or claim.quantity is not None) else table.taken_up
        )  # nobody known: less sure

    return tuple(replace(claim, confidence=confidence(claim)) for claim in claims)


def weighed(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Return agreements and their terms with the share of right ones among those that were read."""
    table = _table()
    return tuple(
        replace(
            each,
            confidence=table.agreement,
            commitments=tuple(replace(term, confidence=table.commitment) for term in each.commitments),
        )
        for each in agreements
    )
