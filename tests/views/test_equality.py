"""The view of gaps: what is compared, how sure it is, and every reason why not."""

import math
from dataclasses import fields, is_dataclass, replace

import pandas as pd
import pytest

from rus.analysis.intervals import UNKNOWN
from rus.views.equality import EqualityView, equality_view
from rus.views.equality_groups import FIFTHS, NOT_ALL
from rus.views.equality_json import pairs_as_rows
from rus.views.equality_kommuner import NOT_A_COUNTY
from rus.views.equality_pairs import AMOUNT, DISTRIBUTION, MANY, NO_REFERENCE, PARTS, Pair, settled
from rus.views.equality_series import Series, lines_of
from rus.views.equality_words import carried_reason, headline
from tests.views import equal_county


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("equal") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return equal_county.opened(root)


@pytest.fixture(scope="module")
def view(store):
    return lambda name, region=None: equality_view(store, store.catalogue(), name, region)


def along(view: EqualityView, ground: str):
    return next(a for a in view.grounds if a.pair.ground == ground)


def test_women_and_men_now_and_over_time(view):
    found = view("jobb")
    pair = found.sex
    assert (pair.period, pair.gap.difference.value, pair.gap.difference.verdict) == ("2023", -3, "lower")
    assert pair.gap.difference.interval.holds(-3)
    assert pair.gap.ratio == pytest.approx(68 / 71)
    assert pair.time.change == -5
    assert pair.time.trend.status == "right_way"
    assert "kvinnor ligger 3,0\u00a0procentenheter lägre än män 2023" in pair.text
    assert "har minskat med 5,0\u00a0procentenheter 2018–2023" in pair.time_text
    assert found.goals == ("skillnaden mellan kvinnor och män ska minska",)
    assert found.wanted == "Högre är bättre."


def test_the_disadvantaged_are_held_against_the_advantaged(view):
    pair = along(view("jobb"), "background").pair
    assert pair.names == ("utrikes födda", "inrikes födda")
    assert pair.gap.difference.value == -20
    assert pair.gap.difference.verdict == "lower"
    assert pair.time.change == 0
    assert "oförändrad" in pair.time_text


def test_five_ordered_groups_with_people_have_a_slope_with_interval(view):
    found = along(view("jobb"), "area_type")
    assert found.slope.sii == pytest.approx(40, abs=2)
    assert found.slope.sii_interval.holds(found.slope.sii)
    assert {m.kind for m in found.measures if m.value is not None} == {"absolute", "relative"}
    assert found.spread.assumption == ""
    assert "Överst på skalan för områdestyp" in found.slope_text


def test_fifths_have_a_slope_without_interval_and_say_what_was_taken_for_granted(view):
    found = along(view("rost"), "income")
    assert found.slope.sii > 20
    assert (found.slope.sii_interval, found.slope.reason) == (None, UNKNOWN)
    assert found.spread.assumption == FIFTHS
    assert {m.id for m in found.measures if m.value is not None} >= {"aci", "rci", "par", "paf"}


def test_two_groups_have_no_measure_of_many_and_the_reason_is_one(view):
    found = along(view("jobb"), "background")
    assert all(m.value is None for m in found.measures)
    assert found.spread.reason == "Kräver fler än två grupper."


def test_a_survey_is_judged_by_its_margin_and_never_by_those_who_were_asked(view):
    pair = view("enkat").sex
    assert pair.gap.difference.verdict == "no_certain_difference"
    assert (pair.gap.first.n, pair.gap.first.margin.lower) == (None, 52)


def test_a_survey_without_margins_lacks_margins_not_people(view):
    assert "felmarginal saknas" in view("enkat-utan").sex.text


def test_without_people_the_gap_is_shown_without_a_verdict(view):
    pair = view("rost").sex
    assert (pair.gap.difference.value, pair.gap.difference.verdict) == (1, "no_certain_difference")
    assert "ryms i avrundningen" in pair.text
    fifths = along(view("rost"), "income").pair.gap.difference
    assert (fifths.value, fifths.verdict, fifths.reason) == (-20, "not_assessed", UNKNOWN)
    assert any("avrundade" in note for note in view("rost").notes)


@pytest.mark.parametrize(
    ("name", "ground", "reason"),
    [
        ("mangd", "sex", AMOUNT),
        ("mangd", "sector", AMOUNT),
        ("andel-kvinnor", "sex", DISTRIBUTION),
        ("del", "sector", PARTS),
        ("enkat", "background", "Hämtas senare."),
        ("enkat", "income", "Siffrorna är inte uppdelade efter inkomst."),
        ("vantar", "background", "Siffror saknas för inrikes födda. Hämtas senare."),
    ],
)
def test_what_can_not_be_compared_says_why(view, name, ground, reason):
    pair = next(p for p in view(name).pairs if p.ground == ground)
    assert (pair.gap, pair.text, pair.reason) == (None, "", reason)


def test_groups_that_wait_are_counted_as_not_published(view):
    found = view("vantar")
    assert found.crossing.tally == "2 av 4 grupper redovisas"
    assert along(found, "background").slope.reason == NOT_ALL
    assert found.sex.gap.ratio is None


def test_a_ground_without_reference_is_told():
    assert "jämförs med" in NO_REFERENCE


