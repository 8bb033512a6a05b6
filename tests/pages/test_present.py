"""Presentera in front of a room: slides, notes, and nothing shown that the figures don't say."""

import pytest

from rus.store.builds import current
from rus.texts.kinds import Slide, Story
from rus.ui import present_slide
from tests.pages.presenting import VIEW, newest, seen, told
from tests.pages.reading import words
from tests.region.making import everything, open_at


def test_an_unknown_presentation_is_said_and_the_list_shown(room):
    app = seen(pres_id="finns-ej")
    assert "finns inte här" in app.info[0].value
    assert "Ny presentation" in words(app)


def test_a_slide_has_the_same_figures_as_its_page(room):
    told(room, Slide(view=VIEW))
    app = seen(pres_id="motet", bild="1")
    page = open_at("utforska", ind="andel-i-arbete", geo="91", kon="KM")
    title = next(line for line in words(page).splitlines() if "kvinnor" in line.lower() and "procent" in line)
    assert title.split("  ")[0].strip() in words(app)
    assert "1 / 1" in words(app)
    assert "Öppna i Utforska" in words(app)


def test_ones_own_headline_and_question_stand_on_the_slide_and_the_notes_do_not(room):
    told(room, Slide(view=VIEW, headline="Gapet består", so_what="Vad gör vi?", notes="Andas."))
    app = seen(pres_id="motet", bild="1")
    assert "Gapet består" in words(app)
    assert "Vad gör vi?" in words(app)
    assert "Andas." not in everything(app)


def test_the_notes_view_has_the_notes_the_time_left_and_the_next_slide(room):
    told(room, Slide(view=VIEW, notes="Rad ett\nRad två", minutes=3), Slide(headline="Och nu?", minutes=4))
    app = seen(roll="manus", bild="1")
    said = words(app)
    assert "1 / 2 · 3 min" in said
    assert "Rad två" in said
    assert "Nästa: Och nu?. Kvar efter den här: 4 min." in said
    assert "sista bilden" in words(seen(roll="manus", bild="2"))


def test_a_question_is_large_text_alone(room):
    told(room, Slide(headline="Vad tar vi med oss?", so_what="En sak var."))
    app = seen(pres_id="motet", bild="1")
    assert not app.get("plotly_chart")
    assert "Vad tar vi med oss?" in words(app)
    assert "Källa" not in words(app).split("1 / 1")[0]


@pytest.mark.parametrize(("bild", "shown"), [("99", "2 / 2"), ("0", "1 / 2"), ("x", "1 / 2"), ("-1", "1 / 2")])
def test_a_number_outside_the_presentation_is_held_inside(room, bild, shown):
    told(room, Slide(headline="Ett?"), Slide(headline="Två?"))
    assert shown in words(seen(pres_id="motet", bild=bild))


@pytest.mark.parametrize(
    ("view", "word"),
    [
        ("/projekt", "kan inte visas som en bild"),
        ("/utforska?ind=finns-ej", "ind=finns-ej"),
        ("/utforska?ind=andel-i-arbete&geo=%3Cscript%3E", "val som inte finns här"),
        ("/utforska", "nämner inget mått"),
        ("/utforska?ind=andel-i-arbete&diagram=oversikt", "för stor för en bild"),
    ],
)
def test_what_can_not_be_shown_says_so(room, view, word):
    told(room, Slide(view=view))
    app = seen(pres_id="motet", bild="1")
    assert word in words(app)
    assert "<script>alert" not in everything(app)


@pytest.mark.parametrize(
    ("address", "word"),
    [("/malstatus", "mål nås eller går"), ("/jamlikhet?ind=andel-i-arbete", "kvinnor"), ("/arbete-at-alla", "arbete")],
)
def test_other_pages_are_slides_too(room, address, word):
    told(room, Slide(view=address))
    said = words(seen(pres_id="motet", bild="1"))
    assert word in said.lower()
    assert "går inte att visa" not in said


def test_without_its_data_version_a_presentation_does_not_start(room):
    told(room, Slide(view=VIEW), version="borttaget-bygge")
    app = seen(pres_id="motet", bild="1")
    assert "Presentationen kan inte starta" in words(app)
    assert not app.get("plotly_chart")
    edit = seen(pres_id="motet")
    assert "finns inte kvar" in edit.error[0].value
    edit.button(key="pres_frys").click().run()
    assert newest(room).data_version == current().id
    assert "1 / 1" in words(seen(pres_id="motet", bild="1"))


def test_newer_figures_are_told_and_the_old_ones_shown(room, monkeypatch):
    told(room, Slide(view=VIEW), version=current().id)
    assert "Det finns nyare siffror" not in str([i.value for i in seen(pres_id="motet").info])
    monkeypatch.setattr("rus.ui.cached.newest", lambda: "2099-01-01T000000Z")
    app = seen(pres_id="motet")
    assert "Det finns nyare siffror" in app.info[0].value
    app.button(key="pres_frys").click().run()
    assert newest(room).data_version == "2099-01-01T000000Z"


def test_the_way_back_from_the_figures_behind_a_slide(room):
    told(room, Slide(view=VIEW))
    app = open_at("utforska", ind="andel-i-arbete", pres_fran="motet.4")
    assert "Tillbaka till bild 4" in words(app)
    assert 'href="presentera?pres_id=motet&amp;bild=4"' in everything(app).replace('\\"', '"')
    assert "Tillbaka" not in words(open_at("utforska", ind="andel-i-arbete", pres_fran="x"))


def test_a_screen_size_that_does_not_exist_is_not_heeded(room):
    told(room, Slide(view=VIEW))
    assert "1 / 1" in words(seen(pres_id="motet", bild="1", pres_duk="9e9"))


def test_every_chart_has_a_form_for_the_stage(room):
    open_at("")
    for kind in ("linje", "tva-ar", "rutor", "rangordning", "karta", "spridning", "samband", "oversikt", "tabell"):
        view = present_slide.found(f"{VIEW}&diagram={kind}", current().id)
        assert not isinstance(view, str), view
        told_ = room.newest(Story, "motet")
        story = Story(title="Mötet", slides=(Slide(view=f"{VIEW}&diagram={kind}"),))
        room.save(story, "motet", author="", seen=told_.version if told_ else 0)
        app = seen(pres_id="motet", bild="1")
        assert not app.error
        assert not app.exception, kind
        assert app.get("plotly_chart") or view.empty or "<table" in everything(app), kind
