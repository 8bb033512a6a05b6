"""The frame of every page: the page that is open is marked in the menu, and focus is one ring round a whole control."""

import pytest

from tests.browser.waiting import settled

CURRENT = "[...document.querySelectorAll('[data-testid=stHeader] [aria-current]')].map(one => one.innerText.trim())"


@pytest.mark.parametrize(("address", "word"), [("om", "Mer"), ("vyer", "Mer"), ("utforska", "Utforska"), ("", None)])
def test_the_open_page_or_the_word_it_stands_under_is_marked(visit, address, word):
    page, heard = visit(address)
    wanted = word or page.locator("[data-testid=stTopNavLink]").first.inner_text()
    page.wait_for_function(f"wanted => {CURRENT}.join() === wanted", arg=wanted)
    if word == "Mer":
        page.get_by_role("link", name="Kommuner", exact=True).first.click()
        page.wait_for_function(f"{CURRENT}.join() === 'Kommuner'")
    assert heard.errors == []
    page.context.close()


def test_focus_on_a_list_is_one_ring_round_all_of_it(visit):
    page, _ = visit("utforska")
    settled(page)
    page.get_by_role("combobox", name="Kön").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    ring = """() => {
      const box = document.activeElement, whole = box.closest('[role=group]'), style = (e) => getComputedStyle(e);
      return [style(box).outlineStyle, style(whole).outlineStyle, parseFloat(style(whole).outlineWidth)];
    }"""
    assert page.evaluate(ring) == ["none", "solid", 3]
    page.context.close()
