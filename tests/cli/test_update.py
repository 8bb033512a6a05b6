"""`rus update`, `rus try` and `rus check --live`, asked of a service on this machine."""

import json
from collections.abc import Iterator

import pytest

from rus.ingest import services
from rus.ingest.alone import alone
from rus.sources.bucket import Limits
from rus.sources.registry import polite_client
from tests.stub.kolada import Kolada
from tests.stub.server import Stub
from tests.stub.wire import status


@pytest.fixture
def stub(fresh, monkeypatch) -> Iterator[Stub]:
    """A service that has the two series of the small content folder; one try, so that no test waits."""
    with Stub(Kolada.of(["N02267", "N02268"], ["0000", "0090", "9001", "9002"])) as server:
        for name, url in server.roots().items():
            monkeypatch.setenv(name, url)
        monkeypatch.setattr(services, "polite_client", lambda contact: polite_client(contact, limits=Limits(tries=1)))
        yield server


def test_an_update_shows_what_is_new_and_makes_a_build(rus, stub):
    said = rus("update")
    assert (said.code, said.err) == (0, "")
    assert "2 serier: 2 med nytt, 0 utan nytt, 0 med fel och 0 överhoppade." in said.out
    assert "1 serie följer med som fil" in said.out
    build = json.loads(rus("builds", "--json").out)[0]
    assert f"Bygget {build['id']} visas nu." in said.out
    rows = json.loads(rus("query", "N02267", "--years", "2025", "--region", "90", "--format", "json").out)
    assert [row["value"] for row in rows if row["sex"] == "total"] == [stub.kolada.value("N02267", "0090", 2025, "T")]
    again = rus("update")
    assert "0 med nytt, 2 utan nytt" in again.out
    assert "Inget nytt bygge behövdes." in again.out


def test_a_series_marked_as_ended_is_one_calm_line_and_fails_nothing(rus, stub, fresh, tmp_path):
    path = fresh / "indicators/arbete/jobb.toml"
    ended = '{ loader = "kolada", id = "N00914", to_year = 1990, retired = "Upphörde 2021." }'
    given = path.read_text(encoding="utf-8").replace('id = "N02267" }', f'id = "N02267", from_year = 1991 }}, {ended}')
    path.write_text(given, encoding="utf-8")
    report = tmp_path / "rapport.json"
    said = rus("update", "--json-report", str(report))
    assert (said.code, said.err) == (0, "")
    line = "1 serie är avslutad hos källan och hämtas inte mer; siffrorna är kvar: kolada:N00914."
    assert line in said.out
    assert json.loads(report.read_text(encoding="utf-8"))["ended"] == {"kolada:N00914": "Upphörde 2021."}
    assert not [r for r in stub.heard if "N00914" in r.path]
    assert rus("update", "--quiet").out == ""
    assert (rus("check", "--live").code, line in rus("check", "--live").out) == (0, True)
    # Without the mark it is a fault, and the line says how it is marked.
    path.write_text(given.replace(', retired = "Upphörde 2021."', ""), encoding="utf-8")
    said = rus("update")
    assert (said.code, "nyckeltalet finns inte längre" in said.err, "skriv retired" in said.err) == (1, True, True)


def test_only_the_series_named_is_fetched(rus, stub):
    said = rus("update", "N02268")
    assert "1 serie: 1 med nytt" in said.out
    assert not [r for r in stub.asked("/data/") if "N02267" in r.path]


def test_a_rehearsal_says_what_it_would_fetch(rus, stub):
    said = rus("update", "--dry-run")
    assert said.code == 0
    assert "skulle hämtas" in said.out
    assert stub.asked("/data/") == []


