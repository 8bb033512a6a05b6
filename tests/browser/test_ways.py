"""Two ways through the pages: from the tree of goals down to a figure and back, and from a word to its measures."""

import re

from rus.catalogue.read import read_catalogue
from rus.views.search import fold
from tests.browser.waiting import arrived, settled

OPEN = ".st-key-open_goal"
BRANCH, GOAL, ONE = "Minskad klimatpåverkan", "Utsläpp av växthusgaser", "utslapp-av-vaxthusgaser"


def test_from_the_tree_to_a_goal_its_calculation_utforska_and_back(visit):
    page, heard = visit("malstatus", locale="sv-SE")
    branch = page.locator("details.br", has=page.get_by_role("heading", name=BRANCH))
    branch.locator("summary").click()
    branch.get_by_role("link", name=GOAL).click()
    page.locator(OPEN).get_by_text("Räkneexempel, inte prognos").first.wait_for()
    settled(page)
    assert "procent per år" in page.locator(OPEN).inner_text().replace("\u00a0", " ")  # what the goal asks, worked out
    slider = page.get_by_role("slider", name=re.compile("Takt"))
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("mal_takt="))
    settled(page)
    said, there = page.locator(".st-key-frame_goal_example, .st-key-soft_goal_example").inner_text(), page.url
    page.locator(OPEN).get_by_role("link", name="Utforska måttet").click()
    page.wait_for_function("document.title.startsWith('Utforska')")
    assert f"ind={ONE}" in page.url
    page.go_back()
    page.locator(OPEN).get_by_text("Räkneexempel, inte prognos").first.wait_for()
    arrived(page, there)
    settled(page)
    assert page.locator(".st-key-frame_goal_example, .st-key-soft_goal_example").inner_text() == said
    assert heard.errors == []
    page.context.close()


def test_a_measure_is_found_by_name_synonym_id_and_effektmal_and_one_without_figures_says_why(visit):
    catalogue = read_catalogue()
    every = catalogue.indicators.values()
    known = {i.id: fold(f"{i.title} {i.short} {i.id}") for i in every}
    one = next(i for i in every if i.state == "in_use" and any(fold(k) not in known[i.id] for k in i.keywords))
    synonym = next(k for k in one.keywords if fold(k) not in known[one.id])
    source = next(s.source_id for s in one.series if s.source_id)
    aim = next(e.name for e in catalogue.plan.effektmal if any(e.id in i.effektmal for i in every))
    aimed = {i.short for i in every if any(e.name == aim and e.id in i.effektmal for e in catalogue.plan.effektmal)}
    page, heard = visit("utforska", locale="sv-SE")
    rows = page.locator(".st-key-results [data-testid=stRadioOption]")
    for word, wanted in ((one.title, {one.short}), (synonym, {one.short}), (source, {one.short}), (aim, aimed)):
        before = page.locator(".tally").inner_text()
        page.get_by_label("Sök indikator").fill(word)
        page.wait_for_function("before => document.querySelector('.tally')?.innerText !== before", arg=before)
        settled(page)
        assert wanted & set(titles(rows)), word
    waiting = next(i for i in every if i.missing and not any(s.source_id for s in i.series))
    page.get_by_label("Sök indikator").fill(waiting.short)
    rows.filter(has_text=waiting.short).first.wait_for()
    settled(page)
    said = page.locator(".st-key-results").inner_text().replace("\u00a0", " ")
    assert "går inte att visa ännu" in said
    assert waiting.missing.split()[0] in said
    assert heard.errors == []
    page.context.close()


def titles(rows) -> list[str]:
    """The names in the list."""
    return [text.splitlines()[0].replace("\u00a0", " ").strip() for text in rows.all_inner_texts()]
