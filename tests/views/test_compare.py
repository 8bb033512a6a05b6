"""One value beside everything else, in sixty kommuner made by rule."""

import math
from dataclasses import replace
from statistics import fmean, median

import pytest

from rus.analysis.comparison import Rank, Readings
from rus.analysis.similar import similar
from rus.store.store import Store
from rus.views.beside import AMOUNT
from rus.views.compare import NOT_COUNTRY, ONLY_OF_KOMMUNER, compare
from rus.views.compare_question import Asked, Compared
from rus.views.compare_sheet import COLUMNS, compare_sheet
from rus.views.compare_words import in_words
from rus.views.structure import NO_FEATURES, ONLY_KOMMUNER, Structure, structure
from tests.views import many_kommuner
from tests.views.many_kommuner import KOMMUNER, ODD, value


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("many") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.delenv("RUS_HOME", raising=False)
        return many_kommuner.opened(root)


@pytest.fixture(scope="module")
def built(many: Store) -> Structure:
    return structure(many, many.catalogue())


def see(many: Store, built: Structure, indicator: str, region: str = "9110", **more) -> Compared:
    return compare(many, many.catalogue(), built, Asked(indicator, region, **more))


def one(found: Compared, wanted: str):
    return next(a for a in found.against if a.id == wanted)


def test_the_structure_is_the_newest_figures_with_sizes_as_ratios(built):
    assert built.near() == (2022, 2022, 2022)
    assert built.near(2019) == (2019, 2019, 2019)
    row = built.table()["9110"]
    folk, *others = (value(m, "9110", 2022) for m in ("folk", "unga", "inkomst"))
    assert row == pytest.approx((math.log(folk), *others))
    assert built.value(0, "9110") == value("folk", "9110", 2022)
    assert len(built.table(without="lon")["9110"]) == 2
    assert built.apart(2026) == 4


def test_similar_kommuner_are_those_of_the_rule(built):
    places = {
        k: (math.log(value("folk", k, 2022)), value("unga", k, 2022), value("inkomst", k, 2022)) for k in KOMMUNER
    }
    assert built.alike("9110").codes == similar("9110", places, (1, 1, 1)).codes
    assert built.alike("9110") is built.alike("9110")


def test_a_kommun_beside_country_mean_similar_and_its_own_past(many, built):
    found = see(many, built, "utfall")
    mine = value("utfall", "9110", 2022)
    every = [value("utfall", k, 2022) for k in KOMMUNER]
    assert one(found, "riket").value == value("utfall", "00", 2022)
    assert one(found, "lanet").value == value("utfall", "91", 2022)
    assert one(found, "ovagt").value == pytest.approx(fmean(every))
    near = [value("utfall", k, 2022) for k in built.alike("9110").codes]
    assert one(found, "liknande").value == pytest.approx(median(near))
    assert (one(found, "liknande").middle.lowest, one(found, "liknande").middle.have) == (pytest.approx(min(near)), 7)
    assert one(found, "foregaende").apart.value == pytest.approx(1)
    assert one(found, "mal").reason == "Målen gäller länet."
    for against in found.against:
        if against.value is not None:
            assert against.apart.value == pytest.approx(mine - against.value)
    assert found.rank == Rank(1 + sum(v > mine for v in every), 0, 60, 60)


def test_verdicts_come_from_the_own_interval_and_are_absent_without_n(many, built):
    known, unknown = see(many, built, "utfall", ODD), see(many, built, "slump")
    assert one(known, "riket").apart.verdict == "higher"
    assert one(known, "riket").apart.interval.lower > 0
    assert one(unknown, "riket").apart.verdict == "not_assessed"


def test_what_is_far_from_its_expectation_is_found_and_the_rest_is_not(many, built):
    odd = see(many, built, "utfall", ODD)
    assert odd.expectation.verdict == "above"
    assert odd.expectation.residual == pytest.approx(25, abs=3)
    assert odd.places == 60
    verdicts = [see(many, built, "utfall", k).expectation.verdict for k in KOMMUNER if k != ODD]
    assert verdicts.count("as_expected") >= 55


def test_a_measure_never_foretells_itself_or_its_like(many, built):
    assert see(many, built, "lon").explained < 0.2
    assert "säger lite" in " ".join(words(many, built, see(many, built, "lon")).careful)
    assert see(many, built, "inkomst").explained < 0.2


def test_the_county_is_read_both_ways_beside_its_set(many, built):
    found = see(many, built, "utfall", "91")
    names = [a.name for a in found.against if a.id == "lan"]
    assert names == ["Län 92", "Län 93"]
    assert one(found, "grannar").value == pytest.approx(fmean([value("utfall", c, 2022) for c in ("92", "93")]))
    assert one(found, "mal").value == 60
    assert one(found, "mal").when == "2030"
    [(name, read)] = found.sets
    others = [value("utfall", c, 2022) for c in ("92", "93")]
    beaten = sum(value("utfall", "91", 2022) > o for o in others)
    assert (name, read.beaten, read.of, read.each) == ("Grannar", beaten, 2, beaten == 2)
    assert isinstance(read, Readings)
    assert found.expectation.reason == ONLY_OF_KOMMUNER
    assert found.similar.reason == ONLY_KOMMUNER


