"""Which reports are compared at all: those that share a key, never all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import log

from kg.consolidate.context import CAREERS, FRESH, MEETINGS, SINGULAR, WEEK
from kg.consolidate.profile import FORCES, NEARLY, Profile, family, lacks, put_off, until_made
from kg.consolidate.times import months, precision
from kg.consolidate.told import Story, World

__all__ = ["asked", "keys", "marked", "pairs"]

Key = tuple[str, ...]
_MONTH, _VAGUE = "month", "vague"

_BACK = 12
"""Months before a new day in which something may have been due."""
_NO_STORY = Story()


def pairs(profiles: Sequence[Profile], world: World) -> Iterator[tuple[int, int]]:
    """Yield the pairs (lower index first) that a rule might find to be one event, each once.

    Args:
        profiles: what decides on each report.
        world: what is known of places and articles.
    """
    for number, met in enumerate(_met(profiles, world)):
        for other in sorted({other for block in met for other in block if other > number}):
            yield number, other


def _met(profiles: Sequence[Profile], world: World) -> list[list[list[int]]]:
    """Return for each profile the blocks that hold whatever it is compared with."""
    sharp: dict[Key, list[int]] = defaultdict(list)
    vague: dict[Key, list[int]] = defaultdict(list)
    by_month: dict[Key, list[int]] = defaultdict(list)
    found: list[list[list[int]]] = []
    for number, profile in enumerate(profiles):
        met = [
            sharp[key] for key in {*_keys(profile, world), *_story_keys(profile, world), *_career_keys(profile, world)}
        ]
        for block in met:
            block.append(number)
        for key in set(_month_keys(profile, world)):
            by_month[key].append(number)
            met.append(vague[key])
            if _loose(profile):
                vague[key].append(number)
                met.append(by_month[key])
        found.append(met)
    return found


def keys(profile: Profile, world: World) -> set[Key]:
    """Return all keys of a report; those of months are marked, and once more where its time is vague."""
    months_ = set(_month_keys(profile, world))
    found = {
        *_keys(profile, world),
        *_story_keys(profile, world),
        *_career_keys(profile, world),
        *((_MONTH, *key) for key in months_),
    }
    return found | ({(_VAGUE, *key) for key in months_} if _loose(profile) else set())


def _loose(profile: Profile) -> bool:
    """Tell whether a report meets those of whole months: its time is vague, it was put off, or something is to come of it."""
    to_come = profile.type in FORCES and profile.stage in {"ahead", "under way"}
    return to_come or put_off(profile) or precision(profile.when) > 7


def marked(keys: Iterable[str], *, vague: bool) -> set[str]:
    """Return keys, as texts, by which only a vague report meets others, with one more mark for such a report."""
    marks = (_MONTH, _VAGUE) if vague else (_MONTH,)
    return {f"{mark} {key}" for key in keys for mark in marks}


def asked(noted: Iterable[str]) -> set[str]:
    """Return which keys, as texts, those reports have that one of these keys is compared with.

    By a marked key only those are compared of which one is vague.
    """
    all_ = set(noted)
    loose = {key.removeprefix(f"{_MONTH} ") for key in all_ if key.startswith(f"{_MONTH} ")}
    vague = any(key.startswith(f"{_VAGUE} ") for key in all_)
    sharp = {key for key in all_ if not key.startswith((f"{_MONTH} ", f"{_VAGUE} "))}
    return sharp | {f"{_MONTH if vague else _VAGUE} {key}" for key in loose}


def _keys(profile: Profile, world: World) -> Iterator[Key]:
    kind = family(profile.type)
    if profile.agreement and kind in {"signing", "exit"}:
        yield kind, profile.agreement
    if profile.type in FORCES:
        yield from _force_keys(profile, world)
        return
    for day in _days(profile):
        for side in _sides(profile):
            yield kind, day, side
        for place in profile.places:
            yield kind, day, "at", place
        if not profile.cast.roles and not profile.places:
            yield kind, day, "past"


def _force_keys(profile: Profile, world: World) -> Iterator[Key]:
    """Yield keys of the two things that can join movements of forces: a deadline and a figure.

    Whose forces and where are those of the article where the report leaves them out.
    """
    story = world.stories.get(profile.story, _NO_STORY)
    countries = {world.countries.get(place, place) for place in profile.places}
    countries = countries or {world.countries[name] for name in story.names & world.is_country}
    for side in _sides(profile) or {*countries}:
        for country in countries:
            stem = (profile.type, side, country)
            if profile.deadline is not None and profile.deadline.latest is not None:
                yield *stem, "due", profile.deadline.latest.isoformat()
            for month in (profile.published // 31, profile.published // 31 + 1) if profile.published else ():
                yield *stem, "news", str(month)  # what one tells another may deny
            for amount in profile.amounts:
                if amount.value is not None:
                    yield *stem, amount.kind, f"{amount.value:g}"
                    yield from ((*stem, amount.kind, *about) for about in _nearly(amount.value, profile.published))
                elif amount.extent:
                    for quarter in (profile.published // 93, profile.published // 93 + 1):
                        yield *stem, amount.extent, str(quarter)


def _nearly(value: float, published: int) -> Iterator[tuple[str, str]]:
    """Yield keys that figures share which nearly agree, in news of two months that follow each other."""
    if value <= 0 or not published:
        return
    step, month = int(log(value) / -log(NEARLY)), published // 31
    for at in (step, step + 1):
        yield f"about {at}", str(month)
        yield f"about {at}", str(month + 1)


def _story_keys(profile: Profile, world: World) -> Iterator[Key]:
    """Yield keys that take from the article what the report leaves out: who acts, and on which day."""
    story = world.stories.get(profile.story)
    if story is None or profile.type in FORCES:
        return
    kind = family(profile.type)
    if profile.when is not None:
        if lacks(profile):
            yield from ((kind, day, name) for day in _days(profile) for name in story.names)
        return
    names = {*_sides(profile), *profile.places}
    if profile.type in SINGULAR and not profile.cast.roles:
        names |= story.names
    if story.published:
        spotted = profile.type in MEETINGS and profile.exact_place and len(profile.cast.sides("mutual")) > 1
        for ordinal in range(story.published - (WEEK if spotted else FRESH), story.published + 2):
            day = date.fromordinal(ordinal).isoformat()
            for name in names:
                yield (kind, day, "at", name) if name in profile.places else (kind, day, name)


def _career_keys(profile: Profile, world: World) -> Iterator[Key]:
    """Yield keys of a person and the months in which an office may have been taken or left."""
    story = world.stories.get(profile.story)
    if profile.type not in CAREERS:
        return
    if profile.when is not None:
        during = months(profile.when)
    elif story is not None and story.published:
        during = tuple({f"{date.fromordinal(story.published - back):%Y-%m}" for back in (0, 31, 62)})
    else:
        return
    for person, _ in profile.cast.persons(CAREERS[profile.type]):
        yield from ((profile.type, "of", person, month) for month in during)


def _month_keys(profile: Profile, world: World) -> Iterator[Key]:
    if profile.type in FORCES:
        yield from _step_keys(profile, world)
    story = world.stories.get(profile.story)
    sides = story.names if story is not None and profile.type in SINGULAR and lacks(profile) else _sides(profile)
    for month in _year_on(profile) if put_off(profile) else months(profile.when):
        for side in sides:
            yield family(profile.type), month, side
        for place in profile.exact_place or (profile.places if profile.type in MEETINGS else ()):  # Singapore
            yield family(profile.type), month, "at", place


def _step_keys(profile: Profile, world: World) -> Iterator[Key]:
    """Yield keys by which what was announced or begun meets what came of it within a year."""
    told = date.fromordinal(profile.published) if profile.published else None
    first = profile.when.earliest if profile.when is not None and profile.stage != "ahead" else None
    first = first or told
    if first is None or profile.stage == "denied":
        return
    for step in range(1 if profile.stage == "done" else _BACK + 1):
        month = f"{first.year + (first.month - 1 + step) // 12:04}-{(first.month - 1 + step) % 12 + 1:02}"
        for side in _sides(profile):
            for country in {world.countries.get(place, place) for place in profile.places}:
                yield profile.type, "step", month, side, country


def _year_on(profile: Profile) -> Iterator[str]:
    """Yield the months in which something put off may be held, and those in which it was due when it was put off."""
    first = until_made(profile).earliest
    if first is None:
        return
    told = date.fromordinal(profile.published) if profile.published else first
    told = profile.was_due.earliest or told if profile.was_due else told
    back = min(max(0, 12 * (first.year - told.year) + first.month - told.month), _BACK)
    for step in range(-back, 13):
        yield f"{first.year + (first.month - 1 + step) // 12:04}-{(first.month - 1 + step) % 12 + 1:02}"


def _sides(profile: Profile) -> Iterable[str]:
    return profile.cast.sides(profile.cast.lead) or profile.cast.all_sides


def _days(profile: Profile) -> Iterator[str]:
    """Yield the days of a time of a week at most; of a time without end, its first."""
    when = profile.when
    if when is not None and when.earliest is not None and (precision(when) <= 7 or when.latest is None):
        last = when.latest or when.earliest
        day = when.earliest
        while day <= last:
            yield day.isoformat()
            day += timedelta(days=1)
