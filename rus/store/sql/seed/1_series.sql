-- Which series are there, and who owns each?
create table series as
with
national as (
    select
        'kolada:' || kpi as series, coalesce(i.name, kpi) as title, i.unit,
        coalesce(i.source_owner, 'enligt Kolada (RKA)') as owner, 'Kolada ' || kpi as via
    from wanted
    left join read_csv($kpi_index, all_varchar = true) as i using (kpi)
    where kpi in (select kpi from read_parquet($national))
)
select * from national
;
create table other as
with
words as (
    select *, breakdown as said,
        case
            when breakdown like '%ägare: kvinnor%' then 'women' when breakdown like '%ägare: män%' then 'men' else sex
        end as told_sex,
        regexp_extract(breakdown, 'månad (\d{4})[M-](\d{2})', ['y', 'm']) as month,
        trim(regexp_replace(
            regexp_replace(coalesce(breakdown, ''), 'månad \d{4}[M-]\d{2}|ägare: (kvinnor|män)', ''), '^; |; $', ''
        ), '; ') as part
    from read_csv($others, all_varchar = true)
    where not list_contains($exclude, indicator_id)
)
select
    case
        when regexp_full_match(indicator_id, '[NU]\d{5}') then 'kolada:' || indicator_id
        when part = '' then 'file:' || indicator_id
        else 'file:' || indicator_id || '/' || part
    end as series,
    indicator_name_sv as title, unit, source_owner as owner, via,
    region_code as region, told_sex as sex, value::double as value,
    case when month.y <> '' then month.y || 'M' || month.m else year end as period
from words
;
-- A series that is in both is taken from the national table alone: two releases are never mixed.
delete from other where series in (select series from series)
;
insert into series
select series, any_value(title), any_value(unit), min(owner), string_agg(distinct via, ' + ' order by via)
from other group by series
;
