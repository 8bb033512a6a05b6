"""A sheet as CSV, in the two dialects people ask for.

Excel dialect: UTF-8 with BOM, `;`, decimal comma, CRLF, Swedish headers and words; a double-click opens it in a
Swedish Excel. Machine dialect: RFC 4180 (UTF-8 without BOM, `,`, decimal point, CRLF), names and ids instead of words.
Both: no thousands separator, ASCII minus, an empty cell where there is no value (the status column says why).

A text cell that a spreadsheet would run as a formula gets an apostrophe in front; `undefuse` takes it away again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from rus.exports.lines import Writing, as_text, digits, is_number, texts, written
from rus.views.sheet import Sheet

BOM = b"\xef\xbb\xbf"
END = "\r\n"
_FORMULA = re.compile(r"^'*[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True)
class Dialect:
    """What differs between the two files; `words`: Swedish headers and words instead of names and ids."""

    delimiter: str
    decimal: str
    mark: bytes
    words: bool


EXCEL = Dialect(";", ",", BOM, words=True)
MACHINE = Dialect(",", ".", b"", words=False)


def csv_excel(sheet: Sheet) -> bytes:
    """The whole file for a double-click in Excel."""
    return b"".join(csv_chunks(sheet, EXCEL))


def csv_machine(sheet: Sheet) -> bytes:
    """The whole file for programs."""
    return b"".join(csv_chunks(sheet, MACHINE))


def csv_chunks(sheet: Sheet, dialect: Dialect) -> Iterator[bytes | memoryview]:
    """The file piece by piece, so that a large one needs no room of its own."""
    headers = [sheet.columns[name] if dialect.words else name for name in sheet.columns]
    yield dialect.mark + (dialect.delimiter.join(_field(h, dialect) for h in headers) + END).encode()
    nothing = '""' if len(headers) == 1 else ""  # a line must not be empty: readers skip those
    writing = Writing(
        cells=lambda name, values: _cells(name, values, sheet, dialect),
        nothing=lambda _: nothing,
        between=dialect.delimiter,
        after=END,
    )
    yield from written(sheet.rows[list(sheet.columns)], writing)


def defuse(text: str) -> str:
    """An apostrophe before what a spreadsheet would run: `=1+1` → `'=1+1`."""
    return f"'{text}" if _FORMULA.match(text) else text


def undefuse(text: str) -> str:
    """The reverse of `defuse`, exactly."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _field(text: str, dialect: Dialect) -> str:
    text = defuse(text)
    if any(sign in text for sign in (dialect.delimiter, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def _cells(name: str, values: pa.Array, sheet: Sheet, dialect: Dialect) -> pa.Array:
    """The different values of a column as fields; most texts need nothing and are passed on as they are."""
    if is_number(values):
        plain = digits(values)
        return plain if dialect.decimal == "." else pc.replace_substring(plain, ".", dialect.decimal)
    cells = as_text(values)
    words = sheet.words.get(name, {}) if dialect.words else {}
    special = pc.match_substring_regex(cells, rf"[{dialect.delimiter}\"\r\n]|{_FORMULA.pattern}")
    if not words and not pc.any(special).as_py():
        return _not_empty(cells, sheet)
    fields = [None if text is None else _field(words.get(text, text), dialect) for text in cells.to_pylist()]
    return _not_empty(texts(fields), sheet)


def _not_empty(cells: pa.Array, sheet: Sheet) -> pa.Array:
    """In a file of one column an empty text is written like a missing one."""
    return pc.if_else(pc.equal(cells, ""), None, cells) if len(sheet.columns) == 1 else cells
