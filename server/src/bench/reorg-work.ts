import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { FOREVER, type Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { refresh } from '../modules/task-projection/index.ts'
import { insert } from '../modules/task-records/index.ts'
import type { Schema } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'

const SINCE = '2025-07-01'

export interface BenchCommune {
  id: Id
  name: string
  provinceId: Id
  committeeId: Id
  officeId: Id
}

export interface Size {
  accounts: number
  tasks: number
  entities: number
  indicators: number
}

/** Authorities, people, open tasks, entities and ten years of figures for each of these communes. */
export async function makeWork(
  owner: Kysely<Schema>,
  communes: readonly { id: Id; name: string; provinceId: Id }[],
  { accounts, tasks, entities, indicators }: Size,
): Promise<{ communes: BenchCommune[]; indicatorIds: Id[]; adminId: Id }> {
  const full = communes.map((one) => ({ ...one, committeeId: newId(), officeId: newId() }))
  const [boards, adminId] = [
    new Map([...new Set(communes.map(({ provinceId }) => provinceId))].map((id) => [id, newId()])),
    newId(),
  ]
  await insertAgencies(owner, full, boards)
  await insertPeople(owner, full, boards, accounts, adminId)
  await insertTasks(owner, full, boards, tasks)
  await insertEntities(owner, full, entities)
  const indicatorIds = await insertFigures(owner, full, indicators)
  await sql`select refresh_scopes(id) from accounts`.execute(owner)
  return { communes: full, indicatorIds, adminId }
}

async function insertAgencies(
  owner: Kysely<Schema>,
  communes: readonly BenchCommune[],
  boards: ReadonlyMap<Id, Id>,
) {
  const common = { from_on: SINCE, until_on: FOREVER }
  const rows = [
    ...[...boards].map(([unitId, id]) => ({
      agency_id: id,
      unit_id: unitId,
      kind: 'steering_committee',
      name: 'Ban Chỉ đạo Minh Đo',
      short_name: 'BCĐ',
      acts_for_id: null,
      ...common,
    })),
    ...communes.map(({ id, name, committeeId }) => ({
      agency_id: committeeId,
      unit_id: id,
      kind: 'people_committee',
      name: `UBND ${name}`,
      short_name: 'UBND',
      acts_for_id: null,
      ...common,
    })),
    ...communes.map(({ id, name, officeId, committeeId }) => ({
      agency_id: officeId,
      unit_id: id,
      kind: 'office',
      name: `Phòng Kinh tế ${name}`,
      short_name: 'Phòng Kinh tế',
      acts_for_id: committeeId,
      ...common,
    })),
  ]
  await owner
    .insertInto('agencies')
    .values(rows.map(({ agency_id }) => ({ id: agency_id })))
    .execute()
  await owner.insertInto('agency_versions').values(rows).execute()
}

async function insertPeople(
  owner: Kysely<Schema>,
  communes: readonly BenchCommune[],
  boards: ReadonlyMap<Id, Id>,
  each: number,
  adminId: Id,
) {
  const post = (id: Id, agencyId: Id, role: string, committeeId: Id | null = null) => ({
    id: newId(),
    account_id: id,
    agency_id: agencyId,
    committee_id: committeeId,
    role,
    title: 'Chuyên viên',
    from_on: SINCE,
  })
  const posts = [
    ...communes.flatMap(({ committeeId, officeId }) =>
      Array.from({ length: each }, (_, at) =>
        post(newId(), at === 0 ? committeeId : officeId, at === 0 ? 'leader' : 'officer'),
      ),
    ),
    ...[...boards.values()].map((id) => post(newId(), id, 'standing', id)),
    post(adminId, [...boards.values()][0] ?? adminId, 'admin'),
  ]
  await owner
    .insertInto('accounts')
    .values(
      posts.map(({ account_id: id }, at) => ({ id, username: `bench${at}`, name: `Minh ${at}` })),
    )
    .execute()
  await owner.insertInto('posts').values(posts).execute()
}

async function insertTasks(
  owner: Kysely<Schema>,
  communes: readonly BenchCommune[],
  boards: ReadonlyMap<Id, Id>,
  each: number,
) {
  let number = 0
  const all = communes.flatMap(({ provinceId, committeeId, officeId }) =>
    Array.from({ length: each }, (_, at) => {
      const issuerId = boards.get(provinceId) ?? committeeId
      number += 1
      const draft: TaskEvent = {
        action: 'draft',
        on: '2025-08-01',
        dueOn: `2026-${String((at % 9) + 1).padStart(2, '0')}-20`,
        leadId: committeeId,
        leadIds: [],
        coIds: at % 3 === 0 ? [officeId] : [],
        isStanding: false,
      }
      const events: TaskEvent[] = [
        draft,
        {
          action: 'issue',
          on: '2025-08-05',
          signedOn: '2025-08-05',
          number: '1/TB-BCĐ',
          documentId: null,
          item: null,
        },
        { action: 'take_up', on: '2025-08-10' },
      ]
      const row = {
        id: newId(),
        issuer_id: issuerId,
        issuer_unit_id: provinceId,
        year: 2025,
        number,
        title: `Nhiệm vụ đo ${number}`,
        manner: 'assign',
        origin: 'document',
        lead_id: committeeId,
        created_by: SYSTEM_ACCOUNT,
      }
      return { row, events: events.slice(0, at % 4 === 3 ? 2 : 3) }
    }),
  )
  await owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
    await insert(
      tx,
      all.map(({ row }) => row),
    )
    const rows = all.flatMap(({ row, events }) =>
      events.map((event, at) => ({
        task_id: row.id,
        seq: at + 1,
        event: JSON.stringify(event),
        account_id: SYSTEM_ACCOUNT,
        by_words: 'Đo',
      })),
    )
    for (let at = 0; at < rows.length; at += 2000)
      await tx
        .insertInto('task_events')
        .values(rows.slice(at, at + 2000))
        .execute()
    await refresh(
      tx,
      all.map(({ row, events }) => ({
        task: { id: row.id, parentId: null, isContainer: false },
        events,
      })),
    )
  })
}

