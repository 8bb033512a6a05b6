from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from rus.cli import program
from tests.cli.content import write_all


class Said(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str
    raw: bytes


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with one build; not to be written in."""
    from rus.catalogue.read import read_catalogue
    from rus.store.build import build

    root = write_all(tmp_path_factory.mktemp("cli") / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        build(read_catalogue())
    return root


@pytest.fixture
def here(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The built folder in use."""
    monkeypatch.setenv("RUS_CONTENT", str(built))
    monkeypatch.delenv("RUS_HOME", raising=False)
    return built


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, without a build."""
    root = write_all(tmp_path / "content")
    monkeypatch.setenv("RUS_CONTENT", str(root))
    monkeypatch.delenv("RUS_HOME", raising=False)
    return root


@pytest.fixture
def rus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Said]]:
    """Runs a command as the terminal would, in this process."""

    def run(*words: str) -> Said:
        runner = CliRunner()
        with runner.isolation() as (out, err, _):
            code = program.main(list(words))
            return Said(code, out.getvalue().decode(errors="replace"), err.getvalue().decode(), out.getvalue())

    return run
