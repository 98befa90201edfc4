"""Groups items by pairwise judgements: the strongest first, and never against a judgement that two are different."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.consolidate.rules import Verdict

__all__ = ["Item", "Join", "cluster"]


@dataclass(frozen=True, slots=True)
class Item:
    """What is judged as one: its key orders items and is independent of where they came from."""

    key: str
    articles: frozenset[str]
    sharpness: int = 0
    """How vague it is: of two, the higher number is the vaguer."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two items that were found to be one, by the judgement that joined them."""

    one: int
    other: int
    verdict: Verdict


class _Groups:
    """Disjoint groups of item numbers under the rule that one article does not tell one thing twice."""

    def __init__(self, items: Sequence[Item], judge: Callable[[int, int], Verdict]) -> None:
        self.items, self.judge = items, judge
        self.group = list(range(len(items)))
        self.members = [[number] for number in range(len(items))]
        self.articles = [set(item.articles) for item in items]
        self.joins: list[Join] = []

    def may_join(self, one: int, other: int) -> bool:
        """Tell whether nothing speaks against joining the groups of two items."""
        mine, theirs = self.group[one], self.group[other]
        if mine == theirs or self.articles[mine] & self.articles[theirs]:
            return False
        return all(self.judge(a, b).outcome != "different" for a in self.members[mine] for b in self.members[theirs])

    def join(self, one: int, other: int, verdict: Verdict) -> None:
        """Join the groups of two items."""
        mine, theirs = self.group[one], self.group[other]
        if len(self.members[mine]) < len(self.members[theirs]):
            mine, theirs = theirs, mine
        for number in self.members[theirs]:
            self.group[number] = mine
        self.members[mine] += self.members[theirs]
        self.articles[mine] |= self.articles[theirs]
        self.members[theirs] = []
        self.joins.append(Join(one, other, verdict))


def cluster(
    items: Sequence[Item], candidates: Iterable[tuple[int, int]], judge: Callable[[int, int], Verdict]
) -> tuple[list[list[int]], list[Join]]:
    """Return groups of item numbers, and the joins that made them.

    Args:
        items: in any order; the answer depends on their keys alone.
        candidates: pairs worth a judgement.
        judge: the judgement on two items by number; symmetric.
    """
    groups = _Groups(items, judge)
    judged = [(one, other, judge(one, other)) for one, other in candidates]
    ordered = sorted(
        (
            (one, other, verdict) if items[one].key < items[other].key else (other, one, verdict)
            for one, other, verdict in judged
        ),
        key=lambda pair: (-pair[2].strength, items[pair[0]].key, items[pair[1]].key),
    )
    for one, other, verdict in ordered:
        if verdict.outcome == "same" and groups.may_join(one, other):
            groups.join(one, other, verdict)
    _join_only_candidates(groups, [pair for pair in ordered if pair[2].outcome == "only"])
    _attach_vague(groups, [pair for pair in ordered if pair[2].outcome == "unique"])
    found = [sorted(members, key=lambda number: items[number].key) for members in groups.members if members]
    return sorted(found, key=lambda members: items[members[0]].key), groups.joins


def _join_only_candidates(groups: _Groups, judged: list[tuple[int, int, Verdict]]) -> None:
    """Join two groups where each is the other's only candidate."""
    open_ = [pair for pair in judged if groups.may_join(pair[0], pair[1])]
    rivals: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in open_:
        rivals[groups.group[one]].add(groups.group[other])
        rivals[groups.group[other]].add(groups.group[one])
    chosen = [pair for pair in open_ if len(rivals[groups.group[pair[0]]]) == len(rivals[groups.group[pair[1]]]) == 1]
    for one, other, verdict in chosen:
        if groups.may_join(one, other):
            groups.join(one, other, verdict)


def _attach_vague(groups: _Groups, judged: list[tuple[int, int, Verdict]]) -> None:
    """Give a vague item to the one group of sharper items that it fits, if there is just one."""
    fits: dict[int, list[tuple[int, Verdict]]] = defaultdict(list)
    for one, other, verdict in judged:
        vaguer, sharper = (one, other) if groups.items[one].sharpness > groups.items[other].sharpness else (other, one)
        if groups.items[vaguer].sharpness > groups.items[sharper].sharpness:
            fits[vaguer].append((sharper, verdict))
    for vaguer in sorted(fits, key=lambda number: groups.items[number].key):
        possible = [(sharper, verdict) for sharper, verdict in fits[vaguer] if groups.may_join(vaguer, sharper)]
        if len({groups.group[sharper] for sharper, _ in possible}) == 1:
            sharper, verdict = min(possible, key=lambda pair: groups.items[pair[0]].key)
            groups.join(vaguer, sharper, verdict)
