from collections.abc import Callable
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from rus.ingest.plan import Order
from rus.ingest.report import Outcome, Report
from rus.ingest.update import update
from tests.cli.content import write_all
from tests.ingest.fake import Fake


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content folder of its own; where the program writes."""
    monkeypatch.setenv("RUS_CONTENT", str(write_all(tmp_path / "content")))
    monkeypatch.setenv("RUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def fake() -> Fake:
    return Fake.small()


@pytest.fixture
def run(home: Path, fake: Fake) -> Callable[..., Report]:
    """Updates from the fake service."""

    def go(**order: object) -> Report:
        return update(read_catalogue(), Order(**{"ids": {}, **order}), fake.services())

    return go


def by_key(report: Report) -> dict[str, Outcome]:
    """The outcomes by series, each series once."""
    found = {outcome.series: outcome for outcome in report.outcomes}
    assert len(found) == len(report.outcomes)
    return found
