-- The words of the source as the codes of the build: joined once a word here, never cast once a row.
create or replace temp table region_word as select code as word, code::region_code as region, level from region
;
create or replace temp table sex_word as
select word, word::sex as sex from (select unnest(enum_range(null::sex)) as word)
;
create or replace temp table period_word as select id as word, id::period_id as period, year from period
;
create or replace temp table fetch_word as select origin as word, id::fetch_key as fetch_id, known_from from "fetch"
;
create or replace temp table use_word as
select
    * replace (indicator::indicator_id as indicator, grp::group_id as grp), key::series_key as series
from used
;
-- The side figures of each value: count, denominator, bounds.
create or replace temp table side as
select
    u.indicator, u.grp, r.region, r.period, r.sex,
    any_value(r.value * u.scale) filter (u.role = 'count') as count,
    coalesce(
        any_value(r.value * u.scale) filter (u.role = 'answers'),
        any_value(r.value * u.scale) filter (u.role = 'denominator')
    ) as n,
    any_value(r.value * u.scale) filter (u.role = 'lower') as lower,
    any_value(r.value * u.scale) filter (u.role = 'upper') as upper,
    any_value(r.value * u.scale) filter (u.role = 'margin') as margin
from raw as r
join use_word as u on u.key = r.series
join period_word as p on p.word = r.period
join region_word as w on w.word = r.region
where u.role <> 'value' and list_contains(u.sexes, r.sex) and (u.levels is null or list_contains(u.levels, w.level)) and p.year between u.from_year and u.to_year
group by all
;
-- Indicators whose newest year may still be revised.
create or replace temp table provisional as
select u.indicator, max(p.year) as year
from raw as r
join use_word as u on u.key = r.series
join period_word as p on p.word = r.period
where u.role = 'value' and u.provisional_last and r.value is not null
group by u.indicator
;
create or replace temp view every_row as
select
    u.indicator, w.region, u.grp, x.sex, p.period, p.year,
    r.value * u.scale as value,
    case
        when r.status is not null then r.status::status when r.value = 0 then 'noll'::status else 'varde'::status
    end as status,
    coalesce(s.lower, r.value * u.scale - s.margin) as lower,
    coalesce(s.upper, r.value * u.scale + s.margin) as upper,
    s.n, s.count, coalesce(p.year >= v.year, false) as provisional,
    u.series, f.fetch_id, f.known_from,
    p.year between u.from_year and u.to_year as shown
from raw as r
join use_word as u on u.key = r.series
join region_word as w on w.word = r.region
join sex_word as x on x.word = r.sex
join period_word as p on p.word = r.period
join fetch_word as f on f.word = r.origin
left join side as s
    on s.indicator = u.indicator and s.grp = u.grp and s.region = r.region and s.period = r.period and s.sex = r.sex
left join provisional as v on v.indicator = u.indicator
where
    u.role = 'value' and list_contains(u.sexes, r.sex) and (u.levels is null or list_contains(u.levels, w.level))
    and (u.measured_years is null or list_contains(u.measured_years, p.year))
;
