"""Positions of nodes, computed here so that the page opens drawn: the same on every machine and with no numpy.

Stress is minimised by stochastic gradient descent (Zheng, Pawar, Goodman 2018) over all pairs of a small component,
over pivots and neighbours of a large one.  Lines between well-connected nodes are wished longer, so that the leaves
of two hubs do not mix.  Components are turned flat, kept from overlapping and packed in rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from math import ceil, sqrt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["laid_flat", "positions"]

EDGE = 170.0
"""Pixels of a line of wished length 1 at scale 1."""
ROOM = 60.0
"""Pixels that two nodes keep between them."""
_ALL_PAIRS = 400
"""Nodes of a component up to which all pairs are looked at."""
_PIVOTS = 40
_ROUNDS = 30
_ASPECT = 1.2
"""Width to height of the whole."""

Point = tuple[float, float]
Neighbours = list[dict[int, float]]
"""For each node its neighbours with the wished length of the line."""


def positions(graph: "nx.MultiDiGraph[str]") -> dict[str, tuple[int, int]]:
    """Return whole pixels for each node; a change of one component leaves the shape of the others as it was."""
    lines: dict[str, set[str]] = {node: set() for node in graph.nodes}
    for one, other in graph.edges():
        if one != other:
            lines[one].add(other)
            lines[other].add(one)
    components = sorted(_components(lines), key=lambda nodes: (-len(nodes), nodes))
    boxes = [_box(nodes, lines) for nodes in components if len(nodes) > 1]
    alone = [nodes[0] for nodes in components if len(nodes) == 1]
    if alone:  # those with most to tell, by loops, first
        boxes.append(_grid(sorted(alone, key=lambda node: (-graph.degree(node), node))))
    return _packed(boxes)


def _components(lines: dict[str, set[str]]) -> Iterable[list[str]]:
    seen: set[str] = set()
    for node in sorted(lines):
        if node in seen:
            continue
        found, queue = {node}, [node]
        while queue:
            fresh = lines[queue.pop()] - found
            found |= fresh
            queue.extend(fresh)
        seen |= found
        yield sorted(found)


# -------------------------------------------------------------------- one component


@dataclass(frozen=True, slots=True)
class _Box:
    """A component with its places, the upper left corner of which is 0, 0."""

    nodes: list[str]
    places: list[Point]
    width: float
    height: float


def _box(nodes: list[str], lines: dict[str, set[str]]) -> _Box:
    number = {node: index for index, node in enumerate(nodes)}
    neighbours = _lengths([{number[other] for other in lines[node]} for node in nodes])
    places = laid_flat(_apart(_stress(neighbours)))
    left, top = min(x for x, _ in places), min(y for _, y in places)
    moved = [(x - left, y - top) for x, y in places]
    return _Box(nodes, moved, max(x for x, _ in moved), max(y for _, y in moved))


def _grid(nodes: list[str]) -> _Box:
    """Return nodes without lines in rows."""
    wide = ceil(sqrt(len(nodes) * 3))
    places = [(ROOM * 1.3 * (index % wide), ROOM * (index // wide)) for index in range(len(nodes))]
    return _Box(nodes, places, max(x for x, _ in places), max(y for _, y in places))


def _lengths(neighbours: list[set[int]]) -> Neighbours:
    """Return the wished length of each line: 1 for a leaf, longer between nodes that share few neighbours."""
    return [
        {other: max(1.0, sqrt(len(mine ^ neighbours[other])) / 3.2) if len(mine) > 1 < len(neighbours[other]) else
         max(1.0, sqrt(max(len(mine), len(neighbours[other]))) / 4) for other in sorted(mine)}
        for mine in neighbours
    ]  # fmt: skip


def _distances(neighbours: Neighbours, start: int) -> list[float]:
    """Return how far each node lies from one, along the lines (Dijkstra)."""
    found = [-1.0] * len(neighbours)
    queue = [(0.0, start)]
    while queue:
        far, node = heappop(queue)
        if found[node] < 0:
            found[node] = far
            for other, length in neighbours[node].items():
                if found[other] < 0:
                    heappush(queue, (far + length, other))
    return found


def _stress(neighbours: Neighbours) -> list[Point]:
    """Return places whose distances come near those along the lines."""
    size = len(neighbours)
    chance = Random(1)  # noqa: S311 (a layout, no secret)
    xs = [chance.random() * EDGE * sqrt(size) for _ in range(size)]
    ys = [chance.random() * EDGE * sqrt(size) for _ in range(size)]
    pairs = _pairs(neighbours)
    if not pairs:
        return list(zip(xs, ys, strict=True))
    step = max(length for _, _, length in pairs) ** 2
    for _ in range(_ROUNDS):
        chance.shuffle(pairs)
        for one, other, length in pairs:
            dx, dy = xs[one] - xs[other], ys[one] - ys[other]
            far = sqrt(dx * dx + dy * dy) or 1e-9
            share = min(1.0, step / (length * length)) * (far - length) / (2 * far)
            xs[one] -= share * dx
            ys[one] -= share * dy
            xs[other] += share * dx
            ys[other] += share * dy
        step *= 0.72
    return list(zip(xs, ys, strict=True))


def _pairs(neighbours: Neighbours) -> list[tuple[int, int, float]]:
    """Return pairs of nodes with their wished distance: all, or those with pivots and the lines themselves."""
    size = len(neighbours)
    if size <= _ALL_PAIRS:
        far = [_distances(neighbours, node) for node in range(size)]
        return [(one, other, EDGE * far[one][other]) for one in range(size) for other in range(one)]
    pairs = [
        (one, other, EDGE * length) for one in range(size) for other, length in neighbours[one].items() if other < one
    ]
    nearest = [float("inf")] * size
    pivot = max(range(size), key=lambda node: (len(neighbours[node]), -node))
    for _ in range(_PIVOTS):
        reach = _distances(neighbours, pivot)
        pairs += [(pivot, node, EDGE * length) for node, length in enumerate(reach) if length > 0]
        nearest = [min(near, length) for near, length in zip(nearest, reach, strict=True)]
        pivot = max(range(size), key=lambda node: (nearest[node], -node))
    return pairs


def _apart(places: list[Point]) -> list[Point]:
    """Return places of which no two are nearer than ROOM, by pushing those that are; a few may stay a bit too near."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    for _ in range(60):
        cells: dict[tuple[int, int], list[int]] = {}
        for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
            cells.setdefault((int(x // ROOM), int(y // ROOM)), []).append(node)
        pushed = False
        for one, other in _near(cells):
            dx, dy = xs[one] - xs[other], ys[one] - ys[other]
            far = sqrt(dx * dx + dy * dy)
            if far < ROOM:
                if far < 1e-6:
                    dx, dy, far = float(one - other), 1.0, sqrt(float(one - other) ** 2 + 1)
                share = (ROOM * 1.02 - min(far, ROOM)) / (2 * far)
                xs[one] += share * dx
                ys[one] += share * dy
                xs[other] -= share * dx
                ys[other] -= share * dy
                pushed = True
        if not pushed:
            break
    return list(zip(xs, ys, strict=True))


def _near(cells: dict[tuple[int, int], list[int]]) -> Iterable[tuple[int, int]]:
    """Yield each pair of nodes in one cell or in neighbouring ones, once."""
    for (column, row), here in cells.items():
        for index, one in enumerate(here):
            for other in here[:index]:
                yield one, other
        for near in ((column + 1, row), (column, row + 1), (column + 1, row + 1), (column + 1, row - 1)):
            for one in here:
                for other in cells.get(near, ()):
                    yield one, other


def laid_flat(places: list[Point]) -> list[Point]:
    """Return places turned so that their long side lies flat, as screens do."""
    size = len(places)
    mx, my = sum(x for x, _ in places) / size, sum(y for _, y in places) / size
    xx = sum((x - mx) ** 2 for x, _ in places)
    yy = sum((y - my) ** 2 for _, y in places)
    xy = sum((x - mx) * (y - my) for x, y in places)
    # the direction in which they vary most: an eigenvector of [[xx, xy], [xy, yy]]
    big = (xx + yy) / 2 + sqrt(((xx - yy) / 2) ** 2 + xy * xy)
    dx, dy = (big - yy, xy) if xx >= yy else (xy, big - xx)
    length = sqrt(dx * dx + dy * dy)
    if length < 1e-9:
        return places
    dx, dy = dx / length, dy / length
    return [((x - mx) * dx + (y - my) * dy, (y - my) * dx - (x - mx) * dy) for x, y in places]


# -------------------------------------------------------------------- all components


def _packed(boxes: Sequence[_Box]) -> dict[str, tuple[int, int]]:
    """Return places of all components: the largest first, the others in rows beside and below it."""
    gap = ROOM * 1.2
    area = sum((box.width + gap) * (box.height + gap) for box in boxes)
    width = max([sqrt(area * _ASPECT), *(box.width + gap for box in boxes)], default=0.0)
    found: dict[str, tuple[int, int]] = {}
    skyline = [(0.0, 0.0), (width, 0.0)]
    for box in boxes:
        x, y = _lowest(skyline, box.width + gap, width)
        skyline = _raised(skyline, x, box.width + gap, y + box.height + gap)
        for node, (left, top) in zip(box.nodes, box.places, strict=True):
            found[node] = (round(x + left), round(y + top))
    return found


def _lowest(skyline: list[Point], wide: float, width: float) -> Point:
    """Return where a box of a width fits highest up, leftmost of equals; the skyline is (x from which, y)."""
    best: tuple[float, float] | None = None
    for x, _ in skyline[:-1]:
        if x + wide <= width + 1e-6:
            y = max(height for (left, height), (right, _) in pairwise(skyline) if left < x + wide and right > x)
            best = min(best or (y, x), (y, x))
    return (best[1], best[0]) if best else (0.0, max(height for _, height in skyline))


def _raised(skyline: list[Point], x: float, wide: float, y: float) -> list[Point]:
    """Return the skyline with a box set down on it."""
    end = skyline[-1][0]
    right = min(x + wide, end)
    after = [height for left, height in skyline if left <= right]
    kept = [(left, height) for left, height in skyline if left < x or left > right]
    return sorted([*kept, (x, y), (right, after[-1] if right < end else skyline[-1][1])])
