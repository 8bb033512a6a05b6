"""The browser's back button: at any time, on any page, and nothing a reader has chosen is lost by anything else."""

import pytest

from tests.browser.waiting import open_list, settled

MARK = "hitkom"


@pytest.fixture
def page(visit):
    """Utforska as one comes there without having chosen anything."""
    page, heard = visit("utforska")
    page.evaluate("window.sameVisit = true")
    yield page
    assert page.evaluate("window.sameVisit")
    assert MARK not in page.url
    assert heard.errors == []
    page.context.close()


def choose(page, name: str, option: str) -> None:
    """A choice from a list, without waiting for the page."""
    open_list(page, page.get_by_role("combobox", name=name))
    page.get_by_role("option", name=option, exact=True).click()


def says(page, **parts: str | None) -> None:
    """Wait until the address says this, and the page is at rest."""
    script = """parts => Object.entries(parts).every(([key, value]) =>
        (new URL(location.href).searchParams.get(key)) === value)"""
    page.wait_for_function(script, arg=parts)
    page.wait_for_selector(".foot")
    settled(page)


def shows(page, name: str, value: str) -> None:
    """Wait until a list shows this."""
    script = "([name, value]) => document.querySelector(`input[role=combobox][aria-label*='${name}']`)?.value === value"
    page.wait_for_function(script, arg=[name, value])


def test_back_at_once_undoes_a_change(page):
    choose(page, "Jämför med", "Ingen jämförelse")
    says(page, jmf="ingen")
    page.go_back()
    says(page, jmf=None)
    shows(page, "Jämför med", "Riket")


def test_back_before_the_page_is_drawn_undoes_a_change_too(page):
    choose(page, "Jämför med", "Ingen jämförelse")
    says(page, jmf="ingen")
    choose(page, "Kön", "Kvinnor")
    page.wait_for_function("location.search.includes('kon=K&')")
    page.go_back()
    says(page, jmf="ingen", kon="T")
    shows(page, "Kön", "Totalt")


def test_back_and_back_and_forward_and_forward(page):
    choose(page, "Jämför med", "Ingen jämförelse")
    says(page, jmf="ingen")
    choose(page, "Kön", "Kvinnor")
    says(page, jmf="ingen", kon="K")
    page.go_back()
    page.wait_for_function("location.search.includes('kon=T')")
    page.go_back()
    says(page, jmf=None, kon=None)
    shows(page, "Kön", "Totalt")
    page.go_forward()
    says(page, jmf="ingen", kon="T")
    page.go_forward()
    says(page, jmf="ingen", kon="K")
    shows(page, "Kön", "Kvinnor")
    shows(page, "Jämför med", "Ingen jämförelse")


def test_back_from_another_page_comes_to_the_picture_left_and_takes_one_press(page):
    choose(page, "Kön", "Kvinnor")
    says(page, kon="K")
    page.get_by_role("link", name="Kommuner", exact=True).first.click()
    page.wait_for_function("location.pathname.endsWith('/kommuner') && document.title.startsWith('Kommuner')")
    page.go_back()
    page.wait_for_function("document.title.startsWith('Utforska')")
    says(page, kon="K")
    page.go_back()
    says(page, kon=None)
    shows(page, "Kön", "Totalt")


def test_a_link_in_our_own_markup_takes_the_choices_along_and_shows_no_mark(visit):
    page, heard = visit("utforska?geo=18&kon=K&jmf=ingen&diagram=linje&grp=total")
    page.evaluate(
        "window.marks = []; const put = history.replaceState.bind(history);"
        "history.replaceState = (s, t, to) => { put(s, t, to); window.marks.push(location.href); }"
    )
    page.locator(".foot a", has_text="Om siffrorna").click()
    page.wait_for_function("document.title.startsWith('Om')")
    says(page, kon="K", jmf="ingen")
    assert MARK not in page.url
    page.go_back()
    page.wait_for_function("document.title.startsWith('Utforska')")
    says(page, kon="K", jmf="ingen")
    marks = page.evaluate("window.marks")
    assert marks
    assert not [seen for seen in marks if MARK in seen]
    page.get_by_role("button", name="Kopiera länk").click()
    assert MARK not in page.locator("#rus-link").input_value()
    assert heard.errors == []
    page.context.close()


def test_changes_in_one_breath_are_all_kept(page):
    for name, option in (("Kön", "Kvinnor"), ("Jämför med", "Ingen jämförelse"), ("Visa som", "Tabell")):
        choose(page, name, option)
    says(page, kon="K", jmf="ingen", diagram="tabell")
    shows(page, "Kön", "Kvinnor")
    shows(page, "Jämför med", "Ingen jämförelse")


def open_tab(page, name: str) -> None:
    """A click on a tab, and the wait until it is open and filled."""
    page.get_by_role("tab", name=name).click()
    is_open(page, name)


def is_open(page, name: str) -> None:
    """Wait until this tab is the open one, for the reader and in what is drawn."""
    page.locator("[role=tab][aria-selected=true]", has_text=name).wait_for()
    page.locator("[role=tabpanel]:visible .rus").first.wait_for()
    settled(page)


def test_tabs_and_where_the_list_is_searched_are_steps_too(page):
    choose(page, "Inom", "Arbete")
    says(page, utf_inom="arbete")
    page.locator(".foot a", has_text="Om siffrorna").click()
    is_open(page, "Om sidan")
    says(page, utf_inom=None, om_flik=None)
    steps = page.evaluate("history.length")
    for name in ("Ordlista", "Teckenförklaring"):
        open_tab(page, name)
        says(page, om_flik=name)
    assert page.evaluate("history.length") == steps + 2
    page.go_back()
    is_open(page, "Ordlista")
    page.go_back()
    says(page, om_flik=None)
    is_open(page, "Om sidan")
    page.go_forward()
    says(page, om_flik="Ordlista")
    is_open(page, "Ordlista")
    page.go_back()
    is_open(page, "Om sidan")
    page.go_back()
    says(page, utf_inom="arbete")
    shows(page, "Inom", "Arbete")
    page.go_back()
    says(page, utf_inom=None)
    shows(page, "Inom", "Alla områden")
