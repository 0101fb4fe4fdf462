import { FormDefinition } from '@hopluc/shared/report-forms'
import { FOREVER, type Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { newToken } from '../modules/identity/index.ts'
import { addForm } from '../modules/report-forms/index.ts'
import { openRound } from '../modules/rounds/index.ts'
import { createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson } from '../testing/organisation-parts.ts'
import { makeNation } from './nation.ts'

export const DAY = '2026-03-16'
export const NOW = new Date(`${DAY}T03:00:00Z`)
const ROWS = 8
/** What every cell held in the period before. */
export const PREVIOUS = 20
const CHUNK = 4000

const FORM = {
  code: 'Biểu đo',
  name: 'Báo cáo nhanh',
  note: null,
  definition: FormDefinition.parse({
    sections: [
      {
        kind: 'grid',
        key: 'htx',
        title: 'Tình hình HTX',
        rows: 'entities',
        hasGroupLine: true,
        indicators: [
          { code: 'H8', columns: ['previous', 'done'], groupCode: 'T4' },
          { code: 'H9', columns: ['done'] },
          { code: 'H10', columns: ['previous', 'done', 'estimate'], groupCode: 'T5' },
          { code: 'H11', columns: ['estimate'], groupCode: 'T6', mayBeNegative: true },
        ],
      },
    ],
    checks: [{ kind: 'change', severity: 'warning', percent: 25 }],
  }),
}

/** A commune that is asked, with the cookie of a session of its officer. */
export interface AskedCommune {
  returnId: Id
  token: string
}

interface Commune {
  unitId: Id
  agencyId: Id
  accountId: Id
  postId: Id
  token: string
  hash: Buffer
}

/**
 * Communes with a people's committee, an officer who is signed in and eight cooperatives each, asked by one
 * round of the nation. `most` bounds how many.
 */
export async function makeDeadline(
  owner: Kysely<Schema>,
  part: number,
  most: number,
  progress: (words: string) => void,
): Promise<{ communes: AskedCommune[]; receiver: Id; roundId: Id }> {
  await makeNation(owner, part)
  await sql`select refresh_ancestry()`.execute(owner)
  const units = await owner
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'commune')
    .where('until_on', '=', FOREVER)
    .orderBy('unit_id')
    .limit(most)
    .execute()
  const communes = units.map(({ unit_id: unitId }): Commune => {
    const { token, hash } = newToken()
    return { unitId, agencyId: newId(), accountId: newId(), postId: newId(), token, hash }
  })
  for (let at = 0; at < communes.length; at += CHUNK)
    await insertPeople(owner, communes.slice(at, at + CHUNK))
  await insertEntities(owner)
  const nation = await owner
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'nation')
    .executeTakeFirstOrThrow()
  const names = { name: 'Cơ quan nhận báo cáo', shortName: 'Cơ quan nhận' }
  const receiver = await anAgency(owner, { unitId: nation.unit_id, kind: 'ministry', ...names })
  const asker = await aPerson(owner, 'nhanbaocao', {
    role: 'officer',
    agencyId: receiver,
    title: 'Chuyên viên',
  })
  await sql`select refresh_unit_parts()`.execute(owner)
  await sql`select refresh_scopes_of(array(select id from accounts))`.execute(owner)
  await sql`analyze`.execute(owner)
  progress(`${communes.length} communes with ${ROWS} cooperatives and a session each`)
  const context = createContext(owner, asker.actor, DAY, NOW)
  const form = await addForm(context, FORM)
  const started = performance.now()
  const round = await openRound(context, {
    formId: form.id,
    period: { kind: 'quarter', year: 2026, part: 1 },
    asked: { by: 'level', level: 'commune', unitId: nation.unit_id },
    receiverId: null,
    checkerId: null,
    parentId: null,
    title: null,
    opensOn: null,
    cutoffOn: null,
    estimateOn: null,
    deadlines: [],
    checkDueOn: null,
    paper: null,
  })
  await insertPrevious(owner, round.id)
  progress(`round opened in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  await sql`analyze`.execute(owner)
  const returns = await owner
    .selectFrom('returns')
    .select(['id', 'agency_id'])
    .where('round_id', '=', round.id)
    .execute()
  const idOf = new Map(returns.map(({ id, agency_id: agency }) => [agency, id]))
  return {
    receiver,
    roundId: round.id,
    communes: communes.flatMap(({ agencyId, token }) => {
      const returnId = idOf.get(agencyId)
      return returnId ? [{ returnId, token }] : []
    }),
  }
}

async function insertPeople(owner: Kysely<Schema>, communes: readonly Commune[]): Promise<void> {
  await owner
    .insertInto('agencies')
    .values(communes.map(({ agencyId }) => ({ id: agencyId })))
    .execute()
  await owner
    .insertInto('agency_versions')
    .values(
      communes.map(({ agencyId, unitId }) => ({
        agency_id: agencyId,
        from_on: '2025-07-01',
        unit_id: unitId,
        kind: 'people_committee',
        name: 'UBND xã',
        short_name: 'UBND xã',
      })),
    )
    .execute()
  await owner
    .insertInto('accounts')
    .values(
      communes.map(({ accountId }) => ({
        id: accountId,
        username: accountId,
        name: 'Công chức xã',
        must_change_password: false,
      })),
    )
    .execute()
  await owner
    .insertInto('posts')
    .values(
      communes.map(({ postId, accountId, agencyId }) => ({
        id: postId,
        account_id: accountId,
        agency_id: agencyId,
        role: 'officer',
        title: 'Công chức',
        from_on: '2025-07-01',
      })),
    )
    .execute()
  await owner
    .insertInto('sessions')
    .values(
      communes.map(({ hash, accountId, postId }) => ({
        id: newId(),
        hash,
        account_id: accountId,
        post_id: postId,
        address: '127.0.0.1',
        device: 'bench',
        opened_at: NOW,
        last_seen_at: NOW,
      })),
    )
    .execute()
}

async function insertEntities(owner: Kysely<Schema>): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.spans = 'later'`.execute(tx)
    await sql`create temporary table made on commit drop as
      select gen_random_uuid() as id, v.unit_id, n, 'HTX Minh ' || n as name
      from agency_versions v cross join generate_series(1, ${ROWS}::int) n where v.kind = 'people_committee'`.execute(
      tx,
    )
    await sql`insert into entities (id, kind, name, from_on) select id, 'cooperative', name, '2025-07-01' from made`.execute(
      tx,
    )
    await sql`insert into entity_places (entity_id, from_on, unit_id) select id, '2025-07-01', unit_id from made`.execute(
      tx,
    )
    await sql`insert into entity_spans (entity_id, from_on, until_on, unit_id, kind, status, is_live, is_demo, name,
        words, lines, commodities, members)
      select id, '2025-07-01', '9999-12-31', unit_id, 'cooperative', 'active', true, false, name, lower(name), '{}',
        '{}', 20 + n from made`.execute(tx)
  })
}

/** The quarter before was accepted, with all its cells: it stands beside every cell of this one. */
async function insertPrevious(owner: Kysely<Schema>, roundId: Id): Promise<void> {
  await sql`insert into periods (kind, from_on, until_on) values ('quarter', '2025-10-01', '2025-12-31')
    on conflict (kind, from_on) do nothing`.execute(owner)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, value, weight, state,
      source, stated_by)
    select r.unit_id, s.entity_id, i.id, 2025, p.id, b.id, ${PREVIOUS}, case when i.adds_up = 'mean' then 1 end,
      'checked', '{"from":"return"}', r.agency_id
    from returns r join entity_spans s on s.unit_id = r.unit_id
    join indicators i on i.code in ('H8', 'H9', 'H10', 'H11')
    join breakdowns b on b.parts in ('{}', '{"as": "estimate"}')
    join periods p on p.kind = 'quarter' and p.from_on = '2025-10-01'
    where r.round_id = ${roundId}`.execute(owner)
}
