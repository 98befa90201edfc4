"""Reports that two articles give in the same words: one was copied from the other, or both from one wire story."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.consolidate.rules import Verdict

__all__ = ["COPIED", "Passage", "copies", "in_one_passage"]

COPIED = Verdict("same", "copied", "told in the same words", 9)
_DAYS = 7
"""Days between an article and a copy of one of its passages."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A report and the words that it stands in."""

    iri: str
    articles: frozenset[str]
    published: str
    words: frozenset[str]
    """Digests of its passages."""
    kind: str
    slots: Hashable
    """Who and where: tells several reports of one passage apart."""


def copies(passages: Sequence[Passage]) -> set[tuple[int, int]]:
    """Return the pairs (lower index first) that stand in the same words, in articles of the same days.

    Where one passage tells several things of a kind, each is paired with that of the same slots.  Of many copies each
    is paired with the next alone.
    """
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(passages):
        for words in each.words:
            alike[words, each.kind].append(number)
    found: set[tuple[int, int]] = set()
    for numbers in alike.values():
        if len(numbers) == 1:
            continue
        several = max(Counter(article for n in numbers for article in passages[n].articles).values()) > 1
        parts: dict[Hashable, list[int]] = defaultdict(list)
        for number in numbers:
            parts[passages[number].slots if several else None].append(number)
        for part in parts.values():
            ordered = sorted(part, key=lambda number: (passages[number].published, passages[number].iri))
            found |= {(min(pair), max(pair)) for pair in pairwise(ordered) if _same_days(passages, *pair)}
    return found


def in_one_passage(told: Iterable[tuple[Hashable, str, str]]) -> list[list[str]]:
    """Return the reports of each passage that several articles have: which of them are copies depends on all of them.

    Where one article alone has a passage, its reports stay apart whatever it tells.

    Args:
        told: a passage, with the kind of what it tells; a report that stands in it; the article of that.
    """
    found: dict[Hashable, dict[str, str]] = defaultdict(dict)
    for passage, report, article in told:
        found[passage][report] = article
    return [list(reports) for reports in found.values() if len({*reports.values()}) > 1]


def _same_days(passages: Sequence[Passage], one: int, other: int) -> bool:
    first, then = passages[one].published, passages[other].published
    return bool(first and then) and (date.fromisoformat(then) - date.fromisoformat(first)).days <= _DAYS
