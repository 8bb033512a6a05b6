"""The project in words: tallies, links to challenge areas, money as shown, tables to take away."""

from datetime import date
from types import SimpleNamespace

import pytest

from rus.catalogue.project import Outcome, Project, read_projects
from rus.core import paths
from rus.views.budget import budget_view
from rus.views.project import project_view, strip_for
from rus.views.project_sheets import activity_sheet, budget_sheet

IDS = {"inkludering": "Inkludering", "barn-och-unga": "Barn och unga", "gron-omstallning": "Grön omställning"}
CHALLENGES = [SimpleNamespace(id=i, name=name) for i, name in IDS.items()]
CATALOGUE = SimpleNamespace(challenge_sets=[SimpleNamespace(challenges=CHALLENGES)], challenges=CHALLENGES)
LATER = date(2026, 11, 25)


@pytest.fixture(scope="module")
def project() -> Project:
    return read_projects(paths.ROOT, CATALOGUE)[0]


def changed(project: Project, **fields) -> Project:
    return project.model_copy(update=fields)


def test_nothing_is_reported_until_someone_says_so(project):
    view = project_view(project, CATALOGUE, LATER)
    assert view.tally == "4 delmål · 16 aktiviteter: 16 ej rapporterade"
    shown = [a for m in view.milestones for a in m.activities]
    assert {(a.status, a.css, a.role, a.next_step) for a in shown} == {("Ej rapporterad", "na", "", "")}


def test_a_set_status_shows_with_role_and_next_step(project):
    first = project.activity[0].model_copy(
        update={"status": "pågår", "role": "Utvecklingsledare", "next_step": "Bjud in"}
    )
    view = project_view(changed(project, activity=[first, *project.activity[1:]]), CATALOGUE, LATER)
    assert view.tally == "4 delmål · 16 aktiviteter: 15 ej rapporterade och 1 pågår"
    shown = view.milestones[0].activities[0]
    assert (shown.status, shown.role, shown.next_step) == ("Pågår", "Utvecklingsledare", "Bjud in")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2023, 12, 31), "Projektet börjar 1 januari 2024."),
        (date(2025, 12, 31), "Projektet pågår till och med 31 december 2025."),
        (date(2026, 1, 1), "Projekttiden gick ut 31 december 2025."),
    ],
)
def test_the_page_knows_where_in_time_the_project_is(project, today, words):
    assert project_view(project, CATALOGUE, today).phase == words


def test_only_one_link_is_the_descriptions_own_and_the_rest_are_marked(project):
    own = [a.text for a in project.activity if a.challenges and not a.reading]
    assert own == ["Plattform för kraftsamlingar barn och unga – referensgrupp"]
    assert project_view(project, CATALOGUE, LATER).by_area == (
        ("Inkludering", 3, 3),
        ("Barn och unga", 4, 3),
        ("Grön omställning", 3, 3),
    )


def test_a_strip_holds_what_serves_the_area_and_says_when_that_is_our_reading(project):
    strip = strip_for(project, "barn-och-unga")
    assert [m.number for m in strip.milestones] == [3, 4]
    assert strip.milestones[0].activities[0].text.startswith("Plattform för kraftsamlingar barn och unga")
    assert strip.reading
    assert "läsning" in strip.note
    assert all(m.basis or m.activities for m in strip.milestones)
    assert strip_for(project, "finns-inte") is None


def test_rhythms_are_those_that_are_known_and_nothing_is_put_in_a_month(project):
    rhythms = project_view(project, CATALOGUE, LATER).rhythms
    assert [r.words for r in rhythms] == [
        "3–4 gånger per år",
        "Varje år",
        "Varannan vecka",
        "Vid behov",
        "Tid ej angiven",
    ]
    assert sum(len(r.activities) for r in rhythms) == 16
    dated = project.activity[0].model_copy(update={"months": [3, 10], "rhythm": "Två gånger per år"})
    assert project_view(changed(project, activity=[dated]), CATALOGUE, LATER).rhythms[0].activities == (
        "RUS-övergripande konferenser, Lokadagarna, RUS-forum (mars och oktober)",
    )


def test_money_is_shown_as_printed_with_the_rounding_told(project):
    view = budget_view(project)
    assert view.finding == "Egen personal är 58\u00a0% av projektets kostnader"
    assert view.tables[0].rows[-1].cells == ("2\u00a0691\u00a0424", "2\u00a0420\u00a0034", "5\u00a0111\u00a0458")
    assert view.tables[0].rows[1].noted == (False, False, True)
    assert view.tables[0].rows[-1].noted == (False, True, False)
    assert len(view.notes) == 2
    assert "2\u00a0420\u00a0035\u00a0kronor" in "".join(view.notes)
    assert "49,79\u00a0%" in view.grant[1]
    assert "52,7\u00a0% år 2024 och 46,6\u00a0% år 2025" in view.grant[1]
    assert "5\u00a0089\u00a0968\u00a0kronor" in view.grant[2]


def test_the_grant_follows_the_outcome_once_all_years_are_booked(project):
    assert "inte inlagt" in budget_view(project).outcome
    part = changed(project, outcome=[Outcome(year=2024, costs=2_000_000)])
    assert "bidraget" not in budget_view(part).outcome
    whole = changed(project, outcome=[Outcome(year=2024, costs=2_000_000), Outcome(year=2025, costs=2_000_001)])
    assert "bidraget högst 2\u00a0000\u00a0000\u00a0kronor" in budget_view(whole).outcome


def test_a_project_without_budget_shows_none(project):
    bare = changed(project, budget=None)
    assert budget_view(bare) is None
    assert budget_sheet(bare).rows.empty


def test_the_tables_to_take_away_hold_what_is_seen(project):
    activities, money = activity_sheet(project, CATALOGUE), budget_sheet(project)
    assert len(activities.rows) == 17
    assert list(activities.columns) == list(activities.rows.columns)
    sums = money.rows[(money.rows["kind"] == "summa") & (money.rows["year"] == "Totalt")]
    assert list(sums["amount"]) == [5_111_458, 5_111_458]
    assert ("Källa", "Projektbeskrivning RUS-genomförande 2024–2025, dnr 23RS11869, 11 december 2023") in money.about
