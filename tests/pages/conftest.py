"""Content folders for pages: the one that ships, one without figures, and one where nothing can be read."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from rus.catalogue.indicator import Indicator
from rus.core import paths
from rus.texts.texts import Texts, texts
from tests.region.making import in_use, make_region, open_at


def copied(to: Path) -> Path:
    """A copy of the content that ships."""
    shutil.copytree(paths.ROOT / "indicators", to / "indicators")
    for folder in ("reference", "seed", "projects"):
        shutil.copytree(paths.ROOT / "data" / folder, to / "data" / folder)
    return to


@pytest.fixture(scope="session")
def shipped_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the content that ships, built once."""
    from rus.store.build import ensure_build

    home = tmp_path_factory.mktemp("shipped")
    with in_use(paths.ROOT, home):
        ensure_build()
    return home


@pytest.fixture(scope="module")
def shipped(shipped_home: Path) -> Iterator[Path]:
    """The content that ships, with its figures."""
    with in_use(paths.ROOT, shipped_home):
        yield paths.ROOT


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Path]:
    """The content that ships, without a single figure."""
    root = copied(tmp_path / "content")
    seed = root / "data" / "seed" / "observations.parquet"
    pd.read_parquet(seed).iloc[:0].to_parquet(seed, index=False)
    with in_use(root, tmp_path / "home"):
        yield root


@pytest.fixture
def spoilt(tmp_path: Path) -> Iterator[Path]:
    """A catalogue with an error, and no build."""
    root = copied(tmp_path / "content")
    (root / "indicators" / "_challenges.toml").write_text("set = 3\n", encoding="utf-8")
    with in_use(root, tmp_path / "home"):
        yield root


@dataclass(frozen=True)
class Updated:
    """Content with two updates: each brought one new period of one indicator, the second changed a figure as well."""

    indicator: str
    first: date
    second: date


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Updated]:
    """The content that ships, after two updates 20 and 10 days ago."""
    from rus.catalogue.read import read_catalogue
    from rus.store.build import build, ensure_build

    home, now = tmp_path_factory.mktemp("updated"), datetime.now(UTC)
    with in_use(paths.ROOT, home):
        ensure_build()
        catalogue = read_catalogue()
        one = next(i for i in catalogue.indicators.values() if _plain(i))
        told = Updated(one.id, *((now - timedelta(days=ago)).date() for ago in (20, 10)))
        for ago, rows in ((20, [("2090", 51.0)]), (10, [("2090", 52.5), ("2091", 53.0)])):
            _fetched(one.series[0].key, catalogue.here.region, now - timedelta(days=ago), rows)
        build(catalogue)
        yield told


def _plain(indicator: Indicator) -> bool:
    one = len(indicator.series) == 1 and indicator.series[0].loader == "kolada" and not indicator.derive
    return one and indicator.unit == "procent" and not indicator.traits.measured_years and indicator.state == "in_use"


def _fetched(series: str, region: str, when: datetime, rows: list[tuple[str, float]]) -> None:
    from rus.store.history import FetchNote, append

    note = FetchNote(f"prov-{rows[-1][0]}", series, "kolada", "Prov", ("prov",), when, "ab", None, "Prov", "Fri")
    many = len(rows)
    append(
        note,
        pa.table(
            {"region": [region] * many, "period": [p for p, _ in rows], "sex": ["total"] * many}
            | {"value": [v for _, v in rows], "status": pa.nulls(many, pa.string())}
            | {"symbol": pa.nulls(many, pa.string()), "deleted": [False] * many}
        ),
    )


@pytest.fixture(scope="module")
def present_county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A county of its own, in use."""
    root = make_region(tmp_path_factory.mktemp("present") / "content")
    shutil.rmtree(root / "data" / "stories", ignore_errors=True)
    with in_use(root, root / "data"):
        open_at("")
        yield


@pytest.fixture
def room(present_county: None) -> Iterator[Texts]:
    """Its texts, empty."""
    found = texts()
    yield found
    shutil.rmtree(found.folder, ignore_errors=True)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A county of its own, whose report can be written in."""
    root = make_region(tmp_path / "content")
    with in_use(root, root / "data"):
        open_at("")
        yield root
        shutil.rmtree(texts().folder, ignore_errors=True)
