-- The tables of figures. Their codes are enums in the order to be shown, so that sorting is comparing small numbers.
create type indicator_id as enum (select id from indicator order by position);
create type region_code as enum (select code from region order by position);
create type group_id as enum (select id from grp order by position);
create type period_id as enum (select id from period order by position);
create type series_key as enum (select distinct key from series order by key);
create type fetch_key as enum (select id from "fetch" order by origin);

create table observation (
    indicator indicator_id not null,
    region region_code not null,
    grp group_id not null,
    sex sex not null,
    period period_id not null,
    year smallint not null,
    value double,
    status status not null,
    lower double,
    upper double,
    n double,
    count double,
    provisional boolean not null,
    series series_key not null,
    fetch_id fetch_key not null,
    known_from timestamp not null
);
create table overlap as from observation;
create table newest as from observation;

-- What a fetch changed. Its words are texts: a period that was withdrawn is no period of the figures.
create table change (
    kind varchar not null check (kind in ('new_period', 'added', 'revised', 'withdrawn')),
    indicator varchar not null,
    region varchar not null,
    grp varchar not null,
    sex varchar not null,
    period varchar not null,
    old double,
    new double,
    old_status varchar,
    new_status varchar,
    series varchar not null,
    old_fetch varchar,
    new_fetch varchar not null,
    old_known_from timestamp,
    noticed timestamp not null
);
-- What was known before it was replaced, by which fetch and when.
create view superseded as
select
    indicator, region, grp, sex, period, old as value, old_status as status, series, old_fetch as fetch_id,
    old_known_from as known_from, noticed as replaced_at, new_fetch as replaced_by
from change
where kind in ('revised', 'withdrawn')
;
create view revision as
select indicator, region, grp, sex, period, old, new, old_fetch, new_fetch, noticed
from change
where kind = 'revised'
;

create table gap (
    indicator indicator_id not null,
    region region_code not null,
    grp group_id not null,
    period period_id not null,
    year smallint not null,
    women double not null,
    men double not null,
    difference double not null
);

-- What there is to say about the figures of a series: `stop` keeps them out, `warn` lets them in.
create table finding (
    indicator varchar not null,
    series varchar not null,
    "check" varchar not null,
    severity varchar not null check (severity in ('warn', 'stop')),
    rows bigint not null check (rows > 0),
    words varchar not null
);
