import type {
  BusinessLine,
  Commodity,
  MemberMinimum,
  SizeThreshold,
  SizeThresholdAnswer,
} from '@hopluc/shared/entity-settings'
import { LineGroup, SizeWork } from '@hopluc/shared/entity-settings'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { listChanged } from './refusals.ts'

/** The lists by name, each with what a row of it is. */
export interface Rows {
  commodities: Commodity
  lines: BusinessLine
  groups: LineGroup
  sizes: SizeThreshold
  minimums: MemberMinimum
}
export type ListName = keyof Rows
export interface Listed<Name extends ListName> {
  version: number
  items: Rows[Name][]
}

const READS: { [Name in ListName]: (db: Reader) => Promise<Rows[Name][]> } = {
  commodities: (db) =>
    rowsOf(
      db,
      sql<Commodity>`select code, name, family, other_names as "otherNames", is_active as "isActive"
        from commodities order by family collate "vi-x-icu", name collate "vi-x-icu"`,
    ),
  lines: (db) =>
    rowsOf(
      db,
      sql<BusinessLine>`select code, name, parent_code as "parentCode", from_on as "fromOn",
        until_on as "untilOn" from business_lines order by code`,
    ),
  groups: async (db) => {
    const rows = await db
      .selectFrom('line_groups')
      .select(['grouping', 'code', 'value'])
      .orderBy('grouping')
      .orderBy('code')
      .execute()
    return rows.map((row) => LineGroup.parse(row))
  },
  sizes: (db) =>
    rowsOf(
      db,
      sql<SizeThreshold>`select field, size, members, revenue, capital, basis, from_on as "fromOn",
        until_on as "untilOn" from size_thresholds order by field, from_on, members desc`,
    ),
  minimums: (db) =>
    rowsOf(
      db,
      sql<MemberMinimum>`select kind, law, members, basis from member_minimums
        order by kind, law desc`,
    ),
}

export async function read<Name extends ListName>(db: Reader, name: Name): Promise<Listed<Name>> {
  const row = await db
    .selectFrom('registry_lists')
    .select('version')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return { version: row.version, items: await READS[name](db) }
}

/** Held until the transaction ends, and counted up; refuses a caller who last saw another version. */
export async function lock(tx: Tx, name: ListName, version: number): Promise<void> {
  const row = await tx
    .updateTable('registry_lists')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('name', '=', name)
    .where('version', '=', version)
    .returning('name')
    .executeTakeFirst()
  if (!row) throw listChanged()
}

export async function replaceCommodities(tx: Tx, items: readonly Commodity[]): Promise<void> {
  await tx.deleteFrom('commodities').where('code', 'not in', codesOf(items)).execute()
  for (const { code, name, family, otherNames, isActive } of items) {
    const row = { name, family, other_names: otherNames, is_active: isActive }
    await tx
      .insertInto('commodities')
      .values({ code, ...row })
      .onConflict((on) => on.column('code').doUpdateSet(row))
      .execute()
  }
}

/** Of these commodities, those that an entity has or had. */
export async function commoditiesInUse(db: Reader, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await rowsOf(
    db,
    sql<{ code: string }>`select wanted as code from unnest(${[...codes]}::text[]) wanted
      where exists (select from entity_spans s where s.commodities && array[wanted])`,
  )
  return rows.map(({ code }) => code)
}

/** In the order of their codes' lengths, so that what is above is there first. */
export async function putLines(tx: Tx, items: readonly BusinessLine[]): Promise<void> {
  for (const { code, name, parentCode, fromOn, untilOn } of byDepth(items)) {
    const row = { name, parent_code: parentCode, from_on: fromOn, until_on: untilOn }
    await tx
      .insertInto('business_lines')
      .values({ code, ...row })
      .onConflict((on) => on.column('code').doUpdateSet(row))
      .execute()
  }
}

export async function removeLines(tx: Tx, codes: readonly string[]): Promise<void> {
  const deepestFirst = [...codes].toSorted((a, b) => b.length - a.length || depth(b) - depth(a))
  for (const code of deepestFirst)
    await tx.deleteFrom('business_lines').where('code', '=', code).execute()
}

export async function replaceGroups(tx: Tx, items: readonly LineGroup[]): Promise<void> {
  await tx.deleteFrom('line_groups').execute()
  if (items.length > 0)
    await tx
      .insertInto('line_groups')
      .values(items.map(({ grouping, code, value }) => ({ grouping, code, value })))
      .execute()
  await sql`select regroup_entity_spans()`.execute(tx)
}

export async function replaceSizes(tx: Tx, items: readonly SizeThreshold[]): Promise<void> {
  await tx.deleteFrom('size_thresholds').execute()
  const rows = items.map(({ fromOn, untilOn, ...row }) => ({
    ...row,
    from_on: fromOn,
    until_on: untilOn,
  }))
  if (rows.length > 0) await tx.insertInto('size_thresholds').values(rows).execute()
}

/**
 * Works out the sizes of so many entities, the next in the order of their ids; answers the last of them,
 * null at the end. For the administrator.
 */
export async function resizeNext(tx: Tx, after: Id | null, most: number): Promise<Id | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ last: Id | null }>`select resize_next(${after}::uuid, ${most}) as last`,
  )
  return row?.last ?? null
}

export async function countEntities(db: Reader): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ count: number }>`select count(*)::int as count from entities`,
  )
  return row?.count ?? 0
}

/** Of work that whoever reads has asked for, the last. */
export async function lastWork(db: Reader, name: string): Promise<SizeThresholdAnswer['work']> {
  const row = await db
    .selectFrom('jobs')
    .select(['state', 'progress', 'error'])
    .where('name', '=', name)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? SizeWork.parse(row) : null
}

export async function replaceMinimums(tx: Tx, items: readonly MemberMinimum[]): Promise<void> {
  await tx.deleteFrom('member_minimums').execute()
  if (items.length > 0)
    await tx
      .insertInto('member_minimums')
      .values([...items])
      .execute()
}

/** Names by code, for sheets. */
export async function commodityNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('commodities').select(['code', 'name']).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

const codesOf = (items: readonly { code: string }[]) => ['', ...items.map(({ code }) => code)]
/** A section's letter stands above all digits. */
const depth = (code: string) => (/^[A-Z]$/.test(code) ? 0 : code.length)
export const byDepth = (items: readonly BusinessLine[]) =>
  items.toSorted((a, b) => depth(a.code) - depth(b.code) || a.code.localeCompare(b.code))
