"""Jämlikhet in every state: full, protected, one kommun, newest year missing; and its choices in the address."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import words
from tests.region.making import in_use, open_at
from tests.views import crossed_county


@pytest.fixture(scope="module")
def crossed(tmp_path_factory) -> Iterator[None]:
    """A county split three ways at once, in the app."""
    root = tmp_path_factory.mktemp("crossed")
    crossed_county.write(root / "content")
    with in_use(root / "content", root / "home"):
        yield


def opened(**parameters: str) -> AppTest:
    app = open_at("jamlikhet", **parameters)
    assert not app.exception
    assert not app.error, [e.value for e in app.error]
    return app


def said(app: AppTest) -> str:
    return words(app).replace("\u00a0", " ")


def test_everything_is_there_for_a_measure_that_has_everything(crossed):
    text = said(opened(ind="kors", geo="91"))
    assert "19 av 22 grupper redovisas" in text
    assert "Längst efter av alla grupper" in text
    assert "Vem står för förändringen 2020–2023? Efter kön" in text
    assert "Vem står för skillnaden mot Riket 2023? Efter bakgrund" in text
    assert "Med samma fördelning efter bakgrund" in text
    assert "2 av 3 kommuner ligger utanför det som slumpen ger" in text
    assert "Behöver ändras" in text
    assert "Säkerställd skillnad" in text
    assert "Fem frågor om en skillnad" in text


def test_a_protected_figure_is_told_in_words_and_shown_as_two_points(crossed):
    text = said(opened(ind="kors", geo="91"))
    assert "för få personer, skyddad uppgift" in text
    assert "nan" not in text.lower().split()


def test_one_kommun_with_few_people_is_unsure_and_three_years_are_offered(crossed):
    group = "background.ut~education.high"
    app = opened(ind="kors", geo="9103", jml_grupp=group)
    text = said(app)
    assert "osäker" in text
    assert "Få personer ett enskilt år: Ekeby. Välj tre år tillsammans." in text
    app.toggle(key="pick_jml_medel").set_value(True).run()
    assert not app.exception
    assert app.query_params["jml_medel"] == "ja"
    assert app.query_params["jml_grupp"] == group
    assert "3-årsmedel 2021–2023" in said(app)


def test_where_the_newest_year_is_missing_the_newest_both_have_is_said(crossed):
    text = said(opened(ind="sent", geo="91"))
    assert "Kvinnor ligger 6,0 procentenheter lägre än män 2022" in text
    assert "Tratten räknas när källans antal personer" in text


def test_years_before_a_break_are_shown_linked_only_when_asked_for(crossed):
    app = opened(ind="lank", geo="91")
    assert "+1,0 procentenheter för kvinnor" in said(app)
    app.toggle(key="pick_jml_lank").set_value(True).run()
    assert not app.exception
    assert app.query_params["jml_lank"] == "ja"
    without = opened(ind="olank", geo="91")
    assert "inget gemensamt år" in said(without)
    assert "pick_jml_lank" not in [t.key for t in without.toggle]


def test_what_waits_for_its_figures_says_where_they_are(crossed):
    text = said(opened(ind="vantar", geo="91"))
    assert "i samma tabell finns hos Provbyrån" in text
    assert "Antalet personer räknas när" in text


def test_the_list_is_ordered_filtered_and_chosen_from_and_the_address_says_so(crossed):
    app = opened(ind="lank", geo="91")
    assert "skillnader är säkra när alla prövas tillsammans" in said(app)
    app.selectbox(key="pick_jml_ordna").select("pp").run()
    assert app.query_params["jml_ordna"] == "pp"
    app.toggle(key="pick_jml_sakra").set_value(True).run()
    assert app.query_params["jml_sakra"] == "ja"
    assert app.radio(key="pick_jml_matt").options == ["Kors"]
    app.radio(key="pick_jml_matt").set_value("kors").run()
    assert not app.exception
    assert app.query_params["ind"] == "kors"
    assert app.query_params["jml_ordna"] == "pp"


def test_a_scale_that_no_measure_has_says_so(crossed):
    assert "Listan är tom" in said(opened(ind="kors", geo="91", jml_ordna="sii"))


def test_the_link_writes_every_choice_of_the_page_defaults_too(crossed):
    text = "\n".join(str(block.proto) for block in opened(ind="kors", geo="9103", jml_ordna="kvot").get("html"))
    assert all(part in text for part in ("ind=kors", "geo=9103", "jml_ordna=kvot", "jml_sakra=nej", "jml_medel=nej"))
    assert "dv=" in text


def test_an_unknown_choice_in_the_address_falls_back(crossed):
    app = opened(ind="kors", geo="91", jml_ordna="x", jml_grupp="finns.inte", jml_medel="x")
    assert app.selectbox(key="pick_jml_ordna").value == "medel"
    assert app.selectbox(key="pick_jml_grupp").value == "total"


def test_a_measure_and_a_place_that_do_not_exist_are_named(crossed):
    app = opened(ind="finns-inte", geo="9999")
    assert not app.exception
    (told,) = [info.value for info in app.info if "val som inte finns här" in info.value]
    assert "ind=finns-inte" in told
    assert "geo=9999" in told
