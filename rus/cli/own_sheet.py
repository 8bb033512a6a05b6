"""The empty sheet that `rus new own/FILE` writes: the headings that the catalogue expects of a file handed in."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rus.cli.words import nearest
from rus.core.errors import ExportError, UsageError

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue
    from rus.catalogue.series import OwnMapping, OwnSeries

YEAR = "ÅÅÅÅ"
"""Stands where a heading is a period."""


@dataclass
class _Page:
    """One sheet: headings in the order they are met, and rows with what must stand in them word for word."""

    mapping: "OwnMapping"
    headings: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)

    def lines(self) -> list[list[str]]:
        """Every line, blank ones above the headings too."""
        above: list[list[str]] = [[] for _ in range(self.mapping.header_row - 1)]
        return [*above, self.headings, *([row.get(name, "") for name in self.headings] for row in self.rows)]


def write_own_sheet(name: str, catalogue: "Catalogue") -> Path:
    """Write `own/<name>` in the home folder, to be filled in.

    Raises:
        UsageError: no series reads such a file, or it is there already.
        ExportError: the disk refuses.
    """
    from rus.core import paths

    wanted = sheets(catalogue)
    if name not in wanted:
        there = ", ".join(sorted(wanted)) or "inga alls"
        raise UsageError(f"Ingen serie läser filen {name}.{nearest(name, list(wanted))} Filer som läses: {there}.")
    path = paths.home() / "own" / name
    if path.exists():
        raise UsageError(f"{path} finns redan. Fyll i den, eller flytta undan den först.")
    pages = _pages(wanted[name])
    body = _book(pages) if path.suffix == ".xlsx" else _text(next(iter(pages.values())))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(body)
    except OSError as err:
        raise ExportError(f"{path}: går inte att skriva ({err.strerror}). Se över rättigheterna till mappen.") from err
    return path


def sheets(catalogue: "Catalogue") -> dict[str, list["OwnSeries"]]:
    """File name → the series that read it by a mapping."""
    from rus.catalogue.series import OwnSeries

    found: dict[str, list[OwnSeries]] = {}
    for indicator in catalogue.indicators.values():
        for series in indicator.series:
            if isinstance(series, OwnSeries) and series.mapping and not series.retired:
                found.setdefault(series.file or f"{series.id}.csv", []).append(series)
    return found


def _pages(series: Iterable["OwnSeries"]) -> dict[str, _Page]:
    """The name of each sheet → what stands in it."""
    pages: dict[str, _Page] = {}
    for one in series:
        assert one.mapping
        page = pages.setdefault(one.mapping.sheet or "", _Page(one.mapping))
        page.headings = list(dict.fromkeys([*page.headings, *_headings(one)]))
        words = _sex_words(one) if one.mapping.columns.sex else {}
        rows = [{**one.mapping.where, one.mapping.columns.sex or "": word} for word in words.values()]
        for row in rows or [dict(one.mapping.where)]:
            if one.mapping.where and row not in page.rows:
                page.rows.append(row)
    return pages


def _headings(series: "OwnSeries") -> list[str]:
    """Region, period and sex first, then what picks the rows, then the values."""
    assert series.mapping
    columns = series.mapping.columns
    first = [name for name in (columns.region, columns.period, columns.sex) if name]
    pattern = (columns.value or "").replace("{period}", YEAR)
    wide = [pattern.replace("{sex}", word) for word in _sex_words(series).values()] if "{sex}" in pattern else [pattern]
    return [*first, *series.mapping.where, *(columns.values or wide)]


def _sex_words(series: "OwnSeries") -> dict[str, str]:
    usual = {"women": "Kvinnor", "men": "Män", "total": "Totalt"}
    said = dict(series.mapping.sex_words) if series.mapping else {}
    return {sex: said.get(sex, usual[sex]) for sex in series.sexes}


def _text(page: _Page) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=page.mapping.separator, lineterminator="\r\n").writerows(page.lines())
    return made.getvalue().encode("utf-8-sig" if page.mapping.encoding == "utf-8" else page.mapping.encoding)


def _book(pages: dict[str, _Page]) -> bytes:
    from xlsxwriter import Workbook

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        for name, page in pages.items():
            sheet = book.add_worksheet(name or None)
            for number, line in enumerate(page.lines()):
                sheet.write_row(number, 0, line)
    return made.getvalue()
