"""A sheet as an Excel file: real numbers in a table on "Data", what they mean on "Om uppgifterna".

XlsxWriter makes the book: formats, table, frozen header, the second page. The rows themselves are written by us into
the book's first page, because cell by cell a challenge area in all regions would take half a minute.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow as pa

from rus.core.errors import ExportError
from rus.core.swedish import number
from rus.exports.lines import Writing, as_text, digits, is_number, texts, written
from rus.views.sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ROWS_AT_MOST = 1_048_575
"""What an Excel sheet holds below its header."""
_LETTERS_AT_MOST = 32_767
_ONLY_IN_CSV = {"selection"}
_COUNTED = ("n", "count", "missing_people", "points_used")
_NAMED = ("period", "year", "number", "rank", "rank_first", "rank_last", "base_year", "newest_year", "target_year")
"""Numbers that are names: written together, 2024 and not 2 024."""
_WIDTHS = {"indicator": 44, "region_name": 20, "group": 28, "status": 18, "unit": 14, "source": 34, "fetch_id": 16}
_DATA_PAGE = "xl/worksheets/sheet1.xml"
_TABLE = "xl/tables/table1.xml"
_TEXTS = "xl/sharedStrings.xml"
# What XML can't hold, and what Excel itself would read as an escape.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def xlsx(sheet: Sheet) -> bytes:
    """The whole file.

    Raises:
        ExportError: there are more rows than an Excel sheet holds.
    """
    if len(sheet.rows) > ROWS_AT_MOST:
        raise ExportError(
            f"{sheet.filename}.xlsx: {number(len(sheet.rows))} rader får inte plats i Excel, som tar "
            f"{number(ROWS_AT_MOST)}. Hämta CSV i stället, eller välj färre regioner eller år."
        )
    columns = {name: header for name, header in sheet.columns.items() if name not in _ONLY_IN_CSV}
    book, file = ZipFile(BytesIO(_book(sheet, columns))), BytesIO()
    wanted = _Columns(sheet, columns, _Shared(book.read(_TEXTS)))
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=2) as filled:
        for part in book.infolist():
            if part.filename not in {_DATA_PAGE, _TABLE, _TEXTS}:
                filled.writestr(part, book.read(part))
        filled.writestr(_TABLE, _stretched(book.read(_TABLE), wanted))
        with filled.open(_DATA_PAGE, "w") as page:
            _fill(page, book.read(_DATA_PAGE), wanted)
        filled.writestr(_TEXTS, wanted.shared.whole())
    return file.getvalue()


def _book(sheet: Sheet, columns: dict[str, str]) -> bytes:
    """The book with everything but the rows."""
    from xlsxwriter import Workbook  # when a file is asked for: the first page of a new server needs none

    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": sheet.title})
        page = book.add_worksheet("Data")
        page.freeze_panes(1, 0)
        headers = [{"header": header} for header in columns.values()]
        look = {"name": "Data", "style": "Table Style Light 1", "columns": headers}
        page.add_table(0, 0, 1, len(columns) - 1, look)
        digit = "#,##0" + ("." + "0" * sheet.decimals if sheet.decimals else "")
        measured, counted = book.add_format({"num_format": digit}), book.add_format({"num_format": "#,##0"})
        looks = dict.fromkeys(columns, measured) | dict.fromkeys(_COUNTED, counted) | dict.fromkeys(_NAMED, None)
        for place, (name, header) in enumerate(columns.items()):
            page.set_column(place, place, _WIDTHS.get(name, max(12, len(header) + 4)))
            page.write_number(1, place, 0, looks.get(name))
        _about(book, sheet)
    return file.getvalue()


def _about(book: "Workbook", sheet: Sheet) -> None:
    page = book.add_worksheet("Om uppgifterna")
    bold = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 100)
    for row, (name, words) in enumerate(pair for pair in sheet.about if pair[1]):
        page.write_string(row, 0, name, bold)
        page.write_string(row, 1, words, text)


class _Shared:
    """The book's texts, each kept once: those XlsxWriter wrote, and ours behind them."""

    def __init__(self, begun: bytes) -> None:
        self._begun = begun.removesuffix(b"</sst>")
        self._known: dict[str, int] = {}
        self._first = begun.count(b"<si>")
        self._lock = Lock()

    def number(self, text: str) -> int:
        """The number that stands for a text; two threads may ask at once."""
        with self._lock:
            return self._known.setdefault(text, self._first + len(self._known))

    def whole(self) -> bytes:
        """The part of the book that holds all texts."""
        begun = re.sub(rb' (uniqueC|c)ount="\d+"', b"", self._begun)
        return (
            begun
            + "".join(f'<si><t xml:space="preserve">{_legal(t)}</t></si>' for t in self._known).encode()
            + b"</sst>"
        )


@dataclass(frozen=True)
class _Columns:
    """What is to be written: the sheet, the columns taken from it with their headers, and the book's texts."""

    sheet: Sheet
    headers: dict[str, str]
    shared: _Shared


def _fill(page: IO[bytes], empty: bytes, columns: _Columns) -> None:
    """Put the rows where the book has one row of noughts, whose looks they take."""
    header_end, rows_end = empty.index(b'<row r="2"'), empty.index(b"</sheetData>")
    styles = re.findall(rb'<c r="[A-Z]+2"( s="\d+")?>', empty[header_end:rows_end])
    looks = dict(zip(columns.headers, (style.decode() for style in styles), strict=True))
    rows = columns.sheet.rows[list(looks)]
    page.write(_stretched(empty[:header_end], columns))
    writing = Writing(
        cells=lambda name, values: _cells(name, values, looks[name], columns),
        nothing=lambda _: "<c/>",
        before="<row>",
        after="</row>",
    )
    for part in written(rows, writing):
        page.write(part)
    page.write(empty[rows_end:])


def _stretched(part: bytes, columns: _Columns) -> bytes:
    """A part of the book that reaches over its one row, made to reach over all rows."""
    from xlsxwriter.utility import xl_col_to_name

    last = xl_col_to_name(len(columns.headers) - 1)
    end = f'A1:{last}{max(1, len(columns.sheet.rows)) + 1}"'
    return part.replace(f'A1:{last}2"'.encode(), end.encode())


def _cells(name: str, values: pa.Array, look: str, columns: _Columns) -> pa.Array:
    """The different values of a column as cells: numbers as numbers, a year too; codes and words as text."""
    if is_number(values):
        return texts([None if t is None else f"<c{look}><v>{t}</v></c>" for t in digits(values).to_pylist()])
    words = columns.sheet.words.get(name, {})
    years = name == "period"
    return texts([_text(text, words, columns.shared, years=years) for text in as_text(values).to_pylist()])


def _text(text: str | None, words: Mapping[str, str], shared: _Shared, *, years: bool) -> str | None:
    if not text:
        return None
    if years and text.isdecimal():
        return f"<c><v>{text}</v></c>"
    return f'<c t="s"><v>{shared.number(words.get(text, text))}</v></c>'


def _legal(text: str) -> str:
    return escape(_ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text[:_LETTERS_AT_MOST]))
