"""Gemensam uppföljning on a county where every figure is known: states, words, files, and what a kommun is told."""

import json

import pandas as pd
import pytest

from rus.exports.csv import csv_machine
from rus.store.store import Store
from rus.views.followup import followup_views
from rus.views.followup_sheet import COLUMNS, followup_json, followup_sheet
from rus.views.followup_words import decisions
from tests.store.content import HEAD, STRATEGY, write_content

GOAL = '[[goals]]\nstanding = "{}"\nsource = "Beslutet, s. 1"\n'
UP, OWN = 'kind = "direction"\ntowards = "up"\n', "föreslagen"
LEVEL = 'kind = "level"\ntarget = 80.0\nbound = "at_least"\nby = 2030\nbaseline = 2010\n'
MEASURES = {
    "faller": ("N00001", 'effektmal = ["ett"]\nchallenges = ["arbete"]', GOAL.format(OWN) + UP),
    "sakta": ("N00002", 'effektmal = ["ett", "tva"]', GOAL.format("officiell") + LEVEL),
    "kort": ("N00003", 'effektmal = ["tva"]\nchallenges = ["arbete"]', ""),
    "stiger": ("N00004", 'effektmal = ["tre"]', ""),
    "klyfta": ("N00005", 'effektmal = ["ett"]', GOAL.format(OWN) + 'kind = "gap"\nground = "sex"\n'),
    "onskad": ("", 'effektmal = ["tre"]\nstate = "wanted"\nmissing = "Frågan är inte ställd."', ""),
}
EFFEKTMAL = ", ".join(
    f'{{ id = "{i}", name = "{i.title()}", overarching = "over", source = "prov" }}'
    for i in ("ett", "tva", "tre", "fyra")
)


def value(series: str, year: int, sex: str) -> float | None:
    n, side = year - 2010, {"women": -1.0, "men": 1.0, "total": 0.0}[sex]
    return {
        "N00001": 60.0 - n + side,
        "N00002": 50.0 + n + side,
        "N00003": 40.0 + n if year > 2018 else None,
        "N00004": 30.0 + n + side,
        "N00005": 60.0 + side * (1 + n),
    }[series]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("followup") / "content"
    content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    over = 'overarching = [{ id = "over", name = "Över", dimension = "social", source = "prov" }]'
    strategy = STRATEGY.replace("overarching = []", over).replace("effektmal = []", f"effektmal = [{EFFEKTMAL}]")
    content.write("indicators/_strategy.toml", strategy)
    for name, (series, links, rest) in MEASURES.items():
        head = HEAD.format(title=name.title(), unit="procent", share="egenskap")
        own = f'[[series]]\nloader = "kolada"\nid = "{series}"\n' if series else ""
        content.write(f"indicators/arbete/{name}.toml", f"{head}{links}\n{own}{rest}")
    rows = [
        (f"kolada:{series}", region, str(year), sex, found, 1)
        for series, _, _ in MEASURES.values()
        if series
        for region in ("91", "9101")
        for year in range(2010, 2021)
        for sex in ("women", "men", "total")
        if (found := value(series, year, sex)) is not None
    ]
    columns = ["series", "region", "period", "sex", "value", "origin"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        content.figures(pd.DataFrame(rows, columns=columns).astype({"origin": "int16"}))
        return content.open()


@pytest.fixture(scope="module")
def views(store):
    return followup_views(store, store.catalogue(), "91")


def lines(view):
    return {(b.name, line.name): line for b in view.branches for line in (*b.lines, *b.unknown)}


def test_each_effektmal_has_its_gaps_in_words(views):
    found = lines(views["alla"])
    falls, slow = found["Ett", "Faller"], found["Tva", "Sakta"]
    assert (falls.now, falls.year, falls.desired, falls.gap) == ("50,0", "2020", "högre än nu", "ingen nivå är satt")
    assert (falls.direction, falls.status.words, falls.certainty) == ("Minskar", "Fel håll", "säkert")
    assert slow.gap.replace("\u00a0", " ") == "20,0 procentenheter"
    assert slow.share.replace("\u00a0", " ") == "ska öka 33 procent till; 67 procent av vägen är kvar"
    assert (slow.desired, slow.status.id) == ("minst 80,0 (2030)", "too_slow")
    assert found["Ett", "Sakta"] == slow


def test_a_gap_between_groups_says_that_it_is_one(views):
    found = lines(views["alla"])["Ett", "Klyfta, skillnad mellan kvinnor och män"]
    assert (found.direction, found.desired, found.status.id) == ("Skillnaden ökar", "mindre skillnad", "wrong_way")


def test_a_wanted_direction_without_a_goal_is_only_in_the_whole_list(views):
    assert lines(views["alla"])["Tre", "Stiger"].standing == "önskad riktning, inget mål"
    assert ("Tre", "Stiger") not in lines(views["mal"])
    assert set(lines(views["officiella"])) == {("Ett", "Sakta"), ("Tva", "Sakta")}
    assert views["officiella"].empty == ("Tre", "Fyra")


def test_what_can_not_be_judged_has_its_reason_and_no_size(views):
    found = lines(views["alla"])
    assert found["Tva", "Kort"].reason.startswith("För få")
    assert found["Tre", "Onskad"].reason == "Frågan är inte ställd."
    assert {(found["Tre", "Onskad"].gap, found["Tva", "Kort"].gap)} == {("", "")}


def test_proposals_lead_back_to_their_measures(views):
    new, area = views["alla"].proposals
    assert (new.title, new.challenge, new.measures, new.rank) == ("Ett och Tva", "", 2, 1)
    assert {line.name for line in new.evidence} == {"Sakta", "Klyfta, skillnad mellan kvinnor och män"}
    assert "pröva ett nytt eller vidgat område: 2 mått" in new.advice
    assert (area.title, area.measures, area.rank) == ("Arbete", 1, 2)
    assert views["alla"].unserved == ("Tre",)


def test_a_kommun_is_told_what_is_counted_and_not_what_to_do(store):
    view = followup_views(store, store.catalogue(), "9101")["alla"]
    assert view.whose
    assert not any("talar för" in p.advice for p in view.proposals)


def test_the_files_hold_every_gap_under_every_effektmal(views, store):
    sheet = followup_sheet(views["alla"], store.catalogue(), build="prov")
    assert list(sheet.rows.columns) == list(COLUMNS)
    assert len(sheet.rows) == len(lines(views["alla"]))
    assert dict(sheet.about)["Underlag"] == "Alla mått med önskad riktning"
    assert "Ett,Över,sakta" in csv_machine(sheet).decode().replace('"', "")


def test_the_record_is_json_without_nan_and_its_proposals_lead_to_gaps(views, store):
    found = followup_json(views["alla"], store.catalogue())
    json.dumps(found, allow_nan=False)
    keys = {gap["key"] for e in found["effektmal"] for gap in e["gaps"]}
    assert {key for p in found["proposals"] for key in p["gaps"]} <= keys
    assert found["without_measures"] == ["Fyra"]


def test_decisions_say_what_the_files_say_and_no_more(store):
    told = {d.what: d for d in decisions(store.catalogue())}
    assert told["1 officiellt mål"].source == "Beslutet, s. 1"
    assert any("Uppgift om beslut saknas" in d.when for d in told.values())
