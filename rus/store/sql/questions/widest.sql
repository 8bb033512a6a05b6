-- For each indicator, level, sex and group: the newest of the periods that most regions have.
select indicator::varchar, level, sex::varchar, grp::varchar, period::varchar
from widest
