"""The whole app runs on another county's folder, and nothing of the county it was made for shows through."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from rus.core import paths
from rus.views.choice import CHARTS
from tests.region.making import everything, open_at

ADDRESSES = (
    *("", "arbete-at-alla", "lokal-odling", "utforska", "malstatus", "jamlikhet", "projekt", "data-och-kvalitet"),
    *("kommuner", "presentera", "indikatorer", "vyer", "gemensam-uppfoljning", "diagramguide", "om", "rapport"),
)
TABS = {
    "arbete-at-alla": ("utm_flik", "För vem?", "Var?", "Vad görs?", "Analysens slutsats"),
    "projekt": ("projekt_flik", "Delmål och aktiviteter", "Årshjul", "Budget och finansiering", "Lägesrapporter"),
    "data-och-kvalitet": (
        *("kv_flik", "Nytt sedan sist", "Aktualitet", "Täckning", "Kontroller", "Hämtningar", "Brott och avrundningar"),
    ),
    "indikatorer": ("kat_flik", "Katalog", "Översyn", "Liknande mått"),
    "om": ("om_flik", "Strategin", "Ordlista", "Metod", "Teckenförklaring", "Källor och hämtningar", "Tillgänglighet"),
}


@pytest.fixture(scope="module")
def visit(region: Path) -> Callable[..., AppTest]:
    return open_at


@pytest.fixture(scope="module")
def foreign() -> re.Pattern[str]:
    """Names of the county that ships with the program, and of its kommuner, except words that mean other things."""
    import csv
    import tomllib

    reference = paths.ROOT / "data" / "reference"
    place = tomllib.loads((reference / "place.toml").read_text(encoding="utf-8"))
    with (reference / "regions.csv").open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["parent"] == place["region"]]
    assert len(rows) > 5
    names = {r["name"] for r in rows} | {place["name"], place["editor"], place["short"]}
    return re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(names)))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_opens_on_the_other_county(visit, foreign, address):
    app = visit(address)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    words = everything(app)
    assert "Provlän" in words
    assert not foreign.findall(words)


@pytest.mark.parametrize(("address", "tab"), [(a, t) for a, (_, *tabs) in TABS.items() for t in tabs])
def test_every_tab_opens_on_the_other_county(visit, foreign, address, tab):
    app = visit(address, **{TABS[address][0]: tab})
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    assert not foreign.findall(everything(app))


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("indicator", ["andel-i-arbete", "odlad-yta"])
def test_every_chart_opens_on_the_other_county(visit, foreign, chart, indicator):
    app = visit("utforska", ind=indicator, diagram=chart)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    assert not foreign.findall(everything(app))


def test_no_page_is_taken_for_its_file(visit):
    """The first page too: Streamlit knows a page by its address's hash, and a file in `pages/` by its stem's."""
    known = set(visit("")._registered_pages)
    stems = {path.stem for path in (paths.ROOT / "pages").glob("*.py")}
    assert len(stems) >= 5
    assert not known & {calc_hash(stem) for stem in stems}


def test_its_own_project_shows_what_someone_has_set(visit):
    words = everything(visit("projekt", projekt_flik="Delmål och aktiviteter"))
    assert all(said in words for said in ("Prova odlingen", "Pågår", "Provledare", "Prova igen", "Lokal odling"))
    assert "mars och september" in everything(visit("projekt", projekt_flik="Årshjul"))
    assert "Ingen budget är inlagd" in everything(visit("projekt", projekt_flik="Budget och finansiering"))


def test_its_own_presentation_is_listed_and_shown(visit, foreign):
    assert "Prov i länet" in everything(visit("presentera"))
    shown = everything(visit("presentera", pres_id="prov", bild="1"))
    assert "Vad gör vi?" in shown
    assert "1 / 2" in shown
    assert not foreign.findall(shown)


def test_its_figures_are_its_own(region):
    from rus.store.builds import current
    from rus.store.store import open_store

    open_at("")
    rows = open_store(current()).observations(indicators=["andel-i-arbete"], regions=["91"], groups=["total"])
    found = rows[(rows["sex"] == "total") & (rows["year"] == 2022)]["value"].to_list()
    assert found == pytest.approx([70.0 + 0.4 * 12 + 0.5])


def test_a_county_whose_files_name_no_features_says_so(visit):
    app = visit("utforska", ind="andel-i-arbete", geo="9101", jmf="liknande")
    assert not app.exception
    assert "Filerna för den här platsen säger inte vilka mått" in everything(app)
    assert not app.expander
