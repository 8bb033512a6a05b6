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
    fetch_id fetch_key not null
);
create table overlap as from observation;
create table newest as from observation;

create table revision (
    indicator varchar not null,
    region varchar not null,
    grp varchar not null,
    sex varchar not null,
    period varchar not null,
    old double,
    new double,
    old_fetch varchar not null,
    new_fetch varchar not null,
    build varchar not null,
    noticed timestamp not null
);

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
