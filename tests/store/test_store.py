"""Questions: exactly the seed's rows, in the order to be shown, with words, units and sources."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rus.core.errors import UsageError
from rus.store.frames import COLUMNS
from rus.store.store import Store, open_store
from tests.store.content import CODES, Content
from tests.store.oracle import GROUPS, INDICATORS, ORDER, SEXES, expected

ALL = expected()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    indicators=st.none() | st.lists(st.sampled_from([*INDICATORS, "onskad", "finns-inte"]), max_size=3),
    regions=st.none() | st.lists(st.sampled_from([*CODES, "9999"]), max_size=5),
    sexes=st.none() | st.lists(st.sampled_from(SEXES), max_size=3),
    groups=st.none() | st.lists(st.sampled_from([*GROUPS, "age.65+"]), max_size=3),
    first=st.none() | st.integers(2015, 2026),
    last=st.none() | st.integers(2015, 2026),
)
def test_any_choice_gives_exactly_the_rows_of_the_seed(
    small: Store,
    indicators: list[str] | None,
    regions: list[str] | None,
    sexes: list[str] | None,
    groups: list[str] | None,
    first: int | None,
    last: int | None,
) -> None:
    rows = small.observations(
        indicators=indicators, regions=regions, sexes=sexes, groups=groups, first=first, last=last
    )
    wanted = ALL
    for name, chosen in (("indicator", indicators), ("region", regions), ("sex", sexes), ("group", groups)):
        if chosen is not None:
            wanted = wanted[wanted[name].isin(chosen)]
    wanted = wanted[(wanted["year"] >= (first or 0)) & (wanted["year"] <= (last or 9999))]
    names = ["indicator", "region", "period", "sex", "group", "value", "series"]
    assert list(rows.columns) == COLUMNS
    assert rows[names].astype(dict.fromkeys(names, object)).values.tolist() == wanted[names].values.tolist()


def test_the_newest_is_the_last_measured_of_each(small: Store) -> None:
    rows = small.newest(indicators=None)
    wanted = ALL.groupby(["indicator", "region", "group", "sex"], sort=False).tail(1)
    names = ["indicator", "region", "group", "sex", "period", "value"]
    assert rows[names].astype(object).values.tolist() == wanted[names].values.tolist()


def test_text_columns_hold_only_what_occurs(small: Store) -> None:
    rows = small.observations(indicators=["invanare"], regions=["9101"], sexes=["men"])
    for name in ("indicator", "region", "region_name", "level", "sex", "group", "unit", "source", "series"):
        assert len(rows[name].cat.categories) == 1, name
    assert rows["region_name"].tolist() == ["Örby"] * 6
    assert rows["level"].tolist() == ["kommun"] * 6


def test_no_rows_have_the_same_columns(small: Store) -> None:
    full = small.observations(indicators=["invanare"])
    for empty in (
        small.observations(indicators=["finns-inte"]),
        small.observations(indicators=[]),
        small.observations(indicators=["invanare"], first=2090),
        small.newest(indicators=["onskad"]),
        small.overlap("finns-inte"),
    ):
        assert empty.empty
        assert list(empty.columns) == COLUMNS
        assert empty.dtypes["value"] == full.dtypes["value"]
        assert str(empty.dtypes["region"]) == "category"


def test_unit_source_and_fetch_of_a_figure(small: Store) -> None:
    row = small.observations(indicators=["sysselsatta"], regions=["91"], groups=["background.born_abroad"]).iloc[0]
    assert (row["unit"], row["source"], row["series"]) == ("procent", "Provbyrån via Kolada N00003", "kolada:N00003")
    fetch = small.fetches([row["fetch_id"]])
    assert fetch[["kind", "owner", "source", "hash"]].values.tolist() == [["import", "Provbyrån", "copy@1", "abc"]]
    assert str(fetch["retrieved"].iloc[0])[:10] == "2024-08-30"
    young = small.observations(indicators=["sysselsatta"], regions=["91"], groups=["age.16-24"]).iloc[0]
    assert young["source"] == "Provbyrån"
    assert small.fetches([young["fetch_id"]])["owner"].item() == "Andra byrån"
    assert small.fetches(None)["rows"].sum() == len(ALL)


def test_scale_months_and_years(small: Store) -> None:
    row = small.observations(indicators=["sysselsatta"], regions=["00"], groups=["age.16-24"], sexes=["total"])
    assert row["period"].tolist() == [f"{y}M12" for y in range(2018, 2024)]
    assert row["year"].tolist() == list(range(2018, 2024))
    assert row["value"].tolist() == pytest.approx([60 + n / 2 for n in range(6)])


def test_repeats_are_left_out_and_margins_put_in(small: Store) -> None:
    rows = small.observations(indicators=["valdeltagande"], regions=["9102"])
    assert rows["period"].tolist() == ["2018", "2022"]
    assert rows["lower"].tolist() == [82.5, 82.5]
    assert rows["upper"].tolist() == [85.5, 85.5]


def test_denominators_come_from_their_indicator_and_same_group(small: Store) -> None:
    rows = small.observations(indicators=["sysselsatta"], regions=["00"], sexes=["women"], first=2022, last=2022)
    assert rows.set_index("group")["n"].to_dict() == pytest.approx(
        {"total": 3022.0, "age.16-24": float("nan"), "background.born_abroad": float("nan")}, nan_ok=True
    )


def test_zero_is_said_and_the_newest_year_is_provisional_where_the_catalogue_says_so(small: Store) -> None:
    rows = small.observations(indicators=["invanare"], regions=["9201"], first=2023)
    assert rows.set_index(["sex", "period"])["status"].to_dict()["total", "2024"] == "noll"
    assert set(rows.loc[rows["period"] == "2023", "status"]) == {"varde"}
    jobs = small.observations(indicators=["sysselsatta"])
    assert set(jobs.loc[jobs["provisional"], "year"]) == {2023}
    assert not small.observations(indicators=["invanare"])["provisional"].any()


def test_years_outside_a_series_are_kept_as_overlap(small: Store) -> None:
    rows = small.overlap("sysselsatta", regions=["00"])
    years = rows.groupby("series", observed=True)["year"].agg(["min", "max"]).to_dict("index")
    assert years == {"kolada:N00001": {"min": 2021, "max": 2023}, "kolada:N00002": {"min": 2018, "max": 2020}}


def test_ranking_best_first_and_ties_share(content: Content) -> None:
    def tie(frame: pd.DataFrame) -> pd.DataFrame:
        same = (frame["series"] == "kolada:N00004") & frame["region"].isin(["9101", "9102"])
        return frame.assign(value=frame["value"].where(~same, 5.0))

    content.change(tie)
    store = content.open()
    rows = store.ranking("invanare", period="2023")
    assert rows["region"].tolist() == ["9201", "9103", "9102", "9101"]
    assert rows["rank"].tolist() == [1, 2, 3, 3]
    content.write(
        "indicators/befolkning/invanare.toml",
        (content.root / "indicators/befolkning/invanare.toml").read_text().replace('"higher"', '"lower"'),
    )
    rows = content.open().ranking("invanare", period="2023")
    assert rows["region"].tolist() == ["9102", "9101", "9103", "9201"]
    assert rows["rank"].tolist() == [1, 1, 3, 4]


def test_ranking_without_a_period_takes_the_newest_that_most_regions_have(small: Store) -> None:
    assert set(small.ranking("invanare")["period"]) == {"2023"}
    assert set(small.ranking("invanare", period="2024")["region"]) == {"9201"}
    assert small.ranking("invanare", level="lan", sex="women")["region"].tolist() == ["92", "91"]
    for nothing in (small.ranking("onskad"), small.ranking("invanare", period="1900"), small.ranking("x")):
        assert nothing.empty
        assert "rank" in nothing


def test_gaps_are_the_newest_year_that_both_sexes_have(small: Store) -> None:
    rows = small.gaps(region="91").set_index(["indicator", "group"])
    assert rows.loc[("sysselsatta", "total")].tolist() == pytest.approx(["2023", 63.0, 65.0, -2.0])
    assert rows.loc[("sysselsatta", "background.born_abroad"), "period"] == "2021"
    assert ("valdeltagande", "total") not in rows.index
    with pytest.raises(UsageError):
        small.gaps(region="9999")


def test_coverage_counts_what_there_is(small: Store) -> None:
    rows = small.coverage().set_index("indicator")
    jobs = rows.loc["sysselsatta"]
    own = ALL[ALL["indicator"] == "sysselsatta"]
    assert jobs["n_values"] == len(own)
    assert (jobs["first_year"], jobs["last_year"], jobs["newest"]) == (2018, 2023, "2023M12")
    assert (jobs["regions"], jobs["kommuner"], jobs["lan"], jobs["sexes"]) == (7, 4, 2, "women,men,total")
    assert list(jobs["groups"]) == GROUPS
    assert list(jobs["series"]) == sorted(own["series"].unique())
    assert jobs["owners"] == "Andra byrån, Provbyrån"
    assert rows.loc["onskad", "n_values"] == 0
    assert list(rows.index) == list(small.catalogue().indicators) or set(rows.index) == {*INDICATORS, "onskad"}
    cells = small.coverage_by_cell().set_index(["indicator", "group", "level"])
    assert cells.loc[("sysselsatta", "background.born_abroad", "kommun"), "regions"] == 4
    assert cells.loc[("sysselsatta", "total", "lan"), "sexes"] == "women,men,total"
    assert cells.loc[("valdeltagande", "total", "lan"), "sexes"] == "total"


def test_regions_in_swedish_order_with_lansdel(small: Store) -> None:
    rows = small.regions()
    assert rows["code"].tolist() == ORDER
    assert rows.set_index("code")["lansdel"].dropna().to_dict() == {"9102": "norra"}


def test_a_revision_is_remembered_with_both_figures_and_carried_on(content: Content) -> None:
    content.build()

    def newer(frame: pd.DataFrame) -> pd.DataFrame:
        changed = (frame["series"] == "kolada:N00004") & (frame["period"] == "2020") & (frame["region"] == "00")
        return frame.assign(value=frame["value"].where(~changed, frame["value"] + 7))

    content.change(newer)
    content.write("data/seed/sources.csv", CHANGED_SOURCES)
    rows = content.open().revisions("invanare")
    assert sorted((rows["new"] - rows["old"]).tolist()) == [7.0, 7.0, 7.0]
    assert set(rows["period"]) == {"2020"}
    assert rows["old_fetch"].ne(rows["new_fetch"]).all()
    assert rows["noticed"].nunique() == 1
    assert len(content.open().revisions()) == 3


CHANGED_SOURCES = """origin,owner,via,retrieved,file_hash,licence,kind
1,Provbyrån,copy@3,2025-01-30,ghi,Fri,import
2,Andra byrån,copy@2,,def,Fri,import
"""


def test_eight_threads_share_one_store(small: Store) -> None:
    def ask(n: int) -> int:
        return len(small.observations(indicators=[INDICATORS[n % 3]], regions=[CODES[n % 7]]))

    alone = [ask(n) for n in range(80)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(80))) == alone


def test_the_catalogue_comes_back_as_it_was(content: Content) -> None:
    assert open_store(content.build()).catalogue() == content.catalogue()
