-- Which figures of the same series have another value than in the build before?
insert into revision
with
same_use as (
    select n.indicator, n.key, n.grp
    from series as n
    join before.series as o using (indicator, key, grp, role, scale)
    where n.role = 'value'
),
old as (
    select
        o.indicator::varchar as indicator, o.region::varchar as region, o.grp::varchar as grp, o.sex::varchar as sex,
        o.period::varchar as period, o.value, o.series::varchar as series, o.fetch_id::varchar as fetch_id
    from before.observation as o
    where o.fetch_id::varchar not in (select id from "fetch")
),
new as (
    select
        indicator::varchar as indicator, region::varchar as region, grp::varchar as grp, sex::varchar as sex,
        period::varchar as period, value, series::varchar as series, fetch_id::varchar as fetch_id
    from observation
    where fetch_id::varchar not in (select id from before."fetch")
)
select
    new.indicator, new.region, new.grp, new.sex, new.period, old.value, new.value, old.fetch_id, new.fetch_id,
    $build, $noticed
from new
join old using (indicator, region, grp, sex, period, series)
join same_use as u on u.indicator = new.indicator and u.key = new.series and u.grp = new.grp
where old.value is distinct from new.value
order by all
