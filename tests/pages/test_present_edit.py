"""Presentera before the meeting: made, edited, added to from other pages; nothing is lost."""

import pytest

from rus.store.builds import current
from rus.texts.kinds import NamedView, Slide, Story
from tests.pages.opening import opened
from tests.pages.presenting import VIEW, newest, seen, told
from tests.pages.reading import words
from tests.region.making import open_at


def test_the_list_shows_what_there_is_and_makes_a_new_one(room):
    app = seen()
    assert "Prova odlingen" not in words(app)
    app.text_input(key="pres_ny_namn").set_value("Nämnden i maj")
    app.button[0].click().run()
    assert app.query_params["pres_id"] == "namnden-i-maj"
    made = newest(room, "namnden-i-maj")
    assert made.data_version == current().id, "frozen from the start"
    assert "har inga bilder ännu" in words(app)


def test_a_name_is_asked_for(room):
    app = seen()
    app.button[0].click().run()
    assert [e.value for e in app.error] == ["Skriv ett namn på presentationen först."]
    assert room.all(Story) == []


def test_slides_are_moved_added_and_taken_away(room):
    told(room, Slide(headline="A?"), Slide(headline="B?"))
    app = seen(pres_id="motet", pres_vald="2")
    app.button(key="pres_upp").click().run()
    assert [s.headline for s in newest(room).slides] == ["B?", "A?"]
    assert app.query_params["pres_vald"] == "1"
    app.button(key="pres_fraga").click().run()
    assert [s.headline for s in newest(room).slides] == ["B?", "Vad tar vi ställning till?", "A?"]
    app.button(key="pres_bort").click().run()
    assert [s.headline for s in newest(room).slides] == ["B?", "A?"]
    assert len(room.history(Story, "motet")) == 4, "every change is kept"


def test_the_words_of_a_slide_are_saved(room):
    told(room, Slide(view=VIEW))
    app = seen(pres_id="motet")
    at = "pres_motet_0_1"
    app.text_area(key=f"{at}_rubrik").set_value("Gapet består\ni länet")
    app.text_area(key=f"{at}_sa_vad").set_value("Vad gör vi?")
    app.text_area(key=f"{at}_manus").set_value("Andas.")
    app.text_area(key=f"{at}_vy").set_value("https://dator:1/rus/jamlikhet?ind=andel-i-arbete&geo=91&dv=x&annat=1")
    app.number_input(key=f"{at}_min").set_value(4)
    next(b for b in app.button if b.label == "Spara bilden").click().run()
    assert newest(room).slides == (
        Slide(
            headline="Gapet består i länet",
            view="/jamlikhet?ind=andel-i-arbete&geo=91",
            so_what="Vad gör vi?",
            notes="Andas.",
            minutes=4,
        ),
    )


def test_an_empty_slide_is_refused_and_nothing_is_lost(room):
    told(room, Slide(headline="A?"))
    app = seen(pres_id="motet")
    app.text_area(key="pres_motet_0_1_rubrik").set_value("")
    next(b for b in app.button if b.label == "Spara bilden").click().run()
    assert "bilden får inte vara tom" in app.error[0].value
    assert newest(room).slides == (Slide(headline="A?"),)


def test_another_window_is_not_written_over(room):
    told(room, Slide(headline="A?"))
    app = seen(pres_id="motet")
    room.save(Story(title="Annat"), "motet", author="", seen=1)
    app.button(key="pres_fraga").click().run()
    assert "annat fönster" in app.error[0].value
    assert newest(room).title == "Annat"


def test_a_saved_view_can_be_chosen(room):
    told(room, Slide(headline="A?"))
    room.save(NamedView(title="Min vy", view=VIEW), "min-vy", author="")
    app = seen(pres_id="motet")
    app.selectbox(key="pres_motet_0_1_sparad").select("min-vy")
    next(b for b in app.button if b.label == "Spara bilden").click().run()
    assert newest(room).slides[0].view == VIEW


def test_a_presentation_is_taken_away_and_its_versions_stay(room):
    told(room, Slide(headline="A?"))
    app = seen(pres_id="motet")
    app.button(key="pres_gone").click().run()
    assert room.newest(Story, "motet") is None
    assert len(room.history(Story, "motet")) == 2
    assert "Ny presentation" in words(app)


def test_a_view_is_added_from_its_page_to_a_new_presentation_and_then_to_the_same(room):
    app = opened(open_at("utforska", ind="andel-i-arbete", kon="KM"), "add_explore")
    app.button(key="add_explore_nu").click().run()
    assert "Tillagd som bild 1 i ”Min presentation”" in words(app)
    app.selectbox(key="add_explore_till").select("min-presentation")
    app.button(key="add_explore_nu").click().run()
    assert "Tillagd som bild 2" in words(app)
    assert "siffrorna därifrån" not in words(app)  # it is frozen to the version that is on show
    assert [kept.data_version for kept in room.history(Story, "min-presentation")] == [current().id] * 3
    views = [slide.view for slide in newest(room, "min-presentation").slides]
    assert all(view.startswith("/utforska?ind=andel-i-arbete&geo=91&kon=KM") for view in views if view)
    assert "dv=" not in str(views)
    assert "1 / 2" in words(seen(pres_id="min-presentation", bild="1"))


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("malstatus", "add_goals"),
        ("jamlikhet", "add_equality"),
        ("arbete-at-alla", "dela_lead"),
        ("diagramguide", "dela_gallery"),
        ("kommuner", "dela_profile_rows"),
        ("", "dela_gaps_start"),
        ("", "dela_tiles_start"),
        ("jamlikhet", "dela_equality_now"),
    ],
)
def test_other_pages_offer_it_too(room, page, key):
    app = opened(open_at(page), key)
    button = next(b for b in app.button if b.label == "Lägg till")
    button.click().run()
    assert "Tillagd som bild 1" in words(app)
    assert "går inte att visa" not in words(seen(pres_id="min-presentation", bild="1"))
