"""Pinned views: one short way to write each, hostile ones refused, axes alike where that says something."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.core.errors import UsageError
from rus.store.build import ensure_build
from rus.store.store import open_store
from rus.texts.kinds import SavedView, ViewSet
from rus.ui.address import STAYING
from rus.ui.site import LATER, PAGES
from rus.views.pages import EVERYWHERE, OF_AREA, OWN
from rus.views.pins import (
    LETTERS,
    MOST,
    PAGE,
    address_of,
    axis_reason,
    can_be_pinned,
    levels_meet,
    on_shared_axis,
    packed,
    pin_of,
    pinned,
    shared_axes,
    unpacked,
)
from rus.views.sets import faults, name_of, pins_of
from rus.views.structure import structure
from tests.store.content import write_content

UI = paths.ROOT / "rus" / "ui"
PEOPLE = {"ind": "sysselsatta", "geo": "9101", "kon": "KM", "grp": "total", "jmf": "ingen", "diagram": "linje"}


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The small county: its store, catalogue and what similar kommuner are chosen by."""
    root = tmp_path_factory.mktemp("pins") / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_CONTENT", str(root))
        patch.setenv("RUS_HOME", str(root / "data"))
        write_content(root)
        store, catalogue = open_store(ensure_build()[0]), read_catalogue()
        yield store, catalogue, structure(store, catalogue)


def test_a_view_is_written_short_and_read_back():
    pin = pin_of({**PEOPLE, "dv": "2026-11-25", "utf_omr": "lan", "kom_jmf": "x"})
    said = packed([pin])
    assert said == "isysselsatta~~g9101~~kKM~~jingen~~olan~~v2026-11-25"
    assert unpacked(said) == ((pin,), True)


def test_the_same_view_has_one_way_to_be_written():
    assert pin_of(dict(reversed(PEOPLE.items()))) == pin_of(PEOPLE)
    assert pin_of({**PEOPLE, "kon": "T"}) == pin_of({key: value for key, value in PEOPLE.items() if key != "kon"})


VALUES = st.from_regex(r"[a-z0-9,.-]{1,12}(~[a-z0-9.]{1,6})?", fullmatch=True)
ONE = st.fixed_dictionaries({"ind": VALUES}, optional={key: VALUES for key in LETTERS if key != "ind"}).map(pin_of)


OTHER = st.tuples(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("ind", "geo", "visa", "mal_omr", "kom_plats", "dv"), VALUES)),
    st.sampled_from(["", "jamlikhet", "malstatus", "kommuner", "projekt"]),
).map(lambda one: pin_of(*one))


@given(st.lists(ONE | OTHER, max_size=MOST, unique=True))
def test_any_views_are_read_back_as_they_were_written(pins):
    assert unpacked(packed(pins)) == (tuple(pins), True)


@given(st.text(max_size=80))
def test_whatever_stands_in_an_address_is_read_without_an_error(said):
    pins, _ = unpacked(said)
    assert len(pins) <= MOST


def test_a_chart_of_another_page_is_written_with_its_page_and_only_its_own_choices():
    pin = pin_of({"geo": "9101", "visa": "nu", "ind": "sysselsatta", "kon": "KM", "lang": "en"}, "jamlikhet")
    assert packed([pin]) == "pjamlikhet~~xind:sysselsatta~~xgeo:9101~~xvisa:nu"
    assert unpacked(f"{packed([pin])}~~isysselsatta") == ((pin, (("ind", "sysselsatta"),)), True)
    assert address_of(pin) == "/jamlikhet?ind=sysselsatta&geo=9101&visa=nu"
    assert unpacked("p~~xvisa:kon")[0] == (((PAGE, ""), ("visa", "kon")),)


def test_an_address_can_be_pinned_where_it_names_a_chart():
    said = (("utforska", {"ind": "a"}), ("malstatus", {}), ("", {"visa": "kon"}), ("skola", {}))
    assert [can_be_pinned(page, parameters, ("skola",)) for page, parameters in said] == [True] * 4
    no = (("utforska", {}), ("", {}), ("om", {}), ("skola", {}))
    assert [can_be_pinned(page, parameters) for page, parameters in no] == [False] * 4


WRONG = ["x", "g18", "ia~~q1", "ia~~k", "~~", "i", "ia~~g1~~g2", "ia~~xvisa:nu", "pom~~g18", "pom~~xlang:en", "p<b>"]


@pytest.mark.parametrize("said", [*WRONG, "putforska", "pmalstatus~~xgeo:1~~xgeo:2", "pom~~xvisa"])
def test_what_could_not_be_read_is_told(said):
    assert unpacked(said)[1] is False


def test_no_more_are_read_than_can_be_shown():
    pins, whole = unpacked("~~".join(f"i{n}" for n in range(6)))
    assert (len(pins), whole) == (MOST, False)


def test_a_pin_shows_what_utforska_shows(county):
    view = pinned(*county, pin_of(PEOPLE))
    assert view.indicator.id == "sysselsatta"
    assert view.picture
    assert [line.role for line in view.picture.ours] == ["women", "men"]


