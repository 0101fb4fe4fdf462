-- How cooperatives are assessed year by year: sets of criteria as data, rounds under one of them, and what
-- became of each cooperative in a round. Nothing of it is ever deleted.

-- Each edition of a set is a row of its own; once issued it is never changed again.
create table criteria_sets (
  id uuid primary key,
  series_id uuid not null, -- editions of one set
  edition int not null check (edition > 0),
  unit_id uuid references units, -- whose set; none: it comes with the program and is copied
  name text not null check (name <> ''),
  basis text not null default '',
  note text,
  from_year int not null check (from_year between 2000 and 2100),
  until_year int check (until_year >= from_year),
  kinds text[] not null, -- of entities
  sectors text[] not null default '{}', -- none: all
  criteria jsonb not null default '[]',
  bands jsonb not null default '[]',
  exclusions jsonb not null default '[]',
  state text not null default 'draft' check (state in ('draft', 'issued')),
  issued_on date,
  issued_words text,
  copied_from uuid references criteria_sets,
  is_demo boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid references accounts,
  unique (series_id, edition),
  check ((state = 'issued') = (issued_on is not null))
);
create index on criteria_sets (unit_id);
create index on criteria_sets (copied_from);
create index on criteria_sets (updated_by);

create table assessment_rounds (
  id uuid primary key,
  unit_id uuid not null references units,
  set_id uuid not null references criteria_sets,
  year int not null check (year between 2000 and 2100),
  name text not null check (name <> ''),
  self_until_on date not null, -- until when cooperatives score themselves
  commune_until_on date not null check (commune_until_on >= self_until_on),
  until_on date not null check (until_on >= commune_until_on),
  appeal_days int not null check (appeal_days between 1 and 365),
  state text not null default 'open' check (state in ('open', 'published')),
  opened_on date not null,
  opened_agency_id uuid not null references agencies,
  opened_by uuid not null references accounts,
  opened_words text not null,
  published_on date,
  appeal_until_on date,
  is_demo boolean not null default false,
  version int not null default 1,
  check ((state = 'published') = (published_on is not null) and (published_on is null) = (appeal_until_on is null))
);
create index on assessment_rounds (unit_id, year);
create index on assessment_rounds (set_id);
create index on assessment_rounds (opened_agency_id);
create index on assessment_rounds (opened_by);

create table assessments (
  id uuid primary key,
  round_id uuid not null references assessment_rounds,
  entity_id uuid not null references entities,
  unit_id uuid not null references units, -- where it lay when the round was opened
  state text not null default 'self' check (state in ('self', 'board', 'commune', 'province', 'decided')), -- waits for
  total numeric, -- by the last who scored
  band text,
  not_rated text, -- why not
  appeal text check (appeal in ('open', 'kept', 'changed')),
  is_demo boolean not null default false,
  version int not null default 1,
  unique (round_id, entity_id)
);
create index on assessments (entity_id);
create index on assessments (unit_id, round_id);

create table assessment_steps (
  assessment_id uuid not null references assessments,
  seq int not null check (seq > 0),
  action text not null check (action in ('score', 'remark', 'not_rate', 'send_back', 'appeal', 'decide', 'rescore')),
  level text not null check (level in ('self', 'board', 'commune', 'province')), -- who
  marks jsonb, -- [{"key": "1a", "points": 3, "note": null}]
  total numeric,
  band text,
  set_id uuid references criteria_sets, -- under which these points were given
  text text,
  on_day date not null,
  agency_id uuid not null references agencies,
  made_by uuid not null references accounts,
  by_words text not null,
  made_at timestamptz not null,
  primary key (assessment_id, seq)
);
create index on assessment_steps (agency_id);
create index on assessment_steps (made_by);
create index on assessment_steps (set_id);

create table assessment_files (
  assessment_id uuid not null,
  seq int not null,
  position int not null,
  file_id uuid not null references files,
  primary key (assessment_id, seq, position),
  foreign key (assessment_id, seq) references assessment_steps
);
create index on assessment_files (file_id);

-- Views read with their owner's rights, so that a policy does not ask the policy of the next table.
create view readable_assessments as
select id, round_id from assessments where unit_id in (select acting_area())
  or entity_id in (select id from own_entities);
create view worked_assessments as
select id, round_id from assessments where unit_id in (select kept_units())
  or entity_id in (select id from own_entities);
create view readable_assessment_rounds as
select id, set_id from assessment_rounds where unit_id in (select acting_area())
  or id in (select round_id from readable_assessments);
