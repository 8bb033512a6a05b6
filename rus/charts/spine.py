"""Shows where a place lies among all kommuner. Read it so: a grey tick is a kommun, a small dot one of the county's.

The large disc is the place (a diamond the second one), the line through it its interval; the tall rule is the county,
the dotted one the country.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from rus.analysis.intervals import Interval

WIDTH, HEIGHT, EDGE = 300, 32, 10
MIDDLE = HEIGHT // 2
END = WIDTH + 1  # past every pixel
DISC, HOLLOW_DISC = 7.5, 6.5
DIAMOND, HOLLOW_DIAMOND = 8, 7


@dataclass(frozen=True)
class Mark:
    """A chosen place: its value and interval; `hollow` where the value is of several years."""

    value: float
    limits: Interval | None = None
    hollow: bool = False


def spine(
    everyone: Sequence[float],
    ours: Sequence[float],
    marks: Sequence[Mark | None],
    rules: Sequence[float | None],
    said: str,
    inside: Sequence[float] = (),
) -> str:
    """One row's picture as markup, with its colours in the stylesheet (`.spn`); empty without a value.

    A page has a hundred of them, so each letter counts: attributes stand without quotes where they may.

    Args:
        everyone: the values of all kommuner; empty where not all have one.
        ours: those of the county's kommuner.
        marks: the chosen places: the first a disc, the second a diamond.
        rules: the county and the country.
        said: what it shows, in words.
        inside: those of the county's kommuner that are parts of the place.
    """
    ends = [end for m in marks if m and m.limits for end in (m.limits.lower, m.limits.upper)]
    values = [*everyone, *ours, *ends, *(m.value for m in marks if m), *(r for r in rules if r is not None)]
    if not values:
        return ""
    place = _Scale(min(values), max(values))
    parts = [_ticks(everyone, place), *_rules(rules, place), _dots(ours, place, "o"), _dots(inside, place, "i")]
    for mark, kind, shape in reversed([*zip(marks, "pq", (_disc, _diamond), strict=False)]):
        if mark:
            hollow = f'"{kind} h"' if mark.hollow else kind
            parts += [_reach(mark, place, kind), shape(place(mark.value), hollow, hollow=mark.hollow)]
    look = f'viewBox="0 0 {WIDTH} {HEIGHT}" role=img aria-label="{escape(said)}"'
    return f"<svg class=spn {look}>{''.join(parts)}</svg>"


class _Scale:
    """Values → whole pixels."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._span = low, (high - low) or 1.0

    def __call__(self, value: float) -> int:
        return round(EDGE + (value - self._low) / self._span * (WIDTH - 2 * EDGE))


def _ticks(values: Sequence[float], place: _Scale) -> str:
    """A tick for each pixel that holds a kommun; neighbours are one dash, since a row must stay small."""
    if not values:
        return f'<path class=l d="M{EDGE} {MIDDLE}h{WIDTH - 2 * EDGE}"/>'
    runs = _runs(sorted({place(value) for value in values}))
    gaps = [f"{high - low} {after - high}" for (low, high), (after, _) in pairwise([*runs, (END, END)])]
    return f'<path class=a d="M{runs[0][0]} {MIDDLE}H{END}" stroke-dasharray="{" ".join(gaps)}"/>'


def _runs(pixels: Sequence[int]) -> list[tuple[int, int]]:
    """Whole pixels in order as runs of neighbours, each from its first to past its last."""
    runs: list[tuple[int, int]] = []
    for pixel in pixels:
        if runs and runs[-1][1] == pixel:
            runs[-1] = (runs[-1][0], pixel + 1)
        else:
            runs.append((pixel, pixel + 1))
    return runs


def _dots(values: Sequence[float], place: _Scale, kind: str) -> str:
    """Dots with a ring around them, from left to right."""
    pixels = sorted({place(value) for value in values})
    if not pixels:
        return ""
    steps = "".join(f"m{there - here} 0h0" for here, there in pairwise(pixels))
    way = f"M{pixels[0]} {MIDDLE}h0{steps}"
    return f'<path class=g d="{way}"/><path class={kind} d="{way}"/>'


def _rules(values: Sequence[float | None], place: _Scale) -> list[str]:
    looks = zip(values, ("r", '"r d"'), strict=False)
    return [f'<path class={k} d="M{place(v)} 1v{HEIGHT - 2}"/>' for v, k in looks if v is not None]


def _reach(mark: Mark, place: _Scale, kind: str) -> str:
    if mark.limits is None:
        return ""
    return f'<path class={kind} d="M{place(mark.limits.lower)} {MIDDLE}H{place(mark.limits.upper)}"/>'


def _disc(x: int, kind: str, *, hollow: bool) -> str:
    return f"<circle class={kind} cx={x} cy={MIDDLE} r={HOLLOW_DISC if hollow else DISC} />"


def _diamond(x: int, kind: str, *, hollow: bool) -> str:
    y, half = MIDDLE, HOLLOW_DIAMOND if hollow else DIAMOND
    return f'<polygon class={kind} points="{x},{y - half} {x + half},{y} {x},{y + half} {x - half},{y}"/>'
