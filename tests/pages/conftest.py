"""Content folders for pages: the one that ships, one without figures, and one where nothing can be read."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from rus.core import paths
from tests.region.making import in_use


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
