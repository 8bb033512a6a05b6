"""Indikatorkatalog: search, card, review and look-alikes; full, without figures, with a hostile address."""

import shutil

import pytest

from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.texts.kinds import IndicatorReview, Slide, Story
from rus.texts.texts import texts
from rus.ui.catalogue import FIRST_SHOWN
from rus.ui.catalogue_tabs import TABS
from tests.pages.reading import words
from tests.region.making import open_at

PAGE = "indikatorer"
SAVE = "Spara"


@pytest.fixture(autouse=True)
def unwritten(request):
    """No texts before or after."""
    name = "shipped" if "shipped" in request.fixturenames else "bare"
    request.getfixturevalue(name)
    shutil.rmtree(paths.home() / "texts", ignore_errors=True)
    yield
    shutil.rmtree(paths.home() / "texts", ignore_errors=True)


def opened(**parameters: str):
    page = open_at(PAGE, **parameters)
    assert not page.exception
    assert not page.error, [e.value for e in page.error]
    return page


def pressed(page, label: str):
    """The button with this label, pressed."""
    next(button for button in page.button if button.label == label).click().run()


def indicators():
    return read_catalogue().indicators


def with_goal():
    return next(i for i in indicators().values() if i.goals and i.state == "in_use" and i.challenges)


@pytest.mark.parametrize("tab", list(TABS))
def test_every_tab_opens(shipped, tab):
    assert [t.value for t in opened(kat_flik=tab).title] == ["Indikatorkatalog"]


@pytest.mark.parametrize("tab", list(TABS))
def test_every_tab_opens_without_a_single_figure(bare, tab):
    opened(kat_flik=tab, kat_ind=next(iter(indicators())))


def test_the_first_card_is_open_and_another_is_written_to_the_address(shipped):
    page = opened()
    assert len(page.radio(key="kat_val").options) == FIRST_SHOWN
    other = page.session_state["kat_val"]
    assert other in indicators()
    wanted = with_goal().id
    page = opened(kat_ind=wanted)
    assert page.radio(key="kat_val").value == wanted
    assert indicators()[wanted].title in words(page)
    page.radio(key="kat_val").set_value(other).run()
    assert page.query_params["kat_ind"] == other


def test_the_card_of_every_indicator_can_be_opened(shipped):
    for identity in list(indicators())[::23]:
        page = opened(kat_ind=identity)
        assert indicators()[identity].definition.strip()[:40] in words(page)


def test_an_unknown_or_hostile_measure_gets_a_friendly_word(shipped):
    page = opened(kat_ind="<script>alert(1)</script>")
    assert "finns inte i katalogen" in page.info[0].value
    assert page.radio(key="kat_val").value in indicators()


@pytest.mark.parametrize("key", ["kat_flik", "kat_inom", "kat_mal", "kat_har"])
def test_a_choice_that_does_not_exist_is_named_and_the_default_shown(shipped, key):
    page = opened(**{key: "<b>finns inte</b>"})
    assert f"{key}=<b>finns inte</b>" in page.info[0].value
    assert f"{FIRST_SHOWN} av {len(indicators())} mått" in words(page)


def test_what_the_page_itself_writes_in_the_address_is_known_to_it(shipped):
    page = opened(kat_inom=next(iter(read_catalogue().challenges)).name, kat_har="Har mål")
    assert not page.info
    assert f"{len(indicators())} mått" not in words(page)


def test_the_link_to_copy_holds_the_choices_and_the_data_version(shipped):
    markup = " ".join(e.proto.body for e in opened(kat_ind=with_goal().id, kat_sok="a").get("html"))
    assert f"kat_sok=a&kat_ind={with_goal().id}&dv=" in markup


def test_search_finds_by_source_id_and_says_when_nothing_fits(shipped):
    page = opened(kat_sok="N02267")
    assert "1 av 1 mått" in words(page)
    assert "Inget mått passar" in words(opened(kat_sok="xyzåäö"))


def test_a_wanted_measure_says_why_it_can_not_be_shown(shipped):
    wanted = next(i for i in indicators().values() if i.state == "wanted" and i.missing)
    page = opened(kat_ind=wanted.id, kat_sok=wanted.title)
    assert wanted.missing in words(page)


def test_a_review_is_kept_with_its_decision_and_shown_on_board_and_card(shipped):
    one = with_goal()
    page = opened(kat_flik="Översyn", kat_ind=one.id)
    mark = f"{one.id}_0"
    page.session_state[f"kat_lage_{mark}"] = "decided"
    page.selectbox(key=f"kat_forslag_{mark}").set_value("keep")
    page.text_input(key=f"kat_forum_{mark}").set_value("Nämnden")
    page.text_area(key=f"kat_motiv_{mark}").set_value("Måttet är tydligt")
    page.text_input(key=f"kat_av_{mark}").set_value("Åsa")
    pressed(page, SAVE)
    assert "Ett beslut behöver datum och forum" in page.error[0].value
    assert texts().newest(IndicatorReview, one.id) is None
    page.date_input(key=f"kat_datum_{mark}").set_value("2026-03-04")
    pressed(page, SAVE)
    assert not page.error
    kept = texts().newest(IndicatorReview, one.id)
    assert kept is not None
    assert kept.body.decision.reason == "Måttet är tydligt"
    assert (kept.author, kept.body.stage, kept.body.proposal) == ("Åsa", "decided", "keep")
    assert "4 mars 2026, Nämnden" in words(page)
    assert "Beslutad: behåll" in words(opened(kat_ind=one.id))
    page = opened(kat_har="I översynen")
    assert page.radio(key="kat_val").options == [one.short]


def test_a_story_that_shows_the_measure_is_a_consequence(shipped):
    one = with_goal()
    texts().save(Story(title="Prov", slides=(Slide(headline="a", view=f"/utforska?ind={one.id}"),)), "prov", author="")
    assert "1 presentation" in words(opened(kat_ind=one.id))
    assert "Presentation: Prov" in words(opened(kat_ind=one.id))


def test_a_measure_that_is_replaced_stays_and_leads_to_its_successor(shipped):
    one, other = with_goal(), next(i for i in indicators().values() if i.state == "in_use" and not i.goals)
    written = IndicatorReview(proposal="replace", replaced_by=other.id, stage="under_review")
    texts().save(written, one.id, author="")
    said = words(opened(kat_ind=one.id))
    assert f"Föreslås ersättas av  {other.title}" in said
    assert "går att läsa som förut" in said


def test_two_windows_do_not_write_over_each_other(shipped):
    one = with_goal()
    page = opened(kat_flik="Översyn", kat_ind=one.id)
    texts().save(IndicatorReview(comment="Först"), one.id, author="Bo")
    page.text_area(key=f"kat_kommentar_{one.id}_0").set_value("Sedan")
    # the other window's version is read anew, with its own fields
    page.run()
    assert page.text_area(key=f"kat_kommentar_{one.id}_1").value == "Först"


def test_the_look_alikes_lead_to_both_measures_side_by_side(shipped):
    page = opened(kat_flik="Liknande mått")
    markup = " ".join(e.proto.body for e in page.get("html"))
    assert "diagram=samband" in markup
    assert "Spearmans rangkorrelation" in words(page)
    assert "orsakar" in words(page)
    years = opened(kat_flik="Liknande mått", kat_bas="Över åren i länet")
    assert "inte nivån" in words(years)
