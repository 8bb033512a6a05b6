"""Looking back: a day in the address shows what was known then, on every page, and says so."""

import re
from datetime import timedelta

from rus.core.swedish import day
from rus.store.builds import all_builds, current
from rus.store.store import open_store
from tests.pages.reading import words
from tests.region.making import open_at


def opened(address: str, **parameters: str):
    page = open_at(address, **parameters)
    assert not page.exception
    assert not page.error, [e.value for e in page.error]
    return page


def test_what_is_new_is_told_kind_by_kind(updated):
    said = words(opened("data-och-kvalitet"))
    assert "En ny siffra" in said or "nya siffror i 1 mått" in said
    assert "har ändrats av källan" in said
    assert "+1,5 procentenheter" in said
    assert "2091" in said


def test_the_reader_chooses_since_when(updated):
    said = words(opened("data-och-kvalitet", kv_sedan=f"Sedan uppdateringen {day(updated.first)}"))
    assert "2090 och 2091" in said


def test_a_day_shows_what_was_known_when_it_ended(updated):
    wanted = updated.first + timedelta(days=3)
    page = opened("utforska", ind=updated.indicator, diagram="tabell", kon="T", dv=wanted.isoformat())
    assert f"som de var kända den {day(wanted)}" in page.warning[0].value
    said = words(page)
    assert "2090" in said
    assert "51,0" in said
    assert "2091" not in said


def test_before_the_first_update_there_is_only_what_came_with_the_content(updated):
    before = updated.first - timedelta(days=1)
    page = opened("utforska", ind=updated.indicator, diagram="tabell", kon="T", dv=before.isoformat())
    assert "2090" not in words(page)


def test_without_a_day_the_newest_is_shown(updated):
    page = opened("utforska", ind=updated.indicator, diagram="tabell", kon="T")
    assert not page.warning
    assert "52,5" in words(page)


def test_a_day_that_has_not_come_is_the_newest_version(updated):
    page = opened("", dv=(updated.second + timedelta(days=20)).isoformat())
    assert "detsamma som den senaste" in page.warning[0].value


def test_a_link_to_an_earlier_build_says_both_versions_as_moments(updated):
    newest, *_, oldest = all_builds()
    said = opened("", dv=oldest.id).warning[0].value
    assert "Länken visar dataversion" in said
    assert len(re.findall(r"\d+ \w+ 20\d\d klockan \d\d\.\d\d", said.replace("\xa0", " "))) == 2
    assert newest.id not in said


def test_every_page_looks_back(updated):
    wanted = updated.first + timedelta(days=3)
    catalogue = open_store(current()).catalogue()
    for address in ("", catalogue.challenges[0].id, "projekt", "data-och-kvalitet", "om"):
        page = opened(address, dv=wanted.isoformat())
        assert day(wanted) in page.warning[0].value
        assert f"Dataversion {day(wanted)}" in words(page).replace("\xa0", " ")


def test_the_page_offers_the_days_that_something_became_known(updated):
    picker = opened("data-och-kvalitet").selectbox(key="pick_dv")
    before = updated.first - timedelta(days=1)
    assert picker.options == [
        "Det senaste",
        f"Som det var {day(updated.first)}",
        "Som det var före första uppdateringen",
    ]
    page = picker.select("Som det var före första uppdateringen").run()
    assert not page.error
    assert page.query_params["dv"] == before.isoformat()
    assert day(before) in page.warning[0].value


def test_a_day_before_everything_is_told(updated):
    page = opened("", dv="1999-01-01")
    assert "visas den senaste" in page.warning[0].value
