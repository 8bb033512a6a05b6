"""Fetches for tests: a few figures, said to have come from a service."""

from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from rus.store import history
from rus.store.history import Change, FetchNote

WHEN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
_SCHEMA = pa.schema(
    [
        ("region", pa.string()), ("period", pa.string()), ("sex", pa.string()), ("value", pa.float64()),
        ("status", pa.string()), ("symbol", pa.string()), ("deleted", pa.bool_()),
    ]
)  # fmt: skip


def rows(*figures: tuple[Any, ...]) -> pa.Table:
    """Figures as region, period, sex, value and, where needed, status, deleted and symbol."""
    named = []
    for region, period, sex, value, *more in figures:
        status, deleted, symbol = [*more, *(None, False, None)[len(more) :]]
        named.append(
            {
                "region": region, "period": period, "sex": sex, "value": value, "status": status,
                "symbol": symbol, "deleted": deleted,
            }
        )  # fmt: skip
    return pa.Table.from_pylist(named, schema=_SCHEMA)


def fetch(**said: Any) -> FetchNote:
    """A note; what is not said is always the same."""
    usual: dict[str, Any] = {
        "fetch_id": "f1", "series": "kolada:N00004", "loader": "kolada", "source": "Provtjänsten",
        "urls": ("https://example.org/1",), "retrieved": WHEN, "hash": "h", "version": None, "owner": "Provbyrån",
        "licence": "Fri",
    }  # fmt: skip
    return FetchNote(**usual | said)


def tell(*figures: tuple[Any, ...], when: datetime = WHEN, **said: Any) -> Change:
    """Append figures as one fetch."""
    return history.append(fetch(retrieved=when, **said), rows(*figures))
