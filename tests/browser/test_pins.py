"""Pinned views and sets in a browser: pinned on Utforska, compared, linked, kept, and read without a mouse."""

from pathlib import Path

import pytest

from rus.texts.sets import read_sets
from rus.views.pins import packed
from rus.views.sets import pins_of
from tests.browser.waiting import open_list, settled
from tests.browser.walking import walk

FOUR = packed(pins_of(read_sets()["barn-och-unga"])[0])


def test_two_views_are_pinned_compared_and_linked(visit):
    page, heard = visit("utforska")
    page.get_by_role("button", name="Fäst vyn").click()
    page.get_by_role("button", name="Lossa vyn").wait_for()
    open_list(page, page.get_by_role("combobox", name="Kön"))
    page.get_by_role("option", name="Kvinnor och män").click()
    page.get_by_role("button", name="Fäst vyn").click()
    page.get_by_role("link", name="Jämför två fästa vyer").click()
    page.locator(".st-key-frame_pin_1 .js-plotly-plot").wait_for()
    settled(page)
    titles = page.locator("[class*=st-key-frame_pin_] h2").all_inner_texts()
    assert len(titles) == 2
    page.get_by_role("button", name="Kopiera länk").click()
    again, _ = visit(page.locator("#rus-link").input_value().split("/", 3)[3])
    assert again.locator("[class*=st-key-frame_pin_] h2").all_inner_texts() == titles
    again.context.close()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ta bort vyn").first.click()
    page.locator(".st-key-frame_pin_1").wait_for(state="detached")
    page.go_back()
    page.locator(".st-key-frame_pin_1 .js-plotly-plot").wait_for()
    assert heard.errors == []
    page.context.close()


def test_four_views_stand_two_and_two_and_below_each_other_on_a_phone(visit):
    page, _ = visit(f"vyer?fast={FOUR}")
    places = [page.locator(f".st-key-frame_pin_{n}").bounding_box() for n in range(4)]
    assert places[0]["y"] == places[1]["y"]
    assert places[0]["x"] == places[2]["x"]
    assert places[2]["y"] > places[0]["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(
        "document.querySelector('.st-key-frame_pin_1').getBoundingClientRect().top >"
        "document.querySelector('.st-key-frame_pin_0').getBoundingClientRect().top"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_charts_of_other_pages_fit_on_a_phone(visit):
    page, heard = visit("vyer?fast=pmalstatus~~pkommuner~~pgemensam-uppfoljning~~pjamlikhet~~xvisa:nu")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".st-key-frame_pin_3 .js-plotly-plot").wait_for()
    page.wait_for_function("document.querySelector('.stMain').scrollWidth <= innerWidth")
    assert page.locator("[class*=st-key-frame_pin_] .tw:visible").count() >= 3
    assert heard.errors == []
    page.context.close()


def test_alike_axes_are_alike_and_can_be_let_go(visit):
    page, _ = visit("vyer?fast=isysselsattningsgrad~~kKM~~isysselsattningsgrad~~g1880")
    axis = "[...document.querySelectorAll('.js-plotly-plot')].map(p => p.layout.yaxis.range.join())"
    page.wait_for_function(f"{axis}.length === 2 && new Set({axis}).size === 1")
    page.get_by_text("Samma axel där enheten är densamma").click()
    page.get_by_text("Varje diagram har sin egen axel").wait_for()
    page.wait_for_function("location.search.includes('fast_axel=egen')")
    page.context.close()


def test_a_set_goes_out_as_a_file_and_in_again(visit, tmp_path: Path):
    page, heard = visit("vyer?vy_samling=kommundialog")
    with page.expect_download() as got:
        page.get_by_role("button", name="Spara som fil").click()
    file = tmp_path / "min.toml"
    file.write_bytes(Path(got.value.path()).read_bytes())
    page.get_by_role("link", name="← Alla samlingar").click()
    page.get_by_role("button", name="Välj fil").wait_for()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("min.toml").wait_for()
    page.get_by_role("button", name="Läs in filen").click()
    page.get_by_text("Samlingen ”Kommundialog” är sparad.").wait_for()
    settled(page)
    page.get_by_text("Ändra samlingen").click()
    page.get_by_role("button", name="Ta bort samlingen").click()
    page.get_by_role("button", name="Ångra borttagningen").click()
    page.get_by_text("Samlingen ”Kommundialog” är tillbaka.").wait_for()
    assert heard.errors == []
    page.context.close()


@pytest.mark.parametrize("address", ["vyer", f"vyer?fast={FOUR}", "vyer?vy_samling=kommundialog"])
def test_everything_is_reached_and_seen_without_a_mouse(visit, address):
    page, _ = visit(address)
    found = walk(page)
    assert (found.faint, found.missed) == ([], [])
    page.context.close()
