"""Goals without a number: directions, gaps, being better than others, and several goals at once."""

import pytest

from rus.analysis.heading import combine, direction, gap_series, gap_shrinks
from rus.analysis.progress import Progress, refused
from rus.analysis.rivals import better_growth, better_than_peers
from rus.analysis.trend import Data

HIGHER = Data("higher")
YEARS = range(2012, 2021)


def line(start: float, step: float) -> list[tuple[int, float]]:
    return [(t, start + step * (t - 2012)) for t in YEARS]


def test_a_direction_is_the_trend_test_with_the_goals_own_wish():
    assert direction(line(10, 1), HIGHER).status == "right_way"
    assert direction(line(10, 1), Data("lower")).status == "wrong_way"
    assert direction(line(10, 1), HIGHER).pace.slope == pytest.approx(1)
    assert direction(line(10, 1), HIGHER, oldest=2021).reason == "Uppgiften är för gammal: den nyaste är från 2020."
    assert direction([], HIGHER).reason == "Inga mätningar."


def test_a_gap_is_of_the_years_that_all_groups_have():
    groups = {"women": [(2019, 5.0), (2020, 7.0)], "men": [(2020, 4.0), (2021, 4.0)], "x": [(2020, 6.0)]}
    assert gap_series(groups) == ((2020, 3.0),)
    assert gap_series({}) == ()


def test_a_gap_that_shrinks_is_the_right_way_whoever_leads():
    even = line(50, 0)
    assert gap_shrinks({"women": line(60, -1), "men": even}, HIGHER).status == "right_way"
    assert gap_shrinks({"women": line(40, 1), "men": even}, HIGHER).status == "right_way"
    grows = gap_shrinks({"women": line(60, 1), "men": even}, HIGHER)
    assert (grows.status, grows.reason) == ("wrong_way", "Gapet växer i 9 mätningar 2012–2020.")
    assert gap_shrinks({"women": line(60, 1), "men": []}, HIGHER).reason == "Det finns uppgifter för bara en grupp."
    assert "aldrig mätta samma år" in gap_shrinks({"a": [(2011, 1.0)], "b": [(2012, 1.0)]}, HIGHER).reason


def test_whole_percent_makes_a_gap_twice_as_coarse():
    groups = {"women": line(60, -0.2), "men": line(50, 0)}
    assert gap_shrinks(groups, HIGHER).status == "right_way"
    assert gap_shrinks(groups, Data("higher", step=1.0)).status == "no_trend"


def test_better_than_each_decides_and_the_mean_is_told():
    ours = line(10, 0)
    found, sides = better_than_peers(ours, {"A": line(9, 0), "B": line(8, 0)}, HIGHER)
    assert (found.status, sides.best_name, sides.mean) == ("reached", "A", 8.5)
    found, sides = better_than_peers(ours, {"A": line(11, 0), "B": line(4, 0)}, HIGHER)
    assert (sides.beats_each, sides.beats_mean, found.status) == (False, True, "no_trend")
    assert found.reason == "Inte bättre än alla 2020, men bättre än deras medelvärde; avståndet har ingen säker trend."
    assert found.missing == pytest.approx(1)


def test_coming_nearer_to_the_keenest_is_the_right_way_also_where_less_is_better():
    found, _ = better_than_peers(line(20, -1), {"A": line(8, 0), "B": line(9, 0)}, Data("lower"))
    assert (found.status, found.newest) == ("right_way", (2020, 12.0))
    assert "avståndet krymper" in found.reason


def test_no_peers_or_a_peer_without_figures_is_a_reason():
    assert better_than_peers(line(1, 1), {}, HIGHER)[0].reason == "Det finns ingen att jämföra med."
    assert better_than_peers(line(1, 1), {"A": []}, HIGHER)[0].reason == "Uppgifter saknas för A."
    assert better_growth([], {"A": []}, HIGHER)[0].reason == "Inga mätningar."


def test_growth_is_compound_between_the_same_years():
    ours = [(t, 100 * 1.03 ** (t - 2012)) for t in YEARS]
    theirs = {"A": [(t, 900 * 1.02 ** (t - 2012)) for t in YEARS], "B": line(50, 0)}
    found, sides = better_growth(ours, theirs, HIGHER, since=2012)
    assert (found.status, sides.ours, sides.best) == ("reached", pytest.approx(3), pytest.approx(2))
    slower, _ = better_growth(theirs["A"], {"x": ours}, HIGHER)
    assert slower.status == "too_slow"
    falls, _ = better_growth(line(50, -1), {"x": ours}, HIGHER)
    assert falls.status == "wrong_way"
    assert "minst 4 år" in better_growth(ours, {"A": [(2020, 1.0), (2019, 1.0)]}, HIGHER)[0].reason


def test_of_several_goals_the_worst_decides_and_the_unknown_is_never_good():
    good, bad, unknown = Progress("reached", "", ""), Progress("wrong_way", "", ""), refused("Okänt.", "")
    assert combine([good, bad, unknown]) is bad
    assert combine([good, unknown]) is unknown
    assert combine([good, good]) is good
    assert combine([]).status == "not_assessed"
