"""A table for a file: rows of words, marks and small pictures, drawn with the widths of our own letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.charts.letters import wrapped
from rus.charts.paper import (
    LEADING,
    SIGN,
    SMALL,
    TEXT,
    WIDTH,
    Drawing,
    Ink,
    Key,
    box,
    drawing,
    keys,
    rule,
    said,
    shade,
    sign,
)
from rus.charts.theme import Tokens

PAD, AIR, GAP = 8, 16, 3
"""Inside a cell above and below its words, between two cells' words, and between two cells' grounds."""

MOST = 40
"""Rows that a picture holds: more would be a strip that nobody can read on a page or a screen."""


def rest(many: int, rows: str = "rader") -> str:
    """What a picture says below its first `MOST` rows of so many; nothing where it has them all."""
    return f"De första {MOST} av {many} {rows}. Alla finns i filerna för Excel och CSV." if many > MOST else ""


@dataclass(frozen=True)
class Words:
    """Words of a cell, broken where they need to be; `sign` is a status that stands before them, in its colour."""

    text: str
    size: float = TEXT
    weight: int = 400
    quiet: bool = False
    sign: str = ""


@dataclass(frozen=True)
class Cell:
    """Words below each other; a ground and an edge where it has a class.

    `picture` is SVG of so many by so many pixels, made as wide as the cell; the words stand below it.
    """

    words: tuple[Words, ...] = ()
    fill: str = ""
    edge: str = ""
    picture: tuple[str, float, float] | None = None


@dataclass(frozen=True)
class Column:
    """Head with a second line below it, how wide it is in pixels at least, and whether figures stand at its right."""

    head: str
    least: float
    below: str = ""
    end: bool = False


Line = Sequence[Cell] | str
"""A row of cells, or a heading across all of them."""


def grid(
    columns: Sequence[Column], rows: Sequence[Line], t: Tokens, marks: Sequence[Key] = (), foot: str = ""
) -> Drawing:
    """The table with what its marks mean above it.

    Args:
        columns: where there is more room than they need, they share it.
        rows: in order.
        t: the colours of the theme.
        marks: what they mean; none where the words in the cells say it.
        foot: a line below, such as how many rows are left out.
    """
    needed = sum(column.least for column in columns)
    whole = max(WIDTH, needed)
    widths = [column.least * whole / needed for column in columns]
    parts, y = keys(marks, t, 0, whole)
    head = [
        Cell((Words(c.head, SMALL, 600), *([Words(c.below, SMALL, quiet=True)] if c.below else []))) for c in columns
    ]
    ends = [column.end for column in columns]
    more, y = _row(head, widths, ends, y, t)
    parts += [*more, rule(y, whole, t.line)]
    for row in rows:
        if isinstance(row, str):
            y += AIR
            parts.append(said(0, y + TEXT / 2, row, Ink(t.ink, weight=650)))
            y += TEXT + PAD
        else:
            more, y = _row(row, widths, ends, y + GAP, t)
            parts += more
        parts.append(rule(y, whole, t.hair))
    if foot:
        parts.append(said(0, y + AIR + SMALL / 2, foot, Ink(t.ink2, SMALL)))
        y += AIR + 2 * SMALL
    return drawing(parts, whole, y + PAD)


def _row(
    cells: Sequence[Cell], widths: Sequence[float], ends: Sequence[bool], top: float, t: Tokens
) -> tuple[list[str], float]:
    """One row as high as its highest cell, and where it ends."""
    broken = [_broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
    heights = (_height(cell, lines, width) for cell, lines, width in zip(cells, broken, widths, strict=True))
    tall = max(heights) + 2 * PAD
    parts: list[str] = []
    x = 0.0
    for cell, lines, width, end in zip(cells, broken, widths, ends, strict=True):
        inset = PAD if cell.fill or cell.edge else 0
        if inset:
            parts.append(box(x, top, (width - GAP, tall), cell.fill or "none", edge=cell.edge))
        if cell.picture:
            markup, wide, high = cell.picture
            size = f'width="{width - AIR:.1f}" height="{_tall(cell, width):.1f}" viewBox="0 0 {wide:g} {high:g}"'
            parts.append(f'<svg x="{x:.1f}" y="{top + PAD:.1f}" {size}>{markup}</svg>')
        y = top + PAD + _tall(cell, width)
        for words, text in lines:
            y += words.size * LEADING
            parts += _said(words, text, (x + inset, x + width - AIR), y - words.size * LEADING / 2, t, end=end)
        x += width
    return parts, top + tall


def _said(words: Words, text: str, sides: tuple[float, float], y: float, t: Tokens, *, end: bool) -> list[str]:
    colour = shade(words.sign, t) if words.sign else t.ink2 if words.quiet else t.ink
    left, right = sides
    first = words.sign and words.text.startswith(text)
    before = [sign(left, y, words.sign, colour)] if first else []
    at = right if end else left + (SIGN + 5 if words.sign else 0)
    return [*before, said(at, y, text, Ink(colour, words.size, words.weight), end=end)]


def _broken(cell: Cell, width: float) -> list[tuple[Words, str]]:
    inset = 2 * PAD if cell.fill or cell.edge else AIR
    return [
        (words, line)
        for words in cell.words
        for line in wrapped(
            words.text, words.size, width - inset - (SIGN + 5 if words.sign else 0), bold=words.weight > 500
        )
    ]


def _height(cell: Cell, lines: Sequence[tuple[Words, str]], width: float) -> float:
    return sum(words.size * LEADING for words, _ in lines) + _tall(cell, width)


def _tall(cell: Cell, width: float) -> float:
    """How high a cell's picture is where it fills the width."""
    return (width - AIR) * cell.picture[2] / cell.picture[1] if cell.picture else 0.0