def test_the_cross_table_points_out_who_lags(view):
    found = view("jobb").crossing
    assert found.tally == "14 av 14 grupper redovisas"
    behind = {(row.label, sex) for row in found.rows for sex in row.lagging}
    assert behind == {("utrikes födda", "women"), ("typ 1", "women"), ("utrikes födda", "men")}
    row = next(r for r in found.rows if r.label == "utrikes födda")
    assert row.difference == -7
    assert row.women.interval.holds(row.women.cell.value)
    assert view("enkat").crossing.reason


def test_the_change_is_split_between_women_and_men_exactly(view):
    found = view("jobb").carried[0]
    assert (found.kind, found.ground, found.title) == (
        "change",
        "sex",
        "Vem står för förändringen 2018–2023? Efter kön",
    )
    assert found.found.difference == pytest.approx(2.5)
    assert {p.group: p.rate for p in found.found.parts} == pytest.approx({"kvinnor": 2.5, "män": 0})
    assert view("rost").carried[0].found.reason


def test_the_kommuner_of_the_county_are_compared_weighted_by_people(view):
    found = view("jobb").kommuner
    assert "lägst i Örby, högst i Ekeby" in found.text
    assert any(m.id == "bgsd" and m.value > 0 for m in found.measures)
    assert view("jobb", "9101").kommuner.reason == NOT_A_COUNTY
    assert view("mangd").kommuner.reason


def test_a_mix_that_decides_the_comparison_is_warned_of(view):
    mix = next(m for m in view("blandat").mixes if m.label == "bakgrund")
    assert (mix.other, mix.comparison.reversed) == ("Riket", True)
    assert mix.text.startswith(
        "Sammansättningen påverkar jämförelsen. Värdet för alla är högre än i Riket (83,0 mot 76,0)"
    )
    assert "i varje grupp efter bakgrund är det lägre" in mix.text
    assert not any(m.text for m in view("jobb").mixes)
    assert view("jobb").mixes
    assert view("jobb", "00").mixes == view("rost").mixes == ()


def test_a_sure_gap_is_told_in_people(view):
    found = view("jobb").sex  # 3 points of 5 000 women
    assert found.people_text.replace("\u00a0", " ") == (
        "För att kvinnor ska nå samma nivå som män behöver läget ändras för omkring 150 personer."
    )
    assert view("rost").sex.people_text == ""


def test_another_region_has_its_own_figures(view):
    assert view("jobb", "9101").region_name == "Örby"
    assert view("jobb", "9101").sex.gap.first.value != view("jobb").sex.gap.first.value


def test_pairs_of_one_measure_are_tested_together(view, store):
    """Certain alone at p = 0.04; among four, of which the others say nothing, it is not."""
    found = view("jobb").sex
    series = Series(lines_of(view("jobb").rows), view("jobb").indicator)

    def with_p(p: float) -> Pair:
        return replace(found, gap=replace(found.gap, difference=replace(found.gap.difference, p=p)))

    alone = settled(series, [with_p(0.04)])[0]
    assert (alone.gap.difference.verdict, alone.q) == ("lower", 0.04)
    among = settled(series, [with_p(0.04), with_p(0.5), with_p(0.7), with_p(0.9)])[0]
    assert (among.gap.difference.verdict, among.q) == ("no_certain_difference", pytest.approx(0.16))
    assert MANY in among.text
    assert among.people_text == ""


def test_programs_get_the_same_with_p_adjusted_for_the_number_of_pairs(view):
    rows = pairs_as_rows(view("jobb"))
    assert [row["ground"] for row in rows] == ["sex", "background", "area_type"]
    first = rows[0]
    assert (first["difference"], first["verdict"], first["change"]) == (-3, "lower", -5)
    assert first["lower"] < -3 < first["upper"]
    assert all(row["q"] >= row["p"] for row in rows)
    assert rows[2]["slope"]["sii"] == pytest.approx(40, abs=2)
    refused = pairs_as_rows(view("mangd"))[0]
    assert (refused["difference"], refused["verdict"], refused["reason"]) == (None, "not_assessed", AMOUNT)


def no_nan(thing: object, where: str = "") -> None:
    if isinstance(thing, float):
        assert math.isfinite(thing), where
    elif isinstance(thing, pd.DataFrame):
        return
    elif is_dataclass(thing):
        for field in fields(thing):
            no_nan(getattr(thing, field.name), f"{where}.{field.name}")
    elif isinstance(thing, list | tuple):
        for part in thing:
            no_nan(part, where)
    elif isinstance(thing, dict):
        for name, part in thing.items():
            no_nan(part, f"{where}.{name}")


@pytest.mark.parametrize("name", equal_county.MEASURES)
def test_no_result_holds_anything_that_is_not_a_number(view, name):
    for region in (None, "9101", "00"):
        found = view(name, region)
        no_nan((found.pairs, found.grounds, found.crossing, found.kommuner, found.carried, pairs_as_rows(found)))


def test_what_can_not_be_split_or_counted_in_people_says_why(view):
    assert "enkät" in carried_reason(view("enkat"))
    assert "ingen andel" in carried_reason(view("mangd"))
    assert "Det räknas när källans antal personer" in carried_reason(view("rost"))
    assert carried_reason(view("jobb")) == ""
    assert "enkät" in view("enkat").effort.reason
    assert "ingen andel" in view("mangd").effort.reason


def test_a_gap_that_chance_may_give_is_no_headline(view):
    assert headline(view("enkat")) == "Ingen säker skillnad mellan kvinnor och män 2023"
    assert headline(view("jobb")).startswith("Typ 1 ligger 32,0")
    assert headline(view("mangd")) == ""
