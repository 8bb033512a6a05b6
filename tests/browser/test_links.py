"""Links in our own markup go to the page without loading it anew, and the browser's back button returns."""

import pytest

from rus.catalogue.read import read_catalogue

BESIDE_THE_LOGO = """() => getComputedStyle(
    document.querySelector("[data-testid=stHeaderLogo]").parentElement, "::after").content"""


def test_a_measures_name_leads_to_it_and_back_again(visit):
    page, heard = visit("")
    page.evaluate("window.sameVisit = true")
    link = page.locator(".ind .nm a").first
    name = link.inner_text()
    link.click()
    page.wait_for_function("document.title.startsWith('Utforska')")
    page.locator(".find", has_text=name).first.wait_for()
    assert page.evaluate("window.sameVisit")
    assert "ind=" in page.url
    page.go_back()
    page.locator(".heads").wait_for()
    assert page.evaluate("window.sameVisit")
    assert heard.errors == []
    page.context.close()


def test_the_logo_says_in_swedish_where_it_leads(visit):
    page, _ = visit("utforska")
    assert page.locator("[data-testid=stLogoLink]").get_attribute("aria-label") == "Till startsidan"
    page.context.close()


@pytest.mark.parametrize("address", ["", "utforska"])
def test_the_place_stands_beside_the_logo(visit, address):
    page, _ = visit(address)
    assert page.evaluate(BESIDE_THE_LOGO) == f'"{read_catalogue().here.short}"'
    page.context.close()


def test_a_kommun_on_the_tile_map_leads_to_its_figures(visit):
    page, _ = visit("")
    tile = page.locator(".tiles a").first
    code = tile.get_attribute("href").split("geo=")[1].split("&")[0]
    tile.click()
    page.wait_for_function("document.title.startsWith('Utforska')")
    assert f"geo={code}" in page.url
    page.context.close()
