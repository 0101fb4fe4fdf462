-- Written reports: templates in Word that officers edit themselves, and reports made from them. A report is
-- a document of the register; each time it is made, the numbers that were placed are kept as rows.

create table report_templates (
  id uuid primary key,
  agency_id uuid not null references agencies, -- whose it is
  name text not null check (name <> ''),
  period_kind text not null check (period_kind in ('month', 'quarter', 'half', 'nine_months', 'year')),
  file_id uuid not null references files,
  is_for_below boolean not null default false, -- also offered to those below the agency's unit
  ended_on date, -- since then no longer offered
  version int not null default 1,
  created_by uuid not null references accounts,
  created_words text not null,
  created_at timestamptz not null default now()
);
create index on report_templates (agency_id);
create index on report_templates (file_id);

create table reports (
  document_id uuid primary key references documents,
  unit_id uuid not null references units, -- of which it speaks
  period_kind text not null check (period_kind in ('month', 'quarter', 'half', 'nine_months', 'year')),
  period_year int not null check (period_year between 1990 and 2100),
  period_part int not null check (period_part between 1 and 12),
  boundaries text not null default 'then' check (boundaries in ('then', 'today')),
  template text not null, -- key of a shipped one, or id
  template_name text not null,
  template_file_id uuid references files, -- as it was when the report was begun; none: the shipped one
  own_texts jsonb not null default '{}', -- what the officer writes, by the paragraph's title
  code text not null unique check (code ~ '^[0-9A-Z]{12}$'), -- printed on it, to check a copy by
  replaces_id uuid references reports, -- the issued report that this one corrects
  signed jsonb, -- what the signed paper says of itself, and how it differs from what was made
  signed_file_id uuid references files,
  made_seq int not null default 0, -- the making that holds
  job_id uuid, -- the work that is making it
  version int not null default 1,
  is_demo boolean not null default false
);
create index on reports (unit_id, period_year);
create index on reports (replaces_id) where replaces_id is not null;
create index on reports (template_file_id) where template_file_id is not null;
create index on reports (signed_file_id) where signed_file_id is not null;

create table report_makes (
  report_id uuid not null references reports,
  seq int not null check (seq > 0),
  as_of timestamptz not null, -- figures as they stood at this instant
  compared_with uuid references reports, -- the making that changes are marked against: whose
  compared_seq int, -- and which
  word_file_id uuid not null references files,
  marked_file_id uuid references files, -- with what changed as tracked changes; none where nothing did
  sheet_file_id uuid not null references files,
  text text not null, -- as printed, to compare the signed paper with
  figures int not null,
  missing int not null,
  changed int not null,
  milliseconds int not null,
  made_by uuid not null references accounts,
  made_words text not null,
  made_at timestamptz not null default now(),
  primary key (report_id, seq),
  foreign key (compared_with, compared_seq) references report_makes (report_id, seq)
);
create index on report_makes (compared_with, compared_seq) where compared_with is not null;
create index on report_makes (word_file_id);
create index on report_makes (marked_file_id) where marked_file_id is not null;
create index on report_makes (sheet_file_id);

-- One row a number that was placed. What it was made of stays readable: figures keep all their versions.
create table report_figures (
  report_id uuid not null,
  seq int not null,
  position int not null check (position > 0),
  typed text not null, -- the placeholder
  place text not null, -- where it stands: Đoạn 12; Bảng 2, dòng 3, cột 1
  sentence text not null, -- the paragraph as printed
  show text not null check (show in ('value', 'sentence', 'percent', 'difference')),
  unit_id uuid not null references units,
  indicator_id uuid not null references indicators,
  period text not null, -- 2026h1
  breakdown_id int references breakdowns,
  parts jsonb not null default '{}',
  side text not null check (side in ('done', 'estimate', 'plan')),
  value numeric, -- none: chưa có số liệu
  weight numeric, -- of a mean or a ratio the denominator
  compared numeric, -- what it is compared with
  compared_words text,
  printed text not null,
  was text, -- as the making before printed it, where that differs
  source jsonb not null, -- reported and missing units, as of when, the versions where one unit stated it
  primary key (report_id, seq, position),
  foreign key (report_id, seq) references report_makes
);
create index on report_figures (indicator_id);

