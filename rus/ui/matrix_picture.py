"""The matrix of assessments as a picture for a file: its first rows, each class with its sign and word."""

from rus.charts.grid import Cell, Column, Words, grid
from rus.charts.paper import SMALL, Drawing
from rus.charts.theme import tokens
from rus.views.status_matrix import Matrix, MatrixRow

MOST = 12
"""Rows that can be read; the table and the files have them all."""
OF_NAME, OF_REGION = 260, 118
"""Pixels of a column."""


def matrix_picture(shown: Matrix, theme: str | None) -> Drawing:
    """The rows as they stand on the page.

    Args:
        shown: what is chosen of the matrix.
        theme: `light` or `dark`.
    """
    columns = [Column("Mått", OF_NAME), *(Column(name, OF_REGION) for name in shown.regions)]
    foot = f"De första {MOST} av {len(shown.rows)} rader. Tom ruta: ingen uppgift." if len(shown.rows) > MOST else ""
    return grid(
        columns, [_row(row) for row in shown.rows[:MOST]], tokens(theme), foot=foot or "Tom ruta: ingen uppgift."
    )


def _row(row: MatrixRow) -> list[Cell]:
    name = Cell((Words(row.name, weight=600), Words(row.member, SMALL, quiet=True)))
    return [
        name,
        *(Cell((Words(cell.words, SMALL, 550, sign=cell.status.css),)) if cell else Cell() for cell in row.cells),
    ]
