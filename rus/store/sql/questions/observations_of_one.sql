-- Every figure of one indicator in the chosen regions.
-- A choice of many is a row of bits, one a code, which is half the time of a list. A single code is compared without a
-- cast, which takes long where there are many; a range needs one. The table is stored in the order to be shown (a law
-- of every build), and DuckDB keeps it: no sorting here.
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id
from observation
where
    indicator = $indicator
    and get_bit($regions::bit, enum_code(region)::integer) = 1
