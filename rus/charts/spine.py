"""Shows where a place lies among all kommuner. Read it so: a grey tick is a kommun, a small dot one of the county's.

The large disc is the place (a diamond the second one), the line through it its interval; the tall rule is the county,
the dotted one the country.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

from rus.analysis.intervals import Interval
from rus.charts.theme import Tokens

WIDTH, HEIGHT, EDGE = 300, 32, 10
END = WIDTH + 1  # past every pixel
MIDDLE = HEIGHT / 2
SAFE = " =:/,;.'<>"
"""What may stand as it is in an address between double quotes: each letter less is two thousand less on a page."""


@dataclass(frozen=True)
class Mark:
    """A chosen place: its value and interval; `hollow` where the value is of several years."""

    value: float
    limits: Interval | None = None
    hollow: bool = False


@dataclass(frozen=True)
class Picture:
    """What is of the place, what lies below it, and the same below as it is where no place stretches the scale.

    Its images are addresses (data:).
    """

    parts: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def apart(self) -> bool:
        """Whether what lies below is the same for every place."""
        return self.below == self.shared

    @property
    def place(self) -> str:
        """The place alone, or the whole where what lies below is its own."""
        return _image(self.parts) if self.apart else self.whole

    @property
    def ground(self) -> str:
        """What lies below whatever the place is."""
        return _image(self.shared)

    @property
    def whole(self) -> str:
        """Everything in one."""
        return _image([*self.below, *self.parts])


def spine(
    everyone: Sequence[float],
    ours: Sequence[float],
    marks: Sequence[Mark | None],
    rules: Sequence[float | None],
    colours: Tokens,
    inside: Sequence[float] = (),
) -> Picture:
    """One row's picture; empty without a value.

    Args:
        everyone: the values of all kommuner; empty where not all have one.
        ours: those of the county's kommuner.
        marks: the chosen places: the first a disc, the second a diamond.
        rules: the county and the country.
        colours: of the theme.
        inside: those of the county's kommuner that are parts of the place.
    """
    ends = [end for m in marks if m and m.limits for end in (m.limits.lower, m.limits.upper)]
    shared = [*everyone, *ours, *(r for r in rules if r is not None)]
    values = [*shared, *ends, *(m.value for m in marks if m)]
    if not values:
        return Picture()
    place = _Scale(min(values), max(values))

    def below(scale: "_Scale") -> tuple[str, ...]:
        dots = _dots(ours, scale, colours.ink3, colours.bg)
        return (_ticks(everyone, scale, colours), _rules(rules, scale, colours), dots)

    parts = [_dots(inside, place, colours.accent, colours.bg)]
    looks = [*zip(marks, (colours.accent, colours.ink), (_disc, _diamond), strict=False)]
    for mark, colour, shape in reversed(looks):
        if mark:
            parts += [_reach(mark, place, colour), shape(place(mark.value), colour, colours.bg, hollow=mark.hollow)]
    same = below(_Scale(min(shared), max(shared))) if shared else ()
    return Picture(tuple(parts), below(place), same)


def _image(parts: Sequence[str]) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>{''.join(parts)}</svg>"
    return f"data:image/svg+xml,{quote(svg, safe=SAFE)}"


class _Scale:
    """Values → whole pixels."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._span = low, (high - low) or 1.0

    def __call__(self, value: float) -> int:
        return round(EDGE + (value - self._low) / self._span * (WIDTH - 2 * EDGE))


def _ticks(values: Sequence[float], place: _Scale, colours: Tokens) -> str:
    """A tick for each pixel that holds a kommun; neighbours are one thick stroke, since a row must stay small."""
    if not values:
        return f"<path d='M{EDGE} {MIDDLE:.0f}h{WIDTH - 2 * EDGE}' stroke='{colours.line}'/>"
    runs = _runs(sorted({place(value) for value in values}))
    gaps = [f"{high - low} {after - high}" for (low, high), (after, _) in pairwise([*runs, (END, END)])]
    way = f"d='M{runs[0][0]} {MIDDLE:.0f}H{END}' stroke-dasharray='{' '.join(gaps)}'"
    return f"<path {way} stroke='{colours.context}' stroke-width='16'/>"


def _runs(pixels: Sequence[int]) -> list[tuple[int, int]]:
    """Whole pixels in order as runs of neighbours, each from its first to past its last."""
    runs: list[tuple[int, int]] = []
    for pixel in pixels:
        if runs and runs[-1][1] == pixel:
            runs[-1] = (runs[-1][0], pixel + 1)
        else:
            runs.append((pixel, pixel + 1))
    return runs


def _dots(values: Sequence[float], place: _Scale, colour: str, ground: str) -> str:
    pixels = sorted({place(value) for value in values})
    if not pixels:
        return ""
    steps = "".join(f"m{there - here} 0h0" for here, there in pairwise(pixels))
    way = f"d='M{pixels[0]} {MIDDLE:.0f}h0{steps}'"
    ring = f"<path {way} stroke='{ground}' stroke-width='9'/>"
    return f"<g stroke-linecap='round'>{ring}<path {way} stroke='{colour}' stroke-width='6.5'/></g>"


def _rules(values: Sequence[float | None], place: _Scale, colours: Tokens) -> str:
    dashes = ("", " stroke-dasharray='2 3'")
    return "".join(
        f"<path d='M{place(value)} 1v{HEIGHT - 2}' stroke='{colours.ink}' stroke-width='1.8'{dash}/>"
        for value, dash in zip(values, dashes, strict=False)
        if value is not None
    )


def _reach(mark: Mark, place: _Scale, colour: str) -> str:
    if mark.limits is None:
        return ""
    low, high = place(mark.limits.lower), place(mark.limits.upper)
    return f"<path d='M{low} {MIDDLE:.0f}H{high}' stroke='{colour}' stroke-width='3'/>"


def _disc(x: int, colour: str, ground: str, *, hollow: bool) -> str:
    return f"<circle cx='{x}' cy='{MIDDLE:.0f}' r='{6.5 if hollow else 7.5}' {_look(colour, ground, hollow=hollow)}/>"


def _diamond(x: int, colour: str, ground: str, *, hollow: bool) -> str:
    y, half = MIDDLE, 7 if hollow else 8
    corners = f"{x},{y - half:.0f} {x + half},{y:.0f} {x},{y + half:.0f} {x - half},{y:.0f}"
    return f"<polygon points='{corners}' {_look(colour, ground, hollow=hollow)}/>"


def _look(colour: str, ground: str, *, hollow: bool) -> str:
    fill, stroke, width = (ground, colour, 3) if hollow else (colour, ground, 1.5)
    return f"fill='{fill}' stroke='{stroke}' stroke-width='{width}'"
