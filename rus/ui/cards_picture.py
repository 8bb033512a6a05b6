"""Measures as rows for a file: the number, its way here, what the trend says, women beside men; as on the cards."""

from collections.abc import Iterable, Sequence

from rus.catalogue.catalogue import Catalogue
from rus.charts.grid import MOST, Cell, Column, Line, Words, grid, rest
from rus.charts.paper import LARGE, SMALL, Drawing, Key
from rus.charts.sparkline import BELL_HEIGHT, BELL_WIDTH, HEIGHT, WIDTH, bell_marks, way_marks
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import EN_DASH
from rus.ui import cached, cards, frame, picture, site
from rus.views.cards import Row
from rus.views.sheet import file_stem

COLUMNS = (
    Column("Mått", 250),
    Column("Senaste värde", 150),
    Column("Utveckling", 190),
    Column("Bedömning", 190),
    Column("Kvinnor och män", 220),
)
Group = tuple[str, Sequence[Row]]
"""Rows under their heading; no heading where it is empty."""


def offer(key: str, groups: Sequence[Group], scale: float, title: str, below: str) -> None:
    """The place for the picture of rows; it is drawn when someone opens the place.

    Args:
        key: unique on the page.
        groups: the rows as they stand on the page.
        scale: how many units every mini dumbbell spans.
        title: over the picture.
        below: the line under it.
    """
    shown = [row for _, rows in groups for row in rows]
    if not shown:
        return

    def said() -> picture.Said:
        catalogue: Catalogue = cached.catalogue(frame.here().build)
        source = cards.sources(catalogue.indicators[row.indicator].owner for row in shown[:MOST])
        return picture.Said(title, below, source, file_stem(title))

    picture.offer(key, said, lambda: rows_picture(groups, scale, site.theme()))


def rows_picture(groups: Iterable[Group], scale: float, theme: str | None) -> Drawing:
    """The rows as one picture, as many as it holds.

    Args:
        groups: in the order of the page.
        scale: as of `offer`.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    lines: list[Line] = []
    many = 0
    for heading, rows in groups:
        shown = rows[: max(MOST - many, 0)]
        lines += [heading] if heading and shown else []
        lines += [_row(row, scale, t) for row in shown]
        many += len(rows)
    return grid(COLUMNS, lines, t, _keys(t), rest(many, "mått"))


def _row(row: Row, scale: float, t: Tokens) -> list[Cell]:
    goal = (_below(row.goal),) if row.goal else ()
    way = way_marks(row.points, row.breaks, row.target, t)
    return [
        Cell((Words(row.name, weight=600), *goal)),
        Cell((Words(row.value, LARGE, 650), _below(cards.unit(row)))),
        Cell((_below(_years(row)),), picture=(way, WIDTH, HEIGHT)),
        Cell((Words(row.status.words, weight=600, sign=row.status.css), _below(row.direction))),
        _sexes(row, scale, t),
    ]


def _years(row: Row) -> str:
    """From the first to the last year, and the goal's where that is ahead."""
    first, last = row.points[0][0], row.points[-1][0]
    span = f"{first}{EN_DASH}{last}" if first != last else str(last)
    ahead = row.target and row.target.by and row.target.by > last
    return f"{span}, mål {row.target.by}" if ahead and row.target else span


def _sexes(row: Row, scale: float, t: Tokens) -> Cell:
    found = row.sexes
    if found is None:
        return Cell((_below(row.no_sex),))
    words = (_below(f"Kvinnor {found.women_text}, män {found.men_text}"),)
    if not found.comparable:
        return Cell(words)
    return Cell(words, picture=(bell_marks(found.women, found.men, scale, t), BELL_WIDTH, BELL_HEIGHT))


def _below(words: str) -> Words:
    return Words(words, SMALL, quiet=True)


def _keys(t: Tokens) -> list[Key]:
    return [
        Key(f'<circle cx="8" cy="8" r="6" fill="{t.women}"/>', "Kvinnor"),
        Key(f'<path d="M8 1l7 7-7 7-7-7z" fill="{t.men}"/>', "Män"),
    ]
