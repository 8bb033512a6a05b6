"""The subjects that live sources were to bring: each named, with whom its figures are about, and counted."""

from collections import Counter

import pytest

from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.catalogue.read import read_catalogue
from rus.catalogue.series import Series

CATALOGUE = read_catalogue()
BEFORE = 266
"""Series in the catalogue before live sources."""
BY_SEX, TOGETHER = {"women", "men"}, {"total"}
BORN = {"background"}
SUBJECTS: list[tuple[str, str, set[str], set[str], int]] = [
    ("sysselsättning", "sysselsatta-efter-fodelseland-och-utbildning", {*BORN, "education"}, BY_SEX, 6),
    ("sysselsättning", "sysselsatta-efter-vistelsetid", {"residence", "education"}, BY_SEX, 8),
    ("sysselsättning", "sysselsattningsgrad", {*BORN, "age"}, BY_SEX, 2),
    ("arbetslöshet", "arbetslosa-i-arbetskraften", {*BORN, "age"}, BY_SEX, 2),
    ("arbetslöshet", "inskrivna-arbetslosa-efter-bakgrund", {*BORN, "education"}, BY_SEX, 6),
    ("inkomst", "forvarvsinkomst", BORN, BY_SEX, 2),
    ("inkomst", "forvarvsinkomst", {*BORN, "residence"}, BY_SEX, 5),
    ("utbildning", "utbildningsniva", {*BORN, "education"}, BY_SEX, 6),
    ("behörighet", "behoriga-till-gymnasiet-efter-bakgrund", BORN, BY_SEX, 2),
    ("behörighet", "behoriga-till-gymnasiet-efter-bakgrund", {"residence"}, BY_SEX, 4),
    ("UVAS", "unga-utan-arbete-eller-studier", {*BORN, "age"}, BY_SEX, 2),
    ("UVAS", "unga-utan-arbete-eller-studier", {"residence", "age"}, BY_SEX, 4),
    ("låg ekonomisk standard", "lag-ekonomisk-standard", {*BORN, "age"}, TOGETHER, 4),
    ("låg ekonomisk standard per områdestyp", "lag-ekonomisk-standard", {"area_type"}, TOGETHER, 5),
    ("självskattad hälsa", "bra-sjalvskattad-halsa", {"education"}, BY_SEX, 3),
    ("självskattad hälsa", "sjalvskattad-halsa-nationell-enkat", BORN, BY_SEX, 4),
    ("tillit", "avsaknad-av-tillit", {"education"}, BY_SEX, 3),
    ("trygghet", "avstar-fran-att-ga-ut", {"education"}, BY_SEX, 3),
    ("utsläpp per sektor", "utslapp-av-vaxthusgaser", {"sector"}, TOGETHER, 6),
    ("energi", "slutanvandning-av-energi", {"energy_user"}, TOGETHER, 4),
    ("energi", "elproduktion", {"energy_source"}, TOGETHER, 2),
    ("energi", "installerad-solcellseffekt", {"plant_size"}, TOGETHER, 3),
    ("fordon", "personbilar-efter-drivmedel", {"fuel"}, TOGETHER, 6),
    ("fordon", "nya-personbilar-efter-drivmedel", {"fuel"}, TOGETHER, 6),
    ("fordon", "bilar-efter-agare", {"owner"}, BY_SEX, 1),
]
NAMED = {
    "sysselsättning", "arbetslöshet", "inkomst", "utbildning", "behörighet", "UVAS", "låg ekonomisk standard",
    "låg ekonomisk standard per områdestyp", "självskattad hälsa", "tillit", "trygghet", "utsläpp per sektor", "energi",
    "fordon",
}  # fmt: skip
WITH_BOUNDS = [subject for subject in SUBJECTS if subject[0] in {"självskattad hälsa", "tillit", "trygghet"}]


def live(indicator: Indicator, grounds: set[str], role: str = "value") -> list[Series]:
    return [s for s in indicator.series if s.live and s.role == role and set(s.group) == grounds]


def test_every_subject_is_here() -> None:
    assert {subject for subject, *_ in SUBJECTS} == NAMED


@pytest.mark.parametrize(("subject", "identity", "grounds", "sexes", "least"), SUBJECTS)
def test_a_subject_has_live_series_for_each_group_it_is_split_by(
    subject: str, identity: str, grounds: set[str], sexes: set[str], least: int
) -> None:
    found = [s for s in live(CATALOGUE.indicators[identity], grounds) if sexes <= set(s.sexes)]
    assert len({group_id(s.group) for s in found}) >= least, subject


@pytest.mark.parametrize(("subject", "identity", "grounds", "sexes", "least"), WITH_BOUNDS)
def test_survey_answers_have_bounds_and_the_number_of_answers_for_each_group(
    subject: str, identity: str, grounds: set[str], sexes: set[str], least: int
) -> None:
    groups = {
        role: sorted(group_id(s.group) for s in live(CATALOGUE.indicators[identity], grounds, role))
        for role in ("value", "lower", "upper", "answers")
    }
    assert len(groups["value"]) >= least, subject
    assert groups["lower"] == groups["upper"] == groups["answers"] == groups["value"]


def test_how_many_series_and_crossed_grounds_there_are() -> None:
    every = [s for i in CATALOGUE.indicators.values() for s in i.series]
    asked = {s.key for s in every if s.live and s.loader != "kolada"}
    assert len({s.key for s in every}) >= BEFORE + 60
    assert len(asked) >= 60
    crossed = Counter(i.id for i in CATALOGUE.indicators.values() for s in i.series if s.live and len(s.group) >= 2)
    assert len(crossed) >= 12, crossed
    by_sex = {
        i.id for i in CATALOGUE.indicators.values() for s in i.series if len(s.group) >= 2 and set(s.sexes) >= BY_SEX
    }
    assert len(by_sex) >= 12, by_sex
