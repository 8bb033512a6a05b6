"""What changed in computed indicators: they change when their parts do.

At each moment when a part changed, the rule is computed of the parts as they were before and after it; where the two
differ, the computed figure changed. The parts are thereby taken as they were in truth: if two parts changed one after
the other, so did the computed figure.
"""

import duckdb
import pyarrow as pa

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.derive import Derive
from rus.store.derive import Figures, asked, in_order
from rus.store.steps import run

_THEN = Figures("then_figure", ("noticed", "side"))
_ADD = """
    insert into change by name
    with
    made as (
        select
            indicator::varchar as indicator, region::varchar as region, grp::varchar as grp, sex::varchar as sex,
            period::varchar as period, noticed,
            any_value(value) filter (side = 'old') as old, any_value(value) filter (side = 'new') as new,
            any_value(status::varchar) filter (side = 'old') as old_status,
            any_value(status::varchar) filter (side = 'new') as new_status
        from ({question})
        group by indicator, region, grp, sex, period, noticed
    ),
    fresh as (
        select region, sex, period, noticed, bool_or(is_new) as is_new from moved group by all
    )
    select
        case
            when m.new is null then 'withdrawn' when m.old is not null then 'revised'
            when f.is_new then 'new_period' else 'added'
        end as kind,
        m.indicator, m.region, m.grp, m.sex, m.period, m.old, m.new, m.old_status, m.new_status, $series as series,
        case when m.old is not null then $fetch end as old_fetch, $fetch as new_fetch, m.noticed
    from made as m
    left join fresh as f using (region, sex, period, noticed)
    where m.old is distinct from m.new
    order by m.noticed, m.indicator, m.region, m.grp, m.sex, m.period
"""


def derive_changes(db: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Adds the changes of computed indicators to those of their parts."""
    for indicator in in_order(catalogue):
        assert indicator.derive is not None
        _ask_of(db, indicator.derive)
        touched = db.execute("select count(*) from change semi join asked_part using (indicator)").fetchall()[0][0]
        if touched:
            run(db, "build/7_then")
            question, given = asked(indicator, indicator.derive, _THEN)
            db.execute(_ADD.format(question=question), given)


def _ask_of(db: duckdb.DuckDBPyConnection, rule: Derive) -> None:
    """Names the parts of a rule, and the period that an index is counted from."""
    parts = pa.table({"indicator": sorted({operand.indicator for operand in rule.operands})})
    base = pa.table({"year": pa.array([rule.base_year] if rule.base_year else [], pa.int16())})
    for name, rows in (("part_name", parts), ("base_year", base)):
        db.register(name, rows)
    db.execute("create or replace temp table asked_part as from part_name")
    db.execute(
        "create or replace temp table asked_base as select distinct id as period from changed_period "
        "semi join base_year using (year) union select distinct id from period semi join base_year using (year)"
    )
    for name in ("part_name", "base_year"):
        db.unregister(name)
