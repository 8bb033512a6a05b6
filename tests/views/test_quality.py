"""Data & kvalitet in words: changes by kind, freshness by the owner's cycle, coverage with its reasons, the log."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from rus.catalogue.derive import Derive, Operand
from rus.catalogue.freshness import Freshness
from rus.exports.csv import csv_excel
from rus.views.about import in_few_words
from rus.views.quality import areas, chosen
from rus.views.quality_breaks import cautions, cautions_sheet
from rus.views.quality_changes import MOST, changes_sheet, told
from rus.views.quality_coverage import coverage, coverage_sheet
from rus.views.quality_fetches import log, log_sheet
from rus.views.quality_fresh import freshness_sheet, freshness_view

NOON = pd.Timestamp("2026-11-03 12:00")
EMPTY = {"region": "", "region_name": "", "group": "total", "sex": "total", "period": "", "old": np.nan, "new": np.nan}
EMPTY |= {"old_status": "varde", "new_status": "varde", "series": "", "fetch_id": "", "known_from": NOON, "words": ""}
NEW = EMPTY | {"kind": "new_period", "indicator": "stiger", "region": "91", "period": "2024", "new": 55.0}
REVISED = EMPTY | {
    "kind": "revised",
    "indicator": "stiger",
    "region": "9101",
    "period": "2023",
    "old": 54.0,
    "new": 54.04,
}
NOTHING = pd.DataFrame([NEW]).iloc[:0]


@pytest.fixture
def catalogue(county):
    return county.catalogue()


def with_cycles(catalogue, **cycles: Freshness):
    changed = {name: catalogue.indicators[name].model_copy(update={"freshness": c}) for name, c in cycles.items()}
    return replace(catalogue, indicators=catalogue.indicators | changed)


def test_kinds_of_change_are_told_apart(catalogue):
    gone = REVISED | {"kind": "withdrawn", "new": np.nan, "new_status": "saknas"}
    text = EMPTY | {"kind": "definition", "indicator": "faller", "words": "Ny text."}
    ended = EMPTY | {"kind": "retired", "indicator": "kort", "words": "Källan har slutat."}
    found = pd.DataFrame([NEW, NEW | {"region": "9101"}, REVISED, gone, text, ended])
    view = told(catalogue, found)
    assert view.finding == (
        "2 nya siffror i 1 mått, en siffra har ändrats av källan, en är återkallad, en definition är ändrad "
        "och en serie är avslutad"
    )
    assert [(a.name, a.periods, a.figures, a.places) for a in view.arrived] == [("Stiger", "2024", 2, 2)]
    assert [t.words for t in view.definitions] == ["Ny text."]
    assert [t.words for t in view.retired] == ["Källan har slutat."]
    assert view.withdrawn[0].new == ".."
    sheet = changes_sheet(catalogue, found, "b")
    assert len(sheet.rows) == len(found)
    assert set(sheet.columns) <= set(sheet.rows.columns)
    assert b"Ny period" in csv_excel(sheet)


def test_a_revision_is_never_rounded_away(catalogue):
    [value] = told(catalogue, pd.DataFrame([REVISED])).revised
    assert (value.old, value.new, value.change) == ("54,00", "54,04", "+0,04 procentenheter")


def test_own_places_come_before_larger_revisions_of_others(catalogue):
    others = [REVISED | {"region": "9201", "new": 90.0, "sex": "women"}, REVISED | {"region": "92", "new": 90.0}]
    view = told(catalogue, pd.DataFrame([*others, REVISED]))
    assert [v.where for v in view.revised] == ["Örby", "Åns län", "Ängby, kvinnor"]
    [summary] = view.summary
    assert (summary.figures, summary.places) == (3, 3)
    assert summary.span == "+0,04 procentenheter till +36,0 procentenheter"


def test_at_most_so_many_values_are_listed_but_all_are_counted(catalogue):
    view = told(catalogue, pd.DataFrame([REVISED | {"period": str(1900 + n)} for n in range(MOST + 5)]))
    assert (len(view.revised), view.n_revised) == (MOST, MOST + 5)


def test_nothing_changed_is_said(catalogue):
    view = told(catalogue, NOTHING)
    assert view.empty
    assert view.finding == "Inget har ändrats"


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 5, 31), "Kommer"),
        (date(2025, 6, 30), "Kommer"),
        (date(2025, 7, 1), "Försenad"),
        (date(2026, 6, 30), "Försenad"),
        (date(2026, 7, 1), "Inaktuell"),
    ],
)
def test_freshness_follows_the_owners_cycle(county, catalogue, today, state):
    known = with_cycles(catalogue, stiger=Freshness(published="juni"))
    view = freshness_view(county, known, today)
    row = next(r for r in view.rows if r.indicator == "stiger")
    assert (row.state.words, row.newest, row.due_words) == (state, "2023", "juni 2025")


def test_an_indicator_without_a_cycle_is_not_judged(county, catalogue):
    view = freshness_view(county, with_cycles(catalogue, stiger=Freshness(published="juni")), date(2025, 1, 1))
    assert {r.name: r.state.words for r in view.rows}["Faller"] == "Ingen känd takt"


def test_the_calendar_has_each_indicators_next_time_month_by_month(county, catalogue):
    cycles = {"stiger": Freshness(published="juni"), "faller": Freshness(published="mars"), "kort": Freshness()}
    view = freshness_view(county, with_cycles(catalogue, **cycles), date(2025, 4, 15))
    assert [(m.words, m.names) for m in view.calendar] == [
        ("juni 2025", ("Stiger",)),
        ("december 2025", ("Kort",)),
        ("mars 2026", ("Faller",)),
    ]


def test_a_failed_attempt_is_told_beside_the_figures_that_stay(county, catalogue):
    failed = (("kolada:N10001", "Tjänsten svarade inte."),)
    rows = {r.name: r for r in freshness_view(county, catalogue, date(2025, 1, 1), failed=failed).rows}
    assert rows["Stiger"].trouble == "Tjänsten svarade inte."
    assert rows["Stiger"].newest == "2023"
    assert not rows["Faller"].trouble


def test_the_matrix_says_how_far_and_why_not_farther(county, catalogue):
    view = coverage(county, catalogue)
    rows = {r.name: r for r in view.rows}
    assert [(r.newest, r.regions, r.of) for r in rows["Stiger"].reach] == [
        ("2023", 1, 1),
        ("2023", 2, 2),
        ("2023", 4, 4),
    ]
    assert rows["Stiger"].sexes == "ja"
    assert rows["Faller"].sexes == "nej"
    wanted = next(i for i in catalogue.indicators.values() if i.state == "wanted")
    assert rows[wanted.short].reason == wanted.missing
    assert view.finding.startswith("4 mått har siffror, 3 av dem för kvinnor och män; 1 väntar")


def test_areas_narrow_every_table(county, catalogue):
    assert next(iter(areas(catalogue))) == ""
    assert {"arbete", "befolkning"} <= set(areas(catalogue))
    assert [i.id for i in chosen(catalogue, "befolkning")] == ["andel"]
    assert {r.indicator for r in coverage(county, catalogue, "befolkning").rows} == {"andel"}


def test_every_break_is_a_caution(county, catalogue):
    found = cautions(county, catalogue)
    assert [(c.name, c.when, c.words) for c in found if c.kind == "Brott"] == [("Kort", "2021", "Nytt register.")]
    assert len(cautions_sheet(catalogue, found, "b").rows) == len(found)


def test_a_series_that_its_owner_has_ended_is_told(county, catalogue):
    some = catalogue.indicators["kort"]
    ended = some.series[0].model_copy(update={"retired": "Upphörde 2021.", "to_year": 2021})
    told = replace(catalogue, indicators={**catalogue.indicators, "kort": some.model_copy(update={"series": [ended]})})
    (found,) = (c for c in cautions(county, told) if c.kind == "Avslutad serie")
    assert (found.indicator, found.when) == ("kort", "till och med 2021")
    assert found.words == f"{ended.source_id}: Upphörde 2021. Siffrorna som finns är kvar."


def test_the_log_is_the_newest_first_and_counts_figures(county, catalogue):
    found = log(county, catalogue)
    assert found.entries
    assert [e.day for e in found.entries] == sorted((e.day for e in found.entries), reverse=True)
    assert all(e.rows for e in found.entries)
    assert not found.updated


def test_every_table_can_be_taken_away(county, catalogue):
    view = freshness_view(county, catalogue, date(2025, 1, 1))
    sheets = [
        freshness_sheet(catalogue, view, "b"),
        coverage_sheet(catalogue, coverage(county, catalogue), "b"),
        log_sheet(catalogue, log(county, catalogue), "b"),
    ]
    for sheet in sheets:
        assert len(sheet.rows)
        assert list(sheet.rows.columns) == list(sheet.columns)
        assert ("Dataversion", "b") in sheet.about


def test_many_long_questions_are_told_in_a_few_words():
    questions = " ".join(f"https://api.example.org/data/kpi/N{n:05}/municipality/1880" for n in range(14))
    assert in_few_words(questions) == "14 frågor till api.example.org"
    assert in_few_words(f"https://api.example.org/{'x' * 200}") == "1 fråga till api.example.org"
    assert in_few_words("https://api.example.org/a") == "https://api.example.org/a"
    assert in_few_words("data/kolada.csv") == "data/kolada.csv"


def test_changes_of_what_is_computed_are_said_to_come_from_its_parts(catalogue):
    rule = Derive(kind="index", of=[Operand(indicator="stiger")], base_year=2020, rule="Så här.")
    computed = catalogue.indicators["faller"].model_copy(update={"derive": rule})
    catalogue = replace(catalogue, indicators=catalogue.indicators | {"faller": computed})
    view = told(catalogue, pd.DataFrame([REVISED, REVISED | {"indicator": "faller"}]))
    assert view.computed == (
        "Bland ändringarna finns ett mått som räknas fram ur andra och som ändras när de gör det: Faller."
    )
    assert told(catalogue, pd.DataFrame([REVISED])).computed == ""
