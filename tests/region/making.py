"""A county that does not exist, with a seed made on the spot: what the program must show without a change."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from rus.core import paths

CONTENT = Path(__file__).parent / "content"
APP = paths.ROOT / "app.py"
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


def make_region(root: Path) -> Path:
    """The county's whole content folder, below `root`."""
    shutil.copytree(CONTENT, root)
    write_seed(root / "data" / "seed")
    return root


@contextmanager
def in_use(content: Path, home: Path) -> Iterator[None]:
    """The app runs on this content folder; its caches are emptied before and after."""
    import streamlit as st

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(content))
        patch.setenv("RUS_HOME", str(home))
        st.cache_resource.clear()
        st.cache_data.clear()
        yield
    st.cache_resource.clear()
    st.cache_data.clear()


def open_at(address: str, **parameters: str) -> AppTest:
    """A reader's first visit, to this address."""
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    registered = {str(info.get("url_pathname", "")): page for page, info in app._registered_pages.items()}
    assert address in registered, [element.value for element in app.error]
    app._page_hash = registered[address]
    for key, value in parameters.items():
        app.query_params[key] = value
    return app.run()


def everything(app: AppTest) -> str:
    """Every word the run sent, whatever element it stands in."""
    words: list[str] = []

    def gather(block: object) -> None:
        for child in getattr(block, "children", {}).values():
            gather(child)
        words.append(str(getattr(block, "proto", "")))

    gather(app._tree)
    return _decoded("\n".join(words))


def _decoded(text: str) -> str:
    """Protobuf prints Swedish letters as octal escapes."""
    raw = re.sub(
        r"(?:\\\d{3})+", lambda m: bytes(int(o, 8) for o in m[0].split("\\")[1:]).decode("utf-8", "replace"), text
    )
    return raw.replace("\\n", "\n")
