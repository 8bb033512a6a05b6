"""What is sent of a figure: the template's settings in the figure itself, under its own."""

import json

import pytest

from rus.charts.theme import figure, scatter, template
from tests.charts.examples import EXAMPLES

FIGURES = [name for name in EXAMPLES if not isinstance(EXAMPLES[name]("light"), str)]


def sent(fig) -> dict:
    return json.loads(fig.to_json())


@pytest.mark.parametrize("name", FIGURES)
def test_no_template_is_sent_and_the_same_twice(name):
    once = EXAMPLES[name]("light").to_json()
    assert "template" not in json.loads(once)["layout"]
    assert once == EXAMPLES[name]("light").to_json()


def test_what_the_figure_says_itself_counts():
    layout = sent(figure([scatter(x=[1], y=[2])], "light", height=100, margin={"l": 3}, hovermode=False))["layout"]
    assert layout["margin"] == template("light")["layout"]["margin"] | {"l": 3}
    assert layout["hovermode"] is False
    assert layout["font"] == template("light")["layout"]["font"]


def test_each_axis_in_use_gets_what_is_said_of_its_direction_and_no_other_comes_to_be():
    traces = [scatter(x=[1], y=[2]), scatter(x=[1], y=[2], xaxis="x2", yaxis="y3")]
    layout = sent(figure(traces, "light", height=100, xaxis2={"tickangle": 45}))["layout"]
    axes = {name: one for name, one in layout.items() if "axis" in name}
    assert axes.keys() == {"xaxis", "yaxis", "xaxis2", "yaxis3"}
    assert axes["xaxis2"] == template("light")["layout"]["xaxis"] | {"tickangle": 45}
    assert axes["yaxis3"] == template("light")["layout"]["yaxis"]


def test_a_map_gets_no_axes():
    traces = [{"type": "choropleth", "locations": ["a"], "z": [1]}]
    assert not [name for name in sent(figure(traces, "dark", height=100))["layout"] if "axis" in name]


def test_each_annotation_gets_its_own_and_the_templates():
    notes = [{"text": "a", "font": {"size": 20}}, {"text": "b", "showarrow": True}]
    first, second = sent(figure([], "light", height=100, annotations=notes))["layout"]["annotations"]
    default = template("light")["layout"]["annotationdefaults"]
    assert first == default | {"text": "a", "font": default["font"] | {"size": 20}}
    assert second == default | {"text": "b", "showarrow": True}
