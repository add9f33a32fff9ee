-- Each message to an official, once per recipient and way: what it was about, and what is known of
-- its way. sent_at says that a server took it, delivered_at and read_at what was reported later;
-- empty for not (yet). Holds no personal data: neither an address nor a text.
create table lapor_notification (
  id integer primary key autoincrement,
  message_key text not null,
  tracking_id text not null,
  agency text not null,
  role text not null,
  channel text not null,
  kind text not null,
  occasion text not null,
  made_at bigint not null,
  sent_at bigint,
  delivered_at bigint,
  read_at bigint,
  failed_at bigint,
  code text not null,
  reference text not null,
  row_hash blob not null
);
create unique index lapor_notification_key on lapor_notification (message_key);
create index lapor_notification_complaint on lapor_notification (tracking_id, id);
create index lapor_notification_reference on lapor_notification (channel, reference)
  where reference <> '';