grant select on readable_assessments, worked_assessments, readable_assessment_rounds to hopluc_app;

alter table criteria_sets enable row level security;
alter table assessment_rounds enable row level security;
alter table assessments enable row level security;
alter table assessment_steps enable row level security;
alter table assessment_files enable row level security;

-- What comes with the program is read by everyone; a set by its area, and by whoever is assessed under it.
create policy readers on criteria_sets for select using (
  unit_id is null and exists (select from signed_in)
  or unit_id in (select acting_area()) or id in (select set_id from readable_assessment_rounds)
  or state = 'issued' and exists (select from unit_ancestry a, acting t where a.ancestor_id = criteria_sets.unit_id
    and a.descendant_id in (select unit_id from own_units) and t.today between a.from_on and a.until_on));
create policy entered on criteria_sets for insert with check (unit_id in (select kept_units())
  and state = 'draft' and updated_by = (select account_id from signed_in));
create policy kept on criteria_sets for update using (state = 'draft' and unit_id in (select kept_units()))
  with check (unit_id in (select kept_units()) and updated_by = (select account_id from signed_in));
grant select, insert on criteria_sets to hopluc_app;
grant update (name, basis, note, from_year, until_year, kinds, sectors, criteria, bands, exclusions, state, issued_on,
  issued_words, version, updated_at, updated_by) on criteria_sets to hopluc_app;

create policy readers on assessment_rounds for select using (unit_id in (select acting_area())
  or id in (select r.id from readable_assessment_rounds r));
create policy opened on assessment_rounds for insert with check (state = 'open' and unit_id in (select kept_units())
  and opened_by = (select account_id from signed_in) and opened_agency_id in (select acting_agencies()));
create policy kept on assessment_rounds for update using (unit_id in (select kept_units()))
  with check (unit_id in (select kept_units()));
grant select, insert on assessment_rounds to hopluc_app;
grant update (set_id, state, published_on, appeal_until_on, version) on assessment_rounds to hopluc_app;

create policy readers on assessments for select using (unit_id in (select acting_area())
  or entity_id in (select id from own_entities));
create policy begun on assessments for insert with check (state = 'self' and unit_id in (select kept_units()));
create policy kept on assessments for update using (unit_id in (select kept_units()))
  with check (unit_id in (select kept_units()));
-- A cooperative scores itself, tells what its supervisors say, and appeals.
create policy own on assessments for update
  using (entity_id in (select id from own_entities)
    and (state in ('self', 'board') or state = 'decided' and appeal is null))
  with check (entity_id in (select id from own_entities)
    and (state in ('board', 'commune') and appeal is null or state = 'decided' and appeal = 'open'));
grant select, insert on assessments to hopluc_app;
grant update (state, total, band, not_rated, appeal, version) on assessments to hopluc_app;

create policy readers on assessment_steps for select using (
  exists (select from readable_assessments r where r.id = assessment_id));
create policy recorded on assessment_steps for insert with check (made_by = (select account_id from signed_in)
  and exists (select from worked_assessments w where w.id = assessment_id)
  and case (select role from signed_in) when 'cooperative' then level in ('self', 'board')
    and action in ('score', 'remark', 'appeal') else action <> 'appeal' end);
grant select, insert on assessment_steps to hopluc_app;

create policy readers on assessment_files for select using (
  exists (select from readable_assessments r where r.id = assessment_id));
create policy added on assessment_files for insert with check (exists (select from assessment_steps s
  where s.assessment_id = assessment_files.assessment_id and s.seq = assessment_files.seq
    and s.made_by = (select account_id from signed_in)));
grant select, insert on assessment_files to hopluc_app;

create policy of_assessment on file_links for select using (subject_kind = 'assessment'
  and exists (select from readable_assessments r where r.id = subject_id));
create policy to_own_assessment on file_links for insert with check (subject_kind = 'assessment'
  and exists (select from worked_assessments w where w.id = subject_id));

-- What was published, as registers, conditions and targets read it: the last of a year.
create view entity_ratings as
select distinct on (a.entity_id, r.year) a.entity_id, r.year, a.id as assessment_id, r.id as round_id, a.unit_id,
  a.total, a.band, a.not_rated, b.band ->> 'name' as band_name,
  coalesce((b.band ->> 'isFair')::boolean, false) as is_fair,
  coalesce((b.band ->> 'isEffective')::boolean, false) as is_effective, s.name as set_name, r.published_on
