"""An address may ask for anything: what no page has is named to the reader, and the page is shown as usual."""

import re

import pytest

from rus.core import paths
from rus.ui.strange import MORE, TRIED
from rus.views.pages import OF_AREA, OWN
from tests.pages.reading import words
from tests.region.making import open_at

NOTHING = "finns-ej<b>"
LONGER = re.compile(r'"([a-z]+_fler)"')
"""What a part of a page calls its choice of how many times more of a list is shown."""
PAGES = {page: sorted({*keys} & {*TRIED}) for page, keys in {**OWN, "inkludering": OF_AREA}.items()}


@pytest.mark.parametrize("page", [page for page, keys in PAGES.items() if keys])
def test_what_a_page_does_not_have_is_named(shipped, page):
    opened = open_at(page, **dict.fromkeys(PAGES[page], NOTHING))
    assert not opened.exception
    (told,) = [info.value for info in opened.info if "val som inte finns här" in info.value]
    assert [key for key in PAGES[page] if f"{key}={NOTHING}" not in told] == []
    assert "<b>" not in told.replace(NOTHING, "")


def test_every_choice_of_its_own_is_tried_somewhere():
    elsewhere = ("mal_", "kom_", "kat_", "kv_", "projekt_", "pres_", "rap_", "utf_", "om_flik", "utm_flik", "fetch")
    left = {key for keys in OWN.values() for key in keys} - {*TRIED}
    assert {key for key in left if not key.startswith(elsewhere)} <= {"fast", "vy_samling", "jml_grund"}
    parts = (file.read_text(encoding="utf-8") for file in (paths.ROOT / "rus" / "ui").glob("*.py"))
    named = {key for part in parts for key in LONGER.findall(part)}
    assert len(named) >= 7
    assert named == {*MORE}


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("utforska", {"utf_omr": "lan", "utf_skala": "index", "utf_fler": "2"}),
        ("jamlikhet", {"jml_ordna": "medel", "jml_sakra": "ja", "jml_grupp": "total"}),
        ("malstatus", {"mal_vy": "matris", "mal_kon": "K", "mal_inom": "alla", "mal_fler": "1"}),
        ("diagramguide", {"dia_val": "rutor"}),
        ("om", {"om_flik": "Metod"}),
    ],
)
def test_what_a_page_has_is_not_named(shipped, page, asked):
    opened = open_at(page, **asked)
    assert not opened.exception
    assert "val som inte finns här" not in words(opened)


@pytest.mark.parametrize(
    ("page", "asked", "part"),
    [
        ("", {"start_karta": "utslapp-av-vaxthusgaser"}, "kartan visar"),
        ("inkludering", {"utm_matt": "utslapp-av-vaxthusgaser"}, "diagrammet visar"),
        ("inkludering", {"utm_flik": "För vem?", "utm_matt": "utslapp-av-vaxthusgaser"}, "fliken visar"),
        ("inkludering", {"utm_flik": "Var?", "utm_matt": "utslapp-av-vaxthusgaser"}, "fliken visar"),
        ("kommuner", {"kom_tratt": "utslapp-av-vaxthusgaser"}, "mot slumpen prövas"),
        ("utforska", {"ind": "ohalsotal", "diagram": "samband", "utf_mot": "ohalsotal"}, "mot sig självt"),
    ],
)
def test_a_measure_that_a_part_can_not_show_is_named_with_the_reason(shipped, page, asked, part):
    opened = open_at(page, **asked)
    assert not opened.exception
    said = words(opened)
    assert said.count("visas inte här:") == 1
    assert part in said[said.index("visas inte här:") :][:100]
    assert "val som inte finns här" not in " ".join(info.value for info in opened.info)


def test_a_measure_that_is_shown_needs_no_word(shipped):
    assert "visas inte här:" not in words(open_at("inkludering", utm_matt="ekonomiskt-bistand"))


def test_a_lock_that_is_not_here_is_named(shipped):
    opened = open_at("rapport", rap_las="borta")
    said = [info.value for info in opened.info]
    assert any("låst rapport som inte finns här" in one for one in said)
