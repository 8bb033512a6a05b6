"""Tables in the terminal."""

import io
import sys
from typing import IO, TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from rus.core.swedish import fmt

if TYPE_CHECKING:
    from rus.views.sheet import Sheet

_WIDE = 240
"""A file or a pipe has no edge, so no word is cut there."""


def console(file: IO[str] | None = None) -> Console:
    """A terminal as wide as it is; anything else as wide as it takes."""
    stream = file or sys.stdout
    return Console(file=stream, highlight=False, markup=False, emoji=False, width=None if stream.isatty() else _WIDE)


def table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    """An empty table; the columns in `right` hold numbers."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return made


def print_rows(sheet: "Sheet") -> None:
    """A sheet of observations for reading: numbers as on the pages."""
    _print(sheet, console())


def rows_as_text(sheet: "Sheet") -> bytes:
    """The same as a text file."""
    text = io.StringIO()
    _print(sheet, console(text))
    return text.getvalue().encode()


def _print(sheet: "Sheet", screen: Console) -> None:
    rows, several = sheet.rows, sheet.rows["indicator"].nunique() > 1
    screen.print(sheet.title, style="bold")
    screen.print(sheet.rows["selection"].iloc[0] if len(rows) else "Inga rader.")
    first = [("indicator", "Indikator")] if several else []
    shown = [*first, ("region_name", "Region"), ("period", "År"), ("sex", "Kön"), ("group", "Grupp")]
    made = table(*(header for _, header in shown), "Värde", "Enhet", "Status", right=("Värde",))
    labels = [[sheet.words.get(name, {}).get(cell, cell) for cell in rows[name].astype(str)] for name, _ in shown]
    figures = zip(rows["value"].tolist(), rows["status"].astype(str), rows["unit"].astype(str), strict=True)
    words = sheet.words.get("status", {})
    for row, (value, status, unit) in zip(zip(*labels, strict=True), figures, strict=True):
        said = "" if status == "varde" else words.get(status, status)
        made.add_row(*row, fmt(value, decimals=sheet.decimals, status=status), unit, said)
    screen.print(made)
    for name in ("Källa", "Dataversion"):
        for key, text in dict.fromkeys(sheet.about):
            if key == name:
                screen.print(f"{key}: {text}")
