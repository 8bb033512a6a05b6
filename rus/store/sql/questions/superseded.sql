-- What was known of an indicator before it was replaced or withdrawn: by which fetch, and when.
select *
from superseded
where indicator = $indicator
order by region, grp, sex, period, known_from
