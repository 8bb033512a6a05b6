"""Rapport on the screen: full, empty, with a text that is wrong, locked and opened again, compared with before."""

import json
import re
import shutil

import pandas as pd
import pytest

from rus.catalogue.read import read_catalogue
from rus.store.builds import all_builds, current
from tests.pages.reading import words
from tests.region.making import CONTENT, everything, in_use, make_region, open_at


@pytest.fixture(scope="module")
def page(shipped):
    return open_at("rapport")


def test_it_opens_with_every_chapter_and_its_text(page):
    assert not page.exception
    assert not page.error
    said = words(page)
    areas = [c.name for c in read_catalogue().challenges]
    for title in ("Sammanfattning", *areas, "Målstatus", "Jämlikhet", "Kommunerna", "Metod och kvalitet"):
        assert f"{title}" in said
    assert "Kapitlets text visas inte" not in said
    assert "Diagrammet går inte att visa" not in said
    assert "{{" not in said


def test_its_figures_are_those_of_the_first_page(page):
    from rus.store.store import open_store
    from rus.views.start import start_view

    store = open_store(current())
    view = start_view(store, store.catalogue())
    said = words(page)
    for head in view.findings.heads:
        assert head.count in said
        assert head.number in said
    for line in view.changes:
        assert line.name in said


def test_texts_that_ship_are_whole_and_have_nothing_written_by_hand(shipped):
    from rus.store.store import open_store
    from rus.texts.report import read_report
    from rus.views.report import chapter_ids, check_report
    from rus.views.report_text import rendered

    store, files = open_store(current()), read_report()
    catalogue = store.catalogue()
    assert {f.id for f in files} == set(chapter_ids(catalogue))
    assert check_report(store, catalogue, files) == []
    assert [hand for f in files for hand in rendered(store, catalogue, f).by_hand] == []


def test_the_check_list_counts_what_is_left_and_leads_to_it(page):
    (fold,) = [e for e in page.expander if e.label.startswith("Innan ni skickar rapporten")]
    assert "punkter" in fold.label
    said = words(page)
    assert "Analysens slutsats är inte skriven" in said
    assert "Meningar som ingen har granskat" in said


def test_with_one_version_in_hand_it_says_why_nothing_is_compared(page):
    assert "Det finns inget att jämföra med" in words(page)


def test_without_figures_it_says_why_and_what_to_do(bare):
    page = open_at("rapport")
    assert not page.exception
    assert not page.error
    assert "Det finns inga siffror att rapportera ännu" in words(page)


def test_what_an_update_brought_stands_chapter_by_chapter(updated):
    day = updated.first.isoformat()
    page = open_at("rapport", rap_jmf=day)
    assert not page.exception
    assert page.selectbox(key="pick_rap_jmf").value == day
    said = words(page)
    assert "En siffra har ändrats av källan" in said or "en siffra har ändrats av källan" in said
    assert "52,5" in said
    assert "Mål med ny bedömning" in [fold.label for fold in page.expander]


def test_goals_that_got_another_status_since_an_earlier_build_stand_there_at_once(updated):
    page = open_at("rapport", rap_jmf=all_builds()[-1].id)
    assert not page.exception
    said = words(page)
    assert "Mål med ny bedömning" in said
    assert re.search(r"Inget mål har fått en ny bedömning\.|\d+ av \d+ mål har fått en ny bedömning\.", said)


def test_another_version_can_be_chosen_and_stands_in_the_address(updated):
    page = open_at("rapport")
    picker = page.selectbox(key="pick_rap_jmf")
    assert picker.value == "ingen"
    assert "Välj själv vad som ska jämföras" in words(page)
    chosen = picker.options.index(next(o for o in picker.options if o.startswith("Det som var känt")))
    app = picker.select_index(chosen).run()
    assert not app.exception
    assert app.query_params["rap_jmf"]


def test_another_countys_report_has_its_own_words(own):
    page = open_at("rapport")
    assert not page.exception
    said = words(page)
    assert "I korthet" in said
    assert "har andelen i arbete ökat med" in said
    assert (CONTENT / "data" / "report").is_dir()


def test_a_figure_that_is_suppressed_is_not_said_and_the_year_before_is(tmp_path):
    root = make_region(tmp_path / "content")
    seed = root / "data" / "seed" / "observations.parquet"
    rows = pd.read_parquet(seed)
    hidden = (rows["region"] == "91") & (rows["period"] == "2022") & (rows["series"] == "file:PROV_ARBETE")
    rows = rows.assign(status="varde").assign(value=rows["value"].mask(hidden))
    rows.loc[hidden, "status"] = "skyddad"
    rows.to_parquet(seed, index=False)
    told = 'Nu {{ year("andel-i-arbete") }}.\n\nOch {{ v("andel-i-arbete", year=2022) }}.\n'
    (root / "data" / "report" / "metod.md").write_text(told, encoding="utf-8")
    with in_use(root, root / "data"):
        page = open_at("rapport")
        assert not page.exception
        assert not page.error
        said = words(page)
    assert "metod.md rad 3: andel-i-arbete har inget värde 2022" in said
    assert "År 2021 var andelen i arbete" in said


def test_a_text_that_is_wrong_is_told_in_words_and_the_rest_stands(own):
    (own / "data" / "report" / "sammanfattning.md").write_text('Vi har {{ v("finns-inte") }}.\n', encoding="utf-8")
    page = open_at("rapport")
    assert not page.exception
    assert not page.error
    said = words(page)
    assert "Kapitlets text visas inte" in said
    assert "sammanfattning.md rad 1: måttet finns-inte finns inte" in said
    assert "var andelen i arbete" in said


def test_a_head_that_is_wrong_is_told_and_the_figures_stand(own):
    (own / "data" / "report" / "metod.md").write_text("+++\ntitle = Metod\n+++\n", encoding="utf-8")
    page = open_at("rapport")
    assert not page.exception
    assert any("metod.md: huvudet är inte giltig TOML" in w.value for w in page.warning)
    assert "Metod och kvalitet" in words(page)


def test_without_a_report_folder_the_figures_are_reported(own):
    shutil.rmtree(own / "data" / "report")
    page = open_at("rapport")
    assert not page.exception
    assert "Sammanfattning" in words(page)
    assert "Kapitlet har ingen egen text" in words(page)


def test_the_check_list_leads_to_where_sentences_are_approved(own):
    page = open_at("rapport")
    assert "godkann_" not in everything(page)
    listed = next(str(e.proto.body) for e in page.get("html") if "Meningar som ingen har granskat" in str(e.proto.body))
    assert 'href="rapport?rap_granska=sammanfattning#kapitel-sammanfattning"' in listed
    page = open_at("rapport", rap_granska="sammanfattning")
    assert not page.exception
    assert "godkann_" in everything(page)
    assert "rap_granska" not in page.query_params


def test_charts_come_after_the_text_in_places_as_high_as_they_are(shipped):
    from rus.ui.report_later import WHOLE

    first = open_at("rapport")
    assert first.session_state[WHOLE]
    assert len(first.get("plotly_chart")) == 0
    places = [html.body for html in first.get("html") if 'class="later"' in html.body]
    assert len(places) >= 5
    then = first.run()
    charts = then.get("plotly_chart")
    assert len(charts) == len(places)
    assert not [html for html in then.get("html") if 'class="later"' in html.body]
    heights = [json.loads(chart.proto.spec)["layout"].get("height", 360) for chart in charts]
    assert places == [
        f'<div class="rus"><div class="later" style="height:{height:.0f}px"></div></div>' for height in heights
    ]
