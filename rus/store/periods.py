"""Period ids and what they stand for."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["year", "quarter", "month", "school_year", "pooled"]

_SHAPES: list[tuple[Kind, re.Pattern[str]]] = [
    ("year", re.compile(r"(\d{4})")),
    ("quarter", re.compile(r"(\d{4})Q([1-4])")),
    ("month", re.compile(r"(\d{4})M(0[1-9]|1[0-2])")),
    ("school_year", re.compile(r"(\d{4})/(\d{2})")),
    ("pooled", re.compile(r"(\d{4})-(\d{4})")),
]


@dataclass(frozen=True)
class Period:
    """One period: `year` is the year it ends in, both days included."""

    id: str
    kind: Kind
    year: int
    first_day: date
    last_day: date


def _month(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _days(kind: Kind, first: int, rest: str) -> tuple[date, date] | None:
    if kind == "quarter":
        return _month(first, int(rest) * 3 - 2, int(rest) * 3)
    if kind == "month":
        return _month(first, int(rest), int(rest))
    if kind == "school_year":
        follows = (first + 1) % 100 == int(rest)
        return (date(first, 7, 1), date(first + 1, 6, 30)) if follows else None
    if kind == "pooled":
        return (date(first, 1, 1), date(int(rest), 12, 31)) if first < int(rest) else None
    return _month(first, 1, 12)


def read_period(identity: str) -> Period | None:
    """`2022`, `2022Q1`, `2022M05`, `2021/22` or `2019-2022`; None where the id is none of them."""
    for kind, shape in _SHAPES:
        found = shape.fullmatch(identity)
        if found and found[1] != "0000":
            days = _days(kind, int(found[1]), found[2] if found.re.groups > 1 else "")
            return Period(identity, kind, days[1].year, *days) if days else None
    return None
