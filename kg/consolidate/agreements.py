"""Canonical agreements and commitments: known by name, or else by their parties and date."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

import msgspec
from msgspec.structs import replace

from kg import iri
from kg.consolidate.clusters import Item, cluster
from kg.consolidate.copies import COPIED, Passage, copies, in_one_passage
from kg.consolidate.events import Judged, judgements_of
from kg.consolidate.judged import Rulings, kept_apart, ruled, ruled_by_items
from kg.consolidate.parties import Cast, cast, compare_cast, parties_of
from kg.consolidate.rules import Verdict
from kg.consolidate.terms import Commitment, commitments
from kg.consolidate.times import months, precision, relate, sharpest
from kg.consolidate.told import Span, Told, ToldAgreement, World
from kg.vocab import AGREEMENT_STATUSES

__all__ = ["Agreement", "agreements", "keys_of", "touching"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The labels of the authority are English."""
_DATE_IN_NAME = re.compile(rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) )?\b(?P<year>(?:19|20)\d\d)\b")
_NEWS = 3
"""Days between two articles that tell of one agreement without dating it."""
_AGREEMENT_ORDER = ["", *AGREEMENT_STATUSES.values()]


class Agreement(msgspec.Struct, frozen=True):
    """A canonical agreement."""

    iri: str
    reports: tuple[ToldAgreement, ...]
    known: bool
    """True where the authority names it."""
    status: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    when: tuple[Span, ...]
    places: tuple[str, ...]
    commitments: tuple[Commitment, ...] = ()
    judgements: tuple[Judged, ...] = ()

    @property
    def firm(self) -> bool:
        """True where so much is told that an event under another agreement is another event."""
        return self.known or len(self.parties) > 1 or bool(self.when)


def agreements(told: Sequence[ToldAgreement], world: World, rulings: Rulings | None = None) -> list[Agreement]:
    """Group reports of agreements into canonical ones, sorted by IRI.

    Args:
        told: reports, in any order.
        world: what is known of actors and places.
        rulings: what persons have judged of reports.
    """
    members = _named_alike(told, kept_apart(rulings))
    items, judge, candidates = _judging(members, world)
    groups, joins = cluster(items, candidates, judge, ruled_by_items(ruled(rulings, members), members))
    judged = judgements_of(items, groups, joins)
    found = []
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: -sum(len(members[number]) for number in group)):
        reports = sorted((report for number in group for report in members[number]), key=lambda report: report.iri)
        by_name = [
            Judged(alike[0].iri, other.iri, "name", "the same name")
            for number in group
            for alike in [members[number]]
            for other in alike[1:]
        ]
        found.append(_agreement(reports, [*judged[group[0]], *by_name], world, taken))
        taken.add(found[-1].iri)
    return sorted(found, key=lambda agreement: agreement.iri)


def touching(told: Sequence[ToldAgreement], world: World) -> list[list[str]]:
    """Return groups of reports that one may join or keep from joining: what is decided on one depends on the others."""
    members = _named_alike(told, ())
    _, judge, candidates = _judging(members, world)
    found = [[report.iri for report in reports] for reports in members if len(reports) > 1]
    found += in_one_passage((report.words, report.iri, report.article) for report in told if report.words)
    pairs = [(one, other) for one, other in candidates if judge(one, other).outcome in {"same", "only", "unique"}]
    return found + [[members[one][0].iri, members[other][0].iri] for one, other in pairs]


def keys_of(report: ToldAgreement, world: World) -> set[str]:
    """Return the keys by which a report meets those that a rule may join it to."""
    found = {" ".join(("agreement", *key)) for key in _keys(report, _cast([report], world), world)}
    found |= {f"agreement known {report.known}"} if report.known else set()
    return found | ({f"agreement words {report.words}"} if report.words else set())


def _judging(
    members: Sequence[Sequence[ToldAgreement]], world: World
) -> tuple[list[Item], Callable[[int, int], Verdict], set[tuple[int, int]]]:
    """Return what is judged, the judgement on two by number, and the pairs worth one."""
    firsts = [_first(reports) for reports in members]
    casts = [_cast(reports, world) for reports in members]
    items = [
        Item(reports[0].iri, frozenset(report.article for report in reports), _vagueness(reports[0]))
        for reports in members
    ]
    copied = copies(
        [
            Passage(item.key, item.articles, first.published, frozenset({first.words} - {""}), "", first.name)
            for item, first in zip(items, firsts, strict=True)
        ]
    )

    def judge(one: int, other: int) -> Verdict:
        verdict = _compare(firsts[one], firsts[other], casts[one], casts[other], world)
        return COPIED if verdict.outcome == "unsure" and (min(one, other), max(one, other)) in copied else verdict

    return items, judge, _pairs(firsts, casts, world) | copied


