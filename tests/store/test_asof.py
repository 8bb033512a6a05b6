"""What was known then: of the rows' own history, with the catalogue as it was."""

import os
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

from rus.core.errors import StoreError, UsageError
from rus.store import builds, history
from rus.store.asof import as_of
from rus.store.moments import read_moment
from rus.store.store import open_store
from tests.store.content import Content
from tests.store.telling import tell

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=400)
LAST = LATER + timedelta(days=400)


def shown(content: Content, when: datetime | None, period: str = "2022") -> list[float]:
    store = open_store(builds.current())
    store = store.as_of(when) if when else store
    rows = store.observations(indicators=["invanare"], regions=["00"], sexes=["total"])
    return rows.loc[rows["period"] == period, "value"].tolist()


def twice_revised(content: Content) -> None:
    tell(("00", "2022", "total", 1.0), when=LATER, fetch_id="a")
    tell(("00", "2022", "total", 2.0), ("00", "2025", "total", 9.0), when=LAST, fetch_id="b")
    content.build()


def test_each_moment_has_its_own_figures(content: Content) -> None:
    twice_revised(content)
    assert shown(content, None) == [2.0]
    assert shown(content, LAST) == [2.0]
    assert shown(content, LAST - timedelta(seconds=1)) == [1.0]
    assert shown(content, LATER) == [1.0]
    assert shown(content, LATER - timedelta(seconds=1)) == [3022.0]
    assert shown(content, LATER, "2025") == []
    assert shown(content, LAST, "2025") == [9.0]


def test_the_present_is_the_build_in_use(content: Content) -> None:
    twice_revised(content)
    assert as_of(LAST) == builds.current()
    assert as_of(date(2090, 1, 1)) == builds.current()


def test_moments_between_which_nothing_became_known_are_one(content: Content) -> None:
    twice_revised(content)
    first, second = as_of(LATER), as_of(LATER + timedelta(days=1))
    assert first.id == second.id
    assert first.path == second.path
    assert builds.find_build(first.id).path == first.path
    builds.prune(5)
    assert not first.path.exists()
    assert as_of(LATER).id == first.id


def test_a_seed_is_known_since_the_day_it_says(content: Content) -> None:
    content.build()
    with pytest.raises(UsageError, match="2024-08-30"):
        as_of(date(2024, 8, 29))
    store = open_store(as_of(date(2024, 8, 30)))
    assert not store.observations(indicators=["invanare"]).empty
    assert store.observations(indicators=["sysselsatta"], groups=["age.16-24"]).empty


def test_when_a_seed_became_known_does_not_depend_on_the_date_of_its_file(content: Content) -> None:
    seed, origins = content.root / "data/seed/observations.parquet", content.root / "data/seed/sources.csv"
    for file in (seed, origins):
        os.utime(file, (0, 0))
    before = datetime.now(UTC).replace(tzinfo=None)
    content.build()
    row = 'select known_from from "fetch" where retrieved is null'
    [(known,)] = content.open()._connection.cursor().execute(row).fetchall()
    assert known >= before  # nobody says when, so it is when it was taken in, and that is written down
    os.utime(seed)
    assert content.open()._connection.cursor().execute(row).fetchall() == [(known,)]


def test_a_seed_may_say_since_when_its_figures_are_known(content: Content) -> None:
    origins = content.root / "data/seed/sources.csv"
    rows = pd.read_csv(origins, dtype=str)
    rows.assign(known_from=rows["retrieved"].isna().map({True: "2025-03-01", False: None})).to_csv(origins, index=False)
    content.build()
    groups = {"indicators": ["sysselsatta"], "groups": ["age.16-24"]}
    assert open_store(as_of(date(2025, 2, 28))).observations(**groups).empty
    assert not open_store(as_of(date(2025, 3, 1))).observations(**groups).empty
    told = content.open().fetches()
    assert told["retrieved"].isna().sum() == rows["retrieved"].isna().sum()


def test_the_catalogue_is_the_one_of_then(content: Content) -> None:
    content.build()
    between = datetime.now(UTC)
    text = (content.root / "indicators/befolkning/invanare.toml").read_text(encoding="utf-8")
    content.write("indicators/befolkning/invanare.toml", text.replace("Ett prov.", "Ett annat prov."))
    store = content.open()
    assert store.catalogue().indicators["invanare"].definition == "Ett annat prov."
    assert store.as_of(between).catalogue().indicators["invanare"].definition == "Ett prov."
    content.write("indicators/befolkning/invanare.toml", text)
    assert content.open().catalogue().indicators["invanare"].definition == "Ett prov."
    assert len(list((content.root / "data/history/catalogue").iterdir())) == 3


def test_a_newer_seed_leaves_what_the_earlier_said_to_be_asked_for(content: Content) -> None:
    content.build()
    between = datetime.now(UTC)

    def newer(frame: pd.DataFrame) -> pd.DataFrame:
        at = (frame["series"] == "kolada:N00004") & (frame["region"] == "00") & (frame["sex"] == "total")
        changed = frame.assign(value=frame["value"].where(~(at & (frame["period"] == "2022")), 5.0))
        return changed[~(at & (frame["period"] == "2021"))]

    content.change(newer)
    content.build()
    assert shown(content, None) == [5.0]
    assert shown(content, None, "2021") == []
    assert shown(content, between) == [3022.0]
    assert shown(content, between, "2021") == [3021.0]
    content.build()
    assert shown(content, None) == [5.0]
    kinds = open_store(builds.current()).changes(between)
    assert kinds[["kind", "period", "old"]].values.tolist() == [
        ["withdrawn", "2021", 3021.0],
        ["revised", "2022", 3022.0],
    ]


def test_what_was_fetched_is_newer_than_a_seed_retrieved_before(content: Content) -> None:
    content.build()
    tell(("00", "2022", "total", 1.0))
    content.change(lambda f: f.assign(value=f["value"].where(f["series"] != "kolada:N00004", 5.0)))
    content.build()
    assert shown(content, None) == [1.0]
    assert shown(content, None, "2021") == [5.0]


def test_a_catalogue_of_then_that_this_version_can_not_read(content: Content) -> None:
    content.build()
    between = datetime.now(UTC)
    tell(("00", "2022", "total", 1.0), when=LATER)
    content.build()
    [path] = (content.root / "data/history/catalogue").iterdir()
    path.write_text("{}")
    with pytest.raises(StoreError, match="katalogen som den var då"):
        as_of(between)


@pytest.mark.parametrize("text", ["", "igår", "2026-13-01", "2026-11-25T99:00"])
def test_a_moment_that_is_none(text: str) -> None:
    with pytest.raises(UsageError, match="varken en dag"):
        read_moment(text)


def test_moments() -> None:
    assert read_moment("2026-11-25") == date(2026, 11, 25)
    assert read_moment("2026-11-25T132711Z") == datetime(2026, 11, 25, 13, 27, 11, 999999, tzinfo=UTC)
    assert read_moment("2026-11-25T13:00+00:00") == datetime(2026, 11, 25, 13, tzinfo=UTC)


def test_a_day_here_ends_at_midnight_here(content: Content) -> None:
    content.build()
    midnight = datetime(2091, 5, 2).astimezone()
    tell(("00", "2022", "total", 1.0), when=midnight)
    content.build()
    assert shown(content, date(2091, 5, 1)) == [3022.0]
    assert shown(content, date(2091, 5, 2)) == [1.0]
    assert history.last_note("kolada:N00004")
