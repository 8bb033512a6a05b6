"""One file, several addresses: each challenge area opens full and empty, in five parts."""

import json
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

from rus.catalogue.read import read_catalogue
from rus.store.builds import current
from rus.store.store import open_store
from rus.views.challenge import challenge_view
from rus.views.challenge_tabs import cards_of, first_of, placed_of, split_of
from rus.views.findings import sentences
from tests.pages.reading import open_all, words
from tests.pages.test_back import moved
from tests.region.making import open_at

AREAS = [c.id for c in read_catalogue().challenges]
TABS = ("Läget", "För vem?", "Var?", "Vad görs?", "Analysens slutsats")


def test_there_are_areas():
    assert len(AREAS) >= 3


def opened(area, tab):
    page = open_at(area, utm_flik=tab)
    assert not page.exception
    assert not page.error
    return page


@pytest.mark.parametrize("area", AREAS)
def test_it_opens_with_everything_about_the_area(shipped, area):
    page = open_at(area)
    challenge = read_catalogue().challenge(area)
    assert not page.exception
    assert not page.error
    assert [t.value for t in page.title] == [challenge.name]
    assert [t.label for t in page.tabs] == [*TABS]
    said = words(page)
    for part in [challenge.gap, *(k.text for k in challenge.kraftsamlingar), *(p.name for p in challenge.platforms)]:
        assert part in said
    for head in sentences(open_store(current()), read_catalogue(), area):
        assert head.count in said
        assert head.number in said
    assert "Automatisk text" in said


@pytest.mark.parametrize("area", AREAS)
def test_all_measures_begin_with_the_first_subjects_and_say_what_is_left(shipped, area):
    """Whole subjects; what is left is counted on the button, and one press shows all of it, in the address too."""
    store = open_store(current())
    every = challenge_view(store, store.catalogue(), area).sections
    first = first_of(every)
    rest = sum(len(section.measures) for section in every[len(first) :])
    assert every[: len(first)] == first
    assert rest == 0 or (rest > 6 and sum(len(section.measures) for section in first) >= 12)
    page = open_at(area)
    assert listed(page) == names_of(first)
    buttons = [button for button in page.button if button.label.endswith("mått till")]
    assert [button.label for button in buttons] == ([f"Visa {rest} mått till"] if rest else [])
    if not buttons:
        return
    assert [section.title in words(page) for section in every] == [True] * len(every)
    buttons[0].click().run()
    assert page.query_params["utm_fler"] == "1"
    assert listed(page) == names_of(every) == listed(open_at(area, utm_fler="1"))


def test_a_picture_of_some_of_the_measures_says_so(shipped):
    area, key = AREAS[0], f"measures_{AREAS[0]}"
    store = open_store(current())
    every = challenge_view(store, store.catalogue(), area).sections
    some, whole = (len(names_of(sections)) for sections in (first_of(every), every))
    assert some < whole
    assert picture_of(open_at(area), key) == f"{some} av {whole} mått för {area}"
    assert picture_of(open_at(area, utm_fler="1"), key) == f"Alla mått för {area}"


def picture_of(page, key: str) -> str:
    """The title of a picture, which is drawn when it is asked for."""
    page.session_state[f"{key}_drawn"] = True
    page.run()
    (body,) = [e.proto.body for e in page.get("html") if f'id="save-{key}"' in e.proto.body]
    return str(json.loads(re.search(r"const said = (.*), button", body).group(1))["title"])


def names_of(sections) -> list[str]:
    return [measure.row.name for section in sections for measure in section.measures]


def listed(page) -> list[str]:
    (table,) = (html.proto.body for html in page.get("html") if "Alla mått, ämne för ämne" in html.proto.body)
    rows = re.findall(r'<th scope="row"><a[^>]*>([^<]*)</a>', table[table.index("Alla mått, ämne för ämne") :])
    return [unescape(name) for name in rows]


@pytest.mark.parametrize("area", AREAS)
def test_there_are_six_to_ten_cards_each_with_its_sentence(shipped, area):
    store = open_store(current())
    view = challenge_view(store, store.catalogue(), area)
    cards = cards_of(store.catalogue(), view)
    assert 6 <= len(cards) <= 10
    said = words(open_at(area))
    assert not [c.sentence for c in cards if c.sentence not in said]


@pytest.mark.parametrize("area", AREAS)
def test_all_its_measures_are_there_wanted_ones_too(shipped, area):
    said = words(open_at(area, utm_fler="1")) + words(open_at(area, utm_flik="Var?"))
    serving = read_catalogue().of_challenge(area)
    assert len(serving) >= 15
    assert not [i.id for i in serving if i.short not in said]


