"""The English interface: nothing but what is meant to is Swedish, and choices mean the same as in Swedish."""

import pytest

from tests.browser.swedish import as_entries, seen, wrong
from tests.browser.test_without_mouse import addresses
from tests.browser.waiting import settled

TRANSLATED = "document.title && window.rusEnglish && document.querySelector('.foot a[hreflang=sv]')"


def english(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang=en"


def opened_folds(page) -> None:
    for fold in page.locator("summary:visible").all():
        if not fold.evaluate("e => e.parentElement.open"):
            fold.click()
    settled(page)


@pytest.mark.parametrize("address", list(addresses()))
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
    left = sorted(set(wrong(found)))
    assert left == [], f"add to rus/ui/english.po:\n{as_entries(left)}"
    assert len(found) > 30
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heard.errors == []
    assert heard.outside == []
