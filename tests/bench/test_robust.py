"""The bench's table of robust statuses, and its flag."""

from rich.console import Console

from rus.analysis.robustness import Robustness, Verdict
from rus.bench import analysing, program
from rus.bench.robust import Tally, show, tallies


def answer(said, agrees, bases=()):
    return Robustness(said, tuple(Verdict("weather", said, agree == "+") for agree in agrees), bases)


def test_statuses_are_counted_by_how_many_agree():
    judged = [
        answer("on_track", "++"),
        answer("on_track", "+-"),
        answer("on_track", "+", bases=((2011, "too_slow"),)),
        answer("wrong_way", "+"),
    ]
    assert tallies("prov", judged) == (Tally("prov", "on_track", 3, 2, 1), Tally("prov", "wrong_way", 1, 1, 1))


def test_the_table_says_status_counts_and_share():
    console = Console(record=True, width=160)
    show(console, [Tally("katalogens egna", "on_track", 4, 2, 1)])
    text = console.export_text()
    assert "Når målet i nuvarande takt" in text
    assert "25 %" in text


def test_the_flag_measures_the_analysis_alone_and_prints_the_table(monkeypatch, tmp_path, capsys):
    asked = []

    def measured(report):
        asked.append(report)
        return (Tally("prov", "reached", 1, 1, 1),)

    monkeypatch.setattr(analysing, "bench_analysis", measured)
    assert program.main(["--analysis", "-o", str(tmp_path / "bench.json")]) == 0
    assert len(asked) == 1
    assert "Hur många bedömningar är robusta?" in capsys.readouterr().out
