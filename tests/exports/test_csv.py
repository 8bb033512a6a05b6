"""The bytes of the two CSV dialects."""

import csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.exports.csv import EXCEL, MACHINE, csv_chunks, csv_excel, csv_machine, defuse, undefuse
from tests.exports.sheets import long_rows, sheet

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(max_size=12)


def test_the_excel_dialect_to_the_byte():
    assert csv_excel(long_rows()) == (
        b"\xef\xbb\xbf"
        + (
            "Indikator;Regionkod;Region;År;Kön;Grupp;Värde;Status;Nedre gräns;Övre gräns;Antal i underlaget;Enhet;"
            "Källa;Hämtning;Uttagsdatum;Urval\r\n"
            "jobb;0180;Åby;2021;kvinnor;total;-1234,5;uppgift finns;;;2000;procent;SCB;f1;2026-11-25;Åby\r\n"
            'jobb;9001;"Öby; norr";2022;män;total;;skyddad uppgift;;;;procent;SCB;f1;2026-11-25;Åby\r\n'
        ).encode()
    )


def test_the_machine_dialect_to_the_byte():
    assert (
        csv_machine(long_rows())
        == (
            "indicator,region,region_name,period,sex,group,value,status,lower,upper,n,unit,source,fetch_id,extracted,"
            "selection\r\n"
            "jobb,0180,Åby,2021,women,total,-1234.5,varde,,,2000,procent,SCB,f1,2026-11-25,Åby\r\n"
            "jobb,9001,Öby; norr,2022,men,total,,skyddad,,,,procent,SCB,f1,2026-11-25,Åby\r\n"
        ).encode()
    )


@pytest.mark.parametrize("dialect", [EXCEL, MACHINE])
def test_no_screen_sign_reaches_a_file(dialect):
    text = b"".join(csv_chunks(long_rows(), dialect)).decode()
    assert "\u00a0" not in text
    assert "\u2212" not in text


@pytest.mark.parametrize(
    ("value", "machine", "excel"),
    [
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (158057.0, "158057", "158057"),
        (0.1, "0.1", "0,1"),
        (-0.05, "-0.05", "-0,05"),
        (float("nan"), "", ""),
        (float("inf"), "", ""),
    ],
)
def test_numbers_are_as_short_as_they_can_be(value, machine, excel):
    rows = pd.DataFrame({"a": ["x"], "value": [value]})
    assert csv_machine(sheet(rows)) == f"a,value\r\nx,{machine}\r\n".encode()
    assert csv_excel(sheet(rows)) == b"\xef\xbb\xbf" + f"a;value\r\nx;{excel}\r\n".encode()


@pytest.mark.parametrize("text", ["=1+1", "+46", "@a", "-x", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1"])
def test_what_a_spreadsheet_would_run_is_defused_and_can_be_got_back(text):
    assert defuse(text) == f"'{text}"
    assert undefuse(defuse(text)) == text
    rows = pd.DataFrame({"text": [text], "value": [-1.5]})
    for body, delimiter in ((csv_machine(sheet(rows)), ","), (csv_excel(sheet(rows)), ";")):
        (cell, number) = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=delimiter))[1]
        assert cell == f"'{text}"
        assert number.startswith("-1")


@pytest.mark.parametrize("text", ["a=b", "16–24 år", "0180", "", "'citat'", "1-2"])
def test_ordinary_text_is_left_alone(text):
    assert defuse(text) == text
    assert undefuse(text) == text


@given(TEXTS)
def test_defusing_loses_nothing(text):
    assert undefuse(defuse(text)) == text


@given(st.lists(st.tuples(TEXTS, st.one_of(st.none(), NUMBERS), TEXTS), min_size=1, max_size=8))
def test_any_text_and_any_number_come_back_through_the_csv_module(rows):
    made = sheet(pd.DataFrame(rows, columns=["a", "value", "b"]).astype({"value": "float64"}))
    for body, delimiter, decimal in ((csv_machine(made), ",", "."), (csv_excel(made), ";", ",")):
        text = body.decode("utf-8-sig" if delimiter == ";" else "utf-8")
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))[1:]
        back = [(undefuse(a), float(v.replace(decimal, ".")) if v else None, undefuse(b)) for a, v, b in found]
        assert back == rows


@given(st.lists(st.tuples(NUMBERS, st.text("abcåäö;,\"' -=", max_size=6)), min_size=1, max_size=8))
def test_pandas_reads_the_same_back(rows):
    made = sheet(pd.DataFrame(rows, columns=["value", "a"]).astype({"value": "float64"}))
    for body, how in (
        (csv_machine(made), {"sep": ",", "decimal": ".", "encoding": "utf-8"}),
        (csv_excel(made), {"sep": ";", "decimal": ",", "encoding": "utf-8-sig"}),
    ):
        back = pd.read_csv(io.BytesIO(body), keep_default_na=False, dtype={"a": str}, **how)
        assert back["value"].astype("float64").tolist() == [value for value, _ in rows]
        assert [undefuse(text) for text in back["a"]] == [text for _, text in rows]


@given(st.lists(st.sampled_from(["", "x", None]), min_size=1, max_size=5))
def test_a_file_of_one_column_has_no_empty_lines(cells):
    body = csv_machine(sheet(pd.DataFrame({"a": cells}, dtype="str")))
    assert body.decode().split("\r\n")[1:-1] == [cell or '""' for cell in cells]


def test_categories_and_plain_text_give_the_same_bytes():
    plain = long_rows()
    columns = ["indicator", "region", "region_name", "period", "sex", "status", "unit"]
    coded = plain.rows.assign(**{name: plain.rows[name].astype("category") for name in columns})
    assert csv_excel(sheet(coded, plain.columns, words=plain.words)) == csv_excel(plain)


def test_a_long_file_is_the_same_as_its_rows_one_by_one():
    """Longer than the part that is written at a time, and with more different cells than are glued."""
    n = 70_000
    rows = pd.DataFrame({"a": [f"ort {i % 411}" for i in range(n)], "b": [f"{i % 397};" for i in range(n)]})
    rows["value"] = np.arange(n) / 8
    text = csv_excel(sheet(rows)).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    assert found == [[f"ort {i % 411}", f"{i % 397};", f"{i / 8:.15g}".replace(".", ",")] for i in range(n)]


def test_no_rows_leave_the_headers():
    empty = long_rows().rows.iloc[:0]
    assert csv_machine(sheet(empty)).count(b"\r\n") == 1
