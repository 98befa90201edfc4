"""A head noun with what belongs to it: the value that groups and offices are read into."""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from kg.annotate.chart import Unit

__all__ = ["Phrase"]

_WEIGHT = ("former", "designate", "future", "acting", "held")
"""Of two words on how an office is held, which counts."""


class Phrase(msgspec.Struct):
    """Words `start` to `end` (exclusive) around a head noun."""

    start: int
    end: int
    head: tuple[int, int]
    family: str
    """group or office."""
    kind: str
    """Class of the group or kind of the office."""
    portfolio: str = ""
    status: str = ""
    deputy: bool = False
    of: list["Unit | Phrase"] = []
    """What it belongs to, in text order."""
    title: set[int] = set()
    """Words of the title, without state and status."""
    parts: list[tuple[int, int]] = []
    """For coordinated owners, the words of each."""
    definite: bool = False
    task: bool = False
    apart: bool = False
    """True where it belongs to a body that nobody knows."""
    here: bool = False
    """True where its owner is the country that the article is about."""
    joint: bool = False
    """True where its owners are coordinated: each has one of its own."""
    sponsor: "Unit | None" = None
    """The state that leads or backs a group without being its owner ("Saudi-led coalition")."""
    tie: str = ""
    """led or backed."""
    plural: str = ""
    """The singular of a head in the plural."""

    def told(self, status: str) -> None:
        """Take a word on how the office is held: who was acting and is no more is a former one ("former acting president")."""
        if not self.status or _WEIGHT.index(status) < _WEIGHT.index(self.status):
            self.status = status
