-- The legs of cases: each time that a case goes to an agency, with how far that agency is with it.
-- A case that went to one agency, and of which nothing was said since, has none: its own row says it.
create table lapor_leg (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  number integer not null,
  state text not null,
  lead integer not null,
  rule text not null,
  place text not null,
  mapping_version text not null,
  handling text not null,
  word text not null,
  said_at bigint,
  said_by text not null,
  since bigint not null,
  until bigint,
  answered_at bigint,
  reason text not null,
  row_hash blob not null
);
create unique index lapor_leg_number on lapor_leg (tracking_id, agency, number);
-- Which of an agency's legs a ticket is of.
alter table lapor_link add column leg integer not null default 1;

-- What waits for the coordinator, beside the cases that agencies gave back: of each kind once a case.
create table lapor_waiting (
  id integer primary key autoincrement,
  tracking_id text not null,
  kind text not null,
  detail text not null,
  since bigint not null,
  settled_at bigint,
  row_hash blob not null
);
create unique index lapor_waiting_kind on lapor_waiting (tracking_id, kind) where settled_at is null;
create index lapor_waiting_open on lapor_waiting (id) where settled_at is null;

-- Each time that a mapping was applied: a case keeps the version that sent it where it is. One that
-- was replaced may be applied again, so a version may stand here often, always with one content.
-- The file comes last, since most look at what comes before it alone.
create table lapor_mapping (
  id integer primary key autoincrement,
  version text not null,
  file text not null,
  digest text not null,
  effective_at bigint not null,
  applied_at bigint not null,
  applied_by text not null,
  reason text not null,
  cancelled_at bigint,
  row_hash blob not null,
  content blob not null
);
create index lapor_mapping_version on lapor_mapping (version);

-- The portal's lists of categories as they were read, of each state one at most: the one that
-- counts, the one before it, and one that a person has to say something of.
create table lapor_catalogue (
  id integer primary key autoincrement,
  source text not null,
  read_at bigint not null,
  state text not null,
  content blob not null,
  decided_by text not null,
  row_hash blob not null
);
create unique index lapor_catalogue_state on lapor_catalogue (state);

-- What was written into the ticket of a leg and may be told back as a change of it: each piece once.
create table lapor_echo (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  leg integer not null,
  pieces text not null,
  written_at bigint not null,
  row_hash blob not null
);
create unique index lapor_echo_leg on lapor_echo (tracking_id, agency, leg);
