"""Shows how old those who live in a place are. Read it so: each part is as wide as its share, which stands in it."""

from collections.abc import Sequence

from rus.charts.letters import wrapped
from rus.charts.paper import LARGE, LEADING, SMALL, TEXT, WIDTH, Drawing, Ink, box, drawing, said
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import number

NAMES = 190
"""Pixels to the left of the bars, for whose they are."""
INSET, EDGE, GAP, AIR = 12, 4, 4, 16
Part = tuple[str, float]
"""What a part is called, and its share in percent."""
Bar = tuple[str, Sequence[Part]]
"""Whose the bar is, and its parts."""


def bars_picture(bars: Sequence[Bar], theme: str | None) -> Drawing:
    """The bars below each other, for a file.

    Args:
        bars: of the places in the order of the page; a place without parts is left out by the caller.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    parts: list[str] = []
    y = 0.0
    for name, shares in bars:
        more, y = _bar(name, shares, y, t)
        parts += more
        y += AIR
    return drawing(parts, WIDTH, y)


def _bar(name: str, shares: Sequence[Part], top: float, t: Tokens) -> tuple[list[str], float]:
    """A bar as high as its longest label needs, and where it ends."""
    every = sum(share for _, share in shares)
    room = WIDTH - NAMES + GAP
    wide = [share / every * room - GAP for _, share in shares]
    labels = [wrapped(label, SMALL, width - 2 * INSET) for (label, _), width in zip(shares, wide, strict=True)]
    tall = 2 * INSET + max(map(len, labels)) * SMALL * LEADING + LARGE * LEADING
    whose = wrapped(name, TEXT, NAMES - AIR, bold=True)
    start = top + tall / 2 - (len(whose) - 1) * TEXT * LEADING / 2
    parts = [said(0, start + n * TEXT * LEADING, line, Ink(t.ink, TEXT, 600)) for n, line in enumerate(whose)]
    x = float(NAMES)
    for (_, share), width, lines in zip(shares, wide, labels, strict=True):
        parts += [box(x, top, (width, tall), t.soft), f'<path d="M{x:.1f} {top:.1f}v{tall:.1f}" {_edge(t)}/>']
        y = top + INSET
        for line in lines:
            parts.append(said(x + INSET, y + SMALL * LEADING / 2, line, Ink(t.ink2, SMALL)))
            y += SMALL * LEADING
        value = top + tall - INSET - LARGE * LEADING / 2
        parts.append(said(x + INSET, value, number(share, 0), Ink(t.ink, LARGE, 650)))
        x += width + GAP
    return parts, top + tall


def _edge(t: Tokens) -> str:
    return f'stroke="{t.accent}" stroke-width="{EDGE}"'
