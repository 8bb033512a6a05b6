"""Each page's controls, whatever they are: each changes the page, back undoes it, and the link shows it again."""

from dataclasses import dataclass, field

import pytest

from tests.browser.controls import MAIN, NO_PICTURE, Control, change, controls, put_back, says, says_at_last, still
from tests.browser.places import scripts
from tests.browser.waiting import arrived

CHOOSE = (
    f"{MAIN} :is([role=combobox], [role=radio], [role=tab], [role=slider], [role=switch], [role=radiogroup]):visible"
)


@dataclass
class Walked:
    """What the walk of a page met."""

    offered: int = 0
    tried: list[Control] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    back: tuple[list[str], list[str]] = ([], [])
    link: tuple[list[str], list[str]] = ([], [])


@pytest.fixture(scope="module", params=scripts())
def walked(request, visit):
    """A page whose controls are changed one after another; then back, and the address opened anew."""
    page, heard = visit(request.param, locale="sv-SE")
    got = Walked(page.locator(CHOOSE).count())
    every = list(controls(page))
    if last := _change(page, every, got):
        _back(page, last, got)
    now = page.url, says(page)
    page.goto(now[0])
    page.wait_for_selector(".foot, .turn", timeout=60_000)
    still(page)
    got.link = says(page), now[1]
    yield request.param, got
    assert heard.errors == []
    assert heard.outside == []
    page.context.close()


def _change(page, every: list[Control], got: Walked) -> tuple[str, list[str]] | None:
    """Change each; the address and the words before the last change that made an address of its own."""
    before = None
    for control in every:
        if control not in list(controls(page)):
            continue  # another choice has put it away
        was, steps = (page.url, says(page)), page.evaluate("history.length")
        got.tried.append(control)
        change(page, control)
        if page.url == was[0]:
            got.unlinked.add(control.label)
            put_back(page, control)
        else:
            before = was if page.evaluate("history.length") > steps else None
    return before


def _back(page, before: tuple[str, list[str]], got: Walked) -> None:
    now = page.url, says(page)
    page.go_back()
    _at(page, *before)
    got.back = says(page), before[1]
    page.go_forward()
    _at(page, *now)


def _at(page, address: str, lines: list[str]) -> None:
    arrived(page, address)
    says_at_last(page, lines)


def test_every_control_changes_the_page(walked):
    _, got = walked
    assert bool(got.tried) == bool(got.offered)


def test_every_choice_is_in_the_address(walked):
    _, got = walked
    assert got.unlinked - NO_PICTURE == set()


def test_the_back_button_undoes_the_last_choice(walked):
    _, got = walked
    assert got.back[0] == got.back[1]


def test_the_address_alone_shows_the_same(walked):
    _, got = walked
    assert got.link[0] == got.link[1]
