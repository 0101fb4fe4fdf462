import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { aServer } from '../modules/committees/server-for-test.ts'

export interface NewTestEntity {
  unitId: Id
  name?: string
  kind?: 'group' | 'cooperative' | 'union'
  law?: '2012' | '2023' | null
  capital?: number | null
  members?: number | null
  agencyId?: Id | null
  fromOn?: string
}

/** The program with two provinces; HTX Minh Phát lies in the first commune of A and signs in itself. */
export async function aRegister() {
  const server = await aServer()
  const { owner, a, b } = server
  const anEntity = async (one: NewTestEntity): Promise<Id> => {
    const id = newId()
    const {
      name = 'HTX Minh Phát',
      kind = 'cooperative',
      fromOn = '2020-01-01',
      agencyId = null,
    } = one
    const { capital = 1_000_000_000, members = null, law = '2023' } = one
    await sql`insert into entities (id, kind, name, from_on, agency_id)
      values (${id}, ${kind}, ${name}, ${fromOn}, ${agencyId})`.execute(owner)
    await sql`insert into entity_places (entity_id, from_on, unit_id) values (${id}, ${fromOn}, ${one.unitId})`.execute(
      owner,
    )
    await sql`insert into entity_versions (entity_id, from_on, name, kind, law, charter_capital, official_members)
      values (${id}, ${fromOn}, ${name}, ${kind}, ${law}, ${capital}, ${members})`.execute(owner)
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
      values (${newId()}, ${id}, 'registered', ${fromOn}, ${a.standing.accountId})`.execute(owner)
    return id
  }
  const entityId = await anEntity({ unitId: a.communes[0].unitId, agencyId: a.cooperativeId })
  const strangerId = await anEntity({ unitId: b.communes[0].unitId, name: 'HTX Minh Lộc' })
  /** The rows of a table and the deeds written down: what a refused write leaves as it was. */
  const counted = async (table: string) => {
    const { rows } = await sql<{ rows: number; deeds: number }>`select
      (select count(*)::int from ${sql.table(table)}) as rows,
      (select count(*)::int from audit_entries) as deeds`.execute(owner)
    return rows[0]
  }
  return { ...server, anEntity, entityId, strangerId, counted }
}
