"""Stopped runs: the last build stays in use, nothing is fetched twice, and what was stored gets its build."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.ingest import runs
from rus.ingest.runs import Kept, Run
from rus.store import builds
from rus.store.build import build
from tests.ingest.conftest import by_key
from tests.ingest.fake import DATA
from tests.ingest.test_update import FIRST, OTHER, values

SEAMS = [
    "first answer", "first stored", "all stored", "before the build", "build not yet whole", "before the pointer",
    "before the end",
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("where", SEAMS)
def test_a_killed_process_leaves_the_last_build_and_the_next_run_ends_what_it_began(where, run, fake, home):
    first = build(read_catalogue())
    done = subprocess.run([sys.executable, "-m", "tests.ingest.killed", where], cwd=paths.ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    left = builds.current()
    assert (left.id == first.id) == (where != "before the end")
    report = run()
    assert report.exit_code == 0
    assert report.build == builds.current().id
    assert values()["90", "2023", "women", "total"] == 64.0
    assert len(fake.data()) == (1 if where in {"first answer", "first stored"} else 0)


def test_ctrl_c_stops_cleanly_and_the_next_run_asks_only_for_the_rest(run, fake, home):
    def stop(url):
        if url == DATA + OTHER:
            raise KeyboardInterrupt

    fake.before = stop
    with pytest.raises(KeyboardInterrupt):
        run()
    fake.before = lambda _url: None
    fake.asked.clear()
    report = run()
    assert [url.rsplit("/", 1)[1] for url in fake.asked] == [OTHER]
    assert {o.state for o in report.outcomes} == {"ny", "oförändrad"}
    assert report.build == builds.current().id
    assert values()["90", "2023", "women", "total"] == 64.0
    assert values()["90", "2023", "total", "background.born_abroad"] == 50.25


def test_an_answer_that_failed_is_asked_for_anew_when_the_run_goes_on(run, fake, home):
    fake.unreadable = {FIRST}

    def stop(url):
        if url == DATA + OTHER:
            raise KeyboardInterrupt

    fake.before = stop
    with pytest.raises(KeyboardInterrupt):
        run()
    fake.before, fake.unreadable = (lambda _url: None), set()
    fake.asked.clear()
    assert by_key(run())[FIRST].state == "ny"
    assert len(fake.data()) == 2


def test_a_run_that_was_stopped_long_ago_is_begun_anew(home):
    now = datetime.now(UTC)
    old = Run(now - timedelta(hours=25), stored=True)
    old.save()
    assert runs.begin(now) == Run(now, stored=True)
    recent = Run(now - timedelta(hours=1), [Kept("kolada", (FIRST,), ("00",), date(2026, 1, 1))], {"abc"})
    recent.save()
    begun = runs.begin(now)
    assert (begun.batches, begun.refused, begun.stored) == (recent.batches, recent.refused, True)
    recent.finished = True
    recent.save()
    assert runs.begin(now) == Run(now)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"batches": [{}]}'])
def test_a_damaged_note_of_a_run_is_passed_over(home, text):
    run = Run(datetime.now(UTC))
    run.save()
    run.path.write_text(text)
    assert list(runs.all_runs()) == []


def test_offline_reads_the_landed_answers_again(run, fake, home):
    fake.unreadable = {FIRST}
    assert by_key(run())[FIRST].state == "fel"
    fake.unreadable = set()
    fake.asked.clear()
    report = run(offline=True)
    assert fake.asked == []
    assert {o.series: o.state for o in report.outcomes} == {FIRST: "ny", OTHER: "oförändrad"}
    assert (report.exit_code, report.build) == (0, builds.current().id)


def test_offline_with_nothing_landed_skips_and_fails_nothing(run, fake, home):
    report = run(offline=True)
    assert {(o.state, o.message) for o in report.outcomes} == {("hoppad", "inget svar finns sparat")}
    assert (report.exit_code, report.build) == (0, None)


def test_offline_does_not_end_a_run_that_was_stopped(run, fake, home):
    def stop(url):
        if url == DATA + OTHER:
            raise KeyboardInterrupt

    fake.before = stop
    with pytest.raises(KeyboardInterrupt):
        run()
    fake.before = lambda _url: None
    run(offline=True)
    fake.asked.clear()
    run()
    assert [url.rsplit("/", 1)[1] for url in fake.data()] == [OTHER]


def test_offline_finds_an_answer_that_several_series_were_asked_for_with(run, fake, home):
    fake.together = True
    run()
    assert {o.series: o.state for o in run(ids={"jobb": [FIRST]}, offline=True).outcomes} == {FIRST: "oförändrad"}


def test_offline_looks_past_a_run_that_was_stopped_before_its_answers_came(run, fake, home):
    run()
    asked = Kept("kolada", (FIRST, OTHER), ("00",), date(2026, 1, 1))
    Run(datetime.now(UTC) + timedelta(seconds=1), [asked]).save()
    assert {o.series: o.state for o in run(offline=True).outcomes} == {FIRST: "oförändrad", OTHER: "oförändrad"}
