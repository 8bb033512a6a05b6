"""The files of a whole challenge area: what the page shows is in them, and Utforska hands out the same."""

from rus.catalogue.read import read_catalogue
from tests.pages.opening import opened
from tests.pages.taking import taking
from tests.region.making import open_at

SAME = ("indicator", "region", "period", "sex", "group", "value", "unit")


def test_the_file_of_an_area_holds_what_its_page_shows_and_is_the_same_in_utforska(present_county):
    area = read_catalogue().challenges[0].id
    with taking() as taken:
        page = open_at(area)
        assert not page.exception
        shown, whole = (facts(taken.rows(f"{part}_{area}")) for part in ("seen", "all"))
        assert not opened(open_at("utforska"), "whole_areas").exception
        again = facts(taken.rows(f"area_{area}"))
    assert len(shown) > 10
    assert shown - whole == set()
    assert again == whole


def facts(rows: list[dict[str, str]]) -> set[tuple[str, ...]]:
    """What the rows of a file say."""
    return {tuple(row[name] for name in SAME) for row in rows}
