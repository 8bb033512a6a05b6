"""The bench of the pages: every page of the site is walked to, and its figures become tables."""

import itertools

import pytest

from rus.bench import pages
from rus.bench.clock import Timing
from rus.bench.page_table import page_tables
from rus.bench.report import Report
from rus.bench.scenes import navigation
from rus.bench.storing import home
from rus.bench.walking import Cost, Walked, around, there_and_back
from rus.catalogue.read import read_catalogue
from rus.core.errors import RusError
from rus.store.build import build
from rus.store.store import open_store


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """Store and catalogue of the content that ships."""
    with home(tmp_path_factory.mktemp("home")):
        store = open_store(build(read_catalogue()))
        yield store, store.catalogue()


@pytest.fixture(scope="module")
def found(here):
    store, catalogue = here
    return pages.sights(store, catalogue, navigation(catalogue))


def test_every_page_of_the_navigation_has_choices_that_differ(found):
    assert {"", "utforska", "kommuner", "jamlikhet", "om"} <= {sight.address for sight in found}
    for sight in found:
        assert len(set(sight.choices)) > 1, sight.name
    assert [sight.address for sight in found if sight.heavy] == ["rapport"]


def test_a_page_without_choices_is_named(monkeypatch, here):
    store, catalogue = here
    monkeypatch.setattr(pages, "_by_place", lambda _store, _catalogue: iter([{"geo": "1"}]))
    with pytest.raises(RusError, match="Ny sida"):
        pages.sights(store, catalogue, [("ny", "Ny sida")])


def test_the_walk_goes_from_every_page_to_every_other():
    views = [(name, "") for name in "abcd"]
    way = [views[0], *there_and_back(views)]
    steps = set(itertools.pairwise(way))
    assert steps >= set(itertools.permutations(views, 2))
    assert all(here != there for here, there in steps)


def test_views_are_gone_through_in_whole_rounds():
    assert around([("a", ""), ("b", "")], 3) == [("a", ""), ("b", "")] * 2
    assert Cost((1.0, 3.0, 2.0), (1, 2, 3), 0.0).timing == Timing(2.0, 3.0, 3)


def test_the_time_to_a_page_is_that_of_all_ways_there():
    ways = ((("a", ""), 1.0), (("b", "x"), 5.0), (("a", ""), 3.0))
    found = Walked({}, ways)
    assert found.arrived("a") == Timing(2.0, 3.0, 2)
    assert found.every == Timing(3.0, 5.0, 3)


def test_the_tables_have_a_row_a_page_and_what_is_over_is_bold():
    report = Report()
    report.timing("sidor", "Om: ändrat val", Timing(12.4, 61.0, 9), median=25, p95=60)
    report.add("sidor", "sidbyte, alla", 1.0, "ms")
    report.timing("webbläsare", "Om: klick till målat", Timing(150.2, 180.0, 9), median=220)
    report.ratio(
        "webbläsare", "Om: klick till målat", Timing(150, 180, 9), Timing(300, 360, 9), against="peer", limit=1
    )
    report.add("webbläsare", "Om: första besöket, median", 2.04, "s", limit=2.5)
    report.ratio("webbläsare", "Om: första besöket", Timing(3, 3, 3), Timing(2, 2, 3), against="peer", limit=1)
    figures, shares = page_tables(report.rows).split("\n\n")
    head, rule, row = figures.splitlines()
    assert head.startswith("| page | changed choice, ms (p95) |")
    assert rule.count("---") == head.count("|") - 1
    assert row.startswith("| Om | 12 (**61**) |")
    assert row.endswith("| 150 | 2.0 |")
    assert (
        shares.splitlines()[0]
        == "| page | changed choice | largest message | arriving | click to painted | first visit |"
    )
    assert shares.splitlines()[2] == "| Om |  |  |  | 0.50 | **1.50** |"
