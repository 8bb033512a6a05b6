"""The catalogue's card and list, the review and the look-alikes, on the county that is known by heart."""

from datetime import date

import pytest

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator, Review
from rus.store.store import Store
from rus.texts.kinds import Decision, IndicatorReview, Slide, Story
from rus.views.catalogue_card import sections
from rus.views.catalogue_list import TRAITS, Asked, narrowed, traits
from rus.views.catalogue_sheets import alike_sheet, catalogue_sheet, decisions_sheet
from rus.views.criteria import FEW, scores
from rus.views.known import Known, known
from rus.views.redundancy import PLACES, YEARS, Measured, measured, redundancy
from rus.views.review import (
    NO_DATE,
    NO_PROPOSAL,
    NO_SUCCESSOR,
    STAGES,
    KeptReview,
    board,
    of_file,
    problem,
    reviewed,
    score_rows,
)
from rus.views.search import index, search
from rus.views.usage import shows, usage

TODAY = date(2025, 6, 15)


@pytest.fixture(scope="module")
def catalogue(county: Store) -> Catalogue:
    return county.catalogue()


@pytest.fixture(scope="module")
def found(county: Store, catalogue: Catalogue) -> dict[str, Known]:
    return known(county, catalogue)


def changed(indicator: Indicator, **fields: object) -> Indicator:
    return indicator.model_copy(update=fields)


def test_what_the_figures_know_is_what_is_in_the_store(county, catalogue, found):
    assert set(found) == {"stiger", "faller", "kort", "andel"}
    one = found["stiger"]
    assert (one.first_year, one.newest, one.points, one.ours) == (2010, "2023", 14, 3)
    assert one.sexes == {"women", "men", "total"}
    assert (one.regions["riket"], one.regions["lan"], one.regions["kommun"]) == (1, 2, 4)
    assert found["kort"].points == 3
    assert found["faller"].sexes == {"total"}
    assert one.least_n is None


def test_the_figures_fill_in_what_they_can_tell(catalogue, found):
    told = scores(catalogue, catalogue.indicators["stiger"], found["stiger"], TODAY)
    assert [told[c].value for c in ("aktualitet", "kon", "kommun", "robust")] == [2, 2, 2, 2]
    assert [told[c].value for c in ("relevans", "paverkan", "begriplig")] == [None, None, None]
    assert "slutade för 18 månader sedan" in told["aktualitet"].reason
    short = scores(catalogue, catalogue.indicators["kort"], found["kort"], TODAY)["robust"]
    assert (short.value, short.reason) == (0, "Bara 3 år sedan brottet 2021")
    assert found["kort"].points < FEW


@pytest.mark.parametrize(
    ("today", "value"), [((2025, 12, 1), 2), ((2026, 1, 1), 1), ((2027, 12, 1), 1), ((2028, 1, 1), 0)]
)
def test_figures_grow_old(catalogue, found, today, value):
    assert scores(catalogue, catalogue.indicators["stiger"], found["stiger"], date(*today))["aktualitet"].value == value


def test_without_figures_only_people_can_tell(catalogue):
    told = scores(catalogue, catalogue.indicators["onskad"], None, TODAY)
    assert {score.value for score in told.values()} == {None}


def test_a_measure_without_sex_is_told_apart_from_one_whose_sex_is_not_fetched(catalogue, found):
    one = catalogue.indicators["faller"]
    assert scores(catalogue, one, found["faller"], TODAY)["kon"].value == 1
    ended = [s.model_copy(update={"sexes": ["total"]}) for s in one.series]
    assert scores(catalogue, changed(one, series=ended), found["faller"], TODAY)["kon"].value == 0


def test_the_card_says_what_is_known_and_why_the_rest_is_not(catalogue, found):
    made = sections(catalogue, catalogue.indicators["faller"], found["faller"], TODAY)
    said = {name: words for section in made for name, words in section.pairs}
    assert said["Definition"] == "Ett prov."
    assert said["Önskad riktning"] == "Högre är bättre"
    assert said["Serier"] == "Kolada N10002"
    assert said["Senaste period"] == "2023"
    assert said["Periodens slut"] == "för 18 månader sedan"
    assert said["Platser"] == "riket, 2 län och 4 kommuner; 3 av länets 3 kommuner"
    assert said["Nivå"].startswith("Minst 60,0")
    assert "basår 2010" in said["Nivå"]
    assert all(words for section in made for _, words in section.pairs)
    wanted = sections(catalogue, catalogue.indicators["onskad"], None, TODAY)
    assert catalogue.indicators["onskad"].missing in {words for s in wanted for _, words in s.pairs}


