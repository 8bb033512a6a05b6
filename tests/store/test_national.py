"""A store of everything, for measuring: every id an indicator, and copies of it."""

import pandas as pd
import pytest

from rus.store.national import build_national
from rus.store.store import open_store
from tests.store.content import CODES, Content


@pytest.mark.parametrize("copies", [1, 3])
def test_every_figure_stands_once_in_each_copy(content: Content, copies: int) -> None:
    national = content.root / "national.parquet"
    rows = [
        (kpi, region, sex, year, float(n))
        for n, kpi in enumerate(("N00001", "U00002"))
        for region in CODES
        for sex in ("men", "total", "women")
        for year in (2020, 2021)
    ]
    pd.DataFrame(rows, columns=["kpi", "region", "sex", "year", "value"]).to_parquet(national)
    store = open_store(build_national(national, copies=copies))
    assert len(store.observations(indicators=None)) == len(rows) * copies
    last = "u00002" if copies == 1 else f"u00002-{copies}"
    found = store.observations(indicators=[last], regions=["9101"])
    assert found["value"].tolist() == [1.0] * 6
    assert found["sex"].tolist() == ["women"] * 2 + ["men"] * 2 + ["total"] * 2
    assert len(store.newest(indicators=[last])) == 3 * len(CODES)
