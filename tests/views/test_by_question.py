"""The charts by question on figures that are known beforehand: values are the table's, and nothing is made up."""

from pathlib import Path

import pandas as pd
import pytest

from rus.store.store import Store
from rus.views.choice import Choice, default_choice
from rus.views.empty import Empty
from rus.views.heat import heat
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.lines import Line, Point
from rus.views.pictures import Picture
from rus.views.revised import with_revised
from tests.store.content import write_content
from tests.views import equal_county


@pytest.fixture(scope="module")
def equal(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root: Path = tmp_path_factory.mktemp("lika") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return equal_county.opened(root)


def see(county: Store, indicator: str, cut: Cut | None = None, **choices: object) -> IndicatorView:
    choice = default_choice(county.catalogue()).with_(indicator=indicator, **choices)
    return indicator_view(county, county.catalogue(), choice, cut or Cut())


def cells(view: IndicatorView) -> dict[str, list[str]]:
    return {row.header: [cell.text for cell in row.cells] for row in view.table.rows}


def test_two_years_are_the_ends_with_women_before_men(county):
    view = see(county, "stiger", sexes=("women", "men"), chart="tva-ar", comparison="ingen")
    assert [move.role for move in view.told.values.moves] == ["women", "men"]
    assert cells(view) == {"Kvinnor": ["39,0", "52,0", "+13,0"], "Män": ["43,0", "56,0", "+13,0"]}
    assert set(view.rows["period"]) == {"2010", "2023"}
    assert "oförändrat" in view.title
    assert "Åren emellan visas inte" in view.subtitle


def test_two_years_begin_after_the_newest_break(county):
    view = see(county, "kort", chart="tva-ar")
    assert (view.told.values.before, view.told.values.after) == ("2021", "2023")
    assert "brott" in view.notes[-1]


def test_one_year_alone_is_no_pair(county):
    view = see(county, "stiger", chart="tva-ar", years=(2015, 2015))
    assert isinstance(view.empty, Empty)
    assert view.table is None
    assert view.rows.empty


def test_the_one_who_moved_most_is_named(county):
    view = see(county, "stiger", chart="tva-ar", regions=("9101", "9102"), comparison="ingen")
    assert view.title == "Örby ökade mest: 13,0\u00a0procentenheter 2010–2023"


def test_tiles_hold_every_kommun_on_one_scale_with_the_county_in_each(county):
    view = see(county, "stiger", chart="rutor")
    found = view.told.values
    assert [tile.name for tile in found.tiles] == ["Örby", "Åby", "Ekeby"]
    assert [(tile.column, tile.row) for tile in found.tiles] == [(1, 1), (2, 1), (1, 2)]
    assert found.county.label == "Ödeläns län"
    drawn = [p.value for tile in found.tiles if tile.line for p in tile.line.points]
    assert found.axis[0] <= min(drawn)
    assert max(drawn) <= found.axis[1]
    newest = cells(view)["2023"]
    last = {tile.name: f"{tile.line.last.value:.1f}".replace(".", ",") for tile in found.tiles if tile.line}
    assert newest[:-1] == [last[name] for name in ("Ekeby", "Åby", "Örby")]


def test_tiles_are_broken_at_a_break_and_say_so(county):
    view = see(county, "kort", chart="rutor")
    assert all(len(tile.line.parts) == 2 for tile in view.told.values.tiles)
    assert any("Brott 2021" in note for note in view.notes)


def test_the_difference_is_ours_minus_theirs_and_is_what_the_table_says(county):
    view = see(county, "stiger", Cut(scale="skillnad"))
    assert view.scale == "skillnad"
    assert {round(p.value, 6) for p in view.picture.lines[0].points} == {1.0}
    assert set(map(tuple, cells(view).values())) == {("1,0",)}
    assert "skillnad mot riket i procentenheter" in view.subtitle
    assert view.table.caption.endswith("skillnad mot riket i procentenheter")
    assert view.picture.mark is None
    assert "1,0\u00a0procentenheter över riket 2023" in view.title


def test_without_one_place_to_compare_with_there_is_no_difference(county):
    view = see(county, "stiger", Cut(scale="skillnad"), comparison="ingen")
    assert view.scale == "varde"
    assert next(o for o in view.scales if o.id == "skillnad").reason


def test_an_index_begins_after_the_newest_break_and_names_its_year(county):
    view = see(county, "kort", Cut(scale="index"))
    assert view.picture.base == 2021
    assert "index 2021 = 100" in view.subtitle
    assert cells(view)["2021"] == ["100,0", "100,0"]
    assert "procent" in view.title
    assert "100" not in view.title


def test_a_strip_is_shown_only_where_every_kommun_has_a_figure(county):
    view = see(county, "stiger", chart="spridning")
    assert view.empty is None
    assert len(view.places.everyone) == len(view.places.shown) == 4
    assert view.title.startswith("Stiger: ")
    assert "av länets 3 kommuner" in view.title
    assert [option.id for option in view.scopes] == ["kommuner", "lan"]


def test_a_county_has_its_place_among_counties(county):
    view = see(county, "stiger", Cut(scope="lan"), chart="spridning")
    assert "plats" in view.title
    assert "av 2 län" in view.title


def test_amounts_are_not_spread_or_held_against_others(equal):
    reasons = {o.id: o.reason for o in see(equal, "mangd").options.charts}
    assert reasons["spridning"] == reasons["samband"] != ""
    assert see(equal, "mangd", chart="samband").empty.why == reasons["samband"]
    assert not reasons["linje"]


def test_two_measures_hold_only_places_with_both_and_name_the_medians(county):
    view = see(county, "stiger", Cut("kommuner", other="faller"), chart="samband")
    found = view.told.values
    assert found.other == "faller"
    assert found.together.n == len(found.dots) == 4
    assert "median" in view.subtitle
    assert any("orsakar" in note for note in view.notes)
    assert "behövs minst 10" in " ".join(view.notes)
    by_name = cells(view)
    assert all(f"{dot.x:.1f}".replace(".", ",") == by_name[dot.name][0] for dot in found.dots)
    assert set(view.rows["indicator"]) == {"stiger", "faller"}


def test_an_unknown_other_measure_is_replaced(county):
    assert see(county, "stiger", Cut("kommuner", other="finns-ej"), chart="samband").told.values.other != "finns-ej"


def test_the_overview_says_certain_differences_only_where_n_is_known(equal):
    found = heat(equal, equal.catalogue(), Choice(indicator="jobb"), ["jobb", "enkat-utan"])
    names = [column.indicator for column in found.values.columns]
    assert names == ["jobb", "enkat-utan"]
    kinds = [[cell.kind for cell in line] for line in found.values.cells]
    assert {line[1] for line in kinds} == {"unknown"}
    assert {line[0] for line in kinds} <= {"better", "worse", "same"}
    texts = [[cell.text for cell in row.cells] for row in found.table.rows]
    for line, row in zip(found.values.cells, texts, strict=True):
        assert all(shown.startswith(cell.text) for cell, shown in zip(line, row, strict=True))


def test_an_overview_without_figures_says_why(county):
    view = see(county, "onskad", chart="oversikt")
    assert view.empty.why
    assert view.told is None
    found = heat(county, county.catalogue(), Choice(indicator="onskad"), ["onskad"])
    assert isinstance(found, Empty)


def test_a_revised_figure_is_marked_and_no_other():
    points = (Point("2020", 2020.0, 1.0), Point("2021", 2021.0, 2.0))
    drawn = Picture((Line("91/total", "Länet", "ours", 0, (points,)),))
    rows = pd.DataFrame([{"region": "91", "sex": "total", "grp": "total", "period": "2021"}])
    marked = with_revised(drawn, rows, "total").lines[0]
    assert [p.revised for p in marked.points] == [False, True]
    assert with_revised(drawn, rows, "age.65+").lines[0].points == points


def test_a_protected_figure_is_said_to_be_protected_and_never_drawn(tmp_path_factory):
    root: Path = tmp_path_factory.mktemp("skyddad") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        content = write_content(root)
        frame = pd.read_parquet(content.seed)
        frame["status"] = None
        hidden = (frame["region"] == "9101") & (frame["period"] == "2023") & (frame["series"] == "kolada:N00002")
        assert hidden.any()
        frame.loc[hidden, ["value", "status"]] = [None, "skyddad"]
        content.figures(frame)
        store = content.open()
    view = see(store, "sysselsatta", chart="rutor")
    column = list(view.table.columns).index("Örby")
    newest = next(row for row in view.table.rows if row.header == "2023").cells[column]
    assert (newest.text, newest.words) == ("..", "för få personer, skyddad uppgift")
    told = heat(store, store.catalogue(), Choice(indicator="sysselsatta"), ["sysselsatta"])
    mine = {name: line[0] for (_, name), line in zip(told.values.places, told.values.cells, strict=True)}
    assert (mine["Örby"].value, mine["Örby"].why) == (None, "för få personer, skyddad uppgift")
    assert mine["Åby"].value is not None


def test_words_that_are_no_names_are_small_inside_a_sentence():
    from rus.views.against import inside

    assert [inside(name) for name in ("Riket", "Ovägt medel", "Liknande kommuner", "Åby")] == [
        *("riket", "ovägt medel", "liknande kommuner", "Åby")
    ]
