"""The indicators of population, work, income, schools and children against the figures that ship with them.

These tests read this region's own content; another region has its own files and its own tests.
"""

import re
from functools import cache

import pandas as pd
import pytest

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.catalogue.series import SeriesBase
from rus.core import paths

THEMES = ("befolkning", "arbete", "ekonomi", "utbildning", "barn-och-unga")
LEVELS = {2: "lan", 4: "kommun"}


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


@cache
def figures() -> pd.DataFrame:
    rows = pd.read_parquet(paths.seed() / "observations.parquet")
    rows["year"] = rows["period"].str[:4].astype(int)
    rows["level"] = rows["region"].str.len().map(LEVELS).where(rows["region"] != "00", "riket")
    return rows


@cache
def by_series() -> dict[str, pd.DataFrame]:
    return {str(key): rows for key, rows in figures().groupby("series", observed=True)}


def indicators() -> list[Indicator]:
    return [i for i in catalogue().indicators.values() if i.theme in THEMES]


def confirmed(indicator: Indicator) -> list[SeriesBase]:
    return [s for s in indicator.series if s.confirmed]


def shown(series: SeriesBase) -> pd.DataFrame:
    rows = by_series()[series.key]
    return rows[rows["year"].between(series.from_year or 1900, series.to_year or 2100)]


def case(indicator: Indicator) -> str:
    return indicator.id


IN_USE = [i for i in indicators() if i.state == "in_use"]
every_one = pytest.mark.parametrize("indicator", indicators(), ids=case)
every_one_in_use = pytest.mark.parametrize("indicator", IN_USE, ids=case)


@every_one_in_use
def test_confirmed_series_are_in_the_seed_with_exactly_the_sexes_they_claim(indicator: Indicator) -> None:
    for series in confirmed(indicator):
        assert series.key in by_series(), f"{series.key} is not in the seed; make the seed again"
        assert set(series.sexes) == set(shown(series)["sex"]), series.key


@every_one_in_use
def test_levels_without_figures_are_the_ones_it_names(indicator: Indicator) -> None:
    waiting = [s for s in indicator.series if not s.confirmed]
    levels = {level for series in confirmed(indicator) for level in shown(series)["level"]}
    assert not levels & set(indicator.traits.not_for)
    if not waiting:
        assert levels | set(indicator.traits.not_for) == {"riket", "lan", "kommun"}


@every_one_in_use
def test_rounding_is_told_where_the_source_rounds(indicator: Indicator) -> None:
    if indicator.unit != "procent":
        return
    values = pd.concat([shown(series) for series in confirmed(indicator)])
    whole = bool((values["value"] == values["value"].round()).all())
    assert whole == indicator.traits.whole_percent
    if until := indicator.traits.whole_percent_until:
        early = values.loc[values["year"] <= until, "value"]
        assert (early == early.round()).mean() > 0.6


@every_one_in_use
def test_no_year_repeats_the_year_before_unless_the_file_says_so(indicator: Indicator) -> None:
    if indicator.traits.measured_years:
        return
    for series in confirmed(indicator):
        rows = shown(series).set_index(["region", "sex", "year"])["value"]
        before = rows.rename(lambda year: year + 1, level="year")
        both = pd.concat([rows, before], axis=1, join="inner", keys=["now", "before"])
        for year, pair in both.groupby(level="year"):
            assert len(pair) < 20 or (pair["now"] != pair["before"]).any(), (series.key, year)


@every_one_in_use
def test_shares_are_between_nothing_and_everything(indicator: Indicator) -> None:
    if indicator.unit == "procent" and indicator.share != "ingen":
        for series in confirmed(indicator):
            scaled = shown(series)["value"] * series.scale
            assert scaled.between(0, 100).all(), series.key


@every_one
def test_words_are_short_enough_and_whole_sentences(indicator: Indicator) -> None:
    assert len(indicator.title) <= 60
    assert len(indicator.short) <= 32
    sentences = re.findall(r"[.!?](?:\s|$)", indicator.definition)
    assert 2 <= len(sentences) <= 6
    for text in (indicator.definition, *indicator.notes, *(w.reason for w in indicator.waits)):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text


@every_one
def test_a_series_that_waits_is_told_to_the_reader(indicator: Indicator) -> None:
    waiting = {ground for s in indicator.series if not s.confirmed for ground in s.group}
    told = {wait.ground for wait in indicator.waits} | {g for s in confirmed(indicator) for g in s.group}
    assert waiting <= told
    if indicator.state == "wanted":
        assert not confirmed(indicator)


def test_enough_of_them_show_who_the_figures_are_about() -> None:
    split = [i for i in IN_USE if any(s.group for s in confirmed(i))]
    assert len(split) >= 20
    by_sex = [i for i in split if any({"women", "men"} <= set(s.sexes) and s.group for s in confirmed(i))]
    assert len(by_sex) >= 10


@pytest.mark.parametrize("challenge", ["inkludering", "barn-och-unga"])
def test_a_challenge_area_has_indicators_and_four_on_the_first_page(challenge: str) -> None:
    serving = catalogue().of_challenge(challenge)
    assert len(serving) >= 18
    assert len([i for i in serving if challenge in i.headline]) == 4


def test_values_known_from_the_owner_are_found_under_their_indicator() -> None:
    known = {
        ("sysselsatta-utrikes-fodda", "1880", "2022"): (65.2, 71.6, 68.5),
        ("sysselsattningsgrad", "1880", "2022"): (79.2, 80.8, 80.0),
        ("folkmangd", "1880", "2022"): (79669, 78388, 158057),
        ("behoriga-till-yrkesprogram", "1880", "2022"): (80.8, 80.4, 80.6),
    }
    for (wanted, region, period), values in known.items():
        rows = pd.concat([shown(s) for s in confirmed(catalogue().indicators[wanted]) if not s.group])
        rows = rows[(rows["region"] == region) & (rows["period"] == period)].set_index("sex")["value"]
        assert tuple(rows[["women", "men", "total"]].round(1)) == pytest.approx(values)
