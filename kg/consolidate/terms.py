"""Canonical commitments: the terms of one agreement as its articles give them, each once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations

import msgspec

from kg import iri
from kg.consolidate.clusters import Item, cluster
from kg.consolidate.events import Judged
from kg.consolidate.parties import parties_of
from kg.consolidate.rules import Outcome, Verdict
from kg.consolidate.times import Relation, precision, relate_deadlines, sharpest_deadlines
from kg.consolidate.told import Span, ToldCommitment, World
from kg.vocab import COMMITMENT_STATUSES, COMMITMENT_TYPES

__all__ = ["Commitment", "commitments"]

_MUTUAL = frozenset(COMMITMENT_TYPES[word] for word in ("negotiation", "ceasefire"))
"""What parties do together: who of them is named does not tell one term from another."""
_OTHER = COMMITMENT_TYPES["other"]
_SLACK = timedelta(days=3)
"""Between a day of the calendar and one counted from the signing ("14 months", "1 May")."""
_SHORT = 3
"""Letters of the longest word that says little."""
_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,\u202f\u00a0 ]\d{3})+(?!\d)|(?<![\d.,])\d{3,}(?![\d.,]*\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Commitment(msgspec.Struct, frozen=True):
    """A canonical commitment."""

    iri: str
    reports: tuple[ToldCommitment, ...]
    type: str
    status: str
    obligor: tuple[str, ...]
    obligee: tuple[str, ...]
    deadlines: tuple[Span, ...]
    judgements: tuple[Judged, ...] = ()


def commitments(told: Iterable[ToldCommitment], world: World) -> list[Commitment]:
    """Group terms of one agreement into canonical ones, sorted by IRI."""
    terms = sorted(told, key=lambda term: term.iri)
    # an article may tell a term twice, in its lead and further on: `_compare` settles that, not the groups
    items = [Item(term.iri, frozenset(), _vagueness(term)) for term in terms]

    def judge(one: int, other: int) -> Verdict:
        return _compare(terms[one], terms[other], world)

    by_type: dict[str, list[int]] = defaultdict(list)
    for number, term in enumerate(terms):
        by_type[term.type].append(number)
    candidates = {pair for block in by_type.values() for pair in combinations(block, 2)}
    groups, joins = cluster(items, candidates, judge)
    group_of = {number: group[0] for group in groups for number in group}
    judged: dict[int, list[Judged]] = defaultdict(list)
    for join in joins:
        one, other = sorted((items[join.one].key, items[join.other].key))
        judged[group_of[join.one]].append(
            Judged(one, other, join.verdict.rule, join.verdict.why, join.verdict.strength)
        )
    return sorted(
        (_commitment([terms[number] for number in group], judged[group[0]], world) for group in groups),
        key=lambda term: term.iri,
    )


def _vagueness(term: ToldCommitment) -> int:
    return precision(term.deadline) + (not term.obligor) + (term.deadline is None)


def _compare(one: ToldCommitment, other: ToldCommitment, world: World) -> Verdict:
    if one.type != other.type:
        return Verdict("different", "term", "another kind of commitment")
    if one.type not in _MUTUAL:
        for mine, theirs in ((one.obligor, other.obligor), (one.obligee, other.obligee)):
            if mine and theirs and not world.sides(mine) & world.sides(theirs):
                return Verdict("different", "term", "owed by or to another")
    due = _relate(one.deadline, other.deadline)
    if due == "apart":
        return Verdict("different", "term-deadline", "another deadline")
    counted, against = _figures(one.label), _figures(other.label)
    if counted and against and not counted & against:
        return Verdict("different", "term-figure", "another figure")
    named = bool(one.obligor and other.obligor)
    if one.article == other.article:
        if due == "exact" and (named or counted == against):
            return Verdict("same", "term-again", "told twice in one article: the same kind and deadline", 7)
        return Verdict("different", "term", "two terms of one article")
    if named and (due != "unknown" or one.deadline is other.deadline is None):
        return Verdict(
            "same", "term", "same agreement, kind and obligor, deadlines that agree", 8 if due == "exact" else 6
        )
    if due == "exact" and counted == against:
        return Verdict("same", "term-figure", "same agreement, kind, deadline and figure", 5)
    if one.type == _OTHER and not (named or _one_wording(one.label, other.label)):
        return Verdict("unsure", "term", "nothing says that both are on one thing")
    outcome: Outcome = "only" if _vagueness(one) == _vagueness(other) else "unique"
    return Verdict(outcome, "term", "same agreement and kind, and no other term fits", 3)


def _one_wording(one: str, other: str) -> bool:
    """Tell whether most of the longer words of two terms are the same: they are on one thing."""
    mine, theirs = (
        {word for word in re.findall(r"\w+", label.casefold()) if len(word) > _SHORT} for label in (one, other)
    )
    return 2 * len(mine & theirs) > max(len(mine), len(theirs))


def _figures(label: str) -> frozenset[int]:
    """Return the numbers of people or things in the words of a term; no days, no years."""
    found = (match[0] for match in _FIGURE.finditer(label))
    return frozenset(int(re.sub(r"\D", "", text)) for text in found if not _YEAR.fullmatch(text))


def _relate(one: Span | None, other: Span | None) -> Relation:
    """Return how two deadlines stand to each other; a month is any day in it."""
    mine, theirs = _window(one), _window(other)
    found = relate_deadlines(mine, theirs)
    if found != "apart" or mine is None or theirs is None or mine.latest is None or theirs.latest is None:
        return found
    if precision(mine) == precision(theirs) == 1 or (mine.earliest is None and theirs.earliest is None):
        return "within" if abs(mine.latest - theirs.latest) <= _SLACK else "apart"
    return found


def _window(span: Span | None) -> Span | None:
    """Return a deadline with the days that it may be: "by May" ends somewhere in May."""
    if span is None or span.latest is None or span.earliest is not None:
        return span
    if re.fullmatch(r"\.\./\d{4}-\d\d", span.edtf):
        return Span(span.iri, span.edtf, span.latest.replace(day=1), span.latest, span.modifier)
    return span


def _commitment(reports: Sequence[ToldCommitment], judged: Iterable[Judged], world: World) -> Commitment:
    # the latest word counts, unless it only repeats that the commitment exists
    pending = COMMITMENT_STATUSES["pending"]
    latest = max(reports, key=lambda report: (report.status != pending, report.published, report.iri))
    return Commitment(
        iri.canonical("commitment", (report.iri for report in reports)),
        tuple(reports),
        reports[0].type,
        latest.status,
        tuple(parties_of({report.obligor for report in reports} - {""}, world)),
        tuple(parties_of({report.obligee for report in reports} - {""}, world)),
        tuple(sharpest_deadlines([report.deadline for report in reports if report.deadline])),
        tuple(sorted(judged, key=lambda item: (item.one, item.other))),
    )
