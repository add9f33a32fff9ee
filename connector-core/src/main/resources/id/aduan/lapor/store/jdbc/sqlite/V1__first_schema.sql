-- Times are milliseconds since 1970 in UTC; dates are ISO; row_hash is SHA-256 over the row's own
-- columns (guarantee C20); raw, payload and document are sealed (guarantee C24), and so is change.

-- One sealed value, so that keys which do not fit the store are noticed at the start.
create table lapor_key_check (
  id integer primary key check (id = 1),
  sealed blob not null
);

create table lapor_inbox (
  id integer primary key,
  source text not null,
  event_id text not null,
  reference text not null,
  received_at integer not null,
  raw blob not null,
  content_hash text not null,
  quarantined integer not null,
  code text not null,
  tracking_id text not null,
  row_hash blob not null
);
create unique index lapor_inbox_event on lapor_inbox (source, event_id);
create unique index lapor_inbox_reference on lapor_inbox (reference);

create table lapor_complaint (
  tracking_id text primary key,
  revision integer,
  updated_at integer,
  first_seen_at integer not null,
  agency text not null,
  rule text not null,
  rule_at text not null,
  mapping_version text not null,
  stage text not null,
  document blob not null,
  row_hash blob not null
);

create table lapor_outbox (
  id integer primary key autoincrement,
  tracking_id text not null,
  target text not null,
  operation text not null,
  idempotency_key text not null,
  payload blob not null,
  twin text not null,
  -- 0 waiting, 1 sending, 2 uncertain, 3 parked, 4 done, 5 looking up
  state integer not null,
  -- 1 on the oldest unsettled row of its lane
  head integer not null,
  attempts integer not null,
  look_ups integer not null,
  epoch integer not null,
  due_at integer not null,
  lease_until integer not null,
  created_at integer not null,
  settled_at integer,
  reference text not null,
  code text not null,
  detail text not null,
  row_hash blob not null
);
create unique index lapor_outbox_key on lapor_outbox (idempotency_key);
create index lapor_outbox_lane on lapor_outbox (tracking_id, target);
create index lapor_outbox_due on lapor_outbox (target, due_at, id)
  where head = 1 and state in (0, 2);
create index lapor_outbox_claimed on lapor_outbox (lease_until) where state in (1, 5);
create index lapor_outbox_arriving on lapor_outbox (target) where state in (1, 2, 5);
create index lapor_outbox_parked on lapor_outbox (id) where state = 3;

create table lapor_link (
  agency text not null,
  ticket text not null,
  tracking_id text not null,
  linked_at integer not null,
  primary key (agency, ticket)
);
create index lapor_link_complaint on lapor_link (tracking_id);

create table lapor_unclaimed (
  id integer primary key,
  agency text not null,
  change_id text not null,
  ticket text not null,
  change blob not null,
  arrived_at integer not null
);
create unique index lapor_unclaimed_change on lapor_unclaimed (agency, change_id);
create index lapor_unclaimed_ticket on lapor_unclaimed (agency, ticket);

create table lapor_cursor (
  name text primary key,
  value text not null,
  moved_at integer not null
);

create table lapor_clock (
  tracking_id text not null,
  rule text not null,
  started_at integer not null,
  due_on text not null,
  zone text not null,
  certainty text not null,
  calendar_version text not null,
  received_on text not null,
  working_days integer not null,
  skipped blob not null,
  primary key (tracking_id, rule)
);
create index lapor_clock_due on lapor_clock (due_on);

create table lapor_audit (
  seq integer primary key,
  at integer not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null,
  hash blob not null
);
create index lapor_audit_subject on lapor_audit (subject);
create trigger lapor_audit_no_update before update on lapor_audit
begin
  select raise(abort, 'the audit trail is only ever added to');
end;
create trigger lapor_audit_no_delete before delete on lapor_audit
begin
  select raise(abort, 'the audit trail is only ever added to');
end;
