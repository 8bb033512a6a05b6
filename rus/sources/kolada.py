"""Kolada v3: what to ask for a set of key figures, and how to read what comes.

Kolada answers 200 to misspelt questions, so every row is checked against the ids in the question itself.
"""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

import pyarrow as pa
import pyarrow.compute as pc

from rus.catalogue.series import Series
from rus.core.errors import SourceError
from rus.sources.base import (
    ENDED,
    ROWS,
    Client,
    Fetched,
    Loader,
    Planned,
    Raw,
    RetiredError,
    Wanted,
    refuse_duplicates,
)
from rus.sources.kolada_catalogue import (
    MEND,
    Kpi,
    in_lists,
    page_values,
    pages,
    question,
    read_kpis,
    read_regions,
    refusal,
)

OVERLAP = timedelta(days=3)
SEXES = {"T": "total", "K": "women", "M": "men"}
MISSING = {"": "saknas", "Missing": "saknas", "Privacy": "skyddad"}
DATA = re.compile(r"/data/kpi/([NU\d,]+)/municipality/([\d,]+)$")
YEARS = frozenset(range(1900, 2151))
NUMBERS = {int, float, type(None)}
PAGE = pa.schema([("kpi", pa.string()), *ROWS])


def to_kolada(code: str) -> str:
    """Our code of a region as Kolada's: two digits (riket 00, a county) get two zeros in front."""
    return f"00{code}" if len(code) == 2 else code


def from_kolada(code: str) -> str:
    """Kolada's id of a region as our code."""
    return code.removeprefix("00")


