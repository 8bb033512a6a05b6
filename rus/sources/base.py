"""What passes between a statistics service and the history: questions, answers, rows.

A loader keeps nothing: it decides what to ask and reads what came. Landing, comparing and storing come after it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol, runtime_checkable

import orjson
import pyarrow as pa

from rus.catalogue.series import Series
from rus.core.errors import SourceError

ROWS = pa.schema(
    [
        ("region", pa.string()),  # our code: 00, two digits of a county, four of a municipality
        ("period", pa.string()),  # our id of a period, such as 2024 or 2024K3
        ("sex", pa.string()),  # women, men, total
        ("value", pa.float64()),  # in the SOURCE's unit
        ("status", pa.string()),  # our word of the status; null = an ordinary value
        ("symbol", pa.string()),  # the source's own sign, where it gave one
        ("deleted", pa.bool_()),  # the source took the figure back
    ]
)

LONGEST_SHOWN = 110
ENDED = "Lägg till serien som ersätter den i indikatorns fil, och skriv retired i den här: när den upphörde och varför."
"""What to do about a series that its source no longer has."""


class RefusedError(SourceError):
    """The service understood and said no (4xx): asking again won't help. `status` and `body` are its answer."""

    def __init__(self, words: str, status: int, body: bytes = b"") -> None:
        """Keep what it said, for loaders that can ask in another way."""
        self.status = status
        self.body = body
        super().__init__(words)


class RetiredError(SourceError):
    """The source no longer has the series; what is known of it stays."""


@dataclass(frozen=True)
class Asked:
    """One request, decided before anything is sent; `key` names the landed answer."""

    method: str
    url: str
    body: bytes | None = None

    @property
    def key(self) -> str:
        """Sixteen hex digits of method, address and body."""
        whole = b"\n".join((self.method.encode(), self.url.encode(), self.body or b""))
        return hashlib.sha256(whole).hexdigest()[:16]


@dataclass(frozen=True)
class Raw:
    """One answer as it came, unpacked from gzip but otherwise untouched; `fetched_at` is in UTC."""

    asked: Asked
    status: int
    headers: dict[str, str] = field(hash=False)
    body: bytes = field(repr=False)
    fetched_at: datetime

    @property
    def sha256(self) -> str:
        """Hash of the body, hex."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True)
class Fetched:
    """One series' answers and the version the source gave; with `trouble` there is nothing to parse."""

    series: str
    raws: tuple[Raw, ...]
    version: str | None
    trouble: SourceError | None = None


@dataclass(frozen=True)
class Planned:
    """What a fetch of one series would cost.

    `version` is what the source says now, to compare with the version fetched last (None = the source doesn't say);
    `requests` is a share of the batch's requests, at least 1; `trouble` tells that the source no longer has the series.
    """

    series: str
    version: str | None
    requests: int
    trouble: SourceError | None = None


@dataclass(frozen=True)
class Wanted:
    """Series of one loader that may share requests, the regions (our codes; empty = all) and since when changed."""

    series: tuple[Series, ...]
    regions: tuple[str, ...] = ()
    since: date | None = None


class Client(Protocol):
    """Whoever sends; the polite one is `rus.sources.http.PoliteClient`, tests hand in others."""

    def send(self, asked: Asked) -> Raw:
        """The answer, always with status 200.

        Raises:
            RefusedError: the service said no.
            SourceError: after the retries, or at once for what a retry can't mend.
        """
        ...


@runtime_checkable
class Paced(Protocol):
    """A client that can be told a service's own limit."""

    def pace(self, url: str, calls: int, seconds: float) -> None:
        """At most so many calls in any so many seconds, to the host of the address."""
        ...


class Loader(NamedTuple):
    """One kind of service.

    `plan` and `fetch` ask through the client and give one item per series wanted, trouble included: only Ctrl-C and
    programming errors pass through them. `parse` turns one series' answers into ROWS, or raises SourceError.
    """

    name: str
    plan: Callable[[Wanted, Client], Iterator[Planned]]
    fetch: Callable[[Wanted, Client], Iterator[Fetched]]
    parse: Callable[[Series, tuple[Raw, ...]], pa.Table]


def shown(url: str) -> str:
    """An address as it stands in a message: a long list of ids is cut in the middle."""
    return url if len(url) <= LONGEST_SHOWN else f"{url[:70]}…{url[-30:]}"


def read_json(raw: Raw) -> object:
    """The answer's JSON, with or without a byte order mark.

    Raises:
        SourceError: it is not whole, valid JSON in UTF-8.
    """
    try:
        parsed: object = orjson.loads(raw.body.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as err:
        raise SourceError(
            f"{shown(raw.asked.url)}: svaret går inte att läsa. Det är avhugget eller inte JSON.\n"
            "Inget är sparat. Försök igen senare."
        ) from err
    return parsed


def rows_table(rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    """Tuples in the order of ROWS as a table."""
    columns = list(zip(*rows, strict=True)) or [()] * len(ROWS)
    return pa.table([pa.array(column, kind.type) for column, kind in zip(columns, ROWS, strict=True)], schema=ROWS)


def refuse_duplicates(where: str, table: pa.Table) -> None:
    """A figure given twice for one region, period and sex can't be chosen between.

    Raises:
        SourceError: names the first such key.
    """
    keys = table.group_by(["region", "period", "sex"]).aggregate([([], "count_all")])
    if keys.num_rows == table.num_rows:
        return
    twice = next(row for row in keys.to_pylist() if row["count_all"] > 1)
    raise SourceError(
        f"{where}: svaret har flera värden för region {twice['region']}, {twice['period']}, {twice['sex']}.\n"
        "Inget är sparat. Försök igen senare; om felet består har tjänsten ändrats."
    )
