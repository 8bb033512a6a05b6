"""Sentences from results: they say what stands there, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.analysis.gaps import Side, gap, over_time
from rus.analysis.inequality import Group
from rus.analysis.slope import slope
from rus.analysis.trend import Data, trend
from rus.analysis.words import Facts, Measure, of_gap, of_gap_over_time, of_level, of_people, of_slope, of_trend, wanted
from rus.core.swedish import number

JOBS = Measure("Sysselsatta", "procent", 1)
CROWNS = Measure("Inkomst", "kronor", 0)
NAMES = ("kvinnor", "män")
NUMBER = re.compile("[\u2212]?\\d[\\d\u00a0]*(?:,\\d+)?")
VALUES = st.floats(1, 99).map(lambda v: round(v, 1))
SERIES = st.lists(VALUES, min_size=1, max_size=10).map(lambda vs: [(2010 + n, v) for n, v in enumerate(vs)])


def numbers(text: str) -> set[str]:
    return {found.strip("\u00a0") for found in NUMBER.findall(text)}


def written(*values: float) -> set[str]:
    """Each as the sentences may write it: with none, one or two decimals, with or without its sign."""
    return {number(v, d) for value in values for v in (value, abs(value)) for d in (0, 1, 2)}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@given(VALUES, VALUES, st.sampled_from([None, 500, 40_000]))
def test_a_gap_in_words_holds_only_what_its_result_holds(a, b, n):
    found = gap(Side(a, n), Side(b, n), share=True)
    text = of_gap(JOBS, found, NAMES, "2022", source="SCB").text()
    assert numbers(text) <= written(a, b, a - b, a / b) | {"2022", "30", "5"}
    assert ("högre än" in text) == (a > b)
    assert ("lägre än" in text) == (a < b)
    assert ("större än slumpen" in text) == (found.difference.verdict in {"higher", "lower"})
    assert not re.search("rätt håll|fel håll|bättre|sämre|ökat|minskat", text)
    assert text.endswith("Källa: SCB.")


def test_a_gap_reads_as_swedish():
    found = gap(Side(79.6, 83_049), Side(82.1, 86_703), share=True)
    assert plain(of_gap(JOBS, found, NAMES, "2022").text()) == (
        "Sysselsatta: kvinnor ligger 2,5 procentenheter lägre än män 2022 (79,6 mot 82,1 procent). Kvoten är 0,97. "
        "Skillnaden är större än slumpen ger."
    )
    alike = gap(Side(80.0), Side(80.01), share=True)
    assert "ligger lika 2022" in of_gap(JOBS, alike, NAMES, "2022").text()
    crowns = of_gap(CROWNS, gap(Side(300_000), Side(350_000), share=False), NAMES, "2022").text()
    assert "50 000 kronor lägre" in plain(crowns)
    assert "Osäkerhet ej beräknad" in crowns
    whole = Measure("Valdeltagande", "procent", 0)
    assert "1 procentenhet högre" in plain(of_gap(whole, gap(Side(83), Side(82), share=True), NAMES, "2022").text())


@given(SERIES, st.sampled_from(["higher", "lower", "neutral"]))
def test_a_trend_in_words_keeps_direction_and_valuation_apart(points, better):
    found = trend(points, Data(better))
    said = of_trend(JOBS, found, better)
    assert numbers(said.text()) <= (
        written(found.slope or 0, *(v for _, v in found.points[-1:]))
        | {str(y) for y, _ in found.points}
        | {str(len(found.points)), "5"}
    )
    assert not re.search("rätt|fel", said.direction)
    assert not re.search("ökar|minskar", said.valuation)
    assert (said.valuation == "Det är rätt håll.") == (found.status == "right_way")
    assert (said.valuation == "Det är fel håll.") == (found.status == "wrong_way")
    if said.direction and found.status != "no_trend":
        assert found.direction.lower() in said.direction


def test_a_trend_reads_as_swedish():
    found = trend([(2015 + n, 70.0 + n / 2) for n in range(8)], Data("higher"))
    assert plain(of_trend(JOBS, found, "higher", source="SCB").text()) == (
        "Sysselsatta: 73,5 procent 2022. Typisk förändring: 0,5 procentenheter per år. Sysselsatta ökar 2015–2022. "
        "Det är rätt håll. Trenden är säker: 8 mätningar. Källa: SCB."
    )
    assert "Kan inte bedömas" in of_trend(JOBS, trend([(2020, 1.0)], Data("higher")), "higher").text()


@given(SERIES, SERIES)
def test_a_gap_over_time_in_words_holds_only_what_its_result_holds(ours, theirs):
    found = over_time(ours, theirs, Data("higher"))
    text = of_gap_over_time(JOBS, found, NAMES).text()
    assert numbers(text) <= (
        written(found.change or 0, *(v for _, v in found.points))
        | {str(y) for y, _ in found.points}
        | {str(len(found.points)), "5"}
    )
    assert ("bytt riktning" in text) == found.turned
    if "har minskat med" in text:
        assert found.change < 0
    if "har ökat med" in text:
        assert found.change > 0


def test_gaps_over_time_read_as_swedish():
    ours, theirs = [(2020 + n, 76.0 + n) for n in range(5)], [(2020 + n, 80.0) for n in range(5)]
    assert plain(of_gap_over_time(JOBS, over_time(ours, theirs, Data("higher")), NAMES).text()).startswith(
        "Skillnaden mellan kvinnor och män har minskat med 4,0 procentenheter 2020–2024."
    )
    turned = of_gap_over_time(
        JOBS, over_time([(2020, 70), (2021, 90)], [(2020, 80), (2021, 80)], Data("higher")), NAMES
    )
    assert "bytt riktning 2020–2021: nu ligger kvinnor högst" in turned.text()
    assert "kan inte bedömas" in of_gap_over_time(JOBS, over_time([], [], Data("higher")), NAMES).text()
    rounded = over_time([(2020, 70), (2021, 71)], [(2020, 80), (2021, 80)], Data("higher", step=1.0))
    assert "inte ändrats mer än vad avrundningen kan ge 2020–2021" in of_gap_over_time(JOBS, rounded, NAMES).text()
    still = over_time([(2020, 70), (2021, 70)], [(2020, 80), (2021, 80)], Data("higher"))
    assert "oförändrad" in of_gap_over_time(JOBS, still, NAMES).text()


def test_the_slope_in_words():
    groups = [Group(str(n), y, 1) for n, y in enumerate((71, 80, 85, 90, 94))]
    found = slope(groups, ordered=True, percent=True)
    text = of_slope(JOBS, found, "inkomst").text()
    assert numbers(text) <= written(found.sii, found.rii)
    assert "högre än nederst" in text
    assert "inte känt" in text
    sure = slope(groups, [1.0] * 5, ordered=True, percent=True)
    said = of_slope(JOBS, sure, "inkomst").text()
    assert numbers(said) <= written(sure.sii, sure.rii, sure.sii_interval.lower, sure.sii_interval.upper)
    refused = of_slope(JOBS, slope(groups[:3], ordered=True, percent=True), "inkomst").text()
    assert refused == "Lutningen räknas inte. Kräver minst 5 grupper i ordning."


@pytest.mark.parametrize(("people", "said"), [(1, "en person"), (37, "37 personer"), (2076, "2 100 personer")])
def test_people_are_said_in_two_digits(people, said):
    assert plain(of_people(people, NAMES)).endswith(
        f"behöver läget ändras för {'' if people == 1 else 'omkring '}{said}."
    )
    assert of_people(0, NAMES) == ""


@pytest.mark.parametrize(("better", "words"), [("higher", "Högre"), ("lower", "Lägre"), ("neutral", "ingen önskad")])
def test_what_is_wanted_is_said_on_its_own(better, words):
    assert words in wanted(JOBS, better)


def test_a_level_names_place_period_and_source():
    said = of_level(JOBS, 80.9, "2022", where="länet", source="SCB").text()
    assert plain(said) == "Sysselsatta: 80,9 procent i länet 2022. Källa: SCB."
    assert Facts().text() == ""
