"""PX files: read with their signs and notes or refused with a reason, and nothing else ever happens."""

import json
import math
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.catalogue.series import PxMapping
from rus.core.errors import SourceError
from rus.sources.px import read_px
from rus.sources.rows import rows_of
from tests.sources.asking import plain, write_regions

FILE = """CHARSET="ANSI";
LANGUAGE="en";
LANGUAGES="en","sv";
TITLE="A; title = of two lin"
"es";
CONTENTS="People";
UNITS="number";
STUB="region","sex";
STUB[sv]="region","kön";
HEADING="year";
HEADING[sv]="år";
VALUES("region")="91 Provlän","9101 Storköping";
VALUES("sex")="men","women";
VALUES[sv]("kön")="män","kvinnor";
VALUES("year")="2023","2024";
CODES("region")="91","9101";
CODES("sex")="1","2";
TIMEVAL("year")=TLIST(A1),"2023","2024";
NOTE="Only for trying.";
DATASYMBOL2="secret";
DATA=
1 2.5
".." -
-3 "..." 4E1 .
;
"""


def test_figures_signs_languages_and_long_texts() -> None:
    cube = read_px(FILE.encode("windows-1252"), "prov.px")
    assert cube.label == "A; title = of two lines"
    assert [(d.code, d.label, d.labels) for d in cube.dimensions] == [
        ("region", "region", ("91 Provlän", "9101 Storköping")),
        ("sex", "kön", ("män", "kvinnor")),
        ("year", "år", ("2023", "2024")),
    ]
    assert cube.time == "year"
    assert cube.symbols == {2: "..", 3: "-", 5: "...", 7: "."}
    np.testing.assert_array_equal(cube.values, [1, 2.5, math.nan, math.nan, -3, math.nan, 40, math.nan])
    assert "'..' = secret" in cube.notes


def test_a_file_becomes_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUS_CONTENT", str(write_regions(tmp_path)))
    cube = read_px(FILE.encode("windows-1252"), "prov.px")
    rows = plain(rows_of([cube], PxMapping(), ["women", "men"], "prov.px"))
    assert ("91", "2024", "men", 2.5, None, None) in rows
    assert ("91", "2024", "women", 0.0, "noll", "-") in rows
    assert len(rows) == 8


NOTED = FILE.replace(
    "DATA=",
    """DATANOTECELL("91","2","2024")="p";
DATANOTECELL("91","1","*")="r";
DATANOTECELL("91","men","2024")="p";
DATANOTECELL("91","2","2023")="x";
CELLNOTEX("*","men","*")="The men were asked in May.";
CELLNOTE[sv]("91 Provlän","*","*")="Gränsen flyttades.";
VALUENOTE[sv]("kön","kvinnor")="Även flickor.";
DATA=""",
)


def test_a_sign_beside_a_figure_stays_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUS_CONTENT", str(write_regions(tmp_path)))
    cube = read_px(NOTED.encode("windows-1252"), "prov.px")
    table = rows_of([cube], PxMapping(), ["women", "men"], "prov.px")
    rows = {row[:3]: row[3:] for row in plain(table)}
    assert rows["91", "2023", "men"] == (1.0, None, "r")
    assert rows["91", "2024", "men"] == (2.5, None, "r p")
    assert rows["9101", "2023", "men"] == (-3.0, None, None)
    # A sign in the place of the figure is what the cell says; the one beside it is told among the notes.
    assert rows["91", "2023", "women"] == (None, "saknas", "..")
    assert "91 Provlän, kvinnor, 2023: x" in cube.cell_notes
    assert "kvinnor: Även flickor." in cube.cell_notes
    assert "91 Provlän: Gränsen flyttades." in json.loads(table.schema.metadata[b"notes"])


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ('"91","3","2024"', "gäller ingen cell: sex har inget värde 3"),
        ('"91","1"', "nämner 2 värden men tabellen har 3"),
    ],
)
def test_a_sign_for_a_cell_that_is_not_there_is_refused(keys: str, words: str) -> None:
    text = FILE.replace("DATA=", f'DATANOTECELL({keys})="p";\nDATA=')
    with pytest.raises(SourceError, match=r"^prov\.px: DATANOTECELL") as caught:
        read_px(text.encode("windows-1252"), "prov.px")
    assert words in str(caught.value)