from assessments a join assessment_rounds r on r.id = a.round_id and r.state = 'published'
join criteria_sets s on s.id = r.set_id
left join lateral (select e as band from jsonb_array_elements(s.bands) e where e ->> 'code' = a.band) b on true
where (select sees_all_units()) or a.unit_id in (select acting_area()) or a.entity_id in (select id from own_entities)
order by a.entity_id, r.year, r.published_on desc, r.id desc;
grant select on entity_ratings to hopluc_app;

-- How many were rated in the units of a round, how many are effective, how many fair or better, over all
-- rounds of its year that are published: what counts of one cooperative is what was published last.
create function assessment_counts(round uuid) returns table (unit_id uuid, code text, value int)
language sql stable security definer set search_path = public
begin atomic
  with latest as (
    select distinct on (a.entity_id) a.entity_id, a.unit_id, a.not_rated, b.band
    from assessment_rounds o join assessment_rounds r on r.year = o.year and r.state = 'published'
    join assessments a on a.round_id = r.id
      and a.unit_id in (select m.unit_id from assessments m where m.round_id = o.id)
    join criteria_sets s on s.id = r.set_id
    left join lateral (select e as band from jsonb_array_elements(s.bands) e where e ->> 'code' = a.band) b on true
    where o.id = round
    order by a.entity_id, r.published_on desc, r.id desc
  )
  select l.unit_id, v.code, (case v.code when 'H4x' then count(*) filter (where l.band is not null)
      when 'H4' then count(*) filter (where (l.band ->> 'isEffective')::boolean)
      else count(*) filter (where (l.band ->> 'isFair')::boolean) end)::int
  from latest l cross join (values ('H4'), ('H4x'), ('H4k')) v (code)
  group by 1, 2;
end;
-- States them as figures of the year. Whoever publishes keeps none of the units' figures, hence the owner's
-- rights: of a round that the caller keeps, or in which the caller's unit lies.
create function state_assessments(round uuid, words text, at timestamptz) returns int
language plpgsql security definer set search_path = public as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  one record;
  period int;
  stated int;
begin
  select r.*, s.name as set_name into one from assessment_rounds r join criteria_sets s on s.id = r.set_id
    where r.id = round and r.state = 'published' and r.unit_id in (select kept_units());
  if not found then return -1; end if;
  period := year_period(one.year);
  perform pg_advisory_xact_lock(2052, one.year);
  update figures f set is_last = false from assessment_counts(round) c join indicators i on i.code = c.code
  where f.unit_id = c.unit_id and f.indicator_id = i.id and f.year = one.year and f.period_id = period
    and f.entity_id = nobody and f.breakdown_id = 0 and f.is_last and f.value is distinct from c.value;
  insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value, state, source,
    stated_by, stated_at)
  select c.unit_id, nobody, i.id, one.year, period, 0,
    coalesce((select max(f.seq) from figures f where f.unit_id = c.unit_id and f.indicator_id = i.id
      and f.year = one.year and f.period_id = period and f.entity_id = nobody and f.breakdown_id = 0), 0) + 1,
    c.value, 'checked', jsonb_strip_nulls(jsonb_build_object('from', 'assessment', 'roundId', round,
      'title', one.name || ' (' || one.set_name || ')', 'statedWords', words,
      'isDemo', case when one.is_demo then true end)),
    (select account_id from signed_in), at
  from assessment_counts(round) c join indicators i on i.code = c.code
  where not exists (select from figures f where f.unit_id = c.unit_id and f.indicator_id = i.id and f.year = one.year
    and f.period_id = period and f.entity_id = nobody and f.breakdown_id = 0 and f.is_last);
  get diagnostics stated = row_count;
  perform mark_sums_stale(u.unit_id, period)
    from (select distinct a.unit_id from assessments a where a.round_id = round) u;
  return stated;
end $$;
revoke execute on function assessment_counts(uuid) from public;
revoke execute on function state_assessments(uuid, text, timestamptz) from public;
grant execute on function state_assessments(uuid, text, timestamptz) to hopluc_app;

-- Under the circular of 2020 (repealed on 18/09/2025) points are set, how they are reached is not verified:
-- a province fills that in. Criteria 10 to 15 share 40 points that are not verified either.
insert into criteria_sets (id, series_id, edition, name, basis, note, from_year, until_year, kinds, sectors, criteria,
  bands, exclusions) values
