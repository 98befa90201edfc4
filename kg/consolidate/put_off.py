"""Whether of two reports of days that exclude each other one tells what became of the other: put off, and held later."""

from kg.consolidate.profile import HELD, Profile, family, put_off, until_made
from kg.consolidate.times import precision, relate

__all__ = ["day_changed", "may_be_put_off"]

_WEEK = 7
_YEAR = 366
_SLACK = 3
"""Days after the day planned on which it may still be told that it was put off."""


def day_changed(one: Profile, other: Profile) -> str:
    """Return why one report may be of what the other tells, on another day, because it was put off; empty if not."""
    if _made(one, other):
        return "put off, and held within a year"
    return "planned, and put off to another day" if _moved(one, other) else ""


def may_be_put_off(one: Profile, other: Profile) -> bool:
    """Tell whether one is planned for a day, and the other the same held within a year of it: a third may join them."""
    for plan, held in ((one, other), (other, one)):
        due, came = plan.when and plan.when.latest, held.when and held.when.earliest
        if plan.stage == "ahead" and held.stage == "done" and _alike(plan, held) and due and came:
            return plan.type in HELD and precision(plan.when) <= _WEEK and 0 < (came - due).days <= _YEAR
    return False


def _made(one: Profile, other: Profile) -> bool:
    """Tell whether one report is of something put off, and the other of the same held later."""
    for due, held in ((one, other), (other, one)):
        if put_off(due) and held.stage == "done" and held.when is not None and precision(held.when) <= _WEEK:
            return relate(until_made(due), held.when) != "apart" and _alike(due, held)
    return False


def _moved(one: Profile, other: Profile) -> bool:
    """Tell whether one report is of something put off, and the other of the plan before it or after.

    The plan before is for the day from which it was put off, where that is told; else it was still ahead by then.
    """
    for off, plan in ((one, other), (other, one)):
        due, planned = off.when and off.when.latest, plan.when and plan.when.latest
        if not put_off(off) or plan.stage != "ahead" or not _alike(off, plan) or not due or not planned:
            continue
        if off.was_due is not None and planned < due:
            return relate(off.was_due, plan.when) != "apart"
        ahead = bool(off.published) and off.published <= planned.toordinal() + _SLACK
        return precision(plan.when) <= _WEEK and abs((due - planned).days) <= _YEAR and (planned > due or ahead)
    return False


def _alike(one: Profile, other: Profile) -> bool:
    """Tell whether both are of one kind, in the words of either: of talks that were put off a meeting is held."""
    return family(one.type) == family(other.type)
