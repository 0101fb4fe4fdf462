-- Indicators with what they mean, how they come about and how they add up; periods with the windows of
-- the decree; sums that are kept for every unit above others; figures that others have published.

-- The first day of a period by its kind, year and number in the year; null where there is none such.
create function period_start(of_kind text, of_year int, of_part int) returns date
language sql immutable parallel safe
return case
  when of_year not between 1990 and 2100 then null
  when of_kind = 'month' and of_part between 1 and 12 then make_date(of_year, of_part, 1)
  when of_kind = 'quarter' and of_part between 1 and 4 then make_date(of_year, of_part * 3 - 2, 1)
  when of_kind = 'half' and of_part between 1 and 2 then make_date(of_year, of_part * 6 - 5, 1)
  when of_kind in ('nine_months', 'year') and of_part = 1 then make_date(of_year, 1, 1) end;
create function period_months(of_kind text) returns int
language sql immutable parallel safe
return case of_kind when 'month' then 1 when 'quarter' then 3 when 'half' then 6 when 'nine_months' then 9
  when 'year' then 12 end;

-- Until which day of its last month the data of a period reach; the window begins on the day after, in
-- the month before the period. A day period is its own window.
create table period_windows (
  kind text not null check (kind in ('month', 'quarter', 'half', 'nine_months', 'year')),
  valid_from date not null,
  cut_off_day int not null check (cut_off_day between 1 and 28),
  basis text not null check (basis <> ''),
  is_verified boolean not null default true,
  primary key (kind, valid_from)
);
insert into period_windows (kind, valid_from, cut_off_day, basis, is_verified)
select kind, '2019-03-12', 14, 'Nghị định 09/2019/NĐ-CP, Điều 12', kind <> 'nine_months'
from unnest(array['month', 'quarter', 'half', 'nine_months', 'year']) kind;

-- A period that nobody has stated anything for has no row: its days can be told all the same.
create function period_of(of_kind text, of_year int, of_part int default 1)
returns table (id int, kind text, year int, part int, from_on date, until_on date, window_from date, window_until date,
  basis text, is_verified boolean)
language sql stable
begin atomic
  select coalesce(p.id, 0), of_kind, of_year, of_part, d.from_on, d.until_on,
    coalesce((w.at - interval '1 month' * period_months(of_kind))::date + 1, d.from_on), coalesce(w.at, d.until_on),
    w.basis, coalesce(w.is_verified, false)
  from (select s as from_on, (s + interval '1 month' * period_months(of_kind))::date - 1 as until_on
    from period_start(of_kind, of_year, of_part) s where s is not null) d
  left join periods p on p.kind = of_kind and p.from_on = d.from_on
  left join lateral (
    select date_trunc('month', d.until_on)::date + r.cut_off_day - 1 as at, r.basis, r.is_verified from period_windows r
    where r.kind = of_kind order by r.valid_from <= d.until_on desc, r.valid_from desc limit 1) w on true;
end;

-- The period's id; made when something is first stated or asked for it.
create function ensure_period(of_kind text, of_year int, of_part int default 1) returns int
language plpgsql security definer set search_path = public as $$
declare
  start date := period_start(of_kind, of_year, of_part);
  found int;
begin
  if start is null or not exists (select from signed_in) then return null; end if;
  select id into found from periods where kind = of_kind and from_on = start;
  if found is not null then return found; end if;
  insert into periods (kind, from_on, until_on)
  values (of_kind, start, (start + interval '1 month' * period_months(of_kind))::date - 1)
  on conflict (kind, from_on) do nothing;
  select id into found from periods where kind = of_kind and from_on = start;
  return found;
end $$;
create function ensure_breakdown(wanted jsonb) returns int
language plpgsql security definer set search_path = public as $$
declare found int;
begin
  if jsonb_typeof(wanted) <> 'object' or not exists (select from signed_in) then return null; end if;
  select id into found from breakdowns where parts = wanted;
  if found is not null then return found; end if;
  insert into breakdowns (parts) values (wanted) on conflict (parts) do nothing;
  select id into found from breakdowns where parts = wanted;
  return found;
end $$;
revoke execute on function ensure_period(text, int, int), ensure_breakdown(jsonb) from public;
grant execute on function ensure_period(text, int, int), ensure_breakdown(jsonb) to hopluc_app;
alter table period_windows enable row level security;
create policy to_all on period_windows for select using (exists (select from signed_in));
create policy by_admin on period_windows using ((select role from signed_in) = 'admin')
  with check ((select role from signed_in) = 'admin');
grant select, insert, update, delete on period_windows to hopluc_app;

-- Of which entities a figure is counted decides against counting twice: what a union or a group states of
-- itself is not added to what cooperatives state. `stated_as` is the code under which entities state it.
alter table indicators
  add column name_en text,
  add column definition text not null default '',
  add column owner text not null default '', -- who answers for its meaning
  add column origin text not null default 'return' check (origin in ('registry', 'return', 'formula')),
  add column formula text,
  add column registry_rule text,
  add column entity_kinds text[] not null default '{group,cooperative,union,credit_fund}',
  add column stated_as uuid references indicators,
  add column dims text[] not null default '{}', -- by what it is broken down
  add column decimals int not null default 0 check (decimals between 0 and 6),
  add column place int not null default 10000, -- its place in the catalogue
  add column is_active boolean not null default true,
  add column updated_at timestamptz not null default now(),
  add column updated_by uuid,
  add check ((origin = 'formula') = (formula is not null)),
  add check ((origin = 'registry') = (registry_rule is not null));
create index on indicators (stated_as) where stated_as is not null;
-- What was said of it before.
create table indicator_versions (
  indicator_id uuid not null references indicators,
  version int not null,
  said jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (indicator_id, version)
);
-- Who answers for the catalogue: the administrator, and the standing agency at the nation or a province.
create function keeps_indicators() returns boolean
language sql stable parallel safe security definer cost 200 set search_path = public
return (select role from signed_in) = 'admin' or (select role from signed_in) = 'standing' and exists (
  select from own_units o join unit_versions v on v.unit_id = o.unit_id where v.level in ('nation', 'province'));
