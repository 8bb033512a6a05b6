-- The newest measured figure of each indicator, region, sex and group.
-- The table is stored in the order to be shown (a law of every build), and DuckDB keeps it: no sorting here.
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id
from newest
where
    indicator between $low::indicator_id and $high::indicator_id
    and ($indicators is null or indicator = any($indicators::indicator_id[]))
    and ($regions is null or region = any($regions::region_code[]))
    and ($sexes is null or sex = any($sexes::sex[]))
    and ($groups is null or grp = any($groups::group_id[]))
