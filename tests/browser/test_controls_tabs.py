"""The controls that stand in other tabs than the first: each tab by its address, each control, back and link."""

from urllib.parse import quote

import pytest

from rus.catalogue.read import read_catalogue
from tests.browser.controls import NO_PICTURE, controls, says, still
from tests.browser.test_controls import Walked, _back, _change

TABS = {
    read_catalogue().challenges[0].id: "utm_flik",
    "indikatorer": "kat_flik",
    "data-och-kvalitet": "kv_flik",
    "om": "om_flik",
    "malstatus": "mal_vy",
}
"""Page → what its tabs are called in its address; those of Projekt have no controls."""
VIEWS = {"malstatus": ["matris"]}
"""Where the address has a word of its own for a part of the page that is no tab."""


def others(page, address: str) -> list[str]:
    """The tabs that are not shown to those who say nothing."""
    return VIEWS.get(address) or page.get_by_role("tab", selected=False).all_inner_texts()


@pytest.mark.parametrize("address", TABS)
def test_the_controls_of_every_other_tab_change_it_and_are_in_its_address(visit, server, address):
    page, heard = visit(address, locale="sv-SE")
    names, tried = others(page, address), 0
    assert names
    for name in names:
        page.goto(f"{server}/{address}?{TABS[address]}={quote(name)}")
        page.wait_for_selector(".foots, .foot", timeout=60_000)
        still(page)
        got = Walked()
        # the switch for writing stands above every tab that has texts: the first of them tries it
        last = _change(
            page, [one for one in controls(page) if one.kind != "stTabs" and one.label not in NO_PICTURE], got
        )
        assert got.unlinked == set(), name
        if last:
            _back(page, last, got)
            assert got.back[0] == got.back[1], name
            now = page.url, says(page)
            page.goto(now[0])
            page.wait_for_selector(".foots, .foot", timeout=60_000)
            still(page)
            assert says(page) == now[1], name
        tried += len(got.tried)
    assert tried
    assert heard.errors == []
    assert heard.outside == []
    page.context.close()
