"""Kommuner in a real browser: map and keyboard choose, each choice is in the address, and files hold the table."""

import csv
import io
import re
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from tests.browser.waiting import settled

ROWS = ".pf tbody tr:not(.part)"


@pytest.fixture(scope="module")
def kommuner() -> list[str]:
    """Codes of the county's kommuner on the map."""
    catalogue = read_catalogue()
    return [tile.region for tile in catalogue.here.tiles]


@pytest.fixture
def page(visit, kommuner):
    page, heard = visit(f"kommuner?geo={kommuner[0]}")
    yield page
    assert heard.errors == []
    assert heard.outside == []
    page.context.close()


def name(code: str) -> str:
    return read_catalogue().name(code)


def test_a_tile_chooses_its_kommun_and_the_back_button_returns(page, kommuner):
    page.evaluate("window.sameVisit = true")
    page.locator(".tiles.pick").get_by_role("link", name=name(kommuner[1]), exact=True).click()
    page.locator(".facts .find", has_text=name(kommuner[1])).wait_for()
    settled(page)
    assert f"geo={kommuner[1]}" in page.url
    page.go_back()
    page.locator(".facts .find", has_text=name(kommuner[0])).wait_for()
    assert page.evaluate("window.sameVisit")


def test_the_keyboard_chooses_on_the_map(page, kommuner):
    page.locator(".tiles.pick a").nth(2).focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"!location.search.includes('geo={kommuner[0]}')")
    settled(page)
    assert page.locator(".tiles.pick a[aria-current=true]").count() == 1


def test_each_control_changes_what_it_should_and_the_link_shows_it_again(page, visit):
    page.get_by_role("combobox", name=re.compile("Jämför med")).click()
    page.get_by_role("option").nth(3).click()
    page.wait_for_function("location.search.includes('kom_jmf=')")
    page.get_by_role("combobox", name=re.compile("^Visa|Visa$|Visa")).first.click()
    page.get_by_role("option", name=re.compile("Landets tiondel")).click()
    page.wait_for_function("location.search.includes('kom_urval=ytter')")
    page.get_by_text("3-årsmedel", exact=True).first.click()
    page.wait_for_function("location.search.includes('kom_medel=ja')")
    settled(page)
    assert page.locator(".facts section").count() == 2
    shown = page.locator(ROWS).all_inner_texts()
    assert any("3-årsmedel" in row for row in shown)
    again, _ = visit(page.url.split("/", 3)[3])
    assert again.locator(ROWS).all_inner_texts() == shown
    again.context.close()


def test_a_measure_leads_to_utforska_with_the_same_place(page, kommuner):
    page.locator(f"{ROWS} th a").first.click()
    page.wait_for_function("document.title.startsWith('Utforska')")
    assert f"geo={kommuner[0]}" in page.url
    assert "ind=" in page.url


def test_the_file_has_the_rows_of_the_table(page):
    links = [link.get_attribute("href") for link in page.locator(f"{ROWS} th a").all()]
    page.get_by_role("button", name="Ladda ner", exact=True).click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV för program").first.click()
    rows = list(csv.DictReader(io.StringIO(Path(taken.value.path()).read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == [re.search("ind=([^&]+)", str(link)).group(1) for link in links]  # type: ignore[union-attr]  # every link names one
    values = page.locator(f"{ROWS} td.v b").all_inner_texts()
    for row, shown in zip(rows, values, strict=True):
        number = shown.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
        digits = len(number.partition(".")[2])
        assert row["value"] == "" or abs(float(row["value"]) - float(number)) <= 0.5001 / 10**digits
