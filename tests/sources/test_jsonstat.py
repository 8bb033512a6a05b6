"""JSON-stat2: a round trip keeps everything, and whatever else comes is refused in words."""

import json
import math
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.core.errors import SourceError
from rus.sources.cube import Cube, Dimension, columns
from rus.sources.jsonstat import dimensions_of, read_cube, write_cube

SIGNS = ["-", ".", "..", "...", "....", ".....", "......", "p", "c"]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=6)


@st.composite
def cubes(draw: st.DrawFn) -> Cube:
    names = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    dimensions = []
    for name in names:
        codes = tuple(draw(st.lists(WORDS, min_size=1, max_size=4, unique=True)))
        dimensions.append(Dimension(name, draw(WORDS), codes, tuple(draw(WORDS) for _ in codes)))
    total = math.prod(len(d.codes) for d in dimensions)
    number = st.one_of(st.just(math.nan), st.floats(allow_nan=False, allow_infinity=False))
    values = np.array(draw(st.lists(number, min_size=total, max_size=total)))
    symbols = draw(st.dictionaries(st.integers(0, total - 1), st.sampled_from(SIGNS)))
    return Cube("tabell", "källa", "2026-01-01", (), tuple(dimensions), names[0], None, values, symbols)


@settings(deadline=None)
@given(cubes())
def test_a_round_trip_keeps_values_and_symbols(cube: Cube) -> None:
    back = read_cube(write_cube(cube), "prov")
    assert back.dimensions == cube.dimensions
    assert back.symbols == cube.symbols
    np.testing.assert_array_equal(back.values, cube.values)


@settings(deadline=None)
@given(cubes())
def test_the_long_form_is_in_the_order_of_the_answer(cube: Cube) -> None:
    table = columns(cube)
    cells = list(np.ndindex(*cube.size))
    for number, row in enumerate(table.to_pylist()):
        for place, dimension in zip(cells[number], cube.dimensions, strict=True):
            if dimension.code not in {"value", "status"}:
                assert row[dimension.code] == dimension.codes[place]
    assert [None if math.isnan(v) else v for v in cube.values.tolist()] == table.column(-2).to_pylist()
    assert [cube.symbols.get(n) for n in range(len(cells))] == table.column(-1).to_pylist()


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_only_give_our_own_error(body: bytes) -> None:
    with pytest.raises(SourceError):
        read_cube(body, "prov")


@settings(deadline=None)
@given(cubes(), st.data())
def test_a_spoilt_answer_is_refused_or_still_a_table(cube: Cube, data: st.DataObject) -> None:
    body = bytearray(write_cube(cube))
    for _ in range(data.draw(st.integers(1, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_cube(bytes(body), "prov")
    except SourceError:
        return
    assert found.values.size == math.prod(found.size)


def small(**changes: object) -> bytes:
    answer = {
        "version": "2.0",
        "class": "dataset",
        "id": ["A", "Tid"],
        "size": [2, 2],
        "role": {"time": ["Tid"]},
        "dimension": {
            "A": {"label": "a", "category": {"index": {"x": 1, "y": 0}, "label": {"x": "X", "y": "Y"}}},
            "Tid": {"label": "år", "category": {"index": ["2023", "2024"]}},
        },
        "value": [1, 2, 3, 4],
    }
    return json.dumps({**answer, **changes}).encode()


def test_codes_are_in_the_order_of_their_places_and_bom_is_allowed() -> None:
    cube = read_cube(b"\xef\xbb\xbf" + small(), "prov")
    assert [d.codes for d in cube.dimensions] == [("y", "x"), ("2023", "2024")]
    assert cube.dimensions[0].labels == ("Y", "X")


def test_notes_of_single_values_are_kept_with_their_labels() -> None:
    kept = {"index": {"x": 0, "y": 1}, "label": {"x": "X"}, "note": {"x": ["Ny gräns."]}}
    part = {"label": "a", "category": kept}
    answer = json.loads(small())
    cube = read_cube(small(dimension={**answer["dimension"], "A": part}), "prov")
    assert cube.cell_notes == ("X: Ny gräns.",)
    wrong = {**part, "category": {**kept, "note": {"x": "Ny gräns."}}}
    with pytest.raises(SourceError, match="note har inte den form"):
        read_cube(small(dimension={**answer["dimension"], "A": wrong}), "prov")


def test_sparse_values_and_every_form_of_status() -> None:
    cube = read_cube(small(value={"3": 9.5}, status={"0": ".."}), "prov")
    assert np.isnan(cube.values[:3]).all()
    assert cube.values[3] == 9.5
    assert cube.symbols == {0: ".."}
    assert read_cube(small(status="p"), "prov").symbols == dict.fromkeys(range(4), "p")
    assert read_cube(small(status=[None, "-", None, None]), "prov").symbols == {1: "-"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": [1, 2, 3]}, "svaret har 3 värden men ska ha 4"),
        ({"value": [1, 2, 3, "4"]}, "ett värde är inte ett tal"),
        ({"value": [1, 2, 3, True]}, "ett värde är inte ett tal"),
        ({"size": [2, 3]}, "antalet koder stämmer inte med size"),
        ({"id": ["A", "A"]}, "id och size"),
        ({"id": ["A", "B"]}, "variabeln B saknar beskrivning"),
        ({"status": {"4": ".."}}, "en cells plats ligger utanför tabellen"),
        ({"status": {"0": 1}}, "en statussymbol är inte text"),
        ({"class": "collection"}, "svaret är ingen JSON-stat2-tabell"),
    ],
)
def test_what_is_wrong_is_said(changes: dict[str, object], words: str) -> None:
    with pytest.raises(SourceError, match=r"^prov: .*Inget är sparat") as caught:
        read_cube(small(**changes), "prov")
    assert words in str(caught.value)


@pytest.mark.parametrize("body", [b"<html>", b"", small()[:-20], b"[" * 100_000, b'{"a": NaN}', small(value=[10**400])])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError):
        read_cube(body, "prov")


def test_recorded_answers() -> None:
    folder = os.environ.get("RUS_FIXTURES")
    if not folder:
        pytest.skip("RUS_FIXTURES är inte satt")
    recorded = Path(folder) / "pxwebapi2" / "scb_recorded_pxwebpy_2026-06"
    cube = read_cube((recorded / "TAB6471_data.json").read_bytes(), "TAB6471")
    assert cube.size == (21, 11, 3, 1, 4)
    assert (cube.time, cube.metric, cube.updated) == ("Tid", "ContentsCode", "2026-06-08T06:00:00Z")
    assert cube.dimensions[2].total == "TotSa"
    assert not np.isnan(cube.values).any()
    _, extensions = dimensions_of((recorded / "TAB6471_metadata.json").read_bytes(), "TAB6471")
    assert extensions["Kon"]["elimination"] is True
