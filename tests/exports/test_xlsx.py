"""The Excel file, read back with another library."""

import io
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.core.errors import ExportError
from rus.exports import xlsx as room
from rus.exports.xlsx import xlsx
from tests.exports.sheets import long_rows, sheet


def book(made):
    return openpyxl.load_workbook(io.BytesIO(xlsx(made)))


def test_numbers_are_numbers_years_too_and_codes_are_text():
    data = book(long_rows())["Data"]
    first, second = list(data.iter_rows(min_row=2, values_only=True))
    assert first == (
        *("jobb", "0180", "Åby", 2021, "kvinnor", "total", -1234.5, "uppgift finns"),
        *(None, None, 2000, "procent", "SCB", "f1", "2026-11-25"),
    )
    assert second[6:8] == (None, "skyddad uppgift")
    assert data["G2"].number_format == "#,##0.0"
    assert data["K2"].number_format == "#,##0"
    assert data["D2"].number_format == "General"


def test_the_rows_are_a_table_under_a_header_that_stays():
    data = book(long_rows())["Data"]
    assert data.freeze_panes == "A2"
    assert data.tables["Data"].ref == "A1:O3"
    assert [column.name for column in data.tables["Data"].tableColumns] == [cell.value for cell in data[1]]
    assert data.dimensions == "A1:O3"


def test_the_second_page_says_what_the_figures_mean():
    pages = book(long_rows())
    assert pages.sheetnames == ["Data", "Om uppgifterna"]
    said = list(pages["Om uppgifterna"].iter_rows(values_only=True))
    assert said == [("Definition", "Vad som räknas."), ("Källa", "Provverket"), ("Teckenförklaring", "a")]


def test_no_rows_still_make_a_book():
    made = long_rows()
    data = book(sheet(made.rows.iloc[:0], made.columns))["Data"]
    assert [cell.value for cell in data[1]][:2] == ["Indikator", "Regionkod"]
    assert data.tables["Data"].ref == "A1:O2"


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.text(max_size=8), st.floats(allow_nan=False, allow_infinity=False)), min_size=1, max_size=5)
)
def test_any_text_and_any_number_make_a_sound_book(rows):
    body = xlsx(sheet(pd.DataFrame(rows, columns=["a", "value"]).astype({"value": "float64"})))
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            ET.fromstring(parts.read(name))
    found = list(openpyxl.load_workbook(io.BytesIO(body))["Data"].iter_rows(min_row=2, values_only=True))
    assert [value for _, value in found] == pytest.approx([value for _, value in rows], rel=1e-15)


@pytest.mark.parametrize("text", ["=1+1", "a & b <c>", " kant ", "två\nrader", "_x0041_", "'=x", "0180"])
def test_text_is_text_and_never_a_formula(text):
    cell = book(sheet(pd.DataFrame({"a": [text], "value": [1.0]})))["Data"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_sign_that_xml_cannot_hold_is_written_as_excel_does():
    assert book(sheet(pd.DataFrame({"a": ["a\x01b"], "value": [1.0]})))["Data"]["A2"].value in {"a\x01b", "a_x0001_b"}


def test_more_rows_than_excel_takes_is_said_in_words(monkeypatch):
    monkeypatch.setattr(room, "ROWS_AT_MOST", 1)
    with pytest.raises(ExportError, match="2 rader får inte plats i Excel"):
        xlsx(long_rows())
