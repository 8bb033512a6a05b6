-- Where figures came from; of computed figures also where their parts came from.
with recursive asked as (
    select id from "fetch" where $ids is null or list_contains($ids, id)
    union
    select p.part as id from fetch_part as p join asked using (id)
)
select id as fetch_id, kind, loader, source, request, retrieved, hash, owner, licence, rows
from "fetch"
where id in (from asked)
order by origin
