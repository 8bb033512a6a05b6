"""The charts by question: what is drawn is what is told, in our colours, never across a gap, few bytes, no chance."""

import json
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from rus.analysis.correlation import correlate
from rus.charts.heat import heat_table
from rus.charts.map import choropleth
from rus.charts.multiples import small_multiples
from rus.charts.scatter import two_measures
from rus.charts.size import TEXT, at_size
from rus.charts.slope import slope
from rus.charts.strip import extremes, named_in, piled, strip
from rus.charts.theme import DARK, LIGHT
from rus.charts.trend import trend
from rus.views.heat import Column, Heat, Judged
from rus.views.lines import Point
from rus.views.marked import Marked
from rus.views.multiples import Multiples, Small
from rus.views.pictures import Picture
from rus.views.place import Place
from rus.views.places import Places
from rus.views.two_measures import Axis, Dot, TwoMeasures
from rus.views.two_years import Move, TwoYears
from tests.charts.pictures import broken, line, points, with_goal


def everyone(many: int = 290) -> Places:
    every = tuple(
        Place(f"{1000 + n}", f"Kommun {n}", 50 + (n * 37 % 101) / 10, n + 1, chosen=False) for n in range(many)
    )
    ours = frozenset(place.code for place in every[:12])
    beside = (("Länet", 55.0), ("Riket", 56.0))
    return Places("kommuner", "2022", "total", every, every, ours, every, beside, many, (), pd.DataFrame())


def moves() -> TwoYears:
    women = Move("Kvinnor", "women", 0, "91/women", Point("2018", 2018.0, 60.0), Point("2022", 2022.0, 63.0))
    men = Move("Män", "men", 0, "91/men", Point("2018", 2018.0, 66.0), Point("2022", 2022.0, 67.0, provisional=True))
    return TwoYears("2018", "2022", (women, men))


def tiles() -> Multiples:
    own = line(points((2016, 50.0), (2017, 51.0)), points((2020, 57.0), (2021, 58.5)), label="Örby", role="ours")
    county = line(points((2016, 52.0), (2017, 52.0), (2018, 53.0)), label="Länet", role="context")
    found = (Small("9101", "Örby", 2, 1, own), Small("9102", "Åby", 1, 2, None), Small("9103", "Ekeby", 3, 2, own))
    return Multiples(found, county, (40.0, 60.0, 5.0), (2016, 2021), None, like_map=True)


def dots(many: int = 20) -> TwoMeasures:
    found = tuple(Dot(str(n), f"Kommun {n}", float(n), float(n % 7), n < 3, n == 0) for n in range(many))
    axis = Axis("Mått", "procent", 1, 9.5, "2022")
    together = correlate([(d.x, d.y) for d in found])
    return TwoMeasures(found, axis, replace(axis, middle=3.0), together, ("0", "1"), "annat")


def overview() -> Heat:
    kinds = (Judged(1.0, "1,0", "better"), Judged(2.0, "2,0", "worse"), Judged(None, "..", "none"))
    columns = tuple(Column(f"m{n}", f"<Mått {n}>", "procent", "2022") for n in range(3))
    return Heat(columns, (("9101", "Örby & Co"),), (kinds,))


FIGURES = {
    "strip": lambda theme: strip(everyone(), decimals=1, unit="procent", theme=theme),
    "slope": lambda theme: slope(moves(), decimals=1, theme=theme),
    "multiples": lambda theme: small_multiples(tiles(), decimals=1, theme=theme),
    "scatter": lambda theme: two_measures(dots(), theme=theme),
    "trend": lambda theme: trend(with_goal(), decimals=1, theme=theme),
}


def texts(fig):
    return [note.text for note in fig.layout.annotations]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_our_template_few_bytes_and_the_same_twice(name, theme):
    fig = FIGURES[name](theme)
    assert fig.layout.template.layout.font.family.startswith("'Hanken Grotesk'")
    text = json.dumps(fig.to_plotly_json(), default=str)
    assert len(text) < 60_000
    assert text == json.dumps(FIGURES[name](theme).to_plotly_json(), default=str)
    assert (DARK if theme == "dark" else LIGHT).ink2 in text


