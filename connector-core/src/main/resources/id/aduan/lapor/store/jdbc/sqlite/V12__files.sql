-- The files of cases: where each comes from and how far it is. Their bytes lie beside the store, by
-- their hash; name and address are sealed.
create table lapor_file (
  id integer primary key autoincrement,
  tracking_id text not null,
  place integer not null,
  address_digest text not null,
  label blob not null,
  state text not null,
  reason text not null,
  findings text not null,
  media_type text not null,
  bytes bigint,
  sha256 text,
  copies text not null,
  attempts integer not null,
  since bigint not null,
  row_hash blob not null
);
create unique index lapor_file_place on lapor_file (tracking_id, place);
create unique index lapor_file_address on lapor_file (tracking_id, address_digest);
create index lapor_file_sha256 on lapor_file (sha256);
-- What waits, or waits for a person, is few among many.
create index lapor_file_open on lapor_file (state, id) where state in ('WAITING', 'QUARANTINED', 'LOST');

-- Which file which leg of a case has, or does not take.
create table lapor_file_delivery (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  leg integer not null,
  place integer not null,
  form text not null,
  sha256 text not null,
  state text not null,
  reason text not null,
  reference text not null,
  since bigint not null,
  row_hash blob not null
);
create unique index lapor_file_delivery_place on lapor_file_delivery (tracking_id, agency, leg, place, form);
