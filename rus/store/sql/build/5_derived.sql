-- What the pages ask for most often, made once.
insert into newest
with measured as (
    select *,
        lead(indicator) over () as next_indicator, lead(region) over () as next_region,
        lead(grp) over () as next_grp, lead(sex) over () as next_sex
    from observation where value is not null
)
select * exclude (next_indicator, next_region, next_grp, next_sex)
from measured
where
    next_indicator is distinct from indicator or next_region is distinct from region
    or next_grp is distinct from grp or next_sex is distinct from sex
;
insert into gap
with
both_newest as (
    select w.indicator, w.region, w.grp, w.period, w.year, w.value as women, m.value as men, m.period as other
    from newest as w
    join newest as m using (indicator, region, grp)
    where w.sex = 'women' and m.sex = 'men'
),
older as (
    select w.indicator, w.region, w.grp, max(w.period) as period
    from observation as w
    join observation as m using (indicator, region, grp, period)
    semi join (from both_newest where period <> other) as b using (indicator, region, grp)
    where w.sex = 'women' and m.sex = 'men' and w.value is not null and m.value is not null
    group by all
),
pairs as (
    select indicator, region, grp, period, year, women, men from both_newest where period = other
    union all
    select o.indicator, o.region, o.grp, o.period, w.year, w.value, m.value
    from older as o
    join observation as w using (indicator, region, grp, period)
    join observation as m using (indicator, region, grp, period)
    where w.sex = 'women' and m.sex = 'men'
)
select *, women - men from pairs order by region, indicator, grp
;
create table cell as
select
    n.indicator, n.grp, r.level, max(n.period) as newest, max(n.year) as year, count(distinct n.region) as regions,
    array_to_string(list_sort(list(distinct n.sex)), ',') as sexes
from newest as n
join region as r on r.code = n.region
group by all
order by all
;
create table coverage as
with
amount as (
    select indicator, count(value) as n_values, min(year) as first_year, max(year) as last_year, max(period) as newest
    from observation group by indicator
),
origins as (
    select distinct o.indicator, o.series, f.owner, f.retrieved
    from (select distinct indicator, series, fetch_id from observation) as o
    join "fetch" as f on f.id = o.fetch_id
),
sources as (
    select
        indicator, list(distinct series::varchar order by series::varchar) as series,
        string_agg(distinct owner, ', ' order by owner) as owners, max(retrieved) as fetched
    from origins group by indicator
),
spread as (
    select
        n.indicator, count(distinct n.region) as regions,
        count(distinct n.region) filter (r.level = 'kommun') as kommuner,
        count(distinct n.region) filter (r.level = 'lan') as lan,
        array_to_string(list_sort(list(distinct n.sex)), ',') as sexes,
        list_sort(list(distinct n.grp))::varchar[] as groups
    from newest as n
    join region as r on r.code = n.region
    group by n.indicator
)
select
    i.id as indicator, coalesce(a.n_values, 0) as n_values, a.first_year, a.last_year, a.newest::varchar as newest,
    coalesce(s.regions, 0) as regions, coalesce(s.kommuner, 0) as kommuner, coalesce(s.lan, 0) as lan,
    s.sexes, s.groups, c.series, c.owners, c.fetched
from indicator as i
left join amount as a on a.indicator = i.id
left join spread as s on s.indicator = i.id
left join sources as c on c.indicator = i.id
order by i.position
;
-- A computed figure is as new as the newest of its parts.
update "fetch" set
    retrieved = p.retrieved, known_from = p.known_from, request = 'Beräknat ur hämtningarna ' || p.parts
from (
    select
        f.id, max(o.retrieved) as retrieved, max(o.known_from) as known_from,
        string_agg(o.id, ', ' order by o.origin) as parts
    from fetch_part as f
    join "fetch" as o on o.id = f.part
    group by f.id
) as p
where "fetch".id = p.id
;
update "fetch" set rows = c.rows, loader = c.loader
from (
    select fetch_id::varchar as id, count(*) as rows, min(split_part(series::varchar, ':', 1)) as loader
    from observation group by all
) as c
where "fetch".id = c.id
;
-- How a figure's source is written out: its owner, and Kolada's id where it came that way.
create table source as
select
    s.indicator, s.key,
    any_value(case s.loader when 'kolada' then i.owner || ' via Kolada ' || s.source_id else i.owner end) as words
from series as s
join indicator as i on i.id = s.indicator
group by s.indicator, s.key
;
-- For a ranking where no period is named: the newest of the periods that most regions have.
create table widest as
with amount as (
    select o.indicator, r.level, o.sex, o.grp, o.period, count(*) as regions
    from observation as o
    join region as r on r.code = o.region
    where o.value is not null
    group by all
)
select * exclude (regions)
from amount
qualify row_number() over (partition by indicator, level, sex, grp order by regions desc, period desc) = 1
order by all
;
