"""Indikatorkatalog in a browser: the card's link, back, files, and a review from the first word to the board."""

import csv
import io
from pathlib import Path
from urllib.parse import quote

from rus.catalogue.read import read_catalogue
from tests.browser.waiting import settled

REVIEW = f"indikatorer?kat_flik={quote('Översyn')}"


def title(page) -> str:
    """The name on the card."""
    return page.locator(".find.big").inner_text()


def test_another_card_has_its_own_link_and_back_returns(visit):
    page, heard = visit("indikatorer")
    first = title(page)
    option = page.locator("[data-testid=stRadioOption]").nth(2)
    option.click()
    page.wait_for_function("location.search.includes('kat_ind=')")
    page.locator(".find.big", has_not_text=first).wait_for()
    second = title(page)
    again, _ = visit(page.url.split("/", 3)[3])
    assert title(again) == second
    again.context.close()
    page.locator("[data-testid=stRadioOption]").nth(4).click()
    page.locator(".find.big", has_not_text=second).wait_for()
    page.go_back()
    page.locator(".find.big", has_text=second).wait_for()
    assert heard.errors == []
    page.context.close()


def test_search_and_filters_are_in_the_link(visit):
    some = next(s for i in read_catalogue().indicators.values() for s in i.series if s.loader == "kolada")
    page, _ = visit("indikatorer")
    page.get_by_label("Sök mått").fill(some.source_id)
    page.wait_for_function("location.search.includes('kat_sok=')")
    page.locator(".tally", has_text="1 av 1").wait_for()
    again, _ = visit(page.url.split("/", 3)[3])
    assert again.locator(".tally").inner_text() == page.locator(".tally").inner_text()
    again.context.close()
    page.context.close()


def test_the_file_holds_the_list_on_show(visit):
    page, _ = visit("indikatorer?kat_sok=tillit")
    shown = page.locator(".tally").inner_text().split(" av ")[1].split()[0]
    page.get_by_role("button", name="Ladda ner listan").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV för program").click()
    rows = list(csv.DictReader(io.StringIO(Path(taken.value.path()).read_text(encoding="utf-8"))))
    assert len(rows) == int(shown)
    names = {i.title for i in read_catalogue().indicators.values()}
    assert {row["title"] for row in rows} <= names
    page.context.close()


def test_a_review_goes_from_the_card_to_the_board_by_keyboard(visit):
    one = next(i for i in read_catalogue().indicators.values() if i.state == "in_use" and not i.goals)
    page, heard = visit(f"indikatorer?kat_ind={one.id}")
    page.get_by_role("link", name="Granska måttet").focus()
    page.keyboard.press("Enter")
    comment = page.get_by_label("Kommentar")
    comment.focus()
    page.keyboard.type("Behövs för området")
    page.keyboard.press("Tab")
    save = page.get_by_role("button", name="Spara", exact=True)
    save.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Granskningen är sparad").wait_for()
    assert page.locator(".rev a").all_inner_texts() == [one.short]
    settled(page)
    again, _ = visit(f"{REVIEW}&kat_ind={one.id}")
    assert again.get_by_label("Kommentar").input_value() == "Behövs för området"
    again.get_by_role("button", name="Ta bort ur översynen").click()
    again.get_by_text("borttaget ur översynen").first.wait_for()
    assert heard.errors == []
    again.context.close()
    page.context.close()
