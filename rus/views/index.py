"""Index: each line against its own value in one year, so that large and small places can share an axis."""

from collections.abc import Sequence
from dataclasses import replace

from rus.catalogue.goals import ChangeFromBase
from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.views.lines import Line, Point
from rus.views.pictures import Mark, Picture

HUNDRED = 100.0


def base_year(picture: Picture, indicator: Indicator) -> int | None:
    """The year that is 100: a goal's own base year, else the first that all lines share after the newest break.

    Without such a year the first of all that they share; None where they share none.
    """
    if not picture.lines:
        return None
    shared = set.intersection(*(_years(line) for line in picture.lines))
    wanted = [goal.baseline for goal in indicator.goals if isinstance(goal, ChangeFromBase)]
    newest = max((int(at + 0.5) for at, _ in picture.breaks), default=0)
    after = [year for year in sorted(shared) if year >= newest]
    return next((year for year in [*wanted, *after, *sorted(shared)] if year in shared), None)


def indexed(picture: Picture, year: int) -> Picture:
    """The picture with every value divided by its line's value in `year`, times 100."""
    bases = {line.key: _base(line, year) for line in picture.lines}
    lines = tuple(_line(line, bases[line.key]) for line in picture.lines)
    mark = _mark(picture.mark, picture.ours, bases) if picture.mark else None
    return replace(picture, lines=lines, mark=mark, base=year)


def _years(line: Line) -> set[int]:
    return {int(point.at) for point in line.points if point.at == int(point.at) and point.value > 0}


def _base(line: Line, year: int) -> float:
    return next(point.value for point in line.points if int(point.at) == year)


def _point(point: Point, base: float) -> Point:
    return replace(point, value=point.value / base * HUNDRED)


def _line(line: Line, base: float) -> Line:
    parts = tuple(tuple(_point(point, base) for point in part) for part in line.parts)
    sparse = tuple((_point(a, base), _point(b, base)) for a, b in line.sparse)
    return replace(line, parts=parts, sparse=sparse)


def _mark(mark: Mark, ours: Sequence[Line], bases: dict[str, float]) -> Mark:
    """The goal belongs to the line whose end its path starts from; without a path, to the first of ours."""
    start = mark.path_from
    line = next((line for line in ours if start and line.last.value == start[1]), ours[0])
    base = bases[line.key]
    value = mark.value / base * HUNDRED
    path, pace = None, ""
    if start:
        path = (start[0], start[1] / base * HUNDRED)
        pace = f"kräver {number((value - path[1]) / (mark.at - path[0]), 1, sign=True)} per år"
    return replace(mark, value=value, text=number(value), pace=pace, path_from=path)
