"""What a line chart may draw, and what it must not."""

import json

import pytest

from rus.charts.theme import DARK, LIGHT
from rus.charts.trend import trend
from rus.views.pictures import Picture
from tests.charts.pictures import broken, line, points, with_goal


def lines_of(fig):
    return [trace for trace in fig.data if trace.mode == "lines" and trace.name]


def test_nothing_is_drawn_across_a_break():
    for trace in lines_of(trend(broken(), decimals=1)):
        assert list(trace.x) == [2016, 2017, 2018, None, 2020, 2021]
        assert trace.connectgaps is False


def test_a_break_has_a_dotted_rule_and_words():
    fig = trend(broken(), decimals=1)
    assert [(shape.x0, shape.line.dash) for shape in fig.layout.shapes] == [(2019.5, "dot")]
    assert any("Brott 2020" in note.text for note in fig.layout.annotations)


def test_women_and_men_have_their_colours_marks_and_words():
    fig = trend(broken(), decimals=1)
    assert [trace.line.color for trace in lines_of(fig)] == [LIGHT.women, LIGHT.men]
    assert [trace.marker.symbol for trace in fig.data if trace.mode == "markers"] == ["circle", "diamond"]
    assert [note.text for note in fig.layout.annotations][:2] == ["Kvinnor<br><b>58,5</b>", "Män<br><b>64,0</b>"]
    assert lines_of(trend(broken(), decimals=1, theme="dark"))[0].line.color == DARK.women


def test_a_provisional_value_is_hollow():
    dots = next(trace for trace in trend(broken(), decimals=1).data if trace.mode == "markers")
    assert dots.marker.color[-1] == LIGHT.bg
    assert dots.marker.line.width[-1] > 0


def test_a_goal_is_an_open_diamond_at_the_end_of_a_dashed_path():
    fig = trend(with_goal(), decimals=1)
    path, goal = fig.data[-2:]
    assert (list(path.x), list(path.y), path.line.dash) == ([2020.0, 2030.0], [76.0, 60.0], "4px,5px")
    assert (goal.marker.symbol, goal.marker.color) == ("diamond", LIGHT.bg)
    assert any("Mål 2030: <b>60,0</b>" in note.text for note in fig.layout.annotations)


def test_two_measurements_are_points_not_a_line():
    fig = trend(Picture((line(points((2018, 75.0), (2022, 69.0))),)), decimals=0)
    assert not lines_of(fig)


def test_a_line_of_one_measurement_is_seen():
    fig = trend(Picture((line(points((2022, 69.0))),)), decimals=0)
    assert next(list(trace.x) for trace in fig.data if trace.mode == "markers") == [2022]


@pytest.mark.parametrize("theme", ["light", "dark", None])
def test_our_template_and_nothing_of_plotlys_own(theme):
    fig = trend(broken(), decimals=1, theme=theme)
    assert fig.layout.template.layout.font.family.startswith("'Hanken Grotesk'")
    assert fig.layout.template.layout.separators == ",\u00a0"
    assert not fig.layout.template.data.to_plotly_json()


def test_twelve_lines_are_few_bytes_and_only_the_first_is_loud():
    many = [
        line(
            points(*((year, 10.0 + n + year % 7) for year in range(2000, 2025))),
            label=f"Kommun {n}",
            role="ours",
            rank=n,
        )
        for n in range(12)
    ]
    fig = trend(Picture(tuple(many)), decimals=1)
    assert [trace.line.color for trace in lines_of(fig)] == [LIGHT.accent, *[LIGHT.ink3] * 11]
    assert len(json.dumps(fig.to_plotly_json(), default=str)) < 60_000
