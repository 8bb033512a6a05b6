"""Indicators that are computed from others by a rule of the catalogue: made in the build, after the figures.

A computed row has the key of its first part (region, group, sex, period) and its fetch; where a part has no value
there is no row. Every piece of SQL put together here is ours; what the catalogue says goes in as parameters.
"""

from collections.abc import Iterator

import duckdb

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.derive import Derive, Operand
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator

LOADER = "derived"
"""What stands for a loader in the series' key of a computed figure."""

_EVERY = "(from observation union all by name from computed)"
_ORDER = "indicator, region, grp, sex, period"
_KEY = "region, grp, sex, period"


def key_of(indicator: Indicator) -> str:
    """The series' key of a computed indicator, such as `derived:energi-per-brp`."""
    return f"{LOADER}:{indicator.id}"


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
    """Computes every rule of the catalogue and puts the rows among the figures, in their order."""
    ordered = list(in_order(catalogue))
    if not ordered:
        return
    db.execute("create or replace temp table computed as from observation limit 0")
    for indicator in ordered:
        assert indicator.derive is not None
        question, given = _question(indicator.derive)
        given |= {"indicator": indicator.id, "series": key_of(indicator)}
        db.execute(f"insert into computed by name {question}", given)
    db.execute(f"create or replace temp table resorted as from {_EVERY} order by {_ORDER}")
    db.execute("delete from observation")
    db.execute(f"insert into observation by name from resorted order by {_ORDER}")
    for table in ("resorted", "computed"):
        db.execute(f"drop table {table}")


def _question(rule: Derive) -> tuple[str, dict[str, object]]:
    """The rows of a rule as SQL, and its parameters; `indicator` and `series` are given by the caller."""
    first, given = _part(rule.of[0], "a")
    given |= {"scale": rule.scale}
    if rule.kind == "index":
        given |= {"base": rule.base_year}
        other = f"(select region, grp, sex, value from ({first}) where year = $base)"  # noqa: S608  # the names are ours, values are parameters
        return _rows(first, other, "region, grp, sex", "a.value / nullif(b.value, 0) * 100 * $scale", ""), given
    if rule.kind == "sum":
        parts = [_part(operand, f"b{n}") for n, operand in enumerate(rule.of[1:])]
        for _, more in parts:
            given |= more
        every = " union all by name ".join(f"(select {_KEY}, value, provisional from ({text}))" for text, _ in parts)  # noqa: S608  # the names are ours, values are parameters
        other = (
            f"(select {_KEY}, sum(value) as value, bool_or(provisional) as provisional "  # noqa: S608  # the names are ours, values are parameters
            f"from ({every}) group by all having count(*) = {len(parts)})"
        )
        return _rows(first, other, _KEY, "(a.value + b.value) * $scale", "or b.provisional"), given
    assert rule.by is not None
    second, more = _part(rule.by, "b")
    given |= more
    sign = "/ nullif(b.value, 0)" if rule.kind == "ratio" else "- b.value"
    keys = "region, sex, period" if rule.by.total else _KEY
    return _rows(first, f"({second})", keys, f"(a.value {sign}) * $scale", "or b.provisional"), given


def _part(operand: Operand, name: str) -> tuple[str, dict[str, object]]:
    """The figures of one part; those of a named group, or of the total, stand under the total."""
    given: dict[str, object] = {name: operand.indicator}
    if not operand.group and not operand.total:
        return f"select * from {_EVERY} where indicator::varchar = ${name} and value is not null", given  # noqa: S608  # the names are ours, values are parameters
    given[f"{name}_group"] = group_id(operand.group) if operand.group else TOTAL
    return (
        f"select * replace ('{TOTAL}'::group_id as grp) from {_EVERY} "  # noqa: S608  # the names are ours, values are parameters
        f"where indicator::varchar = ${name} and grp::varchar = ${name}_group and value is not null"
    ), given


def _rows(first: str, other: str, keys: str, value: str, provisional: str) -> str:
    return f"""
        with made as (
            select a.* replace (
                $indicator::indicator_id as indicator, $series::series_key as series, {value} as value,
                a.provisional {provisional} as provisional
            )
            from ({first}) as a join {other} as b using ({keys})
        )
        select * replace (
            case when value = 0 then 'noll' else 'varde' end::status as status, null::double as lower,
            null::double as upper, null::double as n, null::double as count
        )
        from made where value is not null
    """  # noqa: S608  # the names are ours, values are parameters
