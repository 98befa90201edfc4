"""Whether two events that articles tell are one: rules that give a judgement with its reason.

Precision comes first: what cannot be told stays apart.  Contradicting figures or statuses never separate what time,
place and actors join: they are what a reader looks for.
"""

from typing import Literal

from msgspec.structs import replace

from kg.consolidate.context import CAREERS, FRESH, SINGULAR, Context
from kg.consolidate.movements import movement
from kg.consolidate.parties import Match, compare_cast
from kg.consolidate.profile import FORCES, SPEECH, Profile, family
from kg.consolidate.put_off import day_changed, may_be_put_off
from kg.consolidate.times import Relation, precision, relate
from kg.consolidate.told import Amount, Span, World
from kg.consolidate.verdict import Outcome, Verdict

__all__ = ["Outcome", "Verdict", "compare"]

_PROCESSES = frozenset({"negotiation", "mediation", "war", "military_action"})
"""Types with a course, of which two reports may mention different days."""
_PLACELESS = frozenset(
    {
        "call",
        "sanction",
        "recognition",
        "appointment",
        "resignation",
        "statement",
        "promise",
        "threat",
        "refusal",
        "exit",
    }
)
_REPEATED = frozenset({"attack", "military_action"})
"""Types of which the same actors may be in several on one day."""
_TO_COME = frozenset({"ahead", "put off"})
_ONCE = frozenset({"agreement", "forces-figure", "forces-deadline"})
"""Rules by a name, figure or deadline that one event alone has."""
_SLIP = 7
"""Days by which reports of one signing may err; a second signing of one text comes weeks later."""


PlaceMatch = Literal["same", "within", "unknown", "apart"]


def _places(one: Profile, other: Profile, world: World) -> PlaceMatch:
    if not one.places or not other.places:
        return "unknown"
    if one.places & other.places:
        return "same"
    for mine in one.places:
        for theirs in other.places:
            country, its = world.countries.get(mine), world.countries.get(theirs)
            if country and country == its:
                if mine in world.is_country or theirs in world.is_country:
                    return "within"
                if world.labels.get(mine, {}).items() & world.labels.get(theirs, {}).items():
                    return "same"  # a town and the province of its name
                if (mine in world.buildings) != (theirs in world.buildings):
                    return "unknown"  # a house may stand in that town
            if not country or not its:
                return "unknown"
    return "apart"


def _amounts(one: Profile, other: Profile) -> Literal["same", "unknown", "apart"]:
    """Compare figures that measure the same thing; a hedged figure agrees with one in its range."""
    found: Literal["same", "unknown", "apart"] = "unknown"
    for mine in one.amounts:
        for theirs in other.amounts:
            if (mine.unit, mine.kind) != (theirs.unit, theirs.kind):
                continue
            if _all_and_some(mine, theirs) or _all_and_some(theirs, mine):
                return "apart"
            if mine.value is None or theirs.value is None:
                found = "same" if mine.extent and mine.extent == theirs.extent else found
            elif _covers(mine, theirs.value) or _covers(theirs, mine.value):
                found = "same"
            else:
                return "apart"
    return found


def _all_and_some(mine: Amount, theirs: Amount) -> bool:
    return mine.extent == "all" != theirs.extent and (theirs.extent == "part" or theirs.value is not None)


def _covers(amount: Amount, value: float) -> bool:
    if amount.low is not None or amount.high is not None:
        return (
            (amount.low if amount.low is not None else value)
            <= value
            <= (amount.high if amount.high is not None else value)
        )
    return amount.value == value


def compare(one: Profile, other: Profile, world: World) -> Verdict:
    """Return whether two reports are of one event."""
    verdict = _told(one, other, world)
    if verdict.outcome == "unsure" and one.type == other.type and (one.story or other.story):
        verdict = _by_context(one, other, world) or verdict
    return replace(verdict, again=True) if _told_again(one, other, verdict) else verdict


def _told_again(one: Profile, other: Profile, verdict: Verdict) -> bool:
    """Tell whether what joins two reports may stand in one article twice: a text is signed once."""
    once = verdict.outcome == "same" and verdict.rule in _ONCE
    return once and compare_cast(one.cast, other.cast) in {"same", "part"}


