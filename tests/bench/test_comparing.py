"""The bench of the comparisons, on sixty kommuner made by rule."""

import pytest

from rus.analysis.expected import Expectation
from rus.bench.comparing import bench_comparisons
from rus.bench.report import Report
from rus.views.compare_question import Asked, Compared
from tests.views import many_kommuner


def test_every_measure_is_compared_and_counted(tmp_path, monkeypatch):
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "content"))
    monkeypatch.delenv("RUS_HOME", raising=False)
    store = many_kommuner.opened(tmp_path / "content")
    report = Report()
    bench_comparisons(report, store, store.catalogue())
    rows = {row.name: row for row in report.rows}
    assert rows["ett värde mot allt det jämförs med, median"].limit == 10
    assert f"alla mått i 3 platser, {len(many_kommuner.MEASURES) * 3} värden" in rows


def test_a_number_that_is_none_stops_the_bench(tmp_path):
    from rus.bench.comparing import _sound

    indicator = many_kommuner.write(tmp_path / "content").catalogue().indicators["utfall"]
    nan = Expectation(expected=float("nan"))
    spoilt = Compared(indicator, Asked("utfall", "9101"), "2022", 1.0, expectation=nan)
    with pytest.raises(ArithmeticError, match="NaN"):
        _sound(spoilt)
