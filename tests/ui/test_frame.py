"""The frame: safe words, addresses below any base path, the pages of the current set of challenge areas."""

from streamlit.testing.v1 import AppTest

from rus.catalogue.read import read_catalogue
from rus.ui import frame, site
from rus.ui.goals_matrix import UNMARKED
from rus.views.status import STATUSES

ALWAYS = (
    *("utforska", "kommuner", "malstatus", "jamlikhet", "projekt", "presentera", "rapport", "indikatorer"),
    *("data-och-kvalitet", "vyer", "gemensam-uppfoljning", "diagramguide"),
    "om",
)


def test_words_can_not_become_markup():
    assert frame.text('<b a="1">&') == "&lt;b a=&quot;1&quot;&gt;&amp;"


def test_addresses_are_relative_so_that_they_hold_below_a_base_path():
    assert frame.href("utforska", ind="jobb", geo="1880") == "utforska?ind=jobb&amp;geo=1880"
    assert frame.href("") == "."
    assert frame.href("om") == "om"


def test_a_status_is_never_colour_alone():
    css = (site.STATIC / "rus.css").read_text(encoding="utf-8")
    assert STATUSES
    for status in STATUSES.values():
        assert status.words in frame.chip(status)
        cell = ".mx td,.chip.na" if status.css == UNMARKED else f".chip.{status.css},.mx td.{status.css}"
        assert f"{cell}{{--i:url(" in css


def test_navigation_is_made_from_the_current_set():
    catalogue = read_catalogue()
    pages = site.pages(catalogue)
    areas = [c.id for c in catalogue.challenges]
    assert len(areas) >= 3
    assert [*pages] == ["", *areas, *ALWAYS]


def test_pages_that_are_seldom_needed_stand_under_a_word_of_their_own():
    pages = site.pages(read_catalogue())
    address = {id(page): name for name, page in pages.items()}
    shown = {group: [address[id(page)] for page in inside] for group, inside in site.menu(pages).items()}
    assert [*shown] == ["", "Mer"]
    assert sorted(shown[""] + shown["Mer"]) == sorted(pages)
    assert shown["Mer"] == [one for one in site.MORE if one in pages]
    assert shown[""][0] == ""
    assert site.menu({"om": pages["om"]}) == {"": [pages["om"]]}


def test_without_a_catalogue_there_are_still_pages_to_show_the_message_on():
    assert [*site.pages(None)] == ["", *ALWAYS]


def test_every_class_that_the_markup_names_is_in_the_stylesheet():
    css = (site.STATIC / "rus.css").read_text(encoding="utf-8")
    for name in ("heads", "ind", "chip", "tiles", "news", "mini", "way", "note", "key", "empty", "foot", "part"):
        assert f".{name}" in css


def test_what_is_written_together_is_one_part_and_no_part_where_nothing_is_written():
    def page():
        from rus.ui import frame

        with frame.together():
            frame.html("<p>ett</p>")
            frame.html("")
            frame.finding("två")
        with frame.together():
            pass
        frame.html("<p>tre</p>")

    whole, alone = (element.proto.body for element in AppTest.from_function(page).run().get("html"))
    parts = '<div class="rus"><p>ett</p></div><div class="rus"><h2 class="find">två</h2></div>'
    assert whole == f'<div class="parts">{parts}</div>'
    assert alone == '<div class="rus"><p>tre</p></div>'


def test_what_is_drawn_apart_stands_between_what_is_written_together():
    def page():
        import streamlit as st

        from rus.ui import frame

        with frame.together():
            frame.html("<p>ett</p>")
            with frame.apart():
                st.button("mellan")
                frame.html("<p>invid</p>")
            frame.html("<p>två</p>")
            with frame.apart():
                st.button("sist")

    _, one, button, beside, two, last = AppTest.from_function(page).run().main
    assert [html.proto.body for html in (one, beside, two)] == [
        '<div class="parts"><div class="rus"><p>ett</p></div></div>',
        '<div class="rus"><p>invid</p></div>',
        '<div class="parts"><div class="rus"><p>två</p></div></div>',
    ]
    assert [button.label, last.label] == ["mellan", "sist"]
