-- One indicator in every region at one period, all sexes and groups.
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id
from observation
where indicator = $indicator and period = $period::period_id
