import type {
  CertificateItem,
  CertificatePage,
  CertificateQuery,
} from '@hopluc/shared/entity-parts-products'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { both, idOfCursor, rowsOf, unitsUnder } from '../../units/index.ts'
import { certificateOn } from './domain.ts'

const END = sql`coalesce(c.valid_until, '9999-12-31'::date)`

/** Certificates of an area, the next to expire first; as of a day, with those that have just ended. */
export function listCertificates(
  context: Context,
  query: CertificateQuery,
): Promise<CertificatePage> {
  const day = query.asOf ?? context.today
  const { expiringWithin } = query
  const filters: RawBuilder<unknown>[] = [
    sql`c.issued_on <= ${day} and (c.revoked_on is null or c.revoked_on > ${day})`,
    expiringWithin === undefined
      ? sql`${END} >= ${day}`
      : sql`c.valid_until between ${addDays(day, -expiringWithin)} and ${addDays(day, expiringWithin)}`,
  ]
  const area = query.unit ? sql`s.unit_id in ${unitsUnder(query.unit, day)}` : sql`true`
  const kind = query.kind ? [sql`c.kind = ${query.kind}`] : []
  return context.read(async (db) => {
    const rows = await listRows(db, [...filters, ...kind], area, query, day)
    const items = rows.slice(0, query.limit).map((row) => present(row, day))
    const last = rows.length > query.limit ? items.at(-1) : undefined
    return {
      items,
      next: last ? `${last.validUntil ?? '9999-12-31'}_${last.id}` : null,
      asOf: day,
      counts: await countKinds(db, filters, area, day),
    }
  })
}

interface FoundRow {
  id: Id
  entityId: Id
  entityName: string
  unitId: Id
  unitLevel: 'nation' | 'province' | 'district' | 'commune'
  unitKind: string
  unitName: string
  kind: CertificateItem['kind']
  stars: number | null
  productName: string | null
  number: string | null
  issuedOn: PlainDate
  validUntil: PlainDate | null
  revokedOn: PlainDate | null
  isDemo: boolean
}

/** The few certificates first, then where each lies: not the other way round, through every entity. */
const from = (day: PlainDate, filters: readonly RawBuilder<unknown>[]) => sql`(
    select c.* from entity_certificates c where ${both(filters)} offset 0
  ) c
  cross join lateral (
    select name, unit_id from entity_spans where entity_id = c.entity_id
      and ${day}::date between from_on and until_on and is_live offset 0
  ) s
  join unit_versions u on u.unit_id = s.unit_id and ${day}::date between u.from_on and u.until_on`

function listRows(
  db: Reader,
  filters: readonly RawBuilder<unknown>[],
  area: RawBuilder<unknown>,
  { cursor, limit }: CertificateQuery,
  day: PlainDate,
): Promise<FoundRow[]> {
  const after = cursor
    ? sql`(${END}, c.id) > (${cursor.split('_')[0]}::date, ${idOfCursor(cursor)}::uuid)`
    : sql`true`
  return rowsOf(
    db,
    sql<FoundRow>`select c.id, c.entity_id as "entityId", s.name as "entityName", u.unit_id as "unitId",
      u.level as "unitLevel", u.kind as "unitKind", u.name as "unitName", c.kind, c.stars::int as stars,
      p.name as "productName", c.number, c.issued_on as "issuedOn", c.valid_until as "validUntil",
      c.revoked_on as "revokedOn", c.is_demo as "isDemo"
      from ${from(day, filters)} left join entity_products p on p.id = c.product_id
      where ${both([area, after])} order by ${END}, c.id limit ${limit + 1}`,
  )
}

function countKinds(
  db: Reader,
  filters: readonly RawBuilder<unknown>[],
  area: RawBuilder<unknown>,
  day: PlainDate,
) {
  return rowsOf(
    db,
    sql<{ kind: CertificateItem['kind']; count: number }>`select c.kind, count(*)::int as count
      from ${from(day, filters)} where ${area} group by c.kind order by count(*) desc, c.kind`,
  )
}

function present(row: FoundRow, day: PlainDate): CertificateItem {
  const { entityId, entityName, unitId, unitLevel, unitKind, unitName, revokedOn, ...rest } = row
  return {
    ...rest,
    ...certificateOn({ ...rest, revokedOn }, day),
    entity: {
      id: entityId,
      name: entityName,
      unit: { id: unitId, level: unitLevel, kind: unitKind, name: unitName },
    },
  }
}