revoke execute on function keeps_indicators() from public;
grant execute on function keeps_indicators() to hopluc_app;
create policy kept on indicators for update using ((select keeps_indicators())) with check ((select keeps_indicators()));
create policy entered on indicators for insert with check ((select keeps_indicators()));
alter table indicator_versions enable row level security;
create policy to_all on indicator_versions for select using (exists (select from signed_in));
create policy kept on indicator_versions for insert with check ((select keeps_indicators()));
grant select, insert on indicator_versions to hopluc_app;

with seed as (
  select *, row_number() over () * 10 as place from (values
  ('H1', 'Tổng số HTX', 'Cooperatives', 'HTX', 'latest', 'registry', null, 'live', 'sector', 0,
    'HTX và quỹ tín dụng nhân dân đã được cấp giấy chứng nhận đăng ký, chưa chấm dứt tồn tại vào ngày chốt số liệu; gồm cả HTX tạm ngừng, chờ giải thể. Không gồm liên hiệp HTX.'),
  ('H1a', 'HTX đang hoạt động', 'Cooperatives in operation', 'HTX', 'latest', 'registry', null, 'active', 'sector', 0,
    'Tình trạng pháp lý đang hoạt động vào ngày chốt số liệu.'),
  ('H1b', 'HTX ngừng hoạt động, chờ giải thể', 'Cooperatives at rest or awaiting dissolution', 'HTX', 'latest', 'registry', null, 'stopped', 'sector', 0,
    'Chưa chấm dứt tồn tại nhưng không ở tình trạng đang hoạt động.'),
  ('H2', 'HTX thành lập mới', 'New cooperatives', 'HTX', 'sum', 'registry', null, 'founded', 'sector', 0,
    'Được cấp giấy chứng nhận đăng ký lần đầu trong kỳ.'),
  ('H3', 'HTX giải thể', 'Dissolved cooperatives', 'HTX', 'sum', 'registry', null, 'dissolved', 'sector', 0,
    'Chấm dứt tồn tại trong kỳ do giải thể hoặc phá sản.'),
  ('H3c', 'HTX chuyển đổi thành doanh nghiệp', 'Cooperatives turned into enterprises', 'HTX', 'sum', 'return', null, null, null, 0,
    'Chuyển đổi thành doanh nghiệp trong kỳ, không tính vào HTX giải thể.'),
  ('H4', 'HTX hoạt động hiệu quả', 'Effective cooperatives', 'HTX', 'latest', 'return', null, null, null, 0,
    'Theo quy tắc đánh giá mà cơ quan thường trực công bố; ghi rõ quy tắc khi báo cáo.'),
  ('H4x', 'HTX được đánh giá, xếp loại', 'Rated cooperatives', 'HTX', 'latest', 'return', null, null, null, 0,
    'HTX đã được xếp loại trong năm.'),
  ('H4k', 'HTX xếp loại khá, tốt', 'Cooperatives rated fair or good', 'HTX', 'latest', 'return', null, null, null, 0,
    'HTX được xếp loại khá hoặc tốt trong năm.'),
  ('H4p', 'Tỷ lệ HTX hoạt động hiệu quả', 'Share of effective cooperatives', '%', 'ratio', 'formula', '[H4] / [H1] * 100', null, null, 1,
    'HTX hoạt động hiệu quả trên tổng số HTX.'),
  ('H4kp', 'Tỷ lệ HTX khá, tốt', 'Share rated fair or good', '%', 'ratio', 'formula', '[H4k] / [H4x] * 100', null, null, 1,
    'HTX xếp loại khá, tốt trên số HTX được đánh giá, xếp loại.'),
  ('H5n', 'HTX nông nghiệp', 'Farming cooperatives', 'HTX', 'latest', 'registry', null, 'live:agriculture', null, 0,
    'HTX có ngành chính là nông, lâm, ngư, diêm nghiệp.'),
  ('H5', 'HTX ứng dụng công nghệ cao', 'Cooperatives using high technology', 'HTX', 'latest', 'registry', null, 'certified:high_tech', null, 0,
    'Có ghi nhận ứng dụng công nghệ cao còn hiệu lực vào ngày chốt số liệu.'),
  ('H5p', 'Tỷ lệ HTX nông nghiệp ứng dụng công nghệ cao', 'Share of farming cooperatives using high technology', '%', 'ratio', 'formula', '[H5] / [H5n] * 100', null, null, 1,
    'Trên tổng số HTX nông nghiệp.'),
  ('H6', 'HTX liên kết theo chuỗi giá trị', 'Cooperatives in value chains', 'HTX', 'latest', 'registry', null, 'linked', null, 0,
    'Có hợp đồng liên kết đang thực hiện vào ngày chốt số liệu.'),
  ('H6p', 'Tỷ lệ HTX liên kết theo chuỗi giá trị', 'Share of cooperatives in value chains', '%', 'ratio', 'formula', '[H6] / [H1] * 100', null, null, 1,
    'Trên tổng số HTX.'),
  ('H7', 'HTX có sản phẩm OCOP', 'Cooperatives with OCOP products', 'HTX', 'latest', 'registry', null, 'certified:ocop', null, 0,
    'Có ít nhất một sản phẩm OCOP còn hiệu lực công nhận vào ngày chốt số liệu.'),
  ('H7s', 'Sản phẩm OCOP của HTX', 'OCOP products of cooperatives', 'sản phẩm', 'latest', 'registry', null, 'certificates:ocop', 'stars', 0,
    'Số sản phẩm OCOP còn hiệu lực công nhận, theo hạng sao.'),
  ('H8', '', 'Members', '', '', 'return', null, null, 'sex,ethnicity,poverty,members', 0,
    'Thành viên HTX vào ngày chốt số liệu; không cộng thành viên của liên hiệp HTX.'),
  ('H8m', '', 'New members', '', '', 'return', null, null, null, 0, 'Thành viên được kết nạp trong kỳ.'),
  ('H8b', 'Thành viên bình quân 1 HTX', 'Members per cooperative', 'người/HTX', 'ratio', 'formula', '[H8] / reported([H8], [H1])', null, null, 1,
    'Tổng số thành viên chia cho số HTX có báo cáo thành viên.'),
  ('H9', '', 'Regular workers', '', '', 'return', null, null, 'sex', 0, 'Lao động làm việc thường xuyên trong HTX.'),
  ('H9m', '', 'New regular workers', '', '', 'return', null, null, null, 0, 'Lao động thường xuyên mới trong kỳ.'),
  ('H9t', '', 'Workers who are members', '', '', 'return', null, null, null, 0, 'Lao động thường xuyên đồng thời là thành viên.'),
  ('H10', '', 'Revenue', '', '', 'return', null, null, null, 0, 'Tổng doanh thu của HTX trong kỳ.'),
  ('H10t', '', 'Revenue with members', '', '', 'return', null, null, null, 0, 'Phần doanh thu với thành viên.'),
  ('H10n', '', 'Revenue with others', '', '', 'return', null, null, null, 0, 'Phần doanh thu với bên ngoài.'),
  ('H10b', 'Doanh thu bình quân 1 HTX', 'Revenue per cooperative', 'triệu đồng/HTX', 'ratio', 'formula', '[H10] / reported([H10], [H1])', null, null, 1,
    'Tổng doanh thu chia cho số HTX có báo cáo doanh thu; nơi chỉ báo cáo tổng số thì chia cho tổng số HTX.'),
  ('H10p', 'Tỷ lệ doanh thu với thành viên', 'Share of revenue with members', '%', 'ratio', 'formula', '[H10t] / [H10] * 100', null, null, 1,
    'Trên tổng doanh thu.'),
  ('H11', '', 'Profit before tax', '', '', 'return', null, null, null, 0, 'Lợi nhuận trước thuế của HTX trong kỳ.'),
  ('H11b', 'Lãi bình quân 1 HTX', 'Profit per cooperative', 'triệu đồng/HTX', 'ratio', 'formula', '[H11] / reported([H11], [H1])', null, null, 1,
    'Tổng lãi chia cho số HTX có báo cáo lãi; nơi chỉ báo cáo tổng số thì chia cho tổng số HTX.'),
  ('H12', '', 'Income per regular worker', '', '', 'return', null, null, null, 1, 'Tổng thu nhập chia cho số lao động thường xuyên, tính theo năm.'),
  ('H13', '', 'Charter capital', '', '', 'return', null, null, null, 0, 'Tổng vốn điều lệ vào ngày chốt số liệu.'),
  ('H13b', 'Vốn điều lệ bình quân 1 HTX', 'Charter capital per cooperative', 'triệu đồng/HTX', 'ratio', 'formula', '[H13] / reported([H13], [H1])', null, null, 1,
    'Tổng vốn điều lệ chia cho số HTX có báo cáo.'),
  ('H14', '', 'Total assets', '', '', 'return', null, null, null, 0, 'Tổng tài sản vào ngày chốt số liệu.'),
  ('H14b', 'Tổng tài sản bình quân 1 HTX', 'Assets per cooperative', 'triệu đồng/HTX', 'ratio', 'formula', '[H14] / reported([H14], [H1])', null, null, 1,
    'Tổng tài sản chia cho số HTX có báo cáo.'),
  ('H15', '', 'Paid to the state budget', '', '', 'return', null, null, null, 0, 'Số nộp ngân sách nhà nước trong kỳ.'),
  ('H16', '', 'Managers', '', '', 'return', null, null, 'training,sex', 0, 'Cán bộ quản lý HTX theo trình độ.'),
  ('H16p', 'Tỷ lệ cán bộ quản lý từ trung cấp trở lên', 'Share of managers with intermediate training or more', '%', 'ratio', 'formula',
    '(part([H16], ''training'', ''intermediate'') + part([H16], ''training'', ''college'') + part([H16], ''training'', ''university'')) / [H16] * 100', null, null, 1,
    'Cán bộ có trình độ trung cấp, cao đẳng, đại học trở lên trên tổng số cán bộ quản lý.'),
  ('H16d', 'Tỷ lệ cán bộ quản lý từ cao đẳng trở lên', 'Share of managers with college training or more', '%', 'ratio', 'formula',
    '(part([H16], ''training'', ''college'') + part([H16], ''training'', ''university'')) / [H16] * 100', null, null, 1,
    'Cán bộ có trình độ cao đẳng, đại học trở lên trên tổng số cán bộ quản lý.'),
  ('L1', 'Tổng số liên hiệp HTX', 'Unions of cooperatives', 'LHHTX', 'latest', 'registry', null, 'live', null, 0, 'Chưa chấm dứt tồn tại vào ngày chốt số liệu.'),
  ('L2', 'Liên hiệp HTX thành lập mới', 'New unions', 'LHHTX', 'sum', 'registry', null, 'founded', null, 0, 'Đăng ký lần đầu trong kỳ.'),
  ('L3', 'Liên hiệp HTX giải thể', 'Dissolved unions', 'LHHTX', 'sum', 'registry', null, 'dissolved', null, 0, 'Giải thể hoặc phá sản trong kỳ.'),
  ('L4', 'HTX thành viên của liên hiệp HTX', 'Cooperatives in unions', 'HTX', 'latest', 'registry', null, 'union_members', null, 0, 'HTX là thành viên của ít nhất một liên hiệp; mỗi HTX tính một lần.'),
  ('L5', 'Doanh thu của liên hiệp HTX', 'Revenue of unions', 'triệu đồng', 'sum', 'return', null, null, null, 0, 'Không cộng vào doanh thu của HTX.'),
  ('L5b', 'Doanh thu bình quân 1 liên hiệp HTX', 'Revenue per union', 'triệu đồng/LHHTX', 'ratio', 'formula', '[L5] / reported([L5], [L1])', null, null, 1, 'Trên số liên hiệp có báo cáo.'),
  ('L6', 'Lãi của liên hiệp HTX', 'Profit of unions', 'triệu đồng', 'sum', 'return', null, null, null, 0, 'Không cộng vào lãi của HTX.'),
  ('L6b', 'Lãi bình quân 1 liên hiệp HTX', 'Profit per union', 'triệu đồng/LHHTX', 'ratio', 'formula', '[L6] / reported([L6], [L1])', null, null, 1, 'Trên số liên hiệp có báo cáo.'),
  ('T1', 'Tổng số tổ hợp tác', 'Cooperative groups', 'THT', 'latest', 'registry', null, 'live', 'sector', 0, 'Tổ hợp tác chưa chấm dứt vào ngày chốt số liệu.'),
  ('T1a', 'Tổ hợp tác đã đăng ký, có chứng thực', 'Registered groups', 'THT', 'latest', 'return', null, null, null, 0, 'Có đăng ký theo luật hiện hành hoặc hợp đồng hợp tác được chứng thực.'),
  ('T2', 'Tổ hợp tác thành lập mới', 'New groups', 'THT', 'sum', 'registry', null, 'founded', null, 0, 'Thành lập trong kỳ.'),
  ('T3', 'Tổ hợp tác chấm dứt', 'Ended groups', 'THT', 'sum', 'registry', null, 'dissolved', null, 0, 'Chấm dứt hợp tác trong kỳ.'),
  ('T4', 'Thành viên tổ hợp tác', 'Members of groups', 'người', 'latest', 'return', null, null, null, 0, 'Không cộng vào thành viên của HTX.'),
  ('T5', 'Doanh thu của tổ hợp tác', 'Revenue of groups', 'triệu đồng', 'sum', 'return', null, null, null, 0, 'Không cộng vào doanh thu của HTX.'),
  ('T5b', 'Doanh thu bình quân 1 tổ hợp tác', 'Revenue per group', 'triệu đồng/THT', 'ratio', 'formula', '[T5] / reported([T5], [T1])', null, null, 1, 'Trên số tổ hợp tác có báo cáo.'),
  ('T6', 'Lãi của tổ hợp tác', 'Profit of groups', 'triệu đồng', 'sum', 'return', null, null, null, 0, 'Không cộng vào lãi của HTX.'),
  ('T6b', 'Lãi bình quân 1 tổ hợp tác', 'Profit per group', 'triệu đồng/THT', 'ratio', 'formula', '[T6] / reported([T6], [T1])', null, null, 1, 'Trên số tổ hợp tác có báo cáo.'),
  ('T7', 'Thu nhập bình quân lao động của tổ hợp tác', 'Income per worker of groups', 'triệu đồng/người/năm', 'mean', 'return', null, null, null, 1, 'Tổng thu nhập chia cho số lao động, tính theo năm.'),
  ('M1', 'Thành viên Liên minh HTX', 'Members of the Alliance', 'thành viên', 'latest', 'registry', null, 'alliance_members', null, 0, 'HTX, tổ hợp tác, liên hiệp là thành viên Liên minh HTX vào ngày chốt số liệu.'),
  ('G2', 'Giá trị tăng thêm của kinh tế tập thể', 'Value added by the collective economy', 'tỷ đồng', 'sum', 'return', null, null, null, 1, 'Do cơ quan thống kê cung cấp.'),
  ('G3', 'Tổng sản phẩm trên địa bàn', 'Gross regional product', 'tỷ đồng', 'sum', 'return', null, null, null, 1, 'GRDP (cả nước: GDP) theo giá hiện hành, do cơ quan thống kê cung cấp.'),
  ('G1', 'Đóng góp vào GRDP', 'Share in the gross regional product', '%', 'ratio', 'formula', '[G2] / [G3] * 100', null, null, 2, 'Giá trị tăng thêm của kinh tế tập thể trên tổng sản phẩm.'),
  ('K1', '', 'Working capital', '', '', 'return', null, null, null, 0, ''), ('K2', '', 'Common indivisible fund', '', '', 'return', null, null, null, 0, ''),
  ('K3', '', 'Other funds', '', '', 'return', null, null, null, 0, ''), ('K4', '', 'Receivables', '', '', 'return', null, null, null, 0, ''),
  ('K5', '', 'Payables', '', '', 'return', null, null, null, 0, ''), ('K6', '', 'Land', '', '', 'return', null, null, 'land', 1, ''),
  ('K7', '', 'Machines', '', '', 'return', null, null, 'machines', 0, ''), ('K8', '', 'Common indivisible assets', '', '', 'return', null, null, null, 0, '')
  ) v (code, name, name_en, measure, adds_up, origin, formula, rule, dims, decimals, definition)
), kinds (letter, kinds) as (
  values ('H', '{cooperative,credit_fund}'::text[]), ('K', '{cooperative,credit_fund}'), ('L', '{union}'), ('T', '{group}')
), known as (
  update indicators i set name_en = s.name_en, definition = s.definition, dims = coalesce(string_to_array(s.dims, ','), '{}'),
    decimals = s.decimals, place = s.place, entity_kinds = k.kinds, owner = 'Cơ quan thường trực Ban Chỉ đạo'
  from seed s join kinds k on k.letter = left(s.code, 1) where i.code = s.code
)
insert into indicators (id, code, name, name_en, measure, adds_up, origin, formula, registry_rule, entity_kinds, dims,
  decimals, place, definition, owner)
