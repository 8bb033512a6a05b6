-- One indicator in every region of a level at one period, the best first; ties share a place.
-- Where no period is named: the newest of those that most regions have.
with
chosen as (
    select *
    from observation
    where
        indicator = $indicator::indicator_id and sex = $sex::sex and grp = $group::group_id
        and list_contains($regions::region_code[], region) and value is not null
),
wanted as (
    select coalesce(
        $period::period_id,
        (select period from chosen group by period order by count(*) desc, period desc limit 1)
    ) as period
)
select
    enum_code(indicator) as indicator, enum_code(region) as region, enum_code(period) as period, year,
    enum_code(sex) as sex, enum_code(grp) as grp, value, enum_code(status) as status, lower, upper, n, count, provisional,
    enum_code(series) as series, enum_code(fetch_id) as fetch_id,
    rank() over (order by case when $lower_is_better then value else -value end) as rank
from chosen
where period = (select period from wanted)
order by rank, chosen.region
