-- Signs of the source that nobody has said the meaning of.
select
    indicator::varchar as indicator, series::varchar as series, 'symbols' as "check", count(*) as rows,
    any_value({r: region::varchar, s: sex::varchar, p: period::varchar, y: symbol}) as worst
from sign
where symbol not in ('.', '..', '-', ':') and coalesce(status, 'saknas') = 'saknas'
group by indicator, series, symbol
