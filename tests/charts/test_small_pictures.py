"""Sparklines and dumbbells: nothing is drawn across a break or a hole, and every length means the same."""

from urllib.parse import unquote

import pytest

from rus.analysis.target import Target
from rus.charts.dumbbell import ROW, describe, dumbbell
from rus.charts.sparkline import dumbbell as bell
from rus.charts.sparkline import runs, sparkline
from rus.charts.theme import DARK, LIGHT
from rus.views.gaps import Gap

YEARS = [(2010 + n, float(n)) for n in range(8)]


def test_a_line_is_cut_at_a_break_and_at_a_hole():
    assert [len(part) for part in runs(YEARS, {2014})] == [4, 4]
    assert [len(part) for part in runs([*YEARS[:3], *YEARS[5:]], set())] == [3, 3]
    assert [len(part) for part in runs(YEARS[::4], set())] == [2]


def test_few_measurements_are_points_without_a_line():
    assert "polyline" not in unquote(sparkline(YEARS[:3], (), None, LIGHT))
    assert "polyline" in unquote(sparkline(YEARS, (), None, LIGHT))


def test_a_target_ahead_is_an_open_diamond_at_the_end_of_a_dashed_line():
    ahead = Target(20.0, 2030, None, YEARS[-1], 1.0)
    assert "stroke-dasharray" in unquote(sparkline(YEARS, (), ahead, LIGHT))
    assert "polygon" in unquote(sparkline(YEARS, (), ahead, LIGHT))
    past = Target(20.0, 2015, None, YEARS[-1], None)
    assert "polygon" not in unquote(sparkline(YEARS, (), past, LIGHT))


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_colours_are_the_themes_own(colours):
    assert colours.women in unquote(bell(60.0, 70.0, 12.0, colours))


def test_a_single_value_and_equal_values_can_be_drawn():
    assert sparkline([(2020, 5.0)], (), None, LIGHT).startswith("data:image/svg+xml,")
    assert bell(60.0, 60.0, 12.0, LIGHT).startswith("data:image/svg+xml,")


def test_the_chart_has_a_row_for_each_gap_and_says_them_in_words():
    gaps = [Gap(f"i{n}", "total", f"Mått {n}", "2022", 60.0 + n, 70.0, 10.0 - n, 1, "Provbyrån") for n in range(3)]
    figure = dumbbell(gaps, theme="light")
    assert figure.layout.height == 3 * ROW + 40
    assert describe(gaps).startswith("Kvinnor och män. Mått 0 2022: kvinnor 60,0, män 70,0 procent; ")


def test_names_cannot_carry_markup():
    gap = Gap("i", "total", "<b>x</b>", "2022", 60.0, 70.0, 10.0, 1, "Provbyrån")
    assert "<b><b>" not in str(dumbbell([gap], theme="light").layout.annotations)
