-- How many of the known values an answer lacks, and how many there are, in the regions that were asked for.
select count(*) filter (i.region is null), count(*)
from known as k
left join incoming as i using (region, period, sex)
where k.value is not null and ($regions is null or k.region in (select unnest($regions::varchar[])))
