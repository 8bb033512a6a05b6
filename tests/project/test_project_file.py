"""The project file: read strictly, checked to the krona, wrong files named with key and remedy."""

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.catalogue.budget import ROUNDING, Budget, problems_of, sums
from rus.catalogue.project import Project, read_projects
from rus.core import paths
from rus.core.errors import CatalogueError

FILE = paths.ROOT / "data" / "projects" / "rus-genomforande-2024-2025.toml"
AREAS = ["inkludering", "barn-och-unga", "gron-omstallning"]


def areas(*ids):
    """As much of a catalogue as projects ask for."""
    challenges = [SimpleNamespace(id=i, name=i) for i in ids]
    return SimpleNamespace(challenge_sets=[SimpleNamespace(challenges=challenges)], challenges=challenges)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data" / "projects").mkdir(parents=True)
    shutil.copy(FILE, tmp_path / "data" / "projects" / FILE.name)
    return tmp_path


@pytest.fixture
def project() -> Project:
    return read_projects(paths.ROOT, areas(*AREAS))[0]


def change(folder: Path, old: str, new: str) -> list[str]:
    """Put something wrong in the file; the problems that come of it."""
    path = folder / "data" / "projects" / FILE.name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_projects(folder, areas(*AREAS))
    return caught.value.problems


def test_the_four_milestones_and_every_activity_are_there(project):
    assert [m.number for m in project.milestone] == [1, 2, 3, 4]
    assert [len(project.activities_of(n)) for n in (1, 2, 3, 4)] == [3, 3, 4, 7]
    assert {a.status for a in project.activity} == {"ej rapporterad"}
    assert project.document.number == "23RS11869"
    assert (project.first_day, project.last_day) == (date(2024, 1, 1), date(2025, 12, 31))


def test_printed_sums_hold_and_rounding_shows_where_it_is(project):
    off = {(s.key, s.printed, s.added) for s in sums(project.budget) if s.difference}
    assert off == {("budget.cost.1.total", 1436591, 1436592), ("budget.costs.years.1", 2420034, 2420035)}
    by_year = {s.column: s.printed for s in sums(project.budget) if s.key.startswith("budget.costs")}
    assert by_year == {"2024": 2691424, "2025": 2420034, "Totalt": 5111458}


def test_the_grant_is_below_its_cap_over_the_whole_project_though_not_in_each_year(project):
    budget = project.budget
    assert budget.grant_share == pytest.approx(49.79, abs=0.005)
    assert budget.granted.years[0] / budget.costs.years[0] > 0.5
    assert budget.grant.at(budget.costs.total) == 2_544_984
    assert budget.grant.at(4_000_000) == 2_000_000


def test_a_hundred_kronor_too_much_is_rejected(folder):
    problems = change(folder, "years = [1606293, 1382725]", "years = [1606393, 1382725]")
    assert problems
    assert all(p.startswith(f"data/projects/{FILE.name}: budget.cost") for p in problems)
    assert any("1606393" not in p and "2691524" in p and "rätta" in p for p in problems)


@pytest.mark.parametrize(("more", "fine"), [(ROUNDING, True), (ROUNDING + 1, False), (-ROUNDING, True), (-3, False)])
def test_rounding_goes_exactly_so_far(more, fine):
    line = {"name": "a", "years": [100, 100], "total": 200}
    cost = {"name": "a", "years": [100, 100 + more], "total": 200}
    budget = Budget.model_validate(
        {
            "years": [2024, 2025],
            "note": "n",
            "cost": [cost],
            "costs": line,
            "funder": [{"id": "x", **line}],
            "funding": line,
        }
    )
    assert (list(problems_of(budget)) == []) is fine


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=6))
def test_a_table_whose_parts_add_up_has_no_problem_and_no_rounding(rows):
    lines = [{"name": str(n), "years": list(r), "total": sum(r)} for n, r in enumerate(rows)]
    years = [sum(column) for column in zip(*rows, strict=True)]
    total = {"name": "s", "years": years, "total": sum(years)}
    funder = [{"id": f"f-{n}", **line} for n, line in enumerate(lines)]
    budget = Budget.model_validate(
        {"years": [2024, 2025], "note": "n", "cost": lines, "costs": total, "funder": funder, "funding": total}
    )
    assert list(problems_of(budget)) == []
    assert not any(s.difference for s in sums(budget))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('owner = "Region', 'ownr = "Region', 'ownr: okänd nyckel; menade du "owner"?'),
        ("milestones = [1]", "milestones = [7]", "activity.0.milestones: delmål 7 finns inte"),
        ('challenges = ["barn-och-unga"]', 'challenges = ["barn"]', 'activity.6.challenges: "barn" finns inte'),
        ("milestones = [1]", 'milestones = [1]\nstatus = "kanske"', "activity.0.status: ska vara ett av"),
        ("milestones = [1]", "milestones = [1]\nmonths = [13]", "activity.0.months: månader är 1 till 12"),
        ("last_day = 2025-12-31", "last_day = 2023-12-31", "last_day: 2023-12-31 ligger före first_day"),
        ("years = [23249, 23249]", "years = [23249]", "budget.cost.2.years: ska ha 2 belopp"),
        ("share = 50", "share = 49", "budget.grant: 2544984 kronor är mer än 49 procent"),
        ('funder = "anslag-1-1"', 'funder = "anslag"', 'budget.grant.funder: "anslag" finns inte; finansiärer som'),
        ("name = ", "name = = ", "är inte giltig TOML"),
        ("first_day = 2024-01-01", 'first_day = "2024"', "first_day: ska vara ett datum utan citattecken"),
        ("total = 2989018", 'total = "2989018"', "budget.cost.0.total: ska vara ett heltal utan citattecken"),
        ("number = 2", "number = 1", "milestone: numren [1, 1, 3, 4] ska vara olika"),
    ],
)
def test_a_wrong_file_is_named_with_key_and_remedy(folder, old, new, words):
    problems = change(folder, old, new)
    assert any(p.startswith(f"data/projects/{FILE.name}: ") and words in p for p in problems), problems


def test_all_problems_of_all_files_come_at_once(folder):
    (folder / "data" / "projects" / "annat.toml").write_text('name = "x"\n', encoding="utf-8")
    problems = change(folder, "share = 50", "share = 10")
    assert {p.split(":")[0] for p in problems} == {f"data/projects/{FILE.name}", "data/projects/annat.toml"}


def test_a_region_without_projects_has_none(tmp_path):
    assert read_projects(tmp_path, areas(*AREAS)) == []
