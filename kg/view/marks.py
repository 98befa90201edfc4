"""How types look: a shape and a colour each, so that neither alone has to tell them apart.

Colours are those of Okabe and Ito, which people with any colour vision can tell from each other.
Shapes are polygons in a square from -1 to 1; the empty polygon is the circle.
"""

from math import cos, pi, sin
from typing import NamedTuple

__all__ = ["LINES", "MARKS", "Mark", "mark"]

Polygon = tuple[tuple[float, float], ...]

ORANGE, SKY, GREEN, YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
BLUE, VERMILLION, PURPLE, GREY = "#0072b2", "#d55e00", "#cc79a7", "#7d8590"


class Mark(NamedTuple):
    """The look of a type of node."""

    colour: str
    shape: Polygon
    size: float = 1.0


def _regular(corners: int, *, turned: float = 0.0, inner: float = 1.0) -> Polygon:
    """Return a regular polygon with a corner on top; with `inner` every other corner lies that near the middle."""
    return tuple(
        (
            round(sin(2 * pi * (corner / corners + turned)) * (inner if corner % 2 else 1), 3),
            round(-cos(2 * pi * (corner / corners + turned)) * (inner if corner % 2 else 1), 3),
        )
        for corner in range(corners)
    )


_PLUS: Polygon = (
    (-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4), (1, 0.4), (0.4, 0.4),
    (0.4, 1), (-0.4, 1), (-0.4, 0.4), (-1, 0.4), (-1, -0.4), (-0.4, -0.4),
)  # fmt: skip

MARKS = {
    "country": Mark(GREEN, ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)), 1.15),
    "person": Mark(BLUE, ()),
    "government": Mark(SKY, _regular(6)),
    "military": Mark(VERMILLION, _regular(3)),
    "armed_group": Mark(VERMILLION, _regular(3, turned=0.5)),
    "igo": Mark(ORANGE, _regular(5)),
    "organization": Mark(YELLOW, _regular(4)),
    "media": Mark(GREY, _PLUS),
    "population": Mark(SKY, _regular(3, turned=0.25)),
    "place": Mark(GREEN, ((0, -1), (0.55, 0), (0, 1), (-0.55, 0))),
    "agreement": Mark(PURPLE, _regular(10, inner=0.45), 1.25),
    "event": Mark(GREY, _regular(8, inner=0.5), 0.7),
    "actor": Mark(GREY, _regular(4, turned=0.125), 0.8),
}
"""Type of node -> how it looks, in the order of the legend; `actor` is for types that are not among them."""

LINES = {
    "verbal_cooperation": BLUE, "material_cooperation": GREEN, "verbal_conflict": ORANGE,
    "material_conflict": VERMILLION, "agreement": PURPLE, "other": GREY,
}  # fmt: skip
"""Tone -> colour of its lines, in the order of the legend."""


def mark(type_: str) -> Mark:
    """Return how a type of node looks."""
    return MARKS.get(type_, MARKS["actor"])
