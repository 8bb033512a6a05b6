"""What is cleared away of landed answers, and what never is."""

from datetime import UTC, datetime, timedelta

import pytest

from rus.core.errors import StoreError
from rus.ingest import raw, runs
from rus.ingest.alone import alone
from rus.ingest.pruning import Cleared, prune
from rus.ingest.runs import Kept, Run
from rus.sources.base import Asked, Raw
from rus.store import notes
from tests.store.telling import fetch

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://prov.example/data/1"


def land(days, body=b"{}", url=URL):
    answer = Raw(Asked("GET", url), 200, {}, body, NOW - timedelta(days=days))
    raw.land(answer)
    return answer


def kept(url=URL):
    key = Asked("GET", url).key
    return sorted(path.parent.name for path in raw.folder().glob(f"*/{key}.json"))


def test_only_the_newest_answer_stays_where_the_history_needs_no_other(home):
    for days in (9, 6, 3, 2):
        land(days, b"12345")
    assert prune(NOW) == Cleared(3, 15)
    assert kept() == ["2026-11-23"]
    assert not list(raw.folder().glob("2026-11-16*"))
    assert len(list(raw.folder().glob("*/*.bin"))) == 1


def test_what_a_fetch_of_the_history_was_made_of_stays(home):
    for days in (9, 6, 3):
        land(days)
    note = fetch(urls=(URL,), retrieved=NOW - timedelta(days=6), known_from=NOW - timedelta(days=6))
    path = notes.shelf(note.series) / f"{note.retrieved:{notes.STAMP}}-f1.json"
    notes.write_whole(path, notes.to_json(note))
    assert prune(NOW).answers == 1
    assert kept() == ["2026-11-19", "2026-11-22"]


def test_what_a_stopped_run_may_go_on_with_stays(home):
    land(2.5)
    land(0.5)
    land(0.1)
    prune(NOW)
    assert kept() == ["2026-11-25"]  # the same day is the same file
    land(0.9)
    assert prune(NOW) == Cleared()
    assert kept() == ["2026-11-24", "2026-11-25"]


def test_other_questions_are_no_newer_answers(home):
    land(9)
    land(2, url=URL + "?page=2")
    assert prune(NOW) == Cleared()


def test_a_run_is_forgotten_when_later_ones_have_all_its_series(home):
    for days, keys in ((9, ("a", "b")), (6, ("b",)), (3, ("b", "c"))):
        Run(NOW - timedelta(days=days), [Kept("kolada", keys, (), None)], finished=True).save()
    land(1)
    prune(NOW)
    assert [run.started for run in runs.all_runs()] == [NOW - timedelta(days=3), NOW - timedelta(days=9)]


def test_nothing_is_cleared_while_an_update_runs(home):
    land(9)
    land(3)
    with alone(), pytest.raises(StoreError, match="en annan uppdatering pågår"):
        prune(NOW)
    assert len(kept()) == 2


def test_offline_still_reads_everything_after_a_prune(run, fake, home):
    run()
    before = len(list(raw.folder().glob("*/*.json")))
    assert prune(datetime.now(UTC) + timedelta(days=30)) == Cleared()
    assert len(list(raw.folder().glob("*/*.json"))) == before
    fake.asked.clear()
    assert run(offline=True).exit_code == 0
    assert fake.asked == []
