"""Groups items by pairwise judgements: the strongest first, and never against a judgement that two are different.

What a person has ruled comes before any rule: it joins and keeps apart whatever the rules say.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import msgspec

from kg.consolidate.rules import Verdict

__all__ = ["Item", "Join", "Ruled", "cluster"]


class Item(msgspec.Struct, frozen=True):
    """What is judged as one: its key orders items and is independent of where they came from."""

    key: str
    articles: frozenset[str]
    sharpness: int = 0
    """How vague it is: of two, the higher number is the vaguer."""


class Join(msgspec.Struct, frozen=True):
    """Two items that were found to be one, by the judgement that joined them."""

    one: int
    other: int
    verdict: Verdict


class Ruled(msgspec.Struct, frozen=True):
    """What is ruled from outside on pairs of item numbers, the lower first."""

    together: Mapping[tuple[int, int], Verdict] = {}
    apart: frozenset[tuple[int, int]] = frozenset()


class _Groups:
    """Disjoint groups of item numbers: one article tells one thing once, unless a judgement says that it may do so again."""

    def __init__(self, items: Sequence[Item], judge: Callable[[int, int], Verdict], ruled: Ruled) -> None:
        self.items, self.judge = items, judge
        self.apart: dict[int, set[int]] = defaultdict(set)
        for one, other in ruled.apart:
            self.apart[one].add(other)
            self.apart[other].add(one)
        self.block = list(range(len(items)))
        self.group = list(range(len(items)))
        self.members = [[number] for number in range(len(items))]
        self.articles = [set(item.articles) for item in items]
        self.asked: dict[tuple[int, int, int, int], bool] = {}
        """Whether two groups may be joined, by their numbers and sizes: a group only grows, so these tell its state."""
        self.joins: list[Join] = []
        self.ruled = False

    def may_join(self, one: int, other: int) -> bool:
        """Tell whether nothing speaks against joining the groups of two items."""
        mine, theirs = sorted((self.group[one], self.group[other]))
        asked = (mine, theirs, len(self.members[mine]), len(self.members[theirs]))
        if asked not in self.asked:
            self.asked[asked] = not (
                mine == theirs
                or self._twice(mine, theirs)
                or self.ruled_apart(one, other)
                or any(self._differ(mine, theirs))
            )
        return self.asked[asked]

    def _twice(self, mine: int, theirs: int) -> bool:
        """Tell whether one article tells both groups as two."""
        shared = self.articles[mine] & self.articles[theirs]
        return bool(shared) and not all(
            self.judge(a, b).again
            for a in self.members[mine]
            for b in self.members[theirs]
            if shared & self.items[a].articles & self.items[b].articles
        )

    def ruled_apart(self, one: int, other: int) -> bool:
        """Tell whether a ruling keeps the groups of two items apart."""
        theirs = self.group[other]
        return bool(self.apart) and any(
            self.group[kept_out] == theirs
            for member in self.members[self.group[one]]
            for kept_out in self.apart.get(member, ())
        )

    def _differ(self, mine: int, theirs: int) -> Iterable[bool]:
        """Yield for each two items of two groups whether they differ; items that a ruling joined count as one.

        Such a one is told in several ways: it differs from another where all of them do.
        """
        if not self.ruled:
            yield from (
                self.judge(a, b).outcome == "different" for a in self.members[mine] for b in self.members[theirs]
            )
            return
        ways: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for a in self.members[mine]:
            for b in self.members[theirs]:
                ways[self.block[a], self.block[b]].append((a, b))
        for pairs in ways.values():
            yield all(self.judge(a, b).outcome == "different" for a, b in pairs)

    def follow(self, ruled: Ruled) -> None:
        """Join what is ruled to be one, unless another ruling keeps it apart."""
        pairs = [
            (one, other) if self.items[one].key < self.items[other].key else (other, one)
            for one, other in ruled.together
        ]
        for one, other in sorted(pairs, key=lambda pair: (self.items[pair[0]].key, self.items[pair[1]].key)):
            if self.group[one] != self.group[other] and not self.ruled_apart(one, other):
                self.join(one, other, ruled.together[min(one, other), max(one, other)])
        self.ruled = bool(self.joins)
        self.block = list(self.group)

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
    items: Sequence[Item],
    candidates: Iterable[tuple[int, int]],
    judge: Callable[[int, int], Verdict],
    ruled: Ruled | None = None,
) -> tuple[list[list[int]], list[Join]]:
    """Return groups of item numbers, and the joins that made them.

    Args:
        items: in any order; the answer depends on their keys alone.
        candidates: pairs worth a judgement.
        judge: the judgement on two items by number; symmetric.
        ruled: what is joined and kept apart whatever the judgements say.
    """
    rulings = ruled or Ruled()
    groups = _Groups(items, judge, rulings)
    groups.follow(rulings)
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
    only = [pair for pair in ordered if pair[2].outcome == "only"]
    for least in sorted({verdict.strength for _, _, verdict in only}, reverse=True):
        _join_only_candidates(groups, [pair for pair in only if pair[2].strength >= least])
    _attach_vague(groups, [pair for pair in ordered if pair[2].outcome == "unique"])
    found = [sorted(members, key=lambda number: items[number].key) for members in groups.members if members]
    return sorted(found, key=lambda members: items[members[0]].key), groups.joins


def _join_only_candidates(groups: _Groups, judged: list[tuple[int, int, Verdict]]) -> None:
    """Join two groups where neither has another candidate that is as strong, but for such as may be the same again."""
    open_ = [pair for pair in judged if groups.may_join(pair[0], pair[1])]
    rivals: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in open_:
        rivals[groups.group[one]].add(groups.group[other])
        rivals[groups.group[other]].add(groups.group[one])
    first = {group: groups.members[group][0] for group in rivals}

    @cache
    def alone(mine: int, theirs: int) -> bool:
        others = [(theirs, rival) for rival in rivals[mine] - {theirs}]
        others += [(mine, rival) for rival in rivals[theirs] - {mine}]
        return all(groups.may_join(first[group], first[rival]) for group, rival in others)

    chosen = [pair for pair in open_ if alone(groups.group[pair[0]], groups.group[pair[1]])]
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
