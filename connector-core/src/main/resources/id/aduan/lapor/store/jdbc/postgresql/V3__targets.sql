-- What is known of a far end, over restarts: what a person decided, whether it is in trouble, what it
-- may still be asked, what a person was told. The buckets are microseconds, all else milliseconds.
create table lapor_target (
  name text primary key,
  mode text not null,
  mode_since bigint not null,
  mode_by text not null,
  mode_reason text not null,
  troubles integer not null,
  troubled_since bigint not null,
  not_before bigint not null,
  refusals integer not null,
  rate_full_at bigint not null,
  retry_full_at bigint not null,
  refused_told_at bigint not null,
  breaker_told_at bigint not null,
  late_told_at bigint not null
);

-- How often it was claimed since an end of it was recorded last.
alter table lapor_outbox add column begun integer not null default 0;

-- What needs the retry budget is claimed apart, so that what waits for it costs nothing.
drop index lapor_outbox_due;
create index lapor_outbox_first on lapor_outbox (target, due_at, id)
  where head = 1 and state = 0 and attempts = 0;
create index lapor_outbox_again on lapor_outbox (target, due_at, id)
  where head = 1 and state = 0 and attempts > 0;
create index lapor_outbox_unsure on lapor_outbox (target, due_at, id)
  where head = 1 and state = 2 and attempts < 2;
create index lapor_outbox_unsure_again on lapor_outbox (target, due_at, id)
  where head = 1 and state = 2 and attempts > 1;
create index lapor_outbox_oldest on lapor_outbox (target, created_at)
  where head = 1 and state in (0, 2);
create index lapor_outbox_under_way on lapor_outbox (target) where state in (1, 5);
