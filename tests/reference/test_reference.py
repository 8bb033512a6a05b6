"""Regions, place and boundaries fit each other."""

import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from rus.catalogue.read import read_catalogue
from rus.core import paths

REFERENCE = paths.ROOT / "data" / "reference"


def shapes(name: str) -> list[dict[str, Any]]:
    return json.loads((REFERENCE / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def rings(feature: dict[str, Any]) -> list[tuple[int, list[list[float]]]]:
    return [(n, ring) for polygon in feature["geometry"]["coordinates"] for n, ring in enumerate(polygon)]


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue(paths.ROOT)


def test_all_of_sweden(catalogue) -> None:
    levels = Counter(region.level for region in catalogue.regions.values())
    assert levels == {"kommun": 290, "lan": 21, "riket": 1}
    for region in catalogue.regions.values():
        assert region.parent == {"riket": "", "lan": "00", "kommun": region.code[:2]}[region.level]
        assert region.kolada == (region.code if region.level == "kommun" else f"00{region.code}")


def test_lansdelar_hold_every_kommun_once_and_say_what_is_not_confirmed(catalogue) -> None:
    parts = [code for lansdel in catalogue.here.lansdelar for code in lansdel.regions]
    assert sorted(parts) == sorted(catalogue.kommuner())
    assert [d.id for d in catalogue.here.lansdelar if not d.unconfirmed] == ["vastra"]


def test_one_comparison_set_is_the_default(catalogue) -> None:
    assert sum(s.default for s in catalogue.here.comparison_sets) == 1
    named = {s.id: [catalogue.name(code) for code in s.regions] for s in catalogue.here.comparison_sets}
    assert named["jamforbara-lan"] == ["Västmanlands län", "Kronobergs län", "Värmlands län", "Jönköpings län"]
    assert len(named["liknande-regioner"]) == 7
    assert len(named["alla-lan"]) == 21


def test_the_features_of_a_kommun_say_how_it_is_built_not_what_comes_of_it(catalogue) -> None:
    features = catalogue.here.features
    assert len(features) >= 6
    assert len({f.indicator for f in features}) == len(features)
    for feature in features:
        assert catalogue.indicators[feature.indicator].state == "in_use"
        assert not {c.id for c in catalogue.challenges} & set(catalogue.indicators[feature.indicator].headline)
        assert feature.indicator not in feature.same_as


def test_the_tile_map_holds_every_kommun_in_a_place_of_its_own(catalogue) -> None:
    tiles = catalogue.here.tiles
    assert sorted(t.region for t in tiles) == sorted(catalogue.kommuner())
    assert len({(t.column, t.row) for t in tiles}) == len(tiles)


@pytest.mark.parametrize(("name", "level"), [("kommuner", "kommun"), ("lan", "lan")])
def test_boundaries_are_those_of_the_regions(catalogue, name: str, level: str) -> None:
    found = {f["properties"]["code"]: f["properties"]["name"] for f in shapes(name)}
    assert found == {r.code: r.name for r in catalogue.regions.values() if r.level == level}
    assert all(f["id"] == f["properties"]["code"] for f in shapes(name))


@pytest.mark.parametrize("name", ["kommuner", "lan"])
def test_rings_are_closed_and_run_clockwise_round_land(name: str) -> None:
    for feature in shapes(name):
        for n, ring in rings(feature):
            assert ring[0] == ring[-1]
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert (area < 0) == (n == 0), feature["properties"]


def test_neighbours_share_their_border() -> None:
    by_side: dict[frozenset[tuple[float, ...]], set[str]] = {}
    for feature in shapes("kommuner"):
        for _, ring in rings(feature):
            for a, b in pairwise(ring):
                by_side.setdefault(frozenset((tuple(a), tuple(b))), set()).add(feature["id"])
    borders = {frozenset(codes) for codes in by_side.values() if len(codes) == 2}
    for pair in (("1880", "1881"), ("1880", "1885"), ("1883", "1862"), ("1861", "1882"), ("1863", "1864")):
        assert frozenset(pair) in borders
    islands = {f["properties"]["name"] for f in shapes("kommuner") if not any(f["id"] in pair for pair in borders)}
    assert islands == {"Ekerö", "Gotland", "Lidingö", "Tjörn", "Öckerö"}


def test_boundaries_are_small_enough_to_send() -> None:
    assert (REFERENCE / "kommuner.geojson").stat().st_size < 500_000
    assert (REFERENCE / "lan.geojson").stat().st_size < 200_000
