"""Holds what Wikidata says of terms of office against what can be: what looks wrong is reported, not loaded.

Functions of values; who asks and who writes stands elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from kg.authority.days import begins, ends
from kg.link.moments import OPEN, UNKNOWN

__all__ = ["ONE_HOLDER", "Finding", "Held", "Life", "sound", "together"]

ONE_HOLDER = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
    }
)
"""Kinds of office that one person holds at a time, unless the data show that several do (a collective presidency)."""
_HANDOVER = timedelta(days=31)
"""Two holders may overlap by as much: a successor is named before the other has left, or a date is a little off."""
_AHEAD = timedelta(days=366)
_COLLEGE = 0.5
"""Share of an office's terms that overlap another, above which several hold it at a time."""


@dataclass(frozen=True, slots=True)
class Held:
    """One person in one office; dates in EDTF, OPEN or UNKNOWN."""

    person: str
    office: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of a holder of an office."""

    human: bool
    born: str = OPEN
    died: str = OPEN


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that looks wrong, or was refused, and so is not loaded."""

    kind: str
    """end-before-start, not-human, before-birth, after-death, overlap, no-start, ahead, ambiguous, curated, namesake,
    other-name, no-name, mismatch, refused."""
    item: str
    """Wikidata id of what it is about."""
    says: str


def together(statements: Mapping[str, Sequence[Held]]) -> tuple[list[Held], list[Finding]]:
    """Return one term a statement, and those statements that give two dates for one thing.

    Two statements of one start in one office are one term: the one whose dates are finer.
    """
    kept: dict[tuple[str, str], list[Held]] = defaultdict(list)
    findings = []
    for rows in statements.values():
        distinct = set(rows)
        if len(distinct) > 1:
            each = min(distinct, key=lambda held: (held.start, held.end))
            dates = "; ".join(sorted(f"{held.start}/{held.end}" for held in distinct))
            findings.append(Finding("ambiguous", each.person, f"{each.office}: one statement, several dates: {dates}"))
            continue
        (held,) = distinct
        terms = kept[held.person, held.office]
        twin = next((number for number, known in enumerate(terms) if _one_start(known.start, held.start)), None)
        if twin is None:
            terms.append(held)
        else:
            terms[twin] = _finer(terms[twin], held)
    order = sorted(
        (held for terms in kept.values() for held in terms), key=lambda held: (held.office, held.start, held.person)
    )
    return order, findings


def _one_start(one: str, other: str) -> bool:
    return begins(one) is not None and begins(other) is not None and (one.startswith(other) or other.startswith(one))


def _finer(one: Held, other: Held) -> Held:
    ended = [held.end for held in (one, other) if begins(held.end)]
    return replace(one, start=max(one.start, other.start, key=len), end=max(ended, key=len) if ended else one.end)


def sound(
    terms: Iterable[Held], lives: Mapping[str, Life], kinds: Mapping[str, str], today: date
) -> tuple[list[Held], list[Finding]]:
    """Return the terms that can be as they are said to be, and what is wrong with the others.

    `kinds` gives the kind of each office.  A term that is open although its holder died ends with the death.
    """
    kept, findings = [], []
    for held in terms:
        life = lives.get(held.person)
        fault = _fault(held, life, today)
        if fault:
            findings.append(fault)
        else:
            kept.append(_closed(held, life))
    overlapping = _overlaps(kept, kinds)
    for one, other in overlapping:
        says = f"{one.office}: {one.start}/{one.end} overlaps {other.start}/{other.end} of {other.person}"
        findings.append(Finding("overlap", one.person, says))
    wrong = {one for one, _ in overlapping}
    return [held for held in kept if held not in wrong], findings


def _fault(held: Held, life: Life | None, today: date) -> Finding | None:
    def found(kind: str, says: str) -> Finding:
        return Finding(kind, held.person, f"{held.office}: {held.start}/{held.end}: {says}")

    start, end = begins(held.start), ends(held.end)
    if life is None or not life.human:
        return found("not-human", "the holder is no human being by Wikidata's own word")
    if start is None:
        return found("no-start", "without a start the term would hold on any day before its end")
    if end is not None and end < start:
        return found("end-before-start", "it ends before it begins")
    if start > today + _AHEAD:
        return found("ahead", "it begins more than a year from now")
    born, died = begins(life.born), ends(life.died)
    last_start = ends(held.start)
    if born is not None and last_start is not None and last_start <= born:
        return found("before-birth", f"the holder was born {life.born}")
    if died is not None and start > died:
        return found("after-death", f"the holder died {life.died}")
    first_end = begins(held.end)
    if died is not None and first_end is not None and first_end > died + _HANDOVER:
        return found("after-death", f"the holder died {life.died}")
    return None


def _closed(held: Held, life: Life | None) -> Held:
    end = OPEN if held.end == UNKNOWN else held.end
    if end == OPEN and life is not None and begins(life.died):
        end = life.died
    return replace(held, end=end)


def _overlaps(terms: Sequence[Held], kinds: Mapping[str, str]) -> list[tuple[Held, Held]]:
    """Return terms that cannot be, each with one that it overlaps.

    Of two holders of an office that one person holds, an open term that began before the other is the one that was not
    closed; where both are dated, neither is believed.
    """
    by_office: dict[str, list[Held]] = defaultdict(list)
    for held in terms:
        if kinds.get(held.office) in ONE_HOLDER:
            by_office[held.office].append(held)
    found = []
    for office in sorted(by_office):
        pairs = [pair for pair in combinations(by_office[office], 2) if _overlap(*pair)]
        dated = {held for pair in pairs if all(held.end != OPEN for held in pair) for held in pair}
        if len(by_office[office]) > 2 and len(dated) > _COLLEGE * len(by_office[office]):
            continue
        for one, other in pairs:
            first, second = sorted((one, other), key=lambda held: (held.start, held.person))
            if first.end == OPEN and first.start != second.start:
                found.append((first, second))
            else:
                found += [(first, second), (second, first)]
    told: dict[Held, Held] = {}
    for one, other in found:
        told.setdefault(one, other)
    return list(told.items())


def _overlap(one: Held, other: Held) -> bool:
    """Tell whether two terms share more days than a handover takes, at the precision of their dates."""
    if one.person == other.person:
        return False
    start = max(ends(one.start) or date.min, ends(other.start) or date.min)
    end = min(begins(one.end) or date.max, begins(other.end) or date.max)
    return end > start and end - start > _HANDOVER