def test_another_measure_can_be_shown_in_the_chart(shipped):
    catalogue = read_catalogue()
    headline = [i.id for i in catalogue.of_challenge(AREAS[0]) if AREAS[0] in i.headline]
    assert len(headline) >= 4
    key = f"matt_{AREAS[0]}"
    page = open_at(AREAS[0])
    for indicator in headline[:2]:
        page = page.segmented_control(key=key).set_value(indicator).run()
        assert not page.exception
        assert page.query_params["utm_matt"] in (indicator, [indicator])


def test_a_link_shows_the_same_measure_and_a_strange_one_the_first(shipped):
    key, catalogue = f"matt_{AREAS[0]}", read_catalogue()
    other = [i.id for i in catalogue.of_challenge(AREAS[0]) if AREAS[0] in i.headline][-1]
    assert open_at(AREAS[0], utm_matt=other).segmented_control(key=key).value == other
    strange = open_at(AREAS[0], utm_matt="<script>")
    assert not strange.error
    assert strange.segmented_control(key=key).value != "<script>"


@pytest.mark.parametrize("area", AREAS)
def test_for_whom_shows_groups_gaps_and_the_note(shipped, area):
    said = words(opened(area, "För vem?"))
    assert split_of(open_store(current()), read_catalogue(), area)
    assert "Kvinnor" in said
    assert "Analytikerns kommentar" in said


@pytest.mark.parametrize("area", AREAS)
def test_where_shows_the_kommuner_or_says_why_not(shipped, area):
    said = words(opened(area, "Var?"))
    store = open_store(current())
    assert placed_of(store, store.catalogue(), area)
    assert store.catalogue().name(store.catalogue().kommuner()[0]) in said
    assert "Rutorna ligger ungefär som på kartan" in said


@pytest.mark.parametrize("area", AREAS)
def test_what_is_done_has_the_money_of_the_whole_project(shipped, area):
    said = words(opened(area, "Vad görs?"))
    assert "Delmål" in said
    assert "Beloppen gäller hela projektet" in said
    assert "kronor" in said


def test_the_conclusion_says_why_it_is_empty_and_what_to_do(shipped):
    page = opened(AREAS[0], "Analysens slutsats")
    assert "Slutsatsen är inte skriven" in words(page)
    assert "Redigera texter" in words(page)
    assert not page.text_area


@pytest.mark.parametrize("area", AREAS[:1])
def test_without_figures_every_tab_says_so(bare, area):
    assert "Det finns inga siffror att visa ännu" in words(opened(area, "Läget"))
    assert "Måtten är inte uppdelade" in words(opened(area, "För vem?"))
    assert "Kommunerna kan inte jämföras här" in words(opened(area, "Var?"))
    assert "Delmål" in words(opened(area, "Vad görs?"))


def test_places_in_the_tables_lead_where_a_click_in_the_chart_does(shipped):
    page, catalogue = open_all(opened(AREAS[0], "Var?")), open_store(current()).catalogue()
    assert not page.exception
    place = catalogue.kommuner()[0]
    markup = "".join(element.proto.body for element in page.get("html"))
    for head in ('<th scope="row">', '<th scope="col" class="n">'):
        way = re.search(rf'{head}<a href="utforska\?([^"]+)">{catalogue.name(place)}</a>', markup)
        assert way
        assert {"geo": place, "diagram": "linje"}.items() <= dict(parse_qsl(unescape(way.group(1)))).items()


def drawn(page, tab=None):
    """The parts with something in them, after the reader has gone to this one."""
    if tab is not None:
        moved(page, {"utm_flik": tab})
    assert not page.exception
    return [one.label for one in page.tabs if one.children]


def test_who_goes_to_and_fro_has_both_parts_drawn_and_who_goes_on_only_one(shipped):
    page = open_at(AREAS[0])
    assert drawn(page) == ["Läget"]
    assert drawn(page, "För vem?") == ["För vem?"]
    assert drawn(page, "Läget") == ["Läget", "För vem?"]
    assert drawn(page, "För vem?") == ["Läget", "För vem?"]
    assert drawn(page, "Var?") == ["Var?"]
    assert drawn(page, "Läget") == ["Läget", "Var?"]
    page.run()
    assert drawn(page) == ["Läget"]


def test_parts_of_another_area_are_not_kept(shipped):
    page = open_at(AREAS[0])
    drawn(page, "För vem?")
    page._page_hash = next(h for h, one in page._registered_pages.items() if one.get("url_pathname") == AREAS[1])
    assert drawn(page, "Läget") == ["Läget"]
