-- What the log changed, row by row, in the source's own words; the catalogue's come when the build is filled.
create temp table first_told as
select series, period, min(known_from) as first_known, bool_or(in_seed) as in_seed
from (
    select distinct series, period, null::timestamp as known_from, true as in_seed from seed_touched
    union all
    select series, period, min(known_from), false from log where value is not null group by all
)
group by all
;
create temp table source_change as
with
told_often as (
    select series, region, period, sex, value, status, null::timestamp as known_from, origin
    from seed_touched
    semi join (
        select distinct series, region, period, sex from log semi join (from touched where is_often) using (series)
    ) using (series, region, period, sex)
    union all by name
    select series, region, period, sex, value, status, known_from, origin
    from log
    semi join (from touched where is_often) using (series)
),
each as (
    select *,
        lag(value) over told as old, lag(status) over told as old_status, lag(origin) over told as old_origin,
        lag(known_from) over told as old_known_from
    from told_often
    window told as (partition by series, region, period, sex order by known_from nulls first)
    union all by name
    select
        l.series, l.region, l.period, l.sex, l.value, l.status, l.known_from, l.origin,
        s.value as old, s.status as old_status, s.origin as old_origin, null::timestamp as old_known_from
    from (from log semi join (from touched where not is_often) using (series)) as l
    left join seed_touched as s using (series, region, period, sex)
)
select
    e.series, e.region, e.period, e.sex,
    case
        when e.old is not null and e.value is null then 'withdrawn'
        when e.old is not null then 'revised'
        when not f.in_seed and f.first_known = e.known_from then 'new_period'
        else 'added'
    end as kind,
    e.old, e.value as new, e.old_status, e.status as new_status, e.old_origin, e.origin as new_origin,
    e.old_known_from, e.known_from as noticed
from each as e
left join first_told as f using (series, period)
where
    e.known_from is not null and (e.old is not null or e.value is not null)
    and (e.old is distinct from e.value or e.old_status is distinct from e.status)
;
