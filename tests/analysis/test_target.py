"""Goals with a number: their base, target and needed pace."""

import pytest

from rus.analysis.target import target
from rus.catalogue.goals import ChangeFromBase, Direction, Level

SOURCE = {"standing": "föreslagen", "source": "testet"}


def test_sixty_percent_lower_than_the_base_year_is_forty_percent_of_it():
    goal = ChangeFromBase(kind="change", percent=-60, baseline=2005, by=2030, **SOURCE)
    found = target(goal, [(2024, 65.0), (2005, 100.0), (2010, 90.0)])
    assert (found.value, found.base, found.newest) == (pytest.approx(40), (2005, 100.0), (2024, 65.0))
    assert found.needed == pytest.approx((40 - 65) / 6)


def test_a_base_year_without_a_measurement_gives_no_target():
    goal = ChangeFromBase(kind="change", percent=-60, baseline=2005, by=2030, **SOURCE)
    assert target(goal, [(2004, 1.0), (2006, 1.0)]) is None


def test_a_level_without_a_year_has_a_target_but_no_needed_pace():
    goal = Level(kind="level", target=80, bound="at_least", **SOURCE)
    assert target(goal, [(2020, 70.0)]).needed is None


def test_a_year_that_has_passed_needs_no_pace():
    goal = Level(kind="level", target=80, bound="at_least", by=2020, **SOURCE)
    assert target(goal, [(2020, 70.0)]).needed is None


def test_a_direction_has_no_number():
    assert target(Direction(kind="direction", towards="up", **SOURCE), [(2020, 70.0)]) is None