('01980000-0000-7000-8000-0000000005a1', '01980000-0000-7000-8000-0000000005a1', 1,
  'Đánh giá hợp tác xã theo Thông tư 01/2020/TT-BKHĐT',
  'Thông tư 01/2020/TT-BKHĐT ngày 19/02/2020, có hiệu lực từ 01/04/2020',
  'Theo một nguồn, Thông tư này hết hiệu lực từ 18/09/2025 (Thông tư 78/2025/TT-BTC). Mức điểm trong phụ lục và điểm tối đa của tiêu chí 10 đến 15 chưa kiểm chứng được nên để trống: hãy sao chép rồi điền theo văn bản gốc. Ba nhóm tiêu chí có tối đa 30, 30 và 40 điểm.',
  2020, 2024, '{cooperative,union}', '{}',
  '[{"key":"I","above":null,"name":"Tài chính của HTX","max":30,"rule":null},
    {"key":"1","above":"I","name":"Vốn của HTX","max":7,"rule":null},
    {"key":"1a","above":"1","name":"Tổng nguồn vốn trung bình","max":6,"rule":{"by":"hand"}},
    {"key":"1b","above":"1","name":"Tổng nguồn vốn tăng so với năm trước","max":1,"rule":{"by":"hand"}},
    {"key":"2","above":"I","name":"Tài sản của HTX","max":6,"rule":null},
    {"key":"2a","above":"2","name":"Tổng tài sản không chia trung bình","max":5,"rule":{"by":"steps","value":"([K8] + [K8_before]) / 2","steps":[]}},
    {"key":"2b","above":"2","name":"Tài sản không chia tăng so với năm trước","max":1,"rule":{"by":"steps","value":"[K8] - [K8_before]","steps":[]}},
    {"key":"3","above":"I","name":"Kết quả sản xuất, kinh doanh trong năm","max":11,"rule":null},
    {"key":"3a","above":"3","name":"Tổng doanh thu bán hàng và cung cấp dịch vụ","max":4,"rule":{"by":"steps","value":"[H10]","steps":[]}},
    {"key":"3b","above":"3","name":"Tỷ lệ cung ứng sản phẩm, dịch vụ cho thành viên","max":3,"rule":{"by":"steps","value":"[H10t] / [H10] * 100","steps":[]}},
    {"key":"3c","above":"3","name":"Lợi nhuận (thu nhập) trước thuế","max":4,"rule":{"by":"steps","value":"[H11]","steps":[]}},
    {"key":"4","above":"I","name":"Trích lập các quỹ","max":6,"rule":null},
    {"key":"4a","above":"4","name":"Quỹ đầu tư phát triển","max":2,"rule":{"by":"hand"}},
    {"key":"4b","above":"4","name":"Quỹ dự phòng","max":2,"rule":{"by":"hand"}},
    {"key":"4c","above":"4","name":"Quỹ khác","max":2,"rule":{"by":"hand"}},
    {"key":"II","above":null,"name":"Quản trị, điều hành và năng lực của HTX","max":30,"rule":null},
    {"key":"5","above":"II","name":"Chấp hành pháp luật trong tổ chức, hoạt động","max":8,"rule":{"by":"hand"}},
    {"key":"6","above":"II","name":"Giải quyết tranh chấp, khiếu nại","max":6,"rule":{"by":"hand"}},
    {"key":"7","above":"II","name":"Trình độ cán bộ quản lý, điều hành","max":6,"rule":null},
    {"key":"7a","above":"7","name":"Tỷ lệ cán bộ trình độ cao đẳng, đại học trở lên","max":2,"rule":{"by":"steps","value":"[managers_college] / [managers] * 100","steps":[]}},
    {"key":"7b","above":"7","name":"Tỷ lệ cán bộ trình độ sơ cấp, trung cấp","max":2,"rule":{"by":"steps","value":"[managers_intermediate] / [managers] * 100","steps":[]}},
    {"key":"7c","above":"7","name":"Tỷ lệ cán bộ trẻ","max":2,"rule":{"by":"hand"}},
    {"key":"8","above":"II","name":"Chế độ, chính sách cho thành viên, người lao động","max":6,"rule":{"by":"hand"}},
    {"key":"9","above":"II","name":"Áp dụng tiến bộ khoa học kỹ thuật, thương hiệu, chuỗi giá trị","max":4,"rule":{"by":"hand"}},
    {"key":"III","above":null,"name":"Thành viên, lợi ích thành viên và phát triển cộng đồng","max":40,"rule":null},
    {"key":"10","above":"III","name":"Mức độ tham gia của thành viên","max":null,"rule":{"by":"hand"}},
    {"key":"11","above":"III","name":"Lợi ích của thành viên","max":null,"rule":{"by":"hand"}},
    {"key":"12","above":"III","name":"Sản phẩm, dịch vụ cung ứng cho thành viên","max":null,"rule":{"by":"hand"}},
    {"key":"13","above":"III","name":"Thông tin, truyền thông, đào tạo, bồi dưỡng","max":null,"rule":{"by":"hand"}},
    {"key":"14","above":"III","name":"Ảnh hưởng tích cực đến cộng đồng","max":null,"rule":{"by":"hand"}},
    {"key":"15","above":"III","name":"Được khen thưởng trong năm","max":null,"rule":{"by":"hand"}}]',
  '[{"code":"good","name":"Tốt","from":80,"isFair":true,"isEffective":null},
    {"code":"fair","name":"Khá","from":65,"isFair":true,"isEffective":null},
    {"code":"average","name":"Trung bình","from":50,"isFair":false,"isEffective":null},
    {"code":"weak","name":"Yếu","from":0,"isFair":false,"isEffective":null}]',
  '[{"key":"new","words":"Mới thành lập, hoạt động chưa đủ 12 tháng","rule":[{"by":"compare","value":"[age_months]","op":"<","to":"12"}],"band":null},
    {"key":"stopped","words":"Ngừng hoạt động trên 3 tháng trong năm","rule":[{"by":"compare","value":"[stopped_days]","op":">","to":"92"}],"band":null}]'),
