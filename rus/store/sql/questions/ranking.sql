-- One indicator in every region of a level at one period, the best first.
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id
from observation
where
    indicator = $indicator::indicator_id and sex = $sex::sex and grp = $group::group_id
    and period = $period::period_id and region between $first::region_code and $last::region_code
    and value is not null
order by case when $lower_is_better then value else -value end, observation.region
