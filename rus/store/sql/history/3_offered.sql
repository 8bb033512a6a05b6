-- What the content's seed says that is not known: every row of a key where anything differs, and what is gone.
-- A figure that was fetched after the seed's own retrieval is newer than the seed.
create temp table live as
select n.series, n.region, n.period, n.sex, max(n.known_from) as known_from
from newest_log as n
join fetch_number as f on f.origin = n.origin
where f.kind <> 'import'
group by all
;
create temp table differs as
select distinct series, region, period, sex
from (
    select series, region, period, sex, value, status from offered
    except all
    select series, region, period, sex, value, status from raw
)
;
create temp table offer as
select
    o.series, o.region, o.period, o.sex, o.value, o.status, null::varchar as symbol, false as withdrawn,
    $noticed::timestamp as known_from, o.origin::integer as origin, f.origin as number, f.fetch_id
from offered as o
semi join differs as d using (series, region, period, sex)
left join live as l using (series, region, period, sex)
left join offered_number as f on f.told = o.origin
where l.series is null or l.known_from < f.retrieved
union all
-- A key with a hole in it can't be compared; the laws will name it.
select
    o.series, o.region, o.period, o.sex, o.value, o.status, null, false, $noticed::timestamp, o.origin, f.origin,
    f.fetch_id
from offered as o
left join offered_number as f on f.told = o.origin
where o.region is null or o.period is null or o.sex is null
union all
select
    r.series, r.region, r.period, r.sex, null, null, null, true, $noticed::timestamp,
    f.told, f.origin, f.fetch_id
from raw as r
anti join offered as o using (series, region, period, sex)
anti join live as l using (series, region, period, sex)
cross join (from offered_number order by told limit 1) as f
;
insert into log by name
select * exclude (origin, number, fetch_id), number as origin from offer where number is not null
;
