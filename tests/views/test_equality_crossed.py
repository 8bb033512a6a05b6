"""Sex × background × education, with people: cross-table, who carries what, people needed, kommuner, linked series."""

import math
from types import SimpleNamespace

import pytest

from rus.analysis.kitagawa import total
from rus.views.equality import equality_view
from rus.views.equality_carried import carried_rows, made, rounded
from rus.views.equality_json import pairs_as_rows
from rus.views.equality_people import people_rows
from rus.views.equality_table import possible
from rus.views.equality_whole import NOT_WHOLE, apart
from rus.views.equality_words import cross_rows, farthest
from tests.views.crossed_county import ALL, EDUCATION, SEXES, of, people, value

NEWEST = 2023


@pytest.fixture(scope="module")
def view(crossed):
    return lambda name="kors", region=None: equality_view(crossed, crossed.catalogue(), name, region)


def test_the_cross_table_has_three_ways_at_once_and_counts_what_is_published(view):
    found = view().crossing
    assert found.depth == 2
    assert found.tally == "19 av 22 grupper redovisas"  # two groups of one side each, six crosses, of which one unasked
    by_label = {row.label: row for row in found.rows}
    row = by_label["utrikes födda, medellång utbildning"]
    assert row.women.cell.value == pytest.approx(value("91", "ut", "mid", "women", NEWEST))
    assert row.difference == pytest.approx(-4)
    assert row.n == pytest.approx(2 * people("91", "ut", "mid", NEWEST))
    assert row.women.interval.holds(row.women.cell.value)
    assert view().third == ""


def test_the_groups_farthest_behind_stand_first_and_three_cells_are_marked(view):
    found = view().crossing
    behind = [row.behind for row in found.rows]
    assert behind == sorted(behind, reverse=True)
    assert found.rows[0].label == "utrikes födda, kort utbildning"
    marked = [(row.label, sex) for row in found.rows for sex in row.lagging]
    assert len(marked) == 3
    assert farthest(view()).startswith("Längst efter av alla grupper: ")


def test_parentheses_never_stand_within_parentheses():
    row = SimpleNamespace(label="inkomstkvintil 1 (lägst), kort utbildning", lagging=("men",))
    said = farthest(SimpleNamespace(crossing=SimpleNamespace(rows=(row,))))
    assert said == "Längst efter av alla grupper: män (inkomstkvintil 1, lägst, kort utbildning)"


def test_a_protected_figure_stays_protected_in_every_table(view):
    row = next(r for r in view().crossing.rows if r.label == "utrikes födda, kort utbildning")
    assert (row.women.cell.value, row.women.cell.status, row.difference, row.n) == (None, "skyddad", None, None)
    assert row.women.interval is None
    shown = next(r for r in cross_rows(view()) if r[0] == row.label)
    assert (shown[2], shown[4], shown[5]) == ("..", "..", "..")
    told = next(r for r in pairs_as_rows(view())[0]["cross"] if r["label"] == row.label)
    assert (told["women"]["value"], told["women"]["status"]) == (None, "skyddad")


def test_few_people_are_unsure_and_never_pointed_out(view):
    row = next(r for r in view(region="9103").crossing.rows if r.label == "utrikes födda, lång utbildning")
    assert "färre än 30" in row.women.unsure
    assert not row.lagging
    assert "osäker" in next(r for r in cross_rows(view(region="9103")) if r[0] == row.label)[2]


def test_combinations_are_counted_whether_the_source_has_them_or_not():
    assert possible(["a.1", "a.2", "b.1"]) == 6
    assert possible(["a.1~b.1", "a.2~b.2"]) == 8


def test_what_waits_for_a_third_way_says_where_it_is(view):
    said = view("vantar").third
    assert said.startswith("Kön, bakgrund och utbildning i samma tabell finns hos Provbyrån (N00309)")
    assert "rus update" in said
    elsewhere = view("sent").third
    assert "en uppdelning i taget" in elsewhere
    assert "”Kors”" in elsewhere