def test_the_list_is_narrowed_by_everything_at_once(county, catalogue, found):
    entries = index(county, catalogue)

    def ids(**asked: object) -> set[str]:
        return {e.id for e in narrowed(catalogue, entries, found, Asked(**asked), {"kort"})}  # type: ignore[arg-type]  # given by name

    assert ids() == set(catalogue.indicators)
    assert ids(traits=frozenset({"mal"})) == {"faller", "andel"}
    assert ids(traits=frozenset({"mal", "kon"})) == {"andel"}
    assert ids(traits=frozenset({"brott"})) == ids(traits=frozenset({"oversyn"})) == {"kort"}
    assert ids(traits=frozenset({"vantar"})) == {"onskad"}
    assert ids(words="N10001") == {"stiger"}
    assert ids(effektmal="finns-inte") == set()
    assert traits(catalogue, catalogue.indicators["onskad"], None) <= set(TRAITS)


def test_the_caption_names_what_is_not_there_yet(county, catalogue):
    captions = {entry.id: entry.caption for entry in index(county, catalogue)}
    assert captions["kort"] == "2010–2023 · kön · kommun · brott 2021 · ännu inte ålder"
    assert "utan kön" in captions["faller"]
    assert [e.id for e in search(index(county, catalogue), "n10004")] == ["andel"]


def test_where_a_measure_is_used_and_what_follows(catalogue):
    story = Story(title="Prov", slides=(Slide(headline="Ett", view="/utforska?ind=faller&geo=91"),))
    used = usage(catalogue, catalogue.indicators["faller"], [story, Story(title="Annan")], by_sex=False)
    assert used.consequences == "1 mål, 1 presentation och 1 utmaningsområde använder måttet."
    assert used.stories == ("Prov",)
    assert [use.label for use in used.pages] == ["Arbete (huvudmått)", "Utforska", "Målstatus"]
    nothing = changed(catalogue.indicators["faller"], goals=[], challenges=[], headline=[])
    assert usage(catalogue, nothing, [], by_sex=True).consequences.startswith("Inget mål")


@pytest.mark.parametrize(
    ("view", "answer"),
    [("/utforska?ind=a", True), ("/utforska?ind=ab", False), ("/oversikt?vad=b,a", True), (None, False), ("/a", False)],
)
def test_a_view_shows_a_measure_that_stands_in_its_address(view, answer):
    assert shows(view, "a") is answer


def kept(**fields: object) -> KeptReview:
    return KeptReview(IndicatorReview(**fields), 3, "Åsa", date(2025, 5, 2))  # type: ignore[arg-type]  # given by name


def test_people_fill_in_what_figures_can_not_and_the_figures_the_rest(catalogue, found):
    written = kept(scores={"relevans": 2, "kon": 0}, stage="under_review")
    one = reviewed(catalogue, catalogue.indicators["stiger"], written, found["stiger"], TODAY)
    assert one.scores["relevans"].value == 2
    assert one.scores["kon"].value == 2, "the figures know better while nothing is decided"
    assert one.open == {"relevans", "paverkan", "begriplig"}
    assert one.tally == "5 av 5 bedömda kriterier uppfyllda"
    assert [mark for _, mark, _ in score_rows(one)] == ["Ja", "–", "Ja", "Ja", "Ja", "Ja", "–"]


def test_what_was_decided_stays_as_it_was_then(catalogue, found):
    made = Decision(decided=date(2025, 5, 1), body="Nämnden")
    written = kept(scores={"aktualitet": 0}, stage="decided", proposal="keep", decision=made)
    one = reviewed(catalogue, catalogue.indicators["stiger"], written, found["stiger"], TODAY)
    assert one.scores["aktualitet"].value == 0
    assert one.decided == "1 maj 2025, Nämnden"


def test_the_file_of_an_indicator_can_hold_the_decision(catalogue, found):
    review = Review(decided_by="Nämnden", decided_on=date(2024, 1, 2), replaced_by="stiger", note="Bättre")
    one = reviewed(catalogue, changed(catalogue.indicators["kort"], review=review), None, found["kort"], TODAY)
    assert one.from_file
    assert (one.review.stage, one.review.proposal, one.review.replaced_by) == ("decided", "replace", "stiger")
    assert of_file(catalogue.indicators["kort"]) is None


