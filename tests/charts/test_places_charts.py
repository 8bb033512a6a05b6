"""Rankings and maps: whole sets or nothing, geometry by address."""

import json
from dataclasses import replace

import pandas as pd

from rus.charts.map import choropleth
from rus.charts.ranking import ranking
from rus.charts.table import html_table
from rus.views.place import Place
from rus.views.places import Places
from rus.views.table import Cell, Row, Table


def some_places(ours: int = 3, everyone: int = 290) -> Places:
    every = tuple(Place(str(1000 + n), f"Kommun {n}", 50 + n / 10, n + 1, n == 0) for n in range(everyone))
    shown = every[:ours]
    return Places(
        "lanet", "2022", "total", shown, shown, frozenset(p.code for p in shown), every,
        (("Länet", 61.0), ("Riket", 62.0)), everyone, (), pd.DataFrame(),
    )  # fmt: skip


def test_a_place_has_its_value_and_rank_beside_its_name():
    fig = ranking(some_places(), decimals=1, unit="procent")
    assert list(fig.layout.yaxis.ticktext) == ["<b>Kommun 0</b>", "Kommun 1", "Kommun 2"]
    texts = [note.text for note in fig.layout.annotations]
    assert "<b>50,1</b>" in texts
    assert "2" in texts
    assert any("Alla 290 kommuner" in text for text in texts)


def test_all_places_of_the_kind_are_marks_on_the_same_axis_with_ours_in_colour():
    strip = [trace for trace in ranking(some_places(), decimals=1, unit="procent").data if trace.yaxis == "y2"]
    assert [len(trace.x) for trace in strip] == [287, 3]


def test_without_all_places_there_is_no_strip():
    fig = ranking(replace(some_places(), everyone=()), decimals=1, unit="procent")
    assert [trace for trace in fig.data if trace.yaxis == "y2"] == []


def test_a_map_takes_its_geometry_by_address_and_stays_small():
    every = replace(some_places(), shown=some_places().everyone)
    fig = choropleth(every, decimals=1, geometry="/app/geo/kommuner.abc.geojson", outlines={}, unit="procent")
    assert {trace.geojson for trace in fig.data} == {"/app/geo/kommuner.abc.geojson"}
    assert len(json.dumps(fig.to_plotly_json(), default=str)) < 30_000


def test_a_table_has_headers_for_rows_and_columns_and_nothing_runs_in_it():
    table = Table("A & B", "År", ("<b>x</b>",), (Row("2022", (Cell("..", "uppgift saknas"),)),))
    markup = html_table(table)
    assert '<th scope="col" class="n">&lt;b&gt;x&lt;/b&gt;</th>' in markup
    assert '<th scope="row">2022</th>' in markup
    assert '<span aria-hidden="true">..</span><span class="vh">uppgift saknas</span>' in markup
    assert "A &amp; B" in markup
