-- A status is one of the eight words.
select series, region, period, sex, value, status
from raw
semi join used on used.key = raw.series
where
    status is not null and status not in
    ('varde', 'noll', 'avrundad_noll', 'saknas', 'skyddad', 'ej_tillamplig', 'bortfall', 'kommer')
order by all
