"""Whether enough is known of an event to assert it: who takes part, or else its day, its place, a number."""

from collections.abc import Iterable, Mapping

from kg.events.candidate import Candidate, Details
from kg.events.lexicon import frames
from kg.events.status import Reality
from kg.model import Troops

__all__ = ["asserted", "brokers_meet", "meant_for", "on_their_word", "one_count", "other_number", "strikes_back"]

_BODILESS = frozenset({"violence", "agreement", "election", "power"})
"""Families of which a verb may tell without saying who acts."""
_STRAY = frozenset({"violence", "visit", "power", "disarmament"})
"""Families whose place, where nobody is known to take part, must stand in the phrase of the noun itself."""

_FEW = 3
"""A number that two events may well share by chance."""
_SIDES = 2
_TO_COME = frozenset({"planned", "proposed", "postponed"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})


def asserted(candidate: Candidate, people: dict[str, str], details: Details) -> bool:
    """Tell whether enough is known of an event to assert it."""
    frame = frames()[candidate.type]
    if candidate.anaphoric and not people:
        return False
    if len(people) >= frame.min or (people and candidate.clear):
        return True
    if (
        people and candidate.reality.status in _CALLED_OFF
    ):  # "Egypt put off the summit": by whom is told, with whom need not be
        return True
    if people and frame.family == "relations" and details.place is not None:  # "reopened its embassy in Damascus"
        return True
    counted = details.quantity is not None and details.quantity.value is not None
    toll = details.quantity.kind in ("killed", "wounded") if details.quantity is not None else False
    if frame.family == "violence" and counted and toll:
        return True
    if "number" in frame.anchored and counted:  # "2,000 men are to leave Iraq"
        return details.place is not None or details.deadline is not None or details.when is not None
    dated_ = details.when is not None or details.deadline is not None
    if candidate.someone and (dated_ or details.place is not None):
        return True
    if candidate.someone and frame.family == "talks" and candidate.reality.status == "planned":
        return True  # "the ministers of the four states are to meet again"
    bodiless = frame.family not in _BODILESS and not candidate.collective
    if candidate.rule.startswith("verb:") and bodiless:
        return False
    if "both" in frame.anchored:
        return dated_ and details.place is not None
    stray = frame.family in _STRAY and candidate.type != "war"
    placed = details.place is not None and (not stray or bool(candidate.places))
    return ("date" in frame.anchored and dated_) or ("place" in frame.anchored and placed)


def on_their_word(candidate: Candidate, reality: Reality) -> bool:
    """Tell whether who says so is enough to tell what people without a name do, or shall do ("X demands that [hostages] be freed")."""
    gone = candidate.type == "withdrawal" and candidate.rule.startswith("noun:") and reality.status == "occurred"
    return candidate.someone and (reality.status in _TO_COME or gone)


def meant_for(candidate: Candidate, before: Reality) -> bool:
    """Tell whether talks lie ahead as does the meeting told before them ("flew in to meet X, hoping to bring them to [talks]")."""
    ahead = ("planned", "proposed")
    return candidate.type == "negotiation" and candidate.reality.status in ahead and before.status in ahead


def brokers_meet(met: dict[str, str], told: Iterable[dict[str, str]]) -> bool:
    """Tell whether one of two who meet is told to mediate: whom a broker meets is not all whom the talks are between."""
    brokers = {actor for people in told for actor, role in people.items() if role == "mediator"}
    sides = {actor for actor, role in met.items() if role in ("party", "participant")}
    return bool(sides & brokers) and len(sides - brokers) < _SIDES


def strikes_back(people: Mapping[str, str], known: Mapping[str, str]) -> bool:
    """Tell whether who is struck in one event strikes in the other ("since Hamas attacked Israel, Israel has shelled Gaza")."""
    shared = ((role, known[actor]) for actor, role in people.items() if actor in known)
    return any(mine != theirs and "target" in (mine, theirs) for mine, theirs in shared)


def other_number(one: Troops | None, other: Troops | None) -> bool:
    """Tell whether two tellings count different things: all of them and a part, or two numbers of one kind."""
    if one is None or other is None:
        return False
    return (one.extent == "all") != (other.extent == "all") or (one.kind == other.kind and one.value != other.value)


def one_count(own: Troops | None, other: Troops | None) -> bool:
    """Tell whether one number is told of both ("[100] prisoners go free", "[one hundred] men walked out"), and more than a few."""
    return own is not None and other is not None and own.value == other.value and (own.value or 0) > _FEW