def _named_alike(told: Sequence[ToldAgreement], alone: Collection[str]) -> list[list[ToldAgreement]]:
    """Return the reports of each agreement that is known by name together, every other and those of `alone` alone."""
    found: dict[str, list[ToldAgreement]] = defaultdict(list)
    for report in sorted(told, key=lambda report: report.iri):
        found[report.iri if report.iri in alone else report.known or report.iri].append(report)
    return list(found.values())


def _first(reports: Sequence[ToldAgreement]) -> ToldAgreement:
    """Return the first report, with the date that one of them gives."""
    dated = sharpest([report.when for report in reports if report.when])
    return replace(reports[0], when=dated[0]) if len(dated) == 1 and reports[0].when is None else reports[0]


def _cast(reports: Sequence[ToldAgreement], world: World) -> Cast:
    """Return the parties; of reports of one name, those of the report that names most."""
    fullest = max(reports, key=lambda report: (len(report.parties), report.iri))
    roles = tuple(("party", party) for party in fullest.parties)
    return cast(Told(fullest.iri, fullest.article, "agreement", roles), world)


def _vagueness(report: ToldAgreement) -> int:
    """Return how vague a report is; one that names the agreement is the sharpest."""
    return 0 if report.known else precision(report.when)


def _pairs(reports: Sequence[ToldAgreement], casts: Sequence[Cast], world: World) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for key in set(_keys(report, casts[number], world)):
            blocks[key].append(number)
    found: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        if len(key) == 1 or key[1].isdecimal():  # a time alone is enough only for an agreement that its name dates
            known = [number for number in block if reports[number].known]
            found |= {(min(one, other), max(one, other)) for one in known for other in block if one != other}
        else:
            found |= set(combinations(block, 2))
    return found


def _keys(report: ToldAgreement, who: Cast, world: World) -> Iterator[tuple[str, ...]]:
    sides, times = who.sides("mutual"), [span for span in (report.when, _dated_by_name(report, world)) if span]
    yield from combinations(sorted(sides), 2)
    for day in _days_of_news(report):
        yield from ((place, day) for place in report.places if place not in world.is_country)
    for span in times:
        for side in sides:
            if span.earliest:
                yield side, str(span.earliest.year)
        for month in months(span):
            yield (month,)
            for side in sides:
                yield side, month


def _days_of_news(report: ToldAgreement) -> Iterator[str]:
    """Yield the days of a time of some days, or of a report without one those in which it is news."""
    if report.when is None and report.published:
        last, number = date.fromisoformat(report.published), _NEWS + 1
    elif report.when is not None and report.when.latest is not None and precision(report.when) <= _NEWS:
        last, number = report.when.latest, precision(report.when)
    else:
        return
    yield from (date.fromordinal(last.toordinal() - back).isoformat() for back in range(number))


def _compare(one: ToldAgreement, other: ToldAgreement, mine: Cast, theirs: Cast, world: World) -> Verdict:
    if one.known and other.known:
        same = one.known == other.known
        return Verdict("same" if same else "different", "name", "the same name" if same else "another name", 10)
    parties, time = (
        compare_cast(mine, theirs),
        relate(one.when or _dated_by_name(one, world), other.when or _dated_by_name(other, world)),
    )
    if parties == "different":
        shared = mine.sides("mutual") & theirs.sides("mutual")
        towns = set(one.places) & set(other.places) - world.is_country
        if time == "exact" and precision(one.when) == 1 and towns and len(shared) > 1:
            return Verdict("only", "day-place", "two parties in common, on the same day in the same town", 2)
        return Verdict("different", "parties", "other parties")
    if time == "apart" or _before(one, other) or _before(other, one):
        return Verdict("different", "time", "another time")
    if parties == "same" and time in {"exact", "near"}:
        return Verdict("same", "parties-day", "the same parties, on the same day", 8)
    placed = _placed_by_name(one, other, world) or _placed_by_name(other, one, world)
    if time == "vague" and placed and mine.sides("mutual") & theirs.sides("mutual"):
        return Verdict("unique", "name-year", "a party, the place and the year in the name of the other", 4)
    if time in {"exact", "within"} and placed:
        return Verdict("same", "name-date", "the name of one gives the place and the date of the other", 7)
    undated = one.when is other.when is None
    if parties == "same" and undated and _news_of_both(one, other):
        return Verdict("only", "parties-news", "the same parties, told without a date within days of each other", 3)
    if parties == "same" and time == "unknown" and _news_of_both(one, other):
        return Verdict("same", "parties-news", "the same parties, told without a date in the days of the other", 6)
    if parties == "same" and time == "unknown" and placed:
        return Verdict("same", "parties-place", "the same parties, and the place in the name of the other", 5)
    if parties == "same" and time == "within" and precision(one.when) == precision(other.when):
        return Verdict("only", "parties-month", "the same parties, in the same month", 4)
    if parties == "same" and time in {"within", "vague", "unknown"}:
        return Verdict("unique", "parties", "the same parties, and no other agreement of theirs fits the time", 4)
    if parties == "part" and time == "exact":
        return Verdict("only", "parties-day", "one names fewer parties, on the same day", 3)
    towns = set(one.places) & set(other.places) - world.is_country
    if parties in {"part", "unsure"} and towns and (time == "exact" or _news_of_both(one, other)):
        return Verdict("only", "place-news", "a party in common, in the same town, told in the same days", 3)
    if parties == "missing" and mine.sides("mutual") & theirs.sides("mutual") and time in {"exact", "within"}:
        return Verdict(
            "unique", "party-month", "one party is told by both, and no other agreement of that time fits", 2
        )
    return Verdict("unsure", "parties", "not enough is told of parties and time")