@pytest.mark.parametrize(("name", "line"), [("utf-8", ""), ("utf-8", 'CODEPAGE="utf-8";\n'), ("cp850", "")])
def test_the_text_is_read_by_the_codepage_the_file_has(name: str, line: str) -> None:
    text = line + FILE.replace('CHARSET="ANSI";\n', "")
    assert read_px(text.encode(name), "prov.px").dimensions[0].labels[0] == "91 Provlän"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("1 2.5", "1", "DATA har 7 uppgifter men tabellen 8 celler"),
        ("1 2.5", "1 x", "varken är ett tal eller ett tecken"),
        ("1 2.5", "1 nan", "en uppgift som inte är ett tal"),
        ('"9101 Storköping"', '"9101 "Stor"', "något står efter en text som är slut på rad 12"),
        ('VALUES("sex")', 'VALUES("kön")', "VALUES saknas för variabeln sex"),
        ('CODES("sex")="1","2"', 'CODES("sex")="1","1"', "samma kod flera gånger"),
        ("DATA=", "DATA", "= saknas"),
        ('STUB="region","sex";', 'STUB="region","region";', "samma variabel står två gånger"),
        ('CHARSET="ANSI"', 'CODEPAGE="klingon"', "går inte att läsa som klingon"),
        ("1 2.5", '1 "2.5', "en text utan slut"),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, words: str) -> None:
    with pytest.raises(SourceError, match=r"^prov\.px: ") as caught:
        read_px(FILE.replace(old, new, 1).encode("windows-1252"), "prov.px")
    assert words in str(caught.value)


def test_rows_by_keys() -> None:
    header, _, _ = FILE.partition("DATA=")
    text = (
        header
        + 'KEYS("region")=VALUES;\nKEYS("sex")=CODES;\nDATA=\n"91 Provlän","2",1 ".."\n"9101 Storköping","1",3 4;'
    )
    cube = read_px(text.encode("windows-1252"), "prov.px")
    np.testing.assert_array_equal(cube.values, [0, 0, 1, math.nan, 3, 4, 0, 0])
    assert cube.symbols == {3: ".."}
    with pytest.raises(SourceError, match="nyckeln 3 finns inte bland värdena för sex"):
        read_px(text.replace('"2",1', '"3",1').encode("windows-1252"), "prov.px")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_only_give_our_own_error(body: bytes) -> None:
    with pytest.raises(SourceError):
        read_px(body, "prov.px")


@settings(deadline=None)
@given(st.data())
def test_a_spoilt_file_is_refused_or_still_a_table(data: st.DataObject) -> None:
    body = bytearray(FILE.encode("windows-1252"))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        cube = read_px(bytes(body), "prov.px")
    except SourceError:
        return
    assert cube.values.size == math.prod(cube.size)


NOTED_CELLS = 6760
"""Cells of Transmengde.px that have a star beside their figure."""


def test_rows_by_keys_and_stars_beside_figures_in_the_example_database() -> None:
    folder = os.environ.get("RUS_FIXTURES")
    if not folder:
        pytest.skip("RUS_FIXTURES är inte satt")
    names = ("BE101ACE.px", "BE101ACEkeys.px", "Transmengde.px")
    found = {p.name: p for p in (Path(folder) / "px").rglob("*.px") if p.name in names}
    whole, keyed, noted = (read_px(found[name].read_bytes(), name) for name in names)
    np.testing.assert_array_equal(whole.values, keyed.values)
    assert noted.values.size == math.prod(noted.size)
    assert sum(symbol == "*" for symbol in noted.symbols.values()) == NOTED_CELLS
