"""The tile map: every kommun against the county, in steps with words."""

import pytest

from rus.charts.tiles import tile_map
from rus.views.tiles import legend, step, thresholds, tile_choices, tile_view


def test_each_kommun_is_compared_with_the_county(county):
    view = tile_view(county, county.catalogue(), "stiger")
    assert [(t.name, t.value, t.difference) for t in view.tiles] == [("Örby", "56,0", "+2,0"), ("Åby", "57,0", "+3,0")]
    assert view.title == "Ekeby och Åby avviker mest uppåt"
    assert view.source.startswith("Länet 54,0\u00a0%, riket 53,0\u00a0%.")


def test_only_measures_with_kommuner_can_be_chosen(county):
    assert [name for _, name in tile_choices(county, county.catalogue())] == ["Faller", "Kort", "Stiger", "Andel"]


@pytest.mark.parametrize(("away", "expected"), [(0.4, 0), (-0.6, -1), (1.0, 1), (2.0, 2), (-9.0, -2)])
def test_steps(away, expected):
    assert step(away, 0.5, 2.0) == expected


def test_the_far_limit_is_beyond_the_near_one():
    near, far = thresholds([1.0, 1.0, 1.0])
    assert near < far


def test_every_step_has_words():
    assert dict(legend(1.5, 5.0)) == {
        2: "minst 5 över",
        1: "1,5–5 över",
        0: "nära länet",
        -1: "1,5–5 under",
        -2: "minst 5 under",
    }


def test_the_map_is_a_list_with_links(county):
    markup = tile_map(tile_view(county, county.catalogue(), "stiger"), lambda code: f"utforska?geo={code}")
    assert markup.count('role="listitem"') == 2
    assert 'href="utforska?geo=9101"' in markup
    assert "Örby" in markup
