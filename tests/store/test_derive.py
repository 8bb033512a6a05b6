"""Computed indicators: each kind of rule against a computation by hand, and what happens where a part is missing."""

from datetime import timedelta

import pandas as pd
import pytest

from rus.core.errors import CatalogueError
from rus.store.store import Store
from tests.store.content import HEAD, Content
from tests.store.telling import WHEN, tell

RATIO = """
kind = "ratio"
of = [{ indicator = "valdeltagande" }]
by = { indicator = "invanare", total = true }
scale = 1000.0
"""
DIFFERENCE = """
kind = "difference"
of = [{ indicator = "sysselsatta" }]
by = { indicator = "sysselsatta", group = { background = "born_abroad" } }
"""
SUM = """
kind = "sum"
of = [{ indicator = "sysselsatta" }, { indicator = "sysselsatta", group = { background = "born_abroad" } }]
"""
INDEX = 'kind = "index"\nof = [{ indicator = "invanare" }]\nbase_year = 2019\n'


def compute(content: Content, rule: str, name: str = "raknad") -> Store:
    text = HEAD.format(title="Räknad", unit="tal", share="ingen")
    content.write(
        f"indicators/arbete/{name}.toml", f'{text}\n[derive]{rule}\nrule = "Så här."\n'.replace("]kind", "]\nkind")
    )
    return content.open()


def figures(store: Store, indicator: str, group: str = "total") -> "pd.Series[float]":
    rows = store.observations(indicators=[indicator])
    rows = rows[rows["group"] == group]
    return rows.set_index([rows[c].astype(str) for c in ("region", "sex", "period")])["value"].dropna()


def test_a_ratio_has_a_value_where_both_parts_have(content: Content) -> None:
    store = compute(content, RATIO)
    votes, people = figures(store, "valdeltagande"), figures(store, "invanare")
    made = figures(store, "raknad")
    expected = (votes / people * 1000).dropna()
    assert len(made) == len(expected) > 10
    assert made.to_dict() == pytest.approx(expected.to_dict())


def test_nothing_is_divided_by_nothing(content: Content) -> None:
    store = compute(content, RATIO.replace('"valdeltagande"', '"sysselsatta"'))
    assert ("9201", "total", "2024") in figures(store, "invanare")
    assert ("9201", "total", "2024") not in figures(store, "raknad")


def test_a_difference_of_a_group_from_the_total_follows_sex_and_year(content: Content) -> None:
    store = compute(
        content, DIFFERENCE.replace('[{ indicator = "sysselsatta" }]', '[{ indicator = "sysselsatta", total = true }]')
    )
    everyone, group = figures(store, "sysselsatta"), figures(store, "sysselsatta", "background.born_abroad")
    made = figures(store, "raknad")
    assert made.to_dict() == pytest.approx((everyone - group).dropna().to_dict())
    assert ("91", "men", "2023") in everyone
    assert ("91", "men", "2023") not in made


def test_a_sum_needs_every_part(content: Content) -> None:
    store = compute(
        content, SUM.replace('[{ indicator = "sysselsatta" }', '[{ indicator = "sysselsatta", total = true }')
    )
    everyone, group = figures(store, "sysselsatta"), figures(store, "sysselsatta", "background.born_abroad")
    assert figures(store, "raknad").to_dict() == pytest.approx((everyone + group).dropna().to_dict())


def test_an_index_is_a_hundred_in_its_base_year(content: Content) -> None:
    made = figures(compute(content, INDEX), "raknad")
    by_year = made.groupby(level=2)
    assert set(by_year.get_group("2019")) == {100.0}
    assert made["9101", "total", "2023"] == pytest.approx(100 * (1000 * 4 + 2023) / (1000 * 4 + 2019))
    assert "9103" not in made.index.get_level_values(0), "no value in the base year, so no index"


def test_rules_may_build_on_each_other_in_any_order_of_files(content: Content) -> None:
    compute(content, INDEX, "b-index")
    store = compute(
        content, 'kind = "ratio"\nof = [{ indicator = "b-index" }]\nby = { indicator = "b-index" }', "a-kvot"
    )
    assert set(figures(store, "a-kvot")) == {1.0}


