"""A content folder whose three indicators come from three services of one stub, and whole updates of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq

from rus.catalogue.read import read_catalogue
from rus.ingest.plan import Order
from rus.ingest.report import Report
from rus.ingest.services import Services
from rus.ingest.update import update
from rus.sources.base import Client
from rus.sources.bucket import Limits
from rus.sources.registry import LOADERS, polite_client
from rus.store import builds, history
from rus.store.build import build
from rus.store.store import open_store
from tests.cli.content import write_all
from tests.sources.timing import Time
from tests.stub.kolada import Kolada
from tests.stub.pxtable import Table, Variable
from tests.stub.pxweb1 import PxWeb1
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

[[series]]
"""
PLACES = {"00": "Riket", "90": "Provlän", "9001": "Aby"}
FIGURES = {"kolada": ("jobb", "/data/"), "pxweb2": ("tabell", "/TAB1/data"), "pxweb1": ("enkat", "halsa.px")}
"""Service → the indicator that it brings, and where its figures are asked for."""
Key = tuple[str, str, str, str]


@dataclass
class Home:
    """A content folder whose three indicators come from one stub, and how often something was published."""

    stub: Stub
    times: int = 0

    def update(self, **limits: float) -> Report:
        # Waits are not waited for, but answers are of today: older ones would all be asked for anew.
        outside = replace(Time().outside, now=lambda: datetime.now(UTC))

        @contextmanager
        def client() -> Iterator[Client]:
            with polite_client(outside=outside, limits=Limits(**{"read": 0.5, "tries": 2, **limits})) as polite:
                yield polite

        return update(read_catalogue(), Order(ids={}), Services(LOADERS, client))

    def publish(self, service: str) -> None:
        """One figure revised, and the service says that there is something new."""
        self.times += 1
        value = 10.0 + self.times / 4
        if service == "kolada":
            self.stub.kolada.tell(("N02267", "0090", 2025, "T"), value, "2026-03-01")
            for kpi in self.stub.kolada.kpis.values():
                kpi.next_period = 2026 + self.times
            return
        for table in self.tables(service).values():
            table.updated = f"2026-04-01T07:00:00.{self.times:03}Z"
            table.told["90", "0", "0001", "2024"] = value

    def tables(self, service: str) -> dict[str, Table]:
        return self.stub.pxweb2.tables if service == "pxweb2" else self.stub.pxweb1.tables

    def stored(self) -> dict[str, bytes]:
        """Every file of figures that is remembered."""
        return {path.name: path.read_bytes() for path in history.folder().rglob("*.parquet")}

    def keys(self) -> set[tuple[str, str, str, str]]:
        """Series, region, period and sex of every figure that is remembered."""
        columns = ["series", "region", "period", "sex"]
        tables = [pq.read_table(path, columns=columns) for path in history.folder().rglob("*.parquet")]
        return {tuple(row.values()) for table in tables for row in table.to_pylist()}

    def figures(self) -> dict[Key, tuple[float | None, str]]:
        """What is known, in a build made anew of all that is stored."""
        build(read_catalogue())
        found = open_store(builds.current()).observations(indicators=[name for name, _ in FIGURES.values()])
        rows = found.astype(object).where(found.notna(), None).itertuples()
        return {(r.indicator, r.region, r.period, f"{r.sex} {r.group}"): (r.value, r.status) for r in rows}


def table(path: str) -> Table:
    return Table(
        path,
        [
            Variable("Region", PLACES, "region"),
            Variable("Kon", {"1": "män", "2": "kvinnor", "0": "totalt"}, "kön"),
            Variable("ContentsCode", {"0001": "Andel"}, "tabellinnehåll", "metric"),
            Variable("Tid", {"2023": "2023", "2024": "2024"}, "år", "time"),
        ],
    )


def stub() -> Stub:
    """What is published before anything goes wrong."""
    kolada = Kolada.of(["N02267", "N02268"], ["0000", "0090", "9001", "9002"])
    return Stub(kolada, PxWeb2({"TAB1": table("TAB1")}), PxWeb1({"halsa.px": table("halsa.px")}))


def write_content_of_three(root: Path) -> Path:
    """The small content folder, with a table of each kind beside its key figures."""
    content = write_all(root)
    _write(content, "tabell", 'loader = "pxweb2"\ntable = "TAB1"\n')
    _write(content, "enkat", 'loader = "pxweb1"\nowner = "PROV"\ntable = "halsa.px"\n')
    return content


def _write(content: Path, name: str, series: str) -> None:
    path = content / "indicators" / "arbete" / f"{name}.toml"
    path.write_text(HEAD.format(title=name.capitalize()) + series, encoding="utf-8")
