"""A challenge area in a real browser: parts and measure in the address, back, texts written and approved."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from rus.catalogue.read import read_catalogue
from tests.browser.looking import RULES, turned
from tests.browser.waiting import arrived, open_list, settled

AREA = read_catalogue().challenges[0].id
WHERE, END = f"{AREA}?utm_flik={quote('Var?')}", f"{AREA}?utm_flik={quote('Analysens slutsats')}"


def ready(page) -> None:
    page.wait_for_selector(".foot")
    settled(page)


def test_the_chosen_measure_stands_in_the_address_and_back_undoes_it(visit):
    page, heard = visit(AREA)
    before = page.get_by_role("radio", checked=True).inner_text()
    page.get_by_role("radio", checked=False).first.click()
    page.wait_for_function("location.search.includes('utm_matt=')")
    ready(page)
    chosen = page.get_by_role("radio", checked=True).inner_text()
    assert chosen != before
    again, _ = visit(page.url.split("/", 3)[3])
    assert again.get_by_role("radio", checked=True).inner_text() == chosen
    second = page.url
    page.get_by_role("radio", checked=False).last.click()
    page.wait_for_function("before => location.href !== before", arg=second)
    ready(page)
    page.go_back()
    arrived(page, second)
    expect(page.get_by_role("radio", checked=True)).to_have_text(chosen, use_inner_text=True, timeout=30_000)
    assert heard.errors == []


def test_the_copied_link_opens_the_same_part_and_measure(visit):
    page, _ = visit(WHERE)
    title = page.locator(".find.big").first.inner_text()
    page.get_by_role("button", name="Kopiera länk").click()
    link = page.locator("#rus-link").input_value()
    assert "utm_matt=" in link
    assert "dv=" in link
    again, _ = visit(link.split("/", 3)[3])
    assert again.get_by_role("tab", selected=True).inner_text() == "Var?"
    assert again.locator(".find.big").first.inner_text() == title


def test_all_measures_are_shown_by_a_press_and_in_the_copied_link(visit):
    page, heard = visit(AREA)
    rows = page.locator(".st-key-frame_measures th[scope=row]")
    before = rows.count()
    page.get_by_role("button", name=re.compile("Visa .* mått till")).click()
    page.wait_for_function("location.search.includes('utm_fler=1')")
    ready(page)
    every = rows.count()
    assert every > before
    page.get_by_role("button", name="Kopiera länk").click()
    again, _ = visit(page.locator("#rus-link").input_value().split("/", 3)[3])
    assert again.locator(".st-key-frame_measures th[scope=row]").count() == every
    page.go_back()
    page.wait_for_function("!location.search.includes('utm_fler')")
    expect(rows).to_have_count(before, timeout=30_000)
    assert heard.errors == []


def test_the_tabs_are_walked_by_keyboard(visit):
    page, _ = visit(AREA)
    page.get_by_role("tab").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('utm_flik=')")
    ready(page)
    assert page.get_by_role("tab", selected=True).inner_text() == "För vem?"


def test_a_conclusion_is_written_read_by_another_and_taken_away(visit):
    page, heard = visit(END)
    page.get_by_text("Redigera texter", exact=True).click()
    page.get_by_label("Nuläge").fill("Så här är det.")
    page.get_by_label("Skrivet av").fill("Analys")
    page.get_by_role("button", name="Spara", exact=True).click()
    page.get_by_text("Texten är sparad.").wait_for()
    other, _ = visit(END)
    assert other.get_by_text("Så här är det.").is_visible()
    assert other.get_by_role("button", name="Spara", exact=True).count() == 0
    page.get_by_text("Alla versioner (1)").click()
    page.get_by_role("button", name="Ta bort texten").click()
    main = page.get_by_role("main")  # where it never says so, the test tells what it says
    expect(main).to_contain_text("Slutsatsen är inte skriven", use_inner_text=True, timeout=30_000)
    assert heard.errors == []


@pytest.mark.parametrize("address", ["", AREA, END])
def test_nothing_serious_is_wrong_where_texts_are_edited(visit, address):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = visit(address)
    page.get_by_text("Redigera texter", exact=True).click()
    page.get_by_text("Granska:").first.wait_for() if address != END else page.get_by_label("Nuläge").wait_for()
    ready(page)
    for scheme in ("light", "dark"):
        turned(page, scheme)
        found = Axe().run(page, options=RULES).response["violations"]
        serious = [v for v in found if v["impact"] in {"serious", "critical"}]
        assert [(scheme, v["id"], [n["target"] for n in v["nodes"]][:3]) for v in serious] == []


def test_the_map_of_the_first_page_is_in_its_link(visit):
    page, heard = visit("")
    open_list(page, page.get_by_role("combobox", name="Mått på kartan"))
    page.get_by_role("option").nth(2).click()
    page.wait_for_function("location.search.includes('start_karta=')")
    ready(page)
    shown = page.locator(".st-key-frame_tiles h2").inner_text()
    page.get_by_role("button", name="Kopiera länk").click()
    again, _ = visit(page.locator("#rus-link").input_value().split("/", 3)[-1].lstrip("/"))
    assert again.locator(".st-key-frame_tiles h2").inner_text() == shown
    page.keyboard.press("Escape")
    before = page.url
    open_list(page, page.get_by_role("combobox", name="Mått på kartan"))
    page.get_by_role("option").nth(3).click()
    page.wait_for_function("before => location.href !== before", arg=before)
    ready(page)
    page.go_back()
    arrived(page, before)
    expect(page.locator(".st-key-frame_tiles h2")).to_have_text(shown, use_inner_text=True, timeout=30_000)
    assert heard.errors == []


def test_who_goes_to_and_fro_between_two_parts_finds_the_same_chart_in_whatever_room_there_is(visit):
    page, heard = visit(AREA)

    def turn(name):
        page.get_by_role("tab", name=name).click()
        ready(page)
        expect(page.get_by_role("tab", selected=True)).to_have_text(name, use_inner_text=True)

    for name in ("För vem?", "Läget", "För vem?", "Läget"):
        turn(name)
    chart = page.locator(".st-key-lead .js-plotly-plot").element_handle()
    turn("För vem?")
    assert not chart.is_visible()
    page.set_viewport_size({"width": 900, "height": 900})
    turn("Läget")
    assert chart.is_visible()
    page.wait_for_function(
        "e => e.querySelector('.main-svg').getBoundingClientRect().right <= e.closest('[class*=frame_lead]')"
        ".getBoundingClientRect().right",
        arg=chart,
    )
    assert heard.errors == []
    page.context.close()
