"""Kommuner in the app: facts, rows, two side by side, a länsdel, three years, and hostile addresses."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import words
from tests.region.making import in_use, open_at
from tests.views import crossed_county, many_kommuner, small_county


@pytest.fixture(scope="module")
def real(shipped) -> Iterator[None]:
    """The content that ships."""
    open_at("kommuner")
    return


@pytest.fixture(scope="module")
def crossed(tmp_path_factory) -> Iterator[None]:
    """A county with protected figures and few people."""
    root = tmp_path_factory.mktemp("crossed")
    crossed_county.write(root / "content")
    with in_use(root / "content", root / "home"):
        yield


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Iterator[None]:
    """Sixty kommuner, some without the newest year."""
    root = tmp_path_factory.mktemp("many")
    many_kommuner.write(root / "content")
    with in_use(root / "content", root / "home"):
        yield


def opened(**parameters: str) -> AppTest:
    app = open_at("kommuner", **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return app


def said(app: AppTest) -> str:
    return words(app).replace("\u00a0", " ")


def test_a_small_kommun_has_its_facts_and_the_banner(real):
    text = said(opened(geo="1864"))
    assert "Ljusnarsberg: små tal – läs intervallet, inte rangen" in text
    assert "Norra länsdelen" in text
    assert "0–19 år" in text
    assert "Segregationsbarometern" in text
    assert "skiljer sig säkert från länet" in text
    assert "Säkert högre" in text
    assert "Osäkerhet ej beräknad" in text


def test_a_large_kommun_has_no_banner(real):
    assert "små tal" not in said(opened(geo="1880"))


def test_two_stand_side_by_side(real):
    text = said(opened(geo="1864", kom_jmf="1880"))
    assert "Ljusnarsberg och Örebro skiljer sig säkert" in text
    assert "Örebro avviker" in text or "Örebro: inget säkert" in text


def test_a_lansdel_is_counted_only_where_it_can_be(real):
    text = said(opened(geo="1863,1864,1884,1885", kom_plats="lansdel-norra"))
    assert "Norra länsdelen skiljer sig säkert" in text
    assert "Räknas inte: antalet bakom är okänt" in text
    assert "Inga fynd för en länsdel" in text
    assert "obekräftad" in text


def test_choices_are_written_to_the_address_and_a_kommun_goes_along(real):
    app = opened(geo="1864")
    app.selectbox(key="kom_val_plats").select("1880").run()
    assert app.query_params["geo"] == "1880"
    app.selectbox(key="kom_val_jmf").select("1864").run()
    assert app.query_params["kom_jmf"] == "1864"
    app.selectbox(key="kom_val_urval").select("inkludering").run()
    assert app.query_params["kom_urval"] == "inkludering"
    app.toggle(key="kom_val_medel").set_value(True).run()
    assert app.query_params["kom_medel"] == "ja"
    assert "3-årsmedel 2020–2022" in said(app)
    app.selectbox(key="kom_val_plats").select("1864").run()  # a place never stands beside itself
    assert "kom_jmf" not in app.query_params
    assert not app.exception


def test_what_does_not_exist_is_refused_with_a_word(real):
    app = opened(geo="1864", kom_jmf="<script>", kom_urval="x", kom_medel="kanske", kom_plats="lansdel-nej")
    told = " ".join(i.value for i in app.info)
    for part in ("kom_jmf=<script>", "kom_urval=x", "kom_medel=kanske", "kom_plats=lansdel-nej"):
        assert part in told


def test_a_lansdel_of_an_old_link_gives_way_to_a_kommun_chosen_elsewhere(real):
    assert "Örebro skiljer sig" in said(opened(geo="1880", kom_plats="lansdel-norra"))


@pytest.mark.parametrize("show", ["sakra", "ytter", "ovriga", "barn-och-unga", "gron-omstallning"])
def test_every_choice_of_rows_opens_for_one_and_three_years(real, show):
    for mean in ("ja", "nej"):
        text = said(opened(geo="1861", kom_urval=show, kom_medel=mean))
        assert "nan" not in text.lower().split()
        assert "Hallsberg" in text


def test_a_kommun_without_the_newest_year_says_which_it_has(many):
    text = said(opened(geo="9112"))
    assert "uppgift saknas" in text
    assert "Senast 2021" in text


def test_figures_that_are_protected_are_never_shown(crossed):
    text = said(opened(geo="9103"))
    assert "nan" not in text.lower().split()
    assert "Ekeby" in text


def test_a_county_of_one_kommun_has_its_profile(tmp_path):
    small_county.write(tmp_path / "content")
    place = tmp_path / "content" / "data" / "reference" / "place.toml"
    place.write_text(place.read_text(encoding="utf-8").replace('region = "91"', 'region = "92"', 1), encoding="utf-8")
    with in_use(tmp_path / "content", tmp_path / "home"):
        text = said(opened())
    assert "Ängby mot länet och landet" in text
    assert "länets 1 kommuner" not in text


def test_without_figures_the_page_says_so(bare):
    text = said(opened())
    assert "Inga mått att visa" in text
    assert "Väntat värde räknas inte" in text
