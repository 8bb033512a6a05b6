"""How the goals go, on a county where every figure is known: statuses, people, words."""

import json
import math

import pandas as pd
import pytest

from rus.store.store import Store
from rus.views.goal_change import explained, heading_for, what_changes
from rus.views.goal_words import calculation
from rus.views.goals import Asked, goal_rows
from tests.store.content import HEAD, write_content

OF = '\n[denominator]\ntext = "alla"\nindicator = "folk"\n'
GOAL = '[[goals]]\nstanding = "föreslagen"\nsource = "prov"\n'
MEASURES = {
    "arbete/niva": ("procent", "N00001", GOAL + 'kind = "level"\ntarget = 70.0\nbound = "at_least"\n'
        'by = 2030\nbaseline = 2010\n' + OF),
    "arbete/utslapp": ("ton", "N00002", GOAL + 'kind = "change"\npercent = -50.0\nbaseline = 2010\nby = 2030\n'),
    "arbete/flest": ("procent", "N00003", GOAL + 'kind = "peers"\npeers = "grannar"\nmeasure = "level"\n'),
    "arbete/gap": ("procent", "N00004", GOAL + 'kind = "gap"\nground = "sex"\n' + OF),
    "arbete/riktning": ("procent", "N00005", GOAL + 'kind = "direction"\ntowards = "up"\n'),
    "arbete/bas": ("procent", "N00006", GOAL + 'kind = "change"\npercent = 10.0\nbaseline = 1999\nby = 2030\n'),
    "arbete/folk": ("antal", "N00007", ""),
}  # fmt: skip


