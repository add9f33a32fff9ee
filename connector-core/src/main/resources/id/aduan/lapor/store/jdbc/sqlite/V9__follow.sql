-- How each case is followed by its number where the portal's news may not reach us otherwise: when
-- it is to be read next, and whether the portal still has it. One row per case, at most; a case
-- that the portal has no more keeps its row as its mark. due_at of what is read no more is the
-- largest number. Holds no personal data.
create table lapor_follow (
  id integer primary key autoincrement,
  tracking_id text not null,
  phase text not null,
  due_at bigint not null,
  every_ms bigint not null,
  absent_at bigint,
  row_hash blob not null
);
create unique index lapor_follow_complaint on lapor_follow (tracking_id);
create index lapor_follow_due on lapor_follow (due_at);
