import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { makeNation } from './nation.ts'

const CHUNK = 5000

export interface RegistrySize {
  cooperatives: number
  groups: number
}

/**
 * A nation's register on the shape of its reorganisation: cooperatives with ten yearly versions and
 * congresses, groups with two, each with two seats and ten years of revenue. Names, days and numbers
 * are made up; what holds is worked out as in earnest. Answers the size.
 */
export async function fillRegistry(
  owner: Kysely<Schema>,
  isSmall: boolean,
  progress: (words: string) => void,
  hasGroups = true,
): Promise<RegistrySize> {
  const cooperatives = isSmall ? 350 : 35_000
  const size = { cooperatives, groups: hasGroups ? (cooperatives * 71) / 35 : 0 }
  await makeNation(owner, isSmall ? 0.06 : 1)
  await sql`analyze`.execute(owner)
  await sql`select refresh_ancestry()`.execute(owner)
  await makeEntities(owner, size)
  progress('entities and their versions are in')
  await makeSpans(owner)
  progress('what holds is worked out')
  await makeFigures(owner)
  await sql`vacuum analyze`.execute(owner)
  const { rows } = await sql<{
    spans: number
  }>`select count(*)::int as spans from entity_spans`.execute(owner)
  progress(`${size.cooperatives + size.groups} entities, ${rows[0]?.spans ?? 0} spans`)
  return size
}

/** Parts of names as they are usual; with a number no two are the same. */
const WORDS = sql`(array['Minh Phát','Thắng Lợi','Tân Tiến','Đoàn Kết','Quyết Tâm','Bình Minh','An Phú','Hòa Bình',
  'Phú Cường','Đại Đồng','Thanh Xuân','Vạn Xuân','Đông Hải','Nam Sơn','Trung Thành','Tiền Phong'])`
const TRADES = sql`(array['nông nghiệp','dịch vụ nông nghiệp','sản xuất kinh doanh dịch vụ nông nghiệp',
  'thủy sản','vận tải','xây dựng','thương mại dịch vụ','nông nghiệp công nghệ cao'])`
const LINES = sql`(array['0111','0118','0121','0322','49','41','47','0161','10','38'])`
const GOODS = sql`(array['lua','rau','cay-an-trai','tom','dich-vu','ngao','toi','buoi','thu-cong','che'])`

/** In one transaction, so that the triggers wait. */
async function makeEntities(owner: Kysely<Schema>, { cooperatives, groups }: RegistrySize) {
  await owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.spans = 'later'`.execute(tx)
    await sql`create temporary table drawn on commit drop as
      with communes as (
        select v.unit_id, s.to_id, row_number() over (order by v.unit_id) - 1 as place
        from unit_versions v cross join lateral (
          select to_id from unit_successions where from_id = v.unit_id order by to_id limit 1) s
        where v.level = 'commune' and v.until_on = '2025-06-30'
      )
      select gen_random_uuid() as id, n, n <= ${sql.lit(cooperatives)} as is_cooperative, c.unit_id, c.to_id,
        date '2010-01-01' + (n * 37 % 2100) as registered_on
      from generate_series(1, ${sql.lit(cooperatives + groups)}) n
      join communes c on c.place = (n::bigint * 7919) % (select count(*) from communes)`.execute(tx)
    await sql`insert into entities (id, kind, name, from_on, is_demo, updated_at)
      select id, case when is_cooperative then 'cooperative' else 'group' end, 'đo', date '2016-01-01', true,
        timestamptz '2026-03-01' - (n % 900) * interval '1 day' from drawn`.execute(tx)
    await sql`insert into entity_places (entity_id, from_on, until_on, unit_id, lat, lon)
      select id, p.from_on, p.until_on, p.unit_id, 9 + (n % 1300) / 100.0, 103 + (n % 600) / 100.0
      from drawn cross join lateral (values (date '2016-01-01', date '2025-06-30', unit_id),
        (date '2025-07-01', date '9999-12-31', to_id)) p (from_on, until_on, unit_id)`.execute(tx)
    await sql`insert into entity_versions (entity_id, from_on, until_on, name, kind, code, law, governance, lines,
        commodities, charter_capital, official_members, workers, representative)
      select id, make_date(year, 1, 1), case when year = last then date '9999-12-31' else make_date(next, 1, 1) - 1 end,
        case when is_cooperative then 'Hợp tác xã ' || ${TRADES}[1 + n % 8] || ' ' else 'Tổ hợp tác ' end
          || ${WORDS}[1 + n % 16] || ' ' || n,
        case when is_cooperative then 'cooperative' else 'group' end,
        case when is_cooperative then lpad((n * 7)::text, 10, '0') end,
        case when is_cooperative then case when year >= 2025 and n % 3 > 0 then '2023' else '2012' end end,
        case when is_cooperative then case when n % 4 = 0 then 'full' else 'reduced' end end,
        array[${LINES}[1 + (n % 13) % 10]], array[${GOODS}[1 + (n % 17) % 10]],
        case when is_cooperative then (n % 97) * 300000000::bigint end,
        case when is_cooperative then 7 + (n + year * 3) % 700 else 3 + n % 40 end, n % 60, 'Người thứ ' || n
      from drawn cross join lateral (
        select year, lead(year) over (order by year) as next, max(year) over () as last
        from generate_series(2016, 2025, case when is_cooperative then 1 else 5 end) year) y`.execute(
      tx,
    )
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
      select gen_random_uuid(), id, 'registered', least(registered_on, date '2015-12-31'), id from drawn
      union all
      select gen_random_uuid(), id, 'congress', make_date(year, 3, 1) + n % 60, id
      from drawn cross join generate_series(2016, 2025) year where is_cooperative and (n + year) % 3 > 0
      union all
      select gen_random_uuid(), id, 'suspended', date '2025-09-01' + n % 100, id from drawn where n % 31 = 0
      union all
      select gen_random_uuid(), id, 'dissolved', date '2018-01-01' + (n * 11) % 2900, id from drawn
      where n % 12 = 5`.execute(tx)
  })
}

async function makeSpans(owner: Kysely<Schema>): Promise<void> {
  const ids = await owner.selectFrom('entities').select('id').execute()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK).map(({ id }) => id)
    await sql`select refresh_entity_spans(${some}::uuid[])`.execute(owner)
  }
}

async function makeFigures(owner: Kysely<Schema>): Promise<void> {
  await sql`insert into periods (kind, from_on, until_on)
    select 'year', make_date(year, 1, 1), make_date(year, 12, 31) from generate_series(2016, 2025) year
    on conflict do nothing`.execute(owner)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by)
    select p.unit_id, e.id, i.id, extract(year from y.from_on)::int, y.id,
      (hashtext(e.id::text) % 30000 + 30000), 'stated', '{}', e.id
    from entities e cross join periods y join indicators i on i.code = 'H10'
    join entity_places p on p.entity_id = e.id and y.until_on between p.from_on and p.until_on
    where y.kind = 'year'`.execute(owner)
}
