-- Which source rows does the catalogue ask for, and as what? A series may serve several indicators, and a wanted
-- indicator gets its figures as soon as its source has brought them.
create temp table used as
select
    s.indicator, s.grp, s.key, s.role, s.sexes, s.levels, s.scale,
    coalesce(s.from_year, 0) as from_year, coalesce(s.to_year, 9999) as to_year,
    i.measured_years, i.provisional_last
from series as s
join indicator as i on i.id = s.indicator
where i.state = 'in_use' or s.loader <> 'file'
union all
select
    d.indicator, s.grp, s.key, 'denominator', s.sexes, s.levels, s.scale,
    coalesce(s.from_year, 0), coalesce(s.to_year, 9999), null, false
from denominator as d
join series as s on s.indicator = d.of_indicator and s.role = 'value'
;