async function insertEntities(
  owner: Kysely<Schema>,
  communes: readonly BenchCommune[],
  each: number,
) {
  const rows = communes.flatMap(({ id }) =>
    Array.from({ length: each }, () => ({ id: newId(), unitId: id })),
  )
  await sql`
    with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "unitId" uuid)),
      e as (insert into entities (id, kind, name, from_on)
        select id, 'cooperative', 'HTX Minh Đo', '2016-01-01' from r)
    select 1`.execute(owner)
  await sql`
    insert into entity_places (entity_id, from_on, unit_id)
    select id, '2016-01-01', "unitId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "unitId" uuid)`.execute(
    owner,
  )
}

/** Forty quarters; three indicators in four are sums, the others means with their two sums. */
async function insertFigures(
  owner: Kysely<Schema>,
  communes: readonly BenchCommune[],
  count: number,
): Promise<Id[]> {
  const ids = Array.from({ length: count }, () => newId())
  await owner
    .insertInto('indicators')
    .values(
      ids.map((id, at) => ({
        id,
        code: `bench.${at}`,
        name: `Chỉ tiêu đo ${at}`,
        measure: 'người',
        adds_up: at % 4 === 3 ? 'mean' : 'sum',
      })),
    )
    .execute()
  await sql`
    insert into periods (kind, from_on, until_on)
    select 'quarter', day::date, (day + interval '3 months' - interval '1 day')::date
    from generate_series(date '2016-01-01', date '2025-10-01', interval '3 months') day
    on conflict do nothing`.execute(owner)
  await sql`
    insert into figures (unit_id, indicator_id, year, period_id, value, weight, state, source, stated_by)
    select u.id, i.id, extract(year from p.from_on), p.id,
      (abs(hashtext(u.id::text || i.id || p.id)) % 100000)::numeric,
      case when i.adds_up = 'mean' then abs(hashtext(p.id || u.id::text)) % 900 + 1 end,
      'checked', '{}', ${SYSTEM_ACCOUNT}
    from unnest(${communes.map(({ id }) => id)}::uuid[]) u (id)
    cross join indicators i cross join periods p where i.code like 'bench.%'`.execute(owner)
  return ids
}
