-- A reading: a text, what the reader proposed, and what the officer made of it. Nothing of it counts
-- before it is confirmed.
create table readings (
  id uuid primary key,
  owner_id uuid not null references agencies, -- the committee or body in whose name it is read
  title text not null check (title <> ''),
  text text not null,
  text_hash bytea not null, -- of the text folded in white space: the same text pasted again is found
  source_name text, -- file name, or null for pasted text
  file_id uuid references files,
  document_date date,
  state text not null default 'open' check (state in ('open', 'confirmed', 'discarded')),
  proposal jsonb not null, -- what the reader proposed; never changed
  review jsonb not null, -- what the officer has made of it so far
  version int not null default 1,
  document_id uuid references documents, -- the source text as registered when confirmed
  notice_id uuid references documents, -- the draft notice made from it
  meeting_id uuid references meetings,
  right_count int not null default 0, -- directives by what the officer said of them so far
  open_count int not null default 0,
  skipped_count int not null default 0,
  scores jsonb, -- how the proposals fared, once confirmed
  created_by uuid not null references accounts,
  created_by_words text not null,
  created_at timestamptz not null default now(),
  saved_by_words text not null,
  saved_at timestamptz not null default now(),
  confirmed_at timestamptz
);
create index on readings (owner_id, created_at desc, id);
-- A text is read once by a body, also when it is pasted twice at the same moment.
create unique index readings_of_text on readings (owner_id, text_hash) where state <> 'discarded';

-- What somebody is told to do, with its place in the text. The draft notice numbers it.
create table directives (
  id uuid primary key,
  owner_id uuid not null references agencies,
  owner_unit_id uuid not null references units,
  document_id uuid references documents, -- the text it was found in
  notice_id uuid references documents, -- the notice that issues it
  reading_id uuid references readings,
  meeting_id uuid references meetings,
  position int not null, -- its number in the notice
  item text, -- as cited: mục 11, mục II.3
  start_at int,
  end_at int,
  quote text,
  text text not null check (text <> ''),
  manner text not null default 'assign' check (manner in ('assign', 'request', 'note')),
  lead_ids uuid[] not null default '{}',
  lead_words text, -- many under one name, as print says it: các xã, thị trấn
  co_ids uuid[] not null default '{}',
  due_on date,
  due_text text, -- the words of the document, or null where it states none
  due_source text check (due_source in ('document', 'proposed')),
  recurrence jsonb,
  is_standing boolean not null default false, -- thường xuyên: no last day
  product text,
  proposed jsonb, -- what the reader had proposed: how accuracy is measured in use
  asked_back jsonb, -- { question, askedAt, by, answer, answeredAt, answeredBy }
  has_task boolean not null default false,
  given_on date, -- by the issued notice, or by the chair's word: before, it is its own body's draft
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index on directives (document_id);
create index on directives (notice_id);
create index on directives (reading_id);
create index on directives (owner_id, id);
create index on directives (owner_id, id)
  where asked_back is not null and asked_back ->> 'answeredAt' is null;
create index on directives (owner_unit_id);
create index on directives using gin (lead_ids);
create index on directives using gin (co_ids);

-- The notice of a conclusion: the parts written by hand; its items are the directives. Its way from
-- draft to issued is the document's.
create table conclusion_notices (
  document_id uuid primary key references documents,
  content jsonb not null,
  approved jsonb, -- { by, at }: the chair agreed to the draft
  remarks jsonb not null default '[]', -- [{ text, by, at }] with which it was returned
  signed jsonb, -- the signed paper as read and compared
  signed_file_id uuid references files,
  started_by_word_on date, -- work began on the chair's word, before the paper
  version int not null default 1
);

-- Confirmed figures, references and organisations of a text, each with its passage.
create table finds (
  id uuid primary key,
  document_id uuid not null references documents,
  kind text not null check (kind in ('figure', 'reference', 'organisation')),
  start_at int,
  end_at int,
  quote text not null,
  data jsonb not null,
  proposed jsonb
);
create index on finds (document_id);

alter table readings enable row level security;
alter table directives enable row level security;
alter table conclusion_notices enable row level security;
alter table finds enable row level security;

create policy own on readings
  using (owner_id in (select agency_id from visible_agencies)
    and (select role from signed_in) in ('standing', 'chair', 'delegate', 'leader', 'officer', 'clerk'))
  with check (owner_id in (select agency_id from visible_agencies));
create policy in_scope on directives for select using (
  owner_id in (select agency_id from visible_agencies)
  or (given_on is not null and owner_unit_id in (select unit_id from visible_units))
  or (given_on is not null and (
    lead_ids && array(select agency_id from visible_agencies)
    or co_ids && array(select agency_id from visible_agencies))));
create policy own_insert on directives for insert
  with check (owner_id in (select agency_id from visible_agencies));
create policy own_update on directives for update
  using (owner_id in (select agency_id from visible_agencies))
  with check (owner_id in (select agency_id from visible_agencies));
create policy of_document on conclusion_notices for select
  using (document_id in (select id from documents));
create policy of_own on conclusion_notices for insert
  with check (document_id in (select id from own_documents));
create policy of_own_change on conclusion_notices for update
  using (document_id in (select id from own_documents))
  with check (document_id in (select id from own_documents));
create policy of_document on finds for select using (document_id in (select id from documents));
create policy of_own on finds for insert with check (document_id in (select id from own_documents));
grant select, insert, update on readings, directives, conclusion_notices to hopluc_app;
grant select, insert on finds to hopluc_app;

-- The file that was read, and the signed paper before its notice is issued.
create policy of_reading on file_links for select
  using (subject_kind = 'reading' and subject_id in (select id from readings));
create policy to_own_reading on file_links for insert
  with check (subject_kind = 'reading' and subject_id in (select id from readings));
create policy of_notice on file_links for select
  using (subject_kind = 'notice' and subject_id in (select id from own_documents));
create policy to_own_notice on file_links for insert
  with check (subject_kind = 'notice' and subject_id in (select id from own_documents));
