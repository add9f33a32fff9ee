-- Reports of local systems on their way to the portal: once per source and number there, and how far
-- each has come. The report, and what is sent of it, is one sealed document. text_hash finds the one
-- whose complaint the portal tells before its number has reached us.
create table lapor_filing (
  id integer primary key autoincrement,
  source text not null,
  number text not null,
  step text not null,
  content_hash text not null,
  text_hash text not null,
  document blob not null,
  uploaded text not null,
  seen_as text not null,
  tracking_id text not null,
  filed_at bigint not null,
  created_at bigint,
  forwarded_at bigint,
  row_hash blob not null
);
create unique index lapor_filing_number on lapor_filing (source, number);
create unique index lapor_filing_complaint on lapor_filing (tracking_id) where tracking_id <> '';
create index lapor_filing_text on lapor_filing (text_hash) where tracking_id = '';

-- The files of a report, sealed, until its complaint stands on the portal.
create table lapor_filing_file (
  id integer primary key autoincrement,
  filing_id bigint not null,
  place integer not null,
  label blob not null,
  content blob not null,
  row_hash blob not null
);
create unique index lapor_filing_file_place on lapor_filing_file (filing_id, place);
