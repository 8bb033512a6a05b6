"""Every Kolada series is in Kolada's catalogue as it was recorded, or its file says that it has ended."""

import gzip
import os
import re
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from rus.catalogue.series import KoladaSeries
from rus.sources.kolada_catalogue import Kpi, read_kpis_page
from tests.sources.kolada_answers import raw_of

ENDED = re.compile(r"\(-(\d{4})\)")


@pytest.fixture(scope="module")
def recorded() -> dict[str, Kpi]:
    folder = Path(os.environ.get("RUS_FIXTURES") or "-") / "kolada" / "reconstructed_v3"
    if not folder.is_dir():
        pytest.skip("RUS_FIXTURES är inte satt")
    pages = [gzip.decompress((folder / f"kpi_page{number}.json.gz").read_bytes()) for number in (1, 2)]
    return {kpi.id: kpi for body in pages for kpi in read_kpis_page(raw_of(body, "/kpi"))}


@pytest.fixture(scope="module")
def series() -> list[KoladaSeries]:
    every = (s for i in read_catalogue().indicators.values() for s in i.series)
    return [s for s in every if isinstance(s, KoladaSeries)]


def test_an_id_that_is_gone_is_marked_as_ended(recorded: dict[str, Kpi], series: list[KoladaSeries]) -> None:
    gone = {s.id for s in series if s.id not in recorded}
    assert gone == {"N00713", "N00914", "N02995", "N18941"}
    assert all(s.retired for s in series if s.id in gone)


def test_a_series_that_its_title_says_has_ended_is_not_waited_for(
    recorded: dict[str, Kpi], series: list[KoladaSeries]
) -> None:
    """It is marked as ended; or, where its figures are still to be fetched, it says its last year."""
    for one in series:
        ended = ENDED.search(recorded[one.id].title) if one.id in recorded else None
        if ended:
            assert one.retired or (one.to_year and one.to_year <= int(ended[1])), one.id


def test_margins_are_kolada_s_own_margins(recorded: dict[str, Kpi], series: list[KoladaSeries]) -> None:
    known = [s for s in series if s.id in recorded]
    assert [s.id for s in known if (s.role == "margin") != recorded[s.id].is_margin] == []
    assert len([s for s in known if s.role == "margin"]) >= 10


def test_what_is_split_by_sex_at_the_source_is_asked_for_by_sex(
    recorded: dict[str, Kpi], series: list[KoladaSeries]
) -> None:
    known = {s.id for s in series if s.id in recorded and s.live and recorded[s.id].divided and len(s.sexes) == 1}
    assert known <= {"N15901"}  # its figures in hand are of both together