select gen_random_uuid(), s.code, s.name, s.name_en, s.measure, s.adds_up, s.origin, s.formula, s.rule,
  coalesce(k.kinds, '{group,cooperative,union,credit_fund}'), coalesce(string_to_array(s.dims, ','), '{}'), s.decimals,
  s.place, s.definition, case left(s.code, 1) when 'G' then 'Cơ quan thống kê' else 'Cơ quan thường trực Ban Chỉ đạo' end
from seed s left join kinds k on k.letter = left(s.code, 1)
where s.measure <> ''
on conflict (code) do nothing;
update indicators i set stated_as = s.id
from (values ('T4', 'H8'), ('T5', 'H10'), ('T6', 'H11'), ('T7', 'H12'), ('L5', 'H10'), ('L6', 'H11')) v (code, as_code)
join indicators s on s.code = v.as_code where i.code = v.code;
insert into breakdowns (parts) values ('{"as": "estimate"}') on conflict (parts) do nothing;
insert into breakdowns (parts) select jsonb_build_object('sector', one) from unnest(array['agriculture', 'industry',
  'construction', 'credit', 'trade', 'transport', 'environment', 'other']) one on conflict (parts) do nothing;

-- Figures as the source prints them, of whom and of when it says.
create table published_figures (
  id uuid primary key,
  place text not null default '', -- a province or district by its name of then; '': the whole nation
  indicator_id uuid not null references indicators,
  kind text not null check (kind in ('month', 'quarter', 'half', 'nine_months', 'year')),
  year int not null check (year between 1990 and 2100),
  part int not null default 1,
  value numeric not null,
  words text not null default '', -- as printed
  agency text not null check (agency <> ''), -- whose figure it is
  source text not null check (source <> ''), -- where it is printed
  note text not null default '',
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  check (period_start(kind, year, part) is not null),
  unique (place, indicator_id, kind, year, part, agency)
);
create index on published_figures (indicator_id);
alter table published_figures enable row level security;
create policy to_all on published_figures for select using (exists (select from signed_in));
create policy kept on published_figures using ((select keeps_indicators())) with check ((select keeps_indicators()));
grant select, insert, update, delete on published_figures to hopluc_app;

