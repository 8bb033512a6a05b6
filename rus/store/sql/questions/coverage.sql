-- What there is of each indicator.
select
    indicator, n_values, first_year, last_year, newest, regions, kommuner, lan, sexes, groups, series, owners, fetched
from coverage
