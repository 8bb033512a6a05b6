"""The bullet row: start, newest and target where they are, the way to the goal to the right, and words that fit."""

import plotly.graph_objects as go
import pytest

from rus.charts.bullet import bullet
from rus.views.bullet import Bullet

DOWN = Bullet((2005, 1900.0), (2024, 1244.5), 760.0, 2030, 1, "ton")
UP = Bullet(None, (2024, 60.0), 80.0, None, 0, "procent")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("goal", [DOWN, UP])
def test_the_figure_is_one_that_plotly_accepts(goal, theme):
    go.Figure(bullet(goal, theme=theme).to_dict())


def test_every_value_is_marked_where_it_is():
    marked = [trace.x[0] for trace in bullet(DOWN).data if trace.mode == "markers"]
    assert marked == [1900.0, 1244.5, 760.0]
    said = [note.text for note in bullet(DOWN).layout.annotations]
    assert said == ["Nu 2024: <b>1\u00a0244,5</b>", "Mål 2030: <b>760,0</b>", "Från 2005: <b>1\u00a0900,0</b>"]


def test_the_way_to_the_goal_goes_to_the_right():
    first, last = bullet(DOWN).layout.xaxis.range
    assert first > 1900.0 > 760.0 > last
    first, last = bullet(UP).layout.xaxis.range
    assert first < 60.0 < 80.0 < last
    sides = {note.text[:3]: note.xanchor for note in bullet(DOWN).layout.annotations}
    assert (sides["Frå"], sides["Mål"]) == ("left", "right")


def test_a_goal_without_a_start_or_a_year_has_no_words_for_them():
    assert [note.text for note in bullet(UP).layout.annotations] == ["Nu 2024: <b>60</b>", "Mål: <b>80</b>"]
    assert UP.alt == "Nu, 2024, är värdet 60 och målet är 80 procent."
    assert DOWN.alt.startswith("Utgångsläget 2005 var 1\u00a0900,0. Nu, 2024, är värdet 1\u00a0244,5 och målet 2030 är")


def test_a_newest_value_on_the_target_still_has_an_axis():
    first, last = bullet(Bullet((2010, 5.0), (2020, 5.0), 5.0, 2030, 0, "procent")).layout.xaxis.range
    assert first < 5 < last
