-- A part of a complaint that goes by itself, such as one file, has a lane of its own.
alter table lapor_outbox add column part text not null default '';
drop index lapor_outbox_lane;
create index lapor_outbox_lane on lapor_outbox (tracking_id, target, part);

-- Refused files wait for a person too, and so do those that an agency does not take.
drop index lapor_file_open;
create index lapor_file_open on lapor_file (state, id)
  where state in ('WAITING', 'QUARANTINED', 'LOST', 'REFUSED');
create index lapor_file_delivery_refused on lapor_file_delivery (agency, id) where state = 'REFUSED';
-- How many files are kept, and how large they are.
create index lapor_file_kept on lapor_file (bytes) where sha256 is not null;
