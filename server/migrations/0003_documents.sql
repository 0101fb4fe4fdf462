-- The part of a symbol that tells papers apart, however it is typed: '05/TB-BCĐ' and 'Số: 5/tb-bcd'.
create function symbol_key(symbol text) returns text
language sql immutable parallel safe
return ltrim(regexp_replace(
  regexp_replace(folded(symbol), '^so\s*:?\s*(?=\d)', ''), '[^a-z0-9]+', '/', 'g'), '0/');

-- Words as search compares them. The database's own parser would take 05/TB-BCĐ for a file's path.
create function search_words(words text) returns tsvector
language sql immutable parallel safe
return to_tsvector('simple'::regconfig, regexp_replace(folded(words), '[^a-z0-9]+', ' ', 'g'));

create function search_words_exact(words text) returns tsvector
language sql immutable parallel safe
return to_tsvector('simple'::regconfig,
  regexp_replace(lower(normalize(words, NFC)), '[\s!-/:-@\[-`{-~“”‘’–—…]+', ' ', 'g'));

-- Documents that came in, go out, or are kept as a reference; text as received.
create table documents (
  id uuid primary key,
  owner_id uuid not null references agencies, -- who registered it
  owner_unit_id uuid not null references units, -- of the owner, for those above
  direction text not null check (direction in ('outgoing', 'incoming', 'reference')),
  kind text not null, -- abbreviation: NQ QĐ CT KL KH TB BC TTr CV GM BB CTr ĐA Luật NĐ TT khác
  number int check (number > 0), -- own serial, taken when issued
  book text, -- the serial's book: 'out', or the kind where the body numbers that kind apart
  symbol text, -- as written: 05/TB-BCĐ; before issue its tail alone: TB-BCĐ
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
  kept_at text, -- where the paper of a stub, or the archived copy, lies
  recipients text, -- nơi nhận of what goes out; who received what came in
  copies int check (copies > 0),
  note text,
  arrived_on date,
  arrival_no int check (arrival_no > 0),
  text text, -- as received: passages are offsets into it
  text_hash bytea, -- of the text folded in white space: the same text pasted again is found
  meeting_id uuid,
  content jsonb, -- of a paper that we write: { paper } the address of its Word file
  version int not null default 1,
  created_by uuid not null references accounts,
  created_at timestamptz not null default now(),
  -- Where it stands in lists: drafts first, papers without a day last.
  listed_on date not null generated always as (coalesce(
    case direction when 'incoming' then coalesce(arrived_on, issued_on) else issued_on end,
    case when state in ('draft', 'opinions', 'appraisal', 'submitted') then date '9999-12-31'
      else date '0001-01-01' end)) stored,
  search tsvector generated always as (
    setweight(search_words(coalesce(symbol, '') || ' ' || abstract || ' ' || issuer_name), 'A') ||
    setweight(search_words(left(coalesce(text, ''), 400000)), 'B')) stored,
  search_exact tsvector generated always as (
    setweight(search_words_exact(coalesce(symbol, '') || ' ' || abstract || ' ' || issuer_name), 'A') ||
    setweight(search_words_exact(left(coalesce(text, ''), 400000)), 'B')) stored,
  folded_symbol text generated always as (folded(coalesce(symbol, ''))) stored,
  folded_title text generated always as (folded(coalesce(symbol, '') || ' ' || abstract)) stored,
  symbol_key text generated always as (symbol_key(coalesce(symbol, ''))) stored
);
create index on documents (owner_id, listed_on desc, id desc);
create index on documents (owner_unit_id);
create index on documents (issuer_id, number);
create index on documents (symbol_key) where symbol_key <> '';
create index on documents using gin (search);
create index on documents using gin (search_exact);
create index on documents using gin (folded_title gin_trgm_ops);
create index on documents (text_hash);
-- A number is given once: a body's books, a kind's symbols, and arrivals.
create unique index documents_kind_number
  on documents (coalesce(issuer_id, owner_id), kind, (extract(year from issued_on)), number)
  where direction = 'outgoing' and number is not null;
create unique index documents_book_number
  on documents (coalesce(issuer_id, owner_id), book, (extract(year from issued_on)), number)
  where book is not null and number is not null;
create unique index documents_arrival_number
  on documents (owner_id, (extract(year from arrived_on)), arrival_no)
  where direction = 'incoming' and arrival_no is not null;

