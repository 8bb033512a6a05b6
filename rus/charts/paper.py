"""A drawing for a file: words, boxes and marks at places in pixels, as SVG. What is markup on a screen is drawn so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from rus.charts.letters import width_of
from rus.charts.theme import FONT, Tokens

WIDTH = 1000
"""Pixels across: filling a projector's 1920, the smallest letters are 29 px of it. 20 px is what a room can read."""
SMALL, TEXT, LARGE = 16, 17, 22
LEADING = 1.25
DROP = 0.36
"""From the middle of a line of letters down to what they stand on, in sizes of the letters."""
SIGN = 16
RING = "M8 .4a7.6 7.6 0 1 1 0 15.2A7.6 7.6 0 0 1 8 .4z"
SIGNS = {
    "good": f"<path fill-rule='evenodd' d='{RING}M11.9 5.9l-1.2-1.1-3.6 4-1.7-1.7-1.2 1.2 3 2.9z'/>",
    "bad": f"<path fill-rule='evenodd' d='{RING}M5.8 4.6L4.6 5.8 6.8 8l-2.2 2.2 1.2 1.2L8 9.2l2.2 2.2 1.2-1.2L9.2 8l2.2"
    "-2.2-1.2-1.2L8 6.8z'/>",
    "slow": f"<path fill-rule='evenodd' d='{RING}M8 2a6 6 0 0 0 0 12z'/>",
    "eq": f"<path fill-rule='evenodd' d='{RING}M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM4.8 7.1h6.4v1.8H4.8z'/>",
    "na": "<circle cx='8' cy='8' r='6.7' fill='none' stroke-width='1.7' stroke-dasharray='2.7 1.9'/>",
}
"""The signs of the statuses, as in the stylesheet: 16 px square."""


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG, with its size in pixels."""

    svg: str
    width: int
    height: int


@dataclass(frozen=True)
class Key:
    """What a mark means: the mark as SVG in a square of 16 px, or so wide, and its words."""

    mark: str
    words: str
    wide: float = SIGN


def drawing(parts: Iterable[str], width: float, height: float) -> Drawing:
    """The parts as one picture; its ground is the page's own."""
    wide, tall = round(width), round(height)
    size = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    font = escape(FONT)
    return Drawing(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{font}">{"".join(parts)}</svg>', wide, tall
    )


@dataclass(frozen=True)
class Ink:
    """How letters look."""

    colour: str
    size: float = TEXT
    weight: int = 400


def said(x: float, y: float, words: str, ink: Ink, *, end: bool = False) -> str:
    """One line of words whose middle is at `y`, from `x` to the right, or to the left where `end`."""
    anchor = ' text-anchor="end"' if end else ""
    look = f'font-size="{ink.size:g}" font-weight="{ink.weight}" fill="{ink.colour}"{anchor}'
    return f'<text x="{x:.1f}" y="{y + DROP * ink.size:.1f}" {look}>{escape(words)}</text>'


def box(x: float, y: float, size: tuple[float, float], fill: str, *, edge: str = "", dashed: bool = False) -> str:
    """A box with round corners; with `edge` a line around it."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    line = f' stroke="{edge}"{dash}' if edge else ""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" rx="6"'
    return f'<rect {place} fill="{fill}"{line}/>'


def rule(y: float, width: float, colour: str) -> str:
    """A thin line from side to side."""
    return f'<path d="M0 {y:.1f}H{width:.1f}" stroke="{colour}"/>'


def sign(x: float, y: float, kind: str, colour: str) -> str:
    """The sign of a status, its middle at `y`."""
    look = f'fill="{colour}" stroke="{colour}" stroke-width="0"'
    return f'<g transform="translate({x:.1f} {y - SIGN / 2:.1f})" {look}>{SIGNS[kind]}</g>'


def shade(kind: str, t: Tokens) -> str:
    """The colour of a status."""
    return {"good": t.good, "bad": t.bad, "slow": t.slow}.get(kind, t.total)


def keys(found: Sequence[Key], t: Tokens, top: float, width: float = WIDTH) -> tuple[list[str], float]:
    """What the marks mean, in lines from `top`; with where the lines end."""
    parts, x, line = [], 0.0, SIGN * 1.7
    middle = top + line / 2
    for key in found:
        needed = key.wide + 8 + width_of(key.words, SMALL)
        if x and x + needed > width:
            x, middle = 0.0, middle + line
        parts.append(f'<g transform="translate({x:.1f} {middle - SIGN / 2:.1f})">{key.mark}</g>')
        parts.append(said(x + key.wide + 8, middle, key.words, Ink(t.ink2, SMALL)))
        x += needed + 24
    return parts, middle + line / 2 if found else top
