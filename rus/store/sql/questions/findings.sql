-- What there is to say about the figures that were taken in: first what keeps them out, then the most rows.
select indicator, series, "check", severity, rows, words
from finding
where $indicators is null or list_contains($indicators, indicator)
order by severity = 'stop' desc, rows desc, indicator, series, "check"
