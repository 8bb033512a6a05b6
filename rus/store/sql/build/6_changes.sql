-- What the log changed, in the catalogue's words: each change of a source's figure, as each indicator that shows it.
insert into change
select
    c.kind, u.indicator, c.region, u.grp, c.sex, c.period, c.old * u.scale, c.new * u.scale, c.old_status, c.new_status,
    c.series, o.id, n.id, coalesce(c.old_known_from, o.known_from), c.noticed
from source_change as c
join used as u on u.key = c.series
join changed_period as p on p.id = c.period
join region as w on w.code = c.region
join "fetch" as n on n.origin = c.new_origin
left join "fetch" as o on o.origin = c.old_origin
where
    u.role = 'value' and list_contains(u.sexes, c.sex) and p.year between u.from_year and u.to_year
    and (u.levels is null or list_contains(u.levels, w.level))
    and (u.measured_years is null or list_contains(u.measured_years, p.year))
order by c.noticed, u.indicator
;
