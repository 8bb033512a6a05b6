"""A title never names a value or a direction that its rows do not hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rus.core.swedish import number
from rus.views.lines import Line, Point
from rus.views.sentences import Measure, change, extremes, of_groups, of_lines, sexes

SHARE = Measure("Sysselsatta", "procent", 1)
AMOUNT = Measure("Utsläpp", "ton", 0, amount=True)
VALUES = some.floats(-1000, 1000, allow_nan=False).map(lambda x: round(x, 2))


def points(*values: float, first: int = 2015) -> list[Point]:
    return [Point(str(first + n), float(first + n), value) for n, value in enumerate(values)]


def line(*values: float, label: str = "Länet", role: str = "total") -> Line:
    return Line(f"91/{label}", label, role, 0, (tuple(points(*values)),))


@given(some.lists(VALUES, min_size=2, max_size=12))
def test_a_change_names_only_the_first_and_last_value_and_their_real_direction(values):
    title = change(SHARE, points(*values))
    told = set(re.findall(r"−?\d[\d\u00a0]*,\d", title))
    assert told <= {number(values[0], 1), number(values[-1], 1)}
    assert ("ökade" in title) == (values[-1] > values[0] and number(values[-1], 1) != number(values[0], 1))
    assert ("minskade" in title) == (values[-1] < values[0] and number(values[-1], 1) != number(values[0], 1))


@given(VALUES, VALUES)
def test_a_gap_says_which_side_women_are_on(women, men):
    title = sexes(SHARE, points(women), points(men))
    if number(women, 1) == number(men, 1):
        assert "lika för kvinnor och män" in title
    else:
        assert ("över" in title) == (women > men)
        assert number(abs(women - men), 1) in title


@given(some.dictionaries(some.sampled_from("ABCDEF"), VALUES, min_size=1))
def test_extremes_name_the_highest_and_the_lowest(values):
    title = extremes(SHARE, list(values.items()), "2022")
    if " ligger " in title:
        top, bottom = title.split(" ligger ")[0], title.split(" över ")[1].split(" ")[0]
        assert values[top] == max(values.values())
        assert values[bottom] == min(values.values())


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([line(57.6, 59.0, 61.0)], "Sysselsatta ökade från 57,6 till 61,0\u00a0procent 2015–2017"),
        ([line(61.0, 61.02)], "Sysselsatta: 61,0\u00a0procent både 2015 och 2016"),
        ([line(61.0)], "Sysselsatta: 61,0\u00a0procent 2015"),
        (
            [line(1.0, 64.5, label="Kvinnor", role="women"), line(1.0, 72.0, label="Män", role="men")],
            "Sysselsatta: kvinnor 7,5\u00a0procentenheter under män 2016",
        ),
        (
            [line(60.0, label="Åby", role="ours"), line(50.0, label="Örby", role="ours")],
            "Åby ligger 10,0\u00a0procentenheter över Örby 2015",
        ),
        ([line(3.0, label="Riket", role="context")], "Sysselsatta"),
        ([], "Sysselsatta"),
    ],
)
def test_what_is_found_depends_on_what_is_drawn(lines, title):
    assert of_lines(SHARE, lines) == title


def test_only_years_after_a_break_are_compared():
    broken = Line("91/total", "Länet", "total", 0, (tuple(points(50, 60)), tuple(points(70, 71, first=2020))))
    assert of_lines(SHARE, [broken]) == "Sysselsatta ökade från 70,0 till 71,0\u00a0procent 2020–2021"


def test_an_amount_changes_by_a_share_of_itself():
    assert change(AMOUNT, points(2000, 1080)) == "Utsläpp minskade med 46\u00a0procent 2015–2016"
    assert change(AMOUNT, points(10, 130)) == "Utsläpp ökade från 10 till 130\u00a0ton 2015–2016"


def test_one_point_is_singular():
    assert sexes(Measure("Röstande", "procent", 0), points(69), points(70)).endswith(
        "kvinnor 1\u00a0procentenhet under män 2015"
    )


@given(some.lists(VALUES, min_size=2, max_size=5, unique=True))
def test_of_groups_the_highest_and_the_lowest_are_named(values):
    lines = [line(value, label=f"Klass {n}", role="context") for n, value in enumerate(values)]
    title = of_groups(SHARE, lines)
    if " ligger " in title:
        top, bottom = title.split(" ligger ")[0][-1], title.split(" över klass ")[1][0]
        assert values[int(top)] == max(values)
        assert values[int(bottom)] == min(values)
