"""A client that asks the made-up PxWebApi 2 without a network, and a content folder with its regions."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa

from rus.sources.base import Asked, Loader, Raw, RefusedError, Wanted
from tests.stub.wire import Answer, Request

NOW = datetime(2026, 3, 2, tzinfo=UTC)
REGIONS = """code,name,level,parent
00,Riket,riket,
91,Provlän,lan,00
92,Grannlän,lan,00
9101,Storköping,kommun,91
9102,Småby,kommun,91
9201,Grannby,kommun,92
"""
Row = tuple[str, str, str, float | None, str | None, str | None]


def write_regions(root: Path) -> Path:
    folder = root / "data" / "reference"
    folder.mkdir(parents=True)
    (folder / "regions.csv").write_text(REGIONS, encoding="utf-8")
    return root


class Direct:
    """Hands each question straight to whoever answers, and keeps it."""

    def __init__(self, answer: Callable[[Request, str], Answer], root: str) -> None:
        self._answer = answer
        self._root = root
        self.asked: list[Asked] = []
        self.paces: list[tuple[str, int, float]] = []

    def send(self, asked: Asked) -> Raw:
        self.asked.append(asked)
        parts = urlsplit(asked.url)
        target = asked.url.removeprefix(f"{parts.scheme}://{parts.netloc}")
        request = Request(asked.method, target, f"{parts.scheme}://{parts.netloc}", {}, asked.body or b"")
        answer = self._answer(request, asked.url.removeprefix(self._root).partition("?")[0])
        if answer.status != 200:
            raise RefusedError(f"{asked.url}: vägrade", answer.status, answer.body)
        return Raw(asked, 200, answer.headers, answer.body, NOW)

    def pace(self, url: str, calls: int, seconds: float) -> None:
        self.paces.append((url, calls, seconds))

    @property
    def bodies(self) -> list[dict[str, object]]:
        return [json.loads(asked.body) for asked in self.asked if asked.body]


def fetched(loader: Loader, wanted: Wanted, client: Direct) -> dict[str, pa.Table]:
    """Series → ROWS; a trouble is raised."""
    found = {}
    by_key = {series.key: series for series in wanted.series}
    for one in loader.fetch(wanted, client):
        if one.trouble:
            raise one.trouble
        found[one.series] = loader.parse(by_key[one.series], one.raws)
    return found


def plain(table: pa.Table) -> list[Row]:
    """Rows without `deleted`, in order."""
    return sorted(tuple(row.values())[:6] for row in table.to_pylist())
