"""Whether two reports of forces that leave or arrive are of one movement: announced, begun and done."""

from typing import Literal

from kg.consolidate.parties import Match
from kg.consolidate.profile import NEARLY, Profile
from kg.consolidate.times import Relation, relate_deadlines
from kg.consolidate.verdict import Verdict
from kg.vocab import QUANTITY_KINDS

__all__ = ["Figures", "movement"]

_NEXT = {"ahead": frozenset({"under way", "done"}), "under way": frozenset({"done"})}
"""What may come of movements, by how far they are."""
_MOVED = frozenset({QUANTITY_KINDS["withdrawn"], QUANTITY_KINDS["deployed"], ""})
_MONTH = 31
_YEAR = 366
_FRESH = 62
"""Days between two articles that may speak of one announcement without giving its date."""

Figures = Literal["same", "unknown", "apart"]


def movement(one: Profile, other: Profile, cast: Match, time: Relation, place: str, figures: Figures) -> Verdict:
    """Judge withdrawals and deployments: one movement has one deadline or one figure."""
    if cast not in {"same", "part"} or place not in {"same", "within"}:
        return Verdict("unsure", "forces", "whose forces or where is not told by both")
    due = relate_deadlines(one.deadline, other.deadline)
    if _denies(one, other) and cast == "same" and place == "same" and "apart" not in {figures, due, time}:
        return Verdict("only", "forces-denied", "forces of the same actor, same place, told and denied in one month", 2)
    if due == "exact" and not _extents_clash(one, other):
        return Verdict("same", "forces-deadline", "forces of the same actor, same place, same deadline", 8)
    if (figures == "apart" or due == "apart") and (disputed := _disputed(one, other, cast, time, place, figures, due)):
        return disputed
    if cast == "same" and "apart" not in {figures, due} and (step := _one_course(one, other, time, figures)):
        return step
    if figures == "apart" or due == "apart" or time == "apart":
        return Verdict("different", "forces", "another figure, extent, deadline or time")
    dated = "exact" in {time, due} or "near" in {time, due}
    fresh = one.published and other.published and abs(one.published - other.published) <= _FRESH
    if figures == "same" and (dated or due in {"within", "vague"} or fresh):
        return Verdict(
            "same", "forces-figure", "forces of the same actor, same place, same figure, at times that agree", 7
        )
    return Verdict("unsure", "forces", "neither figure nor deadline is told by both")


def _one_course(one: Profile, other: Profile, time: Relation, figures: Figures) -> Verdict | None:
    """Judge movements of which one may be what came of the other, or that are told of one day without a figure."""
    if one.stage == other.stage:
        if time == "exact" and figures == "unknown" and one.stage in {"under way", "done"}:
            return Verdict("only", "forces-day", "forces of the same actor, same place, same day", 3)
        return None
    if figures != "same" and any(amount.kind not in _MOVED for amount in (*one.amounts, *other.amounts)):
        return None  # cut to a number that stays: what leaves later is another movement
    for first, then in ((one, other), (other, one)):
        if then.stage in _NEXT.get(first.stage, ()) and _follows(first, then) and not _a_part(then, figures):
            why = "forces of the same actor, same place: announced, begun or done, one after the other"
            return Verdict("only", "forces-steps", why, 2)
    return None


def _follows(first: Profile, then: Profile) -> bool:
    """Tell whether the day of what came lies in the year after something was announced or begun, or soon after it was due."""
    began = first.when.earliest if first.stage == "under way" and first.when else None
    told = began.toordinal() if began else first.published
    came = then.when.earliest.toordinal() if then.when and then.when.earliest else 0
    if not came and then.stage == "under way":
        came = then.published
    due = first.deadline.latest if first.deadline else None
    return bool(told and came) and told <= came <= (due.toordinal() + _FRESH if due else told + _YEAR)


def _a_part(then: Profile, figures: Figures) -> bool:
    """Tell whether a movement that is done may be a part alone of what was announced: a share, another number."""
    counted = any(amount.extent == "part" or (amount.value and figures != "same") for amount in then.amounts)
    return then.stage == "done" and counted


def _disputed(
    one: Profile, other: Profile, cast: Match, time: Relation, place: str, figures: str, due: Relation
) -> Verdict | None:
    """Judge movements told in one month that differ in one thing alone: reports err or disagree on it."""
    news = one.published and other.published and abs(one.published - other.published) <= _MONTH
    if not news or cast != "same" or place != "same" or time == "apart" or one.stage != other.stage:
        return None
    why = "forces of the same actor, same place, in news of one month"
    if figures == "same" and due == "apart" and any(amount.value for amount in one.amounts):
        return Verdict("only", "forces-disputed", f"{why}: the same figure, other deadlines", 3)
    if figures == "apart" and due != "apart" and _nearly(one, other):
        return Verdict("only", "forces-disputed", f"{why}: figures that nearly agree", 2)
    return None


def _denies(one: Profile, other: Profile) -> bool:
    """Tell whether one of two reports in news of one month denies what the other tells."""
    news = one.published and other.published and abs(one.published - other.published) <= _MONTH
    return bool(news) and "denied" in {one.stage, other.stage} and one.stage != other.stage


def _nearly(one: Profile, other: Profile) -> bool:
    """Tell whether figures of one kind nearly agree, and no other figures are told."""
    if len(one.amounts) != 1 or len(other.amounts) != 1:
        return False
    ((mine,), (theirs,)) = one.amounts, other.amounts
    if not mine.value or not theirs.value or (mine.unit, mine.kind) != (theirs.unit, theirs.kind):
        return False
    return min(mine.value, theirs.value) >= NEARLY * max(mine.value, theirs.value)


def _extents_clash(one: Profile, other: Profile) -> bool:
    mine, theirs = ({amount.extent for amount in profile.amounts} for profile in (one, other))
    return ("all" in mine) != ("all" in theirs) and bool(one.amounts) and bool(other.amounts)