def _by_context(one: Profile, other: Profile, world: World) -> Verdict | None:
    """Judge two reports of which one leaves out what its article may have told before."""
    cast, time, place = compare_cast(one.cast, other.cast), relate(one.when, other.when), _places(one, other, world)
    figures, context = _amounts(one, other), Context(one, other, world, place == "same", place == "within")
    if place == "apart" or figures == "apart" or (one.type in SPEECH and cast != "same"):
        return None
    alone = place in {"same", "within"} or figures == "same" or context.looks_back(cast, time)
    if (one.type in _REPEATED and not alone) or (one.type == "visit" and place == "unknown"):
        return None  # of a visit it is the place that tells it from the next stop
    if one.type in FORCES:
        if figures == "same" and context.figures(cast, odd=_odd(one) or _odd(other)):
            return Verdict("only", "story-figure", "articles of one story: same figure, at times that agree", 3)
        return None
    if one.type in SPEECH and not _one_speaker(one, other):
        return None
    if cast == "different" or time == "apart":
        return None
    told = f"{_CAST[cast]}, {_TIME[time]}, {_PLACE[place]}"
    if one.type in CAREERS and cast == "same" and context.career(time):
        return Verdict("only", "career", f"an office that one person takes or leaves: {told}", 3)
    if context.day(cast, time):
        return Verdict("only", "story-day", f"articles of one story: {told}", 2)
    if context.month(cast, time):
        outcome: Outcome = "only" if precision(one.when) == precision(other.when) else "unique"
        return Verdict(outcome, "story-month", f"articles of one story: {told}", 2)
    if context.news(cast, time, within=0 if one.type in SPEECH else FRESH):
        closer = place in {"same", "within"} or (one.type == "ceasefire" and one.stage == other.stage)
        return Verdict("only", "story-news", f"news of one story, of the same days: {told}", 1 + closer)
    return None


def _odd(profile: Profile) -> bool:
    """Tell whether a figure is not as round as those that many movements have."""
    return any(amount.value is not None and amount.value % 1000 for amount in profile.amounts)


def _one_speaker(one: Profile, other: Profile) -> bool:
    """Tell whether one person, named by both, speaks: many speak for a state."""
    return bool(one.cast.persons(one.cast.lead) & other.cast.persons(other.cast.lead))


def _told(one: Profile, other: Profile, world: World) -> Verdict:
    """Judge by what the reports themselves tell."""
    if family(one.type) != family(other.type):
        return Verdict("different", "type", "events of different kinds")
    cast, time, place = compare_cast(one.cast, other.cast), relate(one.when, other.when), _places(one, other, world)
    if one.agreement and other.agreement and family(one.type) == "signing":
        return _signing(one, other, time)
    if cast == "different":
        return Verdict("different", "actors", "other actors in the same role")
    if place == "apart" and cast == "same" and time == "exact" and _one_day(one, other, world):
        return Verdict("only", "place-disputed", "the same who met on one day, told of two places", 2)
    if place == "apart" and one.type not in _PLACELESS:
        return Verdict("different", "place", "another place")
    if one.type == "exit" and one.agreement and other.agreement:
        return _exit(one, other, cast, time)
    if one.type in FORCES:
        return movement(one, other, cast, time, place, _amounts(one, other))
    if time == "apart":
        return _apart(one, other, cast, place)
    if one.type in SPEECH:
        return _speech(one, cast, time)
    return _plain(one, other, cast, time, place)


def _apart(one: Profile, other: Profile, cast: Match, place: str) -> Verdict:
    """Judge events of days that exclude each other: what is put off has several."""
    alike = place in {"same", "within"} and (cast == "same" or (cast == "part" and one.cast.lead != "mutual"))
    if alike and (why := day_changed(one, other)):
        return Verdict("only", "put-off", f"{why}: {_CAST[cast]}, same place", 2)
    slip = cast == "same" and one.type == "signing" and _days_apart(one.when, other.when) == 1
    open_ = slip or (alike and may_be_put_off(one, other))
    return Verdict("unsure" if open_ else "different", "time", "another time")


def _one_day(one: Profile, other: Profile, world: World) -> bool:
    """Tell whether two meetings of one day are one told of two states: the same persons, or the same level, met in both.

    Who meets whom twice in a day does not do so in two states.
    """
    if {one.type, other.type} != {"meeting"} or {one.stage, other.stage} != {"done"} or precision(one.when) != 1:
        return False
    here, there = ({world.countries.get(place) for place in each.places} for each in (one, other))
    if not (one.exact_place and other.exact_place) or here & there:
        return False
    mine, theirs = ({person for person, _ in each.cast.persons("mutual")} for each in (one, other))
    if mine or theirs:
        return mine == theirs and len(mine) > 1
    return bool(one.level) and one.level == other.level


def _signing(one: Profile, other: Profile, time: Relation) -> Verdict:
    """Judge signings of agreements that are known: dates that differ by a few days are a disagreement."""
    if one.agreement != other.agreement:
        return Verdict("different", "agreement", "of another agreement")
    if {one.type, other.type} == {"agreement", "signing"} and time != "exact":
        if time == "within":
            return Verdict("unique", "agreement", "conclusion of the same agreement, told with its month", 2)
        return Verdict("unsure", "agreement", "an agreement may be reached before it is signed")
    if time != "apart":
        return Verdict("same", "agreement", "conclusion of the same agreement, at times that agree", 9)
    if _days_apart(one.when, other.when) <= _SLIP:
        return Verdict("same", "agreement", "conclusion of the same agreement, dated a few days apart", 3)
    return Verdict("different", "agreement", "conclusions of one agreement at different times")


