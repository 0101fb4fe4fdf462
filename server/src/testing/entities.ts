import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import type { JobHandler } from '../platform/jobs.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestPerson } from './organisation.ts'

/**
 * A server over two provinces, with HTX Minh Phát of the first commune of A, which signs in itself, and
 * HTX Minh Lộc of province B. `on` sets its clock.
 */
export async function aServerWithEntities() {
  const { app: db, owner, jobs: jobsDb } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const clock = { now: new Date('2026-03-10T03:00:00Z') }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const { a, b, admin } = await anOrganisation(owner)

  const anEntity = async (unitId: Id, agencyId: Id | null, name: string): Promise<Id> => {
    const id = newId()
    await sql`insert into entities (id, kind, name, from_on, agency_id)
      values (${id}, 'cooperative', ${name}, '2020-01-01', ${agencyId})`.execute(owner)
    await sql`insert into entity_places (entity_id, from_on, unit_id)
      values (${id}, '2020-01-01', ${unitId})`.execute(owner)
    await sql`insert into entity_versions (entity_id, from_on, name, kind, lines, commodities, official_members)
      values (${id}, '2020-01-01', ${name}, 'cooperative', '{0111}', '{}', 45)`.execute(owner)
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by, until_on)
      values (gen_random_uuid(), ${id}, 'registered', '2020-01-15', ${id}, null)`.execute(owner)
    await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(owner)
    return id
  }
  const entityId = await anEntity(a.communes[0].unitId, a.cooperativeId, 'HTX Minh Phát')
  const strangerId = await anEntity(b.communes[0].unitId, null, 'HTX Minh Lộc')

  const inject = async (person: TestPerson, more: object, headers: object = {}) =>
    app.inject({ ...more, headers: { ...(await signIn(app, person.username)), ...headers } })
  const send = (
    person: TestPerson,
    path: string,
    payload: object,
    method: 'POST' | 'PUT' = 'POST',
    headers: object = {},
  ) => inject(person, { method, url: `/api${path}`, payload }, headers)
  return {
    db,
    owner,
    jobsDb,
    clock,
    a,
    b,
    admin,
    anEntity,
    entityId,
    strangerId,
    inject,
    send,
    ask: async (person: TestPerson, path: string) =>
      (await inject(person, { url: `/api${path}` })).json(),
    /** @throws Error what the server answered to a write that was refused. */
    made: async (...write: Parameters<typeof send>) => {
      const answer = await send(...write)
      if (answer.statusCode >= 300) throw new Error(answer.body)
      return answer.json()
    },
    on: (day: PlainDate) => {
      clock.now = new Date(`${day}T03:00:00Z`)
    },
    /** Sends a file; its id. */
    upload: async (person: TestPerson, name: string, content: Buffer): Promise<Id> => {
      const payload = Buffer.concat([
        Buffer.from(
          `--x\r\ncontent-disposition: form-data; name="statedOpen"\r\n\r\ntrue\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
        ),
        content,
        Buffer.from('\r\n--x--\r\n'),
      ])
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      const answer = await inject(person, { method: 'POST', url: '/api/files', payload }, headers)
      if (answer.statusCode >= 300) throw new Error(answer.body)
      return answer.json().id
    },
    /** As the night or the morning does it. */
    runJob: (handler: JobHandler) =>
      handler.run({
        payload: {},
        context: undefined,
        system: systemContext({ jobsDb, now: () => clock.now }),
      }),
    /** Everything that a write leaves behind in these tables, counted; versions are summed up. */
    countedIn: async (...tables: readonly string[]) => {
      const counts: Record<string, number> = {}
      for (const table of tables) {
        const of = sql<{ rows: string; seen: number }>`select count(*)::int as seen,
          coalesce(sum((to_jsonb(t) ->> 'version')::int), 0)::int as rows from ${sql.table(table)} t`
        const { rows } = await of.execute(owner)
        counts[table] = rows[0]?.seen ?? 0
        counts[`${table} versions`] = Number(rows[0]?.rows ?? 0)
      }
      return counts
    },
    /** The kinds of notices that a person has, in order. */
    told: async ({ username }: TestPerson) => {
      const { rows } = await sql<{ kind: string }>`select n.kind from notices n
        join accounts o on o.id = n.account_id where o.username = ${username}
        order by n.created_at, n.kind`.execute(owner)
      return rows.map(({ kind }) => kind)
    },
    events: async () =>
      (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
        ({ event }) => event,
      ),
  }
}

/** The smallest PNG: one pixel. */
export const A_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
