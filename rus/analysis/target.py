"""A goal with a number: where it started, where it is, where it shall be.

Only facts are made here: base, newest and target value, and the change a year that is still needed. Whether the goal
will be reached is judged elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.analysis.trend import Point
from rus.catalogue.goals import ChangeFromBase, GoalBase, Level


@dataclass(frozen=True)
class Target:
    """Base, newest and target in the indicator's unit.

    `needed` is the straight change per year from the newest value to the target; None where the goal has no year, or
    the year has passed.
    """

    value: float
    by: int | None
    base: Point | None
    newest: Point
    needed: float | None


def target(goal: GoalBase, points: Sequence[Point]) -> Target | None:
    """The numbers of a level or change goal; None for goals without a number, or where the base year is not measured.

    Args:
        goal: any kind of goal.
        points: (year, value) of one region, sex and group, in any order.
    """
    series = dict(sorted((y, v) for y, v in points if v == v))  # # NaN is no measurement
    if not series:
        return None
    newest = list(series.items())[-1]
    if isinstance(goal, ChangeFromBase):
        if goal.baseline not in series:
            return None
        base: Point | None = (goal.baseline, series[goal.baseline])
        value = series[goal.baseline] * (1 + goal.percent / 100)
    elif isinstance(goal, Level):
        base = (goal.baseline, series[goal.baseline]) if goal.baseline in series else None
        value = goal.target
    else:
        return None
    left = goal.by - newest[0] if goal.by else 0
    return Target(value, goal.by, base, newest, (value - newest[1]) / left if left > 0 else None)
