-- Where figures came from.
select id as fetch_id, kind, loader, source, request, retrieved, hash, owner, licence, rows
from "fetch"
where $ids is null or list_contains($ids, id)
order by origin