alter table report_templates enable row level security;
create policy readers on report_templates for select using (agency_id in (select acting_agencies())
  or is_for_below and exists (
    select from agency_versions v
    join unit_ancestry a on a.ancestor_id = v.unit_id
    join own_units o on o.unit_id = a.descendant_id
    where v.agency_id = report_templates.agency_id));
create policy added on report_templates for insert with check (agency_id in (select acting_agencies())
  and created_by = (select account_id from signed_in));
create policy changed on report_templates for update using (agency_id in (select acting_agencies()))
  with check (agency_id in (select acting_agencies()));
grant select, insert on report_templates to hopluc_app;
grant update (name, file_id, is_for_below, ended_on, version) on report_templates to hopluc_app;

-- A report is read by whoever reads its document, and written by the people of the body that owns it.
alter table reports enable row level security;
create policy of_document on reports for select
  using (exists (select from documents d where d.id = document_id));
create policy of_own on reports for insert with check (document_id in (select id from own_documents));
create policy of_own_change on reports for update using (document_id in (select id from own_documents))
  with check (document_id in (select id from own_documents));
grant select, insert on reports to hopluc_app;
grant update (own_texts, signed, signed_file_id, made_seq, job_id, version) on reports to hopluc_app;

-- What was made is never changed; of an issued report nothing is made any more.
create function is_open_report(report uuid) returns boolean
language sql stable security definer set search_path = public
begin atomic
  select exists (select from documents d where d.id = report and d.state not in ('issued', 'replaced', 'expired')
    and d.owner_id in (select acting_agencies()));
end;
revoke execute on function is_open_report(uuid) from public;
grant execute on function is_open_report(uuid) to hopluc_app;

alter table report_makes enable row level security;
create policy of_document on report_makes for select
  using (exists (select from documents d where d.id = report_id));
create policy of_own on report_makes for insert with check (
  is_open_report(report_id) and made_by = (select account_id from signed_in));
grant select, insert on report_makes to hopluc_app;

alter table report_figures enable row level security;
create policy of_document on report_figures for select
  using (exists (select from documents d where d.id = report_id));
create policy of_own on report_figures for insert with check (is_open_report(report_id));
grant select, insert on report_figures to hopluc_app;

create policy of_report on file_links for select using (subject_kind = 'report'
  and exists (select from documents d where d.id = subject_id));
create policy to_own_report on file_links for insert
  with check (subject_kind = 'report' and subject_id in (select id from own_documents));
create policy of_report_template on file_links for select using (subject_kind = 'report_template'
  and exists (select from report_templates t where t.id = subject_id));
create policy to_own_report_template on file_links for insert with check (subject_kind = 'report_template'
  and exists (select from report_templates t where t.id = subject_id and t.agency_id in (select acting_agencies())));

-- A destroyed paper takes its report along.
do $$
declare one text;
begin
  foreach one in array array['reports', 'report_makes', 'report_figures'] loop
    execute format('create policy purge on %I to hopluc_jobs
      using ((select purge_under_way())) with check ((select purge_under_way()))', one);
    execute format('grant select, delete on %I to hopluc_jobs', one);
  end loop;
end $$;

-- What everybody who holds a copy may learn of an issued report: who issued it, under which number, whether
-- it still holds, and by which contents the copy is genuine.
create function public_report(report_code text)
returns table (code text, title text, issuer text, symbol text, issued_on date, state text, hashes text[],
  replaced_by_code text, replaced_by_symbol text, replaced_by_issued_on date)
language sql stable security definer set search_path = public
begin atomic
  select r.code, d.abstract, d.issuer_name, d.symbol, d.issued_on, d.state,
    array(select distinct encode(f.hash, 'hex') from files f
      where f.id in (r.signed_file_id, m.word_file_id, m.sheet_file_id) or exists (
        select from document_files s where s.document_id = r.document_id and s.part = 'signed' and s.file_id = f.id)),
    n.code, n.symbol, n.issued_on
  from reports r
  join documents d on d.id = r.document_id and d.state in ('issued', 'replaced', 'expired') and not d.is_internal
  join report_makes m on m.report_id = r.document_id and m.seq = r.made_seq
  left join lateral (
    select r2.code, d2.symbol, d2.issued_on from reports r2
    join documents d2 on d2.id = r2.document_id and d2.state = 'issued'
    where r2.replaces_id = r.document_id order by d2.issued_on desc limit 1) n on true
  where r.code = report_code;
end;
revoke execute on function public_report(text) from public;
grant execute on function public_report(text) to hopluc_app, hopluc_portal;