def test_a_failure_is_one_clear_line_and_the_exit_code(rus, stub, tmp_path):
    stub.fault(status(500), "/data/")
    path = tmp_path / "rapport.json"
    said = rus("update", "--quiet", "--json-report", str(path))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("jobb, kolada:N02267; jobb, kolada:N02268: ")
    assert len(said.err.splitlines()) == 1
    assert "felkod 500" in said.err
    assert "Traceback" not in said.err
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["exit_code"], told["states"]["fel"], told["build"]) == (1, 2, None)
    stub.mend()
    mended = rus("update", "--quiet", "--json-report", str(path))
    assert (mended.code, mended.out, mended.err) == (0, "", "")


def test_without_network_the_landed_answers_are_read_again(rus, stub):
    rus("update")
    stub.fault(status(500))
    said = rus("update", "--offline")
    assert said.code == 0
    assert "2 utan nytt" in said.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("finns-inte",), "Indikatorn finns-inte finns inte."),
        (("--source", "SKB"), "Källan SKB finns inte."),
        (("--since", "igår"), "igår är ingen dag"),
    ],
)
def test_a_wrong_order_is_wrong_use(rus, stub, words, expected):
    said = rus("update", *words)
    assert (said.code, expected in said.err) == (2, True)


def test_a_report_that_cannot_be_written_is_said(rus, stub, tmp_path):
    said = rus("update", "--json-report", str(tmp_path / "finns" / "inte.json"))
    assert (said.code, "går inte att skriva" in said.err) == (1, True)


def test_a_second_update_is_turned_away(rus, stub):
    with alone():
        said = rus("update")
    assert (said.code, "en annan uppdatering pågår" in said.err) == (1, True)


def test_ctrl_c_is_said_and_has_its_own_code(rus, stub, monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rus.ingest.update.update", stopped)
    said = rus("update")
    assert (said.code, said.err.startswith("Avbrutet. Det som hämtats är kvar")) == (130, True)


def test_an_indicator_is_tried_without_keeping_anything(rus, stub, fresh):
    said = rus("try", "jobb", "--region", "9001")
    assert said.code == 0
    assert "Inget är sparat." in said.out
    assert "9001" in said.out
    rows = json.loads(rus("try", "N02268", "--json").out)
    assert {row["region"] for row in rows} == {"00", "90"}
    assert {row["series"] for row in rows} == {"kolada:N02268"}
    assert not (fresh / "data" / "history").exists()
    assert not (fresh / "data" / "raw").exists()


def test_trying_a_table_tells_its_unit_its_notes_and_signs_that_nothing_explains(rus, stub, fresh):
    table = stub.pxweb2.tables["TAB1"]
    table.variables[0].values = {"90": "Provlän"}
    table.symbols = {("90", "1", "0001", "2024"): "......"}
    path = fresh / "indicators/arbete/jobb.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("series = [")[0] + '[[series]]\nloader = "pxweb2"\ntable = "TAB1"\n')
    said = rus("try", "jobb", "--region", "90")
    assert said.code == 0
    for line in ("enhet procent", f"uppdaterad {table.updated}", "okända tecken ......", table.notes[0]):
        assert f"pxweb2:SCB/TAB1: {line}\n" in said.out


def test_trying_what_no_service_has_is_wrong_use(rus, stub):
    said = rus("try", "lediga-platser")
    assert (said.code, "ingen av serierna hämtas från en tjänst" in said.err) == (2, True)


def test_a_live_check_asks_every_series_and_says_which_can_be_confirmed(rus, stub, fresh):
    said = rus("check", "--live")
    assert (said.code, "2 av 2 serier svarar." in said.out) == (0, True)
    path = fresh / "indicators/arbete/jobb.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "N02268"', 'id = "N02268", confirmed = false'))
    said = rus("check", "--live")
    assert "indicators/arbete/jobb.toml: kolada:N02268 svarar. Ta bort confirmed = false." in said.out
    del stub.kolada.kpis["N02267"]
    del stub.kolada.kpis["N02268"]
    said = rus("check", "--live")
    assert (said.code, "0 av 2 serier svarar." in said.out) == (1, True)
    assert "kolada:N02267 svarar inte som väntat." in said.err
    assert "kolada:N02268 är fortfarande obekräftad." in said.err