def letters(part, found):
    if isinstance(part, dict):
        for key, value in part.items():
            if "font" in key and isinstance(value, dict) and "size" in value:
                found.append(value["size"])
            letters(value, found)
    elif isinstance(part, list | tuple):
        for item in part:
            letters(item, found)
    return found


@pytest.mark.parametrize("name", FIGURES)
def test_on_a_projector_no_letter_is_small_and_nothing_has_moved(name):
    small = FIGURES[name]("light")
    large = at_size(small, "projector")
    assert min(letters(large.to_plotly_json(), [])) >= TEXT["projector"] >= 20
    assert large.layout.height / small.layout.height == pytest.approx(20 / 14, abs=0.01)
    assert large.layout.margin.l / small.layout.margin.l == pytest.approx(20 / 14, abs=0.05)
    assert [list(trace.x) for trace in large.data] == [list(trace.x) for trace in small.data]
    assert texts(large) == texts(small)
    assert at_size(small, "screen") is small


def test_a_dash_in_pixels_grows_too():
    path = at_size(trend(with_goal(), decimals=1), "projector").data[-2]
    assert path.line.dash == "5.71429px,7.14286px"


def test_every_place_is_a_dot_at_its_value_and_no_two_cover_each_other():
    fig = strip(everyone(), decimals=1, unit="procent")
    drawn = [trace for trace in fig.data if trace.mode == "markers"]
    assert sorted(x for trace in drawn for x in trace.x) == sorted(p.value for p in everyone().everyone)
    assert [len(trace.x) for trace in drawn] == [278, 12]
    spots = [(x, y) for trace in drawn for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(set(spots)) == len(spots)


def test_three_of_ours_are_named_those_farthest_from_the_middle_and_the_chosen_before_them():
    places = everyone()
    named = extremes(places)
    assert len(named) == 3
    assert {place.code for place in named} <= places.ours
    chosen = replace(places.everyone[100], chosen=True)
    some = replace(places, everyone=(*places.everyone[:100], chosen, *places.everyone[101:]))
    assert chosen in extremes(some)
    assert all(any(place.name in text for text in texts(strip(some, decimals=1, unit=""))) for place in extremes(some))


def test_a_chosen_set_is_diamonds_with_a_rule_at_its_middle_and_few_places_are_named():
    places = everyone()
    others = [place for place in places.everyone if place.code not in places.ours]
    few, many = (replace(places, marked=Marked("Jämförbara län", "A och B", tuple(others[:n]))) for n in (4, 40))
    for some in (few, many):
        fig = strip(some, decimals=1, unit="procent")
        found = next(trace for trace in fig.data if trace.marker.symbol == "diamond")
        assert sorted(found.x) == sorted(place.value for place in some.marked.places)
        assert sum(len(trace.x) for trace in fig.data if trace.mode == "markers") == len(places.everyone)
        assert [shape.x0 for shape in fig.layout.shapes][2:] == [some.marked.middle]
        head = next(note for note in fig.layout.annotations if note.text.startswith("◆ Jämförbara län, mitten"))
        assert head.x == some.marked.middle
    assert {place.code for place in few.marked.places} < {place.code for place in named_in(few)}
    assert named_in(many) == extremes(many)


def test_the_pile_does_not_depend_on_the_order_of_the_rows():
    places = everyone()
    turned = replace(places, everyone=places.everyone[::-1])
    assert {(d.place.code, d.level) for d in piled(places)} == {(d.place.code, d.level) for d in piled(turned)}


def test_places_of_one_value_are_drawn():
    same = replace(everyone(3), everyone=tuple(replace(p, value=5.0) for p in everyone(3).everyone), beside=())
    assert strip(same, decimals=0, unit="").data


def test_a_slope_has_two_years_values_at_both_ends_and_a_hollow_mark_where_preliminary():
    fig = slope(moves(), decimals=1)
    assert {"<b>2018</b>", "<b>2022</b>", "60,0", "66,0", "Kvinnor <b>63,0</b>", "Män <b>67,0</b>"} <= set(texts(fig))
    assert [trace.line.color for trace in fig.data] == [LIGHT.women, LIGHT.men]
    assert [trace.marker.symbol for trace in fig.data] == ["circle", "diamond"]
    assert list(fig.data[1].marker.color) == [LIGHT.men, LIGHT.bg]


def test_labels_of_a_slope_never_cover_each_other():
    near = tuple(replace(moves().moves[0], label=f"Kommun {n}", role="ours", rank=n) for n in range(8))
    fig = slope(TwoYears("2018", "2022", near), decimals=1)
    shifts = sorted(note.yshift for note in fig.layout.annotations if note.x == 1 and "Kommun" in note.text)
    assert all(b - a > 12 for a, b in pairwise(shifts))


def test_tiles_are_broken_where_the_line_is_and_share_the_axis():
    fig = small_multiples(tiles(), decimals=1)
    own = [trace for trace in fig.data if trace.mode == "lines" and trace.line.color == LIGHT.accent]
    assert list(own[0].x) == [2016, 2017, None, 2020, 2021]
    assert own[0].connectgaps is False
    ranges = {tuple(fig.layout[f"yaxis{n}"].range) for n in ("", 2, 3)}
    assert ranges == {(40.0, 60.0)}
    assert sum(trace.line.color == LIGHT.context for trace in fig.data if trace.mode == "lines") == 3
    assert any("Åby" in text and "uppgift saknas" in text for text in texts(fig))


def test_two_measures_have_the_medians_and_no_fitted_line():
    fig = two_measures(dots())
    assert all(trace.mode == "markers" for trace in fig.data)
    assert {(shape.x0, shape.x1) for shape in fig.layout.shapes} >= {(9.5, 9.5)}
    assert {"median 9,5", "median 3,0"} <= set(texts(fig))
    assert sum(len(trace.x) for trace in fig.data) == 20


def test_a_class_is_never_colour_alone_and_nothing_runs_in_the_overview():
    markup = heat_table(overview())
    assert '<td class="better" title="säkert bättre än resten av länet"><b>1,0</b><small>bättre</small></td>' in markup
    assert "<small>sämre</small>" in markup
    assert '<span class="vh">uppgift saknas</span>' in markup
    assert "&lt;Mått 0&gt;" in markup
    assert "Örby &amp; Co" in markup


def test_preliminary_and_revised_points_have_their_letters():
    revised = tuple(replace(p, revised=p.period == "2020") for p in points((2019, 1.0), (2020, 2.0), (2021, 3.0)))
    fig = trend(Picture((line(revised),)), decimals=1)
    assert [list(trace.text) for trace in fig.data if trace.mode == "markers+text"] == [["r"]]
    shown = [list(trace.text) for trace in trend(broken(), decimals=1).data if trace.mode == "markers+text"]
    assert shown == [["p"]]


def test_an_index_and_a_difference_have_a_line_at_what_they_are_measured_from():
    def levels(picture: Picture) -> list[float]:
        return [shape.y0 for shape in trend(picture, decimals=1).layout.shapes if shape.xref == "paper"]

    assert levels(Picture((line(points((2019, 100.0), (2020, 104.0))),), base=2019)) == [100.0]
    assert levels(Picture((line(points((2019, -1.0), (2020, 2.0))),), versus="Riket")) == [0.0]
    assert levels(with_goal()) == []


def test_a_map_of_counties_takes_their_own_boundaries():
    counties = replace(everyone(21), scope="lan")
    fig = choropleth(counties, decimals=1, geometry="/app/geo/lan.abc.geojson", outlines={}, unit="procent")
    assert {trace.geojson for trace in fig.data} == {"/app/geo/lan.abc.geojson"}
    assert list(fig.data[0].z) == [place.value for place in counties.shown]
