"""The first page: its three sentences, its cards, and what has changed, are read from the figures by rule."""

from dataclasses import replace

import pytest

from rus.catalogue.indicator import Waits
from rus.views.cards import row, tally_words
from rus.views.change import sentence, times_words, written
from rus.views.figures import figures
from rus.views.gaps import lower_first
from rus.views.news import news
from rus.views.sentences import Measure
from rus.views.start import start_view
from rus.views.taken import shown_sheet

SAID_UNKNOWN = "1 har för få mätningar, 1 har ingen säker trend."


@pytest.fixture(scope="module")
def view(county):
    return start_view(county, county.catalogue())


def test_the_three_sentences_name_the_largest_certain_change_of_each_kind(view):
    said = [(h.status.words, h.count, h.text) for h in view.findings.heads]
    # n = 2010 … 2023; the county is the second region, so one more than the rule's start.
    assert said == [
        ("Rätt håll", "1 av 4 mått", "Stiger: 54,0\u00a0procent 2023, upp från 45,0\u00a0procent 2014."),
        ("Fel håll", "1 av 4 mått", "Faller: 38,0\u00a0procent 2023, ned från 47,0\u00a0procent 2014."),
        ("Vet vi inte", "2 av 4 mått", SAID_UNKNOWN),
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


def test_the_largest_certain_changes_stand_first_one_a_subject(view):
    assert [(c.name, c.apart, c.apart_unit) for c in view.findings.changes] == [
        ("Faller", "−9,0", "procentenheter"),
        ("Stiger", "+9,0", "procentenheter"),
    ]
    assert [c.name for c in view.changes] == ["Faller"]
    assert view.changes[0].title == "Faller: ned 9,0\u00a0procentenheter sedan 2014"


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


def waiting(county, ground, sexes):
    """What the news say is waited for when a measure with these sexes in its series waits for a ground."""
    catalogue = county.catalogue()
    own = catalogue.indicators["andel"]
    series = [s.model_copy(update={"sexes": sexes}) for s in own.series]
    changed = own.model_copy(update={"series": series, "waits": [Waits(ground=ground, reason="prov")]})
    only = replace(catalogue, indicators={"andel": changed})
    return [n.text for n in news(county, only, figures(county, "91")) if n.kind == "Väntar"]


def test_a_wait_that_only_says_what_the_source_lacks_is_not_counted_as_figures_to_come(county):
    assert waiting(county, "sex", ["total"]) == []
    assert waiting(county, "felmarginal", ["women", "men", "total"]) == []
    assert waiting(county, "sex", ["women", "men", "total"]) == ["Fler grupper i 1 mått"]
    assert waiting(county, "age", ["total"]) == ["Fler grupper i 1 mått"]


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


def test_a_change_is_written_as_points_as_percent_or_in_the_unit(county):
    share = county.catalogue().indicators["stiger"]
    amount = share.model_copy(update={"unit": "ton", "decimals": 0, "share": "ingen"})
    assert written(share, 40.0, 42.5) == ("+2,5", "procentenheter")
    assert written(amount, 200.0, 150.0) == ("−25\u00a0%", "")
    assert written(amount, -10.0, 5.0) == ("+15", "ton")
    tons = Measure("Utsläpp", "ton", 0)
    assert sentence("Utsläpp", 200.0, 150.0, "2010", tons) == "Utsläpp: ned 25\u00a0procent sedan 2010"
    assert sentence("Utsläpp", 10.0, 28.0, "2010", tons) == "Utsläpp: nästan 3 gånger så mycket som 2010"
    assert sentence("Utsläpp", 10.0, 10.2, "2010", tons) == "Utsläpp: 10\u00a0ton, som 2010"


@pytest.mark.parametrize(
    ("ratio", "words"),
    [(12.8, "nästan 13 gånger"), (2.1, "drygt 2 gånger"), (3.0, "3 gånger"), (2.6, "nästan 3 gånger")],
)
def test_many_times_in_words(ratio, words):
    assert times_words(ratio) == words


def test_a_name_inside_a_sentence_begins_small_unless_it_is_letters():
    assert lower_first("Trygga i mörker") == "trygga i mörker"
    assert lower_first("BRP per invånare") == "BRP per invånare"
