"""The chance that the present trend reaches a target, and the fixed words for it.

A line is fitted to the independent points (logit of shares, logarithm of amounts). The forecast for year T has the
variance v = s²(1 + 1/n + (T − m)²/S), and p = P(t_{n−2} < d(ŷ_T − y*)/√v). It continues the trend as it was; it knows
nothing of what is decided. The words are the calibrated scale of the IPCC.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Literal

from rus.analysis.pace import NEWEST, Line, fit
from rus.analysis.student import t_below
from rus.analysis.trend import LEAST_POINTS, Data, Point, usable

Shape = Literal["linear", "log", "logit"]
WORDS = (
    (0.90, "mycket sannolikt"),
    (0.66, "sannolikt"),
    (0.33, "ungefär lika troligt som inte"),
    (0.10, "osannolikt"),
)
LEAST_WORDS = "mycket osannolikt"


@dataclass(frozen=True)
class Chance:
    """`probability` (0–1) and its words; both empty where `reason`, a Swedish sentence, says why not."""

    probability: float | None
    words: str
    reason: str
    n: int


def words(probability: float) -> str:
    """The fixed scale: at least 0.90, 0.66, 0.33, 0.10, and less."""
    return next((said for least, said in WORDS if probability >= least), LEAST_WORDS)


def chance(points: Sequence[Point], aim: tuple[float, int], better: int, data: Data, shape: Shape) -> Chance:
    """The chance that the trend's value in the target year is at the target or better.

    Args:
        points: (year, value) of one region, sex and group.
        aim: the target and its year.
        better: 1 where higher is better, −1 where lower is.
        data: what is known of the series.
        shape: linear, log for amounts, logit for shares in percent.
    """
    target, by = aim
    used = usable(points, data)[-NEWEST:]
    if len(used) < LEAST_POINTS:
        few = f"Sannolikheten räknas inte på {len(used)} mätningar; minst {LEAST_POINTS} krävs."
        return Chance(None, "", few, len(used))
    if by <= used[-1][0]:
        return Chance(None, "", "Målåret är redan mätt.", len(used))
    if not all(_fits(v, shape) for v in (target, *(v for _, v in used))):
        shape = "linear"
    line = fit([(t, _bent(v, shape)) for t, v in used], _least(used, data, shape))
    if line is None:
        return Chance(None, "", "Mätningarna ligger på samma år.", len(used))
    p = t_below(_distance(line, _bent(target, shape), by, better), line.n - 2)
    return Chance(p, words(p), f"Om trenden {used[0][0]}–{used[-1][0]} fortsätter.", len(used))


def _distance(line: Line, target: float, by: int, better: int) -> float:
    """How many forecast errors the line lies on the right side of the target."""
    ahead = better * (line.at(by) - target)
    error = sqrt(line.variance * (1 + 1 / line.n + (by - line.year) ** 2 / line.spread))
    if error < 1e-12:  # a line without noise: it is there, or it is not
        return float("inf") if ahead >= -1e-9 else float("-inf")
    return ahead / error


def _fits(value: float, shape: Shape) -> bool:
    return shape == "linear" or (value > 0 and (shape == "log" or value < 100))


def _bent(value: float, shape: Shape) -> float:
    if shape == "log":
        return log(value)
    return log(value / (100 - value)) if shape == "logit" else value


def _least(used: Sequence[Point], data: Data, shape: Shape) -> float:
    """The variance of rounding, on the scale of the fit."""
    middle = sum(v for _, v in used) / len(used)
    steep = {"linear": 1.0, "log": 1 / middle if middle else 0.0, "logit": 0.0}[shape]
    if shape == "logit":
        steep = 100 / (middle * (100 - middle))
    return data.step**2 / 12 * steep**2
