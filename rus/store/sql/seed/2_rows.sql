-- Which figures, and from which retrieval is each?
create table origin as
with
national as (
    select distinct owner, $via as via, $retrieved as retrieved, $national_hash as file_hash, $licence as licence
    from series where series like 'kolada:%' and via like 'Kolada %'
),
others as (
    select distinct owner, via, null as retrieved, $others_hash as file_hash, null as licence from other
),
both_kinds as (select * from national union all select * from others)
select row_number() over (order by owner, via)::smallint as origin, * from both_kinds
;
create table row as
select s.series, n.region, n.year::varchar as period, n.sex, n.value, o.origin
from read_parquet($national) as n
join series as s on s.series = 'kolada:' || n.kpi and s.via like 'Kolada %'
join origin as o on o.owner = s.owner and o.file_hash = $national_hash
;
insert into row
select t.series, t.region, t.period, t.sex, t.value, o.origin
from other as t
join origin as o on o.owner = t.owner and o.via = t.via and o.file_hash = $others_hash
;
