-- What an answer says that was not known before. Two figures are the same also where one has fewer decimals.
create or replace temp table compared as
with
asked as (
    select
        region, period, sex, value, symbol, coalesce(deleted, false) as deleted,
        case
            when value is null then coalesce(nullif(status, 'varde'), 'saknas')
            else nullif(nullif(status, 'varde'), 'noll')
        end as status
    from incoming
),
both_sides as (
    select
        coalesce(a.region, k.region) as region, coalesce(a.period, k.period) as period, coalesce(a.sex, k.sex) as sex,
        k.value as old, k.status as old_status, a.value as new, a.status as new_status, a.symbol,
        k.region is not null as was, a.region is not null and not a.deleted as is_told,
        a.deleted is not distinct from true as is_deleted
    from asked as a
    full join known as k using (region, period, sex)
),
judged as (
    select *,
        abs(old - new) <= case
            when round(old) = old and round(new) = new then 0 else 1e-6 * greatest(abs(old), abs(new))
        end as same_value
    from both_sides
)
select
    region, period, sex, old, old_status,
    case when is_told then new end as new, case when is_told then new_status end as new_status,
    symbol, not is_told as gone,
    case
        when not was and not is_told then 'unknown'
        when not was and new is null then 'empty'
        when not was and period in (select period from known) then 'added'
        when not was then 'new_period'
        when is_deleted then 'withdrawn'
        when not is_told then case
            when $complete and ($regions is null or list_contains($regions, region)) then 'withdrawn' else 'unknown'
        end
        when old is null and new is null then
            case when old_status is not distinct from new_status then 'unchanged' else 'reason' end
        when old is null then 'added'
        when new is null then 'withdrawn'
        when same_value and coalesce(old_status, '') in ('', 'noll') and new_status is null then 'unchanged'
        when same_value and old_status is not distinct from new_status then 'unchanged'
        else 'revised'
    end as kind
from judged
;
