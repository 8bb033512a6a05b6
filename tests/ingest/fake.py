"""A statistics service without network: a loader that reads what its own client says, and faults on order."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyarrow as pa

from rus.catalogue.series import Series
from rus.core.errors import SourceError
from rus.ingest.services import Services
from rus.sources.base import Asked, Client, Fetched, Loader, Planned, Raw, Wanted, rows_table

DATA, NEWS = "https://prov.example/data/", "https://prov.example/nytt/"


@dataclass
class Fake:
    """A service.

    `figures`: series → (region, period, sex) → value or None; `asked`: what the service has heard; `together`: all
    series of a batch are asked for in one question.
    """

    figures: dict[str, dict[tuple[str, str, str], float | None]] = field(default_factory=dict)
    versions: dict[str, str | None] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)
    unreadable: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    before: Callable[[str], None] = lambda _url: None
    together: bool = False

    @classmethod
    def small(cls) -> "Fake":
        """The two series of the small content folder, with one year more than its seed."""
        regions, sexes = ("00", "90", "9001", "9002"), ("women", "men", "total")
        years = ("2021", "2022", "2023")
        first = {(r, y, s): 60.0 + n + int(y) % 10 for n, r in enumerate(regions) for y in years for s in sexes}
        other = {(r, y, "total"): 50.25 for r in regions for y in years}
        return cls(
            {"kolada:N02267": first, "kolada:N02268": other}, dict.fromkeys(["kolada:N02267", "kolada:N02268"], "1")
        )

    def services(self) -> Services:
        @contextmanager
        def client() -> Iterator[Client]:
            yield self

        return Services({"kolada": Loader("kolada", self.plan, self.fetch, self.parse)}, client)

    # --- the client ---

    def send(self, asked: Asked) -> Raw:
        self.before(asked.url)
        self.asked.append(asked.url)
        keys = asked.url.removeprefix(DATA).removeprefix(NEWS).split("?")[0].split(",")
        if asked.url.startswith(NEWS):
            body = json.dumps({key: self.versions.get(key) for key in keys})
        else:
            down = [key for key in keys if key in self.failing]
            if down:
                raise SourceError(f"{down[0]}: tjänsten svarade med felkod 500.")
            body = json.dumps({key: [[*k, v] for k, v in self.figures.get(key, {}).items()] for key in keys})
        return Raw(asked, 200, {"content-type": "application/json"}, body.encode(), datetime.now(UTC))

    def data(self) -> list[str]:
        """The questions for figures that were heard."""
        return [url for url in self.asked if url.startswith(DATA)]

    # --- the loader ---

    def plan(self, wanted: Wanted, client: Client) -> Iterator[Planned]:
        keys = [series.key for series in wanted.series]
        said = json.loads(client.send(Asked("GET", NEWS + ",".join(keys))).body)
        yield from (Planned(key, said[key], 1) for key in keys)

    def fetch(self, wanted: Wanted, client: Client) -> Iterator[Fetched]:
        since = f"?since={wanted.since}" if wanted.since else ""
        for series in wanted.series:
            keys = ",".join(one.key for one in wanted.series) if self.together else series.key
            try:
                raw = client.send(Asked("GET", DATA + keys + since))
            except SourceError as err:
                yield Fetched(series.key, (), None, err)
            else:
                yield Fetched(series.key, (raw,), self.versions.get(series.key))

    def parse(self, series: Series, raws: tuple[Raw, ...]) -> pa.Table:
        if series.key in self.unreadable:
            raise SourceError(f"{series.key}: svaret går inte att läsa.")
        rows = json.loads(raws[0].body)[series.key]
        return rows_table((r, p, s, v, None if v is not None else "saknas", None, False) for r, p, s, v in rows)
