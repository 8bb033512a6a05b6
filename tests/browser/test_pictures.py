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


@pytest.mark.parametrize("address", ["", read_catalogue().challenges[0].id, "utforska"])
def test_every_chart_is_saved_with_its_title_and_source(visit, address):
    page, heard = visit(address)
    charts = page.locator(".js-plotly-plot").count()
    buttons = page.locator("button.save")
    assert charts
    assert buttons.count() == charts
    for button in buttons.all():
        plot = page.locator(f".st-key-frame_{(button.get_attribute('id') or '').removeprefix('save-')} .js-plotly-plot")
        box = plot.first.bounding_box()
        with page.expect_download() as taken:
            button.click()
        assert taken.value.suggested_filename.endswith(".png")
        width, height = size(Path(taken.value.path()))
        assert width > 2 * box["width"]
        assert height > 2 * (box["height"] + 60), "title, subtitle and source stand around the chart"
    assert heard.errors == []
    page.context.close()
