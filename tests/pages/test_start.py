"""Läget i länet opens full and empty, and trouble is told in words."""

import pytest

from rus.store.builds import current
from rus.store.store import open_store
from rus.views.start import start_view
from tests.pages.reading import words
from tests.region.making import open_at


@pytest.fixture(scope="module")
def page(shipped):
    return open_at("")


def test_it_opens_without_trouble(page):
    assert not page.exception
    assert not page.error
    assert [t.value for t in page.title] == ["Läget i länet"]


def test_every_sentence_and_card_of_the_view_is_on_the_page(page, shipped):
    store = open_store(current())
    view = start_view(store, store.catalogue())
    said = words(page)
    assert len(view.areas) >= 3
    assert all(len(area.rows) == 4 for area in view.areas)
    for part in [view.method, *(a.tally for a in view.areas), *(r.name for a in view.areas for r in a.rows)]:
        assert part in said
    assert {c.name for c in store.catalogue().challenges} <= {h.value for h in page.header}


def test_what_deserves_attention_is_on_the_page(page):
    store = open_store(current())
    view = start_view(store, store.catalogue())
    said = words(page)
    assert 1 <= len(view.changes) <= 6
    for line in view.changes:
        assert line.name in said
    for head in view.findings.heads:
        assert head.count in said
        assert head.number in said
    for line in (*view.findings.sex_gaps[:3], *view.findings.deviations):
        assert (line.title or line.region_name) in said
    assert f"Alla säkra förändringar ({len(view.findings.changes)})" in {e.label for e in page.expander}
    assert "Nästa i årshjulet" in said


def test_the_foot_says_how_old_the_figures_are(page):
    said = words(page)
    assert "Dataversion" in said
    assert "till och med" in said
    assert "Senast hämtat" in said


def test_another_measure_can_be_put_on_the_tile_map(page):
    picker = page.selectbox(key="start_karta")
    other = picker.options[3]
    app = picker.select_index(3).run()
    assert not app.exception
    assert app.selectbox(key="start_karta").options[3] == other


def test_without_figures_it_says_why_and_what_to_do(bare):
    page = open_at("")
    assert not page.exception
    assert not page.error
    assert "Det finns inga siffror att visa ännu" in words(page)
    assert "rus build" in words(page)


def test_a_broken_catalogue_without_a_build_is_told_in_words(spoilt):
    page = open_at("")
    assert not page.exception
    assert len(page.error) == 1
    assert "Filerna nedan har fel" in page.error[0].value
    assert "_challenges.toml" in words(page)


def test_a_broken_catalogue_with_a_build_runs_on_that_build_and_says_so(bare):
    open_at("")
    (bare / "indicators" / "_challenges.toml").write_text("set = 3\n", encoding="utf-8")
    import streamlit as st

    st.cache_resource.clear()
    page = open_at("")
    assert not page.error
    assert len(page.warning) == 1
    assert "Katalogen har fel" in page.warning[0].value


def test_an_unknown_data_version_shows_the_newest_and_says_so(shipped):
    page = open_at("", dv="2001-01-01T000000Z")
    assert not page.error
    assert "finns inte kvar" in page.warning[0].value
