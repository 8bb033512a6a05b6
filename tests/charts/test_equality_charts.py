"""The charts of gaps: every value where it belongs, nothing moved or joined unsaid, names that can't carry markup."""

from math import log10

import plotly.graph_objects as go
import pytest

from rus.analysis.intervals import Interval
from rus.analysis.slope import Slope
from rus.charts import crossdots, gapline, slopeline
from rus.charts.crossdots import Dots
from rus.charts.funnel import describe as describe_funnel
from rus.charts.funnel import funnel_chart
from rus.charts.theme import LIGHT
from rus.views.equality_lines import GapLine, GapPicture
from rus.views.equality_slopes import slope_picture
from tests.charts.funnels import funnel_picture

SEX = GapLine(
    "sex", "Kön", ("kvinnor", "män"), ((2021, -3.0), (2022, -2.0), (2023, -2.5)),
    tuple((y, Interval(-4.0, -1.0)) for y in (2021, 2022, 2023)), ((2019, -5.0), (2020, -4.0)),
)  # fmt: skip
BACKGROUND = GapLine("background", "Bakgrund", ("utrikes födda", "inrikes födda"), ((2021, -20.0), (2023, -21.0)))
PICTURE = GapPicture(
    (SEX, BACKGROUND), "Skillnaden har ökat", "procentenheter", 1, can_link=True, link="Flyttade.", breaks=(2021,)
)
STEPS = [(f"steg {n}", 60.0 + 5 * n, 20.0) for n in range(1, 6)]


def checked(figure: go.Figure) -> go.Figure:
    """The same figure with every property checked by Plotly."""
    return go.Figure(figure.to_dict())


def texts(figure: go.Figure) -> str:
    return " | ".join(str(note.text) for note in figure.layout.annotations)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_is_made_of_properties_that_exist(theme):
    checked(gapline.gapline(PICTURE, theme=theme, linked=True))
    checked(slopeline.slopeline(slope(), theme=theme))
    checked(funnel_chart(funnel_picture(), theme=theme))
    checked(crossdots.crossdots(ROWS, reference=70.0, unit="procent", decimals=1, theme=theme))


def test_a_gap_is_read_from_zero_and_named_at_its_end():
    figure = gapline.gapline(PICTURE, theme="light")
    low, high = figure.layout.yaxis.range
    assert low < -21 < 0 < high
    assert "Kön <b>−2,5</b>" in texts(figure)
    assert "lika" in texts(figure)
    years = {x for trace in figure.data for x in trace.x}
    assert years == {2021, 2022, 2023}


def test_linked_years_are_drawn_only_when_wanted_apart_and_dashed():
    figure = gapline.gapline(PICTURE, theme="light", linked=True)
    earlier = [trace for trace in figure.data if list(trace.x) == [2019, 2020]]
    assert [trace.line.dash for trace in earlier] == ["2px,4px"]
    assert "Ny serie 2021" in texts(figure)
    assert "Ny serie" not in texts(gapline.gapline(PICTURE, theme="light"))
    assert "kvinnor mot män: −3,0 2021 och −2,5 2023 procentenheter" in gapline.describe(PICTURE)


def slope(*, intervals: bool = True):
    limits = [Interval(v - 2, v + 2) if intervals else None for _, v, _ in STEPS]
    found = slope_picture(STEPS, limits, Slope(25.0, 1.4), "procent", 1)
    assert found
    return found


def test_groups_stand_at_the_middle_of_their_part_and_the_line_reaches_both_ends():
    found = slope()
    assert [step.at for step in found.steps] == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9])
    assert (found.line[0][0], found.line[-1][0]) == (0.0, 1.0)
    values = [v for _, v in found.line]
    assert values == sorted(values)
    figure = slopeline.slopeline(found, theme="light")
    assert list(figure.data[1].y) == [v for _, v, _ in STEPS]
    assert list(figure.data[1].error_y.array) == pytest.approx([2.0] * 5)
    assert "minst gynnad" in texts(figure)
    assert "från minst till mest gynnad" in slopeline.describe(found)


def test_without_intervals_none_are_drawn_and_a_slope_refused_has_no_picture():
    assert slopeline.slopeline(slope(intervals=False), theme="light").data[1].error_y.visible is False
    assert slope_picture(STEPS, [None] * 5, Slope(None, None), "procent", 1) is None
    assert slope_picture([("a", 1.0, None)], [None], Slope(1.0, 1.0), "procent", 1) is None
    straight = slope_picture(STEPS, [None] * 5, Slope(25.0, 1.4), "kronor", 0)
    steps = [b[1] - a[1] for a, b in zip(straight.line, straight.line[1:], strict=False)]
    assert steps == pytest.approx([steps[0]] * len(steps))


def test_only_places_outside_chance_and_the_chosen_one_are_named():
    figure = funnel_chart(funnel_picture(), theme="light")
    assert "Lilla" in texts(figure)
    assert "<b>Lika</b>" in texts(figure)
    assert "Stora" not in texts(figure)
    assert figure.layout.xaxis.range[0] == pytest.approx(log10(400))
    assert "Utanför det som slumpen ger: Lilla 70,0" in describe_funnel(funnel_picture())


def test_a_mean_of_several_years_is_hollow():
    assert set(funnel_chart(funnel_picture(pooled=True), theme="light").data[-1].marker.color) == {LIGHT.bg}
    assert LIGHT.bg not in set(funnel_chart(funnel_picture(), theme="light").data[-1].marker.color)


ROWS = (
    Dots("Alla", (72.0, 68.0)),
    Dots(
        "<b>x</b>", (60.0, None), (Interval(58.0, 62.0), None), unsure=(True, False), note="längst efter", marked=True
    ),
    Dots("Lika", (70.0, 70.0), names=("första", "andra")),
)


def test_two_groups_have_a_line_between_them_and_a_missing_one_has_no_mark():
    figure = crossdots.crossdots(ROWS, reference=70.0, unit="procent", decimals=1, theme="light")
    assert [x for x in figure.data[0].x if x is not None] == [72.0, 68.0, 70.0, 70.0]
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [list(trace.x) for trace in marks] == [[72.0, 60.0, 70.0], [68.0, 70.0]]
    assert list(marks[0].marker.color) == [LIGHT.women, LIGHT.bg, LIGHT.women]
    assert "alla 70,0\u00a0%" in texts(figure)
    assert "<b><b>" not in texts(figure)
    assert "första 70,0, andra 70,0" in crossdots.describe(ROWS, "procent", 1)
    assert "män uppgift saknas" in crossdots.describe(ROWS, "procent", 1)


def test_values_stand_clear_of_their_intervals():
    figure = crossdots.crossdots(ROWS[1:2], reference=None, unit="procent", decimals=1, theme="light", sexes=False)
    words = next(trace for trace in figure.data if trace.mode == "text")
    assert list(words.x) == [62.0]
    assert not figure.layout.shapes


def test_a_long_name_takes_two_lines_and_all_rows_grow_alike():
    long = Dots("en grupp med ett mycket långt namn och en annan grupp med ett lika långt namn", (1.0, 2.0))
    short = crossdots.crossdots(ROWS, reference=None, unit="procent", decimals=1, theme=None).layout.height
    tall = crossdots.crossdots((*ROWS[:2], long), reference=None, unit="procent", decimals=1, theme=None).layout.height
    assert tall - short == 3 * crossdots.SECOND_LINE
