"""Answers of Kolada, made for the purpose."""

import json
from datetime import UTC, datetime

from rus.catalogue.series import KoladaSeries
from rus.sources.base import Asked, Raw

URL = "https://api.kolada.se/v3"
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def series(identity: str = "N00001", **more) -> KoladaSeries:
    return KoladaSeries(loader="kolada", id=identity, **more)


def raw_of(body: bytes, path: str = "/data/kpi/N00001/municipality/0000,0091", status: int = 200) -> Raw:
    return Raw(Asked("GET", URL + path), status, {}, body, NOW)


def page(*values: dict, municipality: str = "0091", **more) -> Raw:
    rows = [{"kpi": "N00001", "municipality": municipality, "period": 2024, "values": list(values)}]
    return raw_of(json.dumps({"values": rows, "next_url": None, "count": 1, **more}).encode())


def figure(value: float | None = 1.5, gender: str = "T", **more) -> dict:
    return {"gender": gender, "count": 1, "status": "", "value": value, "isdeleted": False, **more}
