"""The content that ships, built: its laws hold and its figures are the published ones."""

import pandas as pd
import pytest

from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.store.build import build
from rus.store.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RUS_CONTENT", raising=False)
        patch.setenv("RUS_HOME", str(tmp_path_factory.mktemp("home")))
        return open_store(build(read_catalogue()))


def in_store(store: Store, series: str, region: str, period: str) -> dict[str, float]:
    for indicator in store.catalogue().indicators.values():
        if any(s.key == series for s in indicator.series):
            rows = store.observations(indicators=[indicator.id], regions=[region])
            rows = rows[(rows["series"] == series) & (rows["period"] == period)]
            return dict(zip(rows["sex"].astype(str), rows["value"], strict=True))
    raise AssertionError(f"no indicator uses {series}")


def test_published_figures(store: Store) -> None:
    assert in_store(store, "kolada:N02268", "1880", "2022") == {"women": 65.2, "men": 71.6, "total": 68.5}
    assert in_store(store, "kolada:N01951", "1880", "2022")["total"] == 158057
    assert in_store(store, "file:KB_GHG_TOTAL", "1880", "2024")["total"] == pytest.approx(416.4891, abs=0.0001)


def test_every_figure_shown_is_a_figure_of_the_seed(store: Store) -> None:
    """Worked out from the Parquet file, the catalogue's series and pandas alone."""
    seed = pd.read_parquet(paths.ROOT / "data" / "seed" / "observations.parquet")
    own = seed[seed["region"] == "18"].set_index("series")
    rows = store.observations(indicators=None, regions=["18"])
    for identity, shown in rows.groupby("indicator", observed=True):
        indicator = store.catalogue().indicators[str(identity)]
        for series in indicator.series:
            if series.role != "value" or series.key not in own.index:
                continue
            figures = own.loc[[series.key]]
            year = figures["period"].str[-4:].where(figures["period"].str[4:5] == "-", figures["period"].str[:4])
            keep = year.astype(int).between(series.from_year or 0, series.to_year or 9999)
            keep &= figures["sex"].isin(series.sexes)
            if indicator.traits.measured_years:
                keep &= year.astype(int).isin(indicator.traits.measured_years)
            within = shown["year"].between(series.from_year or 0, series.to_year or 9999)
            found = shown[(shown["series"] == series.key) & within]
            wanted = (figures.loc[keep, "value"] * series.scale).sort_values().tolist()
            assert found["value"].sort_values().tolist() == pytest.approx(wanted), (identity, series.key)


def test_every_figure_leads_to_its_fetch(store: Store) -> None:
    rows = store.newest(indicators=None, regions=["18"])
    fetches = store.fetches(rows["fetch_id"].astype(str).unique().tolist()).set_index("fetch_id")
    assert set(rows["fetch_id"]) <= set(fetches.index)
    assert fetches[["owner", "source", "licence"]].notna().all(axis=None)
    computed = fetches["kind"] == "computed"
    assert fetches.loc[~computed, "hash"].notna().all()
    for request in fetches.loc[computed, "request"]:
        assert set(request.removeprefix("Beräknat ur hämtningarna ").split(", ")) <= set(fetches.index)


def test_no_gap_is_filled(store: Store) -> None:
    """Emissions of kommuner and län were measured in some years only; no other year may appear."""
    for indicator in store.catalogue().indicators.values():
        if any(s.key == "file:KB_GHG_TOTAL" for s in indicator.series):
            rows = store.observations(indicators=[indicator.id], regions=["18"], groups=["total"])
            assert rows["year"].tolist() == [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024]
            return
    raise AssertionError("no indicator uses the emissions")