def test_the_board_holds_only_what_somebody_has_taken_up(catalogue, found):
    texts = {"stiger": kept(), "andel": kept(stage="under_review"), "kort": kept()}
    every = [reviewed(catalogue, i, texts.get(i.id), found.get(i.id), TODAY) for i in catalogue.indicators.values()]
    shown = {stage: [one.indicator.id for one in inside] for stage, inside in board(every).items()}
    assert shown == {"proposed": ["kort", "stiger"], "under_review": ["andel"], "decided": []}
    assert [*shown] == [*STAGES]


def test_what_is_missing_before_a_decision_can_be_kept():
    made = Decision(decided=date(2025, 1, 1), body="Nämnden")
    assert problem(IndicatorReview()) == ""
    assert problem(IndicatorReview(proposal="replace")) == NO_SUCCESSOR
    assert problem(IndicatorReview(stage="decided", proposal="keep")) == NO_DATE
    assert problem(IndicatorReview(stage="decided", decision=made)) == NO_PROPOSAL
    assert problem(IndicatorReview(stage="decided", proposal="end", decision=made)) == ""


def test_too_few_places_say_so(county, catalogue):
    for basis in (PLACES, YEARS):
        made = measured(county, catalogue, basis)
        assert not redundancy(made).lines or basis == YEARS
    places = redundancy(measured(county, catalogue, PLACES), wanted="stiger")
    assert places.finding == "Stiger: för få uppgifter för att jämföras med andra mått"


def alike() -> Measured:
    from rus.analysis.redundancy import together

    up = {f"{n:03}": float(n) for n in range(40)}
    mixed = {key: float((int(key) * 17) % 40) for key in up}
    values = {"a": up, "b": {k: -v for k, v in up.items()}, "c": mixed, "d": {k: up[k] for k in list(up)[:12]}}
    areas = {"a": frozenset({"arbete"}), "b": frozenset({"halsa"}), "c": frozenset({"halsa"}), "d": frozenset()}
    return Measured(PLACES, together(values), {"a": "Abc", "b": "Bcd", "c": "Cde", "d": "Def"}, areas)


def test_measures_that_say_nearly_the_same_are_named_with_how_many_places():
    found = redundancy(alike())
    assert [(x.first, x.second, x.rank, x.pair.n, x.kind) for x in found.lines] == [
        ("Abc", "Bcd", "−1,00", 40, "Nästan lika, omvänt")
    ]
    assert found.finding == "1 par av mått är nästan lika, 0 liknar varandra"
    assert found.below.endswith("40 kommuner")
    assert redundancy(alike(), within="utbildning").finding.startswith("Inga två mått")
    one = redundancy(alike(), wanted="a")
    assert [line.second for line in one.lines] == ["Bcd", "Cde"], "too few places are left out"
    assert one.finding == "1 mått följer abc"
    assert redundancy(alike(), wanted="c").finding == "Inget annat mått liknar cde"


def test_the_files_hold_what_the_page_says(catalogue, found):
    whole = catalogue_sheet(catalogue, [*catalogue.indicators], found, TODAY, build="b")
    assert len(whole.rows) == len(catalogue.indicators)
    row = whole.rows.set_index("indicator").loc["faller"]
    assert row["mal"].startswith("Nivå: Minst 60,0")
    assert whole.rows.set_index("indicator").loc["kort"]["brott"] == "Brott 2021: Nytt register."
    assert whole.filename.startswith("indikatorkatalog_")
    made = Decision(decided=date(2025, 5, 1), body="Nämnden", reason="Räcker")
    written = kept(stage="decided", proposal="replace", replaced_by="stiger", decision=made, scores={"relevans": 1})
    one = reviewed(catalogue, catalogue.indicators["faller"], written, found["faller"], TODAY)
    used = usage(catalogue, one.indicator, [], by_sex=False)
    [line] = decisions_sheet(catalogue, [(one, used)], build="b").rows.to_dict("records")
    assert (line["decided"], line["body"], line["reason"]) == ("2025-05-01", "Nämnden", "Räcker")
    assert (line["successor"], line["relevans"], line["stage"]) == ("Stiger", "Delvis", "Beslutad")
    pairs = alike_sheet(catalogue, redundancy(alike()), build="b")
    assert list(pairs.rows["n"]) == [40]
