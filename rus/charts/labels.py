"""Where the names of points stand so that none lies on another or on a point, whatever the width of the screen.

A figure knows its height and not its width. Two things that are some share of the width apart are compared over all
widths at once: from a phone's to a large screen's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.charts.letters import width_of
from rus.charts.theme import TEXT_SIZE

NARROW, WIDE = 190, 1500
"""Pixels of the plot on a phone, and on the largest screen."""
HIGH = 17
BESIDE = (0, 9, -9, 17, -17, 26, -26, 36, -36, 48, -48, 62, -62, 78, -78, 96, -96, 116, -116)
ABOVE = (18, -18, 30, -30, 44, -44, 60, -60, 78, -78, 98, -98, 120, -120)
NEAR = 22
"""Pixels up or down from which a thin line leads to the name."""
PASSES = 4


@dataclass(frozen=True)
class Point:
    """A mark: its share of the width from the left, pixels from the bottom, and radius; `name` is empty for none."""

    at: float
    height: float
    radius: float
    name: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Spot:
    """Where a name stands, from its point: its side (`left`: the name begins there), pixels to the right and up."""

    anchor: str
    right: float
    up: float

    @property
    def led(self) -> bool:
        """Whether it is so far away that a line leads there."""
        return abs(self.up) > NEAR


_Box = tuple[float, float, float, float]
"""Left, right, lower and upper edge, in pixels from the point."""
_Offer = tuple[Spot, _Box]


def spots(points: Sequence[Point], high: float, margins: tuple[float, float]) -> list[Spot | None]:
    """A spot for each point that has a name; None for the others.

    Args:
        points: all marks, those that have no name too.
        high: pixels of the plot.
        margins: pixels left and right of the plot where a name may reach.
    """
    named = [n for n, point in enumerate(points) if point.name]
    offered = {n: _offered(points[n], high, margins) for n in named}
    chosen: dict[int, _Offer] = {}
    for _ in range(PASSES):
        before = dict(chosen)
        for n in named:
            others = [(points[m], box) for m, (_, box) in chosen.items() if m != n]
            chosen[n] = _best(points[n], offered[n], points, others)
        if chosen == before:
            break
    return [chosen[n][0] if n in chosen else None for n in range(len(points))]


def _offered(point: Point, high: float, margins: tuple[float, float]) -> list[_Offer]:
    """The spots around a point that are within the picture at every width, the nearest first; else its two sides."""
    wide, gap, half = width_of(point.name, TEXT_SIZE, bold=point.bold), point.radius + 3, HIGH / 2
    found = []
    for up in BESIDE:
        found.append((Spot("left", gap, up), (gap, gap + wide, up - half, up + half)))
        found.append((Spot("right", -gap, up), (-gap - wide, -gap, up - half, up + half)))
    found += [(Spot("center", 0, up), (-wide / 2, wide / 2, up - half, up + half)) for up in ABOVE]
    inside = [one for one in found if _is_inside(point, one[1], high, margins)]
    return sorted(inside or found[:2], key=lambda one: abs(one[0].up) + 2 * (one[0].anchor != "left"))


def _is_inside(point: Point, box: _Box, high: float, margins: tuple[float, float]) -> bool:
    left, right, low, top = box
    across = all(point.at * w + left >= -margins[0] and point.at * w + right <= w + margins[1] for w in (NARROW, WIDE))
    return across and point.height + low >= -HIGH / 2 and point.height + top <= high + HIGH / 2


def _best(
    point: Point, offered: Sequence[_Offer], points: Sequence[Point], others: Sequence[tuple[Point, _Box]]
) -> _Offer:
    """The nearest spot where the name lies on nothing; where there is none, the one where it lies on least."""
    least, found = len(points) + len(others) + 1, offered[0]
    for spot, box in offered:
        marks = sum(_meet(point, box, one, (-one.radius, one.radius, -one.radius, one.radius)) for one in points)
        hits = marks + sum(_meet(point, box, one, theirs) for one, theirs in others)
        if hits < least:
            least, found = hits, (spot, box)
        if not hits:
            break
    return found


def _meet(point: Point, box: _Box, other: Point, theirs: _Box) -> bool:
    """Whether two boxes lie on each other at any width."""
    up = other.height - point.height
    if theirs[3] + up <= box[2] or theirs[2] + up >= box[3]:
        return False
    apart = sorted(((other.at - point.at) * NARROW, (other.at - point.at) * WIDE))
    return theirs[0] + apart[0] < box[1] and theirs[1] + apart[1] > box[0]
