"""Shows the figures themselves. Read it so: rows and columns have headers that a screen reader follows."""

from html import escape

from rus.views.table import Cell, Table


def html_table(table: Table, *, caption: bool = False) -> str:
    """Markup of a table, in the classes of the stylesheet.

    Args:
        table: what to write; all texts are escaped here.
        caption: whether the caption is seen, or only heard.
    """
    hidden = "" if caption else ' class="vh"'
    first = f'<th scope="col">{escape(table.first)}</th>'
    heads = "".join(f'<th scope="col" class="n">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f'<tr{" class=mine" if row.marked else ""}><th scope="row">{_header(row.header, row.below)}</th>'
        f"{''.join(_cell(cell) for cell in row.cells)}</tr>"
        for row in table.rows
    )
    return (
        f'<div class="tw" tabindex="0" role="region" aria-label="{escape(table.caption)}"><table>'
        f"<caption{hidden}>{escape(table.caption)}</caption>"
        f"<thead><tr>{first}{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _header(name: str, below: str) -> str:
    return escape(name) + (f"<small>{escape(below)}</small>" if below else "")


def _cell(cell: Cell) -> str:
    if not cell.words:
        return f'<td class="n">{escape(cell.text)}</td>'
    if cell.text in {"..", "."}:
        spoken = f'<span aria-hidden="true">{escape(cell.text)}</span><span class="vh">{escape(cell.words)}</span>'
        return f'<td class="n" title="{escape(cell.words)}">{spoken}</td>'
    return f'<td class="n" title="{escape(cell.words)}">{escape(cell.text)}</td>'