-- What became of it, for all who may read it: the audit shows only one's own agencies' deeds.
create table document_steps (
  document_id uuid not null references documents,
  seq int not null,
  action text not null check (action <> ''),
  note text,
  on_day date not null,
  by_words text not null, -- name and post as of then
  account_id uuid not null references accounts,
  post_id uuid not null references posts,
  recorded_at timestamptz not null default now(),
  primary key (document_id, seq)
);

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
  last int not null check (last > 0),
  primary key (agency_id, book, year)
);

alter table documents enable row level security;
alter table document_files enable row level security;
alter table document_links enable row level security;
alter table document_readers enable row level security;
alter table document_numbers enable row level security;
alter table document_steps enable row level security;

create view own_documents as
select id from documents where owner_id in (select agency_id from visible_agencies);
grant select on own_documents to hopluc_app; -- a view reads with its owner's rights: policies do not circle

create policy in_scope on documents for select using (
  owner_id in (select agency_id from visible_agencies)
  -- A draft is its body's alone: those above see what was issued.
  or (owner_unit_id in (select unit_id from visible_units) and not is_internal
    and state in ('issued', 'replaced', 'expired'))
  -- Those to whom it is made known see it when it goes round for opinions and once it is issued.
  or (state in ('opinions', 'issued', 'replaced', 'expired')
    and id in (select document_id from document_readers
               where agency_id in (select agency_id from visible_agencies))));
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

create policy of_document on document_steps for select using (document_id in (select id from documents));
create policy of_own on document_steps for insert with check (
  document_id in (select id from own_documents)
  and (account_id, post_id) in (select account_id, post_id from acting));

-- A file is read by whoever reads the document it belongs to.
create policy of_document on file_links for select
  using (subject_kind = 'document' and subject_id in (select id from documents));
create policy to_own_document on file_links for insert
  with check (subject_kind = 'document' and subject_id in (select id from own_documents));
create policy from_own_document on file_links for delete
  using (subject_kind = 'document' and subject_id in (select id from own_documents));

-- Ids and ranks of what answers a search, within scope. Row security would keep the text indexes
-- from being used, hence a function with its owner's rights; its rows go through it all the same.
-- Queries are to_tsquery texts; `part` is a folded LIKE pattern; `near` allows typing errors.
create function document_hits(words text, exact_words text, part text, near text)
returns table (id uuid, rank real)
language sql stable security definer set search_path = public
begin atomic
  select d.id,
    ts_rank(d.search, to_tsquery('simple', words))
    + case when d.search @@ to_tsquery('simple', replace(words, '&', '<->')) then 1 else 0 end
    + case when exact_words <> '' and d.search_exact @@ to_tsquery('simple', exact_words)
        then 1 + ts_rank(d.search_exact, to_tsquery('simple', exact_words)) else 0 end
    + case when d.folded_symbol like part then 4 when d.folded_title like part then 1 else 0 end
    + case when near <> '' then word_similarity(near, d.folded_title) else 0 end
  from documents d
  where (d.search @@ to_tsquery('simple', words) or d.folded_title like part
      or (near <> '' and near <% d.folded_title))
    and (d.owner_id in (select agency_id from visible_agencies)
      or (d.owner_unit_id in (select unit_id from visible_units) and not d.is_internal
        and d.state in ('issued', 'replaced', 'expired'))
      or (d.state in ('opinions', 'issued', 'replaced', 'expired')
        and d.id in (select r.document_id from document_readers r
                     where r.agency_id in (select agency_id from visible_agencies))));
end;
revoke execute on function document_hits(text, text, text, text) from public;
grant execute on function document_hits(text, text, text, text) to hopluc_app;

grant select, insert, update on documents, document_numbers to hopluc_app;
grant select, insert on document_steps to hopluc_app; -- appended, never changed
grant select, insert, delete on document_links, document_readers to hopluc_app;
grant select, insert, update, delete on document_files to hopluc_app;

-- Names of bodies answer the search box too.
create index on agency_versions using gin (folded(name) gin_trgm_ops);

-- Bodies of today by name, in any order of words and with typing errors.
create function agency_hits(part text, near text)
returns table (id uuid, rank real)
language sql stable security definer set search_path = public
begin atomic
  select v.agency_id, word_similarity(near, folded(v.name))
    + case when folded(v.name) like part then 1 else 0 end
  from agency_versions v
  where (folded(v.name) like part or near <% folded(v.name))
    and (select today from acting) between v.from_on and v.until_on
    and (select account_id from acting) is not null;
end;
revoke execute on function agency_hits(text, text) from public;
grant execute on function agency_hits(text, text) to hopluc_app;
