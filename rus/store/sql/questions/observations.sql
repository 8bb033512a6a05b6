-- Every figure of the chosen indicators, regions, sexes, groups and years.
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id
from observation
where
    indicator between $low::indicator_id and $high::indicator_id
    and ($indicators is null or list_contains($indicators::indicator_id[], indicator))
    and ($regions is null or list_contains($regions::region_code[], region))
    and ($sexes is null or list_contains($sexes::sex[], sex))
    and ($groups is null or list_contains($groups::group_id[], grp))
    and year between $first and $last
order by observation.indicator, observation.region, observation.grp, observation.sex, observation.period
