-- Series whose newest period has fewer places of a level than the one before.
with
places as (
    select
        indicator, series, time, any_value(period) as period,
        case length(region::varchar) when 4 then 'kommuner' else 'län' end as level, count(distinct region) as places
    from figure
    where region::varchar <> '00'
    group by all
),
times as (
    from (select distinct indicator, series, time, period from figure)
    qualify row_number() over (partition by indicator, series order by time desc) <= 2
),
two as (
    select indicator, series, max(time) as time, min(time) as time_before, arg_max(period, time) as period
    from times group by all having count(*) = 2
)
select
    t.indicator::varchar as indicator, t.series::varchar as series, 'coverage' as "check",
    sum(b.places - coalesce(n.places, 0))::bigint as rows,
    arg_max(
        {r: b.level, s: b.period::varchar, p: t.period::varchar, v: coalesce(n.places, 0), w: b.places},
        b.places - coalesce(n.places, 0)
    ) as worst
from two as t
join places as b on b.indicator = t.indicator and b.series = t.series and b.time = t.time_before
left join places as n
    on n.indicator = t.indicator and n.series = t.series and n.time = t.time and n.level = b.level
join limits as l on l.indicator = t.indicator
where coalesce(n.places, 0) < l.coverage * b.places
group by t.indicator, t.series
