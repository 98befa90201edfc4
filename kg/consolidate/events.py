"""Canonical events: reports grouped by judgement, and what the groups say together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg import iri
from kg.consolidate.blocking import keys, pairs
from kg.consolidate.clusters import Item, Join, cluster
from kg.consolidate.copies import COPIED, Passage, copies
from kg.consolidate.judged import Rulings, kept_apart, ruled
from kg.consolidate.parties import cast
from kg.consolidate.profile import Profile, lacks, undated
from kg.consolidate.rules import Verdict, compare
from kg.consolidate.status import status
from kg.consolidate.times import precision, sharpest, sharpest_deadlines
from kg.consolidate.told import Amount, Span, Story, Told, World

__all__ = ["Event", "Judged", "events", "judgements_of", "keys_of", "profiles_of", "touching"]

_SPECIFIC = ("signing", "meeting", "attack", "recognition")
"""Of two types that one event is told as, the one that says more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A recorded judgement that two reports are of one thing."""

    one: str
    other: str
    rule: str
    why: str
    strength: int = 10
    """Of the rule, from 0 to 10."""


@dataclass(frozen=True, slots=True)
class Event:
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
    profiles, members, equals = _profiles(told, binding, world, kept_apart(rulings))
    judge, candidates = _judging(profiles, members, world)
    items = [
        Item(reports[0].iri, frozenset(report.article for report in reports), precision(profile.when))
        for profile, reports in zip(profiles, members, strict=True)
    ]
    groups, joins = cluster(items, candidates, judge, ruled(rulings, members))
    judged = judgements_of(items, groups, joins)
    group_of = {number: group[0] for group in groups for number in group}
    for number, verdict in equals.items():
        first, *others = members[number]
        reason = f"told alike: {verdict.why}"
        judged[group_of[number]] += [
            Judged(first.iri, report.iri, verdict.rule, reason, verdict.strength) for report in others
        ]
    found = []
    for group in groups:
        reports = sorted((report for number in group for report in members[number]), key=lambda report: report.iri)
        judgements = tuple(sorted(judged[group[0]], key=lambda item: (item.one, item.other)))
        found.append(_event(reports, judgements, agreement_of, world))
    return sorted(found, key=lambda event: event.iri)


def profiles_of(told: Sequence[Told], world: World, about: Mapping[str, Story]) -> tuple[list[Profile], World]:
    """Return what is compared of some reports, those told alike once, and the world that it is compared in."""
    known = replace(world, stories=about)
    return _profiles(told, {}, known)[0], known


def touching(told: Sequence[Told], binding: Mapping[str, str], world: World) -> list[list[str]]:
    """Return groups of reports that one may join or keep from joining: what is decided on one depends on the others.

    Args:
        told: reports.
        binding: reported agreement -> canonical agreement, where it is firm.
        world: what is known of actors and places.
    """
    profiles, members, _ = _profiles(told, binding, world)
    judge, candidates = _judging(profiles, members, world)
    found = [[report.iri for report in reports] for reports in members if len(reports) > 1]
    pairs_ = [(one, other) for one, other in candidates if judge(one, other).outcome in {"same", "only", "unique"}]
    return found + [[members[one][0].iri, members[other][0].iri] for one, other in pairs_]


def keys_of(report: Told, binding: Mapping[str, str], world: World) -> set[str]:
    """Return the keys by which a report meets those that a rule may join it to."""
    profile = _profile(report, binding, world)
    words = {("words", claim.words, report.type) for claim in report.claims if claim.words}
    return {" ".join(key) for key in {*keys(profile, world), *words}}


def _judging(
    profiles: Sequence[Profile], members: Sequence[Sequence[Told]], world: World
) -> tuple[Callable[[int, int], Verdict], set[tuple[int, int]]]:
    """Return the judgement on two profiles by number, and the pairs worth one."""
    memo: dict[tuple[int, int], Verdict] = {}
    copied = _copied(profiles, members)

    def judge(one: int, other: int) -> Verdict:
        key = (min(one, other), max(one, other))
        if key not in memo:
            memo[key] = compare(profiles[key[0]], profiles[key[1]], world)
            if key in copied and memo[key].outcome not in {"same", "different"}:
                memo[key] = COPIED
        return memo[key]

    return judge, pairs(profiles, world) | copied


def _copied(profiles: Sequence[Profile], members: Sequence[Sequence[Told]]) -> set[tuple[int, int]]:
    """Return the pairs that are told in the same words."""
    return copies(
        [
            Passage(
                reports[0].iri,
                frozenset(report.article for report in reports),
                reports[0].published,
                frozenset(claim.words for report in reports for claim in report.claims if claim.words),
                profile.type,
                (profile.cast, profile.places),
            )
            for profile, reports in zip(profiles, members, strict=True)
        ]
    )


def judgements_of(
    items: Sequence[Item], groups: Sequence[Sequence[int]], joins: Iterable[Join]
) -> defaultdict[int, list[Judged]]:
    """Return the judgements that made each group, by its first member."""
    group_of = {number: group[0] for group in groups for number in group}
    judged: defaultdict[int, list[Judged]] = defaultdict(list)
    for join in joins:
        one, other = sorted((items[join.one].key, items[join.other].key))
        judged[group_of[join.one]].append(
            Judged(one, other, join.verdict.rule, join.verdict.why, join.verdict.strength)
        )
    return judged


def _profiles(
    told: Sequence[Told], agreement_of: Mapping[str, str], world: World, alone: Collection[str] = ()
) -> tuple[list[Profile], list[list[Told]], dict[int, Verdict]]:
    """Return profiles, the reports of each, and why reports of one profile are one where there are several.

    Reports that are to stand alone each have a profile of their own.
    """
    alike: dict[Profile, list[Told]] = defaultdict(list)
    for report in sorted(told, key=lambda report: report.iri):
        alike[_profile(report, agreement_of, world)].append(report)
    profiles: list[Profile] = []
    members: list[list[Told]] = []
    equals: dict[int, Verdict] = {}
    for profile, reports in alike.items():
        verdict = compare(profile, profile, world)
        single = [report for report in reports if verdict.outcome != "same" or report.iri in alone]
        profiles += [profile] * len(single)
        members += [[report] for report in single]
        for layer in _layers([report for report in reports if report not in single]):
            if len(layer) > 1:
                equals[len(profiles)] = verdict
            profiles.append(profile)
            members.append(layer)
    return profiles, members, equals


def _layers(reports: Sequence[Told]) -> list[list[Told]]:
    """Split reports so that none of the parts holds two of one article: it told two events apart."""
    layers: list[list[Told]] = []
    seen: Counter[str] = Counter()
    for report in reports:
        if seen[report.article] == len(layers):
            layers.append([])
        layers[seen[report.article]].append(report)
        seen[report.article] += 1
    return layers


def _profile(report: Told, agreement_of: Mapping[str, str], world: World) -> Profile:
    places = frozenset(report.places)
    day = report.published and _ordinal(report.published)
    profile = undated(
        Profile(
            report.type,
            cast(report, world),
            places,
            places - world.is_country,
            replace(report.when, iri="", edtf="", modifier="") if report.when else None,
            replace(report.deadline, iri="", edtf="", modifier="") if report.deadline else None,
            frozenset(replace(amount, iri="") for amount in report.amounts),
            agreement_of.get(report.agreement, ""),
            day or 0,
            stage=_stage(report),
        )
    )
    return replace(profile, story=report.article) if lacks(profile) else profile


def _ordinal(day: str) -> int:
    """Return a day as a number, to the month: so that reports of one month may have one profile."""
    return date.fromisoformat(day).replace(day=1).toordinal()


def _stage(report: Told) -> str:
    """Return whether a report looks ahead, tells what was done or only denies."""
    if not any(claim.positive for claim in report.claims):
        return "denied"
    ahead = all(claim.status in {"planned", "proposed"} for claim in report.claims if claim.positive)
    return "ahead" if ahead else "done"


def _event(
    reports: Sequence[Told], judgements: tuple[Judged, ...], agreement_of: Mapping[str, str], world: World
) -> Event:
    claims = [claim for report in reports for claim in report.claims]
    times = [claim.when for claim in claims if claim.when and claim.positive]
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
