-- What became known after a moment: new periods, figures added to known periods, revised, withdrawn. The newest first.
select
    c.kind, c.indicator, c.region, r.name as region_name, c.grp as "group", c.sex, c.period, c.old, c.new, c.old_status,
    c.new_status, c.series, c.new_fetch as fetch_id, c.noticed as known_from, '' as words
from change as c
left join region as r on r.code = c.region
where c.noticed > $since and ($indicators is null or list_contains($indicators, c.indicator))
order by c.noticed desc, c.indicator, c.grp, r.position, c.sex, c.period
