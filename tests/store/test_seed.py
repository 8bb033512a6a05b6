"""The figures that ship: known values, every row with its owner and origin, and how they are made."""

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from rus.core import paths
from rus.store.seed import make_seed, named_kolada

SEED = paths.ROOT / "data" / "seed"


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    names = ["series", "region", "period", "sex"]
    return pq.read_table(SEED / "observations.parquet", read_dictionary=names).to_pandas()


@pytest.fixture(scope="module")
def sources() -> pd.DataFrame:
    return pd.read_csv(SEED / "sources.csv", index_col="origin")


KNOWN = [
    ("kolada:N02268", "1880", "2022", "total", 68.5),
    ("kolada:N02268", "1880", "2022", "women", 65.2),
    ("kolada:N02268", "1880", "2022", "men", 71.6),
    ("kolada:N02267", "1880", "2022", "total", 80.0),
    ("kolada:N01951", "1880", "2022", "total", 158057),
    ("kolada:N01951", "00", "2022", "total", 10521556),
    ("kolada:N00999", "1880", "2022", "total", 10.7),
    ("kolada:U01405", "1880", "2022", "women", 68.2),
    ("file:KB_GHG_TOTAL", "1880", "2024", "total", 416489.1),
    ("file:TRAFA_PB_TRAFIK/drivmedel: el", "1880", "2025", "total", 4636),
    ("file:SCB_BE0101N1", "1880", "2025", "total", 160687),
]


@pytest.mark.parametrize(("series", "region", "period", "sex", "value"), KNOWN)
def test_known_figures(rows: pd.DataFrame, series: str, region: str, period: str, sex: str, value: float) -> None:
    found = rows.query("series == @series and region == @region and period == @period and sex == @sex")
    assert found["value"].item() == pytest.approx(value, abs=0.06)


def test_a_row_a_figure_and_all_of_them_numbers(rows: pd.DataFrame) -> None:
    assert not rows.duplicated(["series", "region", "period", "sex"]).any()
    assert rows["value"].notna().all()
    assert set(rows["sex"]) == {"women", "men", "total"}
    assert rows["series"].nunique() >= 150
    assert rows["region"].nunique() == 312


def test_sectors_add_up_to_the_total_where_both_are_published(rows: pd.DataFrame) -> None:
    county = rows.query("region == '18' and period == '2024'")
    parts = county.loc[county["series"].str.startswith("file:KB_GHG_SECTOR/"), "value"].sum()
    total = county.loc[county["series"] == "file:KB_GHG_TOTAL", "value"].item()
    assert parts == pytest.approx(total, rel=1e-4)


def test_every_row_has_owner_origin_and_licence(rows: pd.DataFrame, sources: pd.DataFrame) -> None:
    assert set(rows["origin"]) <= set(sources.index)
    for column in ("owner", "via", "file_hash", "licence", "kind"):
        assert sources[column].notna().all(), column
    assert set(sources["kind"]) == {"import"}


def test_the_list_of_series_is_the_list_of_series(rows: pd.DataFrame) -> None:
    listed = pd.read_csv(SEED / "series.csv")
    assert set(listed["series"]) == set(rows["series"])
    assert listed["figures"].sum() == len(rows)


def test_it_is_small_enough_to_carry_along() -> None:
    assert sum(path.stat().st_size for path in SEED.iterdir()) <= 10_000_000


def test_every_kolada_series_in_use_that_was_published_is_there(rows: pd.DataFrame) -> None:
    named = {f"kolada:{identity}" for identity in named_kolada(paths.ROOT / "indicators")}
    assert len(named & set(rows["series"])) >= 60


OTHERS = """indicator_id,indicator_name_sv,unit,region_code,region_name,year,sex,breakdown,value,source_owner,via
JOBLESS,Arbetslösa,antal,9101,Örby,2023,total,ålder 16-19 år; månad 2023M05,7,SCB (BAS),copy/a.db
JOBLESS,Arbetslösa,antal,9101,Örby,2023,total,månad 2023-06,8,SCB (BAS),copy/a.db
CARS,Bilar,antal,9101,Örby,2023,total,ägare: kvinnor,5,Trafikanalys,copy/b.xlsx
CARS,Bilar,antal,9101,Örby,2023,total,ägare: juridisk person,3,Trafikanalys,copy/b.xlsx
N00001,Sysselsatta,%,9101,Örby,2023,total,,99,SKR,copy/c.json
N00009,Vård,%,91,Ödelän,2023,total,,50,SKR,copy/c.json
VAL_2026,Valdeltagande,%,9101,Örby,2026,total,,80,Valmyndigheten,copy/d.csv
"""
SELECTION = """
[national]
via = "copy@1"
retrieved = "2024-08-30"
licence = "Fri"
kolada = ["N00001"]
[others]
exclude = ["VAL_*"]
known_from = "2026-11-25"
licence = "Öppen"
[others.licences]
SCB = "CC0 1.0"
"""


def test_how_published_tables_become_the_seed(tmp_path: Path) -> None:
    national, others, index = tmp_path / "n.parquet", tmp_path / "o.csv", tmp_path / "i.csv"
    pd.DataFrame(
        [
            ("N00001", "9101", "total", 2022, 61.5),
            ("N00002", "9101", "men", 2022, 3.0),
            ("N00003", "00", "men", 2022, 1.0),
        ],
        columns=["kpi", "region", "sex", "year", "value"],
    ).to_parquet(national)
    others.write_text(OTHERS, encoding="utf-8")
    index.write_text("kpi,name,unit,source_owner\nN00001,Sysselsatta,%,SCB\n", encoding="utf-8")
    (tmp_path / "indicators" / "arbete").mkdir(parents=True)
    (tmp_path / "indicators" / "arbete" / "a.toml").write_text('series = [{ loader = "kolada", id = "N00002" }]')
    folder = tmp_path / "seed"
    folder.mkdir()
    (folder / "selection.toml").write_text(SELECTION, encoding="utf-8")
    made = make_seed(national, others, index, folder, tmp_path / "indicators")
    rows = pd.read_parquet(folder / "observations.parquet")
    assert rows.drop(columns="origin").values.tolist() == [
        ["file:CARS", "9101", "2023", "women", 5.0],
        ["file:CARS/ägare: juridisk person", "9101", "2023", "total", 3.0],
        ["file:JOBLESS", "9101", "2023M06", "total", 8.0],
        ["file:JOBLESS/ålder 16-19 år", "9101", "2023M05", "total", 7.0],
        ["kolada:N00001", "9101", "2022", "total", 61.5],
        ["kolada:N00002", "9101", "2022", "men", 3.0],
        ["kolada:N00009", "91", "2023", "total", 50.0],
    ]
    assert (made["rows"], made["series"]) == (7, 7)
    sources = pd.read_csv(folder / "sources.csv", index_col="origin").loc[rows["origin"]]
    owners = ["Trafikanalys", "Trafikanalys", "SCB (BAS)", "SCB (BAS)", "SCB", "enligt Kolada (RKA)", "SKR"]
    assert sources["owner"].tolist() == owners
    assert sources["licence"].tolist() == ["Öppen", "Öppen", "CC0 1.0", "CC0 1.0", "Fri", "Fri", "Öppen"]
    assert sources["retrieved"].fillna("").tolist() == [""] * 4 + ["2024-08-30"] * 2 + [""]
    assert sources["known_from"].fillna("").tolist() == ["2026-11-25"] * 4 + [""] * 2 + ["2026-11-25"]
