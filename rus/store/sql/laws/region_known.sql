-- Every figure asked for is about a known region.
select series, region, period, sex, value
from raw
semi join used on used.key = raw.series
anti join region on region.code = raw.region
order by all
