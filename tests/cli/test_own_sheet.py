"""`rus new own/FILE`: an empty sheet that, filled in, is read by every series that names the file."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import read_catalogue
from rus.catalogue.series import OwnSeries
from rus.cli.own_sheet import YEAR, sheets, write_own_sheet
from rus.core import paths
from rus.core.errors import SourceError
from rus.sources.base import Asked, Raw
from rus.sources.own import LOADER
from tests.sources.asking import NOW

WIDE = """
[[series]]
loader = "own"
id = "bred"
file = "bred.csv"
mapping = { columns = { region = "Kommun", value = "{sex} {period}" }, header_row = 2, separator = "," }
"""


def lines(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        rows = load_workbook(path).active.iter_rows(values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def filled(path: Path, catalogue: Catalogue) -> bytes:
    """The sheet with every empty cell filled in as a person would."""
    headings, *rows = lines(path)
    said = {"Region": catalogue.here.region, "År": "2024"}
    whole = [[cell or said.get(name, "12,5") for name, cell in zip(headings, row, strict=True)] for row in rows]
    whole = whole or [[said.get(name, "12,5") for name in headings]]
    made = io.BytesIO()
    if path.suffix == ".xlsx":
        with Workbook(made) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate([headings, *whole]):
                sheet.write_row(number, 0, row)
        return made.getvalue()
    return "\n".join(";".join(row) for row in [headings, *whole]).encode()


def test_every_file_of_the_catalogue_can_be_written_empty_filled_in_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RUS_CONTENT", raising=False)
    monkeypatch.setenv("RUS_HOME", str(tmp_path))
    catalogue = read_catalogue()
    every = sheets(catalogue)
    assert len(every) > 10
    for name, series in every.items():
        path = write_own_sheet(name, catalogue)
        body = filled(path, catalogue)
        for one in series:
            raw = Raw(Asked("GET", f"own:{name}"), 200, {}, body, NOW)
            found = LOADER.parse(one, (raw,)).to_pylist()
            assert {row["sex"] for row in found} == set(one.sexes), one.key
            assert {(row["region"], row["value"]) for row in found} == {(catalogue.here.region, 12.5)}, one.key


def test_a_sheet_left_as_it_was_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RUS_CONTENT", raising=False)
    monkeypatch.setenv("RUS_HOME", str(tmp_path))
    catalogue = read_catalogue()
    for name, series in sheets(catalogue).items():
        raw = Raw(Asked("GET", f"own:{name}"), 200, {}, write_own_sheet(name, catalogue).read_bytes(), NOW)
        with pytest.raises(SourceError):
            LOADER.parse(series[0], (raw,))


@pytest.fixture
def wide(fresh: Path) -> Path:
    jobs = fresh / "indicators/arbete/jobb.toml"
    jobs.write_text(jobs.read_text(encoding="utf-8").partition("series = [")[0] + WIDE, encoding="utf-8")
    return fresh


def test_a_wide_sheet_has_its_pattern_in_the_headings(rus, wide):
    said = rus("new", "own/bred.csv")
    path = paths.home() / "own" / "bred.csv"
    assert (said.code, str(path) in said.out) == (0, True)
    text = path.read_bytes().decode("utf-8-sig")
    assert text == f"\r\nKommun,Kvinnor {YEAR},Män {YEAR},Totalt {YEAR}\r\n"
    one = next(s for s in read_catalogue().indicators["jobb"].series if isinstance(s, OwnSeries))
    body = f"{text.replace(YEAR, '2024')}90,1,2,3\r\n".encode()
    assert LOADER.parse(one, (Raw(Asked("GET", "own:bred.csv"), 200, {}, body, NOW),)).num_rows == 3


@pytest.mark.parametrize(("name", "words"), [("bredd.csv", "Menade du bred.csv?"), ("bred.csv", "finns redan")])
def test_an_unknown_file_and_one_that_is_there_are_wrong_use(rus, wide, name, words):
    rus("new", "own/bred.csv")
    before = (paths.home() / "own" / "bred.csv").read_bytes()
    said = rus("new", f"own/{name}")
    assert (said.code, words in said.err) == (2, True)
    assert (paths.home() / "own" / "bred.csv").read_bytes() == before
