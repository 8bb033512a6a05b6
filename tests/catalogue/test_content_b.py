"""The catalogue that comes with the project keeps what it promises: the strategy, and the series in the seed."""

from collections import Counter, defaultdict

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.core import paths

ELECTIONS = [1994, 1998, 2002, 2006, 2010, 2014, 2018, 2022, 2026]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="module")
def seed() -> dict[str, set[str]]:
    """Series key → the sexes it has figures for."""
    file = paths.seed() / "observations.parquet"
    table = pq.read_table(file, columns=["series", "sex"])
    pairs = table.group_by(["series", "sex"]).aggregate([])
    found: dict[str, set[str]] = defaultdict(set)
    for key, sex in zip(pairs["series"].to_pylist(), pairs["sex"].to_pylist(), strict=True):
        found[key].add(sex)
    assert found
    return found


def in_use(catalogue: Catalogue) -> list[Indicator]:
    return [i for i in catalogue.indicators.values() if i.state == "in_use"]


def test_at_least_eighty_indicators(catalogue):
    assert len(catalogue.indicators) >= 80


def test_every_effektmal_is_served(catalogue):
    served = {e for i in catalogue.indicators.values() for e in i.effektmal}
    assert {e.id for e in catalogue.plan.effektmal} <= served


def test_every_effektmal_but_export_has_figures(catalogue):
    """Ökad global konkurrenskraft has no open figures: its only indicator says what is missing."""
    served = {e for i in in_use(catalogue) for e in i.effektmal}
    assert {e.id for e in catalogue.plan.effektmal} - served <= {"okad-global-konkurrenskraft"}


def test_each_challenge_area_has_at_least_fifteen_indicators_with_figures(catalogue):
    counts = Counter(c for i in in_use(catalogue) for c in i.challenges)
    assert {c.id: counts[c.id] >= 15 for c in catalogue.challenges} == {c.id: True for c in catalogue.challenges}


def test_each_challenge_area_has_two_to_four_headline_indicators_of_its_own(catalogue):
    for challenge in catalogue.challenges:
        shown = [i for i in catalogue.indicators.values() if challenge.id in i.headline]
        assert 2 <= len(shown) <= 4
        assert all(challenge.id in i.challenges and i.state == "in_use" for i in shown)


def test_the_nine_public_sentences_stand_in_order_and_lead_to_indicators(catalogue):
    targets = catalogue.plan.public_targets
    assert [t.number for t in targets] == list(range(1, 10))
    assert all(t.indicators and set(t.indicators) <= set(catalogue.indicators) for t in targets)
    assert {t.number for t in targets if t.computable == "yes"} == {1, 4}
    assert {t.number for t in targets if t.computable == "partly"} == {3}


def test_each_public_sentence_is_an_official_goal_of_each_of_its_indicators(catalogue):
    for target in catalogue.plan.public_targets:
        for name in target.indicators:
            goals = [g for g in catalogue.indicators[name].goals if g.public_target == target.number]
            assert goals, (target.number, name)
            assert {g.standing for g in goals} == {"officiell"}


def test_official_goals_are_only_those_of_the_nine_sentences(catalogue):
    for indicator in catalogue.indicators.values():
        for goal in indicator.goals:
            assert (goal.standing == "officiell") == (goal.public_target is not None), indicator.id


def test_a_sentence_that_can_be_computed_has_an_indicator_with_figures(catalogue):
    for target in catalogue.plan.public_targets:
        states = {catalogue.indicators[name].state for name in target.indicators}
        assert ("in_use" in states) == (target.computable != "no"), target.number


def test_the_set_on_show_is_the_one_of_the_project_description(catalogue):
    assert [c.id for c in catalogue.challenges] == ["inkludering", "barn-och-unga", "gron-omstallning"]
    later = [c.id for s in catalogue.challenge_sets if not s.current for c in s.challenges]
    assert "kompetensforsorjning" in later


def test_every_series_in_use_is_in_the_seed_with_the_sexes_it_says(catalogue, seed):
    wrong = [
        (indicator.id, series.key, set(series.sexes), seed.get(series.key))
        for indicator in in_use(catalogue)
        for series in indicator.series
        if series.confirmed and series.loader in {"kolada", "file"} and set(series.sexes) != seed.get(series.key)
    ]
    assert not wrong


def test_an_unconfirmed_series_has_a_reason_on_its_indicator(catalogue):
    for indicator in in_use(catalogue):
        if any(not series.confirmed for series in indicator.series):
            assert indicator.waits, indicator.id


def test_no_indicator_mixes_the_two_releases_of_greenhouse_gases(catalogue):
    used = {s.key: s for i in catalogue.indicators.values() for s in i.series}
    assert "kolada:N00401" not in used
    total, later = used["file:KB_GHG_TOTAL"], used["kolada:N07702"]
    assert total.to_year
    assert later.from_year
    assert later.from_year > total.to_year


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("valdeltagande-riksdagsval", ELECTIONS),
        ("valdeltagande-kommunval", ELECTIONS),
        ("forstagangsvaljare", [2018, 2022, 2026]),
        ("valdeltagande-europaparlamentsval", [1995, 1999, 2004, 2009, 2014, 2019, 2024]),
    ],
)
def test_turnout_counts_election_years_only(catalogue, name, years):
    assert catalogue.indicators[name].traits.measured_years == years


def test_between_elections_the_source_repeats_every_value(catalogue):
    """What is left out as a repeat is one: each year after the first is like the year before, election years aside."""
    table = pq.read_table(paths.seed() / "observations.parquet", filters=[("series", "=", "kolada:N05403")])
    rows = {(r["region"], r["sex"], int(r["period"])): r["value"] for r in table.to_pylist()}
    between = [key for key in rows if key[2] not in ELECTIONS and (*key[:2], key[2] - 1) in rows]
    same = sum(rows[key] == rows[(*key[:2], key[2] - 1)] for key in between)
    assert between
    assert same / len(between) > 0.99


def test_greenhouse_gas_sectors_cover_the_total(catalogue):
    """The sectors are those of the source, none left out: they add up to its total where both are measured."""
    series = catalogue.indicators["utslapp-av-vaxthusgaser"].series
    keys = {s.key: bool(s.group) for s in series if s.loader == "file"}
    table = pq.read_table(paths.seed() / "observations.parquet", filters=[("series", "in", list(keys))])
    table = table.filter(pc.equal(table["region"], "18"))
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in table.to_pylist():
        sums[row["period"]][keys[row["series"]]] += row["value"]
    assert "2005" in sums
    assert all(total == pytest.approx(parts, rel=1e-4) for total, parts in sums.values())


def test_the_income_ground_is_ordered_in_five_steps_by_sex(catalogue):
    steps = [s for s in catalogue.indicators["valdeltagande-kommunval"].series if "income" in s.group]
    assert [s.group["income"] for s in steps] == [f"quintile_{n}" for n in range(1, 6)]
    assert all(s.sexes == ["women", "men", "total"] for s in steps)


@pytest.mark.parametrize("name", ["otrygga-sen-kvall", "avsaknad-av-tillit", "trangboddhet", "utslapp-av-vaxthusgaser"])
def test_where_a_lower_value_is_better_the_file_says_so(catalogue, name):
    assert catalogue.indicators[name].better == "lower"


def test_the_words_are_of_the_length_cards_have_room_for(catalogue):
    long = [i.id for i in catalogue.indicators.values() if len(i.title) > 60 or len(i.short) > 32]
    assert not long
