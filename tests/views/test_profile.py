"""Kommuner: the rows say what Utforska says of each value, länsdelar are summed or refused, years go together."""

from math import nan

import pytest

from rus.analysis.comparison import rank
from rus.analysis.difference import Difference
from rus.analysis.intervals import Interval
from rus.charts.spine import Mark, spine
from rus.charts.theme import LIGHT
from rus.store.store import Store
from rus.views import profile_board
from rus.views.compare import COUNTY, compare
from rus.views.compare_question import Asked
from rus.views.profile_board import Board, Spine, board
from rus.views.profile_expected import NOT_KOMMUN, deviations
from rus.views.profile_facts import SMALL, facts
from rus.views.profile_places import ALL_NEEDED, NO_SUM, Place, figure_of, places
from rus.views.profile_rows import AMOUNT, OVERLAP, Profile, Row, profile, verdict
from rus.views.profile_sheet import profile_sheet
from rus.views.profile_show import CERTAIN, HEADLINE, OUTER, choices, shown
from tests.views import many_kommuner
from tests.views.many_kommuner import KOMMUNER, ODD, value

FIRST, MISSING = "9103", "9112"
TWO = Place("lansdel-tva", "Två", ("9101", "9104"), is_part=True)


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Store:
    root = tmp_path_factory.mktemp("many") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return many_kommuner.opened(root)


@pytest.fixture(scope="module")
def built(many: Store) -> Board:
    return board(many, many.catalogue())


def made(many: Store, built: Board, first: str = FIRST, second: str = "", *, mean: bool = False) -> Profile:
    return profile(many, many.catalogue(), built, first, second, mean=mean)


def row(found: Profile, name: str) -> Row:
    return next(r for r in found.rows if r.spine.indicator.id == name)


def of(built: Board, name: str, *, mean: bool = False) -> Spine:
    return next(s for s in built.spines(mean=mean) if s.indicator.id == name)


def test_every_measure_is_there_with_every_kommun(built):
    assert {s.indicator.id for s in built.one} == set(many_kommuner.MEASURES)
    found = of(built, "utfall")
    assert found.whole
    assert found.values == {code: value("utfall", code, 2022) for code in KOMMUNER}
    assert found.period == "2022"
    assert not of(built, "fa").whole  # a strip of all is drawn only where all are


def test_the_rows_say_what_utforska_says_of_the_same_value(many, built):
    catalogue = many.catalogue()
    for place in (FIRST, ODD):
        for one in made(many, built, place).rows:
            seen = compare(many, catalogue, built.built, Asked(one.spine.indicator.id, place))
            county = next((a for a in seen.against if a.id == COUNTY), None)
            assert one.first.figure.value == seen.value
            assert one.first.apart == (county.apart if county else None)


def test_the_place_among_all_is_the_rank_and_a_span_where_there_is_an_interval(many, built):
    found = row(made(many, built), "slump")
    values = found.spine.values
    place = rank(FIRST, values, len(values), found.spine.indicator.better)
    assert place
    assert found.first.band
    assert (found.first.band.first, found.first.band.of) == (place.place, len(KOMMUNER))
    wide = row(made(many, built), "utfall").first
    assert wide.band
    assert wide.limits
    assert wide.band.first <= wide.band.last
    best = sum(v > wide.limits.upper for v in row(made(many, built), "utfall").spine.values.values())
    assert wide.band.first == best + 1


def test_a_missing_year_is_told_with_the_newest_one_there_is(many, built):
    found = row(made(many, built, MISSING), "fa").first.figure
    assert (found.value, found.last) == (None, "2021")


def test_a_protected_figure_keeps_its_reason():
    found = profile_board._figure({2022: ("2022", nan, "skyddad", nan, nan, nan, False)}, 2022)
    assert (found.value, found.status) == (None, "skyddad")


def test_what_the_source_may_change_is_marked():
    assert profile_board._figure({2022: ("2022", 1.0, "varde", nan, nan, nan, True)}, 2022).provisional


def test_three_years_weigh_their_people_and_are_refused_with_a_reason(built):
    found, ns = of(built, "utfall", mean=True), [3.0, 3.0, 3.0]
    assert found.mean
    assert found.period == "3-årsmedel 2020–2022"
    assert found.at(FIRST).value == pytest.approx(sum(value("utfall", FIRST, y) or 0 for y in (2020, 2021, 2022)) / 3)
    assert found.at(FIRST).n == pytest.approx(len(ns) * (value("folk", FIRST, 2022) or 0))
    broken = of(built, "brutet", mean=True)
    assert not broken.mean
    assert broken.why_year == "Tidsserien bryts 2022."
    assert of(built, "fa", mean=True).at(MISSING).value is None


def test_a_lansdel_is_a_sum_or_a_weighted_mean_or_nothing(built):
    amount, why = figure_of(of(built, "folk"), TWO)
    assert (amount.value, why) == (sum(value("folk", c, 2022) or 0 for c in TWO.codes), "")
    share, why = figure_of(of(built, "utfall"), TWO)
    ns = [value("folk", c, 2022) or 0 for c in TWO.codes]
    vs = [value("utfall", c, 2022) or 0 for c in TWO.codes]
    assert share.value == pytest.approx(sum(v * n for v, n in zip(vs, ns, strict=True)) / sum(ns))
    assert not why
    assert figure_of(of(built, "slump"), TWO) == (profile_board.Figure(), NO_SUM)
    assert figure_of(of(built, "fa"), Place("x", "X", ("9101", MISSING), is_part=True))[1] == ALL_NEEDED


