"""Kolada: what is asked, what is read, and what is refused."""

from dataclasses import replace
from datetime import date

import pyarrow.compute as pc
import pytest

from rus.core.errors import SourceError
from rus.sources.base import ROWS, RetiredError, Wanted
from rus.sources.kolada import LOADER, from_kolada, plan, to_kolada
from rus.sources.kolada_catalogue import read_groups, read_kpis, read_regions
from tests.sources.asking import Direct, fetched
from tests.sources.kolada_answers import URL, series
from tests.stub.kolada import Kolada
from tests.stub.kolada import Kpi as Made

PLACES = ("00", "91", "9101")


def asking(service: Kolada) -> Direct:
    return Direct(service.answer, URL)


@pytest.fixture(autouse=True)
def _default_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RUS_KOLADA_URL", raising=False)


def test_codes_of_regions_go_both_ways():
    pairs = {"00": "0000", "18": "0018", "1880": "1880", "0114": "0114"}
    assert {ours: to_kolada(ours) for ours in pairs} == pairs
    assert {ours: from_kolada(theirs) for ours, theirs in pairs.items()} == {ours: ours for ours in pairs}


def test_rows_are_those_that_were_published():
    service = Kolada.small()
    rows = fetched(LOADER, Wanted((series(),), PLACES), asking(service))["kolada:N00001"]
    assert rows.schema == ROWS
    assert rows.num_rows == len(PLACES) * 7 * 3
    women = [r for r in rows.to_pylist() if (r["region"], r["period"], r["sex"]) == ("91", "2024", "women")]
    assert [r["value"] for r in women] == [service.value("N00001", "0091", 2024, "K")]
    assert set(rows["deleted"].to_pylist()) == {False}


def test_lists_are_short_and_cover_all_that_was_asked():
    ids = [f"N{number:05}" for number in range(60)]
    places = [f"{number:04}" for number in range(1401, 1461)]
    service = Kolada.of(ids, places)
    client = asking(service)
    rows = fetched(LOADER, Wanted(tuple(series(i) for i in ids), tuple(places)), client)
    assert len(rows) == 60
    assert {table.num_rows for table in rows.values()} == {60 * 25 * 3}
    data = [asked.url for asked in client.asked if "/data/" in asked.url]
    assert len(data) > len({url.split("?")[0] for url in data}) == 9  # 3 lists of ids × 3 of places, some of many pages


def test_pages_are_read_to_the_end():
    service = replace(Kolada.small(), rows_a_page=4)
    client = asking(service)
    rows = fetched(LOADER, Wanted((series(),), PLACES), client)["kolada:N00001"]
    assert rows.num_rows == 63
    assert sum("/data/" in asked.url for asked in client.asked) == 6


def test_without_regions_all_of_them_are_asked_for():
    rows = fetched(LOADER, Wanted((series(),)), asking(Kolada.small()))["kolada:N00001"]
    assert len(pc.unique(rows["region"])) == 7


def test_what_changed_since_is_asked_for_with_an_overlap():
    service = Kolada.small()
    service.tell(("N00001", "0091", 2024, "T"), 77.0, "2026-03-01")
    service.tell(("N00001", "0091", 2026, "T"), 78.0, "2026-03-02")
    service.take_back(("N00001", "9101", 2020, "K"), "2026-03-03")
    service.tell(("N00001", "0000", 2024, "T"), 79.0, "2026-02-01")
    client = asking(service)
    rows = fetched(LOADER, Wanted((series(),), PLACES, date(2026, 3, 4)), client)["kolada:N00001"].to_pylist()
    assert "from_date=2026-03-01" in client.asked[-1].url
    found = {(r["region"], r["period"], r["sex"]): (r["value"], r["status"], r["deleted"]) for r in rows}
    assert found == {
        ("91", "2024", "total"): (77.0, None, False),
        ("91", "2026", "total"): (78.0, None, False),
        ("9101", "2020", "women"): (None, "saknas", True),
    }


def test_nothing_changed_is_an_answer_too():
    rows = fetched(LOADER, Wanted((series(),), PLACES, date(2026, 6, 1)), asking(Kolada.small()))
    assert rows["kolada:N00001"].num_rows == 0


def test_the_next_publication_is_the_version_until_it_is_due():
    service = Kolada.small()
    service.kpis["N00001"].next_date = "2026-09-01"
    service.kpis["N00002"].next_date = None
    wanted = Wanted((series(), series("N00002"), series("U00003", role="margin")), PLACES)
    before = {p.series: p.version for p in plan(wanted, asking(service), date(2026, 8, 31))}
    due = {p.series: p.version for p in plan(wanted, asking(service), date(2026, 9, 1))}
    assert before == {"kolada:N00001": "2026-09-01|2026", "kolada:N00002": None, "kolada:U00003": "2099-03-06|2026"}
    assert due["kolada:N00001"] is None
    assert {f.series: f.version for f in LOADER.fetch(wanted, asking(service))} == before


def test_a_key_figure_that_is_gone_says_so_and_the_others_come():
    wanted = Wanted((series(), series("N99999")), PLACES)
    client = asking(Kolada.small())
    trouble = {f.series: f.trouble for f in LOADER.fetch(wanted, client)}
    assert isinstance(trouble["kolada:N99999"], RetiredError)
    assert trouble["kolada:N00001"] is None
    assert "N99999" not in client.asked[-1].url
    planned = {p.series: p.trouble for p in plan(wanted, client)}
    assert isinstance(planned["kolada:N99999"], RetiredError)


@pytest.mark.parametrize(("identity", "role"), [("N00001", "margin"), ("U00003", "value")])
def test_an_uncertainty_is_only_taken_for_an_uncertainty(identity, role):
    (found,) = LOADER.fetch(Wanted((series(identity, role=role),), PLACES), asking(Kolada.small()))
    assert found.trouble
    assert "osäkerhetstal" in str(found.trouble)


def test_a_key_figure_without_any_figure_is_not_taken_for_an_empty_one():
    service = Kolada.small()
    service.kpis["N00009"] = Made("N00009", years=())
    found = {f.series: f.trouble for f in LOADER.fetch(Wanted((series(), series("N00009")), PLACES), asking(service))}
    assert "inte ett enda värde" in str(found["kolada:N00009"])
    assert found["kolada:N00001"] is None


def test_the_catalogue_groups_and_regions_are_read():
    client = asking(Kolada.small())
    assert read_kpis(client, ["N00001"])["N00001"].owner == "Ingen"
    assert len(read_kpis(client)) == 3
    assert read_groups(client, ["G1", "G2"]) == {"G1": ("Provgruppen (ovägt medel)", ("9101", "9102"))}
    assert read_regions(client)["0091"] == "L"
    strange = replace(Kolada.small(), municipalities={"0000": "X"})
    with pytest.raises(SourceError, match="okänd sorts region"):
        read_regions(asking(strange))