def test_nothing_is_compared_over_a_break_or_between_amounts(many, built):
    broken = one(see(many, built, "brutet"), "foregaende")
    assert broken.apart is None
    assert "2022" in broken.reason
    amounts = see(many, built, "folk")
    assert {a.reason for a in amounts.against if a.id in {"riket", "ovagt", "liknande"}} == {AMOUNT}
    assert amounts.expectation.reason == AMOUNT
    assert one(see(many, built, "utfall", "00"), "riket").reason == NOT_COUNTRY


def test_a_period_that_few_have_says_which_more_have(many, built):
    found = see(many, built, "fa")
    assert (found.period, found.fuller) == ("2022", "2021")
    assert one(found, "ovagt").value is None
    assert "10 av 60" in one(found, "ovagt").reason
    assert any("2021" in line for line in words(many, built, found).refused)
    earlier = see(many, built, "fa", last=2021)
    assert one(earlier, "ovagt").value is not None


def words(many: Store, built: Structure, found: Compared, wanted: str = ""):
    return in_words(found, many.catalogue(), built, wanted)


def test_the_words_name_the_value_the_unit_and_the_chosen_row(many, built):
    said = words(many, built, see(many, built, "utfall", ODD), "liknande")
    assert said.subtitle.startswith("Kommun 9105 2022: ")
    assert said.subtitle.endswith("i procentenheter.")
    assert [row.header for row in said.table.rows if row.marked] == ["Liknande kommuner"]
    assert said.place[0].startswith("Plats 1 av 60 kommuner")
    assert said.expected[0].endswith(": högre än väntat.")
    assert "av 60 kommuner hamnar utanför" in said.careful[-1]
    assert said.alike.table.rows[0].header == "Kommun 9105"
    assert len(said.alike.table.rows) == 8
    assert [label for label, _ in said.alike.features] == ["Folkmängd", "Unga", "Inkomst"]


def test_a_place_without_a_figure_has_nothing_to_compare(many, built):
    found = see(many, built, "fa", "92", last=2018)
    assert (found.value, found.against) == (None, ())
    assert "ingen siffra" in words(many, built, found).subtitle


def test_the_file_holds_what_is_seen(many, built):
    found = see(many, built, "utfall", ODD)
    made = compare_sheet(found, many.catalogue(), built, build="prov")
    assert list(made.rows.columns) == list(COLUMNS)
    by_name = made.rows.set_index("what")
    assert by_name.loc["Riket", "other"] == pytest.approx(one(found, "riket").value)
    assert all(v == round(v, 6) for v in made.rows["difference"].dropna())
    assert by_name.loc["Plats", "note"].startswith("Plats 1 av 60")
    assert by_name.loc["Målet", "note"] == "Målen gäller länet."
    assert by_name.loc["Väntat värde", "other"] == pytest.approx(found.expectation.expected)
    assert sum(name.startswith("Liknande kommun: ") for name in made.rows["what"]) == 7
    assert ("Region", "Kommun 9105") in made.about


def test_a_place_whose_files_name_no_features_says_so(county):
    built = structure(county, county.catalogue())
    assert built.reason == NO_FEATURES
    found = compare(county, county.catalogue(), built, Asked("stiger", "9101"))
    assert one(found, "liknande").reason == NO_FEATURES
    assert found.expectation.reason == NO_FEATURES
    assert in_words(found, county.catalogue(), built).alike.told == (NO_FEATURES,)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (Readings(4, 4, each=True, mean=True), "Län: bättre än alla 4 och bättre än deras medelvärde."),
        (
            Readings(0, 4, each=False, mean=False),
            "Län: inte bättre än någon av 4 och inte bättre än deras medelvärde.",
        ),
        (
            Readings(3, 4, each=False, mean=True),
            "Län: bättre än 3 av 4, alltså inte alla, men bättre än deras medelvärde.",
        ),
        (
            Readings(2, 4, each=False, mean=False),
            "Län: bättre än 2 av 4, alltså inte alla, och inte bättre än deras medelvärde.",
        ),
    ],
)
def test_both_readings_are_said_in_one_sentence(many, built, read, text):
    found = replace(see(many, built, "utfall", "91"), sets=(("Län", read),))
    assert words(many, built, found).place[-1] == text


def test_the_interval_stands_under_the_name_and_never_looks_like_none(many, built):
    rows = {row.header: row for row in words(many, built, see(many, built, "utfall", ODD)).table.rows}
    assert "Intervall +" in rows["Riket"].below
    assert rows["Riket"].cells[2].text == "Säkert högre"
    assert "Intervall" not in rows["Mätningen före, 2021"].below
