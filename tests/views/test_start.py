"""The first page: its three sentences, its cards, and what has changed, are read from the figures by rule."""

import pytest

from rus.views.cards import row, tally_words
from rus.views.change import five_years, normal_variation, times_words
from rus.views.figures import figures
from rus.views.gaps import lower_first
from rus.views.start import start_view
from rus.views.taken import shown_sheet


@pytest.fixture(scope="module")
def view(county):
    return start_view(county, county.catalogue())


def test_the_three_sentences_name_the_surest_measure_of_each_kind(view):
    said = [(h.status.words, h.count, f"{h.before}{h.number}{h.after}") for h in view.heads]
    # n = 2010 … 2023; the county is the second region, so one more than the rule's start.
    assert said == [
        ("Rätt håll", "1 av 4 mått", "Stiger: 54,0\u00a0procent 2023, upp från 45,0\u00a0procent 2014."),
        ("Fel håll", "1 av 4 mått", "Faller: 38,0\u00a0procent 2023, ned från 47,0\u00a0procent 2014."),
        ("Vet vi inte", "2 av 4 mått", "Kort: för få mätningar, 3 av de 5 som krävs i den serie som börjar 2021."),
    ]


def test_a_card_counts_all_measures_and_shows_the_headline_ones(view):
    (area,) = view.areas
    assert area.tally == "4 mått: 1 rätt håll · 1 fel håll · 1 ingen säker trend · 1 kan inte bedömas"
    assert [r.name for r in area.rows] == ["Faller", "Kort", "Stiger"]


def test_a_row_keeps_direction_and_assessment_apart(view):
    falls, short, rises = view.areas[0].rows
    assert (falls.direction, falls.status.words) == ("Minskar", "Fel håll")
    assert (rises.direction, rises.status.words) == ("Ökar", "Rätt håll")
    assert (short.direction, short.status.words) == ("Ökar – för få mätningar", "Kan inte bedömas")


def test_a_row_without_sexes_says_so_and_one_with_them_shows_the_same_year(view):
    falls, _, rises = view.areas[0].rows
    assert falls.sexes is None
    assert falls.no_sex == "Kön redovisas inte i källan"
    assert (rises.sexes.women_text, rises.sexes.men_text, rises.sexes.gap_text) == ("52,0", "56,0", "4,0")
    assert rises.sexes.period == "2023"


def test_a_goal_with_a_number_is_told_as_facts_and_never_as_a_status(view):
    falls = view.areas[0].rows[0]
    assert falls.goal == "2010: 51,0 · 2023: 38,0 · mål 2030: 60,0"
    assert falls.target.by == 2030


def test_the_largest_changes_stand_in_order_of_what_is_normal_for_each(view):
    assert [(c.name, c.change, c.change_unit) for c in view.changes] == [
        ("Faller", "−5,0", "procentenheter"),
        ("Stiger", "+5,0", "procentenheter"),
        ("Andel", "+1,0", "procentenheter"),
    ]
    assert view.changes[0].sentence == "Faller: ned 5,0\u00a0procentenheter sedan 2018"
    assert view.changes[0].times == pytest.approx(5.0)


def test_the_largest_gaps_come_first(view):
    assert [(g.name, g.gap_text) for g in view.gaps] == [("Andel", "8,0"), ("Stiger", "4,0"), ("Kort", "2,0")]
    assert view.gap_scale == 12.0


def test_news_are_only_what_is_known(view):
    said = [(n.kind, n.text) for n in view.news]
    assert view.news[0].detail == "Från Provbyrån"
    assert ("Nyaste år", "2023: Stiger och 3 mått till") in said or (
        "Nyaste år",
        "2023: Faller och 3 mått till",
    ) in said
    assert ("Seriebrott", "Kort: ny serie från 2021") in said
    assert ("Väntar", "Fler grupper i 1 mått") in said


def test_without_figures_there_is_nothing_to_show(county):
    found = figures(county, "92")
    catalogue = county.catalogue()
    assert row(catalogue.indicators["onskad"], found, catalogue) is None
    assert tally_words([]) == ""


def test_what_is_taken_away_is_what_is_shown(county, view):
    sheet = shown_sheet(county, county.catalogue(), view.shown, "Läget i länet", "prov")
    assert set(sheet.rows["indicator"]) == set(view.shown) == {"stiger", "faller", "kort", "andel"}
    assert set(sheet.rows["region"]) == {county.catalogue().here.region}
    newest = sheet.rows[(sheet.rows["indicator"] == "faller") & (sheet.rows["period"] == "2023")]
    assert newest["value"].to_list() == [38.0]


def test_normal_variation_leaves_out_what_a_break_parts():
    points = [(2010 + n, float(n)) for n in range(6)] + [(2016, 100.0)]
    assert normal_variation(points, [2016]) == 1.0
    assert normal_variation(points[:5], []) is None
    assert normal_variation([(2010 + n, 3.0) for n in range(9)], []) is None


def test_five_years_never_reach_across_a_break():
    points = [(year, 1.0) for year in range(2010, 2021)]
    assert five_years(points, None) == ((2015, 1.0), (2020, 1.0))
    assert five_years(points, 2016) is None
    assert five_years([], None) is None


@pytest.mark.parametrize(
    ("ratio", "words"),
    [(12.8, "nästan 13 gånger"), (2.1, "drygt 2 gånger"), (3.0, "3 gånger"), (2.6, "nästan 3 gånger")],
)
def test_many_times_in_words(ratio, words):
    assert times_words(ratio) == words


def test_a_name_inside_a_sentence_begins_small_unless_it_is_letters():
    assert lower_first("Trygga i mörker") == "trygga i mörker"
    assert lower_first("BRP per invånare") == "BRP per invånare"
