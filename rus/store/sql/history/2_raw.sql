-- What is known: the seed where the log says nothing, and the newest of what the log says. Of rows that became known
-- at once all are kept, so that a figure given twice is found by the laws.
create or replace temp table touched as select distinct series from log
;
create or replace temp table newest_log as
from log
qualify rank() over (partition by series, region, period, sex order by known_from desc) = 1
;
create or replace temp table raw as
select series, region, period, sex, value, origin, status
from seed_row
where series not in (from touched)
union all
select series, region, period, sex, value, origin, status
from (from seed_row semi join touched using (series))
anti join newest_log using (series, region, period, sex)
union all
select series, region, period, sex, value, origin, status
from newest_log
where not withdrawn
;
