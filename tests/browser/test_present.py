"""A presentation on a projector: everything on the screen at once, legible from the back, turned with keys."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from rus.texts.kinds import Slide, Story
from rus.texts.stories import read_stories
from rus.texts.texts import Texts
from tests.browser.waiting import settled

KEY = "laget-i-lanet"
STORY = read_stories()[KEY]
SCREENS = ((1280, 720, 20), (1920, 1080, 30))
"""Width, height, and the smallest letters."""
CHARTS = ("linje", "tva-ar", "rutor", "karta", "rangordning", "spridning", "samband", "tabell")
PARTS = (
    "/?visa=kon",
    "/?visa=karta",
    "/kommuner?geo=1880",
    "/kommuner?geo=1880&kom_plats=1880&kom_jmf=1883",
    "/gemensam-uppfoljning",
    "/projekt?visa=kostnader",
    "/projekt?visa=finansiering",
    "/jamlikhet?ind=sysselsattningsgrad&visa=nu",
    "/jamlikhet?ind=sysselsattningsgrad&visa=ar",
    "/jamlikhet?ind=sysselsattningsgrad&visa=slump",
    "/jamlikhet?ind=valdeltagande-kommunval&visa=lutning&jml_grund=income",
    "/malstatus?visa=mal&mal_rad=utslapp-av-vaxthusgaser",
)
"""Charts that one page alone has."""
LOOK = """
() => {
  const stage = document.querySelector(".st-key-stage"), box = stage.getBoundingClientRect();
  const chart = document.querySelector(".st-key-stage_chart, .st-key-stage_question").getBoundingClientRect();
  const foot = document.querySelector(".foots").getBoundingClientRect();
  const small = [], outside = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement, words = node.textContent.trim();
    if (!words || holder.closest("script, style, .turn, .vh, .modebar, title")) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const spot = range.getBoundingClientRect();
    if (!spot.width) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < %f - 0.01) small.push([words, size]);
    if (spot.left < -1 || spot.top < -1 || spot.right > box.right + 1 || spot.bottom > box.bottom + 1)
      outside.push([words, Math.round(spot.right), Math.round(spot.bottom)]);
  }
  return {
    small, outside, width: box.width, height: box.height, apart: foot.top - chart.bottom, low: foot.bottom,
    scrolls: stage.scrollHeight > stage.clientHeight + 1 || stage.scrollWidth > stage.clientWidth + 1,
    tall: document.documentElement.scrollHeight > innerHeight,
    drawn: [...stage.querySelectorAll(".js-plotly-plot")].map(p => p.getBoundingClientRect().bottom),
  };
}
"""


def drawn(page, height: int) -> None:
    """Until the chart has the size of its place, and its letters that of the screen."""
    settled(page)
    if height > 1000:
        page.wait_for_function("location.search.includes('pres_duk=1.5')")
        settled(page)
    if page.locator("[data-testid=stPlotlyChart]").count():
        page.wait_for_function(
            """() => { const p = document.querySelector(".js-plotly-plot"), m = p?.querySelector(".main-svg");
            const q = p?.closest("[data-testid=stPlotlyChart]").getBoundingClientRect();
            return m && Math.abs(m.getBoundingClientRect().height - q.height) < 3; }"""
        )


def assert_fits(page, width: int, height: int, letters: int) -> None:
    look = page.evaluate(LOOK % letters)
    assert (look["width"], look["height"]) == (width, height)
    assert look["outside"] == []
    assert look["small"] == []
    assert not look["scrolls"]
    assert not look["tall"]
    assert look["apart"] >= -1
    assert look["low"] <= height
    assert all(bottom <= height - 60 for bottom in look["drawn"])


def walk(visit, screen: tuple[int, int, int], key: str, many: int, folder: Path) -> None:
    """Every slide of a presentation, turned with a key, fits the screen; pictures are kept."""
    width, height, letters = screen
    page, heard = visit("presentera")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{page.url.split('/presentera')[0]}/presentera?pres_id={key}&bild=1")
    for number in range(1, many + 1):
        wait_for_slide(page, number)
        drawn(page, height)
        page.screenshot(path=folder / f"{key}-{number}-{width}.png")
        assert_fits(page, width, height, letters)
        page.keyboard.press("PageDown")
    assert heard.errors == []
    assert heard.outside == []
    page.context.close()


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_presentation_fits_the_screen_with_large_letters(visit, tmp_path, screen):
    walk(visit, screen, KEY, len(STORY.slides), tmp_path)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_every_chart_fits_the_screen(visit, home, tmp_path, screen):
    view = "/utforska?ind=sysselsattningsgrad&kon=KM&ar=2018-2022&diagram="
    slides = [Slide(view=f"{view}{chart}", so_what="Vad gör vi åt det?") for chart in CHARTS]
    key = f"alla-diagram-{screen[0]}"
    Texts(home / "texts").save(Story(title="Alla diagram", slides=tuple(slides)), key, author="")
    walk(visit, screen, key, len(slides), tmp_path)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_charts_of_single_pages_fit_the_screen(visit, home, tmp_path, screen):
    slides = [Slide(view=view, so_what="Vad gör vi åt det?") for view in PARTS]
    key = f"sidornas-diagram-{screen[0]}"
    Texts(home / "texts").save(Story(title="Sidornas diagram", slides=tuple(slides)), key, author="")
    walk(visit, screen, key, len(slides), tmp_path)


def test_a_view_is_added_and_says_so(visit):
    page, heard = visit("utforska?ind=sysselsattningsgrad&kon=KM&diagram=tva-ar")
    title = page.locator(".st-key-frame_explore .find").inner_text()
    page.get_by_role("button", name="Lägg till i presentation").click()
    page.locator(".st-key-add_explore_till").get_by_role("combobox").click()
    page.get_by_role("option", name="En ny presentation").click()
    page.get_by_label("Namn på den nya").fill("Provad i webbläsaren")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Lägg till", exact=True).click()
    page.get_by_text("Tillagd som bild 1 i ”Provad i webbläsaren”").wait_for()
    page.get_by_role("link", name="Öppna presentationen").click()
    page.get_by_role("link", name="Starta").click()
    wait_for_slide(page, 1)
    assert page.locator(".st-key-stage h1").inner_text() == title
    assert heard.errors == []
    page.context.close()


def wait_for_slide(page, number: int) -> None:
    page.wait_for_function(f"document.querySelector('.foots .no')?.textContent.startsWith('{number} /')")


def test_keys_turn_the_slides_and_the_back_button_goes_back(visit):
    page, heard = visit("presentera")
    page.locator(f'a.main[href*="pres_id={KEY}&"]').click()
    wait_for_slide(page, 1)
    for key, number in (
        *(("PageDown", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1)),
        *(("ArrowRight", 2), ("ArrowRight", 3), ("Home", 1)),
    ):
        page.keyboard.press(key)
        wait_for_slide(page, number)
        assert f"bild={number}" in page.url
    page.keyboard.press("PageDown")
    wait_for_slide(page, 2)
    page.go_back()
    wait_for_slide(page, 1)
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Bilder").wait_for()
    assert "bild=" not in page.url
    assert heard.errors == []
    page.context.close()


def test_from_a_slide_to_the_figures_behind_and_back_to_it(visit):
    page, heard = visit(f"presentera?pres_id={KEY}&bild=4")
    title = page.locator(".st-key-stage h1").inner_text()
    page.get_by_role("link", name="Öppna i Utforska").click()
    page.wait_for_function("document.title.startsWith('Utforska')")
    page.locator(".st-key-frame_explore .find", has_text=title).wait_for()
    assert "diagram=rangordning" in page.url
    page.get_by_label("Visa som").wait_for()
    page.get_by_role("link", name="Tillbaka till bild 4").click()
    wait_for_slide(page, 4)
    assert page.locator(".st-key-stage h1").inner_text() == title
    assert heard.errors == []
    page.context.close()


def test_the_code_leads_to_the_same_view(visit, server):
    page, _ = visit(f"presentera?pres_id={KEY}&bild=2")
    code = page.locator("img.qr")
    assert code.get_attribute("alt") == "Öppna Utforska med samma val i telefonen"
    box = code.bounding_box()
    assert min(box["width"], box["height"]) >= 25 / 25.4 * 96, "25 mm"
    address = page.get_by_role("link", name="Öppna i Utforska").get_attribute("href").split("&pres_fran")[0]
    import segno

    wanted = segno.make_qr(f"{server}/{address}", error="l", boost_error=False)
    title = "Öppna Utforska med samma val i telefonen"
    drawn = wanted.svg_data_uri(title=title, dark="#14222c", light="#ffffff", border=2, omitsize=True)
    assert code.get_attribute("src") == drawn
    page.context.close()


def test_the_notes_are_turned_with_keys_and_opened_cold_they_are_the_same(visit):
    page, _ = visit(f"presentera?pres_id={KEY}&roll=manus&bild=1")
    page.keyboard.press("PageDown")
    page.locator(".manus .no", has_text="2 /").wait_for()
    said = page.locator(".manus .words").inner_text()
    again, heard = visit(page.url.split("/", 3)[3])
    assert again.locator(".manus .words").inner_text() == said
    assert urlsplit(page.url).query.count("roll=manus") == 1
    assert heard.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("number", [1, 2, len(STORY.slides)])
def test_no_serious_fault_of_accessibility_on_the_stage(visit, scheme, number):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = visit(f"presentera?pres_id={KEY}&bild={number}")
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(f"getComputedStyle(document.querySelector('.stApp')).colorScheme === '{scheme}'")
    settled(page)
    assert page.locator("h1").count() == 1
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"]) for v in found if v["impact"] in {"serious", "critical"}] == []
    page.context.close()


def test_the_stage_is_left_with_the_keyboard_alone(visit):
    page, _ = visit(f"presentera?pres_id={KEY}&bild=2")
    page.locator(".turn a[data-to=next]").focus()
    page.wait_for_function("getComputedStyle(document.querySelector('.turn')).opacity === '1'")
    page.keyboard.press("Enter")
    wait_for_slide(page, 3)
    page.context.close()
