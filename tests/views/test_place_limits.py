"""What chance leaves open of a place's value and rank."""

from math import nan

import pytest

from rus.catalogue.read import read_catalogue
from rus.views.place_limits import limits_of, ranks_within

CATALOGUE = read_catalogue()
SHARE, AMOUNT = (CATALOGUE.indicators[name] for name in ("sysselsattningsgrad", "folkmangd"))


def test_a_share_of_known_people_has_wilsons_interval():
    limits = limits_of(SHARE, 75.0, (nan, nan), 240.0)
    assert limits is not None
    assert (limits.lower, limits.upper) == pytest.approx((69.2, 80.1), abs=0.05)


@pytest.mark.parametrize(("indicator", "n"), [(SHARE, nan), (SHARE, 12.0), (AMOUNT, 900.0)])
def test_without_people_with_too_few_or_for_an_amount_there_is_none(indicator, n):
    assert limits_of(indicator, 20.0, (nan, nan), n) is None


def test_the_sources_own_margin_goes_before_what_is_reckoned():
    limits = limits_of(SHARE, 75.0, (70.0, 79.0), 240.0)
    assert limits is not None
    assert (limits.lower, limits.upper) == (70.0, 79.0)


@pytest.mark.parametrize(("lower_is_better", "ranks"), [(True, (2, 3)), (False, (3, 4))])
def test_ranks_are_those_of_the_values_that_the_interval_holds(lower_is_better, ranks):
    assert ranks_within([1.0, 2.0, 3.0, 4.0, 5.0], 1.5, 3.5, lower_is_better=lower_is_better) == ranks
