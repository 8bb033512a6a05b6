-- A share in percent is between 0 and 100, but for rounding.
select o.indicator, o.region, o.grp, o.sex, o.period, o.value, o.series
from observation as o
join indicator as i on i.id = o.indicator
where i.unit = 'procent' and i.share <> 'ingen' and not o.value between -0.05 and 100.05
order by all
