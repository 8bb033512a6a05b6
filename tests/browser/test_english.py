"""The English interface: nothing but what is meant to is Swedish, and choices mean the same as in Swedish."""

import pytest

from tests.browser.places import scripts
from tests.browser.swedish import as_entries, seen, wrong
from tests.browser.waiting import answered, settled

TRANSLATED = "document.title && window.rusEnglish && document.querySelector('.foot a[hreflang=sv]')"
STATES = (
    "presentera?pres_id=laget-i-lanet&pres_vald=2",
    "vyer?vy_samling=kommundialog",
    "utforska?ind=sysselsattningsgrad&jmf=jamforbara-lan&diagram=spridning&utf_omr=kommuner",
    "utforska?ind=sysselsattningsgrad&jmf=jamforbara-lan&diagram=spridning&utf_omr=lan",
    "utforska?ind=sysselsattningsgrad&diagram=karta&utf_omr=kommuner",
    "vyer?fast=isysselsattningsgrad~~kKM~~isysselsattningsgrad~~pjamlikhet~~xvisa:nu~~pmalstatus",
)
"""Addresses that show parts of a page which its own address does not."""
POPOVERS = "[data-testid=stMain] [data-testid=stPopover] button:visible"


def english(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang=en"


def opened_folds(page) -> None:
    """Every fold, and what is filled in when it is opened."""
    for fold in page.locator("[data-testid=stMain] summary:visible").all():
        if not fold.evaluate("e => e.parentElement.open"):
            fold.click()
            settled(page)


def behind_buttons(page) -> list[dict]:
    """What the popovers hold, one of each kind: those of charts are alike."""
    found, buttons = [], page.locator(POPOVERS)
    names = buttons.all_inner_texts()
    for number in sorted(names.index(name) for name in set(names)):
        buttons.nth(number).click()
        answered(page)
        found += seen(page)
        page.keyboard.press("Escape")
        page.wait_for_selector("[data-testid=stPopoverBody]", state="detached")
    return found


@pytest.mark.parametrize("address", [*scripts(), *STATES])
def test_every_text_is_english_or_is_said_to_be_swedish(visit, address):
    page, heard = visit(english(address))
    page.wait_for_function(TRANSLATED)
    found = []
    for number in range(max(1, page.get_by_role("tab").count())):
        if page.get_by_role("tab").count():
            page.get_by_role("tab").nth(number).click()
            settled(page)
        opened_folds(page)
        found += seen(page)
        found += behind_buttons(page)
    left = sorted(set(wrong(found)))
    assert left == [], f"add to rus/ui/english.po:\n{as_entries(left)}"
    assert len(found) > 30
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heard.errors == []
    assert heard.outside == []
