-- Totals that women and men can't give: a number is their sum, a share or mean lies between theirs.
with
three as (
    select
        indicator, series, grp, region, period,
        any_value(value) filter (sex = 'women') as women, any_value(value) filter (sex = 'men') as men,
        any_value(value) filter (sex = 'total') as total
    from figure group by all
),
off as (
    select t.*,
        case
            when l.is_number then greatest(abs(total - women - men) - 2, 0)
            else greatest(total - greatest(women, men), least(women, men) - total, 0)
        end as beside,
        case when l.is_percent then l.sex_tolerance else l.sex_tolerance / 100 * abs(total) end as room
    from three as t
    join limits as l using (indicator)
    where not l.is_split and women is not null and men is not null and total is not null
)
select
    indicator::varchar as indicator, series::varchar as series, 'sex_tolerance' as "check", count(*) as rows,
    arg_max({r: region::varchar, s: 'total', p: period::varchar, v: total, w: women, m: men}, beside / room) as worst
from off
where beside > room + 1e-9
group by indicator, series
