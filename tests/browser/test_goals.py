"""Målstatus in a real browser: a goal opens where it is clicked, stands in the address, and shuts again."""

import re

import pytest

from tests.browser.waiting import settled

BRANCH, GOAL = "Minskad klimatpåverkan", "Utsläpp av växthusgaser"
OPEN = ".st-key-open_goal"


@pytest.fixture
def page(visit):
    page, heard = visit("malstatus")
    yield page
    assert heard.errors == []
    page.context.close()


def branch(page):
    return page.locator("details.br", has=page.get_by_role("heading", name=BRANCH))


def test_the_tree_is_shut_and_short(page):
    assert page.locator("details.br[open]").count() == 0
    assert page.locator("[data-testid=stMainBlockContainer]").evaluate("e => e.scrollHeight") <= 2500


def test_a_goal_opens_below_its_row_and_is_in_the_address(page):
    branch(page).locator("summary").click()
    page.locator("details.br", has=page.get_by_role("heading", name="Giftfri miljö")).locator("summary").click()
    branch(page).get_by_role("link", name=GOAL).click()
    page.wait_for_selector(OPEN)
    settled(page)
    assert "mal_rad=utslapp-av-vaxthusgaser" in page.url
    assert page.locator("details.br[open]").count() == 2  # the other one that was opened stays so
    row, panel = page.locator("tr.mine").bounding_box(), page.locator(OPEN).bounding_box()
    assert 0 < panel["y"] - row["y"] - row["height"] < 40
    assert "Räkneexempel, inte prognos" in page.locator(OPEN).inner_text()
    branch(page).locator("summary").click()
    assert not page.locator(OPEN).is_visible()
    branch(page).locator("summary").click()
    page.locator(OPEN).get_by_role("link", name="Stäng").click()
    page.wait_for_selector(OPEN, state="detached")
    assert "mal_rad" not in page.url


def test_the_keyboard_opens_a_branch_and_a_goal(page):
    branch(page).locator("summary").focus()
    page.keyboard.press("Enter")
    branch(page).get_by_role("link", name=GOAL).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(OPEN)
    page.wait_for_function(f"document.activeElement.textContent === '{GOAL}'")
    slider = page.get_by_role("slider", name=re.compile("Takt"))
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("mal_takt="))


def test_a_link_opens_the_same_goal_with_the_same_pace(visit):
    page, _ = visit("malstatus?mal_rad=utslapp-av-vaxthusgaser&mal_takt=-5")
    assert "Om takten blir −5,0" in page.locator(OPEN).inner_text()
    page.wait_for_function("document.querySelector('tr.mine').getBoundingClientRect().top < innerHeight")
    page.context.close()
