"""The difference view of a trend: each line minus the one place that it is compared with, period by period."""

from collections.abc import Mapping
from dataclasses import replace

from rus.core.swedish import number
from rus.views.beside import NAMES
from rus.views.lines import Line, Point
from rus.views.pictures import Picture
from rus.views.sentences import Measure, newest_part


def reference(drawn: Picture) -> str:
    """Code of the one place that ours are compared with; empty where there is none, or several, or groups."""
    keys = [line.key for line in drawn.lines if line.role == "context"]
    codes = {key.split("/")[0] for key in keys}
    plain = all(key.count("/") == 1 for key in keys)
    return codes.pop() if len(codes) == 1 and plain else ""


def against(drawn: Picture, name: str) -> Picture | None:
    """Ours minus the compared, of the same sex and period, in the indicator's unit; None where they share no period.

    Args:
        drawn: the picture with one place compared with (`reference`).
        name: of that place.
    """
    theirs = {line.key.split("/")[1]: line for line in drawn.lines if line.role == "context"}
    lines = []
    for line in drawn.ours:
        other = theirs.get(line.key.split("/")[1])
        found = _difference(line, other) if other else None
        lines += [found] if found else []
    if not lines:
        return None
    first, last = min(line.points[0].at for line in lines), max(line.last.at for line in lines)
    breaks = tuple(b for b in drawn.breaks if first < b[0] < last)
    return replace(drawn, lines=tuple(lines), breaks=breaks, mark=None, versus=name)


def _difference(line: Line, other: Line) -> Line | None:
    values = {point.period: point for point in other.points}
    parts: list[tuple[Point, ...]] = []
    for part in line.parts:
        run: list[Point] = []
        for point in part:
            if point.period in values:
                run.append(_minus(point, values))
            elif run:
                parts.append(tuple(run))
                run = []
        parts += [tuple(run)] if run else []
    shared = [(a, b) for a, b in line.sparse if a.period in values and b.period in values]
    sparse = tuple((_minus(a, values), _minus(b, values)) for a, b in shared)
    return replace(line, parts=tuple(parts), sparse=sparse) if parts else None


def _minus(point: Point, values: Mapping[str, Point]) -> Point:
    other = values[point.period]
    unsure, changed = point.provisional or other.provisional, point.revised or other.revised
    return replace(point, value=point.value - other.value, provisional=unsure, revised=changed)


def title_against(measure: Measure, drawn: Picture) -> str:
    """How far from the compared place now and after the newest break: of one line both, of several the farthest now."""
    ours = drawn.ours
    if len(ours) == 1:
        first, last = newest_part(ours[0])[0], ours[0].last
        now = f"{measure.short}: {_side(measure, last.value, drawn.versus)} {last.period}"
        same = first.period == last.period or measure.same(first.value, last.value)
        return now if same else f"{now}, {_short_side(measure, first.value)} {first.period}"
    ends = [(line.label, line.last) for line in ours]
    newest = max(point.at for _, point in ends)
    known = [(label, point) for label, point in ends if point.at == newest]
    label, most = max(known, key=lambda pair: abs(pair[1].value))
    return f"{label} ligger längst från {inside(drawn.versus)}: {_side(measure, most.value, '')} {most.period}"


def _side(measure: Measure, value: float, name: str) -> str:
    to = f" {inside(name)}" if name else ""
    if measure.same(value, 0):
        return f"samma som{to}" if to else "ingen skillnad"
    return f"{measure.difference(value)} {'över' if value > 0 else 'under'}{to}"


def _short_side(measure: Measure, value: float) -> str:
    if measure.same(value, 0):
        return "ingen skillnad"
    return f"{number(abs(value), measure.decimals)} {'över' if value > 0 else 'under'}"


def inside(name: str) -> str:
    """A place inside a sentence: `Riket` and `Ovägt medel` are no names, a county's and a kommun's are."""
    return name[:1].lower() + name[1:] if name == "Riket" or name in NAMES.values() else name
