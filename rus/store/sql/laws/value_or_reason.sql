-- A value is a finite number; where there is none the status says why, and only there.
select series, region, period, sex, value, status
from raw
semi join used on used.key = raw.series
where
    (value is not null and not isfinite(value))
    or (value is null) is distinct from coalesce(status not in ('varde', 'noll', 'avrundad_noll'), false)
order by all
