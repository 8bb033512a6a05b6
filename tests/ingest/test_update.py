"""An update: what is new is fetched, kept and built; what fails is told and harms nothing else."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from rus.catalogue.read import read_catalogue
from rus.core.errors import SourceError, StoreError, UsageError
from rus.ingest import remember
from rus.ingest.alone import alone
from rus.store import builds, history
from rus.store.store import open_store
from tests.ingest.conftest import by_key

FIRST, OTHER = "kolada:N02267", "kolada:N02268"


def values(indicator="jobb", **asked):
    found = open_store(builds.current()).observations(indicators=[indicator], **asked)
    return {(r.region, r.period, r.sex, r.group): r.value for r in found.itertuples()}


def test_new_figures_are_fetched_kept_and_built(run, home):
    report = run()
    outcomes = by_key(report)
    assert (report.exit_code, report.trouble) == (0, None)
    assert outcomes[FIRST].state == "ny"
    assert outcomes[FIRST].new == 12  # one year more: four regions, three sexes
    assert builds.current().id == report.build
    assert values()["90", "2023", "women", "total"] == 64.0
    assert report.left_out == 1  # the series that comes as a file


def test_an_older_figure_is_revised_and_years_that_the_source_has_put_away_stay(run, home):
    outcome = by_key(run())[FIRST]
    assert outcome.message == "Källan har inte längre 72 av 96 kända värden; de gamla är kvar."
    found = values()
    assert found["00", "2022", "total", "total"] == 62.0
    assert found["00", "2015", "total", "total"] == 60.0


def test_a_source_that_has_nothing_new_is_not_fetched_again(run, fake, home):
    run()
    first = builds.current().id
    fake.asked.clear()
    report = run()
    assert fake.data() == []
    assert {o.state for o in report.outcomes} == {"oförändrad"}
    assert (report.build, builds.current().id) == (None, first)


def test_a_source_that_does_not_say_is_fetched_and_found_unchanged(run, fake, home):
    fake.versions = {}
    run()
    fake.asked.clear()
    report = run()
    assert len(fake.data()) == 2
    assert {o.state for o in report.outcomes} == {"oförändrad"}
    assert report.build is None


def test_even_an_unchanged_source_is_fetched_whole_once_a_quarter(run, fake, home, monkeypatch):
    run()
    monkeypatch.setattr(remember, "RECONCILE_AFTER", timedelta(0))
    fake.asked.clear()
    run()
    assert len(fake.data()) == 2


def test_since_asks_whatever_the_source_says_and_a_whole_fetch_follows(run, fake, home):
    run()
    fake.asked.clear()
    run(since=date(2026, 1, 1))
    assert all(url.endswith("?since=2026-01-01") for url in fake.data())
    assert len(fake.data()) == 2
    fake.asked.clear()
    run()
    assert len(fake.data()) == 2


def test_one_failure_leaves_the_old_figures_and_the_others_go_on(run, fake, home):
    fake.failing = {FIRST}
    report = run()
    outcomes = by_key(report)
    assert (outcomes[FIRST].state, outcomes[OTHER].state, report.exit_code) == ("fel", "ny", 1)
    assert "felkod 500" in outcomes[FIRST].message
    assert values()["00", "2022", "total", "total"] == 60.875  # the seed's
    assert FIRST in history.failures()
    fake.failing = set()
    assert by_key(run())[FIRST].state == "ny"
    assert history.failures() == {}


@pytest.mark.parametrize("fault", [SourceError("trasigt"), ValueError("fel i laddaren"), KeyError("x")])
def test_a_loader_that_breaks_in_the_middle_harms_only_its_batch(run, fake, home, fault):
    whole = fake.fetch

    def breaks(wanted, client):
        yield next(whole(wanted, client))
        raise fault

    fake.fetch = breaks
    outcomes = by_key(run())
    assert (outcomes[FIRST].state, outcomes[OTHER].state) == ("ny", "fel")


def test_a_parser_that_breaks_harms_only_its_series(run, fake, home):
    whole = fake.parse
    fake.parse = lambda series, raws: whole(series, raws) if series.key == FIRST else raws[9]
    outcomes = by_key(run())
    assert (outcomes[FIRST].state, outcomes[OTHER].state) == ("ny", "fel")
    assert outcomes[OTHER].message.startswith("Fel i programmet: IndexError")


def test_an_unconfirmed_series_may_fail_without_failing_the_run(run, fake, home):
    path = home.parent / "content/indicators/arbete/jobb.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "N02268"', 'id = "N02268", confirmed = false'))
    fake.failing = {OTHER}
    report = run()
    assert (by_key(report)[OTHER].state, report.exit_code) == ("fel", 0)


def test_an_empty_answer_withdraws_nothing(run, fake, home):
    fake.figures[FIRST] = {}
    assert by_key(run())[FIRST].state == "fel"
    assert values()["00", "2022", "total", "total"] == 60.875


def test_figures_that_cannot_be_right_are_kept_out(run, fake, home):
    path = home.parent / "content/indicators/arbete/jobb.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[checks]\nmin = 0.0\nmax = 100.0\n", encoding="utf-8")
    fake.figures[FIRST]["00", "2023", "total"] = 163.0
    outcomes = by_key(run())
    assert (outcomes[FIRST].state, outcomes[OTHER].state) == ("fel", "ny")
    assert "Stämmer värdena, ändra [checks]" in outcomes[FIRST].message
    assert values()["00", "2022", "total", "total"] == 60.875


def test_a_figure_that_is_gone_from_the_source_is_withdrawn(run, fake, home):
    seed = {("00", str(year), sex): 60.0 for year in range(2015, 2021) for sex in ("women", "men", "total")}
    fake.figures[FIRST] |= {
        (region, *key[1:]): value for key, value in seed.items() for region in ("00", "90", "9001", "9002")
    }
    run()
    fake.versions[FIRST] = "2"
    del fake.figures[FIRST]["9001", "2023", "men"]
    outcome = by_key(run())[FIRST]
    assert (outcome.new, outcome.revised, outcome.withdrawn) == (0, 0, 1)
    assert ("9001", "2023", "men", "total") not in values()


def test_only_what_was_asked_for_is_fetched(run, fake, home):
    report = run(ids={"jobb": [OTHER]})
    assert [o.series for o in report.outcomes] == [OTHER]
    report = run(ids={"lediga-platser": []})
    assert (report.outcomes, report.left_out, report.exit_code) == ([], 1, 0)
    assert run(source="Kolada").outcomes
    with pytest.raises(UsageError, match=r"Källan SKB finns inte\. Välj en av: kolada"):
        run(source="SKB")


def test_a_rehearsal_keeps_nothing(run, fake, home):
    report = run(dry_run=True)
    assert [o.state for o in report.outcomes] == ["hoppad", "hoppad"]
    assert fake.data() == []
    assert not home.exists()


def test_two_updates_never_meet(run, home):
    with alone(), pytest.raises(StoreError, match="en annan uppdatering pågår"):
        run()
    assert run().exit_code == 0


def test_figures_that_break_a_law_leave_the_last_build(run, fake, home, monkeypatch):
    run()
    first = builds.current().id
    fake.versions[FIRST] = "2"
    fake.figures[FIRST]["00", "2024", "total"] = 61.0
    monkeypatch.setattr("rus.ingest.update.build", lambda *_, **__: (_ for _ in ()).throw(StoreError("lagen bruten")))
    report = run()
    assert (report.exit_code, report.build, builds.current().id) == (1, None, first)
    assert "lagen bruten" in report.trouble
    monkeypatch.undo()


def test_figures_that_are_in_no_build_yet_are_built_by_the_next_run(run, fake, home, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("rus.ingest.update.build", lambda *_, **__: (_ for _ in ()).throw(StoreError("full disk")))
        run()
    report = run()
    assert {o.state for o in report.outcomes} == {"oförändrad"}
    assert report.build == builds.current().id
    assert values()["90", "2023", "women", "total"] == 64.0


def test_the_report_is_told_to_programs(run, home):
    told = json.loads(run().to_json())
    assert told["states"] == {"ny": 2, "oförändrad": 0, "fel": 0, "hoppad": 0}
    assert (told["exit_code"], told["requests"], told["reused"]) == (0, 3, 0)
    assert {s["series"] for s in told["series"]} == {FIRST, OTHER}


def test_progress_only_grows_and_ends_at_one(fake, home):
    from rus.ingest.plan import Order
    from rus.ingest.update import update

    shares = []
    update(read_catalogue(), Order({}), fake.services(), lambda _words, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_note_says_where_the_figures_came_from(run, home):
    run()
    note = history.last_note(FIRST)
    assert note is not None
    assert (note.loader, note.source, note.version) == ("kolada", "Kolada, N02267", "1")
    assert note.urls == ("https://prov.example/data/kolada:N02267",)
    assert datetime.now(UTC) - note.retrieved < timedelta(hours=1)
