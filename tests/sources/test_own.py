"""The region's own files: declared columns, every bad row named, all or nothing."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from rus.catalogue.series import OwnSeries
from rus.core.errors import SourceError
from rus.sources.base import Asked, Raw, Wanted
from rus.sources.own import LOADER, NotHandedInError
from tests.sources.asking import NOW, Direct, fetched, plain, write_regions
from tests.sources.test_px import FILE

WRITTEN = datetime(2026, 1, 1)  # else the bytes, and their number, differ from second to second
COLUMNS = {"region": "Kommun", "period": "År", "sex": "Kön", "value": "Andel"}
SHEET = """Kommun;År;Kön;Fråga;Andel
9101;2024;Kvinnor;Tillit;61,5
Småby;2024;Män;Tillit;1 058
91;2024;Totalt;Tillit;..
9101;2024;Kvinnor;Trygghet;70
"""
NOBODY = Direct(lambda *_: pytest.fail("files are read, nobody is asked"), "")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUS_CONTENT", str(write_regions(tmp_path / "content")))
    monkeypatch.setenv("RUS_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "own").mkdir(parents=True)
    return tmp_path / "home"


def series(**mapping: object) -> OwnSeries:
    given = {"columns": COLUMNS, "where": {"Fråga": "Tillit"}}
    return OwnSeries.model_validate({"loader": "own", "id": "tillit", "mapping": {**given, **mapping}})


def landed(body: bytes | str, name: str = "tillit.csv") -> tuple[Raw, ...]:
    content = body.encode() if isinstance(body, str) else body
    return (Raw(Asked("GET", f"own:{name}"), 200, {}, content, NOW),)


def workbook(rows: list[list[object]], name: str = "Blad1") -> bytes:
    made = io.BytesIO()
    with Workbook(made) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def test_a_sheet_is_read_by_its_declared_columns(home: Path) -> None:
    (home / "own" / "tillit.csv").write_bytes(b"\xef\xbb\xbf" + SHEET.encode())
    found = fetched(LOADER, Wanted((series(),)), NOBODY)[series().key]
    assert plain(found) == [
        ("91", "2024", "total", None, "saknas", ".."),
        ("9101", "2024", "women", 61.5, None, None),
        ("9102", "2024", "men", 1058.0, None, None),
    ]


def test_a_file_of_the_content_folder_is_found_too_and_home_goes_first(home: Path) -> None:
    folder = home.parent / "content" / "data" / "own"
    folder.mkdir()
    (folder / "tillit.csv").write_text(SHEET.replace("61,5", "50"), encoding="utf-8")
    first = next(iter(LOADER.fetch(Wanted((series(),)), NOBODY)))
    (home / "own" / "tillit.csv").write_text(SHEET, encoding="utf-8")
    second = next(iter(LOADER.fetch(Wanted((series(),)), NOBODY)))
    assert b"61,5" in second.raws[0].body
    assert first.version != second.version
    assert second.raws[0].asked.url == "own:tillit.csv"


def test_how_a_file_is_read_is_part_of_its_version(home: Path) -> None:
    (home / "own" / "tillit.csv").write_text(SHEET, encoding="utf-8")
    one, other = series(), series(where={"Fråga": "Trygghet"})
    versions = {next(iter(LOADER.plan(Wanted((each,)), NOBODY))).version for each in (one, other)}
    assert len(versions) == 2


def test_a_file_not_handed_in_is_told_with_where_to_put_it(home: Path) -> None:
    (found,) = LOADER.fetch(Wanted((series(),)), NOBODY)
    assert isinstance(found.trouble, NotHandedInError)
    assert f"Lägg den i {home / 'own'}" in str(found.trouble)


def test_every_bad_row_is_named_and_nothing_is_kept() -> None:
    bad = SHEET + (
        "Atlantis;2024;Kvinnor;Tillit;1\n"
        "9102;i fjol;Kvinnor;Tillit;1\n"
        "9102;2024;okänt;Tillit;1\n"
        "9102;2024;Kvinnor;Tillit;1.5\n"
        "9102;2024;Kvinnor;Tillit;\n"
        "9101;2024;Kvinnor;Tillit;62\n"
    )
    with pytest.raises(SourceError) as caught:
        LOADER.parse(series(), landed(bad))
    assert str(caught.value).splitlines() == [
        "tillit.csv: 6 rader går inte att läsa:",
        "  rad 6: regionen Atlantis finns inte bland våra regioner",
        "  rad 7: perioden i fjol är inte skriven som 2024, 2024K2, 2024M06, 2023/24 eller 2021-2024",
        "  rad 8: könet okänt går inte att tolka; ange ordet i sex_words",
        "  rad 9: värdet 1.5 är inte ett tal; decimaltecknet ska vara ,",
        "  rad 10: värdet är tomt; skriv .. om uppgiften saknas",
        "  rad 11: samma region, period och kön som rad 2",
        "Inget är sparat. Rätta raderna i filen, eller mapping i indikatorfilen, och kör rus update igen.",
    ]


def test_a_workbook_keeps_its_numbers_and_regions_that_lost_their_zero() -> None:
    rows = [["Rapport"], list(COLUMNS.values()), [9101, 2024, "Tjejer", 0.5], [0, 2024, "Alla", 2]]
    one = series(where={}, header_row=2, sheet="Svar", sex_words={"women": "Tjejer"})
    assert plain(LOADER.parse(one, landed(workbook(rows, "Svar"), "tillit.xlsx"))) == [
        ("00", "2024", "total", 2.0, None, None),
        ("9101", "2024", "women", 0.5, None, None),
    ]
    with pytest.raises(SourceError, match="det finns inget blad Svar"):
        LOADER.parse(one, landed(workbook(rows), "tillit.xlsx"))


def test_what_holds_for_the_whole_file_needs_no_column() -> None:
    one = series(columns={"value": "Andel"}, region="91", period="2021-2024", where={})
    text = "Andel\n7\n"
    assert plain(LOADER.parse(one, landed(text))) == [("91", "2021-2024", "total", 7.0, None, None)]
    with pytest.raises(ValueError, match="antingen en kolumn i columns eller ett värde för hela filen"):
        series(region="91")


def test_signs_are_what_the_mapping_says() -> None:
    one = series(symbols={"x": "skyddad"})
    rows = plain(LOADER.parse(one, landed(SHEET.replace("61,5", "x"))))
    assert ("9101", "2024", "women", None, "skyddad", "x") in rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "har ingen rad 1, där rubrikerna ska stå"),
        ("Kommun;År\n", "kolumnen Andel, Kön, Fråga finns inte. Rubrikerna är: Kommun, År"),
        ("Kommun;År;Kön;Fråga;Andel;Andel\n", "två kolumner heter Andel"),
        ("Kommun;År;Kön;Fråga;Andel\n", "ingen rad i filen hör till serien"),
    ],
)
def test_a_sheet_of_another_kind_is_told(text: str, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        LOADER.parse(series(), landed(text))
    assert words in str(caught.value)


def test_a_wrong_encoding_is_told_and_the_right_one_is_read() -> None:
    body = SHEET.encode("windows-1252")
    with pytest.raises(SourceError, match="är inte sparad som utf-8"):
        LOADER.parse(series(), landed(body))
    assert LOADER.parse(series(encoding="windows-1252"), landed(body)).num_rows == 3


def test_a_px_file_is_handed_in_the_same_way() -> None:
    given = {"loader": "own", "id": "folk", "px": {}, "sexes": ["women", "men"]}
    one = OwnSeries.model_validate(given)
    assert LOADER.parse(one, landed(FILE.encode("windows-1252"), "folk.px")).num_rows == 8
    with pytest.raises(SourceError, match="px saknas i serien tillit"):
        LOADER.parse(series(), landed(FILE, "folk.px"))


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["tillit.csv", "tillit.xlsx", "tillit.px"]))
def test_random_bytes_only_give_our_own_error(body: bytes, name: str) -> None:
    with pytest.raises(SourceError):
        LOADER.parse(series(), landed(body, name))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_spoilt_workbook_gives_our_own_error_or_rows(data: st.DataObject) -> None:
    body = bytearray(workbook([list(COLUMNS.values()), [9101, 2024, "Kvinnor", 0.5]]))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = LOADER.parse(series(where={}), landed(bytes(body), "tillit.xlsx"))
    except SourceError:
        return
    assert found.num_rows == 1
