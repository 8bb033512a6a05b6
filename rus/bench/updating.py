"""An update of the catalogue's Kolada indicators, for all regions and years, from a service on this machine.

The service is the tests' own, in a process of its own, so it is measured in a checkout only. Waiting for a turn is not
done but counted: the clock is put forward by as much as the client would have waited.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rus.bench.report import Report
from rus.bench.storing import home
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.core.errors import RusError
from rus.ingest import report as reports
from rus.ingest.plan import Order
from rus.ingest.services import Services
from rus.ingest.update import update
from rus.sources.bucket import Outside
from rus.sources.registry import LOADERS, polite_client

MOST_SECONDS = 60.0
INDICATORS = 84


@dataclass
class Forward:
    """A clock that is put forward instead of waiting; `waited` in seconds."""

    waited: float = 0.0

    def now(self) -> float:
        """Seconds, as of a monotonic clock."""
        return time.monotonic() + self.waited

    def sleep(self, seconds: float) -> None:
        """Does not wait."""
        self.waited += seconds


def bench_updating(report: Report) -> None:
    """A first update, one where the source has nothing new, and what they asked.

    Raises:
        RusError: the service does not start, or a series fails.
    """
    part = "uppdatering"
    with tempfile.TemporaryDirectory() as folder, home(Path(folder)), _service():
        clock, began = Forward(), time.process_time()
        first = _update(clock)
        figures = first.figures
        report.add(part, "första gången, utom väntan på tur", first.seconds, "s", limit=MOST_SECONDS)
        report.add(part, "varav egen processortid", time.process_time() - began, "s")
        report.add(part, "väntan på tur", clock.waited, "s")
        report.add(part, "serier", len(first.outcomes), "")
        report.add(part, "frågor", first.requests, "")
        report.add(part, "nya och ändrade värden", figures["new"] + figures["revised"], "")
        again = _update(clock)
        report.add(part, "när inget är nytt", again.seconds, "s", limit=MOST_SECONDS / 10)


def _update(clock: Forward) -> reports.Report:
    outside = Outside(clock=clock.now, sleep=clock.sleep)
    services = Services({"kolada": LOADERS["kolada"]}, lambda: polite_client(outside=outside))
    catalogue = read_catalogue()
    done = update(catalogue, Order(chosen(catalogue)), services)
    if done.exit_code:
        words = done.trouble or done.failures[0].message
        raise RusError(f"Uppdateringen gick inte: {words}")
    return done


def chosen(catalogue: Catalogue) -> dict[str, list[str]]:
    """One Kolada series each of the first indicators."""
    every = {i.id: [s.key for s in i.series if s.loader == "kolada"][:1] for i in catalogue.indicators.values()}
    return dict(list({identity: keys for identity, keys in every.items() if keys}.items())[:INDICATORS])


@contextmanager
def _service() -> Iterator[None]:
    """The tests' service in a process of its own, and the environment that makes the program ask it."""
    if not (paths.ROOT / "tests" / "stub" / "__main__.py").is_file():
        raise RusError("Mätningen av uppdateringar behöver projektets tester. Kör den i ett utcheckat projekt.")
    command = [sys.executable, "-m", "tests.stub"]
    process = subprocess.Popen(command, cwd=paths.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        roots = dict(word.split("=", 1) for word in process.stdout.readline().split())
        if not roots:
            raise RusError("Tjänsten som uppdateringen ska fråga kom inte i gång.")
        earlier = {name: os.environ.get(name) for name in roots}
        os.environ.update(roots)
        try:
            yield
        finally:
            for name, value in earlier.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value
    finally:
        process.stdin.close()
        process.wait(10)
