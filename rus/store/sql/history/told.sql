-- Everything that was ever said of one series: the seed first, then each fetch.
create or replace temp table told as
select region, period, sex, value, status, false as withdrawn, null::timestamp as known_from
from seed
union all by name
select region, period, sex, value, status, withdrawn, known_from
from logged
;
create or replace temp table known as
select * exclude (withdrawn, known_from)
from (
    select * from told
    qualify row_number() over (partition by region, period, sex order by known_from desc nulls last) = 1
)
where not withdrawn
;