@pytest.mark.parametrize("kind", ["change", "sexes", "whole"])
def test_parts_sum_to_what_they_are_parts_of(view, kind):
    found = [c for c in made(view().carried) if c.kind == kind]
    assert found
    for one in found:
        assert sum(p.total for p in one.found.parts) == pytest.approx(one.found.difference, abs=1e-9)
        assert one.found.rate + one.found.composition == pytest.approx(one.found.difference, abs=1e-9)
        *parts, last = one.rows
        for column in (1, 2, 3):
            assert sum(row[column] for row in parts) == pytest.approx(last[column])
        assert all(row[1] + row[2] == pytest.approx(row[3]) for row in one.rows)
        assert last[3] == pytest.approx(round(one.found.difference, 1))
        assert carried_rows(one)[-1][0] == "Tillsammans"


def test_the_change_is_that_of_the_totals_and_more_born_abroad_pull_it_down(view):
    one = next(c for c in view().carried if (c.kind, c.ground) == ("change", "background"))
    first, last = (of("91", ALL, SEXES, year)[0] for year in (2020, NEWEST))
    assert one.found.difference == pytest.approx(last - first)
    assert one.found.composition < 0 < one.found.rate
    assert one.title == "Vem står för förändringen 2020–2023? Efter bakgrund"


def test_women_and_men_alike_in_mix_differ_by_value_alone(view):
    one = next(c for c in view().carried if (c.kind, c.ground) == ("sexes", "education"))
    assert (one.found.composition, one.found.rate) == (pytest.approx(0), pytest.approx(-4))


def test_the_gap_to_the_whole_and_what_is_left_with_its_mix(view):
    mix = next(m for m in view().mixes if m.ground == "background")
    ours = {b: of("91", [(b, e) for e in EDUCATION], SEXES, NEWEST) for b in ("ut", "in")}
    theirs = {b: of("00", [(b, e) for e in EDUCATION], SEXES, NEWEST) for b in ("ut", "in")}
    with_theirs = total({b: (ours[b][0], theirs[b][1]) for b in ours})
    assert mix.alike.rate == pytest.approx(with_theirs)
    assert mix.alike.interval.holds(with_theirs)
    assert "Med samma fördelning efter bakgrund som i Riket" in mix.alike_text
    one = next(c for c in view().carried if (c.kind, c.ground) == ("whole", "background"))
    assert one.found.difference == pytest.approx(total(ours) - total(theirs))


@pytest.mark.parametrize(
    ("parts", "decimals"), [([0.14, 0.14, 0.14], 1), ([-0.05, -0.05, -0.05, -0.05], 1), ([1.0, -1.0], 0), ([2.4], 0)]
)
def test_rounded_parts_add_up_to_the_rounded_sum(parts, decimals):
    found = rounded(parts, decimals)
    assert sum(found) == pytest.approx(round(sum(parts) + 1e-12, decimals))
    assert all(abs(a - b) <= 10**-decimals for a, b in zip(found, parts, strict=True))


def test_groups_that_share_people_are_never_added_up():
    assert apart(["age.18-29", "age.30-49", "age.50+"])
    assert not apart(["age.18-29", "age.25-49"])
    assert not apart(["age.18-29", "age.first_time_voter"])
    assert apart(["education.low", "education.high"])
    assert NOT_WHOLE


def test_needed_people_of_every_group_whose_people_are_known(view):
    parts = {part.label: part for part in view().effort.parts}
    assert set(parts) == {
        "Kön", "Bakgrund", "Kön och bakgrund", "Utbildning", "Kön och utbildning", "Bakgrund och utbildning",
        "Kön, bakgrund och utbildning",
    }  # fmt: skip
    behind, best = parts["Bakgrund"].groups
    gap = best.value - behind.value
    assert (behind.needed.people, best.needed.people) == (math.ceil(gap * behind.n / 100), 0)
    assert sum(g.needed.share for g in parts["Utbildning"].groups) == pytest.approx(1)
    assert "samma nivå som inrikes födda" in parts["Bakgrund"].text
    assert len(people_rows(parts["Kön"], 1)[0]) == 5
    told = pairs_as_rows(view())[0]["needed"]
    assert told[0]["label"] == "Kön"
    assert told[0]["groups"][0]["people"] == parts["Kön"].groups[0].needed.people


def test_without_people_the_need_says_what_it_waits_for(view):
    assert "när källans antal personer" in view("lank").effort.reason
    assert "ingen andel" in view("belopp").effort.reason
