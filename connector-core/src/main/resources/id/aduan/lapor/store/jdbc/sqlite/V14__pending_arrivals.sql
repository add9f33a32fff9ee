-- quarantined = 3 in lapor_inbox is "acknowledged and yet to be applied".
create index lapor_inbox_pending on lapor_inbox (id) where quarantined = 3;
