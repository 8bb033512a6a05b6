"""Every fault of every service through a whole update: the figures known stay, nothing else is stored, it is told in
one line, and when the service is well again nothing is lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import ANY

import pytest

from rus.cli.updating import _reasons
from rus.ingest.report import Report
from tests.sources import test_faults, test_pxweb_faults
from tests.sources.stored import FIGURES, Home, stub, write_content_of_three
from tests.stub import wire


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    root = tmp_path_factory.mktemp("fel")
    content = write_content_of_three(root / "content")
    with stub() as served, pytest.MonkeyPatch.context() as patch:
        for name, url in {**served.roots(), "RUS_PXWEB1_URL_PROV": served.pxweb1_url}.items():
            patch.setenv(name, url)
        patch.setenv("RUS_CONTENT", str(content))
        patch.setenv("RUS_HOME", str(root / "home"))
        # Builds are not what is tried here, and each takes longer than all the rest.
        patch.setattr("rus.ingest.update.build", lambda *_, **__: SimpleNamespace(id="prov"))
        made = Home(served)
        report = made.update()
        assert (report.exit_code, report.states["fel"]) == (0, 0)
        yield made


OF_THE_LINE = {**test_faults.PASSING, "HTML": wire.web_page, "HTML said to be JSON": wire.web_page_as_json}
KOLADA = {**OF_THE_LINE, **{name: fault for name, (fault, _) in test_faults.LASTING.items()}}
PXWEB = {**OF_THE_LINE, **test_pxweb_faults.REFUSED}
EVERY = [("kolada", name, fault) for name, fault in KOLADA.items()]
EVERY += [(service, name, fault) for service in ("pxweb2", "pxweb1") for name, fault in PXWEB.items()]
ONES = [pytest.param(service, fault, id=f"{service}: {name}") for service, name, fault in EVERY]


def revised(report: Report) -> dict[str, int]:
    """Indicator → how many of its figures were changed by an update without faults that lost nothing."""
    assert (report.exit_code, report.failures, report.figures["withdrawn"]) == (0, [], 0)
    return {o.indicators[0]: o.revised for o in report.outcomes if o.stored}


@pytest.mark.parametrize(("service", "fault"), ONES)
def test_nothing_is_lost_and_nothing_wrong_is_stored(home: Home, service: str, fault: wire.Fault) -> None:
    indicator, where = FIGURES[service]
    before = home.stored()
    home.publish(service)
    home.stub.fault(fault, where)
    report = home.update()
    home.stub.mend()
    assert report.exit_code == 1
    assert {identity for o in report.failures for identity in o.indicators} == {indicator}
    told = _reasons(report.failures)
    assert 1 <= len(told) <= 2
    assert all(reason and "\n" not in reason and len(reason) < 500 for reason in told)
    assert not any("Fel i programmet" in reason for reason in told)
    # One key figure of Kolada's may be well when its neighbour on the page is not; of the rest nothing is kept.
    kept = sum(o.stored for o in report.outcomes)
    assert (report.build, home.stored().keys() - before.keys()) == ((None, set()) if not kept else (report.build, ANY))
    assert all(home.stored()[name] == body for name, body in before.items())
    assert kept or revised(home.update()) == {indicator: 1}


@pytest.mark.parametrize("service", FIGURES)
def test_a_slow_service_is_not_waited_for(home: Home, service: str) -> None:
    before = home.stored()
    home.publish(service)
    home.stub.fault(wire.slow(30), FIGURES[service][1])
    report = home.update(read=0.5)
    home.stub.mend()
    assert {identity for o in report.failures for identity in o.indicators} == {FIGURES[service][0]}
    assert home.stored() == before
    assert revised(home.update()) == {FIGURES[service][0]: 1}


@pytest.mark.parametrize(
    ("service", "fault"),
    [("kolada", wire.with_bom), ("pxweb2", wire.with_bom), *((service, wire.zipped) for service in FIGURES)],
)
def test_another_wrapping_is_the_same_figures(home: Home, service: str, fault: wire.Fault) -> None:
    home.publish(service)
    home.stub.fault(fault, FIGURES[service][1])
    report = home.update()
    home.stub.mend()
    assert revised(report) == {FIGURES[service][0]: 1}


@pytest.mark.parametrize("service", FIGURES)
def test_an_id_that_is_gone_keeps_what_is_known_and_says_what_to_do(home: Home, service: str) -> None:
    before = home.stored()
    held: dict[str, Any] = home.stub.kolada.kpis if service == "kolada" else home.tables(service)
    name = next(iter(held))
    home.publish(service)
    kept = held.pop(name)
    report = home.update()
    held[name] = kept
    assert [o.indicators for o in report.failures] == [(FIGURES[service][0],)]
    assert "skriv retired" in report.failures[0].message
    assert home.stored() == before
    assert revised(home.update()) == {FIGURES[service][0]: 1}


@pytest.mark.parametrize("service", ["pxweb2", "pxweb1"])
def test_a_service_that_takes_ten_times_fewer_cells_than_it_says_is_asked_in_parts(home: Home, service: str) -> None:
    stub = home.stub.pxweb2 if service == "pxweb2" else home.stub.pxweb1
    home.publish(service)
    stub.most_cells, stub.kept_cells = 60, 6
    try:
        assert revised(home.update()) == {FIGURES[service][0]: 1}
    finally:
        stub.kept_cells = None


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("service", FIGURES)
def test_random_bytes_are_never_stored(home: Home, service: str, seed: int) -> None:
    body = b'{"values": [' + Random(seed).randbytes(300) + b"}"
    before = home.stored()
    home.publish(service)
    home.stub.fault(lambda _request, answer: replace(answer, body=body), FIGURES[service][1])
    report = home.update()
    home.stub.mend()
    assert {identity for o in report.failures for identity in o.indicators} == {FIGURES[service][0]}
    assert home.stored() == before
    assert revised(home.update()) == {FIGURES[service][0]: 1}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("service", FIGURES)
def test_of_a_spoilt_answer_nothing_is_stored_that_was_not_asked_for(home: Home, service: str, seed: int) -> None:
    chance = Random(seed)

    def spoil(_request: wire.Request, answer: wire.Answer) -> wire.Answer:
        body = bytearray(answer.body)
        for _ in range(3):
            body[chance.randrange(len(body))] = chance.randrange(256)
        return replace(answer, body=bytes(body))

    before, known = home.stored(), home.keys()
    home.publish(service)
    home.stub.fault(spoil, FIGURES[service][1])
    report = home.update()
    home.stub.mend()
    assert not any("Fel i programmet" in o.message for o in report.failures)
    assert home.stored() == before or any(o.stored for o in report.outcomes)
    assert home.keys() == known
    assert home.update().exit_code == 0


def test_nothing_and_taken_back_and_revised_are_stored_as_they_are_meant(home: Home) -> None:
    told = home.stub.kolada
    told.tell(("N02267", "9001", 2024, "T"), None, "2026-03-01")
    told.tell(("N02267", "9001", 2024, "K"), None, "2026-03-01", "Privacy")
    told.take_back(("N02267", "9001", 2023, "T"), "2026-03-01")
    told.tell(("N02267", "9001", 2022, "T"), 12.5, "2026-03-01")
    home.publish("kolada")
    assert home.update().exit_code == 0
    found = {key[2:]: figure for key, figure in home.figures().items() if key[:2] == ("jobb", "9001")}
    assert found["2024", "total total"] == (None, "saknas")
    assert found["2024", "women total"] == (None, "skyddad")
    assert ("2023", "total total") not in found
    assert found["2022", "total total"] == (12.5, "varde")


def test_after_all_faults_every_figure_is_the_one_that_is_published(home: Home) -> None:
    found = home.figures()
    sexes = {"total total": ("0", "T"), "women total": ("2", "K"), "men total": ("1", "M")}
    for (indicator, region, period, split), (value, status) in found.items():
        if indicator == "jobb" and split in sexes and (region, period) not in {("9001", y) for y in ("2022", "2024")}:
            key = ("N02267", region if len(region) == 4 else f"00{region}", int(period), sexes[split][1])
            said = home.stub.kolada.told.get(key)
            assert (value, status) == (said.value if said else home.stub.kolada.value(*key), "varde")
        elif indicator != "jobb":
            table = next(iter(home.tables("pxweb2" if indicator == "tabell" else "pxweb1").values()))
            assert value == table.value((region, sexes[split][0], "0001", period))
    counts = Counter(indicator for indicator, *_ in found)
    assert counts["tabell"] == counts["enkat"] == 3 * 3 * 2
    assert counts["jobb"] >= 4 * 3 * 25 - 1
