"""Slides of the charts that single pages have: the same figures as their page, or a friendly word about why not."""

import pytest

from rus.core.errors import UsageError
from rus.views.equality import equality_view
from rus.views.equality_words import split_measures
from rus.views.gaps import sex_gaps
from rus.views.slide import slide_view, tidied
from rus.views.slide_project import project_slide
from rus.views.tiles import tile_choices, tile_view


def made(county, address):
    return slide_view(county, county.catalogue(), address)


def test_the_first_pages_gaps_are_those_of_the_page(county):
    slide = made(county, "/?visa=kon")
    assert slide.content == sex_gaps(county, county.catalogue(), 5)
    assert all(gap.name in slide.alt for gap in slide.content)


def test_the_map_is_that_of_the_page(county):
    chosen = tile_choices(county, county.catalogue())[0][0]
    slide = made(county, f"/?visa=karta&start_karta={chosen}")
    assert slide.content == tile_view(county, county.catalogue(), chosen)
    assert "Osäkerhet" in slide.source
    with pytest.raises(UsageError):
        made(county, "/?visa=karta&start_karta=finns-ej")


def test_a_profile_shows_certain_differences_first(county):
    place = county.catalogue().kommuner()[0]
    slide = made(county, f"/kommuner?geo={place}")
    assert 0 < len(slide.content.rows) <= 5
    sure = [row.first.sure for row in slide.content.rows]
    assert sure == sorted(sure, reverse=True)
    assert slide.source.startswith("Källa: ")


@pytest.mark.parametrize("part", ["", "nu", "grupper"])
def test_jamlikhet_has_its_charts(county, part):
    catalogue = county.catalogue()
    chosen = split_measures(county, catalogue)[0].id
    slide = made(county, f"/jamlikhet?ind={chosen}&visa={part}" if part else f"/jamlikhet?ind={chosen}")
    view = equality_view(county, catalogue, chosen, catalogue.here.region)
    assert slide.source == view.source
    assert slide.equality or slide.empty
    assert slide.part == part


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("/kommuner?geo=finns-ej", "val som inte finns"),
        ("/kommuner?geo=91&kom_jmf=99", "val som inte finns"),
        ("/malstatus?visa=mal&mal_rad=finns-ej", "finns inte här"),
        ("/", "kan inte visas"),
    ],
)
def test_what_is_not_there_is_said(county, address, word):
    with pytest.raises(UsageError, match=word):
        made(county, address)


def test_a_project_that_is_gone_is_said():
    with pytest.raises(UsageError, match="finns inte här"):
        project_slide([], {"visa": "kostnader"})
    with pytest.raises(UsageError, match="kan inte visas"):
        project_slide([], {})


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("http://host/rus/?visa=kon&dv=x", "/?visa=kon"),
        ("https://host/kommuner?geo=91&kom_jmf=92&dv=x", "/kommuner?geo=91&kom_jmf=92"),
        ("http://host/projekt?projekt_id=a&visa=kostnader&utm=x", "/projekt?projekt_id=a&visa=kostnader"),
    ],
)
def test_the_address_of_a_chart_is_kept_whole(pasted, kept):
    assert tidied(pasted) == kept
