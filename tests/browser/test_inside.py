"""On a narrow screen every word and value of a chart is whole, but for the blanks around it."""

import pytest

from tests.browser.waiting import settled

NARROW = {"width": 320, "height": 800}
CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.offsetHeight).flatMap(plot => {
  const room = plot.getBoundingClientRect();
  return [...plot.querySelectorAll('text')].filter(text => text.textContent.trim()).flatMap(text => {
    const box = text.getBoundingClientRect(), said = text.textContent;
    const length = (from, to) => from < to ? text.getSubStringLength(from, to - from) : 0;
    const left = box.left + length(0, said.length - said.trimStart().length);
    const right = box.right - length(said.trimEnd().length, said.length);
    return left < room.left - 1.5 || right > room.right + 1.5 ? [said] : [];
  });
})"""
PAGES = (
    "",
    "inkludering?utm_flik=F%C3%B6r%20vem%3F",
    "jamlikhet?geo=1883",
    "jamlikhet?ind=valdeltagande-kommunval",
    "jamlikhet?ind=sysselsattningsgrad",
    "malstatus?mal_rad=utslapp-av-vaxthusgaser",
    "projekt?projekt_flik=Budget%20och%20finansiering",
    "utforska?ind=sysselsattningsgrad&geo=18,1880,1883",
)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_that_a_chart_says_is_cut(browser, server, address):
    page = browser.new_context(viewport=NARROW).new_page()
    page.goto(f"{server}/{address}")
    page.wait_for_selector(".foot", timeout=60_000)
    settled(page)
    page.wait_for_selector(".js-plotly-plot[data-placed] .main-svg")
    page.wait_for_function(f"({CUT})().length === 0")
    page.context.close()
