"""The ledger of an agreement: what each commitment promised, and what articles say became of it, step by step.

Nothing is chosen and nothing is written: the steps are claims, in the order in which they were published, and how a
commitment stands is counted from them.  A claim is a step of one commitment: of the kind and the sides that may do it,
the one of its figure, else of its deadline, else the one that was due next when it was done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

import pyoxigraph as ox

from kg.query.course import Deed, Duty, agreements_called, duties, last_day

__all__ = ["Entry", "Step", "ledger"]

_WORDS = {
    "planned": "announced",
    "proposed": "proposed",
    "ongoing": "begun",
    "in_progress": "begun",
    "inprogress": "begun",
    "occurred": "done",
    "fulfilled": "done",
    "claimed": "claimed",
    "denied": "denied",
    "contested": "denied",
    "breached": "broken",
    "cancelled": "cancelled",
    "postponed": "postponed",
}
"""Status as told -> what it is in the course of a commitment."""
_AHEAD = frozenset({"announced", "proposed", "claimed", "begun"})
_VAGUE = frozenset({"told", "announced", "proposed"})
_AGAINST = frozenset({"denied", "broken", "cancelled"})
_COUNTED = frozenset({"withdrawal", "prisoner release"})
_GRADUAL = frozenset({"withdrawal", "prisoner release", "disarmament", "sanctions relief"})
"""Kinds of which the beginning is not the whole; talks and a truce are there once they begin."""
_RELIEF = "sanctions relief"
_THERE = frozenset({"Deployed", "Remaining"})
_SLACK = 3
"""Days by which two deadlines may differ and be one: of a month counted from the signing, and of the calendar."""
_SOON = 31
"""Days after the signing in which an article tells of the text itself; a deadline that is told later may be another."""
_NEARLY = 0.9
"""The share of a figure from which on it is told as reached ("nearly all of the 5,000")."""
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Step:
    """One claim in the course of a commitment."""

    word: str
    """promised, announced, proposed, begun, stalled, resumed, in part, done, claimed, denied, broken, cancelled, postponed,
    moved, or told: spoken of beside something else."""
    sentence: str
    article: str
    told: str
    """IRI of the claim or of the commitment as the article speaks of it."""
    published: str = ""
    """ISO day of the article, or empty."""
    day: str = ""
    """EDTF of when it happened or is to happen, or empty."""
    deadline: str = ""
    """EDTF of the deadline that this claim names, or empty."""
    figure: str = ""
    speaker: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment, or what was done under the agreement without one."""

    agreement: str
    name: str
    commitment: str
    """IRI, or empty for deeds that no article puts as a commitment."""
    kind: str
    """A type of commitments in words; of deeds without one, the event type."""
    owed_by: str
    owed_to: str
    due: str
    """EDTF, or empty."""
    condition: str
    """On which it is promised, in the words of an article, or empty."""
    stands: str
    """The last word of all: promised, announced, begun, in part, done, late, overdue, broken, cancelled, postponed,
    disputed."""
    standing: tuple[str, ...]
    """How it stood, each word once, in order of time.  `disputed`, `late` (first done after the day) and `overdue` (the
    day is past, and no article says that it was done) are counted from the steps."""
    steps: tuple[Step, ...]


def ledger(store: ox.Store, agreement: str | None = None, on: str = "") -> list[Entry]:
    """Return the entries of an agreement, those of commitments first, each with its steps in order of publication.

    Args:
        store: what is asked.
        agreement: name of the agreement or part of it, id or IRI; None for all agreements.
        on: ISO day; what was published later is left out.

    Raises:
        QueryError: nothing in the store is called so, or it is no agreement.
    """
    last = min(last_day(store), on or _NEVER)
    groups: dict[tuple[str, str], list[Duty]] = defaultdict(list)
    for duty in duties(store, agreements_called(store, agreement)):
        known = replace(duty, promises=_until(duty.promises, on), deeds=_until(duty.deeds, on))
        if known.promises or (known.deeds and not known.commitment):
            groups[duty.agreement, duty.kind].append(known)
    found = [entry for group in groups.values() for entry in _entries(group, last)]
    return sorted(found, key=lambda e: (e.name, e.agreement, not e.commitment, e.kind, e.due or "~", e.commitment))


def _until(deeds: Iterable[Deed], on: str) -> tuple[Deed, ...]:
    return tuple(deed for deed in deeds if not on or deed.published <= on)


def _entries(group: Sequence[Duty], last: str) -> Iterator[Entry]:
    """Yield the entries of the duties of one kind under one agreement."""
    duties_, later = _moved(group)
    course = _assigned(duties_)
    for duty in duties_:
        steps = tuple(_steps(duty, [*course[duty.commitment], *later[duty.commitment]]))
        if steps:
            standing = _standing(steps, duty.latest, last)
            yield Entry(
                duty.agreement,
                duty.name,
                duty.commitment,
                duty.kind,
                duty.owed_by,
                duty.owed_to,
                duty.due,
                next((each.condition for each in duty.promises if each.condition), ""),
                _stands(steps, standing),
                standing,
                steps,
            )


