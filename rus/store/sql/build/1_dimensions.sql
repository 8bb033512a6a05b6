-- The dimensions and their laws. The observations' own laws are proved in sql/laws at every build.
create table meta (key varchar primary key, value varchar not null);

create table region (
    code varchar primary key,
    name varchar not null check (name <> ''),
    level varchar not null check (level in ('riket', 'lan', 'kommun')),
    parent varchar,
    kolada varchar,
    lansdel varchar,
    valid_from date,
    valid_to date,
    position integer not null unique,
    check (valid_to is null or valid_from is null or valid_from < valid_to)
);

create table indicator (
    id varchar primary key,
    position integer not null unique,
    theme varchar not null,
    title varchar not null,
    short varchar not null,
    unit varchar not null,
    decimals smallint not null check (decimals between 0 and 4),
    better varchar not null check (better in ('higher', 'lower', 'neutral')),
    share varchar not null check (share in ('egenskap', 'konsfordelning', 'ingen')),
    state varchar not null check (state in ('in_use', 'wanted')),
    definition varchar not null,
    owner varchar not null,
    licence varchar not null,
    link varchar not null,
    provisional_last boolean not null,
    measured_years smallint[]
);

-- One row a combination of grounds beside sex; each ground of the catalogue is a column of its own, added at build.
create table grp (
    id varchar primary key,
    label varchar not null,
    position integer not null unique
);

create table period (
    id varchar primary key,
    kind varchar not null check (kind in ('year', 'quarter', 'month', 'school_year', 'pooled')),
    year smallint not null check (year between 1749 and 2100),
    first_day date not null,
    last_day date not null,
    position integer not null unique,
    check (first_day <= last_day)
);

-- The source series an indicator is put together from, as the catalogue says.
create table series (
    indicator varchar not null references indicator (id),
    position smallint not null,
    key varchar not null,
    grp varchar not null references grp (id),
    role varchar not null check (
        role in ('value', 'count', 'denominator', 'lower', 'upper', 'margin', 'answers')
    ),
    loader varchar not null,
    source_id varchar not null,
    sexes varchar[] not null,
    from_year smallint,
    to_year smallint,
    scale double not null check (scale <> 0),
    confirmed boolean not null,
    levels varchar[],
    primary key (indicator, position),
    check (from_year is null or to_year is null or from_year <= to_year)
);

create table "fetch" (
    id varchar primary key,
    origin integer not null unique,
    kind varchar not null check (kind in ('import', 'update', 'own', 'computed')),
    loader varchar,
    source varchar not null check (source <> ''),
    request varchar,
    retrieved date,
    hash varchar,
    owner varchar not null check (owner <> ''),
    licence varchar,
    known_from timestamp not null,
    rows bigint not null default 0
);

-- What computed figures were made of: the fetches of every part of the rule.
create table fetch_part (
    id varchar not null,
    part varchar not null,
    primary key (id, part)
);

create type sex as enum ('women', 'men', 'total');
create type status as enum (
    'varde', 'noll', 'avrundad_noll', 'saknas', 'skyddad', 'ej_tillamplig', 'bortfall', 'kommer'
);
