"""Canonical events: reports grouped by judgement, and what the groups say together."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from kg import iri
from kg.consolidate.blocking import keys
from kg.consolidate.grouping import Judged, Report, groups, judgements_of
from kg.consolidate.judged import Rulings
from kg.consolidate.parties import cast
from kg.consolidate.profile import FORCES, Profile, lacks, undated
from kg.consolidate.status import status
from kg.consolidate.times import relate, sharpest, sharpest_deadlines
from kg.consolidate.told import Amount, Said, Span, Told, World

__all__ = ["Event", "Judged", "event", "events", "judgements_of", "keys_of", "profile_of", "profiles", "report_of"]

_SPECIFIC = ("signing", "meeting", "attack", "recognition")
"""Of two types that one event is told as, the one that says more."""


class Event(msgspec.Struct, frozen=True):
    """A canonical event."""

    iri: str
    reports: tuple[Told, ...]
    type: str
    status: str
    roles: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    when: tuple[Span, ...]
    """One, or several that exclude each other."""
    deadlines: tuple[Span, ...]
    amounts: tuple[Amount, ...]
    agreements: tuple[str, ...]
    judgements: tuple[Judged, ...] = ()


def events(
    told: Sequence[Told],
    agreement_of: Mapping[str, str],
    world: World,
    rulings: Rulings | None = None,
    loose: Collection[str] = (),
) -> list[Event]:
    """Group reports of events into canonical events, sorted by IRI.

    Args:
        told: reports, in any order.
        agreement_of: reported agreement -> canonical agreement.
        world: what is known of actors and places.
        rulings: what persons have judged of reports.
        loose: canonical agreements of which too little is told to tell events apart by them.
    """
    binding = {report: agreement for report, agreement in agreement_of.items() if agreement not in loose}
    by_iri = {report.iri: report for report in told}
    found = (
        event([by_iri[report.iri] for report in group.reports], group.judged, agreement_of, world)
        for group in groups(profiles(told, binding, world), world, rulings)
    )
    return sorted(found, key=lambda each: each.iri)


def profiles(told: Iterable[Told], binding: Mapping[str, str], world: World) -> Iterator[tuple[Report, Profile]]:
    """Yield reports of events with all that decides which event each is of.

    Args:
        told: reports.
        binding: reported agreement -> canonical agreement, where it is firm.
        world: what is known of actors and places.
    """
    for report in told:
        yield report_of(report), profile_of(report, binding, world)


def report_of(told: Told, at: int = 0) -> Report:
    """Return what grouping needs of a report beside its profile."""
    words = tuple(sorted({claim.words for claim in told.claims if claim.words}))
    return Report(told.iri, told.article, told.published, words, at)


def keys_of(profile: Profile, reports: Sequence[Report], world: World) -> dict[str, set[str]]:
    """Return, for each report of one profile, the keys by which it meets those that a rule may join it to."""
    shared = {" ".join(key) for key in keys(profile, world)}
    return {report.iri: shared | {f"words {words} {profile.type}" for words in report.words} for report in reports}


def profile_of(report: Told, binding: Mapping[str, str], world: World) -> Profile:
    """Return all that decides which event a report is of."""
    places = frozenset(report.places)
    stage = _stage(report)
    when, was_due = _days(report, stage)
    day = report.published and _ordinal(report.published)
    profile = undated(
        Profile(
            report.type,
            cast(report, world),
            places,
            places - world.is_country,
            _bare(when),
            _bare(report.deadline),
            frozenset(replace(amount, iri="") for amount in report.amounts),
            binding.get(report.agreement, ""),
            day or 0,
            stage=stage,
            level=report.level if report.type == "meeting" else "",
            was_due=_bare(was_due),
        )
    )
    return replace(profile, story=report.article) if lacks(profile) else profile


def _bare(span: Span | None) -> Span | None:
    """Return a time by its bounds alone."""
    return replace(span, iri="", edtf="", modifier="") if span else None


def _days(report: Told, stage: str) -> tuple[Span | None, Span | None]:
    """Return the day of a report and, of something put off to another day, the one for which it was planned."""
    if stage != "put off":
        return report.when, None
    new = sharpest([claim.when for claim in report.claims if claim.status == "postponed" and claim.when])
    planned = [claim.when for claim in report.claims if claim.status == "planned" and claim.when]
    old = sharpest([when for when in planned if new and relate(when, new[-1]) == "apart"])
    return (new[-1] if new else report.when), (old[0] if old else None)


def _ordinal(day: str) -> int:
    """Return a day as a number, to the month: so that reports of one month may have one profile."""
    return date.fromisoformat(day).replace(day=1).toordinal()


def _stage(report: Told) -> str:
    """Return whether a report looks ahead, tells what was put off or done, or only denies."""
    if not any(claim.positive for claim in report.claims):
        return "denied"
    told = {claim.status for claim in report.claims if claim.positive}
    if "postponed" in told and told <= {"planned", "proposed", "postponed"}:
        return "put off"
    if report.type in FORCES and "ongoing" in told and "occurred" not in told:
        return "under way"
    return "ahead" if told <= {"planned", "proposed"} else "done"


def event(
    reports: Sequence[Told], judgements: tuple[Judged, ...], agreement_of: Mapping[str, str], world: World
) -> Event:
    """Return what a group of reports, sorted by IRI, says together."""
    claims = [claim for report in reports for claim in report.claims]
    held = [claim for claim in claims if claim.positive and claim.status in {"occurred", "ongoing"} and claim.when]
    late = any(claim.status == "postponed" for claim in claims)  # the day it was due is not its day
    begun = (
        any(claim.status == "ongoing" for claim in claims) and reports[0].type in FORCES
    )  # nor that on which it began
    over = [claim for claim in held if claim.status == "occurred"] if begun else []
    days = over or (held or _last_due(claims) if late else claims)
    times = [claim.when for claim in days if claim.when and claim.positive]
    times += [report.when for report in reports if report.when and not times]
    agreements = {agreement_of.get(report.agreement, "") for report in reports} - {""}
    return Event(
        iri.canonical("event", (report.iri for report in reports)),
        tuple(reports),
        _type(reports),
        status(claims),
        _roles(reports),
        _places(reports, world),
        tuple(sharpest(times)),
        tuple(sharpest_deadlines([report.deadline for report in reports if report.deadline])),
        _amounts(reports),
        tuple(sorted(agreements)),
        judgements,
    )


def _last_due(claims: Sequence[Said]) -> list[Said]:
    """Return the claims that give the last of the days for which something put off was planned."""
    ahead = [claim for claim in claims if claim.status in {"planned", "postponed"} and claim.when and claim.when.latest]
    last = max((claim.when.latest for claim in ahead if claim.when and claim.when.latest), default=None)
    return [claim for claim in ahead if claim.when and claim.when.latest == last]


def _type(reports: Sequence[Told]) -> str:
    counts = Counter(report.type for report in reports)
    return min(counts, key=lambda type_: (type_ not in _SPECIFIC, -counts[type_], type_))


def _roles(reports: Iterable[Told]) -> tuple[tuple[str, str], ...]:
    """Return who takes part as any report has it: a person, and the state or body it acts for where one names that."""
    return tuple(sorted({role for report in reports for role in report.roles}))


def _places(reports: Sequence[Told], world: World) -> tuple[str, ...]:
    """Return the places, a country only where no place in it is named."""
    places = {place for report in reports for place in report.places}
    narrowed = {world.countries.get(place) for place in places - world.is_country}
    return tuple(
        sorted(place for place in places if place not in world.is_country or world.countries.get(place) not in narrowed)
    )


def _amounts(reports: Sequence[Told]) -> tuple[Amount, ...]:
    """Return the quantities, each figure once, as an exact one where some report has it so.

    That it is a part says nothing beside how many.
    """
    kept: dict[tuple[object, ...], Amount] = {}
    found = {amount for report in reports for amount in report.amounts}
    counted = any(amount.value is not None or amount.low is not None for amount in found)
    for amount in sorted(found, key=lambda amount: (amount.hedged, amount.iri)):
        figure = (amount.value, amount.value is None and (amount.low, amount.high))
        if not (counted and figure == (None, (None, None)) and amount.extent == "part"):
            kept.setdefault((amount.unit, amount.kind, amount.extent, *figure), amount)
    return tuple(sorted(kept.values(), key=lambda amount: amount.iri))
