-- The value lies between its bounds.
select indicator, region, grp, sex, period, lower, value, upper
from observation
where lower > value or upper < value or lower > upper
order by all
