"""What stands where in a text: values with a start and an end, found by either without walking over all of them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import accumulate

from kg.model import Mention, Span

__all__ = ["Ends", "Positions"]


class Positions:
    """The spans of an article by where they begin and where they end."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Sort them by either."""
        self._spans = spans
        self._starts = sorted((span.start, number) for number, span in enumerate(spans))
        self._ends = sorted((span.end, number) for number, span in enumerate(spans))
        self._reach = list(accumulate((spans[number].end for _, number in self._starts), max))

    def starting(self, first: int, last: int) -> list[Span]:
        """Return the spans that start at one of some offsets, the last excluded, in their order."""
        return self._between(self._starts, first, last)

    def ending(self, first: int, last: int) -> list[Span]:
        """Return the spans that end at one of some offsets, the last excluded, in their order."""
        return self._between(self._ends, first, last)

    def within(self, start: int, end: int) -> list[Span]:
        """Return the spans that stand between two offsets, in their order."""
        return [span for span in self.starting(start, end + 1) if span.end <= end]

    def covered(self, start: int, end: int) -> bool:
        """Tell whether a span holds all from one offset to another."""
        number = bisect_right(self._starts, (start, len(self._spans)))
        return number > 0 and self._reach[number - 1] >= end

    def _between(self, places: list[tuple[int, int]], first: int, last: int) -> list[Span]:
        low, high = bisect_left(places, (first, -1)), bisect_left(places, (last, -1))
        return [self._spans[number] for number in sorted(number for _, number in places[low:high])]


class Ends:
    """The mentions of an article by where they end, while they grow in number."""

    def __init__(self) -> None:
        """Start with none."""
        self._ends: list[tuple[int, int]] = []

    def ending(self, mentions: list[Mention], first: int, last: int) -> list[Mention]:
        """Return the mentions that end at one of some offsets, the last excluded, in the order in which they were entered."""
        for number in range(len(self._ends), len(mentions)):
            insort(self._ends, (mentions[number].end, number))
        low, high = bisect_left(self._ends, (first, -1)), bisect_left(self._ends, (last, -1))
        return [mentions[number] for number in sorted(number for _, number in self._ends[low:high])]
