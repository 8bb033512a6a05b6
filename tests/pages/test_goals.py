"""Målstatus: the tree with its counts, an opened goal, the filters, the decided goals, and the matrix."""

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import words
from tests.region.making import open_at

CLIMATE = "utslapp-av-vaxthusgaser"


def opened(**parameters: str) -> AppTest:
    app = open_at("malstatus", **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return app


def said(app: AppTest) -> str:
    return words(app).replace("\u00a0", " ")


def html(app: AppTest) -> str:
    return "".join(e.proto.body for e in app.get("html"))


@pytest.fixture(scope="module")
def page(shipped) -> Iterator[AppTest]:
    return opened()


def test_the_tree_is_shut_and_counts_the_classes_of_each_branch(page):
    text, markup = said(page), html(page)
    assert "Sveriges hjärta" in text
    assert "God resurseffektivitet" in text
    assert "Giftfri miljö" in text
    assert "2 rätt håll" in text
    assert "har inget mått ett mål" in text
    assert markup.count("<details") > 10
    assert '<details class="br" open>' not in markup
    assert "Räkneexempel" not in text


def test_a_row_says_from_now_target_paces_status_and_kind(page):
    text = said(page)
    assert "ska minska med 60 procent från 2005 till 2030" in text
    assert re.search(r"från basår\s+officiellt", text)
    assert re.search(r"riktning\s+föreslaget", text)
    assert re.search(r"−2,7 %\s+−7,9 %", text)
    assert "--l6:'Takt per år';--l7:'Krävs per år';" in html(page)


def test_an_opened_goal_shows_the_whole_calculation(shipped):
    app = opened(mal_rad=CLIMATE)
    text = said(app)
    assert html(app).count('<details class="br" open>') == 1
    for part in (
        "0,75 (0,52 till 0,97)",
        "2 av 6 metoder säger samma",
        "Mycket osannolikt (1 procent)",
        "förändringar från liknande nivå",
        "Vad ändrar bedömningen?",
        "Räkneexempel, inte prognos",
        "Om takten blir −7,9 procent per år nås målet 2030",
        "Vädersymbol",
    ):
        assert part in text, part
    assert [s.label for s in app.select_slider] == ["Takt, procent per år"]
    assert f"mal_rad={CLIMATE}" in html(app)


def test_the_readers_own_pace_is_in_the_address_and_only_near_the_slider(shipped):
    app = opened(mal_rad=CLIMATE, mal_takt="-5")
    assert app.select_slider[0].value == -5.0
    assert "Om takten blir −5,0 procent per år nås målet 2034, 4 år efter målåret." in said(app)
    app.select_slider[0].set_value(-10.0).run()
    assert app.query_params["mal_takt"] == "-10"
    assert "nås målet 2029, 1 år före målåret." in said(app)


@pytest.mark.parametrize("asked", ["-500", "3,5", "-999999999"])
def test_a_pace_beyond_the_slider_is_told_and_not_drawn(shipped, asked):
    app = opened(mal_rad=CLIMATE, mal_takt=asked)
    assert "men skalan går från −" in said(app)
    assert "Därför visas −7,9." in said(app)
    assert app.select_slider[0].value == -7.9
    usual = opened(mal_rad=CLIMATE)
    assert [chart.proto.spec for chart in app.get("plotly_chart")] == [c.proto.spec for c in usual.get("plotly_chart")]
    assert "men skalan går från" not in said(usual)


@pytest.mark.parametrize("asked", ["1e999", "-1e30", "nan", "inf", "1" * 400])
def test_a_pace_that_is_no_number_is_named(shipped, asked):
    for more in ({}, {"mal_rad": CLIMATE}):
        named = " ".join(info.value for info in opened(mal_takt=asked, **more).info)
        assert f"mal_takt={asked[:20]}" in named


def test_filters_are_kept_in_the_address_and_cut_the_tree(shipped):
    app = opened()
    app.toggle[0].set_value(True).run()
    assert app.query_params["mal_tal"] == "1"
    assert "minst 80 procent" in said(app)
    assert "ska öka" not in said(app).split("Vision")[1]
    app = opened(mal_bed="wrong_way", mal_omr="inkludering")
    assert "Rätt håll" not in re.sub(r"<style.*?</style>", "", html(app))
    app = opened(mal_bed="reached", mal_omr="barn-och-unga")
    assert "Inga mål med de valen" in said(app)


def test_what_does_not_exist_in_the_address_is_named_and_left_out(shipped):
    app = opened(mal_rad="<script>", mal_bed="bra", mal_vy="x", mal_takt="många", mal_gren="x")
    named = " ".join(info.value for info in app.info)
    for strange in ("mal_rad=<script>", "mal_bed=bra", "mal_takt=många"):
        assert strange in named
    assert "<script>" not in html(app).replace("<script>(", "").replace("<script>//", "")


def test_every_public_goal_has_a_status_and_a_reason(shipped):
    text = said(opened(mal_vy="beslut"))
    assert "Beslutade mål med offentlig lydelse" in text
    assert "Takten är 75 procent av den som krävdes, men kan vara mellan 52 och 97 procent." in text
    assert "Bättre än var och en av de 4 andra 2022." in text
    assert "Uppgiften finns hos regionen" in text
    assert "Se uträkningen" in text


def test_a_kommun_has_its_own_board_without_the_countys_sentences(shipped):
    from rus.catalogue.read import read_catalogue

    kommun = read_catalogue().kommuner()[0]
    app = opened(geo=kommun)
    assert "Beslutade mål med" not in said(app)
    assert "Målet gäller bara" in said(app)


def test_without_figures_every_goal_says_why(bare):
    text = said(opened())
    assert "Kan inte bedömas" in text
    assert "Inga mätningar." in text
    assert "Inget att rita" in said(opened(mal_rad=CLIMATE))


def test_the_matrix_has_a_column_for_each_kommun_and_words_in_every_cell(shipped):
    from rus.catalogue.read import read_catalogue

    catalogue = read_catalogue()
    app = opened(mal_vy="matris", mal_inom="alla", mal_fler="1")
    text = said(app)
    assert "Alla mått i länet och kommunerna" in text
    assert all(catalogue.name(code) in text for code in catalogue.kommuner())
    assert "För gammal" in text
    assert "utrikes födda, kvinnor" in text
    women = opened(mal_vy="matris", mal_kon="K", mal_inom="arbete")
    assert "kvinnor" in said(women)
    assert len(html(women)) < len(html(app))


def test_the_matrix_begins_with_whole_measures_and_shows_all_when_asked(shipped):
    app = opened(mal_vy="matris", mal_inom="alla")
    [button] = [one for one in app.button if one.key == "mal_visa_fler"]
    found = re.fullmatch(r"Visa (\d+) rader till", button.label)
    few = rows_of_matrix(app)
    assert found
    assert len(few) >= 40
    button.click().run()
    every = rows_of_matrix(app)
    assert len(every) == len(few) + int(found[1])
    assert every[: len(few)] == few
    assert "<b>" in every[len(few)]  # the first row that was left out begins a measure
    assert "mal_visa_fler" not in [one.key for one in app.button]
    assert app.query_params["mal_fler"] == "1"


def rows_of_matrix(app) -> list[str]:
    """The body's rows, as markup."""
    [table] = [str(block.proto.body) for block in app.get("html") if '<div class="mx"' in str(block.proto.body)]
    return re.findall(r"<tr.*?(?=<tr|</tbody>)", table.partition("<tbody>")[2])
