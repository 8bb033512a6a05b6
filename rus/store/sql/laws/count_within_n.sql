-- A part is not larger than its whole.
select indicator, region, grp, sex, period, count, n
from observation
where count > n
order by all
