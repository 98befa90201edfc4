"""Two claims that one word makes of one event are one."""

from msgspec.structs import replace

from kg.model import Claim

__all__ = ["fuller"]


def fuller(claim: Claim, again: Claim) -> Claim:
    """Return one claim of two that the same word makes of one event, with what either says."""
    return replace(
        claim,
        place=claim.place or again.place,
        when=claim.when or again.when,
        deadline=claim.deadline or again.deadline,
        quantity=claim.quantity or again.quantity,
        agreement=claim.agreement or again.agreement,
    )
