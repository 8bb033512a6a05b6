-- The figures, sorted once: those of the sources and those computed from them.
insert into observation by name
from (select * exclude (shown) from every_row where shown union all by name from computed)
order by indicator, region, grp, sex, period
;
insert into overlap
select * exclude (shown) from every_row where not shown order by indicator, region, grp, sex, period
;
