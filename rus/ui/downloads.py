"""The three files that go with every table and chart; each is made when it is asked for."""

from collections.abc import Callable
from threading import Semaphore

import streamlit as st

from rus.exports.csv import csv_excel, csv_machine
from rus.exports.xlsx import ROWS_AT_MOST, xlsx
from rus.ui import frame
from rus.views.sheet import Sheet

_ONE_AT_A_TIME = Semaphore(1)  # a large file uses both cores for a second: others' clicks come between, not beside
_FORMATS: list[tuple[str, str, str, str, Callable[[Sheet], bytes]]] = [
    (
        *("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "Talen i en tabell, och ett blad om vad de betyder",
        xlsx,
    ),
    ("CSV för Excel", "csv", "text/csv", "Semikolon och decimalkomma: öppnas med ett dubbelklick", csv_excel),
    ("CSV för program", "maskin.csv", "text/csv", "Komma och decimalpunkt, enligt RFC 4180", csv_machine),
]


def downloads(sheet: Sheet, key: str) -> None:
    """Buttons for exactly these rows: Excel, CSV for Excel, CSV for programs.

    Args:
        sheet: what is seen.
        key: unique on the page.
    """
    downloads_of(lambda: sheet, sheet.filename, key, too_long=len(sheet.rows) > ROWS_AT_MOST)


def downloads_of(make: Callable[[], Sheet], filename: str, key: str, *, too_long: bool = False) -> None:
    """The same for a sheet that is dear to make: it is made when a button is pressed.

    Args:
        make: gives the sheet.
        filename: without ending (`rus.views.sheet.file_stem`).
        key: unique on the page.
        too_long: there are more rows than Excel takes, so its button is shut.
    """
    here = frame.here()
    with st.container(key=f"downloads_{key}", horizontal=True, gap="small"):
        for label, ending, kind, words, write in _FORMATS:
            shut = too_long and write is xlsx
            st.download_button(
                label,
                lambda write=write: _made(write, make, here),  # type: ignore[misc]  # a callable without arguments
                file_name=f"{filename}.{ending}",
                mime=kind,
                key=f"{key}_{ending}",
                help="Raderna är fler än vad Excel tar. Hämta CSV." if shut else words,
                icon=":material/download:",
                on_click="ignore",
                disabled=shut,
                type="tertiary",
            )


def _made(write: Callable[[Sheet], bytes], make: Callable[[], Sheet], here: frame.Here) -> bytes:
    """The file; the server asks for it outside the run that drew the button, so the place is said again."""
    frame.enter(here)
    with _ONE_AT_A_TIME:
        return write(make())
