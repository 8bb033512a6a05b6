"""Period ids."""

from datetime import date

import pytest

from rus.core.errors import BuildError
from rus.store.dimensions import periods
from rus.store.periods import read_period


@pytest.mark.parametrize(
    ("identity", "kind", "year", "first", "last"),
    [
        ("2024", "year", 2024, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024Q1", "quarter", 2024, date(2024, 1, 1), date(2024, 3, 31)),
        ("2023Q4", "quarter", 2023, date(2023, 10, 1), date(2023, 12, 31)),
        ("2024M02", "month", 2024, date(2024, 2, 1), date(2024, 2, 29)),
        ("2021/22", "school_year", 2022, date(2021, 7, 1), date(2022, 6, 30)),
        ("1999/00", "school_year", 2000, date(1999, 7, 1), date(2000, 6, 30)),
        ("2019-2022", "pooled", 2022, date(2019, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_period_and_the_year_it_ends_in(identity: str, kind: str, year: int, first: date, last: date) -> None:
    found = read_period(identity)
    assert found is not None
    assert (found.kind, found.year, found.first_day, found.last_day) == (kind, year, first, last)


@pytest.mark.parametrize("wrong", ["", "22", "2022Q5", "2022M13", "2021/23", "2022-2019", "2022 ", "0000", "året 2022"])
def test_what_is_no_period(wrong: str) -> None:
    assert read_period(wrong) is None
    with pytest.raises(BuildError):
        periods(["2022", wrong])


def test_periods_stand_in_order_of_time() -> None:
    ids = [row["id"] for row in periods(["2022", "2021M12", "2022M01", "2019-2022", "2021", "2021Q4"])]
    assert ids == ["2021", "2021Q4", "2021M12", "2022M01", "2019-2022", "2022"]
