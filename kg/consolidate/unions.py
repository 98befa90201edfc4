"""Numbers that hang together, where each pair that is joined joins all that either hangs together with."""

__all__ = ["Unions"]


class Unions:
    """Sets of the numbers from 0, each known by its lowest number."""

    def __init__(self, count: int) -> None:
        """Begin with each number alone."""
        self._above = list(range(count))

    def root(self, number: int) -> int:
        """Return the lowest number of a number's set."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers."""
        lower, higher = sorted((self.root(one), self.root(other)))
        self._above[higher] = lower
