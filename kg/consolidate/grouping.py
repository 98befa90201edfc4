"""Which reports of events are one: profiles, the pairs worth a judgement, and groups of those that the rules bring together.

Reports that no rule and no ruling brings together fall into parts that are decided on one by one, so that no more is
held at once than the profiles, the keys by which they meet and the judgements that join.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from kg.consolidate.blocking import pairs
from kg.consolidate.clusters import Item, Join, Ruled, cluster
from kg.consolidate.copies import COPIED, Passage, copies, in_one_passage
from kg.consolidate.judged import Rulings, kept_apart, ruled
from kg.consolidate.profile import Profile
from kg.consolidate.rules import Verdict, compare
from kg.consolidate.times import precision
from kg.consolidate.told import World
from kg.consolidate.unions import Unions

__all__ = ["Group", "Judged", "Report", "groups", "judgements_of", "touching"]

_JOINING = frozenset({"same", "only", "unique"})

Pair = tuple[int, int]
Noted = Callable[[Profile, "Sequence[Report]"], None]


class Judged(msgspec.Struct, frozen=True):
    """A recorded judgement that two reports are of one thing."""

    one: str
    other: str
    rule: str
    why: str
    strength: int = 10
    """Of the rule, from 0 to 10."""


class Report(msgspec.Struct, frozen=True):
    """A report as far as grouping asks for it, beside its profile."""

    iri: str
    article: str
    published: str = ""
    words: tuple[str, ...] = ()
    """Digests of the passages that tell it."""
    at: int = 0
    """Where the whole of it is kept."""


class Group(msgspec.Struct, frozen=True):
    """Reports of one event, sorted by IRI, and the judgements that joined them."""

    reports: tuple[Report, ...]
    judged: tuple[Judged, ...] = ()


class _Alike(msgspec.Struct, frozen=True):
    """Profiles by number, with the reports that have each."""

    profiles: list[Profile]
    members: list[list[Report]]
    equals: dict[int, Verdict]
    """Why reports of one profile are one, where there are several."""


def groups(
    told: Iterable[tuple[Report, Profile]],
    world: World,
    rulings: Rulings | None = None,
    noted: Noted | None = None,
) -> Iterator[Group]:
    """Yield the reports of each event, in no order.

    Args:
        told: reports with their profiles, in any order.
        world: what is known of actors and places.
        rulings: what persons have judged of reports.
        noted: called with each profile and the reports that have it.
    """
    alike = _alike(told, world, kept_apart(rulings))
    if noted is not None:
        for profile, reports in zip(alike.profiles, alike.members, strict=True):
            noted(profile, reports)
    copied = _copied(alike)
    rule = ruled(rulings, alike.members)
    edges: dict[int, list[tuple[int, Verdict]]] = defaultdict(list)
    for one, other, verdict in _edges(alike, copied, world):
        edges[one].append((other, verdict))
    for part in _parts(len(alike.profiles), edges, rule):
        if len(part) == 1:
            yield _group(alike, part, [])
        else:
            yield from _decided(alike, part, edges, copied, world, rule)


def touching(told: Iterable[tuple[Report, Profile]], world: World) -> list[list[str]]:
    """Return groups of reports that one may join or keep from joining: what is decided on one depends on the others."""
    alike = _alike(told, world, frozenset())
    found = [[report.iri for report in reports] for reports in alike.members if len(reports) > 1]
    found += in_one_passage(
        ((words, profile.type), report.iri, report.article)
        for profile, reports in zip(alike.profiles, alike.members, strict=True)
        for report in reports
        for words in report.words
    )
    met = _edges(alike, _copied(alike), world)
    return found + [[alike.members[one][0].iri, alike.members[other][0].iri] for one, other, _ in met]


def judgements_of(
    items: Sequence[Item], found: Sequence[Sequence[int]], joins: Iterable[Join]
) -> defaultdict[int, list[Judged]]:
    """Return the judgements that made each group, by its first member."""
    group_of = {number: group[0] for group in found for number in group}
    judged: defaultdict[int, list[Judged]] = defaultdict(list)
    for join in joins:
        one, other = sorted((items[join.one].key, items[join.other].key))
        judged[group_of[join.one]].append(
            Judged(one, other, join.verdict.rule, join.verdict.why, join.verdict.strength)
        )
    return judged


def _alike(told: Iterable[tuple[Report, Profile]], world: World, alone: frozenset[str]) -> _Alike:
    """Bring reports of one profile together; those that are to stand alone each have a profile of their own."""
    by_profile: dict[Profile, list[Report]] = defaultdict(list)
    for report, profile in told:
        by_profile[profile].append(report)
    found = _Alike([], [], {})
    for profile, reports in by_profile.items():
        reports.sort(key=lambda report: report.iri)
        verdict = compare(profile, profile, world) if len(reports) > 1 else None
        together = verdict is not None and verdict.outcome == "same"
        single = [report for report in reports if not together or report.iri in alone]
        found.profiles.extend([profile] * len(single))
        found.members.extend([report] for report in single)
        for layer in _layers([report for report in reports if report.iri not in alone]) if together else ():
            if len(layer) > 1 and verdict is not None:
                found.equals[len(found.profiles)] = verdict
            found.profiles.append(profile)
            found.members.append(layer)
    return found


def _layers(reports: Sequence[Report]) -> list[list[Report]]:
    """Split reports so that none of the parts holds two of one article: it told two events apart."""
    layers: list[list[Report]] = []
    seen: Counter[str] = Counter()
    for report in reports:
        if seen[report.article] == len(layers):
            layers.append([])
        layers[seen[report.article]].append(report)
        seen[report.article] += 1
    return layers


def _copied(alike: _Alike) -> frozenset[Pair]:
    """Return the pairs (lower number first) that are told in the same words."""
    counts = Counter(
        (words, profile.type)
        for profile, reports in zip(alike.profiles, alike.members, strict=True)
        for words in {words for report in reports for words in report.words}
    )
    numbers = [
        number
        for number, (profile, reports) in enumerate(zip(alike.profiles, alike.members, strict=True))
        if any(counts[words, profile.type] > 1 for report in reports for words in report.words)
    ]
    found = copies(
        [
            Passage(
                reports[0].iri,
                frozenset(report.article for report in reports),
                reports[0].published,
                frozenset(words for report in reports for words in report.words),
                profile.type,
                (profile.cast, profile.places),
            )
            for profile, reports in ((alike.profiles[number], alike.members[number]) for number in numbers)
        ]
    )
    return frozenset((numbers[one], numbers[other]) for one, other in found)


def _edges(alike: _Alike, copied: frozenset[Pair], world: World) -> Iterator[tuple[int, int, Verdict]]:
    """Yield the pairs that a rule may join, each once."""
    same: dict[Verdict, Verdict] = {}
    for one, other in pairs(alike.profiles, world):
        if (one, other) not in copied:
            verdict = compare(alike.profiles[one], alike.profiles[other], world)
            if verdict.outcome in _JOINING:
                yield one, other, same.setdefault(verdict, verdict)
    for one, other in copied:
        verdict = _judged(alike, copied, world, one, other)
        if verdict.outcome in _JOINING:
            yield one, other, verdict


def _judged(alike: _Alike, copied: frozenset[Pair], world: World, one: int, other: int) -> Verdict:
    """Return the judgement on two profiles, the lower number first."""
    verdict = compare(alike.profiles[one], alike.profiles[other], world)
    return COPIED if (one, other) in copied and verdict.outcome not in {"same", "different"} else verdict


def _parts(count: int, edges: Mapping[int, Sequence[tuple[int, Verdict]]], rule: Ruled) -> Iterator[list[int]]:
    """Yield the numbers that hang together."""
    parts = Unions(count)
    joined = [(one, other) for one, met in edges.items() for other, _ in met]
    for one, other in (*joined, *rule.together):
        parts.join(one, other)
    del joined
    with_others: dict[int, list[int]] = {}
    for number in range(count):
        root = parts.root(number)
        if root != number:
            with_others.setdefault(root, [root]).append(number)
    for number in range(count):
        if parts.root(number) == number:
            yield with_others.pop(number, [number])


def _decided(
    alike: _Alike,
    part: Sequence[int],
    edges: Mapping[int, Sequence[tuple[int, Verdict]]],
    copied: frozenset[Pair],
    world: World,
    rule: Ruled,
) -> Iterator[Group]:
    """Yield the groups of one part, whose items are numbered from 0 in it."""
    place = {number: at for at, number in enumerate(part)}
    memo = {(place[one], place[other]): verdict for one in part for other, verdict in edges.get(one, ())}

    def judge(one: int, other: int) -> Verdict:
        key = (min(one, other), max(one, other))
        if key not in memo:
            memo[key] = _judged(alike, copied, world, part[key[0]], part[key[1]])
        return memo[key]

    items = [
        Item(
            alike.members[number][0].iri,
            frozenset(report.article for report in alike.members[number]),
            precision(alike.profiles[number].when),
        )
        for number in part
    ]
    found, joins = cluster(items, list(memo), judge, _within(rule, place))
    judged = judgements_of(items, found, joins)
    for numbers in found:
        yield _group(alike, [part[number] for number in numbers], judged[numbers[0]])


def _within(rule: Ruled, place: Mapping[int, int]) -> Ruled:
    """Return rulings on the items of one part, by their numbers in it."""
    if not rule.together and not rule.apart:
        return rule
    return Ruled(
        {(place[a], place[b]): verdict for (a, b), verdict in rule.together.items() if a in place and b in place},
        frozenset((place[a], place[b]) for a, b in rule.apart if a in place and b in place),
    )


def _group(alike: _Alike, numbers: Sequence[int], judged: list[Judged]) -> Group:
    """Return a group of profiles with what joined them, and what joined the reports of each."""
    found = list(judged)
    for number in numbers:
        if number in alike.equals:
            verdict = alike.equals[number]
            first, *others = alike.members[number]
            why = f"told alike: {verdict.why}"
            found += [Judged(first.iri, report.iri, verdict.rule, why, verdict.strength) for report in others]
    reports = sorted((report for number in numbers for report in alike.members[number]), key=lambda each: each.iri)
    return Group(tuple(reports), tuple(sorted(found, key=lambda item: (item.one, item.other))))
