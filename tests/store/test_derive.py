"""Computed indicators: each kind of rule against a computation by hand, and what happens where a part is missing."""

import pandas as pd
import pytest

from rus.core.errors import CatalogueError
from rus.store.store import Store
from tests.store.content import HEAD, Content

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
