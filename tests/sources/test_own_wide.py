"""Wide sheets: a column for each period, sex or group, read by a pattern or a list, with every bad cell named."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.catalogue.series import OwnSeries
from rus.core.errors import SourceError
from rus.sources.own import LOADER
from tests.sources.asking import Row, plain, write_regions
from tests.sources.test_own import landed, workbook


@pytest.fixture(autouse=True, scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    root = tmp_path_factory.mktemp("wide")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(write_regions(root)))
        yield


def series(columns: dict[str, object], sexes: list[str] | None = None, **mapping: object) -> OwnSeries:
    given = {"columns": {"region": "Kommun", **columns}, **mapping}
    said = {"sexes": sexes} if sexes else {}
    return OwnSeries.model_validate({"loader": "own", "id": "tillit", "mapping": given, **said})


def read(one: OwnSeries, text: str) -> list[Row]:
    return plain(LOADER.parse(one, landed(text)))


def test_a_column_for_each_year() -> None:
    one = series({"value": "{period}"}, ["total"])
    assert read(one, "Kommun;Not;2023;2024K2\n9101;;1,5;2\nSmåby;x;..;4\n") == [
        ("9101", "2023", "total", 1.5, None, None),
        ("9101", "2024Q2", "total", 2.0, None, None),
        ("9102", "2023", "total", None, "saknas", ".."),
        ("9102", "2024Q2", "total", 4.0, None, None),
    ]


def test_a_workbook_has_years_as_numbers_in_its_headings() -> None:
    body = workbook([["Kommun", 2023, 2024.0], [9101, 1.5, 2], [9102, 3, 4]])
    rows = plain(LOADER.parse(series({"value": "{period}"}, ["total"]), landed(body, "tillit.xlsx")))
    assert [row[:4] for row in rows][:2] == [("9101", "2023", "total", 1.5), ("9101", "2024", "total", 2.0)]


def test_a_column_for_each_sex_with_the_period_in_a_column_of_its_own() -> None:
    one = series({"value": "Andel {sex}", "period": "År"}, sex_words={"women": "tjejer"})
    assert read(one, "Kommun;År;Andel tjejer;Andel män;Andel totalt\n9101;2024;1;2;3\n") == [
        ("9101", "2024", "men", 2.0, None, None),
        ("9101", "2024", "total", 3.0, None, None),
        ("9101", "2024", "women", 1.0, None, None),
    ]


@pytest.mark.parametrize("shape", ["{sex} {period}", "{sex}, {period}"])
def test_a_column_for_each_sex_and_year(shape: str) -> None:
    headings = [shape.format(sex=sex, period=year) for year in (2023, 2024) for sex in ("Kvinnor", "Män")]
    rows = read(series({"value": shape}, ["women", "men"]), f"Kommun;{';'.join(headings)}\n9101;1;2;3;4\n")
    assert {row[1:4] for row in rows} == {
        ("2023", "women", 1.0),
        ("2023", "men", 2.0),
        ("2024", "women", 3.0),
        ("2024", "men", 4.0),
    }


def test_a_column_for_each_group_is_named_by_its_own_series() -> None:
    sheet = "Kommun;År;Förgymnasial;Gymnasial\n9101;2024;1;2\n"
    for heading, value in (("Förgymnasial", 1.0), ("Gymnasial", 2.0)):
        rows = read(series({"value": heading, "period": "År"}, ["total"]), sheet)
        assert rows == [("9101", "2024", "total", value, None, None)]
    wide = "Kommun;Förgymnasial 2023;Gymnasial 2023\n9101;5;6\n"
    assert read(series({"value": "Gymnasial {period}"}, ["total"]), wide)[0][3] == 6.0


def test_headings_without_a_pattern_are_listed() -> None:
    values = {"Förra mätningen": {"period": "2020", "sex": "women"}, "Denna": {"period": "2024", "sex": "women"}}
    one = series({"values": values}, ["women"])
    assert [row[1:4] for row in read(one, "Kommun;Denna;Förra mätningen\n9101;2;1\n")] == [
        ("2020", "women", 1.0),
        ("2024", "women", 2.0),
    ]


def test_an_empty_cell_may_mean_that_a_figure_is_missing() -> None:
    one = series({"value": "{period}"}, ["total"], symbols={"": "saknas", "x": "skyddad"})
    assert [row[1:] for row in read(one, "Kommun;2023;2024\n9101;;x\n;;\n")] == [
        ("2023", "total", None, "saknas", None),
        ("2024", "total", None, "skyddad", "x"),
    ]


def test_every_bad_cell_is_named_and_nothing_is_kept() -> None:
    bad = "Kommun;2023;2024\n9101;x;1.5\nAtlantis;1;2\n9102;;2\n91;1;2\n91;1;2\n"
    with pytest.raises(SourceError) as caught:
        read(series({"value": "{period}"}, ["total"]), bad)
    assert str(caught.value).splitlines()[:-1] == [
        "tillit.csv: 4 rader går inte att läsa:",
        "  rad 2, kolumnen 2023: värdet x är inte ett tal",
        "  rad 2, kolumnen 2024: värdet 1.5 är inte ett tal; decimaltecknet ska vara ,",
        "  rad 3: regionen Atlantis finns inte bland våra regioner",
        "  rad 4, kolumnen 2023: värdet är tomt; skriv .. om uppgiften saknas",
        "  rad 6: samma region, period och kön som rad 5",
    ]


@pytest.mark.parametrize(
    ("columns", "text", "words"),
    [
        ({"value": "{period}"}, "Kommun;2023p;2024\n9101;1;2\n", "rubriken 2023p går inte att läsa som {period}"),
        ({"value": "{period}"}, "Kommun;2024;2024\n9101;1;2\n", "kolumnerna 2024 och 2024 gäller samma sak"),
        ({"value": "{period}"}, "Kommun;Andel\n9101;1\n", "ingen rubrik är skriven som {period}"),
        ({"value": "År {period}"}, "Kommun;År 2023;År 2024V1\n9101;1;2\n", "rubriken År 2024V1 går inte att läsa"),
        ({"values": {"A": {"period": "i fjol"}}}, "Kommun;A\n9101;1\n", "i fjol är ingen period"),
        ({"values": {"A": {"period": "2024"}}}, "Kommun;B\n9101;1\n", "kolumnen A finns inte"),
        (
            {"value": "{sex}", "period": "År"},
            "Kommun;År;Kvinnor;Män\n9101;2024;1;2\n",
            "ingen kolumn är för båda könen",
        ),
    ],
)
def test_headings_that_cannot_be_told_are_refused(columns: dict[str, object], text: str, words: str) -> None:
    sexes = None if "sex" in str(columns) else ["total"]
    with pytest.raises(SourceError) as caught:
        read(series(columns, sexes), text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "columns",
    [
        {"value": "{period}", "period": "År"},
        {"value": "{sex}"},
        {"value": "{kommun} {period}"},
        {"value": "{period} {period}"},
        {"value": "Andel", "values": {"A": {"period": "2024"}}},
        {"values": {"A": {"period": "2024"}, "B": {"sex": "women"}}},
        {"values": {"A": {}}},
        {},
    ],
)
def test_a_mapping_that_says_a_thing_twice_or_not_at_all_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"ange antingen|mönster kan ha|ange samma sak"):
        series(columns)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(-999, 999), min_size=3, max_size=3), min_size=3, max_size=3))
def test_a_wide_sheet_is_the_same_figures_as_the_long_one(values: list[list[int]]) -> None:
    places, years = ("91", "9101", "9102"), ("2022", "2023", "2024")
    wide = ["Kommun;2022;2023;2024"]
    wide += [";".join([place, *map(str, row)]) for place, row in zip(places, values, strict=True)]
    long = ["Kommun;År;Andel"]
    pairs = zip(places, values, strict=True)
    long += [f"{place};{year};{v}" for place, row in pairs for year, v in zip(years, row, strict=True)]
    first = read(series({"value": "{period}"}, ["total"]), "\n".join(wide))
    assert first == read(series({"value": "Andel", "period": "År"}, ["total"]), "\n".join(long))


@settings(deadline=None)
@given(st.data())
def test_a_spoilt_sheet_gives_our_own_error_or_whole_rows(data: st.DataObject) -> None:
    body = bytearray("Kommun;Kvinnor 2023;Män 2023\n9101;1,5;..\n9102;3;4\n".encode())
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = LOADER.parse(series({"value": "{sex} {period}"}, ["women", "men"]), landed(bytes(body)))
    except SourceError:
        return
    assert found.num_rows % 2 == 0