def test_two_places_are_tested_unless_one_lies_in_the_other(many, built):
    apart = row(made(many, built, FIRST, ODD), "utfall").between
    assert apart
    assert apart.verdict in {"higher", "lower"}
    same = row(made(many, built, "9102", "lansdel-norra"), "utfall").between
    assert same
    assert (same.verdict, same.reason) == ("not_assessed", OVERLAP)


def test_an_amount_is_shown_but_never_compared(many, built):
    found = row(made(many, built), "folk")
    assert found.note == AMOUNT
    assert found.first.apart is None
    assert found.first.band is None


def test_only_the_odd_kommun_is_off_what_is_expected(many, built):
    catalogue = many.catalogue()
    found = deviations(many, catalogue, built, ODD)
    assert [d.spine.indicator.id for d in found.found] == ["utfall"]
    assert found.found[0].status.words == "Högre än väntat"
    assert found.found[0].found == compare(many, catalogue, built.built, Asked("utfall", ODD)).expectation
    assert deviations(many, catalogue, built, "lansdel-norra").reason == NOT_KOMMUN


def test_a_difference_says_whether_it_is_wanted_and_never_more_than_is_known(many, built):
    found = row(made(many, built, ODD), "utfall")
    assert verdict(found.spine, found.first.apart).words == "Säkert högre"
    assert verdict(found.spine, found.first.apart).css == ("good" if found.spine.indicator.better == "higher" else "eq")
    few = Difference(1.0, "not_assessed", reason="Osäker: färre än 5 personer bakom värdet.")
    assert verdict(found.spine, few).words == "Osäker: färre än 5 personer bakom värdet"
    unknown = row(made(many, built), "slump")
    assert verdict(unknown.spine, unknown.first.apart).words == "Osäkerhet ej beräknad"


def test_the_choices_of_rows(many, built):
    catalogue, found = many.catalogue(), made(many, built, ODD)
    assert {r.spine.indicator.id for r in shown(found, catalogue, CERTAIN).rows} == {
        r.spine.indicator.id for r in found.sure()
    }
    assert len(shown(found, catalogue, HEADLINE).rows) == len(found.rows)  # nothing is a headline measure here
    assert all(r.first.outer for r in shown(found, catalogue, OUTER).rows)
    assert "skiljer sig säkert" in shown(found, catalogue, CERTAIN).title
    table = shown(found, catalogue, HEADLINE)
    for start in range(len(table.rows) + 2):
        halves = [*table.cut(0, start), *table.cut(start)]
        assert tuple(row for _, rows in halves for row in rows) == table.rows
        assert all(rows for _, rows in halves)
    assert shown(found, catalogue, "arbete").empty
    assert {"arbete", HEADLINE, OUTER} <= choices(catalogue).keys()


def test_the_file_holds_the_rows_of_the_table(many, built):
    catalogue, found = many.catalogue(), made(many, built, FIRST, ODD)
    table = shown(found, catalogue, HEADLINE)
    made_ = profile_sheet(found, catalogue, table.rows, build="b", link="l")
    assert made_.rows["id"].tolist() == [r.spine.indicator.id for r in table.rows]
    by_id = made_.rows.set_index("id")
    assert by_id.loc["utfall", "value"] == pytest.approx(value("utfall", FIRST, 2022))
    assert by_id.loc["utfall", "value2"] == pytest.approx(value("utfall", ODD, 2022))
    assert by_id.loc["folk", "note"] == AMOUNT
    assert ("Länk", "l") in made_.about
    assert made_.rows["source"].str.len().min() > 0
    assert list(made_.columns) == list(made_.rows.columns)


def test_the_head_leaves_out_what_the_place_names_no_measure_for(many, built):
    found = facts(many, many.catalogue(), built, "9102")
    assert (found.people, found.ages, found.small) == (None, (), "")
    assert found.part == "Norra, länsdel"
    assert len(found.alike) > 3
    assert SMALL == 10_000


def test_places_are_kommuner_in_swedish_order_and_then_lansdelar(many):
    found = [*places(many.catalogue()).values()]
    assert [p.is_part for p in found] == [False] * 20 + [True]


def test_the_picture_draws_neighbours_as_one_stroke_and_nothing_without_values():
    assert spine((), (), (None,), (None, None), LIGHT).parts == ()
    one = spine((1.0, 1.0, 1.001, 2.0), (1.0,), (Mark(1.5),), (1.2, None), LIGHT)
    assert one.place.startswith("data:image/svg+xml,")
    assert '"' not in one.place + one.ground
    assert one.place.count("circle") == 1
    assert "M10 16H301' stroke-dasharray='1 279 1 10'" in one.ground
    many_ = spine([n / 10 for n in range(2000)], (), (None,), (None, None), LIGHT)
    assert len(many_.place + many_.ground) < 900  # every pixel has a kommun, so they are one stroke


def test_what_is_the_same_for_every_place_is_drawn_apart_unless_the_place_stretches_the_scale():
    everyone, ours = (1.0, 2.0, 3.0), (1.0, 2.0)
    one, other = (spine(everyone, ours, (Mark(v),), (2.5, 2.0), LIGHT) for v in (1.0, 2.0))
    assert one.ground == other.ground
    assert one.place != other.place
    wide = spine(everyone, ours, (Mark(1.0, Interval(0.5, 1.5)),), (2.5, 2.0), LIGHT)
    assert one.apart
    assert not wide.apart
    assert wide.ground == one.ground
    assert "stroke-dasharray" in wide.place
