"""Questions put to every figure when it is taken in: can it be right? The answers are kept with the build.

Each is a file of sql/checks, asked of the views `figure` (indicator, series, grp, region, sex, period, time, year and
value in the indicator's unit) and `sign` (…, status, symbol), with the catalogue's limits in `limits`.
"""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.series import Series
from rus.core.swedish import fmt
from rus.store import dimensions
from rus.store.known import Reading
from rus.store.laws import SEXES
from rus.store.periods import read_period

_SQL = Path(__file__).parent / "sql" / "checks"
_LIMITS: dict[str, pa.DataType] = {
    "indicator": pa.string(), "least": pa.float64(), "most": pa.float64(), "jump": pa.float64(),
    "sex_tolerance": pa.float64(), "coverage": pa.float64(), "is_percent": pa.bool_(), "is_number": pa.bool_(),
    "is_split": pa.bool_(), "breaks": pa.list_(pa.int16()),
}  # fmt: skip

_SIGN = """
    create or replace temp table sign as
    select
        $indicator as indicator, $series as series, 'total' as grp, region, sex, period, time, year,
        value * $scale as value, status, symbol
    from incoming
    join known_period using (period)
    where not coalesce(deleted, false) and list_contains($sexes, sex)
"""


@dataclass(frozen=True)
class Finding:
    """What a check says of the figures of one series: `stop` keeps them out; `rows` is how many, `words` is Swedish."""

    indicator: str
    series: str
    check: str
    severity: Literal["warn", "stop"]
    rows: int
    words: str


def inspect(
    indicator: Indicator,
    series: Series,
    rows: pa.Table,
    reading: Reading | None = None,
    names: Mapping[str, str] | None = None,
) -> list[Finding]:
    """What the checks say of fetched figures before they are stored.

    Args:
        indicator: that the series serves.
        series: whose figures.
        rows: region, period, sex, value, status, symbol, deleted, as a loader gives them.
        reading: what the rest of the run reads with; None = one of its own.
        names: of regions by code, for the examples; a region without one is told by its code.
    """
    if series.role != "value":
        return []
    days = {str(p): found for p in rows["period"].unique().to_pylist() if (found := read_period(str(p)))}
    ordered = sorted(days, key=lambda p: (days[p].last_day, days[p].first_day))
    periods = [{"period": p, "time": n, "year": days[p].year} for n, p in enumerate(ordered)]
    given = {"indicator": indicator.id, "series": series.key, "scale": series.scale, "sexes": list(series.sexes)}
    with nullcontext(reading) if reading else Reading() as at:
        at.take(rows)
        _table(at.db, "known_period", periods, {"period": pa.string(), "time": pa.int32(), "year": pa.int16()})
        at.db.execute(_SIGN, given)
        at.db.execute("create or replace temp view figure as from sign where value is not null")
        return _ask(at.db, [indicator], names or {})


def note_findings(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, held: dict[str, str]) -> None:
    """Fills the table `finding` of a build.

    Args:
        db: the build.
        catalogue: whose limits.
        held: indicators whose newest figures were held back → the law that they break.
    """
    db.execute(
        "create or replace temp view figure as select indicator, series, grp, region, sex, period, "
        "enum_code(period) as time, year, value from observation where value is not null"
    )
    db.execute(
        "create or replace temp view sign as select u.indicator, l.series, l.region, l.sex, l.period, l.status, "
        "l.symbol from log as l join used as u on u.key = l.series where u.role = 'value' and l.symbol is not null "
        "qualify rank() over (partition by l.series, l.region, l.period, l.sex order by l.known_from desc) = 1"
    )
    names = {code: region.name for code, region in catalogue.regions.items()}
    found = _ask(db, catalogue.indicators.values(), names)
    found += [Finding(i, "", "law", "stop", 1, _law(words)) for i, words in held.items()]
    dimensions.insert(db, "finding", [vars(each) for each in found])


def _law(words: str) -> str:
    return f"De nyaste hämtade siffrorna hålls tillbaka, och de tidigare visas. {words}"


def _ask(db: duckdb.DuckDBPyConnection, indicators: Iterable[Indicator], names: Mapping[str, str]) -> list[Finding]:
    known = {i.id: i for i in indicators}
    _table(db, "limits", [_limits(i) for i in known.values()], _LIMITS)
    found = []
    for check in ("bounds", "jump", "sexes", "coverage", "symbols"):
        answer = db.execute((_SQL / f"{check}.sql").read_text(encoding="utf-8")).fetchall()
        for indicator, series, name, rows, worst in answer:
            if rows:
                of = known[indicator]
                severity: Literal["warn", "stop"] = "stop" if name in of.limits.stop else "warn"
                found.append(Finding(indicator, series, name, severity, rows, _words(of, name, rows, worst, names)))
    return found


def _limits(indicator: Indicator) -> dict[str, Any]:
    limits = indicator.limits
    return {
        "indicator": indicator.id, "least": limits.min, "most": limits.max, "jump": limits.jump,
        "sex_tolerance": limits.sex_tolerance, "coverage": limits.coverage, "is_percent": indicator.unit == "procent",
        "is_number": indicator.unit == "antal", "is_split": indicator.share == "konsfordelning",
        "breaks": [b.first_year for b in indicator.breaks],
    }  # fmt: skip


def _words(indicator: Indicator, check: str, rows: int, worst: dict[str, Any], names: Mapping[str, str]) -> str:
    """What was found, with the worst of it as an example."""

    def said(name: str) -> str:
        return fmt(worst[name], decimals=indicator.decimals)

    many = "Ett värde" if rows == 1 else f"{fmt(rows)} värden"
    where = f"{names.get(worst['r'], worst['r'])}, {SEXES.get(worst['s'], worst['s'])}, {worst['p']}"
    if check == "symbols":
        return f"Källans tecken ”{worst['y']}” står vid {fmt(rows)} uppgifter, och det är inte känt vad det betyder."
    if check == "coverage":
        return (
            f"Perioden {worst['p']} har {fmt(worst['v'])} av de {fmt(worst['w'])} {worst['r']} som fanns {worst['s']}."
        )
    if check == "jump":
        return f"{many} ändras ovanligt mycket. Störst: {where}, från {said('w')} till {said('v')}."
    if check == "sex_tolerance":
        parts = f"kvinnor {said('w')}, män {said('m')}, alla {said('v')}"
        return f"{many} för alla stämmer inte med kvinnor och män. Störst: {where.replace(', alla', '')}, {parts}."
    limit = f"under {said('w')}. Lägst" if check == "min" else f"över {said('w')}. Högst"
    return f"{many} ligger {limit}: {where}, {said('v')}."


def _table(db: duckdb.DuckDBPyConnection, name: str, rows: dimensions.Rows, kinds: dict[str, pa.DataType]) -> None:
    db.register("given", pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items()))))
    db.execute(f"create or replace temp table {name} as from given")
    db.unregister("given")