def plan(wanted: Wanted, client: Client, today: date | None = None) -> Iterator[Planned]:
    """What Kolada says of each key figure. One whose publication is due has no version: it must be asked."""
    today = today or datetime.now(UTC).date()
    by_key = {series.key: series for series in wanted.series}
    lists = max(len(list(in_lists(wanted.regions))), 1)
    for batch in in_lists(series.source_id for series in by_key.values()):
        share = -(-lists // len(batch))
        try:
            known = read_kpis(client, batch)
        except SourceError as err:
            yield from (Planned(f"kolada:{kpi}", None, share, err) for kpi in batch)
            continue
        for kpi in batch:
            there = known.get(kpi)
            due = there is None or there.next_date is None or there.next_date <= today
            version = None if due or there is None else there.version
            yield Planned(f"kolada:{kpi}", version, share, _unfit(by_key[f"kolada:{kpi}"], there))


def _unfit(series: Series, kpi: Kpi | None) -> SourceError | None:
    """Why the key figure can't be what the series says it is."""
    if kpi is None:
        return RetiredError(
            f"Kolada, {series.source_id}: nyckeltalet finns inte längre. De gamla uppgifterna behålls.\n{ENDED}"
        )
    if (series.role == "margin") != kpi.is_margin:
        held = "är inte ett osäkerhetstal" if series.role == "margin" else "är ett osäkerhetstal"
        return SourceError(f'Kolada, {kpi.id}: ”{kpi.title}” {held}.\nRätta seriens "role" i indikatorns fil.')
    return None


def fetch(wanted: Wanted, client: Client) -> Iterator[Fetched]:
    """The answers of every series, batch by batch; what fails for a batch is told for each series of it."""
    by_key = {series.key: series for series in wanted.series}
    try:
        regions = tuple(to_kolada(code) for code in wanted.regions) or tuple(read_regions(client))
    except SourceError as err:
        yield from (Fetched(key, (), None, err) for key in by_key)
        return
    for batch in in_lists(series.source_id for series in by_key.values()):
        try:
            known = read_kpis(client, batch)
        except SourceError as err:
            yield from (Fetched(f"kolada:{kpi}", (), None, err) for kpi in batch)
            continue
        unfit = {kpi: _unfit(by_key[f"kolada:{kpi}"], known.get(kpi)) for kpi in batch}
        yield from (Fetched(f"kolada:{kpi}", (), None, trouble) for kpi, trouble in unfit.items() if trouble)
        good = [known[kpi] for kpi, trouble in unfit.items() if trouble is None]
        if good:
            yield from _fetch_batch(good, regions, wanted.since, client)


def _fetch_batch(kpis: Sequence[Kpi], regions: Sequence[str], since: date | None, client: Client) -> Iterator[Fetched]:
    """All regions and years of at most 25 key figures."""
    changed = {"from_date": (since - OVERLAP).isoformat()} if since else {}
    ids = ",".join(kpi.id for kpi in kpis)
    raws: list[Raw] = []
    present: set[str] = set()
    try:
        for some in in_lists(regions):
            first = question(f"/data/kpi/{ids}/municipality/{','.join(some)}", **changed)
            for raw in pages(client, first, len(kpis) * len(some) * len(YEARS)):
                raws.append(raw)
                present.update(pc.unique(_page(raw)["kpi"]).to_pylist())
    except SourceError as err:
        yield from (Fetched(f"kolada:{kpi.id}", (), None, err) for kpi in kpis)
        return
    for kpi in kpis:
        if kpi.id in present or since:
            yield Fetched(f"kolada:{kpi.id}", tuple(raws), kpi.version)
        else:
            words = f"Kolada, {kpi.id}: svaret har inte ett enda värde för de frågade regionerna."
            yield Fetched(f"kolada:{kpi.id}", (), None, SourceError(f"{words}\n{MEND}"))


def parse(series: Series, raws: tuple[Raw, ...]) -> pa.Table:
    """The rows of one key figure in the pages it came in.

    Raises:
        SourceError: a page is not as Kolada's pages are, has rows nobody asked for, or a figure twice.
    """
    where = f"Kolada, {series.source_id}"
    if any(series.source_id not in _asked(raw)[0] for raw in raws):
        raise SourceError(f"{where}: svaret gäller en annan fråga.\n{MEND}")
    tables = [table.filter(pc.equal(table["kpi"], series.source_id)) for table in map(_page, raws)]
    rows = pa.concat_tables([PAGE.empty_table(), *tables]).drop_columns(["kpi"])
    refuse_duplicates(where, rows)
    return rows


def _asked(raw: Raw) -> tuple[set[str], set[str]]:
    """The key figures and regions (Kolada's ids) that the question names."""
    path = DATA.search(unquote(urlsplit(raw.asked.url).path))
    if not path:
        raise refusal(raw.asked.url, "det är inte en fråga om värden")
    return set(path[1].split(",")), set(path[2].split(","))


@lru_cache(maxsize=64)
def _page(raw: Raw) -> pa.Table:
    """One page as rows with their key figure; the same page serves up to 25 series, so the last ones are kept."""
    figures = _figures(raw)
    if not figures:
        return PAGE.empty_table()
    kpi, place, year, sex, value, symbol, deleted = zip(*figures, strict=True)
    value = tuple(
        None if gone or number is None else float(number) for number, gone in zip(value, deleted, strict=True)
    )
    columns = {
        "kpi": kpi,
        "region": [from_kolada(code) for code in place],
        "period": [str(each) for each in year],
        "sex": [SEXES[letter] for letter in sex],
        "value": value,
        "status": [MISSING.get(s, "saknas") if v is None else None for v, s in zip(value, symbol, strict=True)],
        "symbol": [each or None for each in symbol],
        "deleted": [bool(each) for each in deleted],
    }
    return pa.table([pa.array(columns[kind.name], kind.type) for kind in PAGE], schema=PAGE)


def _figures(raw: Raw) -> list[tuple[Any, ...]]:
    """Key figure, place, year, sex, value, sign, deleted of each figure on the page, proved to be what was asked."""
    kpis, places = _asked(raw)
    try:
        flat = [
            (
                row["kpi"],
                row["municipality"],
                row["period"],
                v["gender"],
                v["value"],
                v.get("status") or "",
                v.get("isdeleted"),
            )
            for row in page_values(raw)
            for v in row["values"]
        ]
        columns = list(zip(*flat, strict=True)) or [()] * 7
        found = [set(column) for column in columns]
    except (KeyError, TypeError, AttributeError) as err:
        raise refusal(raw.asked.url, "en rad är inte ett nyckeltal för en region") from err
    for name, strange in (("nyckeltal", found[0] - kpis), ("region", found[1] - places)):
        if strange:
            words = ", ".join(sorted(map(str, strange))[:3])
            raise refusal(raw.asked.url, f"ingen frågade efter {name} {words:.80}")
    kinds = [set(map(type, column)) for column in columns]
    good = found[2] <= YEARS and found[3] <= SEXES.keys() and found[6] <= {None, False, True}
    if not good or not kinds[2] <= {int} or not kinds[4] <= NUMBERS or not kinds[5] <= {str}:
        raise refusal(raw.asked.url, "år, kön, värde eller status går inte att läsa")
    if not all(map(math.isfinite, found[4] - {None})):
        raise refusal(raw.asked.url, "ett värde är inte ett tal")
    return flat


LOADER = Loader("kolada", plan, fetch, parse)
