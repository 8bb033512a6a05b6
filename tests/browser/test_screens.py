"""Every page at three widths in both themes, kept as pictures of the run, and what a glance at them would see."""

import io

import pytest
from PIL import Image

from tests.browser.looking import BEYOND, BROKEN, CUT_OFF, HEIGHT, drawn, turned
from tests.browser.places import name, pages
from tests.charts.keeping import artefacts

WIDTHS = (1920, 1280, 390)
MOST_PIXELS = 12_000
"""Height of a picture; what is longer is a table that looks the same further down."""
FEW_COLOURS = 40
"""A page with fewer has nothing on it."""
EVERY = 5
"""Pixels from one that is looked at to the next."""
LISTS = ".st-key-results"
"""Lists to choose from: narrow columns on every screen."""
BACKGROUND = {"light": (255, 255, 255), "dark": (15, 23, 29)}


@pytest.fixture(scope="module", params=pages())
def opened(request, visit):
    page, heard = visit(request.param, locale="sv-SE")
    yield request.param, page
    assert heard.errors == []
    assert heard.outside == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_looks_whole_at_every_width(opened, scheme):
    address, page = opened
    turned(page, scheme)
    folder = artefacts() / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[int, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        drawn(page, width)
        page.set_viewport_size({"width": width, "height": min(page.evaluate(HEIGHT), MOST_PIXELS)})
        drawn(page, width)
        picture = page.screenshot(type="jpeg", quality=85)
        (folder / f"{name(address, width, scheme)}.jpg").write_bytes(picture)
        found[width] = faults(page, Image.open(io.BytesIO(picture)).convert("RGB"), scheme)
    assert found == {width: [] for width in WIDTHS}


def faults(page, picture: Image.Image, scheme: str) -> list[str]:
    """What is wrong, as words; empty where nothing is."""
    said = [f"wider than the screen: {one}" for one in page.evaluate(BEYOND)]
    said += [f"cut off: {one}" for one in page.evaluate(CUT_OFF)]
    said += [f"broken within: {one}" for one in page.evaluate(BROKEN, LISTS)]
    some = picture.resize((picture.width // EVERY, picture.height // EVERY), Image.Resampling.NEAREST)
    colours = some.getcolors(some.width * some.height) or []
    if len(colours) < FEW_COLOURS:
        said.append("the page is blank")
    most = max(colours)[1]
    if max(abs(a - b) for a, b in zip(most, BACKGROUND[scheme], strict=True)) > 3:
        said.append(f"most of it is {most} and not the theme's ground")
    for part in ("h1", ".foot"):
        box = page.locator(part).bounding_box()
        if not box or box["width"] < 1 or box["height"] < 1:
            said.append(f"{part} can't be seen")
    return said
