"""What goes with the rows: headers, words, the choice in words, the name of the file."""

import re
from datetime import date

import pandas as pd
import pytest

from rus.catalogue.read import read_catalogue
from rus.core.swedish import STATUS_WORDS
from rus.views import sheet as room
from rus.views.choice import Choice
from rus.views.sheet import file_stem, legend, period_in_words, sheet_of
from tests.cli.content import write_all


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return read_catalogue(write_all(tmp_path_factory.mktemp("sheet")))


def frame(catalogue, **columns):
    rows = pd.DataFrame(
        {"indicator": "jobb", "region": ["90", "9001"], "period": "2022", "sex": "total", "group": "total"} | columns
    )
    codes = rows["region"].tolist()
    return rows.assign(
        region_name=[catalogue.name(code) for code in codes],
        level=[catalogue.regions[code].level for code in codes],
        year=[int(period[:4]) for period in rows["period"]],
        value=1.5,
        status="varde",
        **dict.fromkeys(("lower", "upper", "n"), float("nan")),
        unit="procent",
        source="SCB",
        fetch_id="f1",
    )


def made(catalogue, **columns):
    return sheet_of(frame(catalogue, **columns), catalogue, Choice(), title="Jobb", build="b1", link="https://x")


def selection(sheet):
    return sheet.rows["selection"].astype(str).iloc[0]


def test_the_rows_say_which_they_are(catalogue):
    assert selection(made(catalogue)) == "Provlän och Aby; totalt; 2022"
    split = made(catalogue, sex=["women", "men"], group=["total", "background.born_abroad"], period=["2019", "2022"])
    assert selection(split) == "Provlän och Aby; kvinnor och män; alla och utrikes födda; 2019–2022"


def test_many_regions_are_counted_by_level(catalogue, monkeypatch):
    monkeypatch.setattr(room, "_NAMES_AT_MOST", 2)
    assert selection(made(catalogue, region=["90", "9001", "9002"])) == "Provlän och 2 kommuner; totalt; 2022"


def test_every_column_of_a_file_is_there_and_has_a_swedish_header(catalogue):
    sheet = made(catalogue)
    assert set(sheet.columns) <= set(sheet.rows.columns)
    assert list(sheet.columns)[:7] == ["indicator", "region", "region_name", "period", "sex", "group", "value"]
    assert list(sheet.columns.values())[:7] == ["Indikator", "Regionkod", "Region", "År", "Kön", "Grupp", "Värde"]
    assert (sheet.columns["extracted"], sheet.columns["selection"]) == ("Uttagsdatum", "Urval")


def test_headers_follow_what_the_rows_are(catalogue):
    kommuner = made(catalogue, region=["9001", "9002"])
    assert (kommuner.columns["region"], kommuner.columns["region_name"]) == ("Kommunkod", "Kommun")
    assert made(catalogue, period=["2022", "2022Q1"]).columns["period"] == "Period"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        *[("2022", "2022"), ("2011/12", "2011/2012"), ("1999/00", "1999/2000")],
        *[("2022Q3", "2022K3"), ("2022M05", "2022M05"), ("2019-2022", "2019–2022")],
    ],
)
def test_no_period_looks_like_a_date_to_a_spreadsheet(period, words):
    assert period_in_words(period) == words
    assert not re.fullmatch(r"\d{4}[-/](0?[1-9]|1[0-2])", words)


def test_what_must_be_known_goes_with_the_rows(catalogue):
    about = dict(made(catalogue).about)
    assert about["Definition"] == "Andelen som arbetar."
    assert (about["Källa"], about["Licens"], about["Dataversion"], about["Länk"]) == ("SCB", "CC0", "b1", "https://x")
    assert about["Bearbetning"] == "Region Prov"
    assert about["Urval"] == selection(made(catalogue))


def test_several_indicators_are_told_apart(catalogue):
    about = made(catalogue, indicator=["jobb", "lediga-platser"]).about
    assert [text for key, text in about if key == "Indikator"] == ["Sysselsatta", "Lediga; platser"]


def test_the_legend_knows_every_status():
    assert all(any(text.startswith(f"{status} = ") for _, text in legend()) for status in STATUS_WORDS)


def test_a_file_name_is_plain_and_says_when(monkeypatch):
    monkeypatch.setattr(room, "_today", lambda: date(2026, 11, 25))
    assert file_stem("Sysselsättning 20–65 år", "Örebro län") == "sysselsattning-20-65-ar_orebro-lan_2026-11-25"
    assert file_stem("", "É!") == "e_2026-11-25"
    assert len(file_stem("å" * 500)) < 80


def test_no_rows_make_a_sheet_too(catalogue):
    rows = frame(catalogue).iloc[:0]
    sheet = sheet_of(rows, catalogue, Choice(regions=("90",), years=(2019, 2020)), title="Jobb", build="b1")
    assert len(sheet.rows) == 0
    assert dict(sheet.about)["Urval"] == "Provlän; totalt; 2019–2020"
