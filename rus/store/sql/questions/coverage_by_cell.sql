-- The newest period of each indicator, group and level of region, and how many regions and which sexes have
-- a figure.
select indicator::varchar as indicator, grp::varchar as "group", level, newest::varchar as newest, year, regions, sexes
from cell
order by cell.indicator, cell.grp, level
