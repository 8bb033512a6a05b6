"""What the catalogue promises of live figures: whom to ask, crossed grounds, rules, cycles of publication, limits."""

import re
from datetime import date
from functools import cache

import pytest

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.freshness import Freshness
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.catalogue.series import OwnSeries, PxSeries, Series
from rus.core import paths


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


def indicators() -> list[Indicator]:
    return list(catalogue().indicators.values())


def every_series() -> list[Series]:
    return [series for indicator in indicators() for series in indicator.series]


def case(indicator: Indicator) -> str:
    return indicator.id


IN_USE = [i for i in indicators() if i.state == "in_use"]
COMPUTED = [i for i in indicators() if i.derive]
each_in_use = pytest.mark.parametrize("indicator", IN_USE, ids=case)


@each_in_use
def test_every_indicator_in_use_can_be_asked_for_new_figures(indicator: Indicator) -> None:
    asked = [indicator]
    if indicator.derive:
        asked = [catalogue().indicators[operand.indicator] for operand in indicator.derive.operands]
    for each in asked:
        assert any(s.live and s.role == "value" and s.to_year is None for s in each.series), each.id


def test_each_series_is_asked_for_once() -> None:
    roles = {(i.id, s.role, group_id(s.group), s.key, s.from_year) for i in indicators() for s in i.series}
    assert len(roles) == len(every_series())


def test_what_was_not_seen_answering_is_marked() -> None:
    assert not [s.key for s in every_series() if isinstance(s, PxSeries | OwnSeries) and s.confirmed]


def test_a_table_says_where_its_regions_are_and_what_is_chosen() -> None:
    for series in every_series():
        if isinstance(series, PxSeries) and series.table != "TAB5461":
            assert series.regions or series.region, series.key
            assert series.content or series.select or series.sex, series.key


def test_a_file_that_is_handed_in_has_a_mapping() -> None:
    sheets = [s for s in every_series() if isinstance(s, OwnSeries) and s.file]
    assert len(sheets) > 20
    assert all(s.mapping or s.px for s in sheets)
    assert len({s.key for s in sheets}) == len(sheets)


def test_a_series_that_has_ended_says_what_carries_on_and_is_not_asked_for() -> None:
    ended = [s for s in every_series() if s.retired]
    assert {s.source_id for s in ended} == {"N00713", "N00914", "N02995", "N03921", "N18941", "U07451"}
    assert not any(s.live for s in ended)
    known = {s.source_id for s in every_series() if s.live}
    for series in ended:
        assert series.retired
        carries_on = set(re.findall(r"[NU]\d{5}", series.retired))
        assert carries_on <= known, series.key
        assert carries_on or "ingen efterföljare" in series.retired, series.key


def test_rules_are_told_in_whole_sentences_and_four_are_computed_from_figures_in_hand() -> None:
    assert len([i for i in COMPUTED if i.state == "in_use"]) >= 3
    assert {i.derive.kind for i in COMPUTED if i.derive} >= {"ratio", "difference", "index"}
    for indicator in COMPUTED:
        assert indicator.derive
        assert indicator.derive.rule[0].isupper()
        assert indicator.derive.rule.endswith(".")


@each_in_use
def test_every_indicator_in_use_says_when_new_figures_are_due(indicator: Indicator) -> None:
    assert indicator.freshness
    assert indicator.freshness.documented == bool(indicator.freshness.source)


@pytest.mark.parametrize(
    ("freshness", "newest", "due"),
    [
        (Freshness(cycle="year", lag_months=11, published="november"), date(2024, 12, 31), date(2026, 11, 1)),
        (Freshness(cycle="year", lag_months=1, published="januari"), date(2025, 12, 31), date(2027, 1, 1)),
        (Freshness(cycle="year", published="juni"), date(2024, 12, 31), date(2026, 6, 1)),
        (Freshness(cycle="month", lag_months=2), date(2026, 8, 31), date(2026, 11, 1)),
        (Freshness(cycle="quarter", lag_months=2), date(2026, 6, 30), date(2026, 11, 1)),
        (Freshness(cycle="election", lag_months=-1, published="november"), date(2022, 12, 31), date(2026, 11, 1)),
        (Freshness(cycle="years:3", lag_months=6), date(2023, 12, 31), date(2027, 6, 1)),
    ],
)
def test_when_the_next_figures_are_due(freshness: Freshness, newest: date, due: date) -> None:
    assert freshness.due(newest) == due


@each_in_use
def test_limits_are_filled_by_unit(indicator: Indicator) -> None:
    limits = indicator.limits
    assert None not in (limits.jump, limits.sex_tolerance, limits.coverage)
    assert (limits.max == 100) == (indicator.unit == "procent" and indicator.share != "ingen")
    assert limits.stop == ["min", "max"]


def test_the_file_decides_over_the_unit() -> None:
    indicator = IN_USE[0].model_copy(
        update={"checks": IN_USE[0].checks.model_copy(update={"max": 7.0}), "unit": "procent", "share": "egenskap"}
    )
    assert (indicator.limits.min, indicator.limits.max) == (0, 7)


def test_every_file_that_can_be_handed_in_is_described_with_its_headings() -> None:
    lines = (paths.ROOT / "docs" / "own-figures.md").read_text(encoding="utf-8").splitlines()
    described = {line.split("`")[1]: line for line in lines if re.match(r"\| `[\w-]+\.(csv|xlsx)`", line)}
    sheets = [s for s in every_series() if isinstance(s, OwnSeries)]
    assert {s.file for s in sheets} == set(described)
    for sheet in sheets:
        assert sheet.file
        assert sheet.mapping
        headings = [*sheet.mapping.columns.named, *sheet.mapping.where]
        assert all(f"`{heading}`" in described[sheet.file] for heading in headings), sheet.key
