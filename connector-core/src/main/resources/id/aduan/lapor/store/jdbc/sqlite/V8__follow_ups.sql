-- What the portal told of a case's log and follow-ups: each entry once, however often and by whatever
-- way it is told. echo_of names the answer of ours, by its key in the outbox, or the entry of the
-- portal's other list that it repeats; empty for what others said. The document is sealed.
create table lapor_portal_entry (
  id integer primary key autoincrement,
  tracking_id text not null,
  origin text not null,
  entry_id text not null,
  kind text not null,
  seen_at bigint not null,
  twin text not null,
  echo_of text not null,
  document blob not null,
  row_hash blob not null
);
create unique index lapor_portal_entry_told on lapor_portal_entry (tracking_id, origin, entry_id);
-- An answer has one echo in each of the portal's lists. The case belongs to it: the portal's ids of
-- entries are unique within one complaint alone.
create unique index lapor_portal_entry_echo on lapor_portal_entry (echo_of, tracking_id, origin)
  where echo_of <> '';

-- Answers that wait for a person before they go to the portal, and what became of them. The document
-- is sealed.
create table lapor_reply (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  change_id text not null,
  state text not null,
  made_at bigint not null,
  decided_at bigint,
  document blob not null,
  row_hash blob not null
);
create unique index lapor_reply_change on lapor_reply (agency, change_id);
create index lapor_reply_waiting on lapor_reply (id) where state = 'WAITING';

-- Cases that an agency gave back as not its authority; they wait for the coordinator. The document,
-- the agency's change, is sealed.
create table lapor_return (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  change_id text not null,
  word text not null,
  made_at bigint not null,
  settled_at bigint,
  document blob not null,
  row_hash blob not null
);
create unique index lapor_return_change on lapor_return (agency, change_id);
create index lapor_return_waiting on lapor_return (id) where settled_at is null;
