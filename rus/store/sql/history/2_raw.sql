-- What is known: the seed where the log says nothing, and the newest of what the log says. Of rows that became known
-- at once all are kept, so that a figure given twice is found by the laws. A series that was told of once has only
-- newest rows, which most of a large first fetch are: nothing is put in order there.
create or replace temp table touched as
select series, count(distinct known_from) > 1 as is_often from log group by series
;
create or replace temp table seed_touched as
from seed_row semi join touched using (series)
;
create or replace temp table newest_log as
from log semi join (from touched where not is_often) using (series)
union all
from log semi join (from touched where is_often) using (series)
qualify rank() over (partition by series, region, period, sex order by known_from desc) = 1
;
create or replace temp table raw as
select series, region, period, sex, value, origin, status
from seed_row
where series not in (select series from touched)
union all
select series, region, period, sex, value, origin, status
from seed_touched
anti join newest_log using (series, region, period, sex)
union all
select series, region, period, sex, value, origin, status
from newest_log
where not withdrawn
;
