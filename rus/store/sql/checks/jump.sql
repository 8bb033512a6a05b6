-- The newest values that lie further from the ones before than is usual: more than the catalogue's limit, and more than
-- four median deviations of the place's own earlier changes, where there are enough of them to know.
with
last as (
    select indicator, series, max(time) as time from figure group by all
),
near as (
    select
        indicator, series, grp, region, sex, max(time) as time, arg_max(period, time) as period,
        arg_max(year, time) as year, arg_max(value, time, 2) as two
    from figure
    group by all
),
far as (
    select n.*, two[1] as value, two[2] as before, value - before as change,
        case when l.is_percent then abs(value - before) else abs(value - before) / nullif(abs(before), 0) * 100 end as size
    from near as n
    join last using (indicator, series, time)
    join limits as l using (indicator)
    where before is not null and not list_contains(l.breaks, n.year) and size > l.jump
),
steps as (
    select f.*,
        row_number() over back as back,
        f.value - lead(f.value) over back as step
    from figure as f
    semi join far as x using (indicator, series, grp, region, sex)
    window back as (partition by f.indicator, f.series, f.grp, f.region, f.sex order by f.time desc)
),
earlier as (
    select indicator, series, grp, region, sex, count(*) as times, median(step) as middle, mad(step) as spread
    from steps
    where back > 1 and step is not null
    group by all
)
select
    x.indicator::varchar as indicator, x.series::varchar as series, 'jump' as "check", count(*) as rows,
    arg_max({r: x.region::varchar, s: x.sex::varchar, p: x.period::varchar, v: x.value, w: x.before}, x.size) as worst
from far as x
left join earlier as e using (indicator, series, grp, region, sex)
where coalesce(e.times, 0) < 5 or abs(x.change - e.middle) > 4 * 1.4826 * e.spread
group by x.indicator, x.series
