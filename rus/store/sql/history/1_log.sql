-- Every row of the log that was known at the time and is not held back, with the number of its fetch.
create temp table log as
select l.series, l.region, l.period, l.sex, l.value, l.status, l.symbol, l.withdrawn, l.known_from, f.origin
from logged as l
join fetch_number as f on f.fetch_id = l.fetch_id and coalesce(f.series, l.series) = l.series
semi join known_region as k on k.code = l.region
left join held as h on h.series = l.series
where ($until is null or l.known_from <= $until) and (h.series is null or l.known_from <= h.after)
;
