"""The English interface of another county: no sentence of ours is Swedish, not even where a file is broken."""

from collections.abc import Iterator

import pytest

from rus.core import paths
from rus.ui.cached import _earlier
from tests.browser import swedish
from tests.browser.conftest import started
from tests.browser.swedish import as_entries, seen, wrong
from tests.browser.test_english import TRANSLATED, english
from tests.browser.waiting import settled
from tests.region.making import make_region
from tests.region.test_second_region import ADDRESSES

TABBED = "arbete-at-alla"
"""The page whose tabs are opened too; those of other pages say little that another county's files decide."""
TROUBLE = "window.rusEnglish && document.querySelector('[data-testid=stAlertContentError]')"
EARLIER = "The catalogue has errors, so the figures are shown as they were in data version 2026-01-01T000000Z."
SAY = "(text) => window.rusEnglish.say(text)"


@pytest.fixture(scope="module")
def place(browser, tmp_path_factory) -> Iterator[tuple[object, str]]:
    """A page in a browser, and the address of a program that shows the county that does not exist."""
    root = make_region(tmp_path_factory.mktemp("elsewhere") / "content")
    with pytest.MonkeyPatch.context() as patch, started(RUS_CONTENT=str(root), RUS_HOME=str(root / "home")) as address:
        patch.setenv("RUS_CONTENT", str(root))
        swedish._content.cache_clear()
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        yield context.new_page(), address
        context.close()
        swedish._content.cache_clear()


def test_every_page_of_another_county_is_english_or_is_said_to_be_swedish(place):
    page, address = place
    found: dict[tuple[str, str, bool], dict] = {}
    for where in ADDRESSES:
        page.goto(f"{address}/{english(where)}")
        page.wait_for_function(TRANSLATED)
        settled(page)
        for number in range(page.get_by_role("tab").count() if where == TABBED else 1):
            if number:
                page.get_by_role("tab").nth(number).click()
                settled(page)
            found |= {(one["text"], one["kind"], one["may"]): one for one in seen(page)}
    left = sorted(set(wrong(found.values())))
    assert len(found) > 500
    assert left == [], f"add to rus/ui/english.po:\n{as_entries(left)}"


def test_what_is_wrong_in_a_file_is_said_in_english(place):
    page, address = place
    (project,) = paths.projects().glob("*.toml")
    whole = project.read_text(encoding="utf-8")
    project.write_text(whole.replace("\npurpose", "\npurpos", 1), encoding="utf-8")
    try:
        page.goto(f"{address}/{english('projekt')}")
        page.wait_for_function(TROUBLE)
        page.wait_for_selector(".points li")
        said = page.locator("[data-testid=stMain]").inner_text()
    finally:
        project.write_text(whole, encoding="utf-8")
    assert "The files below have errors" in said
    assert 'purpos: unknown key; did you mean "purpose"?' in said
    assert "purpose: is missing; add it" in said


@pytest.mark.parametrize("more", [(), ("b.toml: title: saknas; lägg till den",)])
def test_an_earlier_version_is_said_to_be_shown_in_english(place, more):
    page, address = place
    page.goto(f"{address}/{english('om')}")
    page.wait_for_function(TRANSLATED)
    known, other = "indicators/a.toml: unit: okänd nyckel; ta bort den", "indicators/a.toml: något annat är fel"
    for problem, told in ((known, "indicators/a.toml: unit: unknown key; remove it"), (other, other)):
        (notice,) = _earlier("2026-01-01T000000Z", (problem, *more))
        end = " and 1 more error." if more else "."
        assert page.evaluate(SAY, notice) == f"{EARLIER} {told}{end}"
