"""Data & kvalitet: every tab opens, full and empty, and says what to do."""

import pytest

from rus.store.builds import current
from rus.store.store import open_store
from rus.ui.quality_tabs import TABS
from tests.pages.reading import open_all, words
from tests.region.making import everything, open_at


def opened(tab: str, **parameters: str):
    page = open_at("data-och-kvalitet", kv_flik=tab, **parameters)
    assert not page.exception
    assert not page.error, [e.value for e in page.error]
    return page


def test_before_the_first_update_it_says_so_and_how_to_update(shipped):
    said = words(opened("Nytt sedan sist"))
    assert "Ingen uppdatering har gjorts ännu" in said
    assert "rus update" in said


@pytest.mark.parametrize("tab", list(TABS))
def test_every_tab_opens(shipped, tab):
    page = opened(tab)
    assert [t.value for t in page.title] == ["Data & kvalitet"]
    assert "Dataversion" in words(page)


@pytest.mark.parametrize("tab", list(TABS))
def test_every_tab_opens_without_a_single_figure(bare, tab):
    opened(tab)


def test_the_matrix_names_every_indicator_of_an_area_and_says_why_figures_lack(shipped):
    catalogue = open_store(current()).catalogue()
    area = catalogue.challenges[0]
    page = opened("Täckning", kv_tackning=area.name)
    said, sent = words(page), everything(page)
    serving = catalogue.of_challenge(area.id)
    others = [i for i in catalogue.indicators.values() if area.id not in (i.theme, *i.challenges)]
    assert not [i.id for i in others if f"ind={i.id}&" in sent]
    assert f"ind={catalogue.of_challenge(area.id)[0].id}&" in sent
    assert serving
    assert not [i.id for i in serving if i.short.replace("&", "&amp;") not in said]
    wanted = next(i for i in catalogue.indicators.values() if i.state == "wanted" and i.missing)
    assert wanted.missing not in words(opened("Täckning"))
    assert wanted.missing in words(open_all(opened("Täckning")))


def test_every_break_of_the_catalogue_is_told(shipped):
    catalogue = open_store(current()).catalogue()
    said = words(opened("Brott och avrundningar"))
    cuts = [b for i in catalogue.indicators.values() if i.state == "in_use" for b in i.breaks]
    assert cuts
    assert not [b.reason for b in cuts if b.reason not in said]
    assert "Från och med uppgifter om 2025" in said
