-- Documents that came in, go out, or are kept as a reference; text as received.
create table documents (
  id uuid primary key,
  owner_id uuid not null references agencies, -- who registered it
  owner_unit_id uuid not null references units, -- of the owner, for those above
  direction text not null check (direction in ('outgoing', 'incoming', 'reference')),
  kind text not null, -- abbreviation: NQ QĐ CT KL KH TB BC TTr CV GM BB CTr ĐA Luật NĐ TT khác
  number int check (number > 0), -- own serial, taken when issued
  symbol text, -- as written: 05/TB-BCĐ
  issued_on date,
  issuer_id uuid references agencies,
  issuer_name text not null,
  signer_name text,
  signer_title text,
  abstract text not null check (abstract <> ''),
  state text not null check (state in
    ('draft', 'opinions', 'appraisal', 'submitted', 'issued', 'replaced', 'expired')),
  draft_no int not null default 1,
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent', 'very_urgent', 'express')),
  is_internal boolean not null default false, -- lưu hành nội bộ
  is_stub boolean not null default false, -- known by its number only
  kept_at text, -- where the paper of a stub lies
  arrived_on date,
  arrival_no int,
  text text, -- as received: passages are offsets into it
  text_hash bytea,
  meeting_id uuid,
  content jsonb, -- of a paper that we write: what the maker was given
  version int not null default 1,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now(),
  search tsvector generated always as (
    setweight(to_tsvector('simple', folded(coalesce(symbol, '') || ' ' || abstract)), 'A') ||
    setweight(to_tsvector('simple', folded(left(coalesce(text, ''), 400000))), 'B')) stored,
  search_exact tsvector generated always as (
    setweight(to_tsvector('simple', coalesce(symbol, '') || ' ' || abstract), 'A') ||
    setweight(to_tsvector('simple', left(coalesce(text, ''), 400000)), 'B')) stored,
  folded_symbol text generated always as (folded(coalesce(symbol, ''))) stored
);
create index on documents (owner_id, issued_on desc, id);
create index on documents (owner_unit_id);
create index on documents (issuer_id, number);
create index on documents using gin (search);
create index on documents using gin (search_exact);
create index on documents using gin (folded_symbol gin_trgm_ops);
create index on documents (text_hash);
create unique index on documents (owner_id, kind, (extract(year from issued_on)), number)
  where direction = 'outgoing' and number is not null;

create table document_files (
  document_id uuid not null references documents,
  file_id uuid not null references files,
  part text not null check (part in ('main', 'attachment', 'signed')),
  position int not null,
  primary key (document_id, file_id)
);
create index on document_files (file_id);

-- rests_on: from the lower paper to the one it rests on; words: as the text cites it.
create table document_links (
  from_id uuid not null references documents,
  to_id uuid not null references documents,
  relation text not null check (relation in ('rests_on', 'replaces', 'amends', 'answers')),
  words text,
  primary key (from_id, to_id, relation)
);
create index on document_links (to_id);

-- Agencies to which a document was made known.
create table document_readers (
  document_id uuid not null references documents,
  agency_id uuid not null references agencies,
  primary key (document_id, agency_id)
);
create index on document_readers (agency_id);

-- One serial a body, kind group and year (Nghị định 30/2020, Điều 15).
create table document_numbers (
  agency_id uuid not null references agencies,
  book text not null, -- 'out' or 'in' or a kind where the body numbers by kind
  year int not null,
  last int not null,
  primary key (agency_id, book, year)
);

alter table documents enable row level security;
alter table document_files enable row level security;
alter table document_links enable row level security;
alter table document_readers enable row level security;
alter table document_numbers enable row level security;

create view own_documents as
select id from documents where owner_id in (select agency_id from visible_agencies);
grant select on own_documents to hopluc_app; -- a view reads with its owner's rights: policies do not circle

create policy in_scope on documents for select using (
  owner_id in (select agency_id from visible_agencies)
  or (owner_unit_id in (select unit_id from visible_units) and not is_internal)
  or id in (select document_id from document_readers
            where agency_id in (select agency_id from visible_agencies)));
create policy own_insert on documents for insert
  with check (owner_id in (select agency_id from visible_agencies));
create policy own_update on documents for update
  using (owner_id in (select agency_id from visible_agencies))
  with check (owner_id in (select agency_id from visible_agencies));

create policy of_document on document_files for select
  using (document_id in (select id from documents));
create policy of_own on document_files
  using (document_id in (select id from own_documents))
  with check (document_id in (select id from own_documents));
create policy of_document on document_links for select
  using (from_id in (select id from documents) and to_id in (select id from documents));
create policy of_own on document_links
  using (from_id in (select id from own_documents))
  with check (from_id in (select id from own_documents));
create policy to_reader on document_readers for select
  using (agency_id in (select agency_id from visible_agencies));
create policy of_own on document_readers
  using (document_id in (select id from own_documents))
  with check (document_id in (select id from own_documents));
create policy own on document_numbers
  using (agency_id in (select agency_id from visible_agencies))
  with check (agency_id in (select agency_id from visible_agencies));

-- A file is read by whoever reads the document it belongs to.
create policy of_document on files for select using (id in (select file_id from document_files));

grant select, insert, update on documents, document_numbers to hopluc_app;
grant select, insert, delete on document_files, document_links, document_readers to hopluc_app;