def _exit(one: Profile, other: Profile, cast: Match, time: Relation) -> Verdict:
    """Judge who leaves agreements that are known: a party leaves one once, announced, done or recalled."""
    if one.agreement != other.agreement:
        return Verdict("different", "exit", "of another agreement")
    if cast == "same" and time != "apart":
        return Verdict("same", "exit", "the same party leaves the same agreement, at times that agree", 6)
    return Verdict("unsure", "exit", "who leaves the agreement, or when, is not told alike by both")


def _days_apart(one: Span | None, other: Span | None) -> int:
    """Return how many days lie between two days; many where one is no day."""
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return 10_000
    return abs((one.earliest - other.earliest).days) if precision(one) == precision(other) == 1 else 10_000


def _speech(one: Profile, cast: Match, time: Relation) -> Verdict:
    if cast == "same" and time == "exact" and len(one.cast.roles) > 1:
        return Verdict("same", "words", "same speaker to or on the same actors, same day", 5)
    return Verdict("unsure", "words", "words of one speaker are many")


def _plain(one: Profile, other: Profile, cast: Match, time: Relation, place: str) -> Verdict:
    mixed = one.type != other.type
    why = f"{_CAST[cast]}, {_TIME[time]}, {_PLACE[place]}"
    placed = place in {"same", "within"} or one.type in _PLACELESS
    if cast in {"same", "part"} and time == "exact":
        if mixed and not (cast == "same" and placed):
            return Verdict("unsure", "day", f"told as events of two types: {why}")
        if _repeats(one, other, place):
            return Verdict("unsure", "day", f"there may be several such events a day: {why}")
        if cast == "part" and not (placed and one.cast.lead != "mutual"):
            return Verdict("only", "day", why, 4 + placed)
        return Verdict("same", "day", why, 6 + (cast == "same") + (place == "same"))
    if cast == "same" and time == "near" and placed and {one.stage, other.stage} <= _TO_COME:
        return Verdict("only", "week", f"neither held yet: {why}", 3)
    if mixed or one.type in _PROCESSES:
        return Verdict("unsure", "course", f"a process has many days: {why}")
    if cast in {"same", "part"} and time == "near" and placed:
        return Verdict("same" if cast == "same" else "only", "week", why, 4)
    if (
        cast == "same"
        and time == "near"
        and one.type == "meeting"
        and min(precision(one.when), precision(other.when)) == 1
    ):
        return Verdict("only", "week", why, 2)
    if cast == "same" and time == "within" and (placed or one.type in SINGULAR):
        alike = one.type in SINGULAR and precision(one.when) == precision(other.when)
        return Verdict("only" if alike else "unique", "month", why, 3)
    named = cast == "missing" or (cast == "unsure" and one.type in SINGULAR)
    if named and time == "exact" and place == "same" and _amounts(one, other) != "apart":
        return Verdict("only", "day-place", why, 2)
    if (
        time == "exact"
        and not one.cast.roles
        and not other.cast.roles
        and place == "unknown"
        and _long_past(one, other)
    ):
        return Verdict("same", "past-day", "an event of the past, known by its day", 2)
    return Verdict("unsure", "plain", f"not enough is told: {why}")


def _repeats(one: Profile, other: Profile, place: str) -> bool:
    """Tell whether there may be several such events in a day, and neither place nor figure says which."""
    return (
        one.type in _REPEATED
        and not (place == "same" and one.exact_place & other.exact_place)
        and _amounts(one, other) != "same"
    )


def _long_past(one: Profile, other: Profile) -> bool:
    """Tell whether both articles look back on a day more than a year before them."""
    return all(
        profile.published and profile.when and precision(profile.when) == 1 and profile.when.latest is not None
        and profile.published - profile.when.latest.toordinal() > 365
        for profile in (one, other)
    )  # fmt: skip


_CAST = {
    "same": "same actors",
    "part": "one names fewer actors",
    "missing": "actors not told by both",
    "unsure": "the side of someone is not known",
}
_TIME: dict[Relation, str] = {
    "exact": "same day", "near": "same week", "within": "one time within the other", "vague": "times that overlap",
    "unknown": "time not told by both",
}  # fmt: skip
_PLACE = {
    "same": "same place",
    "within": "one place within the other",
    "unknown": "place not told by both",
    "apart": "",
}
