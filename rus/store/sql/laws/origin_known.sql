-- Every figure asked for has an origin.
select series, region, period, sex, value, origin
from raw
semi join used on used.key = raw.series
anti join "fetch" on "fetch".origin = raw.origin
order by all
