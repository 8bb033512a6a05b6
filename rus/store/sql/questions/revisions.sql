-- What sources have changed, the newest first.
select *
from revision
where $indicator is null or indicator = $indicator
order by noticed desc, indicator, region, grp, sex, period
