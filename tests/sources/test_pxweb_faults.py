"""PxWeb over a real line, and everything that can go wrong on it: the right rows, or one clear refusal."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rus.catalogue.series import PxSeries
from rus.core import paths
from rus.core.errors import SourceError
from rus.sources.base import Asked, Raw, Wanted
from rus.sources.jsonstat import read_cube
from rus.sources.pxweb2 import LOADER
from rus.sources.rows import rows_of
from tests.sources.asking import NOW, Row, plain, write_regions
from tests.sources.timing import Time, asking
from tests.stub import wire
from tests.stub.server import Stub, Window

SERIES = PxSeries.model_validate({"loader": "pxweb2", "table": "TAB1"})


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    monkeypatch.setenv("RUS_CONTENT", str(write_regions(tmp_path)))
    with Stub() as served:
        monkeypatch.setenv("RUS_PXWEB2_URL", served.pxweb2_url)
        yield served


def ask(stub: Stub, time: Time | None = None) -> list[Row]:
    """The rows, or the trouble raised."""
    with asking(stub, time, read=0.5) as client:
        (found,) = LOADER.fetch(Wanted((SERIES,)), client)
    if found.trouble:
        raise found.trouble
    return plain(LOADER.parse(SERIES, found.raws))


PASSING = {
    "429 med Retry-After": wire.status(429, Retry_After="7"),
    "429 utan Retry-After": wire.status(429),
    "500 utan innehåll": wire.status(500),
    "502 med webbsida": wire.status(502, b"<html>Bad Gateway</html>"),
    "avhuggen": wire.cut_off,
    "halv JSON": wire.truncated,
    "trasig gzip": wire.badly_zipped,
}
HARMLESS = {"BOM": wire.with_bom, "gzip": wire.zipped}
REFUSED = {
    "webbsida": wire.web_page,
    "webbsida som JSON": wire.web_page_as_json,
    "fel region": wire.edited(lambda a: a["dimension"]["Region"]["category"].update(index={"77": 0}, label={})),
    "ett värde för lite": wire.edited(lambda a: a["value"].pop()),
    "inga värden": wire.edited(lambda a: a.update(value=[])),
    "en lista": wire.edited(lambda _: []),
    "ett annat år": wire.edited(lambda a: _rename(a, "Tid", "2024", "1999")),
    "tio gånger fler celler": wire.edited(lambda a: a.update(value=a["value"] * 10)),
    "text som värde": wire.edited(lambda a: a["value"].__setitem__(0, "4,5")),
    "platser med dubbletter": wire.edited(lambda a: a["dimension"]["Tid"]["category"]["index"].update({"2024": 0})),
}


def _rename(answer: dict[str, dict[str, dict[str, dict[str, dict[str, int]]]]], name: str, old: str, new: str) -> None:
    index = answer["dimension"][name]["category"]["index"]
    index[new] = index.pop(old)


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_waited_out(stub: Stub, name: str) -> None:
    whole = ask(stub)
    stub.fault(PASSING[name], path="/data", times=1)
    time = Time()
    assert ask(stub, time) == whole
    assert time.waited


@pytest.mark.parametrize("name", PASSING)
def test_what_does_not_pass_is_told_and_nothing_is_kept(stub: Stub, name: str) -> None:
    stub.fault(PASSING[name], path="/data")
    with pytest.raises(SourceError, match="Inget är sparat"):
        ask(stub)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_changes_nothing(stub: Stub, name: str) -> None:
    whole = ask(stub)
    stub.fault(HARMLESS[name])
    assert ask(stub) == whole


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_the_answer_is_refused_in_one_line(stub: Stub, name: str) -> None:
    stub.fault(REFUSED[name], path="/data")
    with pytest.raises(SourceError):
        ask(stub)


def test_a_description_that_is_no_description_is_refused(stub: Stub) -> None:
    for fault in (wire.web_page_as_json, wire.edited(lambda _: []), wire.edited(lambda a: a.pop("dimension") and None)):
        stub.mend()
        stub.fault(fault, path="/metadata")
        with pytest.raises(SourceError):
            ask(stub)


def test_the_services_window_is_kept(stub: Stub) -> None:
    stub.pxweb2.most_cells, stub.pxweb2.calls, stub.pxweb2.window = 15, 5, 10
    time = Time()
    stub.window = Window(5, 10, lambda: time.seconds)
    with asking(stub, time, pace=(5, 10.0)) as client:
        (found,) = LOADER.fetch(Wanted((SERIES,)), client)
    assert found.trouble is None
    assert len(found.raws) == 6
    assert len(stub.heard) == 8  # no question was refused and asked again


def test_the_recorded_answer_becomes_rows_of_our_counties(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = os.environ.get("RUS_FIXTURES")
    if not folder:
        pytest.skip("RUS_FIXTURES är inte satt")
    monkeypatch.delenv("RUS_CONTENT", raising=False)
    if not paths.reference().joinpath("regions.csv").is_file():
        pytest.skip("innehållet har inga regioner")
    recorded = Path(folder) / "pxwebapi2" / "scb_recorded_pxwebpy_2026-06" / "TAB6471_data.json"
    series = PxSeries.model_validate({"loader": "pxweb2", "table": "TAB6471", "select": {"Alder": ["20-29"]}})
    raw = Raw(Asked("POST", "https://prov.example"), 200, {}, recorded.read_bytes(), NOW)
    found = rows_of([read_cube(raw.body, "TAB6471")], series, series.sexes, "TAB6471")
    assert found.num_rows == 21 * 3 * 4
    assert len(set(found["region"].to_pylist())) == 21
    # The noise that SCB adds: parts and total differ a little, and are kept as they are.
    values = {tuple(row[:3]): row[3] for row in plain(found)}
    for region, period, sex in list(values):
        if sex == "total":
            parts = sum(values[region, period, part] or 0 for part in ("women", "men"))
            assert abs(parts - (values[region, period, "total"] or 0)) < 20
