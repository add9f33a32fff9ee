-- Which node ran which slot of which schedule. The primary key decides: whoever writes a slot down
-- first has it.
create table lapor_slot (
  schedule text not null,
  slot_at bigint not null,
  node text not null,
  fired_at bigint not null,
  primary key (schedule, slot_at)
);