def _news_of_both(one: ToldAgreement, other: ToldAgreement) -> bool:
    """Tell whether both are told within days of each other, or one without a date in the days of the other."""
    if one.when is other.when is None:
        return _days_between(one, other) <= _NEWS
    return _told_as_news(one, other) or _told_as_news(other, one)


def _told_as_news(undated: ToldAgreement, dated: ToldAgreement) -> bool:
    """Tell whether the first, which has no date, was published in the days after the day of the second."""
    if undated.when is not None or not undated.published or dated.when is None or precision(dated.when) > _NEWS:
        return False
    came = dated.when.latest
    return came is not None and 0 <= (date.fromisoformat(undated.published) - came).days <= _NEWS


def _days_between(one: ToldAgreement, other: ToldAgreement) -> int:
    """Return how many days lie between the articles; many where one is not dated."""
    if not one.published or not other.published:
        return 10_000
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)


def _dated_by_name(report: ToldAgreement, world: World) -> Span | None:
    """Return the day, month or year in the name of a known agreement ("Minsk II (February 2015)")."""
    found = _DATE_IN_NAME.search(world.name(report.known)) if report.known else None
    if found is None:
        return None
    if not found["month"]:
        year = int(found["year"])
        return Span("", found["year"], date(year, 1, 1), date(year, 12, 31))
    year, month = int(found["year"]), _MONTHS.index(found["month"]) + 1
    if found["day"]:
        exact = date(year, month, int(found["day"]))
        return Span("", exact.isoformat(), exact, exact)
    return Span("", f"{year}-{month:02}", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _placed_by_name(named: ToldAgreement, other: ToldAgreement, world: World) -> bool:
    """Tell whether the name of the first, a known agreement, holds the place of the second."""
    words = f" {world.name(named.known).replace('(', ' ')} " if named.known else ""
    places = [f" {world.name(place)} " for place in other.places]
    return any(place in words for place in places)


def _before(one: ToldAgreement, other: ToldAgreement) -> bool:
    """Tell whether the first, itself undated, was written before the other came about."""
    dated = other.when is not None and other.when.earliest is not None
    return (
        one.when is None and dated and bool(one.published) and one.published < str(other.when and other.when.earliest)
    )


def _agreement(
    reports: list[ToldAgreement], judged: Iterable[Judged], world: World, taken: Collection[str]
) -> Agreement:
    """Return what a group says; an agreement that is known keeps its IRI, unless a larger group has it already."""
    known = sorted({report.known for report in reports} - {""} - set(taken))
    parties = parties_of({party for report in reports for party in report.parties}, world)
    mediators = {mediator for report in reports for mediator in report.mediators} - set(parties)
    here = known[0] if known else iri.canonical("agreement", (report.iri for report in reports))
    return Agreement(
        here,
        tuple(reports),
        bool(known),
        max((report.status for report in reports), key=_AGREEMENT_ORDER.index),
        tuple(parties),
        tuple(sorted(mediators)),
        tuple(sharpest([report.when for report in reports if report.when])),
        tuple(sorted({place for report in reports for place in report.places if place not in world.is_country})),
        tuple(commitments([term for report in reports for term in report.commitments], world)),
        tuple(sorted(judged, key=lambda item: (item.one, item.other))),
    )
