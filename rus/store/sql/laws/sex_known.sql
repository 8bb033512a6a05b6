-- Every figure asked for is for women, men or both.
select series, region, period, sex, value
from raw
semi join used on used.key = raw.series
where sex is null or sex not in ('women', 'men', 'total')
order by all
