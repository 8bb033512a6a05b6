-- The last three years of the chosen indicators, each in one group and both sexes together, in every kommun and in the
-- named regions beside them. The last year is the newest that at least half of our own kommuner have.
with asked as (
    select try_cast(indicator as indicator_id) as indicator, try_cast(grp as group_id) as grp
    from (select unnest($indicators::varchar[]) as indicator, unnest($groups::varchar[]) as grp)
),
places as (
    select try_cast(code as region_code) as region, code in (select unnest($ours::varchar[])) as ours
    from region
    where level = 'kommun' or code in (select unnest($beside::varchar[]))
),
found as (
    select o.indicator, o.region, o.period, o.year, o.value, o.status, o.lower, o.upper, o.n, o.provisional, p.ours
    from observation as o
    join asked as a on a.indicator = o.indicator and a.grp = o.grp
    join places as p on p.region = o.region
    where o.sex = 'total'
),
counted as (
    select indicator, year, count(distinct region) as many, max(many) over (partition by indicator) as most
    from found
    where ours and value is not null
    group by indicator, year
),
newest as (
    select indicator, max(year) as year
    from counted
    where many * 2 >= most
    group by indicator
)
select
    f.indicator::varchar as indicator, f.region::varchar as region, f.period::varchar as period, f.year, f.value,
    f.status::varchar as status, f.lower, f.upper, f.n, f.provisional
from found as f
join newest as n using (indicator)
where f.year between n.year - 2 and n.year
order by f.indicator, f.region, f.year, f.period
