"""The county that does not exist, in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.region.making import in_use, make_region


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Its content folder, in a place of its own."""
    root = make_region(tmp_path_factory.mktemp("region") / "content")
    with in_use(root, root / "data"):
        yield root
