"""What each check says of figures that can hardly be right, and what of figures that can."""

import re

import pandas as pd

from rus.store.checks import inspect
from rus.store.store import Store
from tests.store.content import Content
from tests.store.telling import WHEN, rows, tell


def found(store: Store, check: str, indicator: str = "sysselsatta") -> pd.DataFrame:
    every = store.findings([indicator])
    return every[every["check"] == check]


def spoil(content: Content, series: str, period: str, value: float, region: str = "9101", sex: str = "total") -> None:
    def one(frame: pd.DataFrame) -> pd.DataFrame:
        at = (frame["series"] == series) & (frame["period"] == period) & (frame["region"] == region)
        return frame.assign(value=frame["value"].where(~(at & (frame["sex"] == sex)), value))

    content.change(one)


def test_figures_that_can_be_right_are_not_mentioned(small: Store) -> None:
    assert found(small, "jump").empty
    assert found(small, "min").empty
    assert found(small, "law").empty
    assert found(small, "jump", "invanare")["words"].tolist() == [
        "Ett värde ändras ovanligt mycket. Störst: Ängby, alla, 2024, från 9\xa0023,0 till 0,0."
    ]


def test_a_jump_of_the_newest_period_only(content: Content) -> None:
    spoil(content, "kolada:N00002", "2023", 20.0)
    spoil(content, "kolada:N00003", "2019", 5.0)
    rows_ = found(content.open(), "jump")
    assert rows_[["indicator", "series", "severity", "rows"]].values.tolist() == [
        ["sysselsatta", "kolada:N00002", "warn", 1]
    ]
    assert "Örby, alla, 2023, från 65,5 till 20,0" in rows_["words"].item()


def test_a_jump_where_the_series_is_broken_is_expected(content: Content) -> None:
    text = (content.root / "indicators/arbete/sysselsatta.toml").read_text(encoding="utf-8")
    at = text.index("[[series]]")
    content.write(
        "indicators/arbete/sysselsatta.toml",
        text[:at] + '[[breaks]]\nfirst_year = 2023\nreason = "Ny mätning."\n\n' + text[at:],
    )
    spoil(content, "kolada:N00002", "2023", 20.0)
    assert found(content.open(), "jump").empty


def test_a_place_that_always_swings_is_let_be(content: Content) -> None:
    def swing(frame: pd.DataFrame) -> pd.DataFrame:
        own = (frame["series"] == "kolada:N00003") & (frame["region"] == "9101") & (frame["sex"] == "total")
        years = range(2010, 2024)
        swung = [frame[own].iloc[[0]].assign(period=str(y), value=30.0 + 25 * (y % 2)) for y in years]
        return pd.concat([frame[~own], *swung], ignore_index=True)

    content.change(swing)
    assert found(content.open(), "jump").empty


def test_a_total_outside_what_women_and_men_give(content: Content) -> None:
    spoil(content, "kolada:N00002", "2022", 90.0)
    rows_ = found(content.open(), "sex_tolerance")
    one = rows_[rows_["series"] == "kolada:N00002"]
    assert one["rows"].tolist() == [1]
    assert "Örby, 2022, kvinnor" in one["words"].item()


def test_places_that_are_gone(content: Content) -> None:
    gone = ["9101", "9102"]
    content.change(lambda f: f[~((f["series"] == "kolada:N00002") & f["region"].isin(gone) & (f["period"] == "2023"))])
    rows_ = found(content.open(), "coverage")
    one = rows_[rows_["series"] == "kolada:N00002"]
    assert one["words"].tolist() == ["Perioden 2023 har 2 av de 4 kommuner som fanns 2022."]


def test_a_sign_that_nobody_knows(content: Content) -> None:
    tell(("00", "2022", "total", None, "saknas", False, "¤"), ("91", "2022", "total", None, "saknas", False, ".."))
    rows_ = found(content.open(), "symbols", "invanare")
    assert rows_["words"].tolist() == ["Källans tecken ”¤” står vid 1 uppgifter, och det är inte känt vad det betyder."]


def test_fetched_figures_are_looked_at_before_they_are_stored(content: Content) -> None:
    indicator = content.catalogue().indicators["sysselsatta"]
    series = next(s for s in indicator.series if s.key == "kolada:N00002")
    assert inspect(indicator, series, rows(("00", "2023", "total", 60.0), ("00", "2024", "total", 60.5))) == []
    stopped = inspect(indicator, series, rows(("00", "2023", "total", -1.0), ("00", "2024", "total", 160.0)))
    assert [(f.check, f.severity, f.rows) for f in stopped if f.severity == "stop"] == [
        ("min", "stop", 1), ("max", "stop", 1),
    ]  # fmt: skip
    assert "Ett värde ligger över 100,0. Högst: 00, alla, 2024, 160,0." in [f.words for f in stopped]
    named = inspect(indicator, series, rows(("00", "2024", "total", 160.0)), names={"00": "Riket"})
    assert "Högst: Riket, alla, 2024, 160,0." in named[-1].words


def test_values_are_held_against_the_limits_in_the_indicators_unit(content: Content) -> None:
    indicator = content.catalogue().indicators["sysselsatta"]
    series = next(s for s in indicator.series if s.scale == 100.0)
    assert inspect(indicator, series, rows(("00", "2023M12", "total", 0.6))) == []
    assert [f.check for f in inspect(indicator, series, rows(("00", "2023M12", "total", 60.0)))] == ["max"]


def test_fetched_figures_that_break_a_law_are_held_back_and_the_rest_are_shown(content: Content) -> None:
    before = content.open().observations(indicators=["sysselsatta"])
    tell(("00", "2022", "total", 250.0), series="kolada:N00002")
    tell(("00", "2022", "total", 7.0), fetch_id="f2", when=WHEN)
    store = content.open()
    after = store.observations(indicators=["sysselsatta"])
    assert after["value"].tolist() == before["value"].tolist()
    invanare = store.observations(indicators=["invanare"], regions=["00"], sexes=["total"], first=2022, last=2022)
    assert invanare["value"].tolist() == [7.0]
    law = found(store, "law")
    assert law[["indicator", "severity"]].values.tolist() == [["sysselsatta", "stop"]]
    words = law["words"].item()
    assert "De nyaste hämtade siffrorna hålls tillbaka" in words
    assert "indikator sysselsatta, region 00, grupp alla, kön alla, period 2022, värde 250, serie" in words
    assert not re.search(r"\b(indicator|grp|sex|value|series|women|men|total)\b", words)
    tell(("00", "2022", "total", 66.0), series="kolada:N00002", fetch_id="f3")
    mended = content.open()
    assert found(mended, "law").empty
    assert 66.0 in mended.observations(indicators=["sysselsatta"], regions=["00"], sexes=["total"])["value"].tolist()
