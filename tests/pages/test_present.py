"""Presentera as people use it: list, edit, show, notes; nothing lost, nothing shown that the figures don't say."""

import shutil
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from rus.store.builds import current
from rus.texts.kinds import NamedView, Slide, Story
from rus.texts.texts import Texts, texts
from rus.ui import present_slide
from tests.pages.reading import words
from tests.region.making import everything, in_use, make_region, open_at

VIEW = "/utforska?ind=andel-i-arbete&geo=91&kon=KM"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A county of its own, in use."""
    root = make_region(tmp_path_factory.mktemp("present") / "content")
    shutil.rmtree(root / "data" / "stories", ignore_errors=True)
    with in_use(root, root / "data"):
        open_at("")
        yield


@pytest.fixture
def room(county: None) -> Iterator[Texts]:
    """Its texts, empty."""
    found = texts()
    yield found
    shutil.rmtree(found.folder, ignore_errors=True)


def told(room: Texts, *slides: Slide, version: str = "") -> None:
    room.save(Story(title="Mötet", data_version=version, slides=slides), "motet", author="")


def seen(**parameters: str) -> AppTest:
    app = open_at("presentera", **parameters)
    assert not app.exception
    return app


def newest(room: Texts, key: str = "motet") -> Story:
    found = room.newest(Story, key)
    assert found
    assert found.body
    return found.body


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
    app.text_input(key=f"{at}_rubrik").set_value("Gapet består i länet")
    app.text_area(key=f"{at}_sa_vad").set_value("Vad gör vi?")
    app.text_area(key=f"{at}_manus").set_value("Andas.")
    app.text_input(key=f"{at}_vy").set_value("https://dator:1/rus/jamlikhet?ind=andel-i-arbete&geo=91&dv=x&annat=1")
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
    app.text_input(key="pres_motet_0_1_rubrik").set_value("")
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
    app = open_at("utforska", ind="andel-i-arbete", kon="KM")
    app.button(key="add_explore_nu").click().run()
    assert "Tillagd som bild 1 i ”Min presentation”" in words(app)
    app.selectbox(key="add_explore_till").select("min-presentation")
    app.button(key="add_explore_nu").click().run()
    assert "Tillagd som bild 2" in words(app)
    views = [slide.view for slide in newest(room, "min-presentation").slides]
    assert all(view.startswith("/utforska?ind=andel-i-arbete&geo=91&kon=KM") for view in views if view)
    assert "dv=" not in str(views)
    assert "1 / 2" in words(seen(pres_id="min-presentation", bild="1"))


@pytest.mark.parametrize("page", ["malstatus", "jamlikhet", "arbete-at-alla"])
def test_other_pages_offer_it_too(room, page):
    app = open_at(page)
    button = next(b for b in app.button if b.label == "Lägg till")
    button.click().run()
    assert "Tillagd som bild 1" in words(app)
    assert "går inte att visa" not in words(seen(pres_id="min-presentation", bild="1"))


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
    for kind in ("linje", "tva-ar", "rutor", "rangordning", "karta", "spridning", "samband"):
        view = present_slide.found(f"{VIEW}&diagram={kind}", current().id)
        assert not isinstance(view, str), view
        told_ = room.newest(Story, "motet")
        story = Story(title="Mötet", slides=(Slide(view=f"{VIEW}&diagram={kind}"),))
        room.save(story, "motet", author="", seen=told_.version if told_ else 0)
        app = seen(pres_id="motet", bild="1")
        assert not app.error
        assert app.get("plotly_chart") or view.empty, kind
