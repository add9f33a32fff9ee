-- Nothing moves. The number alone is new: state 6 of lapor_outbox is "discarded by a person", and
-- quarantined = 2 in lapor_inbox is the same for what was set aside on arrival. A program that does
-- not know them would take them for work, and for damage.
select 1;
