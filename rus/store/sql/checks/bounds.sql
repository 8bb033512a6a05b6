-- Values below the least or above the most that the catalogue takes for possible.
select
    f.indicator::varchar as indicator, f.series::varchar as series, unnest(['min', 'max']) as "check",
    unnest([
        count(*) filter (f.value < l.least - 1e-9 * abs(l.least)), count(*) filter (f.value > l.most + 1e-9 * abs(l.most))
    ]) as rows,
    unnest([
        arg_min({r: f.region::varchar, s: f.sex::varchar, p: f.period::varchar, v: f.value, w: l.least}, f.value),
        arg_max({r: f.region::varchar, s: f.sex::varchar, p: f.period::varchar, v: f.value, w: l.most}, f.value)
    ]) as worst
from figure as f
join limits as l using (indicator)
where f.value < l.least or f.value > l.most
group by f.indicator, f.series
