"""One file, several addresses: each challenge area opens full and empty."""

import pytest

from rus.catalogue.read import read_catalogue
from rus.store.builds import current
from rus.store.store import open_store
from rus.views.findings import sentences
from tests.pages.reading import words
from tests.region.making import open_at

AREAS = [c.id for c in read_catalogue().challenges]


def test_there_are_areas():
    assert len(AREAS) >= 3


@pytest.mark.parametrize("area", AREAS)
def test_it_opens_with_everything_about_the_area(shipped, area):
    page = open_at(area)
    challenge = read_catalogue().challenge(area)
    assert not page.exception
    assert not page.error
    assert [t.value for t in page.title] == [challenge.name]
    said = words(page)
    for part in [challenge.gap, *(k.text for k in challenge.kraftsamlingar), *(p.name for p in challenge.platforms)]:
        assert part in said
    for head in sentences(open_store(current()), read_catalogue(), area):
        assert head.count in said
        assert head.number in said
    assert "Vad görs?" in said
    assert "Delmål" in said


@pytest.mark.parametrize("area", AREAS)
def test_all_its_measures_are_there_wanted_ones_too(shipped, area):
    said = words(open_at(area))
    serving = read_catalogue().of_challenge(area)
    assert len(serving) >= 15
    assert not [i.id for i in serving if i.short not in said]


def test_another_measure_can_be_shown_in_the_charts(shipped):
    catalogue = read_catalogue()
    headline = [i.id for i in catalogue.of_challenge(AREAS[0]) if AREAS[0] in i.headline]
    assert len(headline) >= 4
    key = f"matt_{AREAS[0]}"
    for indicator in headline:
        page = open_at(AREAS[0]).segmented_control(key=key).set_value(indicator).run()
        assert not page.exception
        assert not page.error
        assert catalogue.indicators[indicator].short in words(page)


@pytest.mark.parametrize("area", AREAS[:1])
def test_without_figures_it_says_so_and_still_shows_what_is_done(bare, area):
    page = open_at(area)
    assert not page.exception
    assert not page.error
    assert "Det finns inga siffror att visa ännu" in words(page)
    assert "Delmål" in words(page)
