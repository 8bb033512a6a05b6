"""The grey lines that are computed from many places, and the comparisons that say nothing here."""

from statistics import fmean, median

import pytest

from rus.store.store import Store
from rus.views.beside import AMOUNT, NO_GOAL, alike
from rus.views.choice import Choice, comparisons, read_choice
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.structure import ONLY_KOMMUNER, structure
from tests.views import many_kommuner
from tests.views.many_kommuner import KOMMUNER, YEARS, value


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("beside") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return many_kommuner.opened(root)


def see(many: Store, comparison: str, region: str = "9110", indicator: str = "utfall", chart: str = "linje"):
    catalogue = many.catalogue()
    near = alike(structure(many, catalogue), catalogue, region)
    choice = Choice(indicator=indicator, regions=(region,), comparison=comparison, chart=chart)
    return indicator_view(many, catalogue, choice, Cut(alike=near)), near


def grey(view: IndicatorView) -> dict[str, list[float]]:
    return {line.label: [p.value for p in line.points] for line in view.picture.lines if line.role == "context"}


def test_the_unweighted_mean_counts_every_kommun_the_same(many):
    view, _ = see(many, "ovagt")
    wanted = [fmean(value("utfall", k, year) for k in KOMMUNER) for year in YEARS]
    assert grey(view) == {"Ovägt medel": pytest.approx(wanted)}
    assert "Grått: Ovägt medel." in view.subtitle
    assert any("varje kommun räknas lika" in note for note in view.notes)
    assert view.table.columns == ("Kommun 9110", "Ovägt medel")


def test_a_county_stands_beside_the_mean_of_counties(many):
    view, _ = see(many, "ovagt", region="91")
    wanted = [fmean(value("utfall", c, year) for c in ("91", "92", "93")) for year in YEARS]
    assert grey(view) == {"Ovägt medel": pytest.approx(wanted)}


def test_the_similar_kommuners_median_is_a_line_and_rows_in_the_file(many):
    view, near = see(many, "liknande")
    wanted = [median(value("utfall", k, year) for k in near.codes) for year in YEARS]
    assert grey(view) == {"Liknande kommuner": pytest.approx(wanted)}
    made = view.rows[view.rows["region"] == "Liknande kommuner"]
    assert made["value"].tolist() == pytest.approx(wanted)
    assert set(made["region_name"]) == {"Liknande kommuner, median"}
    assert view.source.startswith("Källa: ")


def test_a_period_that_few_have_is_left_out_of_the_line(many):
    view, _ = see(many, "ovagt", indicator="fa")
    assert [p.period for line in view.picture.lines if line.role == "context" for p in line.points] == [
        "2019",
        "2020",
        "2021",
    ]


@pytest.mark.parametrize(
    ("comparison", "region", "indicator", "why"),
    [
        ("liknande", "91", "utfall", ONLY_KOMMUNER),
        ("liknande", "9110", "folk", AMOUNT),
        ("ovagt", "9110", "folk", AMOUNT),
        ("mal", "9110", "utfall", NO_GOAL),
        ("mal", "91", "slump", NO_GOAL),
    ],
)
def test_what_says_nothing_here_is_marked_and_says_why(many, comparison, region, indicator, why):
    view, _ = see(many, comparison, region, indicator)
    assert grey(view) == {}
    assert next(o.reason for o in view.comparisons if o.id == comparison) == why
    assert any(note.endswith(why) for note in view.notes)


@pytest.mark.parametrize("comparison", ["foregaende", "mal"])
def test_what_is_no_line_says_where_it_stands(many, comparison):
    view, _ = see(many, comparison, "91")
    assert grey(view) == {}
    assert any("under diagrammet" in note for note in view.notes)


def test_rankings_say_nothing_of_the_comparison(many):
    view, _ = see(many, "liknande", chart="rangordning")
    assert not any("Liknande" in note for note in view.notes)


def test_every_comparison_can_stand_in_an_address(many):
    catalogue = many.catalogue()
    assert list(comparisons(catalogue)) == [
        *("ingen", "riket", "ovagt", "grannar", "liknande", "foregaende", "mal", "grupper"),
    ]
    for wanted in comparisons(catalogue):
        assert read_choice({"jmf": wanted}, catalogue).comparison == wanted
    assert read_choice({"jmf": "finns-ej"}, catalogue).dropped == ("jmf=finns-ej",)


def test_the_files_hold_the_computed_line(many):
    from rus.exports.csv import csv_machine
    from rus.exports.xlsx import xlsx
    from rus.views.sheet import sheet_of

    view, _ = see(many, "liknande")
    made = sheet_of(view.rows, many.catalogue(), view.choice, title="Utfall", build="prov")
    text = csv_machine(made).decode()
    assert text.count("Liknande kommuner, median") == len(YEARS)
    assert xlsx(made)[:2] == b"PK"
