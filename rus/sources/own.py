"""The region's own figures: CSV, XLSX or PX files in `own/` of the home folder or `data/own/` of the content folder."""

import csv
import hashlib
import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from rus.catalogue.series import OwnMapping, OwnSeries, Series
from rus.core import paths
from rus.core.errors import SourceError
from rus.sources.base import Asked, Client, Fetched, Loader, Planned, Raw, Wanted
from rus.sources.own_cells import Cell
from rus.sources.own_mapping import Numbered, read_rows
from rus.sources.px import read_px
from rus.sources.rows import rows_of

SCHEME = "own:"
_KINDS = (".csv", ".xlsx", ".px")
_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 500_000_000
_MOST_COLUMNS = 500


class NotHandedInError(SourceError):
    """The file of a series is not there (yet); what is known of the series stays."""


def plan(wanted: Wanted, client: Client) -> Iterator[Planned]:  # noqa: ARG001 – files are read, nobody is asked
    """Version of each file that is there."""
    for series in wanted.series:
        try:
            _, version = _landed(series)
            yield Planned(series.key, version, 1)
        except SourceError as err:
            yield Planned(series.key, None, 1, err)


def fetch(wanted: Wanted, client: Client) -> Iterator[Fetched]:  # noqa: ARG001 – files are read, nobody is asked
    """Each file byte for byte."""
    for series in wanted.series:
        try:
            raw, version = _landed(series)
            yield Fetched(series.key, (raw,), version)
        except SourceError as err:
            yield Fetched(series.key, (), None, err)


def parse(series: Series, raws: tuple[Raw, ...]) -> pa.Table:
    """ROWS of the file, all or nothing.

    Raises:
        SourceError: names every row that can't be read.
    """
    series = _own(series)
    if len(raws) != 1:
        raise SourceError(f"{series.key}: en fil väntades men {len(raws)} kom. Lämna in en fil för serien.")
    body, name = raws[0].body, raws[0].asked.url.removeprefix(SCHEME)
    if len(body) > _MOST_BYTES:
        raise SourceError(f"{name}: filen är större än {_MOST_BYTES // 1_000_000} MB. Dela den.")
    kind = Path(name).suffix.lower()
    if kind == ".px":
        if series.px is None:
            raise SourceError(f"{name}: px saknas i serien {series.id}, så filen kan inte läsas. Lägg till px.")
        return rows_of([read_px(body, name)], series.px, series.sexes, name)
    if series.mapping is None:
        raise SourceError(f"{name}: mapping saknas i serien {series.id}, så filen kan inte läsas. Lägg till mapping.")
    rows = _csv(body, series.mapping, name) if kind == ".csv" else _xlsx(body, series.mapping, name)
    return read_rows(rows, series.mapping, series.sexes, name)


def folders() -> tuple[Path, ...]:
    """Where files are looked for, the first first."""
    return tuple(dict.fromkeys((paths.home() / "own", paths.content() / "data" / "own")))


def _landed(series: Series) -> tuple[Raw, str]:
    """The file as an answer, and its version: the file and how it is read."""
    series = _own(series)
    names = [series.file] if series.file else [f"{series.id}{kind}" for kind in _KINDS]
    path = next((p for folder in folders() for p in (folder / name for name in names) if p.is_file()), None)
    if path is None:
        raise NotHandedInError(
            f"{series.key}: filen {' eller '.join(names)} finns inte. "
            f"Lägg den i {folders()[0]} och kör rus update igen."
        )
    try:
        body = path.read_bytes()
    except OSError as err:
        raise SourceError(f"{path}: filen går inte att läsa ({err.strerror}). Stäng den om den är öppen.") from err
    reading = "".join(part.model_dump_json() for part in (series.mapping, series.px) if part)
    version = hashlib.sha256(body + reading.encode()).hexdigest()
    return Raw(Asked("GET", f"{SCHEME}{path.name}"), 200, {}, body, datetime.now(UTC)), version


def _csv(body: bytes, mapping: OwnMapping, where: str) -> Iterator[Numbered]:
    encoding = "utf-8-sig" if mapping.encoding == "utf-8" else mapping.encoding
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as err:
        raise SourceError(
            f"{where}: filen är inte sparad som {mapping.encoding}. Spara om den, eller ändra encoding i mapping."
        ) from err
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mapping.separator)
    try:
        # The line a row ends on is the number a person sees in an editor.
        yield from ((reader.line_num, row) for row in reader)
    except csv.Error as err:
        raise SourceError(f"{where}: rad {reader.line_num} går inte att läsa ({err}). Rätta den i filen.") from err


def _xlsx(body: bytes, mapping: OwnMapping, where: str) -> list[Numbered]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # it ships no types

    try:
        _refuse_bomb(body, where)
        with warnings.catch_warnings():
            # Styles and validation rules the library leaves out say nothing of the figures.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(body), read_only=True, data_only=True)
            return _sheet(book[mapping.sheet] if mapping.sheet else book.worksheets[0])
    except SourceError:
        raise
    except KeyError as err:
        raise SourceError(f"{where}: det finns inget blad {mapping.sheet}. Ändra sheet i mapping.") from err
    except Exception as err:  # a damaged workbook fails in any way
        raise SourceError(f"{where}: filen går inte att läsa som en Excelfil. Spara om den som .xlsx.") from err


def _refuse_bomb(body: bytes, where: str) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > _MOST_UNPACKED:
        raise SourceError(f"{where}: filen är för stor uppackad. Dela den.")


def _sheet(sheet: object) -> list[Numbered]:
    rows: list[Numbered] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), 1):  # type: ignore[attr-defined]  # openpyxl has no types
        rows.append((number, [_cell(cell) for cell in cells]))
    return rows


def _cell(cell: object) -> Cell:
    return cell if isinstance(cell, str | int | float | bool) or cell is None else str(cell)


def _own(series: Series) -> OwnSeries:
    assert isinstance(series, OwnSeries), "the registry hands each loader its own kind"
    return series


LOADER = Loader("own", plan, fetch, parse)