('01980000-0000-7000-8000-0000000005a2', '01980000-0000-7000-8000-0000000005a2', 1,
  'Đánh giá hợp tác xã nông nghiệp theo Thông tư 09/2017/TT-BNNPTNT',
  'Thông tư 09/2017/TT-BNNPTNT ngày 17/04/2017, có hiệu lực từ 31/05/2017',
  'Việc áp dụng sau năm 2025 chưa kiểm chứng được. Điểm của từng tiêu chí nằm trong phụ lục của Thông tư, chưa kiểm chứng được nên để trống: hãy sao chép rồi điền theo văn bản gốc. Tổng cộng 100 điểm.',
  2017, null, '{cooperative}', '{agriculture}',
  '[{"key":"1","above":null,"name":"Doanh thu và kết quả sản xuất, kinh doanh","max":null,"rule":{"by":"hand"}},
    {"key":"2","above":null,"name":"Lợi ích của thành viên","max":null,"rule":{"by":"hand"}},
    {"key":"3","above":null,"name":"Vốn hoạt động","max":null,"rule":{"by":"steps","value":"[K1]","steps":[]}},
    {"key":"4","above":null,"name":"Quy mô thành viên, ảnh hưởng đến cộng đồng","max":null,"rule":{"by":"hand"}},
    {"key":"5","above":null,"name":"Được khen thưởng trong năm","max":null,"rule":{"by":"hand"}},
    {"key":"6","above":null,"name":"Mức độ hài lòng của thành viên","max":null,"rule":{"by":"hand"}}]',
  '[{"code":"good","name":"Tốt","from":80,"isFair":true,"isEffective":null},
    {"code":"fair","name":"Khá","from":65,"isFair":true,"isEffective":null},
    {"code":"average","name":"Trung bình","from":50,"isFair":false,"isEffective":null},
    {"code":"weak","name":"Yếu","from":0,"isFair":false,"isEffective":null}]',
  '[{"key":"new","words":"Hoạt động chưa đủ 12 tháng trong năm","rule":[{"by":"compare","value":"[age_months]","op":"<","to":"12"}],"band":null},
    {"key":"fined","words":"Bị xử phạt vi phạm hành chính trong năm","rule":null,"band":"weak"}]'),
('01980000-0000-7000-8000-0000000005a3', '01980000-0000-7000-8000-0000000005a3', 1,
  'Bộ tiêu chí của tỉnh (mẫu trống)', '',
  'Dùng khi tỉnh ban hành bộ tiêu chí riêng: sao chép, điền căn cứ, tiêu chí, cách chấm điểm và mức xếp loại.',
  2025, null, '{cooperative}', '{}', '[]', '[]', '[]');

-- What a reorganisation would meet is counted by a job.
create policy by_jobs on assessments for select to hopluc_jobs using (true);
grant select on assessments to hopluc_jobs;
