"""The small content folder, to spoil or to ask."""

from pathlib import Path

import pytest

from rus.store.store import Store
from tests.store.content import Content, write_content


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """The folder, in use, and not yet built."""
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "content"))
    monkeypatch.delenv("RUS_HOME", raising=False)
    return write_content(tmp_path / "content")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of the folder as it is, for questions only."""
    root = tmp_path_factory.mktemp("small") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return write_content(root).open()
