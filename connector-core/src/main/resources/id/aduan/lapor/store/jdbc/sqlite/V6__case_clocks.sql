-- The clocks of a case and the events that they are computed from, one row per case: an event costs
-- one read and one write, however many clocks it moves. Holds no personal data. The columns beside
-- the document are what it is searched by; next_at, due_at and moved_at are empty for never.
create table lapor_case_clocks (
  id integer primary key autoincrement,
  tracking_id text not null,
  agency text not null,
  -- by which rules, calendars and steps they were computed
  basis text not null,
  -- 1 while others might change any of them; due_at is of the clocks that run for an office
  open integer not null,
  next_at bigint,
  due_at bigint,
  moved_at bigint,
  document blob not null,
  row_hash blob not null
);
create unique index lapor_case_clocks_complaint on lapor_case_clocks (tracking_id);
create index lapor_case_clocks_next on lapor_case_clocks (next_at) where next_at is not null;
create index lapor_case_clocks_due on lapor_case_clocks (due_at) where due_at is not null;
create index lapor_case_clocks_agency on lapor_case_clocks (agency, due_at)
  where due_at is not null;
create index lapor_case_clocks_open on lapor_case_clocks (id) where open = 1;
create index lapor_case_clocks_moved on lapor_case_clocks (moved_at) where moved_at is not null;

-- Calendars and rules as they were when something was counted by them, so that a date can be
-- explained when they have changed since.
create table lapor_basis (
  version text primary key,
  document blob not null,
  first_used_at bigint not null
);

-- Texts of reprimands that wait for a person; nothing sends them.
create table lapor_draft (
  id integer primary key autoincrement,
  tracking_id text not null,
  rule text not null,
  period integer not null,
  content text not null,
  made_at bigint not null,
  row_hash blob not null
);
create unique index lapor_draft_clock on lapor_draft (tracking_id, rule, period);

drop table lapor_clock;
