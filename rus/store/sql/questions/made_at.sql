-- When the build was made, or the moment that it looks back to.
select value
from meta
where key = 'made_at'
