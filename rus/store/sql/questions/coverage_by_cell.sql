-- The newest period of each indicator, group and level of region, and how many regions have a figure.
select indicator::varchar as indicator, grp::varchar as "group", level, newest::varchar as newest, year, regions
from cell
order by cell.indicator, cell.grp, level
