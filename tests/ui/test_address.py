"""Two changes in one breath: the second is made on a page that does not know of the first, and both hold."""

import pytest

from rus.ui.address import on_top

BEFORE = {"ind": "a", "geo": "18", "kon": "KM", "ar": "2010-2020", "grp": "total", "jmf": "riket", "diagram": "linje"}
FIRST = {**BEFORE, "kon": "K"}


@pytest.mark.parametrize("second", [{"jmf": "ingen"}, {"ar": ""}, {"geo": "18,19"}, {"ind": "b"}, {"kon": "T"}])
def test_a_second_change_is_laid_on_the_first(second):
    wanted = {key: value for key, value in {**BEFORE, **second}.items() if value}
    both = {key: value for key, value in {**FIRST, **second}.items() if value}
    assert on_top(wanted, FIRST, [BEFORE, FIRST]) == both


def test_a_change_that_takes_the_first_one_back_is_not_taken_for_none():
    assert on_top(BEFORE, FIRST, [BEFORE, FIRST]) == BEFORE


def test_years_that_were_taken_away_do_not_come_back():
    first = {key: value for key, value in BEFORE.items() if key != "ar"}
    assert on_top({**BEFORE, "kon": "K"}, first, [BEFORE, first]) == {**first, "kon": "K"}


def test_on_a_page_that_was_drawn_to_its_end_the_picker_is_right():
    wanted = {**BEFORE, "ind": "b", "grp": "x"}
    assert on_top(wanted, FIRST, [FIRST]) == wanted
    assert on_top(wanted, FIRST, []) == wanted


def test_the_measure_that_was_shown_without_being_chosen_is_no_change():
    bare = {key: value for key, value in BEFORE.items() if key != "ind"}
    assert on_top({**BEFORE, "jmf": "ingen"}, FIRST, [bare, FIRST]) == {**FIRST, "jmf": "ingen"}


def test_what_a_short_link_left_out_is_as_the_picker_has_it():
    assert on_top({**BEFORE, "jmf": "ingen"}, {"ind": "a"}, [BEFORE, {**BEFORE, "ind": "c"}]) == {
        **BEFORE,
        "jmf": "ingen",
    }
