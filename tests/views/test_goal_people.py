"""A goal in people: the source's own count first, else the denominator's figure of the same group; else unknown."""

from dataclasses import fields
from math import nan

import pandas as pd
import pytest

from rus.analysis.progress import Progress
from rus.catalogue.goals import GapShrinks, Level
from rus.catalogue.indicator import Indicator
from rus.views.figures import Figures, Observed
from rus.views.goal_people import People

ABROAD, SWEDEN = "background.born_abroad", "background.born_in_sweden"
SOURCE = {"standing": "föreslagen", "source": "prov"}
LEVEL = Level(kind="level", target=70, bound="at_least", by=2030, baseline=2010, **SOURCE)
SHARE = Indicator(
    id="andel",
    theme="arbete",
    title="Andel",
    short="Andel",
    unit="procent",
    decimals=1,
    better="higher",
    share="egenskap",
    definition="Prov.",
    owner="Prov",
    licence="Fri",
    link="https://example.org",
    series=[{"loader": "kolada", "id": "N00001"}],
    denominator={"text": "alla", "indicator": "folk"},
)


def figures(*rows: tuple[str, str, str, float, float]) -> Figures:
    """Indicator, group, sex, value and n of 2020."""
    made = [
        {"indicator": i, "group": g, "sex": s} | Observed("2020", 2020, v, provisional=False, source="", n=n).__dict__
        for i, g, s, v, n in rows
    ]
    return Figures(pd.DataFrame(made, columns=["indicator", "group", "sex", *(f.name for f in fields(Observed))]))


def at(value: float, missing: float) -> Progress:
    return Progress("too_slow", "Prov.", "linjar", newest=(2020, value), missing=missing)


@pytest.mark.parametrize(("n", "folk", "people"), [(nan, 400.0, 40.0), (500.0, 400.0, 50.0), (nan, None, None)])
def test_a_groups_people_come_from_the_source_or_from_the_denominator(n, folk, people):
    rows = [("andel", ABROAD, "women", 60.0, n)]
    rows += [("folk", ABROAD, "women", folk, nan)] if folk else []
    found = People(figures(*rows)).missing(SHARE, LEVEL, at(60.0, 10.0), (ABROAD, "women"))
    assert found == (None if people is None else pytest.approx(people))


def test_a_gap_between_groups_counts_those_of_the_group_behind():
    goal = GapShrinks(kind="gap", ground="background", **SOURCE)
    rows = [("andel", ABROAD, "total", 60.0, nan), ("andel", SWEDEN, "total", 80.0, nan)]
    rows += [("folk", ABROAD, "total", 300.0, nan), ("folk", SWEDEN, "total", 900.0, nan)]
    made = Progress("no_trend", "Prov.", "gap", newest=(2020, 20.0))
    assert People(figures(*rows)).missing(SHARE, goal, made, ("total", "total")) == pytest.approx(60)
    assert People(figures(rows[0])).missing(SHARE, goal, made, ("total", "total")) is None


def test_what_is_not_assessed_or_no_share_has_no_people():
    found = People(figures(("andel", "total", "total", 60.0, 100.0)))
    unknown = Progress("not_assessed", "Prov.", "linjar", newest=(2020, 60.0), missing=10.0)
    assert found.missing(SHARE, LEVEL, unknown, ("total", "total")) is None
    crowns = SHARE.model_copy(update={"unit": "kronor"})
    assert found.missing(crowns, LEVEL, at(60.0, 10.0), ("total", "total")) is None
