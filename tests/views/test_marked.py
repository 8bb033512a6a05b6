"""The places of a chosen comparison set among all, in the figures that ship."""

from statistics import median

import pytest

from rus.catalogue.read import read_catalogue
from rus.store.build import build
from rus.store.store import open_store
from rus.views.choice import default_choice
from rus.views.indicator import Cut, indicator_view

SHARE = "sysselsattningsgrad"
VASTMANLAND, KRONOBERG, VARMLAND, JONKOPING = "19", "07", "17", "06"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_HOME", str(tmp_path_factory.mktemp("home")))
        yield open_store(build(read_catalogue()))


def seen(store, comparison, scope, chart="spridning"):
    choice = default_choice(store.catalogue()).with_(indicator=SHARE, chart=chart, comparison=comparison)
    return indicator_view(store, store.catalogue(), choice, Cut(scope=scope))


def test_among_kommuner_they_are_those_of_the_sets_counties(store):
    view = seen(store, "jamforbara-lan", "kommuner")
    found = view.places.marked
    assert {code[:2] for code in found.codes} == {VASTMANLAND, KRONOBERG, VARMLAND, JONKOPING}
    assert len(found.codes) == 10 + 8 + 16 + 13  # kommuner of each county, SCB
    rows = view.rows[view.rows["region"].str[:2].isin([VASTMANLAND, KRONOBERG, VARMLAND, JONKOPING])]
    assert found.middle == median(rows["value"])
    assert any("47 kommuner i Västmanlands län, Kronobergs län" in note for note in view.notes)
    assert "47 kommuner" in view.alt
    assert view.subtitle.endswith("Romb: Jämförbara län.")


def test_among_counties_they_are_the_sets_own(store):
    view = seen(store, "jamforbara-lan", "lan")
    assert view.places.marked.codes == {VASTMANLAND, KRONOBERG, VARMLAND, JONKOPING}
    assert any(note.startswith("Romberna är Västmanlands län, ") for note in view.notes)


@pytest.mark.parametrize("comparison", ["riket", "ingen", "alla-lan"])
def test_without_a_set_or_with_one_that_holds_all_others_none_are_marked(store, comparison):
    view = seen(store, comparison, "lan")
    assert view.places.marked is None
    assert not any("Romb" in words for words in (*view.notes, view.subtitle, view.alt))


def test_a_map_of_all_kommuner_says_which_are_ours(store):
    assert "Länets kommuner är inramade." in seen(store, "riket", "kommuner", "karta").subtitle
    assert "inramade" not in seen(store, "riket", "lanet", "karta").subtitle
