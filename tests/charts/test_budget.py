"""Bars of kronor: one scale from zero, every amount written, the order of the table."""

import itertools

import pytest

from rus.charts.budget import budget_bars

YEARS, NAMES, AMOUNTS = ("2024", "2025"), ("Personal", "Resor"), ((1606293, 1382725), (23249, 0))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_amount_is_drawn_and_written(theme):
    figure = budget_bars(YEARS, NAMES, AMOUNTS, theme=theme)
    (bars,) = figure.data
    assert list(bars.x) == [1606293, 1382725, 23249, 0]
    written = ["1\u00a0606\u00a0293", "1\u00a0382\u00a0725", "23\u00a0249", "0"]
    assert list(bars.text) == [f"\u00a0{amount}" for amount in written]  # the space parts them from the bar
    assert list(figure.layout.yaxis.ticktext) == ["2024", "2025", "2024", "2025"]
    assert [a.text for a in figure.layout.annotations] == ["<b>Personal</b>", "<b>Resor</b>"]
    assert list(figure.layout.xaxis.range) == [0, 1606293]


def test_places_do_not_meet_and_run_downwards():
    figure = budget_bars(YEARS, NAMES, AMOUNTS, theme=None)
    places = list(figure.data[0].y)
    assert places == sorted(places)
    assert min(b - a for a, b in itertools.pairwise(places)) >= figure.data[0].width
    assert figure.layout.yaxis.range[0] > places[-1]


def test_nothing_to_draw_is_no_error():
    assert budget_bars((), (), (), theme=None).layout.height > 0
