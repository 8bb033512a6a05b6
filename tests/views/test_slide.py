"""A slide's address: tidied as people paste it, and the same content as its page."""

import pytest

from rus.core.errors import UsageError
from rus.views.choice import read_choice
from rus.views.goal_board import goal_board
from rus.views.indicator import Cut, indicator_view
from rus.views.multiples import Multiples
from rus.views.slide import slide_view, tidied


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("/utforska?ind=a&geo=18&dv=2026-11-25", "/utforska?ind=a&geo=18"),
        ("http://host:8501/rus/utforska?ind=a&geo=18,1880&utm=x", "/utforska?ind=a&geo=18,1880"),
        (" /malstatus/ ", "/malstatus"),
        ("utforska?ind=a&utf_omr=lan&pres_fran=x.1", "/utforska?ind=a&utf_omr=lan"),
        ("/utforska?ind=a&grp=a b#del", "/utforska?ind=a&grp=a+b"),
    ],
)
def test_an_address_is_tidied(pasted, kept):
    assert tidied(pasted) == kept


@pytest.mark.parametrize("chart", ["linje", "rangordning", "rutor"])
def test_a_slide_shows_what_its_page_shows(county, chart):
    catalogue = county.catalogue()
    for indicator in catalogue.indicators:
        address = {"ind": indicator, "diagram": chart}
        page = indicator_view(county, catalogue, read_choice(address, catalogue), Cut())
        slide = slide_view(county, catalogue, f"/utforska?ind={indicator}&diagram={chart}")
        assert slide.shown
        assert (slide.title, slide.source, slide.alt) == (page.title, page.source, page.alt)
        assert slide.shown.rows.equals(page.rows)
        if page.told and isinstance(page.told.values, Multiples):
            assert "kartan" not in slide.subtitle
        else:
            assert slide.subtitle == page.subtitle


def test_goals_are_counted_once_each(county):
    catalogue = county.catalogue()
    board = goal_board(county, catalogue, catalogue.here.region)
    if not board.lines:
        with pytest.raises(UsageError, match="har ett mål"):
            slide_view(county, catalogue, "/malstatus")
        return
    slide = slide_view(county, catalogue, "/malstatus")
    assert sum(each.count for each in slide.goals) == len(board.lines)
    assert f" av {len(board.lines)} mål" in slide.title


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("/", "kan inte visas"),
        ("/om?om_flik=Metod", "kan inte visas"),
        ("/../../etc", "kan inte visas"),
        ("/utforska", "nämner inget mått"),
        ("/utforska?ind='; drop table observation; --", "val som inte finns"),
        ("/utforska?ind=%00", "val som inte finns"),
        ("/malstatus?geo=9999", "geo=9999"),
        ("/jamlikhet?kon=X", "kon=X"),
    ],
)
def test_what_does_not_exist_is_refused_with_a_friendly_word(county, address, word):
    with pytest.raises(UsageError, match=word):
        slide_view(county, county.catalogue(), address)