# ---------------------------------------------------------------- which commitment a claim is a step of


def _moved(group: Sequence[Duty]) -> tuple[list[Duty], dict[str, list[Deed]]]:
    """Return the duties, and by commitment the reports of it that later articles give another deadline in.

    An article that tells weeks after the signing of the same term with another day tells that the day has moved.
    """
    kept: list[Duty] = []
    later: dict[str, list[Deed]] = defaultdict(list)
    for duty in sorted(group, key=lambda each: (min((p.published for p in each.promises), default=""), each.latest)):
        told_late = duty.latest and all(_days(duty.signed, each.published) > _SOON for each in duty.promises)
        before = [
            other
            for other in kept
            if told_late
            and other.commitment
            and other.latest
            and other.figures == duty.figures
            and (not duty.owed_by or not other.owed_by or duty.owed_by == other.owed_by)
            and min(p.published for p in other.promises) < min(p.published for p in duty.promises)
        ]
        if duty.commitment and before:
            first = max(before, key=lambda other: (other.latest, other.commitment))
            later[first.commitment] += duty.promises
        else:
            kept.append(duty)
    return kept, later


def _assigned(group: Sequence[Duty]) -> dict[str, list[Deed]]:
    """Return by commitment the claims that are its course, each claim with one commitment."""
    said = {each.sentence for duty in group for each in duty.promises}
    articles = {each.article for duty in group for each in duty.promises}
    dues = {duty.latest for duty in group}
    possible: dict[str, list[Duty]] = defaultdict(list)
    claims: dict[str, Deed] = {}
    for duty in group:
        for deed in duty.deeds:
            if not _echoes(deed, said, articles, dues):
                possible[deed.iri].append(duty)
                claims.setdefault(deed.iri, deed)
    found: dict[str, list[Deed]] = defaultdict(list)
    for name, deed in claims.items():
        promised = [duty for duty in possible[name] if duty.commitment] or possible[name]
        found[_chosen(deed, promised).commitment].append(deed)
    return found


def _echoes(deed: Deed, said: set[str], articles: set[str], dues: set[str]) -> bool:
    """Tell whether a claim is the promise in other words: told with it, and with no day of its own."""
    if deed.status in {"planned", "proposed"} or not deed.day:
        other_day = bool(deed.due) and all(_days(deed.due, due) not in range(-_SLACK, _SLACK + 1) for due in dues)
        return deed.sentence in said or (deed.article in articles and not other_day)
    return False


def _chosen(deed: Deed, group: Sequence[Duty]) -> Duty:
    """Return the duty that a claim is a step of."""
    counted = [duty for duty in group if deed.number and int(deed.number) in duty.figures]
    dated = [duty for duty in group if deed.due and duty.latest and abs(_days(deed.due, duty.latest)) <= _SLACK]
    left = counted or dated or list(group)
    day = deed.due or deed.over or deed.published
    ahead = [duty for duty in left if duty.latest and _days(duty.latest, day) <= _SLACK]
    ahead = ahead or [duty for duty in left if duty.latest and _days(duty.latest, day) <= _SOON]
    if ahead:
        return min(ahead, key=lambda duty: (duty.latest, duty.commitment))
    return max(left, key=lambda duty: (duty.latest, len(duty.promises), duty.commitment))


def _days(one: str, other: str) -> int:
    """Return how many days the second lies after the first; many where one is not known."""
    if not one or not other:
        return 1_000_000
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


# ---------------------------------------------------------------- what the steps are


