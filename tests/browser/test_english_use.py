"""The English interface in use: the language goes along, choices mean the same, and it can be left again."""

import pytest

from tests.browser.test_english import TRANSLATED, english
from tests.browser.waiting import open_list, settled


@pytest.fixture
def explore(visit):
    page, heard = visit(english("utforska"))
    page.wait_for_function(TRANSLATED)
    yield page
    assert heard.errors == []
    assert heard.outside == []


def test_a_choice_in_english_is_the_same_choice(explore):
    open_list(explore, explore.get_by_role("combobox", name="Sex"))
    explore.get_by_role("option", name="Women", exact=True).click()
    explore.wait_for_function("new URL(location).searchParams.get('kon') === 'K'")
    settled(explore)
    assert explore.get_by_role("combobox", name="Sex").input_value() == "Women"
    assert "lang=en" in explore.url


def test_the_language_goes_along_to_another_page_and_back(explore):
    explore.get_by_role("link", name="Goal status").first.click()
    explore.wait_for_function("location.pathname.endsWith('/malstatus') && location.search.includes('lang=en')")
    settled(explore)
    assert explore.get_by_role("heading", level=1).inner_text() == "Goal status"
    assert explore.title().startswith("Goal status – ")
    explore.go_back()
    explore.wait_for_function("location.pathname.endsWith('/utforska') && location.search.includes('lang=en')")


def test_links_in_our_own_markup_keep_the_language(explore):
    links = explore.locator(".rus a[href]:not([hreflang])")
    inside = [
        link for link in links.evaluate_all("e => e.map(a => a.href)") if "/app/" not in link and "://127" in link
    ]
    assert inside
    assert [link for link in inside if "lang=en" not in link] == []


def test_the_switch_keeps_every_choice_and_works_by_keyboard(visit):
    page, heard = visit("utforska?kon=K&geo=00")
    switch = page.get_by_role("link", name="In English")
    assert switch.get_attribute("lang") == "en"
    switch.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(TRANSLATED)
    page.wait_for_selector(".foot")
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "kon=K" in page.url
    assert "geo=00" in page.url
    back = page.get_by_role("link", name="På svenska")
    assert back.get_attribute("lang") == "sv"
    back.click()
    page.wait_for_function("!window.rusEnglish && document.querySelector('.foot a[hreflang=en]')")
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert "lang=en" not in page.url
    assert "kon=K" in page.url
    assert heard.errors == []


def test_a_swedish_page_loads_nothing_of_it(visit):
    page, _ = visit("om")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert [name for name in loaded if "english" in name] == []


def test_a_language_that_does_not_exist_is_refused_with_a_friendly_word(visit):
    page, heard = visit("om?lang=de")
    assert page.evaluate("document.documentElement.lang") == "sv"
    page.get_by_text("Sidan visar standardvalet i stället").wait_for()
    assert page.get_by_text("lang=de").count() == 1
    assert heard.errors == []


@pytest.mark.parametrize("address", ["", "utforska", "malstatus"])
def test_no_fault_of_accessibility_in_english(visit, address):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = visit(english(address))
    page.wait_for_function(TRANSLATED)
    faults = [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in Axe().run(page).response["violations"]]
    assert faults == []


def test_nothing_is_wider_than_the_screen_in_english(visit):
    page, _ = visit(english(""))
    page.wait_for_function(TRANSLATED)
    for width in (320, 390, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(f"document.documentElement.clientWidth <= {width}")
        page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_page_that_does_not_exist_is_said_in_swedish_on_a_swedish_page(visit):
    page, _ = visit("finns-inte")
    box = page.get_by_role("dialog", name="Sidan finns inte")
    box.get_by_role("button", name="Stäng").click()
    box.wait_for(state="detached")
