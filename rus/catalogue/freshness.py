"""When new figures are to be expected, by the owner's own cycle of publication."""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from rus.catalogue.strict import Strict, Text

Month = Literal[
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
]  # fmt: skip
MONTHS: tuple[str, ...] = get_args(Month)


class Freshness(Strict):
    """How often a period ends, and how long after its end the owner publishes it.

    `cycle`: year, quarter, month, election (every fourth year), or `years:3` for every third. `lag_months` counts from
    the end of the period (below zero: before its end, as for elections); `published` is the month of the year.
    `documented = false`: the cycle is our reading of the figures, not the owner's word; `source` says where the owner
    states it.
    """

    cycle: Annotated[str, Field(pattern=r"^(year|quarter|month|election|years:[2-9])$")] = "year"
    published: Month | None = None
    lag_months: int = Field(default=0, ge=-11, le=60)
    documented: bool = True
    source: Text | None = None

    @property
    def step_months(self) -> int:
        """Months from one period to the next."""
        fixed = {"year": 12, "quarter": 3, "month": 1, "election": 48}
        return fixed[self.cycle] if self.cycle in fixed else 12 * int(self.cycle.partition(":")[2])

    def due(self, last_day: date) -> date:
        """First day of the month when the period after the one that ended on `last_day` is to be published.

        Args:
            last_day: the last day of the newest period in hand.
        """
        months = last_day.year * 12 + last_day.month - 1 + self.step_months + self.lag_months
        if self.published:
            months += (MONTHS.index(self.published) - months) % 12
        return date(months // 12, months % 12 + 1, 1)
