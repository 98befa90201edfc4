"""What is judged of two reports: whether they are of one thing, by which rule, and why."""

from typing import Literal

import msgspec

__all__ = ["Outcome", "Verdict"]

Outcome = Literal["same", "only", "unique", "unsure", "different"]
"""only: the same if each has no other candidate; unique: the same if the vaguer report has no other candidate."""


class Verdict(msgspec.Struct, frozen=True):
    """A judgement on two reports, with the rule that gave it and why."""

    outcome: Outcome
    rule: str
    why: str
    strength: int = 0
    """Of two judgements that exclude each other the stronger one stands."""
    again: bool = False
    """Whether one article may tell it twice: there is one such event of these actors, and nothing sets the two apart."""
