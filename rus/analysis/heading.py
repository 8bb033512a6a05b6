"""Goals without a number: a value that shall rise or fall, and a gap between groups that shall shrink.

A direction is judged by the trend test (Mann–Kendall, `trend`), with the goal's own direction as the wanted one. A
gap is a series of its own, the largest less the smallest group each year that all groups have, and shall fall.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rus.analysis.pace import pace
from rus.analysis.progress import Progress, Status, refused
from rus.analysis.trend import Data, Point, too_old, trend

WORST_FIRST: tuple[Status, ...] = (
    "wrong_way",
    "stalled",
    "too_slow",
    "no_trend",
    "uncertain",
    "not_assessed",
    "right_way",
    "on_track",
    "reached",
)


def direction(points: Sequence[Point], data: Data, oldest: int | None = None) -> Progress:
    """A value that shall move the way `data.better` says.

    Args:
        points: (year, value) of one region, sex and group.
        data: what is known of the series; `better` is the goal's direction.
        oldest: the newest value must be of this year or later.

    Returns:
        The answer; its base is the oldest measurement of the test.
    """
    known = sorted((t, v) for t, v in points if v == v)  # # NaN
    if not known:
        return refused("Inga mätningar.", "trendtest")
    if oldest is not None and known[-1][0] < oldest:
        return refused(too_old(known[-1][0]), "trendtest", known)
    found = trend(points, data)
    return Progress(
        found.status,
        found.reason,
        "trendtest",
        newest=known[-1],
        base=found.points[0] if len(found.points) > 1 else None,
        pace=pace(points, data),
        points=found.points,
        trend=found,
    )


def gap_series(groups: Mapping[str, Sequence[Point]]) -> tuple[Point, ...]:
    """The largest less the smallest group in each year that all groups have, oldest first."""
    by_year = [dict(points) for points in groups.values()]
    common = sorted(set.intersection(*(set(years) for years in by_year))) if by_year else []
    rows = ((t, [years[t] for years in by_year]) for t in common)
    return tuple((t, max(values) - min(values)) for t, values in rows if all(v == v for v in values))  # # NaN


def gap_shrinks(groups: Mapping[str, Sequence[Point]], data: Data, oldest: int | None = None) -> Progress:
    """A gap between groups that shall become smaller.

    Args:
        groups: each group's (year, value); at least two, and none of them may contain another.
        data: what is known of the groups' series; a difference of two rounded values is twice as coarse as they are.
        oldest: the newest gap must be of this year or later.
    """
    measured = {name: points for name, points in groups.items() if points}
    if len(measured) < 2:
        reason = "Det finns uppgifter för bara en grupp." if measured else "Det finns inga uppgifter om grupperna."
        return refused(reason, "gap")
    points = gap_series(measured)
    if not points:
        return refused("Grupperna är aldrig mätta samma år.", "gap")
    made = direction(points, replace(data, better="lower", step=2 * data.step), oldest)
    moves = {"right_way": "Gapet krymper", "wrong_way": "Gapet växer", "no_trend": "Gapet har ingen säker trend"}
    if made.status in moves and made.trend:
        used = made.trend.points
        span = f"{len(used)} mätningar {used[0][0]}–{used[-1][0]}"
        made = replace(made, reason=f"{moves[made.status]} i {span}.")
    return replace(made, method="gap")


def combine(parts: Sequence[Progress]) -> Progress:
    """One answer for goals that must all be met: the worst part decides, and is the answer.

    What can't be assessed outweighs everything good, so that nothing unknown is called reached.
    """
    if not parts:
        return refused("Det finns inget mål.", "sammanvägd")
    return min(parts, key=lambda part: WORST_FIRST.index(part.status))
