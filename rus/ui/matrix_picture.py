"""The matrix of assessments as a picture for a file: its rows, each class with its sign and word."""

from rus.charts.grid import MOST, Cell, Column, Words, grid, rest
from rus.charts.paper import SMALL, Drawing
from rus.charts.theme import tokens
from rus.views.status_matrix import Matrix, MatrixRow

OF_NAME, OF_REGION = 260, 118
"""Pixels of a column."""
EMPTY = "Tom ruta: ingen uppgift."


def matrix_picture(shown: Matrix, theme: str | None) -> Drawing:
    """The rows as they stand on the page.

    Args:
        shown: what is chosen of the matrix.
        theme: `light` or `dark`.
    """
    columns = [Column("Mått", OF_NAME), *(Column(name, OF_REGION) for name in shown.regions)]
    foot = f"{rest(len(shown.rows))} {EMPTY}".strip()
    return grid(columns, [_row(row) for row in shown.rows[:MOST]], tokens(theme), foot=foot)


def _row(row: MatrixRow) -> list[Cell]:
    name = Cell((Words(row.name, weight=600), Words(row.member, SMALL, quiet=True)))
    return [
        name,
        *(Cell((Words(cell.words, SMALL, 550, sign=cell.status.css),)) if cell else Cell() for cell in row.cells),
    ]
