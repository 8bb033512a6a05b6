"""Each page without a mouse: enlarged, narrow, its lists and what it opens, and without movement."""

import re

import pytest

from tests.browser.looking import BESIDE, BROKEN, FIELDS
from tests.browser.places import scripts
from tests.browser.waiting import answered, open_list, settled
from tests.browser.walking import CUT, MOST, NAMED, walk


@pytest.fixture(scope="module", params=scripts())
def opened(request, visit):
    """A page, looked at by all tests in turn."""
    page, heard = visit(request.param)
    yield page
    assert heard.errors == []
    page.context.close()


@pytest.fixture(scope="module")
def tried() -> set[str]:
    """Names of what has been opened on one page, and need not be on the next."""
    return set()


def test_the_keyboard_reaches_everything_on_a_narrow_screen(opened):
    """What is shut there, as the menu is, is no stop."""
    opened.set_viewport_size({"width": 320, "height": 800})
    opened.wait_for_function("document.documentElement.clientWidth <= 320")
    settled(opened)
    walked = walk(opened)
    opened.set_viewport_size({"width": 1280, "height": 900})
    assert 5 < len(walked.stops) < MOST
    assert walked.faint == []
    assert walked.missed == []


def test_lists_open_and_shut_by_keyboard(opened):
    opened.keyboard.press("Escape")
    for box in opened.locator("[role=combobox]:enabled:visible").all()[:3]:
        handle = box.element_handle()
        open_list(opened, box)
        opened.keyboard.press("Escape")
        opened.wait_for_function(
            "e => e.getAttribute('aria-expanded') === 'false' && document.activeElement === e", arg=handle
        )


@pytest.mark.parametrize("how", ["narrow", "zoom", "letters"])
def test_nothing_is_lost_when_it_is_enlarged(opened, how):
    """320 px wide is 1280 at 400 %, 640 is 1280 at 200 %; and letters twice as large in a window as it was."""
    width = {"narrow": 320, "zoom": 640, "letters": 1280}[how]
    before = set(opened.evaluate(NAMED))
    opened.set_viewport_size({"width": width, "height": 800})
    if how == "letters":
        opened.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    opened.wait_for_function(f"document.documentElement.clientWidth <= {width}")
    settled(opened)
    opened.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    cut, gone = opened.evaluate(CUT), before - set(opened.evaluate(NAMED))
    opened.evaluate("document.documentElement.style.removeProperty('font-size')")
    opened.set_viewport_size({"width": 1280, "height": 900})
    assert cut == []
    assert before
    assert {name for name in gone if "flikar till" not in name} == set()  # those come and go with the room for tabs


def test_what_is_opened_fits_a_narrow_screen(opened, tried):
    """Each kind of popover once, wherever it is met first."""
    opened.set_viewport_size({"width": 320, "height": 800})
    opened.wait_for_function("document.documentElement.clientWidth <= 320")
    settled(opened)
    buttons = opened.locator("[data-testid=stPopoverButton]:visible")
    for n, name in enumerate(buttons.all_inner_texts()):
        if name in tried:
            continue
        tried.add(name)
        buttons.nth(n).press("Enter")
        answered(opened)
        found = [fault for look in (BESIDE, FIELDS, BROKEN) for fault in opened.evaluate(look)]
        opened.keyboard.press("Escape")
        opened.locator("[data-testid=stPopoverBody]").wait_for(state="detached")
        assert (name, found) == (name, [])
    opened.set_viewport_size({"width": 1280, "height": 900})


def test_nothing_moves_for_who_asked_for_stillness(opened):
    opened.emulate_media(reduced_motion="reduce")
    settled(opened)
    moving = "document.getAnimations().filter(a => a.playState === 'running').map(a => a.animationName ?? a.id)"
    assert opened.evaluate(moving) == []
    slow = opened.evaluate("getComputedStyle(document.querySelector('a, button')).transitionDuration")
    assert set(re.findall(r"[\d.]+", slow)) <= {"0"}


def test_the_menu_of_a_narrow_screen_opens_and_shuts_by_keyboard(visit):
    page, heard = visit("om", locale="sv-SE")
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_role("button", name="Öppna menyn").press("Enter")
    page.get_by_role("link", name="Utforska", exact=True).wait_for()
    page.wait_for_function("document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().left === 0")
    assert page.evaluate(BESIDE) == []
    page.get_by_role("button", name="Stäng menyn").press("Enter")
    page.get_by_role("link", name="Utforska", exact=True).wait_for(state="hidden")
    assert heard.errors == []
    page.context.close()


@pytest.mark.parametrize("address", ["om", "projekt", "data-och-kvalitet", "indikatorer"])
def test_tabs_change_by_arrow_keys(visit, address):
    page, _ = visit(address)
    first = page.get_by_role("tab", selected=True)
    name = first.inner_text()
    first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "name => document.querySelector('[role=tab][aria-selected=true]').innerText !== name", arg=name
    )
    page.wait_for_function("document.activeElement.getAttribute('role') === 'tab'")


SHUT = "tab => { tab.removeAttribute('tabindex'); tab.setAttribute('aria-disabled', 'true'); }"
OPEN = "tab => { tab.removeAttribute('aria-disabled'); tab.tabIndex = 0; }"
"""As Streamlit does with a tab when its row has been drawn anew and it has not."""


@pytest.mark.parametrize("gone", [False, True])
def test_a_tab_that_was_shut_off_for_a_moment_has_the_focus_again(visit, gone):
    """Unless the reader has gone elsewhere meanwhile."""
    page, heard = visit("om")
    tab, elsewhere = page.get_by_role("tab", selected=True), page.get_by_role("link", name="Utforska").first
    tab.focus()
    tab.evaluate(SHUT)
    page.wait_for_function("document.activeElement === document.body")
    if gone:
        elsewhere.focus()
    tab.evaluate(OPEN)
    wanted = (elsewhere if gone else tab).element_handle()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.wait_for_function("wanted => document.activeElement === wanted", arg=wanted)
    assert heard.errors == []
