"""Indicators that are computed from others by a rule of the catalogue: made in the build, with the figures.

A computed row has the key of its first part (region, group, sex, period); where a part has no value there is no row.
What stands for its fetch leads to the fetches of all parts (`fetch_part`). Every piece of SQL put together here is
ours; what the catalogue says goes in as parameters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.derive import Derive, Operand
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.store.dimensions import computed_fetch, computed_key


@dataclass(frozen=True)
class Figures:
    """Where the parts of a rule are read from: a query in parentheses, and columns beside the key that must match."""

    query: str
    beside: tuple[str, ...] = ()

    def key(self, *names: str) -> str:
        """The names, and the columns beside, as SQL."""
        return ", ".join((*names, *self.beside))


_MADE = Figures("(from part union all by name from computed)")


def in_order(catalogue: Catalogue) -> Iterator[Indicator]:
    """The computed indicators, each after those that it is computed from."""
    left = {i.id: i for i in catalogue.indicators.values() if i.derive}
    while left:
        ready = [i for i in left.values() if i.derive and not any(o.indicator in left for o in i.derive.operands)]
        if not ready:  # a circle, which the catalogue's own check has refused
            return
        for indicator in ready:
            del left[indicator.id]
            yield indicator


def derive(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Makes the table `computed`, the rows of every rule of the catalogue, from the figures in `every_row`."""
    db.execute("create or replace temp table computed as from observation limit 0")
    rules = [(i, i.derive) for i in in_order(catalogue) if i.derive]
    if not rules:
        return
    parts = sorted({operand.indicator for _, rule in rules for operand in rule.operands})
    db.execute(
        "create or replace temp table part as select * exclude (shown) from every_row "
        "where shown and value is not null and indicator in (select unnest($parts::indicator_id[]))",
        {"parts": parts},
    )
    for indicator, rule in rules:
        question, given = asked(indicator, rule, _MADE)
        db.execute(f"insert into computed by name {question}", given)
        for operand in rule.operands:
            rows, given = _part(operand, "a", _MADE)
            given |= {"id": computed_fetch(indicator.id)}
            db.execute(f"insert or ignore into fetch_part select distinct $id, fetch_id::varchar from ({rows})", given)  # noqa: S608  # the names are ours, values are parameters


def asked(indicator: Indicator, rule: Derive, of: Figures) -> tuple[str, dict[str, object]]:
    """The rows of a rule as SQL, and its parameters."""
    first, given = _part(rule.of[0], "a", of)
    given |= {"scale": rule.scale, "indicator": indicator.id, "series": computed_key(indicator.id)}
    given |= {"fetch": computed_fetch(indicator.id)}
    columns = "value, provisional, known_from"
    if rule.kind == "index":
        given |= {"base": rule.base_year}
        keys = of.key("region", "grp", "sex")
        other = f"(select {keys}, value, false as provisional, known_from from ({first}) where year = $base)"  # noqa: S608  # the names are ours, values are parameters
        return _rows(first, other, keys, "a.value / nullif(b.value, 0) * 100 * $scale"), given
    key = of.key("region", "grp", "sex", "period")
    if rule.kind == "sum":
        parts = [_part(operand, f"b{n}", of) for n, operand in enumerate(rule.of[1:])]
        for _, more in parts:
            given |= more
        every = " union all by name ".join(f"(select {key}, {columns} from ({text}))" for text, _ in parts)  # noqa: S608  # the names are ours, values are parameters
        other = (
            f"(select {key}, sum(value) as value, bool_or(provisional) as provisional, max(known_from) as known_from "  # noqa: S608  # the names are ours, values are parameters
            f"from ({every}) group by all having count(*) = {len(parts)})"
        )
        return _rows(first, other, key, "(a.value + b.value) * $scale"), given
    assert rule.by is not None
    second, more = _part(rule.by, "b", of)
    given |= more
    sign = "/ nullif(b.value, 0)" if rule.kind == "ratio" else "- b.value"
    keys = of.key("region", "sex", "period") if rule.by.total else key
    return _rows(first, f"({second})", keys, f"(a.value {sign}) * $scale"), given


def _part(operand: Operand, name: str, of: Figures) -> tuple[str, dict[str, object]]:
    """The figures of one part; those of a named group, or of the total, stand under the total."""
    given: dict[str, object] = {name: operand.indicator}
    if not operand.group and not operand.total:
        return f"select * from {of.query} where indicator::varchar = ${name} and value is not null", given  # noqa: S608  # the names are ours, values are parameters
    given[f"{name}_group"] = group_id(operand.group) if operand.group else TOTAL
    return (
        f"select * replace ('{TOTAL}'::group_id as grp) from {of.query} "  # noqa: S608  # the names are ours, values are parameters
        f"where indicator::varchar = ${name} and grp::varchar = ${name}_group and value is not null"
    ), given


def _rows(first: str, other: str, keys: str, value: str) -> str:
    return f"""
        with made as (
            select a.* replace (
                $indicator::indicator_id as indicator, $series::series_key as series, {value} as value,
                a.provisional or b.provisional as provisional, $fetch::fetch_key as fetch_id,
                greatest(a.known_from, b.known_from) as known_from
            )
            from ({first}) as a join {other} as b using ({keys})
        )
        select * replace (
            case when value = 0 then 'noll' else 'varde' end::status as status, null::double as lower,
            null::double as upper, null::double as n, null::double as count
        )
        from made where value is not null
    """  # noqa: S608  # the names are ours, values are parameters