@pytest.mark.parametrize("wrong", [{"ind": "finns-ej"}, {"ind": "sysselsatta", "geo": "7777"}, {"geo": "9101"}])
def test_a_view_of_what_does_not_exist_is_refused_in_words(county, wrong):
    with pytest.raises(UsageError, match=r"inte finns här|inget mått"):
        pinned(*county, pin_of(wrong))


def test_lines_in_the_same_unit_share_an_axis(county):
    one = pinned(*county, pin_of(PEOPLE))
    other = pinned(*county, pin_of({**PEOPLE, "kon": "T", "geo": "9102"}))
    axes = shared_axes([one, None, other])
    assert sorted(axes) == [0, 2]
    assert axes[0] == axes[2]
    assert one.picture
    assert other.picture
    drawn = [p.value for view in (one, other) for line in view.picture.lines for p in line.points]
    assert min(axes[0]) <= min(drawn)
    assert max(axes[0]) >= max(drawn)
    assert levels_meet([one, None, other])
    assert axis_reason([one, None, other]) == ""


def test_where_no_axis_is_shared_the_reason_is_said(county):
    line = pinned(*county, pin_of(PEOPLE))
    ranking = pinned(*county, pin_of({**PEOPLE, "diagram": "rangordning"}))
    assert shared_axes([line, ranking]) == {}
    assert "linjer över tid" in axis_reason([line, ranking])
    assert axis_reason([line]) == ""


def test_where_the_axis_begins_is_said_of_the_axis_that_is_drawn():
    words = "Andel, procent. Grått: Riket. Axeln börjar på 62,5 %."
    assert on_shared_axis(words, (0.0, 80.0)) == "Andel, procent. Grått: Riket."
    assert on_shared_axis(words, (70.0, 80.0)) == "Andel, procent. Grått: Riket. Axeln börjar på 70 %."
    assert on_shared_axis("Andel, procent.", (70.0, 80.0)) == "Andel, procent."


def test_a_set_says_what_does_not_exist_here(county):
    wrong = ("/utforska?ind=finns-ej", "/malstatuss", "/utforska?geo=9101", "/utforska?ind=sysselsatta", "/malstatus")
    more = ("/kommuner?kom_platser=9101&geo=7777", "/finns-ej")
    body = ViewSet(title="x", views=tuple(SavedView(view=view) for view in (*wrong, *more)))
    assert faults(body, county[1]) == [
        "vy 1: länken har val som inte finns här: ind=finns-ej; kopiera länken från sidan på nytt",
        "vy 2: sidan /malstatuss finns inte här; menade du /malstatus?",
        "vy 3: länken säger inte vilket mått; kopiera länken från Utforska på nytt",
        "vy 6: sidan /kommuner har inget val som heter kom_platser; menade du kom_plats?",
        "vy 6: länken har val som inte finns här: geo=7777; kopiera länken från sidan på nytt",
        "vy 7: sidan /finns-ej finns inte här; kopiera länken från sidan på nytt",
    ]


def test_every_page_and_what_its_address_takes_is_known():
    addresses = {address for _, address, _ in LATER}
    assert {*OWN} == {"", *addresses}
    code = "".join(path.read_text(encoding="utf-8") for path in (*UI.glob("*.py"), *PAGES.glob("*.py")))
    read = set(re.findall(r'(?:private|query_params\.get)\("([a-z_]+)"', code))
    read |= set(re.findall(r'page_choice\.(?:keep|tabs)\([^")]*"([a-z_]+)"', code)) | STAYING
    read |= set(re.findall(r'key="([a-z_]+)",?\s+bind="query-params"', code))
    assert read - {key for keys in OWN.values() for key in keys} - OF_AREA - EVERYWHERE == set()


def test_a_view_in_a_set_is_called_by_its_measure_and_place(county):
    catalogue, pages = county[1], {"malstatus": "Målstatus", "jamlikhet": "Jämlikhet"}
    name = name_of(SavedView(view="/utforska?ind=sysselsatta&geo=9101&kon=KM"), catalogue, pages)
    assert name == f"{catalogue.indicators['sysselsatta'].short}, {catalogue.name('9101')}, kvinnor och män"
    assert name_of(SavedView(view="/malstatus"), catalogue, pages) == "Målstatus"
    assert name_of(SavedView(view="/jamlikhet?ind=sysselsatta"), catalogue, pages).startswith("Jämlikhet: ")
    assert name_of(SavedView(title="Eget", view="/malstatus"), catalogue, pages) == "Eget"


def test_views_of_a_set_stand_side_by_side_four_at_a_time():
    views = [SavedView(view=f"/utforska?ind=m{n}") for n in range(5)]
    groups = pins_of(ViewSet(title="x", views=(SavedView(view="/malstatus"), *views, views[0])))
    assert [len(group) for group in groups] == [4, 2]
    assert groups[0][0] == ((PAGE, "malstatus"),)
    assert pins_of(ViewSet(title="x", views=(SavedView(view="/om"), SavedView(view="/skola"))), ("skola",)) == (
        (((PAGE, "skola"),),),
    )
