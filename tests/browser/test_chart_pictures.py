"""Each chart is drawn as it was: its picture against the kept one, with a tolerance for another browser's edges."""

from collections.abc import Callable, Iterator

import plotly.graph_objects as go
import pytest

from rus.charts.theme import LIGHT
from tests.browser.easel import Easel
from tests.charts.examples import EXAMPLES, Drawn
from tests.charts.keeping import ACCEPT, FOLDER, compared, drawn
from tests.charts.likeness import MOST, alike
from tests.pages.test_charts import DRAWING

MOST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def easel(browser) -> Iterator[Easel]:
    found = Easel(browser)
    yield found
    assert found.refused == []
    found.page.close()


def test_every_module_that_draws_has_a_picture_and_no_picture_is_left_over():
    assert {*EXAMPLES} >= {*DRAWING}
    wanted = {f"{name}-{theme}.png" for name in EXAMPLES for theme in ("light", "dark")}
    files = {file.name: file.stat().st_size for file in FOLDER.glob("*")}
    assert {*files} - wanted == set()
    assert sum(files.values()) < MOST_BYTES


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_chart_is_drawn_as_it_was(easel, name, theme):
    key = f"{name}-{theme}"
    picture = easel.picture(EXAMPLES[name](theme), theme)
    how = f"Look at {drawn() / key}.*.png. If it is right, accept it: {ACCEPT} {key}"
    try:
        many = compared(picture, key)
    except FileNotFoundError:
        pytest.fail(f"{key} has no kept picture. {how}", pytrace=False)
    if many > MOST:
        pytest.fail(f"{key} is not drawn as it was: {many} pixels differ. {how}", pytrace=False)


@pytest.mark.parametrize("name", EXAMPLES)
def test_half_a_pixel_to_the_side_is_no_difference(easel, name):
    chart = EXAMPLES[name]("light")
    assert alike(easel.picture(chart, "light"), easel.picture(chart, "light", nudge=0.5))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_chart_that_is_handed_over_once_more_is_not_drawn_again(easel, name):
    chart = EXAMPLES[name]("light")
    if isinstance(chart, str):
        return
    assert easel.times_drawn(chart, chart) == 1
    chart.layout.height = 777
    assert easel.times_drawn(EXAMPLES[name]("light"), chart) == 2


def recoloured(figure: go.Figure) -> None:
    for trace in figure.data:
        if trace.line.color == LIGHT.women:
            trace.line.color = LIGHT.total


def moved(figure: go.Figure) -> None:
    line = next(trace for trace in figure.data if trace.line.color == LIGHT.women and trace.mode == "lines")
    line.y = [None if value is None else value + 0.4 for value in line.y]


def renamed(figure: go.Figure) -> None:
    note = next(note for note in figure.layout.annotations if "58,5" in note.text)
    note.text = note.text.replace("58,5", "53,5")


@pytest.mark.parametrize("change", [recoloured, moved, renamed])
def test_another_colour_place_or_digit_is_a_difference(easel, change: Callable[[go.Figure], None]):
    chart: Drawn = EXAMPLES["trend"]("light")
    before = easel.picture(chart, "light")
    assert isinstance(chart, go.Figure)
    change(chart)
    assert not alike(before, easel.picture(chart, "light"))


def test_one_digit_on_a_map_of_tiles_is_a_difference(easel):
    markup = str(EXAMPLES["tiles"]("light"))
    before = easel.picture(markup, "light")
    assert not alike(before, easel.picture(markup.replace("58,0", "58,6", 1), "light"))


def test_a_picture_of_another_size_is_a_difference(easel):
    tiles = str(EXAMPLES["tiles"]("light"))
    before = easel.picture(tiles, "light")
    assert not alike(before, easel.picture(tiles + tiles, "light"))
