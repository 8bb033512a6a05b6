"""Which points of a line chart the source has changed since they were first published here."""

from dataclasses import replace

import pandas as pd

from rus.views.lines import Line, Point
from rus.views.pictures import Picture

Changed = set[tuple[str, str, str, str]]


def with_revised(drawn: Picture, revisions: pd.DataFrame, group: str) -> Picture:
    """The picture with every revised point marked.

    Args:
        drawn: lines whose keys are region/sex, or region/sex/group.
        revisions: the answer of `Store.revisions` for the indicator.
        group: the group of the lines whose key names none.
    """
    if not len(revisions):
        return drawn
    names = ("region", "sex", "grp", "period")
    changed: Changed = {tuple(map(str, row)) for row in zip(*(revisions[n] for n in names), strict=True)}  # type: ignore[misc]  # four names, four values
    return replace(drawn, lines=tuple(_line(line, changed, group) for line in drawn.lines))


def _line(line: Line, changed: Changed, group: str) -> Line:
    region, sex, *own = line.key.split("/")

    def mark(point: Point) -> Point:
        return replace(point, revised=(region, sex, own[0] if own else group, point.period) in changed)

    parts = tuple(tuple(mark(point) for point in part) for part in line.parts)
    return replace(line, parts=parts, sparse=tuple((mark(a), mark(b)) for a, b in line.sparse))
