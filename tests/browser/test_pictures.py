"""Every chart can be taken away as a picture that says what it shows and where the figures come from."""

import struct
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue

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
