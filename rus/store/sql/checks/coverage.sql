-- Series whose newest period has fewer places of a level than the one before.
with
last as (
    select indicator, series, max(time) as time from figure group by all
),
two as (
    select f.indicator, f.series, any_value(l.time) as time, max(f.time) as time_before
    from figure as f
    join last as l using (indicator, series)
    where f.time < l.time
    group by all
),
places as (
    select
        f.indicator, f.series, f.time, any_value(f.period) as period,
        case length(f.region::varchar) when 4 then 'kommuner' else 'län' end as level,
        count(distinct f.region) filter (f.region::varchar <> '00') as places
    from figure as f
    join two as t on t.indicator = f.indicator and t.series = f.series and f.time in (t.time, t.time_before)
    group by f.indicator, f.series, f.time, level
),
named as (
    select indicator, series, time, any_value(period) as period from places group by all
)
select
    t.indicator::varchar as indicator, t.series::varchar as series, 'coverage' as "check",
    sum(b.places - coalesce(n.places, 0))::bigint as rows,
    arg_max(
        {r: b.level, s: b.period::varchar, p: p.period::varchar, v: coalesce(n.places, 0), w: b.places},
        b.places - coalesce(n.places, 0)
    ) as worst
from two as t
join named as p using (indicator, series, time)
join places as b on b.indicator = t.indicator and b.series = t.series and b.time = t.time_before
left join places as n
    on n.indicator = t.indicator and n.series = t.series and n.time = t.time and n.level = b.level
join limits as l on l.indicator = t.indicator
where coalesce(n.places, 0) < l.coverage * b.places
group by t.indicator, t.series
