"""Which judgements rule, and what follows from them.

Of the judgements on one pair the latest of a person rules, whoever the person is; where no person has judged the pair,
the latest of a linker.  Nothing is thrown away: who judged otherwise stays on record, and a pair on which the last
words of two persons differ is contested, for somebody to look at again.  Of two judgements of the same moment the more
careful one rules: different, then unsure, then same.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from kg import iri
from kg.judgements.values import Judgement, Verdict

__all__ = ["Link", "Rulings"]

_CARE: dict[Verdict, int] = {"same": 0, "unsure": 1, "different": 2}


@dataclass(frozen=True, slots=True)
class Link:
    """What judgements say of the Wikidata item of a thing."""

    item: str = ""
    """Wikidata id; empty where none is ruled to be the same."""
    refused: frozenset[str] = frozenset()
    """Wikidata ids that are ruled to be of something else."""
    candidates: tuple[str, ...] = ()
    """Wikidata ids to be judged, the best first."""


class Rulings:
    """The judgements that rule."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        """Take judgements in any order."""
        self.all = tuple(sorted(judgements, key=lambda each: (each.last, _CARE[each.verdict], each.iri)))
        by_pair: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
        for each in self.all:
            by_pair[each.pair].append(each)
        self._pairs = {pair: _ruling(made) for pair, made in by_pair.items()}
        self._made = by_pair

    def __len__(self) -> int:
        return len(self._pairs)

    def of(self, one: str, other: str) -> Judgement | None:
        """Return the judgement that rules on two things."""
        return self._pairs.get((min(one, other), max(one, other)))

    def rulings(self) -> list[Judgement]:
        """Return the judgement that rules on each pair, in order of time."""
        return sorted(self._pairs.values(), key=lambda each: (each.last, _CARE[each.verdict], each.iri))

    def contested(self) -> list[tuple[Judgement, ...]]:
        """Return, for each pair on which the last words of persons differ, these words, the ruling one last."""
        found = []
        for made in self._made.values():
            last = {each.by: each for each in made if each.by.is_person}
            if len({each.verdict for each in last.values()}) > 1:
                found.append(tuple(sorted(last.values(), key=lambda each: (each.last, _CARE[each.verdict], each.iri))))
        return sorted(found, key=lambda words: words[-1].pair)

    def reports(self, kind: Literal["event", "agreement"]) -> dict[tuple[str, str], Judgement]:
        """Return the judgement that rules on each pair of reports of events, or of agreements.

        A judgement on two things that join reports is one on each report of the first with each of the second; where
        two such judgements touch one pair of reports, the later rules.  An agreement that the authority knows stands
        for itself.
        """
        found: dict[tuple[str, str], Judgement] = {}
        for each in self.rulings():
            mine, theirs = each.sides()
            if each.item or not _is(kind, (*mine, *theirs)):
                continue
            for one, other in product(mine, theirs):
                if one != other:
                    found[min(one, other), max(one, other)] = each
        return {pair: each for pair, each in found.items() if each.verdict != "unsure"}

    def links(self) -> dict[str, Link]:
        """Return what is ruled of the Wikidata items of things; a report of an agreement is a thing of its own."""
        by_thing: dict[str, list[Judgement]] = defaultdict(list)
        for each in self.rulings():
            if each.item:
                reports = each.one_reports or each.other_reports
                for thing in reports or (each.thing,):
                    by_thing[thing].append(each)
        return {thing: _link(made) for thing, made in by_thing.items()}

    def joins(self) -> list[Judgement]:
        """Return the rulings on two actors, places or offices, in order of time."""
        return [
            each
            for each in self.rulings()
            if not each.item
            and not (each.one_reports or each.other_reports)
            and all(name.startswith(iri.ENTITY) for name in each.pair)
        ]


def _ruling(made: list[Judgement]) -> Judgement:
    """Return which of the judgements on one pair rules; they are in order of time."""
    return next((each for each in reversed(made) if each.by.is_person), made[-1])


def _is(kind: str, things: Iterable[str]) -> bool:
    """Tell whether all things are reports of a kind, or agreements that the authority knows."""
    return all(f"/{kind}/" in thing.removeprefix(iri.BASE) and "/claim/" not in thing for thing in things)


def _link(made: list[Judgement]) -> Link:
    """Return the link that the rulings on one thing come to: a person before a linker, then the latest.

    A report may have been judged under several names of the agreement that it is of: for one item one of these rules.
    """
    by_item: dict[str, list[Judgement]] = defaultdict(list)
    for each in made:  # in order of time
        by_item[each.item].append(each)
    made = [_ruling(each) for each in by_item.values()]
    same = [each for each in made if each.verdict == "same"]
    same.sort(key=lambda each: (each.by.is_person, each.last, each.iri))
    chosen = same[-1].item if same else ""
    others = [each for each in made if each.item != chosen and each.verdict != "different"]
    others.sort(key=lambda each: (-(each.score or 0.0), each.item))
    return Link(
        chosen,
        frozenset(each.item for each in made if each.verdict == "different"),
        tuple(dict.fromkeys(each.item for each in others)),
    )
