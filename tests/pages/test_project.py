"""Projekt: the delmål, activities, money and reports as the file says, and what stands there when it says nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rus.core import paths
from tests.region.making import everything, in_use, make_region, open_at

TABS = (
    "Översikt",
    "Delmål och aktiviteter",
    "Årshjul",
    "Budget och finansiering",
    "Lägesrapporter",
    "Tidigare resultat",
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The content that ships, with a store of its own."""
    with in_use(paths.ROOT, tmp_path_factory.mktemp("home")):
        yield


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Path]:
    """The made-up county, to be changed."""
    root = make_region(tmp_path / "content")
    with in_use(root, root / "data"):
        yield root


def words(tab: str, **parameters: str) -> str:
    app = open_at("projekt", projekt_flik=tab, **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return everything(app)


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(real, tab):
    assert "RUS-genomförande 2024–2025" in words(tab)


def test_every_activity_is_there_and_none_claims_to_be_reported(real):
    said = words("Delmål och aktiviteter")
    assert said.count("Ej rapporterad") == 17
    assert "16 aktiviteter: 16 ej rapporterade" in said
    assert "Vår läsning: " in said


def test_the_decided_sums_and_the_rounding_are_told(real):
    said = words("Budget och finansiering").replace("\u00a0", " ")
    for amount in ("2 691 424", "2 420 034", "5 111 458", "2 544 984", "1 436 591*", "2 420 034*", "49,79 %"):
        assert amount in said
    assert "2 420 035 kronor" in said
    assert "Utfall är inte inlagt" in said


def test_nothing_is_made_up_where_nothing_is_known(real):
    assert "Ingen lägesrapport är inlagd" in words("Lägesrapporter")
    assert "Inga månader är inlagda" in words("Årshjul")


def test_a_region_without_projects_says_so(other):
    shutil.rmtree(other / "data" / "projects")
    app = open_at("projekt")
    assert not app.exception
    assert "Inget projekt är inlagt" in everything(app)


def test_a_broken_file_is_named_with_key_and_leaves_other_pages_alone(other):
    path = other / "data" / "projects" / "prova.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('status = "pågår"', 'status = "nästan"'), encoding="utf-8")
    app = open_at("projekt")
    assert not app.exception
    said = everything(app)
    assert "data/projects/prova.toml: activity.0.status: ska vara ett av" in said
    area = open_at("lokal-odling")
    assert not area.exception
    assert not area.error, [e.value for e in area.error]


def test_a_changed_file_shows_at_the_next_visit(other):
    assert "Pågår" in words("Delmål och aktiviteter")
    path = other / "data" / "projects" / "prova.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('status = "pågår"', 'status = "klar"'), encoding="utf-8")
    said = words("Delmål och aktiviteter")
    assert "Klar" in said
    assert "Pågår" not in said


def test_a_reader_picks_among_several_projects(other):
    folder = other / "data" / "projects"
    text = (folder / "prova.toml").read_text(encoding="utf-8").replace("Prova programmet", "Prova mera")
    (folder / "mera.toml").write_text(
        text.replace("first_day = 2024-01-01", "first_day = 2023-01-01"), encoding="utf-8"
    )
    app = open_at("projekt")
    assert app.title[0].value == "Prova programmet"
    picked = next(box for box in app.selectbox if box.label == "Projekt")
    app = picked.set_value("mera").run()
    assert not app.exception
    assert app.title[0].value == "Prova mera"
