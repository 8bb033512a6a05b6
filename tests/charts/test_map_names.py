"""Names on maps: where each has room, none on another, and the chosen, the highest and the lowest always."""

import json
from itertools import combinations

import pytest

from rus.catalogue.read import read_catalogue
from rus.charts.letters import width_of
from rus.charts.map import choropleth
from rus.charts.map_names import Named, named
from rus.charts.outline import Outline, height_of, outlines
from rus.charts.theme import TEXT_SIZE
from rus.core import paths
from rus.views.place import Place
from tests.charts.examples import GEOMETRY, all_places

HIGH = 470


def square(west: float, south: float, side: float) -> Outline:
    middle = south + side / 2
    return Outline(west + side / 2, middle, side, (west, west + side, south, south + side))


def grid(many: int, side: float = 1.0) -> tuple[list[Place], dict[str, Outline]]:
    """Squares in rows of five."""
    found = [Place(str(n), f"Kommun {n}", float(n), n + 1, chosen=n == many // 2) for n in range(many)]
    return found, {str(n): square(14 + n % 5 * side, 56 + n // 5 * side / 2, side) for n in range(many)}


def test_a_name_stands_in_the_widest_part_of_the_largest_piece():
    ell = [[0, 0], [1, 0], [1, 6], [9, 6], [9, 9], [0, 9], [0, 0]]
    island = [[20, 0], [21, 0], [21, 1], [20, 0]]
    shape = {"type": "MultiPolygon", "coordinates": [[island], [ell]]}
    [found] = outlines({"features": [{"properties": {"code": "a"}, "geometry": shape}]}).values()
    assert 6 < found.lat < 9
    assert (found.lon, found.wide) == pytest.approx((4.5, 9))
    assert found.bounds == pytest.approx((0, 21, 0, 9))


def test_the_map_is_drawn_around_its_places_and_its_middle_is_theirs():
    every = all_places()
    at = {place.code: square(14 + n, 59, 1) for n, place in enumerate(every.shown)}
    geo = choropleth(every, decimals=1, geometry=GEOMETRY, outlines=at, unit="procent").layout.geo
    assert geo.lonaxis.range[0] <= 14 < 14 + len(every.shown) <= geo.lonaxis.range[1]
    assert geo.lataxis.range[0] < 59 < 60 < geo.lataxis.range[1]
    assert (height_of(59) + height_of(60)) / 2 == pytest.approx(height_of(geo.center.lat))


def test_places_with_room_are_named_inside_themselves():
    places, at = grid(2)
    assert {(n.place.name, n.side) for n in named(places, at, HIGH)} == {(p.name, "middle center") for p in places}


def test_of_very_many_places_the_chosen_the_highest_and_the_lowest_are_named():
    places, at = grid(290)
    said = {n.place.name for n in named(places, at, HIGH)}
    assert {"Kommun 0", "Kommun 145", "Kommun 289"} <= said
    assert len(said) < 20


def test_no_name_lies_on_another_in_the_county_that_ships():
    catalogue = read_catalogue()
    file = paths.ROOT / "data" / "reference" / "kommuner.geojson"
    at = outlines(json.loads(file.read_text(encoding="utf-8")))
    places = [
        Place(code, catalogue.name(code), float(n), n, chosen=False) for n, code in enumerate(catalogue.kommuner())
    ]
    found = named(places, at, HIGH)
    assert len(found) >= len(places) - 1
    scale = HIGH / _tall([at[place.code] for place in places])
    boxes = [_box(n, scale) for n in found if not n.dotted]
    assert len(boxes) > 5
    for one, other in combinations(boxes, 2):
        assert one[0] >= other[1] or other[0] >= one[1] or one[2] >= other[3] or other[2] >= one[3]


def _tall(every: list[Outline]) -> float:
    return height_of(max(o.bounds[3] for o in every)) - height_of(min(o.bounds[2] for o in every))


def _box(name: Named, scale: float) -> tuple[float, float, float, float]:
    half = width_of(name.words, TEXT_SIZE, bold=True) / 2
    across, up = name.outline.lon * scale, height_of(name.outline.lat) * scale
    return across - half, across + half, up - TEXT_SIZE / 2, up + TEXT_SIZE / 2


def test_a_place_without_an_outline_has_no_name():
    places, at = grid(3)
    assert [n.place.name for n in named(places, {"1": at["1"]}, HIGH)] == ["Kommun 1"]
    assert named(places, {}, HIGH) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_are_of_the_page_on_strong_grounds_and_of_the_text_on_weak_ones(theme):
    every = all_places()
    at = {place.code: square(14 + n * 2, 59, 2) for n, place in enumerate(every.shown)}
    fig = choropleth(every, decimals=1, geometry=GEOMETRY, outlines=at, unit="procent", theme=theme)
    names = [trace for trace in fig.data if trace.type == "scattergeo"]
    said = {text: trace.textfont.color for trace in names for text in trace.text}
    ordered = sorted(every.shown, key=lambda place: place.value)
    assert said[ordered[0].name] != said[ordered[-1].name]
    assert all(trace.hoverinfo == "skip" for trace in names)
