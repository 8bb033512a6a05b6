"""The history: only what differs is written, and nothing that was known is ever lost."""

from datetime import UTC, datetime, timedelta

import pandas as pd
import pyarrow as pa
import pytest

from rus.core.errors import SourceError
from rus.store import history, notes
from rus.store.history import FetchNote
from tests.store.content import Content
from tests.store.telling import WHEN, fetch, rows, tell


def value(content: Content, region: str, period: str, sex: str = "total") -> list[float]:
    found = content.open().observations(indicators=["invanare"], regions=[region], sexes=[sex])
    return found.loc[found["period"] == period, "value"].tolist()


def test_only_what_differs_is_written(content: Content) -> None:
    change = tell(("00", "2022", "total", 3022.0), ("00", "2023", "total", 7.0), ("00", "2024", "total", 8.0))
    assert (change.new, change.revised, change.withdrawn, change.unchanged) == (1, 1, 0, 1)
    assert change.new_periods == ()
    [(path, note)] = notes.notes("kolada:N00004")
    kept = pd.read_parquet(path)
    assert kept[["period", "value"]].values.tolist() == [["2023", 7.0], ["2024", 8.0]]
    assert (note.new, note.revised) == (1, 1)
    assert value(content, "00", "2023") == [7.0]
    assert value(content, "00", "2022") == [3022.0]


def test_a_fetch_that_changes_nothing_leaves_only_that_it_was_made(content: Content) -> None:
    tell(("00", "2022", "total", 3022.0), version="a")
    assert notes.notes() == []
    last = history.last_note("kolada:N00004")
    assert last
    assert (last.version, last.retrieved) == ("a", WHEN)


def test_a_new_period_of_the_series(content: Content) -> None:
    change = tell(("00", "2025", "total", 1.0), ("9101", "2025", "total", None))
    assert (change.new, change.new_periods) == (1, ("2025",))
    assert change.rows["kind"].to_pylist() == ["new_period", "empty"]
    rows = content.open().observations(indicators=["invanare"], first=2025)
    assert rows[["region", "status"]].values.tolist() == [["00", "varde"], ["9101", "saknas"]]


def test_fewer_decimals_are_no_revision_but_a_person_more_is(content: Content) -> None:
    assert tell(("00", "2018", "women", 0.1 + 0.2), series="kolada:N00009").new == 1
    later = {"series": "kolada:N00009", "when": WHEN + timedelta(days=1)}
    assert tell(("00", "2018", "women", 0.30000001), **later).unchanged == 1
    assert tell(("00", "2018", "women", 0.3001), **later).revised == 1
    assert tell(("00", "2018", "women", 10_500_000.0), **later).revised == 1
    assert tell(("00", "2018", "women", 10_500_001.0), **later).revised == 1


def test_a_deleted_figure_is_withdrawn_and_may_come_back(content: Content) -> None:
    change = tell(("00", "2022", "total", None, None, True), ("00", "1950", "total", None, None, True))
    assert (change.withdrawn, change.rows.num_rows) == (1, 1)
    assert value(content, "00", "2022") == []
    assert value(content, "00", "2021") == [3021.0]
    assert tell(("00", "2022", "total", 5.0), when=WHEN + timedelta(days=1)).new == 1
    assert value(content, "00", "2022") == [5.0]


def test_absence_withdraws_only_where_the_answer_was_complete(content: Content) -> None:
    one = ("00", "2022", "total", 3022.0)
    assert tell(one).withdrawn == 0
    change = tell(one, complete=True, regions=("00",), when=WHEN + timedelta(days=1))
    assert change.withdrawn == 17
    assert set(change.rows["region"].to_pylist()) == {"00"}
    assert value(content, "91", "2022") != []


def test_a_figure_that_loses_its_value_says_why(content: Content) -> None:
    change = tell(("00", "2022", "total", None, "skyddad"))
    assert change.withdrawn == 1
    rows = content.open().observations(indicators=["invanare"], regions=["00"], first=2022, last=2022)
    assert dict(zip(rows["sex"], rows["status"], strict=True))["total"] == "skyddad"


def test_a_clock_set_back_does_not_hide_the_newest(content: Content) -> None:
    tell(("00", "2022", "total", 1.0))
    tell(("00", "2022", "total", 2.0), when=WHEN - timedelta(days=9))
    assert value(content, "00", "2022") == [2.0]


WRONG: dict[str, pa.Table] = {
    "flera gånger": rows(("00", "2022", "total", 1.0), ("00", "2022", "total", 2.0)),
    "kön ska": rows(("00", "2022", "all", 1.0)),
    "perioden": rows(("00", "2022X", "total", 1.0)),
    "inget tal": rows(("00", "2022", "total", float("inf"))),
    "okänd status": rows(("00", "2022", "total", None, "hemlig")),
    "både värde": rows(("00", "2022", "total", 1.0, "skyddad")),
    "avrundad noll": rows(("00", "2022", "total", None, "avrundad_noll")),
    "region saknas": rows((None, "2022", "total", 1.0)),
}


@pytest.mark.parametrize("words", WRONG)
def test_rows_that_break_a_law_are_never_stored(content: Content, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        history.append(fetch(), WRONG[words])
    assert not list(content.root.rglob("*.parquet")) or not notes.notes()
    assert history.last_note("kolada:N00004") is None


def test_a_failure_is_kept_until_an_answer_comes(content: Content) -> None:
    history.note_failure("kolada:N00004", "Tjänsten svarade inte.", WHEN)
    assert history.failures()["kolada:N00004"].words == "Tjänsten svarade inte."
    tell(("00", "2022", "total", 3022.0))
    assert history.failures() == {}


def test_a_series_looked_at_and_not_fetched(content: Content) -> None:
    tell(("00", "2022", "total", 3022.0), version="a")
    history.confirm("kolada:N00004", WHEN + timedelta(days=3))
    last = history.last_note("kolada:N00004")
    assert last
    assert (last.version, last.retrieved) == ("a", WHEN + timedelta(days=3))


def test_a_region_that_the_content_does_not_have_is_left_out(content: Content) -> None:
    tell(("0180", "2022", "total", 1.0), ("00", "2022", "total", 2.0))
    assert value(content, "00", "2022") == [2.0]


def test_a_fetch_of_several_series_under_one_name(content: Content) -> None:
    tell(("00", "2022", "total", 1.0))
    tell(("00", "2022", "women", 61.0), series="kolada:N00002")
    store = content.open()
    found = store.fetches(None)
    assert found.loc[found["kind"] == "update", "rows"].tolist() == [1, 1]
    assert found["fetch_id"].is_unique
    row = store.observations(indicators=["invanare"], regions=["00"], sexes=["total"], first=2022, last=2022).iloc[0]
    said = found.set_index("fetch_id").loc[row["fetch_id"]]
    assert said[["loader", "source", "owner", "request"]].tolist() == [
        "kolada", "Provtjänsten", "Provbyrån", "https://example.org/1",
    ]  # fmt: skip


def test_a_name_that_is_no_file_name(content: Content) -> None:
    with pytest.raises(Exception, match="namn på en hämtning"):
        history.append(fetch(fetch_id="../../x"), rows(("00", "2022", "total", 1.0)))


def test_a_note_goes_to_its_file_and_back() -> None:
    note = FetchNote("a", "b", "c", "d", ("e",), datetime(2026, 1, 2, tzinfo=UTC), "f", None, "g", "h", regions=("00",))
    assert notes.FetchNote(**note.__dict__) == note
