import type { ManagerOffice } from '@hopluc/shared/entity-parts-people'
import type { CertificateKind } from '@hopluc/shared/entity-parts-products'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import { both, rowsOf, unitName, unitsUnder } from '../../units/index.ts'

export interface Figure {
  /** `H10`, or of a part `H8/sex=female`. */
  key: string
  name: string
  measure: string
  year: number
  value: number | null
  isDemo: boolean
}

/** What stands of calendar years, means divided. */
export function listFigures(
  db: Reader,
  entityId: Id,
  from: number,
  until: number,
): Promise<Figure[]> {
  return rowsOf(
    db,
    sql<Figure>`select i.code || coalesce((select '/' || key || '=' || value
          from jsonb_each_text(b.parts) limit 1), '') as key, i.name, i.measure, f.year::int as year,
        case when i.adds_up in ('mean', 'ratio') then f.value / nullif(f.weight, 0) else f.value end::float8 as value,
        coalesce((f.source ->> 'isDemo')::boolean, false) as "isDemo"
      from figures f join indicators i on i.id = f.indicator_id join periods p on p.id = f.period_id
      join breakdowns b on b.id = f.breakdown_id
      where f.entity_id = ${entityId} and f.is_last and p.kind = 'year' and f.year between ${from} and ${until}`,
  )
}

export interface SheetCertificate {
  kind: CertificateKind
  number: string | null
}

export interface SheetParts {
  managers: { office: ManagerOffice; name: string; fromOn: PlainDate }[]
  products: { name: string; certificates: SheetCertificate[] }[]
  memberships: { name: string; fromOn: PlainDate; untilOn: PlainDate }[]
  links: { partner: string; product: string; contract: string | null; fromOn: PlainDate }[]
}

/** What holds on the day of what hangs on an entity. */
export async function partsOf(db: Reader, id: Id, day: PlainDate): Promise<SheetParts> {
  const on = sql`${day}::date`
  const [row] = await rowsOf(
    db,
    sql<SheetParts>`select
      coalesce((select json_agg(json_build_object('office', office, 'name', name, 'fromOn', from_on)
        order by from_on, name) from entity_managers
        where entity_id = ${id} and ${on} between from_on and until_on), '[]') as managers,
      coalesce((select json_agg(json_build_object('name', p.name, 'certificates',
          (select coalesce(json_agg(json_build_object('kind', c.kind, 'number', c.number)), '[]') from entity_certificates c
            where c.entity_id = ${id} and (c.product_id = p.id or c.product_id is null) and c.issued_on <= ${on}
              and coalesce(c.valid_until, '9999-12-31') >= ${on}
              and coalesce(c.revoked_on, '9999-12-31') > ${on})) order by p.name)
        from entity_products p where p.entity_id = ${id} and ${on} between p.from_on and p.until_on), '[]') as products,
      coalesce((select json_agg(json_build_object('name', coalesce(u.name, (select v.name from agency_versions v
            where v.agency_id = m.alliance_id order by v.from_on desc limit 1)),
          'fromOn', m.from_on, 'untilOn', m.until_on) order by m.from_on)
        from entity_memberships m left join entities u on u.id = m.union_id
        where m.entity_id = ${id} and ${on} between m.from_on and m.until_on), '[]') as memberships,
      coalesce((select json_agg(json_build_object('partner', partner_name, 'product', product,
          'contract', contract_no, 'fromOn', from_on) order by from_on) from value_links
        where entity_id = ${id} and ${on} between from_on and coalesce(until_on, '9999-12-31')), '[]') as links`,
  )
  return row ?? { managers: [], products: [], memberships: [], links: [] }
}

/** Names of codes of the maintained lists. */
export async function namesOf(
  db: Reader,
  commodities: readonly string[],
  lines: readonly string[],
) {
  const rows = await rowsOf(
    db,
    sql<{
      code: string
      name: string
    }>`select code, name from commodities where code = any (${[...commodities]}::text[])
      union all select code, name || ' (' || code || ')' from business_lines where code = any (${[...lines]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export interface KindSums {
  kind: string
  all: number
  active: number
  suspended: number
  fresh: number
  ended: number
  members: number
  capital: number
  workers: number | null
  revenue: number | null
  profit: number | null
  confirmed: number
  national: number
  isDemo: boolean
}

/** By kind: how many on the day, what began and ended in the window, sums of members and of the year's figures. */
export function sumsByKind(
  db: Reader,
  year: number,
  window: { from: PlainDate; until: PlainDate; day: PlainDate },
  unit: Id | undefined,
): Promise<KindSums[]> {
  const { from, until, day } = window
  const where = [sql`${day}::date between s.from_on and s.until_on`, sql`s.status <> 'founding'`]
  if (unit) where.push(sql`s.unit_id in ${unitsUnder(unit, day)}`)
  const happened = (kinds: readonly string[]) => sql`exists (select from entity_events v
    where v.entity_id = s.entity_id and v.voided_at is null and v.kind = any (${[...kinds]}::text[])
      and v.on_day between ${from}::date and ${until}::date)`
  const figure = (code: string) =>
    sql`sum(f.value) filter (where s.is_live and f.code = ${code})::float8`
  return rowsOf(
    db,
    sql<KindSums>`with s as materialized (select s.* from reachable_spans s where ${both(where)}),
      f as (select f.entity_id, i.code, f.value from figures f join indicators i on i.id = f.indicator_id
        join periods p on p.id = f.period_id
        where p.kind = 'year' and f.year = ${year} and f.is_last and f.breakdown_id = 0
          and i.code in ('H9', 'H10', 'H11') and f.entity_id in (select entity_id from s)),
      money as (select s.kind, ${figure('H9')} as workers, ${figure('H10')} as revenue, ${figure('H11')} as profit
        from s join f on f.entity_id = s.entity_id group by s.kind),
      heads as (select s.kind, count(*) filter (where s.is_live)::int as "all",
        count(*) filter (where s.status = 'active')::int as active,
        count(*) filter (where s.status = 'suspended')::int as suspended,
        count(*) filter (where ${happened(['registered'])})::int as fresh,
        count(*) filter (where ${happened(['dissolved', 'bankrupt', 'absorbed', 'amalgamated', 'divided'])})::int as ended,
        coalesce(sum(s.members) filter (where s.is_live), 0)::float8 as members,
        coalesce(sum(s.capital) filter (where s.is_live), 0)::float8 as capital,
        count(c.way) filter (where s.is_live)::int as confirmed,
        count(c.national_on) filter (where s.is_live)::int as national, bool_or(s.is_demo) as "isDemo"
        from s left join entity_confirmations c on c.entity_id = s.entity_id and c.year = ${year} group by s.kind)
      select h.*, m.workers, m.revenue, m.profit from heads h left join money m on m.kind = h.kind`,
  )
}

export async function unitWords(db: Reader, id: Id, day: PlainDate): Promise<string | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{
      unit: { kind: string; name: string }
    }>`select ${unitName('u')} as unit from unit_versions u
      where u.unit_id = ${id} order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1`,
  )
  return row && `${row.unit.kind} ${row.unit.name}`
}

/** Who confirmed the year's data, and when it was entered into the national system. */
export async function confirmationOf(db: Reader, id: Id, year: number) {
  return db
    .selectFrom('entity_confirmations')
    .select(['confirmed_words as byWords', 'national_on as nationalOn'])
    .where('entity_id', '=', id)
    .where('year', '=', year)
    .executeTakeFirst()
}
