"""Stores that the tests of views ask."""

from pathlib import Path

import pytest

from rus.store.store import Store
from tests.views import crossed_county, small_county


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The county where every measure does one thing."""
    root: Path = tmp_path_factory.mktemp("county") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return small_county.opened(root)


@pytest.fixture(scope="session")
def crossed(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The county whose measures are split three ways at once."""
    root: Path = tmp_path_factory.mktemp("crossed") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return crossed_county.opened(root)
