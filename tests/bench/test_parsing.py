"""The bench of reading answers measures the size it says, and tells when there is no peer."""

import pytest

from rus.bench import parsing
from rus.bench.report import Report
from rus.sources.jsonstat import read_cube


def test_the_answer_has_the_size_it_says() -> None:
    cube = read_cube(parsing.answer(), "mätning")
    assert cube.values.size == 150_000
    assert len(cube.symbols) == parsing.EMPTY + parsing.NOTED
    assert len(cube.notes) == 10


def test_without_a_peer_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_peer", lambda _body: None)
    report = Report()
    parsing.bench_parsing(report, rounds=1)
    assert [row.limit for row in report.rows] == [100, None, None]
    assert report.rows[-1].name == "inte jämfört: pyjstat är inte installerat"
