-- How far does each series reach?
create table reach as
select
    series, min(period) as first, max(period) as last, count(distinct region) as regions,
    array_to_string(list_sort(list(distinct sex), 'desc'), ' ') as sexes, count(*) as figures
from row
group by series
;
