"""A click on a place in a chart chooses it, and the back button takes it back."""

from urllib.parse import parse_qs, urlsplit

import pytest

from rus.catalogue.read import read_catalogue

OURS = "kommuner"


def chosen(page) -> str:
    return parse_qs(urlsplit(page.url).query).get("geo", [""])[0]


def click_on(page, name: str) -> None:
    """Press the point of a place where the chart has drawn it."""
    at = page.evaluate(
        """(name) => {
            const plot = document.querySelector('.js-plotly-plot');
            plot.scrollIntoView({ block: 'center' });
            const trace = plot._fullData.find((t) => t.text?.includes(name) || t.name === name);
            const n = Math.max(0, trace.text?.indexOf?.(name) ?? 0);
            const box = plot.getBoundingClientRect(), l = plot._fullLayout;
            const axis = (a) => l[a === 'x' || a === 'y' ? a + 'axis' : a[0] + 'axis' + a.slice(1)];
            const x = axis(trace.xaxis), y = axis(trace.yaxis);
            return [box.left + x._offset + x.d2p(trace.x[n]), box.top + y._offset + y.d2p(trace.y[n])];
        }""",
        name,
    )
    page.mouse.move(*at)
    page.mouse.click(*at)


@pytest.mark.parametrize("chart", ["rangordning", "rutor", "samband"])
def test_a_place_in_a_chart_is_chosen(visit, chart):
    catalogue = read_catalogue()
    first = catalogue.kommuner()[0]
    page, heard = visit(f"utforska?ind=sysselsattningsgrad&diagram={chart}&utf_omr=lanet")
    page.wait_for_selector(".js-plotly-plot[data-placed]")
    before = chosen(page)
    click_on(page, catalogue.name(first))
    page.wait_for_function(f"new URL(location.href).searchParams.get('geo') === '{first}'")
    page.get_by_text(catalogue.name(first)).first.wait_for()
    assert before != first
    assert heard.errors == []
    page.context.close()
