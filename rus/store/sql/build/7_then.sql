-- The parts of one computed indicator as they were before and after each moment when one of them changed: `asked_part`
-- names the parts, `asked_base` the period that an index is counted from.
create or replace temp table part_change as
select kind, indicator, region, grp, sex, period, old, noticed from change semi join asked_part using (indicator)
;
create or replace temp table moved as
select distinct region, sex, period, noticed, kind = 'new_period' as is_new from part_change
;
create or replace temp table part_key as
select
    o.indicator::varchar as indicator, o.region::varchar as region, o.grp::varchar as grp, o.sex::varchar as sex,
    o.period::varchar as period, o.year, o.value, o.provisional
from observation as o
where o.indicator::varchar in (select indicator from asked_part)
;
insert into part_key
select distinct c.indicator, c.region, c.grp, c.sex, c.period, p.year, null::double, false
from part_change as c
join changed_period as p on p.id = c.period
anti join part_key as k using (indicator, region, grp, sex, period)
;
-- Moments and the periods that they touch; the base of an index touches all, and is needed beside each.
create or replace temp table event as
select distinct region, sex, period, noticed from moved
union
select m.region, m.sex, b.period, m.noticed
from (select distinct region, sex, noticed from moved) as m
cross join asked_base as b
union
select m.region, m.sex, k.period, m.noticed
from moved as m
join asked_base as b on b.period = m.period
join (select distinct region, sex, period from part_key) as k on k.region = m.region and k.sex = m.sex
;
create or replace temp table at_event as
select k.*, e.noticed
from event as e
join part_key as k using (region, sex, period)
;
create or replace temp table then_value as
with
before as (
    select e.*, c.noticed is not null as is_past, c.old
    from at_event as e
    asof left join part_change as c
        on c.indicator = e.indicator and c.region = e.region and c.grp = e.grp and c.sex = e.sex
        and c.period = e.period and c.noticed >= e.noticed
),
after as (
    select e.*, c.noticed is not null as is_past, c.old
    from at_event as e
    asof left join part_change as c
        on c.indicator = e.indicator and c.region = e.region and c.grp = e.grp and c.sex = e.sex
        and c.period = e.period and c.noticed > e.noticed
)
select * exclude (is_past, old) replace (case when is_past then old else value end as value), 'old' as side from before
union all
select * exclude (is_past, old) replace (case when is_past then old else value end as value), 'new' as side from after
;
create or replace temp view then_figure as
select
    indicator, region, grp, sex, period, year, value, null::varchar as status, null::double as lower,
    null::double as upper, null::double as n, null::double as count, provisional, null::varchar as series,
    null::varchar as fetch_id, null::timestamp as known_from, noticed, side
from then_value
;
