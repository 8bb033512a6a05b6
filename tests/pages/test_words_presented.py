"""What people have written reaches the presentation: approved sentences, a conclusion as notes, an area as slides."""

import pytest
from coloraide import Color

from rus.charts.theme import DARK, LIGHT
from rus.store.builds import current
from rus.texts.approvals import key_of
from rus.texts.kinds import Approval, Conclusion, Note, Slide, Story
from rus.ui import present_slide
from rus.ui.contrast import ratio, weakest
from rus.ui.present_check import timing
from rus.views.slide_shown import SlideView
from tests.pages.opening import opened
from tests.pages.presenting import VIEW, seen, told
from tests.pages.reading import words
from tests.region.making import open_at

AREA = "arbete-at-alla"


def finding(address: str) -> str:
    view = present_slide.found(address, current().id)
    assert isinstance(view, SlideView)
    return view.title


@pytest.mark.parametrize("address", [VIEW, f"/{AREA}"])
def test_an_approved_sentence_is_the_headline(room, address):
    open_at("")
    auto = finding(address)
    room.save(Approval(sentence=auto, own_words="Arbetet räcker inte till alla"), key_of("lead-x", auto), author="A")
    told(room, Slide(view=address))
    assert "Arbetet räcker inte till alla" in words(seen(pres_id="motet", bild="1"))
    assert "Arbetet räcker inte till alla" in words(seen(pres_id="motet"))


def test_ones_own_headline_stands_before_the_approved_sentence(room):
    open_at("")
    auto = finding(VIEW)
    room.save(Approval(sentence=auto, own_words="Godkänd mening"), key_of("x", auto), author="A")
    told(room, Slide(view=VIEW, headline="Min egen rubrik"))
    assert "Godkänd mening" not in words(seen(pres_id="motet", bild="1"))


def test_an_approval_of_another_sentence_is_not_used(room):
    open_at("")
    room.save(Approval(sentence="Något annat", own_words="Fel mening"), key_of("x", "Något annat"), author="A")
    told(room, Slide(view=VIEW))
    assert "Fel mening" not in words(seen(pres_id="motet", bild="1"))


def area_story(room) -> Story:
    app = opened(open_at(AREA), "omrade_bilder")
    app.button(key="add_area_nu").click().run()
    assert "bilder är tillagda" in words(app) or "Tillagd som bild" in words(app)
    found = room.newest(Story, "min-presentation")
    assert found
    assert found.body
    return found.body


def test_an_area_becomes_three_to_five_slides_that_can_all_be_shown(room):
    story = area_story(room)
    assert 3 <= len(story.slides) <= 5
    views = [present_slide.found(one.view, current().id) for one in story.slides if one.view]
    assert all(isinstance(view, SlideView) and not view.empty for view in views), views
    assert story.slides[-1].view is None
    assert all(one.minutes for one in story.slides)
    assert not any(one.notes for one in story.slides)


def test_the_conclusion_follows_as_notes(room):
    body = Conclusion(
        now="Fler arbetar.", wanted="Alla som kan.", gap="Utrikes födda kvinnor.", proposal="Språk på jobbet."
    )
    room.save(body, AREA, author="A")
    story = area_story(room)
    said = [one.notes for one in story.slides]
    assert "Nuläge: Fler arbetar." in said[0]
    assert any("Gap: Utrikes födda kvinnor." in one for one in said)
    assert story.slides[-1].notes == "Förslag: Språk på jobbet."
    assert story.slides[-1].so_what == "Språk på jobbet."


@pytest.mark.parametrize("taken", [True, False])
def test_a_chart_of_the_area_offers_the_conclusion_as_notes(room, taken):
    room.save(Conclusion(gap="Det stora gapet"), AREA, author="A")
    app = opened(open_at(AREA), "dela_lead")
    if not taken:
        app.checkbox(key="add_lead_manus").uncheck().run()
    app.button(key="add_lead_nu").click().run()
    found = room.newest(Story, "min-presentation")
    assert found
    assert found.body
    assert ("Det stora gapet" in found.body.slides[0].notes) is taken


def test_without_a_conclusion_no_notes_are_offered(room):
    app = opened(open_at(AREA), "dela_lead")
    assert [c for c in app.checkbox if c.key == "add_lead_manus"] == []


def test_jamlikhet_shows_the_analysts_note_and_edits_it(room):
    room.save(Note(cause="Yrkesval", action="Praktik"), "andel-i-arbete", author="A")
    app = open_at("jamlikhet", ind="andel-i-arbete")
    assert "Yrkesval" in words(app)
    app.toggle(key="redigera_texter").set_value(True).run()
    assert any("note_andel-i-arbete" in str(area.key) for area in app.text_area)


def test_the_check_list_says_contrast_and_time(room):
    told(room, Slide(view=VIEW, minutes=3), Slide(headline="Vad gör vi?"))
    said = words(seen(pres_id="motet"))
    assert "Kontrast: text" in said
    assert "Tid: 3 min" in said
    assert "1 bild saknar tid" in said


def test_the_time_of_the_whole():
    assert timing([Slide(headline="A?", minutes=2), Slide(headline="B?", minutes=3)]).words == "Tid: 5 min för 2 bilder"
    assert timing([Slide(headline="A?"), Slide(headline="B?")]).css == "slow"


def test_contrast_is_what_the_standard_says():
    for theme in (LIGHT, DARK):
        for colour in (theme.ink, theme.ink2, theme.women, theme.men):
            assert ratio(colour, theme.bg) == pytest.approx(Color(colour).contrast(theme.bg, method="wcag21"), rel=1e-3)
    text, marks = weakest()
    assert text >= 4.5
    assert marks >= 3
