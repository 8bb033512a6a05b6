"""Numbers and order as Swedish readers expect them (the table of the style guide, code points and all)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.core.swedish import day, fmt, listing, number, sort_key, years


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1234567.891, 1, "1\u00a0234\u00a0567,9"),
        (-0.456, 1, "\u22120,5"),
        (-0.04, 1, "0,0"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-0.5, 0, "\u22121"),
        (2.675, 2, "2,68"),
        (12000, 0, "12\u00a0000"),
    ],
)
def test_numbers_have_decimal_comma_hard_space_and_true_minus(value, decimals, shown):
    assert number(value, decimals) == shown


def test_percent_and_units_stand_after_a_hard_space():
    assert fmt(45.67, decimals=1, unit="procent") == "45,7\u00a0%"
    assert fmt(12, unit="ton") == "12\u00a0ton"


def test_gains_carry_a_plus_and_nothing_else_does():
    assert number(5, 1, sign=True) == "+5,0"
    assert number(-5, 1, sign=True) == "\u22125,0"
    assert number(0, 1, sign=True) == "0,0"


@pytest.mark.parametrize(
    ("status", "shown"), [("saknas", ".."), ("skyddad", ".."), ("ej_tillamplig", "."), ("noll", "0"), ("kommer", "")]
)
def test_where_there_is_no_value_the_status_has_its_sign(status, shown):
    assert fmt(None, status=status) == shown
    assert fmt(float("nan"), status=status) == shown


def test_years_are_written_together_and_intervals_with_an_en_dash():
    assert (years(2012, 2022), years(2022, 2022)) == ("2012\u20132022", "2022")


def test_dates_and_lists_are_written_out():
    assert day(date(2026, 11, 25)) == "25 november 2026"
    assert [listing(w) for w in (["a"], ["a", "b"], ["a", "b", "c"], [])] == ["a", "a och b", "a, b och c", ""]


def test_a_with_ring_comes_after_z():
    assert sorted(["Örebro", "Ärla", "Åby", "Zinkgruvan"], key=sort_key) == ["Zinkgruvan", "Åby", "Ärla", "Örebro"]


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_every_number_can_be_read_back(value, decimals):
    text = number(value, decimals).replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
    assert float(text) == pytest.approx(value, abs=0.5000001 * 10**-decimals, rel=1e-12)
