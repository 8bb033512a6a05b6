"""Small pictures inside a row: the way here, and women beside men. They are images, with colours filled in."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from urllib.parse import quote

from rus.analysis.target import Target
from rus.analysis.trend import Point
from rus.charts.spine import SAFE
from rus.charts.theme import Tokens

WIDTH, HEIGHT, EDGE = 168, 34, 5
BELL_WIDTH, BELL_HEIGHT = 168, 12
FEW = 3
WIDE = 1.5


def sparkline(points: Sequence[Point], breaks: Iterable[int], target: Target | None, colours: Tokens) -> str:
    """A line without axes, as an address of an image (data:)."""
    return _image(WIDTH, HEIGHT, way_marks(points, breaks, target, colours))


def way_marks(points: Sequence[Point], breaks: Iterable[int], target: Target | None, colours: Tokens) -> str:
    """The line as SVG of `WIDTH` by `HEIGHT` pixels.

    Nothing is drawn across a break or a missing year. Three measurements or fewer are points without a line. A target
    is an open diamond, with a dashed line from the newest value.
    """
    goal = (target.by, target.value) if target and target.by and target.by > points[-1][0] else None
    place = _Scale([*points, goal] if goal else list(points))
    parts = [[p] for p in points] if len(points) <= FEW else runs(points, set(breaks))
    marks = "".join(_run(part, place, colours.accent) for part in parts)
    x, y = place(points[-1])
    if goal:
        marks += _path([points[-1], goal], place, colours.accent, "stroke-width='1.3' stroke-dasharray='2.5,3'")
        marks += _diamond(*place(goal), 3.6, f"fill='{colours.bg}' stroke='{colours.ink2}' stroke-width='1.5'")
    return marks + f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' fill='{colours.accent}'/>"


def runs(points: Sequence[Point], breaks: set[int]) -> list[list[Point]]:
    """The series cut at breaks and where a measurement is missing in its usual rhythm."""
    steps = [later[0] - earlier[0] for earlier, later in pairwise(points)]
    usual = median(steps) if steps else 1
    parts = [[points[0]]]
    for (earlier, later), step in zip(pairwise(points), steps, strict=True):
        cut = step > WIDE * usual or any(earlier[0] < first <= later[0] for first in breaks)
        if cut:
            parts.append([])
        parts[-1].append(later)
    return parts


def dumbbell(women: float, men: float, scale: float, colours: Tokens) -> str:
    """Women and men on a line of `scale` units, centred between them, as an address of an image (data:)."""
    return _image(BELL_WIDTH, BELL_HEIGHT, bell_marks(women, men, scale, colours))


def bell_marks(women: float, men: float, scale: float, colours: Tokens) -> str:
    """The same as SVG of `BELL_WIDTH` by `BELL_HEIGHT` pixels."""
    half = abs(women - men) / scale * (BELL_WIDTH - 12) / 2
    middle, y = BELL_WIDTH / 2, BELL_HEIGHT / 2
    side = -half if women < men else half
    at_women, at_men = middle + side, middle - side
    return (
        f"<path d='M3 {y:g}H{BELL_WIDTH - 3}' stroke='{colours.line}'/>"
        f"<path d='M{at_women:.1f} {y:g}H{at_men:.1f}' stroke='{colours.ink3}' stroke-width='2.5'/>"
        + _diamond(at_men, y, 5, f"fill='{colours.men}'")
        + f"<circle cx='{at_women:.1f}' cy='{y:g}' r='4.5' fill='{colours.women}'/>"
    )


class _Scale:
    """Years and values → pixels."""

    def __init__(self, points: Sequence[Point]) -> None:
        years, values = [p[0] for p in points], [p[1] for p in points]
        self._first, self._low = min(years), min(values)
        self._years, self._values = max(years) - self._first, max(values) - self._low

    def __call__(self, point: Point) -> tuple[float, float]:
        across = (point[0] - self._first) / self._years if self._years else 1.0
        up = (point[1] - self._low) / self._values if self._values else 0.5
        return EDGE + across * (WIDTH - 2 * EDGE), HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)


def _run(part: Sequence[Point], place: _Scale, colour: str) -> str:
    if len(part) == 1:
        x, y = place(part[0])
        return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='2' fill='{colour}'/>"
    return _path(part, place, colour, "stroke-width='1.8' stroke-linejoin='round' stroke-linecap='round'")


def _path(part: Iterable[Point], place: _Scale, colour: str, style: str) -> str:
    spots = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place, part))
    return f"<polyline points='{spots}' fill='none' stroke='{colour}' {style}/>"


def _diamond(x: float, y: float, half: float, style: str) -> str:
    corners = f"{x:.1f},{y - half:.1f} {x + half:.1f},{y:.1f} {x:.1f},{y + half:.1f} {x - half:.1f},{y:.1f}"
    return f"<polygon points='{corners}' {style}/>"


def _image(width: int, height: int, marks: str) -> str:
    size = f"width='{width}' height='{height}' viewBox='0 0 {width} {height}'"
    picture = f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{marks}</svg>"
    return f"data:image/svg+xml,{quote(picture, safe=SAFE)}"
