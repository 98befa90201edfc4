"""All that decides which event a report is of."""

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from kg.consolidate.parties import Cast
from kg.consolidate.told import Amount, Span

__all__ = ["FORCES", "HELD", "NEARLY", "SPEECH", "Profile", "family", "lacks", "put_off", "undated", "until_made"]

_FAMILIES = {
    "negotiation": "meeting", "mediation": "meeting", "agreement": "signing", "military_action": "attack",
    "normalization": "recognition",
}  # fmt: skip
"""Types that tell one event in different words, by the type they are compared under; all others are their own."""
FORCES = frozenset({"withdrawal", "deployment"})
NEARLY = 0.85
"""Share of the larger figure that the smaller one has where two reports may count the same thing."""
HELD = frozenset({"visit", "meeting", "negotiation", "election", "signing"})
"""Types that are planned for a day, put off and held later."""
_YEAR = timedelta(days=366)
SPEECH = frozenset({"statement", "promise", "threat", "refusal"})


class Profile(msgspec.Struct, frozen=True):
    """All that decides which event a report is of; reports with one profile may be judged together."""

    type: str
    cast: Cast
    places: frozenset[str] = frozenset()
    exact_place: frozenset[str] = frozenset()
    """Those that are smaller than a country."""
    when: Span | None = None
    deadline: Span | None = None
    amounts: frozenset[Amount] = frozenset()
    agreement: str = ""
    """Canonical agreement."""
    published: int = 0
    """Day of publication as an ordinal; 0 where it is not known.  Kept only where a rule may need it."""
    story: str = ""
    """The article, where the report leaves out what it may have told before."""
    stage: str = ""
    """ahead, put off, under way (movements of forces alone), done or denied."""
    level: str = ""
    """Of a meeting, who is sent to it."""
    was_due: Span | None = None
    """The day from which it was put off, where that and the new day are told."""


def family(type_: str) -> str:
    """Return the type under which events of a type are compared."""
    return _FAMILIES.get(type_, type_)


def lacks(profile: Profile) -> bool:
    """Tell whether a report leaves out who acts, when, or, of movements of forces, where."""
    acting = profile.cast.meant(profile.cast.lead)
    if profile.type in FORCES:
        return not acting or not profile.places
    if profile.type in SPEECH:
        return True  # what is said is told by the story alone
    return profile.when is None or len(acting) < (2 if profile.cast.lead == "mutual" else 1)


def put_off(profile: Profile) -> bool:
    """Tell whether a report is of something due on a known day that was put off: it may be held later."""
    return profile.stage == "put off" and profile.type in HELD and profile.when is not None


def until_made(profile: Profile) -> Span:
    """Return the time in which something put off may be held: a year from the day on which it was due."""
    assert profile.when is not None
    first = profile.when.latest or profile.when.earliest
    return replace(profile.when, earliest=first, latest=first + _YEAR if first is not None else None)


def undated(profile: Profile) -> Profile:
    """Return a profile without the day of publication, where no rule would look at it."""
    keeps = profile.type in FORCES or put_off(profile) or (not profile.cast.roles and profile.when is not None)
    return profile if keeps else replace(profile, published=0)
