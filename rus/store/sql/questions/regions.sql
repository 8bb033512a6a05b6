-- Every region: riket, län, kommuner, in Swedish order.
select code, name, level, parent, lansdel, kolada
from region
order by position
