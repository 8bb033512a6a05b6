-- The newest difference between women and men, each indicator and group of one region.
select
    indicator::varchar as indicator, grp::varchar as "group", period::varchar as period, women, men, difference
from gap
where region = $region
order by gap.indicator, gap.grp
