"""Shows the figures themselves. Read it so: rows and columns have headers that a screen reader follows."""

from collections.abc import Mapping
from html import escape

from rus.charts import grid
from rus.charts.paper import SMALL, Drawing
from rus.charts.theme import tokens
from rus.views.table import Cell, Row, Table

MOST_COLUMNS = 8
OF_NAME, OF_FIGURE = 190, 110
"""Pixels of a column in a file."""


def html_table(table: Table, *, caption: bool = False, links: Mapping[str, str] | None = None) -> str:
    """Markup of a table, in the classes of the stylesheet.

    Args:
        table: what to write; all texts are escaped here.
        caption: whether the caption is seen, or only heard.
        links: name of a row or column → where it leads, safe to stand in markup.
    """
    ways = links or {}
    hidden = "" if caption else ' class="vh"'
    first = f'<th scope="col">{escape(table.first)}</th>'
    heads = "".join(f'<th scope="col" class="n">{linked(name, ways)}</th>' for name in table.columns)
    rows = "".join(
        f'<tr{" class=mine" if row.marked else ""}><th scope="row">{_header(row, ways)}</th>'
        f"{''.join(_cell(cell) for cell in row.cells)}</tr>"
        for row in table.rows
    )
    return (
        f'<div class="tw" tabindex="0" role="region" aria-label="{escape(table.caption)}"><table>'
        f"<caption{hidden}>{escape(table.caption)}</caption>"
        f"<thead><tr>{first}{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _header(row: Row, links: Mapping[str, str]) -> str:
    return linked(row.header, links) + (f"<small>{escape(row.below)}</small>" if row.below else "")


def linked(name: str, links: Mapping[str, str]) -> str:
    """The name as markup, and as a link where it leads somewhere."""
    return f'<a href="{links[name]}">{escape(name)}</a>' if name in links else escape(name)


def _cell(cell: Cell) -> str:
    if not cell.words:
        return f'<td class="n">{escape(cell.text)}</td>'
    if cell.text in {"..", "."}:
        spoken = f'<span aria-hidden="true">{escape(cell.text)}</span><span class="vh">{escape(cell.words)}</span>'
        return f'<td class="n" title="{escape(cell.words)}">{spoken}</td>'
    return f'<td class="n" title="{escape(cell.words)}">{escape(cell.text)}</td>'


def table_picture(table: Table, theme: str | None) -> Drawing | None:
    """The table for a file; None where it has more columns than a picture has room for.

    Args:
        table: what to draw, as many rows as a picture holds (`grid.MOST`).
        theme: `light` or `dark`.
    """
    if len(table.columns) > MOST_COLUMNS:
        return None
    columns = [grid.Column(table.first, OF_NAME), *(grid.Column(name, OF_FIGURE, end=True) for name in table.columns)]
    rows = [
        [
            grid.Cell((grid.Words(row.header, weight=600), *([grid.Words(row.below, SMALL)] if row.below else []))),
            *(grid.Cell((grid.Words(cell.text),)) for cell in row.cells),
        ]
        for row in table.rows[: grid.MOST]
    ]
    return grid.grid(columns, rows, tokens(theme), foot=grid.rest(len(table.rows)))