def test_the_store_keeps_its_order_and_its_own_source(content: Content) -> None:
    store = compute(content, INDEX)
    rows = store.observations(indicators=["raknad"], regions=["91"])
    assert set(rows["series"].astype(str)) == {"derived:raknad"}
    assert set(rows["fetch_id"].astype(str)) <= set(store.fetches()["fetch_id"].astype(str))
    assert rows["lower"].isna().all()
    assert store.newest(indicators=["raknad"], regions=["91"])["period"].tolist() == ["2023"] * 3


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('kind = "ratio"\nof = [{ indicator = "invanare" }]', "by ska finnas"),
        ('kind = "index"\nof = [{ indicator = "invanare" }]', "base_year ska finnas"),
        ('kind = "sum"\nof = [{ indicator = "invanare" }]', "minst två led"),
        (INDEX.replace("invanare", "invånare"), "invånare"),
        (INDEX.replace("invanare", "raknad"), "ur sig själv"),
        (INDEX.replace("invanare", "finns-inte"), "finns-inte"),
        (INDEX + "scale = 0.0", "scale"),
    ],
)
def test_a_rule_that_can_not_be_is_refused_in_words(content: Content, rule: str, words: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        compute(content, rule)
    assert any("raknad.toml" in line and words in line for line in caught.value.problems)


def test_a_computed_figure_leads_to_the_fetches_of_all_its_parts(content: Content) -> None:
    tell(("91", "2022", "total", 500.0))
    store = compute(content, RATIO)
    rows = store.observations(indicators=["raknad"])
    assert set(rows["fetch_id"].astype(str)) == {"derived-raknad"}
    behind = set()
    for part in ("valdeltagande", "invanare"):
        behind |= set(store.observations(indicators=[part])["fetch_id"].astype(str))
    told = store.fetches(["derived-raknad"])
    assert set(told["fetch_id"]) == {"derived-raknad", *behind}
    assert len(behind) > 1
    own = told.set_index("fetch_id").loc["derived-raknad"]
    assert own["kind"] == "computed"
    assert own["rows"] == len(rows)
    assert all(identity in own["request"] for identity in behind)
    assert str(own["retrieved"])[:10] == f"{WHEN:%Y-%m-%d}"


def changed(store: Store, indicator: str = "raknad") -> list[list[object]]:
    rows = store.changes(WHEN.date(), indicators=[indicator])
    rows = rows.sort_values(["known_from", "region", "sex", "period"])
    return rows[["kind", "region", "sex", "period", "old", "new"]].values.tolist()


def test_a_computed_figure_changes_when_a_part_does(content: Content) -> None:
    before = figures(compute(content, RATIO), "raknad")
    (region, sex, period), old = next(iter(before.items()))
    tell((region, period, sex, 500.0))
    store = content.open()
    after = figures(store, "raknad")[region, sex, period]
    assert after != pytest.approx(old)
    assert changed(store) == [["revised", region, sex, period, pytest.approx(old), pytest.approx(after)]]
    tell((region, period, sex, None, None, True), when=WHEN + timedelta(hours=1), fetch_id="f2")
    gone = content.open()
    assert changed(gone)[-1][:4] == ["withdrawn", region, sex, period]
    assert (region, sex, period) not in figures(gone, "raknad")


def test_the_base_of_an_index_changes_every_year(content: Content) -> None:
    before = figures(compute(content, INDEX), "raknad")
    tell(("91", "2019", "total", 2 * 1.0))
    store = content.open()
    after = figures(store, "raknad")
    told = changed(store)
    years = [period for region, sex, period in before.index if (region, sex) == ("91", "total") and period != "2019"]
    assert [row[3] for row in told] == sorted(years)
    for kind, region, sex, period, old, new in told:
        assert kind == "revised"
        assert old == pytest.approx(before[region, sex, period])
        assert new == pytest.approx(after[region, sex, period])


def test_what_is_computed_of_what_is_computed_changes_too(content: Content) -> None:
    compute(content, RATIO, "a-kvot")
    twice = 'kind = "sum"\nof = [{ indicator = "a-kvot" }, { indicator = "a-kvot" }]'
    before = figures(compute(content, twice, "raknad"), "raknad")
    (region, sex, period), old = next(iter(before.items()))
    tell((region, period, sex, 500.0))
    store = content.open()
    new = figures(store, "raknad")[region, sex, period]
    assert changed(store) == [["revised", region, sex, period, pytest.approx(old), pytest.approx(new)]]
    assert set(store.fetches(["derived-raknad"])["kind"]) == {"computed", "import", "update"}


def test_a_new_year_of_the_parts_is_a_new_year_of_what_is_computed(content: Content) -> None:
    compute(content, INDEX)
    tell(("91", "2026", "total", 7.0))
    assert [row[:4] for row in changed(content.open())] == [["new_period", "91", "total", "2026"]]
