"""Sheets in the forms that owners publish them, with titles above and words of their own; the figures are made up."""

from collections.abc import Iterator

import pytest

from rus.catalogue.series import OwnSeries
from rus.sources.own import LOADER
from tests.sources.asking import plain, write_regions
from tests.sources.test_own import landed, workbook


@pytest.fixture(autouse=True, scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(write_regions(tmp_path_factory.mktemp("blad"))))
        yield


def series(mapping: dict[str, object], sexes: list[str]) -> OwnSeries:
    return OwnSeries.model_validate({"loader": "own", "id": "prov", "mapping": mapping, "sexes": sexes})


def test_days_of_benefit_by_county_with_women_and_men_beside_each_other() -> None:
    """As Försäkringskassan's: two lines of title, code and name of the county in one cell, one row a year."""
    rows: list[list[object]] = [
        ["Föräldrapenning"], ["Uttagen 2026-01-15"],
        ["År", "Län", "Nettodagar kvinnor", "Nettodagar män", "Nettodagar totalt", "Belopp"],
        [2023, "91 Provlän", 700, 300, 1000, 5.5],
        [2024, "Riket", 7000, 3100, 10100, 6],
    ]  # fmt: skip
    mapping = {"columns": {"region": "Län", "period": "År", "value": "Nettodagar {sex}"}, "header_row": 3}
    found = plain(LOADER.parse(series(mapping, ["women", "men", "total"]), landed(workbook(rows), "tillit.xlsx")))
    assert ("91", "2023", "men", 300.0, None, None) in found
    assert ("00", "2024", "total", 10100.0, None, None) in found
    assert len(found) == 6


def test_offences_by_kommun_with_a_column_for_each_year() -> None:
    """As Brå's: names of kommuner, blanks between thousands, two dots where there is nothing, preliminary years."""
    text = (
        "Anmälda brott per 100 000 invånare;;;\n"
        "Region;Brottstyp;Antal 2023;Antal 2024\n"
        "Småby;Misshandel;1 204;..\n"
        "9101 Storköping;Misshandel;987,5;1\u00a0013\n"
        "Småby;Stöld;x;x\n"
    )
    mapping = {
        "columns": {"region": "Region", "value": "Antal {period}"},
        "where": {"Brottstyp": "Misshandel"},
        "header_row": 2,
    }
    assert plain(LOADER.parse(series(mapping, ["total"]), landed(text, "tillit.csv"))) == [
        ("9101", "2023", "total", 987.5, None, None),
        ("9101", "2024", "total", 1013.0, None, None),
        ("9102", "2023", "total", 1204.0, None, None),
        ("9102", "2024", "total", None, "saknas", ".."),
    ]


def test_the_unemployed_by_month_in_headings_without_a_pattern() -> None:
    """As Arbetsförmedlingen's: a sheet of its own, months in words, a hyphen for nothing, a star for what is hidden."""
    rows = [["Län", "Kön", "jan-24", "feb-24"], ["Provlän", "Kvinnor", 12, "-"], ["Provlän", "Män", "*", 15]]
    months = {"jan-24": {"period": "2024M01"}, "feb-24": {"period": "2024M02"}}
    mapping = {
        "columns": {"region": "Län", "sex": "Kön", "values": months},
        "sheet": "Öppet arbetslösa",
        "symbols": {"*": "skyddad"},
    }
    body = workbook(rows, "Öppet arbetslösa")
    assert plain(LOADER.parse(series(mapping, ["women", "men"]), landed(body, "tillit.xlsx"))) == [
        ("91", "2024M01", "men", None, "skyddad", "*"),
        ("91", "2024M01", "women", 12.0, None, None),
        ("91", "2024M02", "men", 15.0, None, None),
        ("91", "2024M02", "women", 0.0, "noll", "-"),
    ]
