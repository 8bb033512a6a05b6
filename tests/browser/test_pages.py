"""Every page and tab in a real browser, deep links first: it opens, asks nobody else, and is read and walked by all."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import quote

import pytest

from rus.catalogue.read import read_catalogue
from tests.browser.looking import BROKEN, FIELDS, RULES, covered, drawn, turned
from tests.browser.places import pages
from tests.browser.waiting import settled
from tests.browser.walking import MOST, walk


def addresses() -> Iterator[str]:
    """Deep links before the first page, so that the first request of all goes to one."""
    catalogue = read_catalogue()
    yield from ("utforska", *(page for page in pages() if page not in {"", "utforska"}))
    yield from ("presentera?pres_id=laget-i-lanet&pres_vald=2", "presentera?roll=manus&bild=2")
    yield from ("vyer?vy_samling=kommundialog", "vyer?fast=isysselsattningsgrad~~kKM~~isysselsattningsgrad")
    yield "rapport?rap_jmf=ingen"
    yield from (f"indikatorer?kat_flik={quote(tab)}" for tab in ("Översyn", "Liknande mått"))
    yield f"indikatorer?kat_flik={quote('Översyn')}&kat_ind={next(iter(catalogue.indicators))}"
    yield from (f"diagramguide?dia_val={chart}" for chart in ("spridning", "rutor", "oversikt", "samband", "tva-ar"))
    first = catalogue.challenges[0].id
    for tab in ("För vem?", "Var?", "Vad görs?", "Analysens slutsats"):
        yield f"{first}?utm_flik={quote(tab)}"
    yield f"projekt?projekt_flik={quote('Budget och finansiering')}"
    yield f"projekt?projekt_flik={quote('Delmål och aktiviteter')}"
    yield f"om?om_flik={quote('Källor och hämtningar')}"
    yield from (
        f"om?om_flik={quote(tab)}" for tab in ("Strategin", "Teckenförklaring", "Tillgänglighet", "Kortkommandon")
    )
    yield "om?om_flik=Metod&om_metod=trend"
    yield "kommuner?kom_jmf=lansdel-norra&kom_urval=ytter&kom_medel=ja"
    yield from ("malstatus?mal_vy=matris", "malstatus?mal_rad=utslapp-av-vaxthusgaser&mal_tal=1")
    for tab in ("Aktualitet", "Täckning", "Kontroller"):
        yield f"data-och-kvalitet?kv_flik={quote(tab)}"
    yield ""


ADDRESSES = list(addresses())
LET_THROUGH: dict[str, str] = {}
"""Rules of axe that Streamlit's own parts break → why, and until which version of it."""

ROLES = "button|link|textbox|combobox|tab|radio|checkbox|figure|table|slider|searchbox|switch|spinbutton|region"
"""Not img: a chart's drawing lies nameless within its figure, which has the name; axe looks after real pictures."""
NAMELESS = re.compile(rf"^\s*- (?:{ROLES})(?: \[[^\]]*\])*:?$", re.MULTILINE)


def test_there_is_something_to_open():
    assert len(ADDRESSES) >= 10
    assert ADDRESSES[0]


@pytest.fixture(scope="module", params=ADDRESSES)
def opened(request, visit):
    """A page as a reader with an English browser gets it, looked at by all tests in turn."""
    page, heard = visit(request.param)
    yield page, heard
    page.context.close()


def test_the_page_opens_without_a_word_of_error(opened):
    page, heard = opened
    assert page.locator("h1").count() == 1
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").all_inner_texts() == []
    assert page.locator(".foot").count() == 1
    assert page.locator("dialog, [role=dialog]").count() == 0
    assert heard.errors == []
    assert heard.outside == []


def test_the_page_is_in_swedish_whatever_the_browser_speaks(opened):
    page, _ = opened
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert " – " in page.title()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened):
    page, _ = opened
    walked = walk(page)
    assert 10 < len(walked.stops) < MOST
    assert walked.faint == []
    assert walked.missed == []


def test_a_screen_reader_gets_names_headings_and_the_language(opened):
    page, _ = opened
    tree = page.locator("body").aria_snapshot()
    assert NAMELESS.findall(tree) == []
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.get_by_role("main").count() == 1
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [b for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_fault_of_accessibility(opened, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = opened
    turned(page, scheme)
    found = Axe().run(page, options=RULES).response["violations"]
    faults = [
        (v["id"], v["impact"], [node["target"] for node in v["nodes"]][:3]) for v in found if v["id"] not in LET_THROUGH
    ]
    assert faults == []


@pytest.mark.parametrize("width", [1280, 640, 390, 320])
def test_all_of_it_is_seen_and_in_reach(opened, width):
    """640 px is 1280 at 200 %, 320 is 1280 at 400 %, and 390 a phone."""
    page, _ = opened
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(f"document.documentElement.clientWidth <= {width}")
    page.wait_for_function(
        """width => document.documentElement.scrollWidth <= width && [...document.querySelectorAll(
        '[data-testid=stMainBlockContainer]')].every(e => e.scrollWidth <= e.clientWidth)""",
        arg=width,
        timeout=5_000,
    )
    drawn(page, width)
    looks = {"cut in a field": FIELDS} | ({"broken": BROKEN} if width <= 640 else {})
    found = {fault: seen for fault, look in looks.items() if (seen := page.evaluate(look))}
    assert (found, covered(page)) == ({}, [])


@pytest.mark.parametrize("address", ["projekt", "data-och-kvalitet", "indikatorer", "om"])
def test_a_tab_has_an_address_of_its_own(visit, address):
    page, heard = visit(address)
    page.get_by_role("tab", selected=False).first.click()
    page.wait_for_function("location.search.includes('_flik=')")
    settled(page)
    again, _ = visit(page.url.split("/", 3)[3])
    assert again.get_by_role("tab", selected=True).inner_text() == page.get_by_role("tab", selected=True).inner_text()
    assert heard.errors == []