insert into published_figures (id, place, indicator_id, kind, year, part, value, words, agency, source, note)
select gen_random_uuid(), v.place, i.id, v.kind, v.year, v.part, v.value, v.words, v.agency, v.source, v.note
from (values
  ('', 'H1', 'year', 2020, 1, 26040, '26.040 HTX', 'Thông tấn xã Việt Nam dẫn', 'en.vietnamplus.vn', ''),
  ('', 'H8', 'year', 2020, 1, 8100000, '8,1 triệu thành viên', 'Thông tấn xã Việt Nam dẫn', 'en.vietnamplus.vn', 'Định nghĩa thành viên khác với số của Bộ Kế hoạch và Đầu tư năm 2022.'),
  ('', 'G1', 'year', 2020, 1, 4.8, '4,8% GDP', 'Thông tấn xã Việt Nam dẫn', 'en.vietnamplus.vn', ''),
  ('', 'H1', 'year', 2022, 1, 29378, '29.378 HTX (ước)', 'Bộ Kế hoạch và Đầu tư', 'baochinhphu.vn', 'Số ước năm 2022; tăng 2.036 HTX.'),
  ('', 'L1', 'year', 2022, 1, 125, '125 liên hiệp HTX (ước)', 'Bộ Kế hoạch và Đầu tư', 'baochinhphu.vn', 'Số ước năm 2022; tăng 18.'),
  ('', 'T1', 'year', 2022, 1, 71000, '71.000 tổ hợp tác (ước)', 'Bộ Kế hoạch và Đầu tư', 'baochinhphu.vn', 'Số ước năm 2022.'),
  ('', 'H8', 'year', 2022, 1, 5935000, '5.935 nghìn thành viên (ước)', 'Bộ Kế hoạch và Đầu tư', 'baochinhphu.vn', 'Số ước năm 2022; tăng 243 nghìn.'),
  ('', 'L4', 'year', 2022, 1, 851, '851 HTX (ước)', 'Bộ Kế hoạch và Đầu tư', 'baochinhphu.vn', 'Số ước năm 2022; tăng 183.'),
  ('', 'H10b', 'year', 2023, 1, 2776, '2,776 tỷ đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H11b', 'year', 2023, 1, 200, '200 triệu đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H13b', 'year', 2023, 1, 1981, '1,981 tỷ đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H14b', 'year', 2023, 1, 5564, '5.564 triệu đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', 'Nguồn in lẫn đơn vị triệu đồng và tỷ đồng.'),
  ('', 'H1', 'year', 2024, 1, 33557, '33.557 HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H10', 'year', 2024, 1, 95273695, '95.273,695 tỷ đồng', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H10b', 'year', 2024, 1, 2839, '2,839 tỷ đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H11b', 'year', 2024, 1, 203.4, '203,4 triệu đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H13', 'year', 2024, 1, 68013075, '68.013,075 tỷ đồng', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H13b', 'year', 2024, 1, 2027, '2,027 tỷ đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H14', 'year', 2024, 1, 178941775, '178.941,775 tỷ đồng', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H14b', 'year', 2024, 1, 5332, '5,332 tỷ đồng/HTX', 'Liên minh Hợp tác xã Việt Nam', 'lmhtx.dongnai.gov.vn', ''),
  ('', 'H1', 'year', 2025, 1, 35041, '35.041 HTX', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('', 'L1', 'year', 2025, 1, 164, '164 liên hiệp HTX', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('', 'H8', 'year', 2025, 1, 6000000, 'khoảng 6 triệu thành viên', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('', 'H10b', 'year', 2025, 1, 4560, '4,56 tỷ đồng/HTX', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', 'Khác nguồn với số năm 2024 của Liên minh.'),
  ('', 'H11b', 'year', 2025, 1, 421, '421 triệu đồng/HTX', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('', 'H12', 'year', 2025, 1, 64, '64 triệu đồng/người/năm', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('', 'H4kp', 'year', 2025, 1, 78.1, '78,1% khá, tốt', 'Bộ Tài chính', 'Báo cáo 768/BC-BTC', ''),
  ('Bình Thuận', 'H1', 'half', 2022, 1, 203, '203 HTX', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Bình Thuận', 'H1a', 'half', 2022, 1, 184, '184 HTX', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Bình Thuận', 'H4p', 'half', 2022, 1, 34.3, '70 HTX, 34,3%', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Bình Thuận', 'H8', 'half', 2022, 1, 48924, '48.924 thành viên', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Bình Thuận', 'T1', 'half', 2022, 1, 3204, '3.204 tổ hợp tác', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Bình Thuận', 'T4', 'half', 2022, 1, 118544, '118.544 thành viên', 'UBND tỉnh Bình Thuận', 'Kế hoạch 2949/KH-UBND', ''),
  ('Yên Bái', 'H1', 'year', 2024, 1, 831, '831 HTX', 'Báo Yên Bái', 'Báo Yên Bái', ''),
  ('Yên Bái', 'T1', 'year', 2024, 1, 5854, '5.854 tổ hợp tác', 'Báo Yên Bái', 'Báo Yên Bái', ''),
  ('Yên Bái', 'H10b', 'year', 2024, 1, 2200, '2,2 tỷ đồng/HTX', 'Báo Yên Bái', 'Báo Yên Bái', ''),
  ('Thái Bình', 'H1', 'half', 2020, 1, 448, '448 HTX', 'UBND tỉnh Thái Bình', 'Báo cáo 6 tháng đầu năm 2020', ''),
  ('Thái Bình', 'H8', 'half', 2020, 1, 455523, '455.523 thành viên', 'UBND tỉnh Thái Bình', 'Báo cáo 6 tháng đầu năm 2020', ''),
  ('Thái Bình', 'H11b', 'half', 2020, 1, 45, '45 triệu đồng/HTX', 'UBND tỉnh Thái Bình', 'Báo cáo 6 tháng đầu năm 2020', ''),
  ('Thái Bình', 'M1', 'half', 2020, 1, 404, '404 thành viên', 'UBND tỉnh Thái Bình', 'Báo cáo 6 tháng đầu năm 2020', ''),
  ('Hà Tĩnh', 'H1', 'half', 2015, 1, 833, '833 HTX', 'Mặt trận Tổ quốc tỉnh Hà Tĩnh', 'mattran.hatinh.gov.vn', '788 hoạt động, 45 ngừng hoạt động.'),
  ('Hà Tĩnh', 'T1', 'half', 2015, 1, 931, '931 tổ hợp tác', 'Mặt trận Tổ quốc tỉnh Hà Tĩnh', 'mattran.hatinh.gov.vn', '')
) v (place, code, kind, year, part, value, words, agency, source, note) join indicators i on i.code = v.code;

-- Whoever reads the register of an area reads what its communes have stated, and its sums.
create policy in_area on figures for select using ((select role from signed_in) <> 'cooperative'
  and ((select sees_all_units()) or unit_id in (select acting_area())));
-- All that a unit stated for a period lies together.
create index on figures (unit_id, period_id) where is_last;

-- Of which units statements are awaited for a period. Whoever opens a round enters the units that it
-- asks; while there are none below a unit, all its communes of the period's last day are awaited.
create table expected_reporters (
  period_id int not null references periods,
  unit_id uuid not null,
  primary key (period_id, unit_id)
);
alter table expected_reporters enable row level security;
create policy in_area on expected_reporters for select using (
  (select sees_all_units()) or unit_id in (select acting_area()));
create policy asked on expected_reporters for insert with check (
  unit_id in (select acting_units()) or (select sees_all_units()));
grant select, insert on expected_reporters to hopluc_app;

-- Sums of the units that lie above others, the nation's apart: it is added up from its provinces. On the
-- boundaries of the period's last day (then) and, where units have changed since, of today.
create table figure_sums (
  unit_id uuid not null,
  period_id int not null,
  boundaries text not null check (boundaries in ('then', 'today')),
  indicator_id uuid not null,
  breakdown_id int not null,
  value numeric, -- of a mean or a ratio the numerator
  weight numeric, -- the denominator; of a sum, of how many entities it was stated, where that is known
  reported int not null, -- of the awaited units, whose statements are in it
  is_estimate boolean not null, -- a part was reckoned by a stated share
  is_incomplete boolean not null, -- a statement straddles the boundary and no share is stated
  is_split boolean not null, -- something here belongs only in part, or nobody says how much
  primary key (unit_id, period_id, boundaries, indicator_id, breakdown_id)
);
create table figure_sum_states (
  unit_id uuid not null,
  period_id int not null,
  boundaries text not null check (boundaries in ('then', 'today')),
  expected int not null,
  as_of timestamptz not null,
  primary key (unit_id, period_id, boundaries)
);
create index on figure_sum_states (period_id);
do $$
declare one text;
begin
  foreach one in array array['figure_sums', 'figure_sum_states']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('create policy in_area on %I for select using ((select role from signed_in) <> ''cooperative''
      and ((select sees_all_units()) or unit_id in (select acting_area())))', one);
    execute format('grant select on %I to hopluc_app', one);
  end loop;
end $$;

-- What has to be added up anew: only ever appended to, so that nobody waits for another, and no mark is
-- lost between one who marks and one who adds up. Without a unit: everything of today's boundaries.
create table stale_sums (
  id bigint generated always as identity primary key,
  unit_id uuid,
  period_id int,
  is_bulk boolean not null default false -- can wait for what somebody has just accepted
);
alter table stale_sums enable row level security;
create table sums_day (is_only boolean primary key default true check (is_only), on_day date not null);
alter table sums_day enable row level security;
insert into sums_day (on_day) values ('2000-01-01');

create function mark_sums_stale(unit uuid, period int) returns void
language sql security definer set search_path = public
begin atomic
  insert into stale_sums (unit_id, period_id) select unit, period where unit is not null and period is not null;
end;
revoke execute on function mark_sums_stale(uuid, int) from public;
grant execute on function mark_sums_stale(uuid, int) to hopluc_app, hopluc_jobs;

-- Whoever states a figure, by whatever way, its sums are added up anew.
create function sums_of_stated() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into stale_sums (unit_id, period_id) select distinct unit_id, period_id from changed;
  return null;
end $$;
create function sums_of_reorganised() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into stale_sums (unit_id) values (null);
  return null;
end $$;
revoke execute on function sums_of_stated(), sums_of_reorganised() from public;
create trigger sums_on_insert after insert on figures referencing new table as changed
  for each statement execute function sums_of_stated();
create trigger sums_on_update after update on figures referencing new table as changed
  for each statement execute function sums_of_stated();
create trigger sums_on_delete after delete on figures referencing old table as changed
  for each statement execute function sums_of_stated();
create trigger sums_on_insert after insert on unit_parts for each statement execute function sums_of_reorganised();

-- The units whose statements are awaited for periods, below each of the units asked.
create function awaited_of(units uuid[], of_periods int[], boundaries_on date default null)
returns table (unit_id uuid, period_id int, origin_id uuid, until_on date)
language sql stable set search_path = public
begin atomic
  with communes as (
    select u.unit_id, p.id as period_id, u.origin_id, p.until_on,
      exists (select from expected_reporters r where r.period_id = p.id and r.unit_id = u.origin_id) as is_asked
    from unit_parts u join periods p on p.id = any (of_periods) and p.until_on between u.stated_from and u.stated_until
      and coalesce(boundaries_on, p.until_on) between u.from_on and u.until_on
    join unit_versions v on v.unit_id = u.origin_id and v.level = 'commune' and p.until_on between v.from_on and v.until_on
    where u.unit_id = any (units)
  )
  select c.unit_id, c.period_id, c.origin_id, c.until_on from communes c
  where c.is_asked or not exists (select from communes o where o.period_id = c.period_id and o.is_asked);
end;

-- Which statements count for a unit and period, added up; in one statement for many units and all their
-- indicators. Nulls: all indicators, all breakdowns, the boundaries of each period's last day.
create function sums_of(units uuid[], of_periods int[], wanted uuid[] default null, parts int[] default null,
  boundaries_on date default null)
returns table (unit_id uuid, period_id int, indicator_id uuid, breakdown_id int, value numeric, weight numeric,
  reported int, is_estimate boolean, is_incomplete boolean, is_split boolean)
language plpgsql stable set search_path = public set jit = off set work_mem = '32MB' as $fn$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  years smallint[];
  sources uuid[];
begin
  select array_agg(distinct extract(year from p.from_on)::smallint) into years from periods p where p.id = any (of_periods);
  if wanted is not null then
    select array_agg(distinct s) into sources from indicators i cross join lateral (values (i.id), (i.stated_as)) v (s)
    where i.id = any (wanted) and s is not null;
  end if;
  return query execute format($q$
  with asked as materialized (
    select u.unit_id, u.origin_id, u.share, p.id as period_id, p.until_on
    from unit_parts u join periods p on p.id = any ($2) and p.until_on between u.stated_from and u.stated_until
      and coalesce($5, p.until_on) between u.from_on and u.until_on
    where u.unit_id = any ($1)
  ), given as materialized (
    select f.unit_id as origin_id, f.period_id, f.entity_id, f.indicator_id, f.breakdown_id, f.value, f.weight
    from (select distinct a.origin_id, a.period_id from asked a) a
    join figures f on f.unit_id = a.origin_id and f.period_id = a.period_id and f.is_last and f.year = any ($6)
    where true %s %s
  ), kinds as materialized (
    select g.entity_id, g.period_id, coalesce(s.kind, e.kind) as kind
    from (select distinct g.entity_id, g.period_id from given g where g.entity_id <> $7) g
    join periods p on p.id = g.period_id
    left join entity_spans s on s.entity_id = g.entity_id and p.until_on between s.from_on and s.until_on
    left join entities e on e.id = g.entity_id
  ), cells as materialized ( -- of its entities a unit makes one row
    select g.origin_id, g.period_id, g.indicator_id, g.breakdown_id, g.value, g.weight, false as of_entities
    from given g where g.entity_id = $7 %s
    union all
    select g.origin_id, g.period_id, i.id, g.breakdown_id, sum(g.value),
      case when i.adds_up in ('mean', 'ratio') then sum(g.weight) else count(g.value) end, true
    from given g join kinds k using (entity_id, period_id)
    join indicators i on coalesce(i.stated_as, i.id) = g.indicator_id and coalesce(k.kind = any (i.entity_kinds), true) %s
    where g.entity_id <> $7
    group by 1, 2, 3, 4
  ), stated as materialized (
    select a.unit_id, a.share, a.period_id, a.until_on, c.origin_id, c.of_entities, c.indicator_id, c.breakdown_id,
      c.value, c.weight
    from asked a join cells c using (origin_id, period_id)
  ), wide as materialized ( -- units that state in place of others
    select distinct c.origin_id from cells c where c.of_entities
    union select a.ancestor_id from unit_ancestry a
    where a.ancestor_id in (select c.origin_id from cells c where not c.of_entities) and a.descendant_id <> a.ancestor_id
  ), below as materialized (
    select t.unit_id, t.period_id, t.indicator_id, t.breakdown_id, t.origin_id, t.share,
      s.origin_id as below_id, s.of_entities
    from stated t join unit_ancestry a on a.ancestor_id = t.origin_id and t.until_on between a.from_on and a.until_on
    join stated s on s.unit_id = t.unit_id and s.period_id = t.period_id and s.indicator_id = t.indicator_id
      and s.breakdown_id = t.breakdown_id and s.origin_id = a.descendant_id
      and (s.origin_id <> t.origin_id or s.of_entities)
    where not t.of_entities and t.origin_id in (select w.origin_id from wide w)
  ), covered as (
    select b.unit_id, b.period_id, b.indicator_id, b.breakdown_id, b.below_id as origin_id, b.of_entities
    from below b where b.share = 1
    union
    select b.unit_id, b.period_id, b.indicator_id, b.breakdown_id, b.origin_id, false
    from below b where b.share is distinct from 1
  ), covers as materialized ( -- for how many of the awaited units it speaks
    select c.origin_id, c.period_id, count(distinct e.origin_id)::int as units
    from (select distinct c.origin_id, c.period_id from cells c) c
    join unit_ancestry a on a.ancestor_id = c.origin_id
    join (select distinct w.origin_id, w.period_id, w.until_on from awaited_of($1, $2, $5) w) e
      on e.origin_id = a.descendant_id and e.period_id = c.period_id and e.until_on between a.from_on and a.until_on
    group by 1, 2
  )
  select s.unit_id, s.period_id, s.indicator_id, s.breakdown_id,
    sum(s.value * s.share) filter (where c.unit_id is null),
    case when not bool_or(s.value is not null and s.weight is null and c.unit_id is null)
      then sum(s.weight * s.share) filter (where c.unit_id is null) end,
    coalesce(sum(v.units) filter (where c.unit_id is null and (s.share > 0 or s.share is null)), 0)::int,
    bool_or(s.share < 1 and c.unit_id is null) is true, bool_or(s.share is null and c.unit_id is null) is true,
    bool_or(s.share is distinct from 1)
  from stated s left join covered c using (unit_id, period_id, indicator_id, breakdown_id, origin_id, of_entities)
  left join covers v using (origin_id, period_id)
  group by 1, 2, 3, 4 having bool_or(c.unit_id is null)
  $q$,
    case when sources is not null then 'and f.indicator_id = any ($8)' else '' end,
    case when parts is not null then 'and f.breakdown_id = any ($4)' else '' end,
    case when wanted is not null then 'and g.indicator_id = any ($3)' else '' end,
    case when wanted is not null then 'and i.id = any ($3)' else '' end)
  using units, of_periods, wanted, parts, boundaries_on, years, nobody, sources;
end $fn$;

-- Whether any unit came, went or moved between two days.
create function boundaries_differ(one date, other date) returns boolean
language sql stable security definer set search_path = public
return exists (select from unit_versions where from_on > least(one, other) and from_on <= greatest(one, other))
  or exists (select from unit_successions where on_day > least(one, other) and on_day <= greatest(one, other));

-- A province's sums and its districts', of one period, on both boundaries; only what differs is written.
create function refresh_figure_sums(province uuid, of_period int, today date) returns void
language plpgsql security definer set search_path = public as $$
declare
  ends date := (select until_on from periods where id = of_period);
  manner text;
  day date;
  below uuid[];
  was_on constant timestamptz := now();
begin
  perform pg_advisory_xact_lock(2030, hashtext(province::text || of_period));
  foreach manner in array array['then', 'today'] loop
    day := case manner when 'then' then ends else today end;
    if manner = 'then' or boundaries_differ(ends, today) then
      select array_agg(v.unit_id) into below from unit_versions v
      where v.level in ('province', 'district') and day between v.from_on and v.until_on and v.unit_id in (
        select a.descendant_id from unit_ancestry a where a.ancestor_id = province and day between a.from_on and a.until_on);
    else
      below := null;
    end if;
    if below is null then
      delete from figure_sums where unit_id = province and period_id = of_period and boundaries = manner;
      delete from figure_sum_states where unit_id = province and period_id = of_period and boundaries = manner;
      continue;
    end if;
    with made as materialized (
      select * from sums_of(below, array[of_period], null, null, day)
    ), gone as (
      delete from figure_sums s where s.unit_id = any (below) and s.period_id = of_period and s.boundaries = manner
        and (s.indicator_id, s.breakdown_id, s.unit_id) not in (select m.indicator_id, m.breakdown_id, m.unit_id from made m)
    )
    insert into figure_sums as s (unit_id, period_id, boundaries, indicator_id, breakdown_id, value, weight, reported,
      is_estimate, is_incomplete, is_split)
    select m.unit_id, m.period_id, manner, m.indicator_id, m.breakdown_id, m.value, m.weight, m.reported, m.is_estimate,
      m.is_incomplete, m.is_split from made m
    on conflict (unit_id, period_id, boundaries, indicator_id, breakdown_id) do update set value = excluded.value,
      weight = excluded.weight, reported = excluded.reported, is_estimate = excluded.is_estimate,
      is_incomplete = excluded.is_incomplete, is_split = excluded.is_split
    where (s.value, s.weight, s.reported, s.is_estimate, s.is_incomplete, s.is_split)
      is distinct from (excluded.value, excluded.weight, excluded.reported, excluded.is_estimate,
        excluded.is_incomplete, excluded.is_split);
    insert into figure_sum_states (unit_id, period_id, boundaries, expected, as_of)
    select b, of_period, manner, count(w.origin_id), was_on
    from unnest(below) b left join awaited_of(below, array[of_period], day) w on w.unit_id = b
    group by b
    on conflict (unit_id, period_id, boundaries) do update set expected = excluded.expected, as_of = excluded.as_of;
  end loop;
end $$;

-- Adds up anew what some of the marks ask for, first what somebody has just accepted, then what an act
-- or the turn of a day has made stale; answers how many marks were done.
create function refresh_stale_sums(today date, most int default 50) returns int
language plpgsql security definer set search_path = public as $$
declare
  done int;
  pairs record;
  target record;
begin
  if (select on_day from sums_day) <> today then
    if boundaries_differ((select on_day from sums_day), today) then insert into stale_sums (unit_id) values (null); end if;
    update sums_day set on_day = today;
  end if;
  if exists (select from stale_sums where unit_id is null) then
    delete from stale_sums where unit_id is null;
    insert into stale_sums (unit_id, period_id, is_bulk)
    select distinct s.unit_id, s.period_id, true from figure_sum_states s
    where exists (select from unit_versions v where v.unit_id = s.unit_id and v.level = 'province');
  end if;
  with first as (
    select unit_id, period_id from stale_sums where not is_bulk order by id limit most
  ), later as (
    select unit_id, period_id from stale_sums where is_bulk and not exists (select from first) order by id limit greatest(most / 10, 1)
  ), chosen as (
    select distinct unit_id, period_id from (table first union all table later) c
  ), gone as (
    delete from stale_sums s using chosen c where s.unit_id = c.unit_id and s.period_id = c.period_id returning s.unit_id
  )
  select array_agg(unit_id) as units, array_agg(period_id) as periods, (select count(*) from gone)::int as marks
  into pairs from chosen;
  done := pairs.marks;
  for target in
    select distinct v.unit_id, p.id as period_id
    from unnest(pairs.units, pairs.periods) m (unit_id, period_id)
    join periods p on p.id = m.period_id
    cross join lateral (values (p.until_on), (today)) d (day)
    join unit_parts u on u.origin_id = m.unit_id and p.until_on between u.stated_from and u.stated_until
      and d.day between u.from_on and u.until_on
    join unit_versions v on v.unit_id = u.unit_id and v.level = 'province' and d.day between v.from_on and v.until_on
    order by 1, 2
  loop
    perform refresh_figure_sums(target.unit_id, target.period_id, today);
  end loop;
  return done;
end $$;
revoke execute on function sums_of(uuid[], int[], uuid[], int[], date), awaited_of(uuid[], int[], date),
  boundaries_differ(date, date), refresh_figure_sums(uuid, int, date), refresh_stale_sums(date, int) from public;
grant execute on function sums_of(uuid[], int[], uuid[], int[], date), awaited_of(uuid[], int[], date),
  boundaries_differ(date, date) to hopluc_app;
grant execute on function boundaries_differ(date, date), refresh_figure_sums(uuid, int, date), refresh_stale_sums(date, int)
  to hopluc_jobs;
-- What stood before has to be added up once.
insert into stale_sums (unit_id, period_id) select distinct unit_id, period_id from figures where is_last;