def _steps(duty: Duty, course: Iterable[Deed]) -> Iterator[Step]:
    """Yield one step a sentence and word; a deadline other than the one told last, or first, is one that was moved."""
    first, last, most, aims = None, None, max(duty.figures, default=0), set[float]()
    seen: set[tuple[str, str]] = set()
    promised = {each.iri for each in duty.promises}
    told = [*duty.promises, *course]
    off = {(deed.article, deed.at) for deed in told if deed.status == "postponed"}
    for deed in sorted(told, key=lambda d: (d.published, d.article, d.iri not in promised, d.at, d.sentence, d.iri)):
        word = "promised" if deed.iri in promised else _word(deed, duty, most, aims)
        if deed.counted in _THERE and deed.number:
            most = max(most, int(deed.number))
            aims.add(deed.number)
        dated = bool(deed.due) and not _is_part(deed, duty)
        if word in _AHEAD and dated and (_differ(last, deed) or _differ(first, deed)):
            word = "moved"
        elif deed.status == "pending":
            word = "promised"  # told again for the same day
        if word != "in part" and deed.due and (word in {"promised", "moved"} or last is None):
            first, last = first or deed, deed
        if word == "announced" and (deed.article, deed.at) in off:
            continue  # the day from which it was put off
        if (word, deed.sentence) in seen or (word in _VAGUE and _says_nothing(deed, seen)):
            continue  # told again in a reprint, or nothing of its course
        seen.add((word, deed.sentence))
        day = "" if word == deed.turn else deed.day  # what holds talks up is of no day of theirs
        yield Step(
            word, deed.sentence, deed.article, deed.iri, deed.published, day, deed.deadline, deed.figure, deed.speaker,
            deed.outlet,
        )  # fmt: skip
        if word == "promised" and deed.status in _WORDS and (_WORDS[deed.status], deed.sentence) not in seen:
            seen.add((_WORDS[deed.status], deed.sentence))  # the article itself says how it is kept
            yield Step(_WORDS[deed.status], deed.sentence, deed.article, deed.iri, deed.published, outlet=deed.outlet)


def _says_nothing(deed: Deed, seen: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a claim only names what was promised, beside something else or when it has long been done."""
    bare = not (deed.day or deed.deadline or deed.figure)
    return deed.aside or (bare and not deed.level and any(word == "done" for word, _ in seen))


def _differ(one: Deed | None, other: Deed) -> bool:
    """Tell whether two deadlines are not one: a month is any day of it, and days may lie a few off."""
    if one is None:
        return False
    (begun, over), (other_begun, other_over) = _span(one), _span(other)
    return _days(over, other_begun) > _SLACK or _days(other_over, begun) > _SLACK


def _span(deed: Deed) -> tuple[str, str]:
    """Return the first and the last day that a deadline may mean."""
    told = deed.deadline.removeprefix("../")
    return (f"{told}-01" if len(told) == len("2021-05") else deed.due), deed.due


def _word(deed: Deed, duty: Duty, most: int, aims: AbstractSet[float]) -> str:
    """Return what a claim is in the course; a level of forces is a step where fewer are there than were told, or as few as announced."""
    if deed.level and deed.number:
        less = deed.number < most or deed.number in aims
        return "done" if int(deed.number) in duty.figures else "in part" if less else "told"
    if deed.status == "pending":
        return "announced"
    if deed.turn:
        return deed.turn
    word = _WORDS.get(deed.status, "told")
    if duty.kind == _RELIEF:  # sanctions in force, or lifted
        return "told" if word != "cancelled" else "in part" if deed.some else "done"
    if deed.aside and word in {"done", "begun"}:
        return "told"  # "an attack during the pull-out", "the man in charge of the dialogue"
    if word == "done" and _is_part(deed, duty):
        return "in part"
    return "begun" if word == "done" and deed.started and duty.kind in _GRADUAL else word


def _is_part(deed: Deed, duty: Duty) -> bool:
    """Tell whether a claim is on less than all that was promised."""
    if deed.whole or deed.rest:
        return False
    if deed.number is not None and duty.kind in _COUNTED:
        if deed.counted in {"Remaining", "Ceiling"}:
            return deed.number > 0 and int(deed.number) not in duty.figures
        return deed.number < _NEARLY * max(duty.figures, default=float("inf"))
    there = any(name in promise.sentence for name in deed.places for promise in duty.promises)
    return deed.narrow and duty.kind == "withdrawal" and not there


def _standing(steps: Sequence[Step], latest: str, last: str) -> tuple[str, ...]:
    words = list(dict.fromkeys(step.word for step in steps))
    done = [step for step in steps if step.word == "done"]
    if done and any(word in _AGAINST for word in words):
        words.append("disputed")
    if latest and last > latest and not any(_in_time(step, latest) for step in done):
        words.append("overdue" if not done else "late")
    return tuple(words)


def _in_time(step: Step, latest: str) -> bool:
    """Tell whether a step was done by the day, or told by it or in the news right behind it where it gives no day of its own."""
    day = step.day.rpartition("/")[2]
    return day <= latest[: len(day)] if day else _days(latest, step.published or latest) <= _SLACK


def _stands(steps: Sequence[Step], standing: Sequence[str]) -> str:
    """Return the one word that a commitment comes to."""
    for word in ("disputed", "late"):
        if word in standing:
            return word
    words = [step.word for step in steps]
    closing = [word for word in words if word in {"done", "broken", "cancelled"}]
    if closing:
        return closing[-1]
    if "overdue" in standing and "in part" not in words:
        return "overdue"
    last = next((word for word in reversed(words) if word not in {"told", "claimed", "proposed"}), words[-1])
    if last == "begun" and "in part" in words:
        return "in part"
    return "moved" if last == "announced" and "moved" in words else last  # announced for the day that it was moved to
