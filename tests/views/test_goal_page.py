"""What Målstatus is made of: the tree, the filters, an opened goal, a reader's own pace, and the table to take away."""

import pytest

from rus.exports.csv import csv_excel, csv_machine
from rus.exports.xlsx import xlsx
from rus.views.goal_board import goal_board
from rus.views.goal_detail import goal_detail
from rus.views.goal_example import example, path, slider
from rus.views.goal_sheet import COLUMNS, goal_sheet
from rus.views.goal_tree import REST, Wanted, filtered, home, read_wanted, tree
from tests.views.test_goals import store as goals_store

store = goals_store
"""The county where every goal's answer is known."""


@pytest.fixture(scope="module")
def catalogue(store):
    return store.catalogue()


@pytest.fixture(scope="module")
def board(store, catalogue):
    return goal_board(store, catalogue, catalogue.here.region)


def test_a_goal_is_a_line_and_women_and_men_are_its_members(board):
    line = board.line("niva")
    assert [m.sex for m in line.members] == ["total", "women", "men"]
    assert (line.kind, line.base, line.now, line.target) == (
        "nivå",
        ("50,0", "2010"),
        ("57,0", "2020"),
        ("70,0", "2030"),
    )
    assert (line.pace, line.needed, line.direction) == ("+0,70", "+1,30", "Ökar")
    assert board.line("finns-inte") is None


def test_the_counts_of_the_classes_are_those_of_the_lines(board):
    assert (
        board.tally
        == "1 målet nått · 1 rätt håll, för långsamt · 1 nästan oförändrat · 2 rätt håll · 1 kan inte bedömas"
    )


def test_what_is_left_by_the_filters(board, catalogue):
    def keys(**wanted):
        return [line.key for line in filtered(board.lines, Wanted(**wanted))]

    assert keys(numbers=True) == ["bas", "niva", "utslapp"]
    assert keys(status="too_slow") == ["niva"]
    assert keys(challenge="arbete") == ["riktning"]
    assert keys(standing="officiell") == []
    wanted, dropped = read_wanted({"omr": "arbete", "bed": "bra", "slag": "", "tal": "1"}, catalogue)
    assert wanted == Wanted(challenge="arbete", numbers=True)
    assert dropped == ("mal_bed=bra",)
    assert Wanted().everything
    assert not wanted.everything


def test_goals_without_an_effektmal_stand_last_and_nothing_is_lost(board, catalogue):
    trunks = tree(board.lines, catalogue, whole=True)
    shown = {line.key for trunk in trunks for branch in trunk.branches for line in branch.lines}
    assert shown == {line.key for line in board.lines}
    assert home(board.line("niva")) == REST
    assert trunks[-1].branches[-1].id == REST


def test_an_opened_goal_has_its_chart_its_number_line_and_its_members(store, catalogue, board):
    made = goal_detail(store, catalogue, board.line("niva"))
    assert (made.picture.mark.at, made.picture.mark.value, made.picture.mark.path_from) == (
        2030.0,
        70.0,
        (2020.0, 57.0),
    )
    assert [p.value for p in made.picture.lines[0].points][-1] == pytest.approx(57)
    assert (made.bullet.base, made.bullet.target) == ((2010, 50.0), 70.0)
    assert [m.name for m in made.members] == ["Alla", "Kvinnor", "Män"]
    assert made.members[1].missing == "140"
    assert len(made.methods) == 6
    assert [p.title for p in made.parts] == ["Bedömning", "Takt", "Hur säkert är det?"]


def test_a_gap_is_drawn_as_the_gap_and_others_stand_beside_a_comparison(store, catalogue, board):
    gap = goal_detail(store, catalogue, board.line("gap"))
    assert gap.picture.lines[0].last.value == pytest.approx(10)
    assert (gap.bullet, gap.slider, gap.picture.mark) == (None, None, None)
    peers = goal_detail(store, catalogue, board.line("flest"))
    assert [line.role for line in peers.picture.lines] == ["context", "ours"]


def test_a_readers_own_pace_is_counted_to_its_year(board):
    row = board.line("niva").row
    ends = slider(row)
    assert (ends.low, ends.high, ends.start, ends.unit) == (0.0, 2.6, 1.3, "procentenheter per år")
    assert ends.words(1.3) == "+1,30"
    assert (ends.kept("0,65"), ends.kept("nan"), ends.kept("99"), ends.kept("x")) == (0.65, 1.3, 1.3, 1.3)
    assert example(row, 0.65)[0].startswith(
        "Om takten blir +0,65\u00a0procentenheter per år nås målet 2040, 10\u00a0år efter"
    )
    assert example(row, 2.6)[0].endswith("nås målet 2025, 5\u00a0år före målåret.")
    assert example(row, 0.0)[0].endswith("nås målet aldrig.")
    assert path(row, 1.3)[-1] == (2030.0, pytest.approx(70))
    assert slider(board.line("riktning").row) is None


def test_an_amounts_pace_is_in_percent(board):
    row = board.line("utslapp").row
    ends = slider(row)
    assert (ends.high, ends.unit) == (0.0, "procent per år")
    assert ends.low < ends.start < 0


def test_the_table_to_take_away_has_a_row_for_each_sex_and_every_column(store, catalogue):
    sheet = goal_sheet(store, catalogue, catalogue.here.region, Wanted(status="too_slow"), "b1")
    assert list(sheet.rows.columns) == list(COLUMNS)
    assert sheet.rows["sex"].tolist() == ["total", "women", "men"]
    assert dict(sheet.about)["Urval"] == "Rätt håll, för långsamt"
    text = csv_excel(sheet).decode("utf-8-sig")
    assert "Rätt håll, för långsamt" in text
    assert ";70;" in text
    assert "too_slow" in csv_machine(sheet).decode()
    assert xlsx(sheet)[:2] == b"PK"