def value(series: str, region: str, year: int, sex: str) -> float | None:
    n, side = year - 2010, {"women": -1.0, "men": 1.0, "total": 0.0}[sex]
    return {
        "N00001": 50 + 0.7 * n + side,
        "N00002": 100 * 0.98**n if sex == "total" else None,
        "N00003": (40 if region == "91" else 35) + n + side,
        "N00004": 60 + side * (10 - n / 2),
        "N00005": 20 + n + side,
        "N00006": 20 + n + side,
        "N00007": 1000.0 if sex != "total" else 2000.0,
    }[series]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("goals") / "content"
    content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    for address, (unit, series, rest) in MEASURES.items():
        head = HEAD.format(
            title=address.split("/")[1].title(), unit=unit, share="egenskap" if unit == "procent" else "ingen"
        )
        links = 'challenges = ["arbete"]\n' if series == "N00005" else ""
        body = f'{head}{links}\n[[series]]\nloader = "kolada"\nid = "{series}"\n{rest}'
        content.write(f"indicators/{address}.toml", body)
    rows = [
        (f"kolada:{series}", region, str(year), sex, found, 1)
        for _, series, _ in MEASURES.values()
        for region in ("91", "92", "9101")
        for year in range(2010, 2021)
        for sex in ("women", "men", "total")
        if (found := value(series, region, year, sex)) is not None
    ]
    columns = ["series", "region", "period", "sex", "value", "origin"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        content.figures(pd.DataFrame(rows, columns=columns).astype({"origin": "int16"}))
        return content.open()


@pytest.fixture(scope="module")
def rows(store):
    return {(r.indicator.id, r.sex): r for r in goal_rows(store, store.catalogue(), Asked(("91",)))}


def test_a_level_is_judged_for_women_and_men_too_and_counts_people(rows):
    row = rows["niva", "total"]
    assert (row.status.id, row.progress.ratio) == ("too_slow", pytest.approx(0.7))
    assert row.missing_people == pytest.approx((70 - 57) / 100 * 2000)
    assert rows["niva", "women"].missing_people == pytest.approx((70 - 56) / 100 * 1000)
    assert row.robustness.agreement is not None
    assert row.chance.probability < 0.5


def test_a_change_of_an_amount_is_judged_by_percent_a_year(rows):
    made = rows["utslapp", "total"].progress
    assert (made.method, made.target) == ("logaritmisk", pytest.approx(50))
    assert made.status == "stalled"
    assert rows["utslapp", "total"].record["pace_observed"] == pytest.approx(-2)


def test_better_than_peers_tells_the_keenest_and_the_mean(rows):
    row = rows["flest", "total"]
    assert (row.status.id, row.rivals.best_name) == ("reached", "Åns län")
    assert ("flest", "women") not in rows


def test_a_gap_that_shrinks_counts_the_people_of_the_group_behind(rows):
    row = rows["gap", "total"]
    assert (row.status.id, row.progress.reason) == ("right_way", "Gapet krymper i 10 mätningar 2011–2020.")
    assert row.missing_people == pytest.approx(10 / 100 * 1000)


def test_a_base_year_that_is_not_measured_is_the_reason(rows):
    row = rows["bas", "total"]
    assert (row.status.id, row.progress.reason) == (
        "not_assessed",
        "Basåret 1999 är inte mätt, så målet har inget tal.",
    )


def test_a_goal_against_other_counties_is_not_that_of_a_kommun(store):
    (row,) = goal_rows(store, store.catalogue(), Asked(("9101",), ("flest",)))
    assert row.progress.reason == "Målet gäller bara Ödelän."


def test_the_record_is_json_without_nan_and_has_every_field(rows):
    fields = [
        *("indicator", "goal", "region", "sex", "group", "status", "method", "base_year", "base", "newest_year"),
        *("newest", "target_year", "target", "pace_observed", "pace_required_start", "pace_required_now", "ratio"),
        *("acceleration", "missing_people", "points", "lower", "upper", "probability", "agreement", "reason", "n"),
    ]
    for row in rows.values():
        assert list(row.record) == fields
        said = json.dumps(row.record, allow_nan=False)
        assert "nan" not in said.lower()
        assert row.record["reason"]
        assert not any(isinstance(v, float) and math.isinf(v) for v in row.record.values())


def test_the_calculation_says_method_years_and_what_would_change_it(rows):
    said = dict(calculation(rows["niva", "total"]))
    assert said["Mål"] == "Minst 70,0\u00a0procent till 2030"
    assert said["Bedömning"].startswith("Rätt håll, för långsamt.")
    assert said["Takt som krävdes från basåret"] == "+1,00\u00a0procentenheter per år"
    assert said["Takt hittills delad med den som krävdes"].startswith("0,70 (0,70 till 0,70)")
    assert said["Takten måste bli"] == "1,9 gånger så hög"
    assert said["Avstånd från vägen dit"].startswith("3,0\u00a0procentenheter, 60 personer sämre")
    assert said["Saknas i personer"] == "260 personer"
    assert explained(rows["niva", "total"])[-3][1].startswith(
        "Takten +0,95\u00a0procentenheter per år eller bättre ger"
    )
    assert said["Mätningar"].startswith("8: 2013")
    assert all(text for row in rows.values() for _, text in calculation(row))


def test_the_population_of_a_share_is_told_and_a_direction_starts_at_its_first_year(rows):
    assert rows["niva", "women"].record["n"] == 1000
    assert rows["riktning", "total"].record["n"] is None
    record = rows["riktning", "total"].record
    assert (record["base_year"], record["base"]) == (2011, 21)
    assert rows["riktning", "total"].direction == "Ökar"


def test_what_would_change_it_is_a_pace_and_a_next_value(rows):
    change = what_changes(rows["niva", "total"])
    assert change[1] == "Ett värde på 59,0\u00a0procent eller högre 2021 ger ”Osäkert”."
    assert "lägre 2021 ger" in change[2]
    assert what_changes(rows["bas", "total"]) == ()
    assert "högre än i Åns län" in what_changes(rows["flest", "total"])[0]
    assert heading_for(rows["niva", "total"]) == "64,0\u00a0procent 2030"


def test_a_gap_names_both_its_sides(rows):
    said = dict(calculation(rows["gap", "total"]))
    assert said["Grupperna 2020"] == "kvinnor 55,0, män 65,0"


def test_what_the_goal_says_is_told_without_figures_too(rows):
    record = rows["bas", "total"].record
    assert (record["base_year"], record["base"], record["target_year"], record["target"]) == (1999, None, 2030, None)
