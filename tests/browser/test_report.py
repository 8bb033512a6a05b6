"""Rapport in a real browser: contents that lead to chapters, a lock that opens the same, and the report on paper."""

from pathlib import Path

from tests.browser.waiting import settled


def test_the_contents_lead_to_a_chapter(visit):
    page, heard = visit("rapport")
    page.get_by_role("navigation", name="Innehåll").get_by_role("link", name="Jämlikhet").click()
    page.wait_for_function(
        "() => { const top = document.querySelector('#kapitel-jamlikhet').getBoundingClientRect().top;"
        " return top >= 0 && top < innerHeight / 2; }"
    )
    assert page.locator("h1").count() == 1
    assert heard.errors == []
    page.context.close()


def test_text_has_a_width_for_reading_and_every_chart_its_words_and_table(visit):
    page, _ = visit("rapport")
    page.set_viewport_size({"width": 1920, "height": 900})
    page.wait_for_function("document.documentElement.clientWidth > 1800")
    widths = page.locator(".st-key-report .prose p").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().width)"
    )
    letter = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert max(widths) < 46 * letter
    charts = page.locator(".st-key-report [data-testid=stPlotlyChart]")
    assert charts.count() >= 5
    assert page.get_by_text("Visa som tabell").count() >= charts.count()
    frames = page.locator("[class*=st-key-frame_report_]").filter(has=page.locator("[data-testid=stPlotlyChart]"))
    handles = frames.evaluate_all("all => all.map(e => e.querySelectorAll('[class*=st-key-dela_]').length)")
    assert handles == [1] * charts.count()
    first = frames.first
    table = first.locator("tbody tr").first
    year, value = table.locator("th").text_content(), table.locator("td").first.text_content()
    first.get_by_role("button", name="Dela och ladda ner").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV för Excel").click()
    rows = Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert [row for row in rows if f";{year};" in row and f";{value}" in row]
    page.context.close()


def test_a_locked_report_has_a_link_that_opens_it_again(visit):
    page, heard = visit("rapport")
    page.get_by_role("button", name="Lås rapporten").click()
    page.get_by_label("Namn", exact=True).fill("Läget i provet")
    page.get_by_label("Namn", exact=True).press("Enter")
    page.get_by_role("button", name="Lås", exact=True).click()
    page.get_by_role("heading", name="Läget i provet", level=1).wait_for()
    settled(page)
    assert "rap_las=" in page.url
    again, _ = visit(page.url.split("/", 3)[3])
    assert again.get_by_role("heading", level=1).inner_text() == "Läget i provet"
    assert again.locator(".banner.locked").count() == 1
    assert again.get_by_role("button", name="Lås rapporten").count() == 0
    again.locator(".banner.locked a").click()
    again.get_by_role("button", name="Lås rapporten").wait_for()
    assert heard.errors == []
    page.context.close()
    again.context.close()


def test_paper_has_chapters_on_pages_of_their_own_and_nothing_to_press(visit):
    page, _ = visit("rapport")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.locator("[data-testid=stHeader]").wait_for(state="hidden")
    buttons = page.locator("button, [data-testid=stExpander], [data-testid=stPageLink]")
    assert [b for b in buttons.all() if b.is_visible()] == []
    breaks = page.locator("[class*=st-key-chapter_]").evaluate_all(
        "all => all.map(e => getComputedStyle(e).breakBefore)"
    )
    assert breaks[0] == "auto"
    assert set(breaks[1:]) == {"page"}
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        "() => [...document.querySelectorAll('.st-key-report .main-svg')].every(drawn => {"
        " const frame = drawn.closest('[class*=st-key-frame_]').getBoundingClientRect();"
        " return drawn.getBoundingClientRect().right <= frame.right + 1; })"
    )
    page.context.close()
