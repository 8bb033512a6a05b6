-- The catalogue as it was when the build was made, as JSON.
select value
from meta
where key = 'catalogue'
