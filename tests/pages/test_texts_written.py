"""Texts that people write on the pages: only where they are edited, every version kept, conflicts told."""

from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from rus.texts.kinds import Approval, Conclusion, Note
from rus.texts.texts import texts
from rus.ui.challenge_tabs import TABS
from tests.pages.reading import words
from tests.region.making import open_at

AREA = read_catalogue().challenges[0].id
END, NOW, WHO = "Analysens slutsats", "Läget", "För vem?"


@pytest.fixture(autouse=True)
def _no_texts(shipped: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Texts of each test in a folder of its own, beside the one store."""
    from rus.texts import texts as module

    room = module.Texts(tmp_path / "texts")
    for name in ("rus.ui.writing.texts", "rus.ui.approval.texts", f"{__name__}.texts"):
        monkeypatch.setattr(name, lambda: room)


def edited(tab: str, address: str = AREA, **more: str):
    page = open_at(address, utm_flik=tab, **more) if tab else open_at(address)
    page = page.toggle(key="redigera_texter").set_value(True).run()
    assert not page.exception
    return page


def fields(page, version: int) -> list[str]:
    return [a.value for a in page.text_area if f"_{version}_" in str(a.key)]


def write(page, version: int, **said: str):
    for name, value in said.items():
        page.text_area(key=f"conclusion_{AREA}_{version}_{name}").set_value(value)
    return page.button(key=f"FormSubmitter:conclusion_{AREA}_{version}-Spara").click().run()


def test_readers_see_no_buttons():
    for address, tab in ((AREA, NOW), (AREA, END), ("", "")):
        page = open_at(address, **({"utm_flik": tab} if tab else {}))
        assert not page.text_area
        assert "Granska:" not in words(page)


def test_a_conclusion_is_written_and_read_with_author_and_data_version():
    page = edited(END)
    page.text_input(key=f"conclusion_{AREA}_0_av").set_value("Analys")
    page = write(page, 0, now="Nuläget är <b>så</b>.", gap="Gapet är stort.")
    assert [s.value for s in page.success] == ["Texten är sparad."]
    kept = texts().newest(Conclusion, AREA)
    assert (kept.body.now, kept.author) == ("Nuläget är <b>så</b>.", "Analys")
    said = words(open_at(AREA, utm_flik=END))
    for part in ("Gapet är stort.", "&lt;b&gt;så", "av Analys", f"Skriven till dataversion {kept.data_version}"):
        assert part in said


def test_an_empty_conclusion_is_refused():
    page = write(edited(END), 0, now="   ")
    assert "Texten är tom" in page.error[0].value
    assert texts().newest(Conclusion, AREA) is None


def test_a_conflict_is_told_and_nobodys_words_are_lost():
    page = edited(END)
    texts().save(Conclusion(now="Den andras."), AREA, author="Den andra", seen=0)
    page = write(page, 0, now="Mina ord.")
    assert "Någon annan har sparat" in page.error[0].value
    assert "Den andras." in words(page)
    assert "Mina ord." in fields(page, 1)
    page = write(page, 1, now="Båda.")
    assert [v.body.now for v in texts().history(Conclusion, AREA)] == ["Båda.", "Den andras."]


def test_an_earlier_version_comes_back_as_a_new_one_also_after_removal():
    texts().save(Conclusion(now="Första."), AREA, author="", seen=0)
    texts().save(Conclusion(now="Andra."), AREA, author="", seen=1)
    page = edited(END).button(key=f"conclusion_{AREA}_gone").click().run()
    assert "Slutsatsen är inte skriven" in words(page)
    page = page.selectbox(key=f"conclusion_{AREA}_earlier").set_value(1).run()
    page = page.button(key=f"conclusion_{AREA}_back").click().run()
    assert texts().newest(Conclusion, AREA).body.now == "Första."
    assert len(texts().history(Conclusion, AREA)) == 4


def test_a_text_written_to_other_figures_says_so():
    texts().save(Conclusion(now="Då."), AREA, author="", seen=0, data_version="2020-01-01T000000Z")
    assert "läs igenom texten mot de siffrorna" in words(open_at(AREA, utm_flik=END))


def test_a_note_belongs_to_its_measure():
    page = edited(WHO)
    key = next(str(a.key) for a in page.text_area if str(a.key).endswith("_0_cause"))
    indicator = key.removeprefix("note_").removesuffix("_0_cause")
    page.text_area(key=key).set_value("Utbildning saknas.")
    page = page.button(key=f"FormSubmitter:note_{indicator}_0-Spara").click().run()
    assert texts().newest(Note, indicator).body.cause == "Utbildning saknas."
    assert "Utbildning saknas." in words(open_at(AREA, utm_flik=WHO, utm_matt=indicator))


@pytest.mark.parametrize(("address", "tab"), [("", ""), (AREA, NOW)])
def test_a_sentence_is_approved_in_own_words_and_the_mark_changes(address, tab):
    page = edited(tab, address)
    ask = next(a for a in page.text_area if str(a.key).startswith(f"{address or 'start'}-wrong_way"))
    at = str(ask.key).removesuffix("_ord")
    ask.set_value("Det här går åt fel håll.")
    page = page.button(key=f"{at}_ja").click().run()
    assert not page.exception
    (kept,) = texts().all(Approval)
    assert kept.body.own_words == "Det här går åt fel håll."
    reader = words(open_at(address))
    assert "Det här går åt fel håll." in reader
    assert "Granskad text, egna ord" in reader
    again = edited(tab, address).button(key=f"{at.rpartition('_')[0]}_1_nej").click().run()
    assert "Det här går åt fel håll." not in words(again)


def test_the_switch_stays_from_page_to_page():
    page = edited("", "")
    assert page.toggle(key="redigera_texter").value
    assert page.session_state["texts_edited"]


@pytest.mark.parametrize("tab", TABS)
def test_the_switch_stands_where_texts_can_be_edited_and_stays_on_elsewhere(tab):
    page = edited("Läget")
    page.query_params["utm_flik"] = tab
    page.run()
    switches = [toggle for toggle in page.toggle if toggle.key == "redigera_texter"]
    assert [toggle.value for toggle in switches] == ([True] if TABS[tab].texts else [])
    assert page.session_state["texts_edited"]


def test_damaged_texts_are_told_once_and_the_figures_still_shown():
    texts().save(Conclusion(now="Då."), AREA, author="", seen=0)
    texts().file.write_bytes(b"no database at all, " * 200)
    page = open_at(AREA)
    assert not page.exception
    assert ["skadad" in w.value for w in page.warning] == [True]
    assert "Automatisk text" in words(page)
    assert "skadad" in open_at(AREA, utm_flik=END).error[0].value
