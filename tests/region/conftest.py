"""A county that does not exist, with a seed made on the spot: what the program must show without a change."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

CONTENT = Path(__file__).parent / "content"
SERIES = {
    "file:PROV_ARBETE": (70.0, 0.4, ("women", "men", "total"), "Provets statistikbyrå"),
    "file:PROV_ARBETE_UTRIKES": (55.0, 0.9, ("women", "men", "total"), "Provets statistikbyrå"),
    "file:PROV_SOKER": (9.0, -0.2, ("women", "men", "total"), "Provets statistikbyrå"),
    "file:PROV_YTA": (1200.0, 15.0, ("total",), "Provets jordbruksverk"),
}
"""Series → value of the first year, change a year, sexes, owner."""
YEARS = range(2010, 2023)
SEX_STEP = {"women": -2.0, "men": 2.0, "total": 0.0}


def synthetic(regions: list[str]) -> pd.DataFrame:
    """Figures that follow a rule, so that a test can compute them again."""
    rows = [
        (series, region, str(year), sex, round(start + step * (year - 2010) + SEX_STEP[sex] + place / 2, 3), origin)
        for origin, (series, (start, step, sexes, _)) in enumerate(SERIES.items(), 1)
        for place, region in enumerate(regions)
        for sex in sexes
        for year in YEARS
    ]
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value", "origin"])
    frame["origin"] = frame["origin"].astype("int16")
    return frame.sort_values(["series", "region", "sex", "period"], ignore_index=True)


def write_seed(folder: Path) -> None:
    """`data/seed` of the made-up county, in the shape of every seed."""
    folder.mkdir(parents=True)
    regions = pd.read_csv(folder.parent / "reference" / "regions.csv", dtype=str)["code"].to_list()
    synthetic(regions).to_parquet(folder / "observations.parquet", index=False)
    sources = [
        {"origin": n, "owner": owner, "via": "tests", "retrieved": "2024-01-01"}
        | {"file_hash": hashlib.sha256(series.encode()).hexdigest(), "licence": "Fri", "kind": "import"}
        for n, (series, (_, _, _, owner)) in enumerate(SERIES.items(), 1)
    ]
    pd.DataFrame(sources).to_csv(folder / "sources.csv", index=False)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The content folder in use, in a place of its own; the caches of the app are emptied before and after."""
    import streamlit as st

    root = tmp_path_factory.mktemp("region") / "content"
    shutil.copytree(CONTENT, root)
    write_seed(root / "data" / "seed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.setenv("RUS_HOME", str(root / "data"))
        st.cache_resource.clear()
        st.cache_data.clear()
        yield root
    st.cache_resource.clear()
    st.cache_data.clear()
