-- The figures are sorted by their key and no two have the same: each row comes strictly after the one before it.
with pairs as (
    select
        indicator, region, grp, sex, period, value, series,
        lag(indicator) over () as i, lag(region) over () as r, lag(grp) over () as g, lag(sex) over () as s,
        lag(period) over () as p
    from observation
)
select indicator, region, grp, sex, period, value, series
from pairs
where
    i is not null and not (
        i < indicator
        or (i = indicator and (
            r < region
            or (r = region and (g < grp or (g = grp and (s < sex or (s = sex and p < period)))))
        ))
    )
