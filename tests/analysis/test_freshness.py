"""New, coming, late, outdated: by the owner's own cycle."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.freshness import NEW_DAYS, state

DUE = date(2026, 6, 1)
ORDER = ["ny", "kommer", "forsenad", "inaktuell"]


@pytest.mark.parametrize(
    ("today", "arrived", "said"),
    [
        (date(2026, 1, 15), date(2026, 1, 10), "ny"),
        (date(2026, 1, 15), date(2025, 6, 10), "kommer"),
        (date(2026, 1, 15), None, "kommer"),
        (date(2026, 6, 30), date(2025, 6, 10), "kommer"),
        (date(2026, 7, 1), date(2026, 6, 30), "forsenad"),
        (date(2027, 6, 30), date(2025, 6, 10), "forsenad"),
        (date(2027, 7, 1), date(2025, 6, 10), "inaktuell"),
    ],
)
def test_figures_by_year(today: date, arrived: date | None, said: str) -> None:
    assert state(DUE, 12, arrived, today) == said


def test_figures_by_month_are_outdated_sooner() -> None:
    assert state(DUE, 1, None, date(2026, 7, 31)) == "forsenad"
    assert state(DUE, 1, None, date(2026, 8, 1)) == "inaktuell"


@given(
    due=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    step=st.sampled_from([1, 3, 12, 36, 48]),
    arrived=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    days=st.lists(st.integers(0, 4000), min_size=2, max_size=2).map(sorted),
)
def test_figures_never_become_fresher_with_time(due: date, step: int, arrived: date, days: list[int]) -> None:
    earlier, later = (state(due, step, arrived, arrived + timedelta(days=n)) for n in days)
    assert ORDER.index(earlier) <= ORDER.index(later)
    assert NEW_DAYS > 0
