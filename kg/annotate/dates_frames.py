"""The year that a passage goes on from: "In 2012, X took Goma.  It left on 1 December" is told of 2012 to the end of the paragraph."""

from datetime import date

from kg.annotate.dates_calendar import Moment

__all__ = ["Frame"]

_OPENING = 2
"""How many words may stand before a date that opens its sentence ("But in [2015], …")."""


class Frame:
    """The past year that opened a sentence of the paragraph last: that of all that follows."""

    __slots__ = ("_anchor", "year")

    def __init__(self, anchor: date | None) -> None:
        """Start without one; `anchor` is the day of the article."""
        self._anchor = anchor
        self.year: int | None = None

    def leave(self) -> None:
        """Forget the year: the paragraph is over, or tells of these days again."""
        self.year = None

    def enter(self, moment: Moment, first: int) -> None:
        """Take in a date with a year of its own that begins at a word of its sentence; one inside a sentence may look farther back."""
        year = moment.last.year
        if first <= _OPENING:
            gone = self._anchor is not None and year < self._anchor.year and moment.granularity == "year"
            self.year = year if gone else None
        elif self.year is not None and year > self.year:
            self.leave()
