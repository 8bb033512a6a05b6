"""Every chart can be taken away as a picture that says what it shows and where the figures come from."""

import struct
from pathlib import Path

import pytest
from PIL import Image

from rus.catalogue.read import read_catalogue
from rus.charts.paper import WIDTH

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def size(file: Path) -> tuple[int, int]:
    head = file.read_bytes()[:24]
    assert head[:8] == SIGNATURE
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.parametrize("address", ["", read_catalogue().challenges[0].id, "jamlikhet?ind=sysselsattningsgrad"])
def test_every_chart_is_saved_with_its_title_and_source(visit, address):
    page, heard = visit(address)
    names = [(plot.get_attribute("class") or "").partition("st-key-")[2].split()[0] for plot in charts(page).all()]
    assert names
    for name in names:
        page.locator(f".st-key-dela_{name} button").first.click()
        button = page.locator(f"#save-{name}")
        button.wait_for()
        saved(page, button, page.locator(f".st-key-{name} .js-plotly-plot").first)
        page.keyboard.press("Escape")
        button.wait_for(state="detached")
    assert heard.errors == []
    page.context.close()


def test_what_is_markup_on_the_page_is_saved_as_a_picture(visit):
    page, heard = visit("gemensam-uppfoljning")
    page.locator(".st-key-dela_followup_areas button").first.click()
    button = page.locator("#save-followup_areas")
    button.wait_for()
    with page.expect_download() as taken:
        button.click()
    assert taken.value.suggested_filename.endswith(".png")
    picture = Image.open(taken.value.path()).convert("RGB")
    assert picture.width == 2 * (WIDTH + 48)
    words = picture.crop((48, 48, picture.width - 48, picture.height - 48))
    assert len(words.getcolors(1 << 20)) > 50, "letters are drawn, with their soft edges"
    assert heard.errors == []
    page.context.close()


def charts(page):
    return page.locator("[class*=st-key-]:has(> [data-testid=stFullScreenFrame] .js-plotly-plot)")


def test_utforska_saves_its_chart_with_title_and_source(visit):
    page, heard = visit("utforska")
    saved(page, page.locator("button.save"), page.locator(".st-key-frame_explore .js-plotly-plot").first)
    assert heard.errors == []
    page.context.close()


def saved(page, button, plot) -> None:
    box = plot.bounding_box()
    with page.expect_download() as taken:
        button.click()
    assert taken.value.suggested_filename.endswith(".png")
    width, height = size(Path(taken.value.path()))
    assert width > 2 * box["width"]
    assert height > 2 * (box["height"] + 60), "title, subtitle and source stand around the chart"
