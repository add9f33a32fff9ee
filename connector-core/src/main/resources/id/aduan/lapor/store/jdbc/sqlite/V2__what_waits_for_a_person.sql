-- What was set aside is few among all that ever arrived.
create index lapor_inbox_set_aside on lapor_inbox (id) where quarantined = 1;
