"""The bench: how it counts, what it says, and that its guard fails when something costs twice as much."""

import json

import pytest
from rich.console import Console

from rus.bench import guard
from rus.bench.clock import Timing, in_turn, summary
from rus.bench.pages import Sight
from rus.bench.program import program
from rus.bench.report import Report
from rus.bench.server import Scene, pictures


def test_the_median_and_the_95th_percentile_are_those_of_the_textbook():
    found = summary([float(n) for n in range(1, 101)])
    assert (found.median, found.p95, found.runs) == (50.5, 95.0, 100)
    assert summary([7.0]) == Timing(7.0, 7.0, 1)


def test_works_take_turns_and_the_warm_up_is_not_counted():
    calls = []
    found = in_turn({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, runs=2, warm_up=1)
    assert calls == ["a", "b", "a", "b", "a", "b"]
    assert found["a"].runs == 2


def test_a_row_holds_up_to_its_limit_and_one_without_limit_is_only_told():
    report = Report()
    report.add("x", "under", 1.0, "ms", limit=1.0)
    report.add("x", "över", 1.1, "ms", limit=1.0)
    report.add("x", "utan", 9.0, "ms")
    assert [row.holds for row in report.rows] == [True, False, None]


def test_the_table_and_the_file_say_the_same(tmp_path):
    report = Report()
    report.ratio("x", "fråga", Timing(2, 2, 1), Timing(4, 4, 1), against="polars", limit=1)
    console = Console(record=True, width=200)
    report.show(console)
    report.write(tmp_path / "made" / "bench.json")
    row = json.loads((tmp_path / "made" / "bench.json").read_text(encoding="utf-8"))["rows"][0]
    assert (row["value"], row["against"], row["holds"]) == (0.5, "polars", True)
    assert "0.50 ×" in console.export_text()


@pytest.mark.parametrize(("cost", "good"), [(200.0, True), (201.0, False)])
def test_the_guard_fails_when_something_costs_more_than_twice_what_is_recorded(tmp_path, monkeypatch, cost, good):
    recorded = tmp_path / "recorded.json"
    recorded.write_text('{"sida, byte": 100}', encoding="utf-8")
    monkeypatch.setattr(guard, "RECORDED", recorded)
    monkeypatch.setattr(guard, "_costs", lambda: {"sida, byte": cost, "ny": 5.0})
    assert guard.guarded(Report(), record=False) is good


def test_recording_writes_todays_costs(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "RECORDED", tmp_path / "recorded.json")
    monkeypatch.setattr(guard, "_costs", lambda: {"sida, byte": 100.0})
    assert guard.guarded(Report(), record=True)
    assert json.loads(guard.RECORDED.read_text(encoding="utf-8")) == {"sida, byte": 100.0}


def test_what_is_recorded_names_bytes_and_cpu_of_every_picture_and_page():
    recorded = json.loads(guard.RECORDED.read_text(encoding="utf-8"))
    assert recorded
    for name in ("linje, 12 serier", "karta", "tabell", "Läget i länet", "Kommuner", "Gemensam uppföljning", "Om"):
        assert {f"{name}, byte", f"{name}, CPU i måttstockar"} <= recorded.keys()


def test_two_indicators_are_shown_in_three_pictures():
    found = pictures(["a", "b"], ["1", "2"])
    assert list(found) == ["linje, 12 serier", "karta", "tabell"]
    assert ("utforska", "ind=b&geo=1,2&kon=T&jmf=riket&diagram=karta") in found["karta"]


def test_a_crowd_goes_through_some_choices_on_every_page_and_the_pictures():
    page = Sight("om", "Om", ("a=1", "a=2", "a=3", "a=4"))
    what = Scene(pictures(["a"], ["1"]), (page,))
    assert what.mix[:3] == [("om", "a=1"), ("om", "a=2"), ("om", "a=3")]
    assert [page for page, _ in what.mix[3:]] == ["utforska"] * 3


def test_every_option_is_explained():
    assert program.params
    assert all(getattr(option, "help", None) for option in program.params)


def test_the_analysis_bench_judges_by_every_method_and_finds_no_nan():
    from rus.analysis.trend import Data
    from rus.bench.analysing import judge

    made, robust, heading = judge([(2010 + n, 50.0 + n) for n in range(12)], Data("higher"))
    assert made.status == "on_track"
    assert robust.counted == 6
    assert heading.said == "right_way"
    assert judge([(2020, 1.0)], Data("neutral"))[0].status == "not_assessed"
