"""An update of a PxWeb table and of a file of one's own, all the way to the figures of a build."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rus.catalogue.read import read_catalogue
from rus.ingest.plan import Order
from rus.ingest.report import Report
from rus.ingest.services import Services
from rus.ingest.update import update
from rus.sources.base import Client
from rus.sources.registry import LOADERS, polite_client
from rus.store import builds
from rus.store.store import open_store
from tests.ingest.conftest import by_key
from tests.sources.timing import Time
from tests.stub.pxtable import Table, Variable
from tests.stub.pxweb2 import PxWeb2
from tests.stub.server import Stub

HEAD = """
title = "{title}"
short = "{title}"
unit = "procent"
decimals = 1
better = "higher"
definition = "Ett prov."
owner = "Provverket"
licence = "CC0"
link = "https://example.org/"
"""
TABLE = """
[[series]]
loader = "pxweb2"
table = "TAB1"
select = { Bakgrund = ["utrikes födda"] }
group = { background = "born_abroad" }
"""
OWN = """
[[series]]
loader = "own"
id = "tillit"
sexes = ["total"]
mapping = { columns = { region = "Kommun", period = "År", value = "Andel" } }
"""
TABLE_KEY, OWN_KEY = "pxweb2:SCB/TAB1/Bakgrund=utrikes födda", "own:tillit"


def table() -> Table:
    return Table(
        "TAB1",
        [
            Variable("Region", {"90": "Provlän", "9001": "Aby"}, "region"),
            Variable("Kon", {"1": "män", "2": "kvinnor", "1+2": "totalt"}, "kön"),
            Variable("Bakgrund", {"10": "inrikes födda", "20": "utrikes födda"}, "bakgrund"),
            Variable("ContentsCode", {"0001": "Andel"}, "tabellinnehåll", "metric"),
            Variable("Tid", {"2023": "2023", "2024": "2024"}, "år", "time"),
        ],
        told={("90", "2", "20", "0001", "2024"): 61.5},
        symbols={("9001", "2", "20", "0001", "2024"): ".."},
    )


@pytest.fixture
def stub(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    content = home.parent / "content" / "indicators" / "arbete"
    (content / "i-arbete.toml").write_text(HEAD.format(title="I arbete") + TABLE, encoding="utf-8")
    (content / "tillit.toml").write_text(HEAD.format(title="Tillit") + OWN, encoding="utf-8")
    with Stub(pxweb2=PxWeb2({"TAB1": table()})) as served:
        for name, url in served.roots().items():
            monkeypatch.setenv(name, url)
        yield served


@pytest.fixture
def go(stub: Stub) -> Callable[[], Report]:
    @contextmanager
    def client() -> Iterator[Client]:
        with polite_client(outside=Time().outside) as polite:
            yield polite

    def run(**order: object) -> Report:
        wanted = {"ids": {"i-arbete": [], "tillit": []}, **order}
        return update(read_catalogue(), Order(**wanted), Services(LOADERS, client))

    return run


def figures(indicator: str) -> dict[tuple[str, str, str], tuple[float, str]]:
    found = open_store(builds.current()).observations(indicators=[indicator])
    return {(r.region, r.period, r.sex): (r.value, r.status) for r in found.itertuples()}


def test_a_table_goes_all_the_way_and_a_file_not_handed_in_fails_nothing(go: Callable[[], Report]) -> None:
    report = go()
    outcomes = by_key(report)
    assert outcomes[TABLE_KEY].state == "ny"
    assert outcomes[OWN_KEY].state == "hoppad"
    assert "finns inte. Lägg den i" in outcomes[OWN_KEY].message
    assert report.exit_code == 0
    assert figures("i-arbete")["90", "2024", "women"] == (61.5, "varde")
    assert figures("i-arbete")["9001", "2024", "women"][1] == "saknas"


def test_a_file_handed_in_is_landed_and_built(go: Callable[[], Report], home: Path) -> None:
    (home / "own").mkdir(parents=True)
    (home / "own" / "tillit.csv").write_text("Kommun;År;Andel\nAby;2024;7,5\n", encoding="utf-8")
    assert by_key(go())[OWN_KEY].state == "ny"
    assert figures("tillit")["9001", "2024", "total"] == (7.5, "varde")
    assert any(b"7,5" in path.read_bytes() for path in (home / "raw").rglob("*.bin"))
    assert by_key(go())[OWN_KEY].state == "oförändrad"


def test_a_bad_row_keeps_what_was_known(go: Callable[[], Report], home: Path) -> None:
    (home / "own").mkdir(parents=True)
    file = home / "own" / "tillit.csv"
    file.write_text("Kommun;År;Andel\nAby;2024;7,5\n", encoding="utf-8")
    go()
    file.write_text("Kommun;År;Andel\nAby;2024;8\nÖby;2024;mycket\n", encoding="utf-8")
    report = go()
    assert by_key(report)[OWN_KEY].state == "fel"
    assert "rad 3: värdet mycket är inte ett tal" in by_key(report)[OWN_KEY].message
    assert report.exit_code == 1
    assert figures("tillit")["9001", "2024", "total"] == (7.5, "varde")
