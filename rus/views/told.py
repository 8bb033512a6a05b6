"""What a chart by question tells: its values, and the words, the table and the rows that go with exactly them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

import pandas as pd

from rus.views.table import Table

Values = TypeVar("Values")


@dataclass(frozen=True)
class Told(Generic[Values]):
    """One chart, told.

    `values` are what is drawn. `rows` are the observations behind them, in the shape of `Store.observations`. `year` is
    the year shown, for charts of one point in time. `alt` says the finding for those who can't see it.
    """

    values: Values
    title: str
    subtitle: str
    alt: str
    table: Table
    rows: pd.DataFrame
    notes: tuple[str, ...] = ()
    year: int | None = None
