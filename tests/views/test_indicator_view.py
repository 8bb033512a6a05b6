"""What Utforska shows of one indicator, in a county small enough to know by heart."""

import pytest

from rus.store.store import Store
from rus.views.choice import Choice, default_choice
from rus.views.indicator import Cut, indicator_view
from rus.views.lines import Point, split
from rus.views.regions import expand, region_options
from rus.views.search import index, search
from tests.store.content import VOTES, write_content


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("utforska") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return write_content(root).open()


GROUPS = """
[[series]]
loader = "kolada"
id = "N00001"
group = { age = "16-24" }

[[series]]
loader = "kolada"
id = "N00002"
group = { age = "65+" }
"""


@pytest.fixture(scope="module")
def content_with_groups(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("grupper") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        content = write_content(root)
        content.write("indicators/befolkning/valdeltagande.toml", VOTES + GROUPS)
        return content.open()


def see(small: Store, indicator: str, cut: Cut | None = None, **choices):
    choice = default_choice(small.catalogue()).with_(indicator=indicator, **choices)
    return indicator_view(small, small.catalogue(), choice, cut or Cut())


def test_the_rows_are_exactly_the_lines_of_the_picture(small):
    view = see(small, "sysselsatta", sexes=("women", "men"))
    drawn = {(line.key, p.period, p.value) for line in view.picture.lines for p in line.points}
    rows = {(f"{r.region}/{r.sex}", r.period, r.value) for r in view.rows.itertuples()}
    assert drawn == rows
    assert {line.label for line in view.picture.lines} == {"Kvinnor", "Män", "Riket, kvinnor", "Riket, män"}


def test_the_years_bound_rows_picture_and_table(small):
    view = see(small, "sysselsatta", years=(2020, 2022))
    assert sorted(view.rows["year"].unique()) == [2020, 2021, 2022]
    assert [row.header for row in view.table.rows] == ["2022", "2021", "2020"]
    assert view.periods == tuple(range(2018, 2024))


def test_a_sex_that_is_not_published_is_replaced_and_explained(small):
    view = see(small, "valdeltagande", sexes=("women", "men"))
    assert view.choice.sexes == ("total",)
    assert ("Kön", view.options.sexes[0].reason) in view.options.explain
    assert view.empty is None


def test_a_group_the_indicator_does_not_know_is_replaced(small):
    assert see(small, "invanare", group="background.born_abroad").choice.group == "total"


def test_a_wanted_indicator_says_why_there_is_nothing(small):
    view = see(small, "onskad")
    assert "data saknas" in view.empty.what
    assert view.empty.why == "Ingen mäter."
    assert view.options.explain == ()
    assert view.rows.empty
    assert view.picture is None


def test_years_without_figures_say_which_years_have_them(small):
    view = see(small, "sysselsatta", years=(1990, 1995))
    assert view.empty.what == "Inga siffror för 1990–1995"
    assert "2018–2023" in view.empty.why


def test_a_ranking_holds_the_county_and_the_country_beside_the_kommuner(small):
    view = see(small, "sysselsatta", chart="rangordning", years=(2018, 2022))
    assert view.places.period == "2022"
    assert [place.name for place in view.places.shown] == ["Ekeby", "Åby", "Örby"]
    assert [name for name, _ in view.places.beside] == ["Ödeläns län", "Riket"]
    assert view.places.ranked == 4
    assert set(view.rows["region_name"]) == {"Ekeby", "Åby", "Örby", "Ödeläns län", "Riket"}
    assert view.title == "Ekeby ligger 2,0\u00a0procentenheter över Örby 2022"


def test_a_map_is_shown_only_when_every_place_has_a_figure(small):
    whole = see(small, "sysselsatta", chart="karta", years=(2018, 2023))
    assert whole.empty is None
    missing = see(small, "sysselsatta", chart="karta", years=(2018, 2019))
    assert missing.empty.why == "Uppgift saknas för Ekeby 2019."


def test_amounts_have_no_map(small):
    view = see(small, "invanare", chart="karta")
    assert "andelar" in view.empty.why


def test_amounts_of_unlike_places_are_an_index_unless_the_reader_wants_the_amount(small):
    view = see(small, "invanare")
    assert view.picture.base == 2018
    assert {line.points[0].value for line in view.picture.lines} == {100.0}
    assert "index 2018 = 100" in view.subtitle
    assert (view.table.rows[-1].cells[0].text, view.table.caption) == ("100,0", "Invånare, index 2018 = 100")
    amount = see(small, "invanare", Cut(scale="varde"))
    assert amount.picture.base is None
    assert amount.table.rows[-1].cells[0].text == "4\u00a0018,0"


def test_counties_can_be_ranked(small):
    view = see(small, "sysselsatta", Cut(scope="lan"), chart="rangordning")
    assert [place.name for place in view.places.shown] == ["Åns län", "Ödeläns län"]


def test_too_many_lines_are_cut_and_a_comparison_that_does_not_fit_is_left_out(small):
    codes = tuple(small.catalogue().regions)
    view = see(small, "sysselsatta", regions=codes, sexes=("women", "men"), comparison="ingen")
    assert len(view.picture.lines) == 12
    assert "14 linjer blir för många" in view.notes[0]
    assert len(view.rows[["region", "sex"]].drop_duplicates()) == 12


def test_every_figure_leads_to_its_fetch(small):
    view = see(small, "sysselsatta")
    assert [dict(fetch.pairs)["Ägare"] for fetch in view.fetches] == ["Provbyrån"]
    assert view.source.startswith("Källa: Provbyrån via Kolada N00001")
    assert "Uttaget 30 augusti 2024" in view.source


def test_the_newest_year_is_hollow_where_it_may_change(small):
    view = see(small, "sysselsatta")
    assert view.picture.ours[0].last.provisional
    assert view.table.rows[0].cells[0].text.endswith("\u00a0p")


def test_election_years_are_joined_but_a_missing_year_is_not(small):
    votes, jobs = (small.catalogue().indicators[name] for name in ("valdeltagande", "sysselsatta"))
    points = [Point(str(year), float(year), 80.0) for year in (2018, 2022)]
    assert [len(part) for part in split(points, votes)[0]] == [2]
    assert [len(part) for part in split(points, jobs)[0]] == [1, 1]
    hole = [Point(str(year), float(year), 80.0) for year in (2015, 2016, 2018, 2019)]
    assert split(hole, jobs)[1] == []


def test_a_rhythm_of_several_years_is_told_apart_from_holes(small):
    jobs = small.catalogue().indicators["sysselsatta"]
    points = [Point(str(year), float(year), 1.0) for year in (1990, 2000, 2005, 2010, 2011, 2012)]
    assert [(a.period, b.period) for a, b in split(points, jobs)[1]] == [
        ("1990", "2000"),
        ("2000", "2005"),
        ("2005", "2010"),
    ]


@pytest.mark.parametrize("wanted", ["sysselsatta", "N00003", "SYSSEL", "arbete syssel"])
def test_an_indicator_is_found_by_name_source_id_and_theme(small, wanted):
    assert next(e.id for e in search(index(small, small.catalogue()), wanted)) == "sysselsatta"


def test_the_list_says_what_an_indicator_offers(small):
    captions = {entry.id: entry.caption for entry in index(small, small.catalogue())}
    assert captions["sysselsatta"] == "2018–2023 · kön · kommun · ålder · bakgrund"
    wanted = small.catalogue().indicators["onskad"]
    assert captions["onskad"] == f"går inte att visa ännu · {wanted.missing}"


def test_shortcuts_become_kommuner_in_swedish_order(small):
    catalogue = small.catalogue()
    assert [catalogue.name(c) for c in expand(catalogue, ["alla-kommuner"])] == ["Ekeby", "Åby", "Örby"]
    assert expand(catalogue, ["lansdel-norra", "9102", "91"]) == ("9102", "91")
    assert [o.id for o in region_options(small, catalogue)][:4] == ["alla-kommuner", "lansdel-norra", "91", "9103"]


def test_a_choice_of_nothing_known_still_shows_something(small):
    view = indicator_view(
        small, small.catalogue(), Choice(indicator="sysselsatta", regions=("9101",), comparison="grannar")
    )
    assert [line.label for line in view.picture.lines] == ["Åns län", "Örby"]


def test_the_other_groups_of_the_same_ground_can_stand_beside_the_chosen_one(content_with_groups):
    view = see(content_with_groups, "valdeltagande", group="age.16-24", comparison="grupper")
    assert {line.label: line.role for line in view.picture.lines} == {
        "65 år och äldre": "context",
        "16–24 år": "ours",
    }
    assert set(view.rows["group"]) == {"age.16-24", "age.65+"}
    assert "Grått: 65 år och äldre." in view.subtitle
    assert view.title == "65 år och äldre ligger 0,5\u00a0procentenheter över 16–24 år 2022"
    alone = see(content_with_groups, "valdeltagande", comparison="grupper")
    assert "Välj en grupp" in alone.notes[0]


def test_a_table_has_room_for_more_than_twelve_lines(small):
    codes = tuple(small.catalogue().regions)
    view = see(small, "sysselsatta", regions=codes, sexes=("women", "men"), comparison="ingen", chart="tabell")
    assert len(view.table.columns) == 14
    assert len(view.rows[["region", "sex"]].drop_duplicates()) == 14


def test_an_indicator_whose_total_is_not_here_yet_shows_the_first_group_that_is(tmp_path, monkeypatch):
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "content"))
    monkeypatch.delenv("RUS_HOME", raising=False)
    content = write_content(tmp_path / "content")
    content.change(lambda figures: figures[~figures["series"].isin(["kolada:N00001", "kolada:N00002"])])
    view = see(content.open(), "sysselsatta")
    assert view.choice.group == "age.16-24"
    assert view.empty is None
    assert ("Alla", view.options.groups[0].reason) in view.options.explain
