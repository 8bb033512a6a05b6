"""A locked report: opened unchanged, taken away and brought back, refused where its figures are gone."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from rus.catalogue.read import read_catalogue
from rus.store.build import build
from rus.texts.kinds import Conclusion
from rus.texts.reports import locks
from rus.texts.texts import texts
from tests.pages.opening import opened
from tests.pages.reading import words
from tests.pages.taking import taking
from tests.region.making import everything, open_at


def form() -> AppTest:
    """The report with the form that locks it open."""
    page = open_at("rapport")
    page.session_state["rap_las_form"] = True
    return page.run()


def test_a_locked_report_opens_unchanged_whatever_is_written_afterwards(own):
    texts().save(Conclusion(now="Så var det."), "arbete-at-alla", author="Anna")
    page = form()
    page.text_input(key="rap_las_titel").set_value("Läget i våras")
    page = page.button(key="rap_las_knapp").click().run()
    assert not page.exception
    (kept,) = locks(texts())
    assert page.query_params["rap_las"] in (kept.key, [kept.key])
    assert [t.value for t in page.title] == ["Läget i våras"]
    texts().save(Conclusion(now="Nu är det annorlunda."), "arbete-at-alla", author="Bo", seen=1)
    (own / "data" / "report" / "sammanfattning.md").write_text("Ny text.\n", encoding="utf-8")
    again, newest = open_at("rapport", rap_las=kept.key, dv=kept.data_version), open_at("rapport")
    assert "Så var det." in words(again)
    assert "har andelen i arbete ökat med" in words(again)
    assert "Ny text." not in words(again)
    assert "Nu är det annorlunda." in words(newest)
    assert "Ny text." in words(newest)
    assert "Läget i våras" in words(newest)


def test_a_report_without_a_name_or_with_a_broken_text_is_not_locked(own):
    page = form()
    page.text_input(key="rap_las_titel").set_value("  ")
    page = page.button(key="rap_las_knapp").click().run()
    assert "Skriv ett namn" in page.error[0].value
    (own / "data" / "report" / "sammanfattning.md").write_text('{{ v("nej") }}\n', encoding="utf-8")
    page = form().button(key="rap_las_knapp").click().run()
    assert "En text har fel" in page.error[0].value
    assert locks(texts()) == []


def test_a_report_locked_to_figures_that_are_gone_does_not_open_with_others(own):
    page = form().button(key="rap_las_knapp").click().run()
    (kept,) = locks(texts())
    gone = kept.body.model_copy(update={"data_version": "2001-01-01T000000Z"})
    texts().save(gone, kept.key, author="", seen=kept.version)
    page = open_at("rapport", rap_las=kept.key)
    assert not page.exception
    assert "Den låsta rapporten går inte att öppna" in words(page)


def test_a_lock_is_taken_away_told_of_and_brought_back(own):
    form().button(key="rap_las_knapp").click().run()
    (kept,) = locks(texts())
    page = open_at("rapport", rap_las=kept.key, dv=kept.data_version)
    assert "Inget går förlorat" in words(page)
    page.text_input(key="rap_las_bort_av").set_value("Bo")
    page = page.button(key="rap_las_bort").click().run()
    assert not page.exception
    assert "Låset är borttaget" in page.success[0].value
    assert "rap_las" not in page.query_params
    assert locks(texts()) == []
    assert "Borttagna lås" in words(page)
    page = open_at("rapport", rap_las=kept.key)
    assert "av Bo. Därför visas den senaste rapporten." in page.info[0].value
    page = page.button(key="rap_las_ater").click().run()
    (again,) = locks(texts())
    assert (again.body, again.saved_at) == (kept.body, kept.saved_at)
    assert [title.value for title in page.title] == [kept.body.title]


def test_a_report_that_was_locked_before_sentences_were_kept_says_so(own):
    form().button(key="rap_las_knapp").click().run()
    (kept,) = locks(texts())
    bare = [chapter.model_copy(update={"sentences": ()}) for chapter in kept.body.chapters]
    texts().save(kept.body.model_copy(update={"chapters": tuple(bare)}), kept.key, author="", seen=kept.version)
    assert "skrivs på nytt ur samma siffror" in open_at("rapport", rap_las=kept.key).info[0].value
    assert any(chapter.sentences for chapter in kept.body.chapters)


def test_an_unknown_lock_opens_the_open_report(own):
    page = open_at("rapport", rap_las="finns-inte")
    assert not page.exception
    assert "I korthet" in words(page)


def test_a_locked_report_hands_out_the_figures_that_it_was_locked_with(own):
    button = "dela_report_kvinnor-och-man"
    assert not form().button(key="rap_las_knapp").click().run().exception
    (kept,) = locks(texts())
    with taking() as then:
        opened(open_at("rapport"), button)
    known = then.rows(button)
    seed = own / "data" / "seed" / "observations.parquet"
    pd.read_parquet(seed).assign(value=lambda rows: rows["value"] - 1).to_parquet(seed, index=False)
    build(read_catalogue())
    with taking() as locked:
        app = opened(open_at("rapport", rap_las=kept.key), button)
    with taking() as newest:
        opened(open_at("rapport"), button)
    assert f"dv={kept.data_version}" in everything(app)
    assert len(known) > 20
    assert locked.rows(button) == known
    assert [row["value"] for row in newest.rows(button)] != [row["value"] for row in known]
