import type {
  RuralCounts,
  RuralCriterion,
  RuralLine,
  RuralSource,
} from '@hopluc/shared/rural-sheets'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'

const shipped = (at: number, source: RuralSource, name: string): RuralCriterion => ({
  id: `01980000-0000-7000-8000-0000000006${String(at).padStart(2, '0')}`,
  name,
  legalBasis: null,
  threshold: null,
  source,
})
/** Without basis and threshold: a province fills them in from the papers that hold there. */
export const SHIPPED: readonly RuralCriterion[] = [
  shipped(1, 'active', 'Có hợp tác xã, tổ hợp tác đang hoạt động trên địa bàn'),
  shipped(2, 'rated', 'Hợp tác xã hoạt động hiệu quả'),
  shipped(3, 'links', 'Có mô hình liên kết sản xuất gắn với tiêu thụ sản phẩm'),
  shipped(4, 'ocop', 'Có sản phẩm OCOP của hợp tác xã, tổ hợp tác'),
]

export function listUnits(db: Reader, level: 'commune' | 'province', day: PlainDate) {
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = ${level} and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select acting_area())
      order by u.name ${BY_NAME}, u.unit_id limit 500`,
  )
}

export async function ownCommune(db: Reader): Promise<Id | undefined> {
  const row = await db.selectFrom('own_commune').select('unit_id').limit(1).executeTakeFirst()
  return row?.unit_id ?? undefined
}

/** The province for which the standing agency speaks. */
export async function ownProvince(db: Reader, day: PlainDate): Promise<UnitName | undefined> {
  const [row] = await rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_versions u
      where u.level = 'province' and ${day}::date between u.from_on and u.until_on
        and u.unit_id in (select unit_id from own_units) order by u.unit_id limit 1`,
  )
  return row
}

interface Own extends RuralCriterion {
  version: number
}

/** What the province of a unit, or that province, has fixed itself. */
export function ownCriteria(db: Reader, unitId: Id, day: PlainDate): Promise<Own[]> {
  return rowsOf(
    db,
    sql<Own>`select c.id, c.name, c.legal_basis as "legalBasis", c.threshold, c.source, c.version
      from rural_criteria c where not c.is_ended and c.unit_id in (select a.ancestor_id from unit_ancestry a
        where a.descendant_id = ${unitId} and ${day}::date between a.from_on and a.until_on)
      order by c.position, c.id`,
  )
}

export type Entered = Pick<
  RuralLine,
  'state' | 'note' | 'enteredOn' | 'byWords' | 'isDemo' | 'version'
> & { criterionId: Id }

export function listEntered(db: Reader, unitId: Id, year: number): Promise<Entered[]> {
  return rowsOf(
    db,
    sql<Entered>`select criterion_id as "criterionId", state, note, entered_on as "enteredOn",
        entered_words as "byWords", is_demo as "isDemo", version
      from rural_evidence where unit_id = ${unitId} and year = ${year}`,
  )
}

/** What the register, the ratings and the records of a commune say as of a day. */
export async function counts(
  db: Reader,
  unitId: Id,
  { year, day }: { year: number; day: PlainDate },
): Promise<RuralCounts> {
  const [row] = await rowsOf(
    db,
    sql<RuralCounts>`with here as materialized (
        select s.entity_id, s.kind from entity_spans s where s.unit_id = ${unitId} and s.is_live
          and ${day}::date between s.from_on and s.until_on)
      select count(*) filter (where h.kind <> 'group')::int as cooperatives,
        count(*) filter (where h.kind = 'group')::int as groups,
        (select count(*)::int from entity_ratings r where r.year = ${year} and r.unit_id = ${unitId}
          and r.band is not null) as rated,
        (select count(*)::int from entity_ratings r where r.year = ${year} and r.unit_id = ${unitId}
          and r.is_effective) as effective,
        (select count(*)::int from entity_ratings r where r.year = ${year} and r.unit_id = ${unitId}
          and r.is_fair) as fair,
        (select count(distinct l.entity_id)::int from value_links l where l.entity_id in (select entity_id from here)
          and ${day}::date between l.from_on and coalesce(l.until_on, 'infinity')) as linked,
        (select count(*)::int from entity_certificates c where c.kind = 'ocop'
          and c.entity_id in (select entity_id from here) and (c.revoked_on is null or c.revoked_on > ${day}::date)
          and ${day}::date between c.issued_on and coalesce(c.valid_until, 'infinity')) as ocop
      from here h`,
  )
  if (!row) throw new Error('a count has one row')
  return row
}

/** Two who change the same list or line at once wait for each other. */
export async function lock(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('rural ' || ${what}, 0))`.execute(tx)
}
