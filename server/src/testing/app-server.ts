import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestPerson } from './organisation.ts'

/** The program on 10/03/2026 over two provinces, with a cooperative in each and a neighbour of the first. */
export async function anAppServer() {
  const { app: db, owner } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const clock = { now: new Date('2026-03-10T03:00:00Z') }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const { a, b } = await anOrganisation(owner)

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
  const neighbourId = await anEntity(a.communes[0].unitId, null, 'HTX Minh Tân')
  const strangerId = await anEntity(b.communes[0].unitId, null, 'HTX Minh Lộc')

  const inject = async (person: TestPerson, more: object) =>
    app.inject({
      ...more,
      headers: { ...(await signIn(app, person.username)), ...headersOf(more) },
    })
  const send = (
    person: TestPerson,
    path: string,
    payload: object,
    method: 'POST' | 'PUT' = 'POST',
  ) => inject(person, { method, url: `/api${path}`, payload })
  return {
    owner,
    a,
    b,
    entityId,
    neighbourId,
    strangerId,
    inject,
    send,
    ask: async (person: TestPerson, path: string) =>
      (await inject(person, { url: `/api${path}` })).json(),
    /** A write that has to go well; what it answers. */
    made: async (
      person: TestPerson,
      path: string,
      payload: object,
      method: 'POST' | 'PUT' = 'POST',
    ) => {
      const answer = await send(person, path, payload, method)
      if (answer.statusCode >= 300) throw new Error(answer.body)
      return answer.json()
    },
    on: (day: PlainDate) => {
      clock.now = new Date(`${day}T03:00:00Z`)
    },
    /** Sends a file; its id. */
    upload: async (person: TestPerson, name: string, content: Buffer): Promise<Id> => {
      const answer = await inject(person, {
        method: 'POST',
        url: '/api/files',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload: Buffer.concat([
          Buffer.from(
            `--x\r\ncontent-disposition: form-data; name="statedOpen"\r\n\r\ntrue\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
          ),
          content,
          Buffer.from('\r\n--x--\r\n'),
        ]),
      })
      if (answer.statusCode >= 300) throw new Error(answer.body)
      return answer.json().id
    },
    /** How many rows tables have, and how often they were changed: what a refused write leaves as it was. */
    counted: async (...tables: readonly string[]) => {
      const parts = [...tables, 'audit_entries'].map(
        (table) =>
          sql`select ${table} as name, count(*)::int as rows, coalesce(sum(t.xmin::text::bigint), 0)::text as sum
            from ${sql.table(table)} t`,
      )
      return (await sql<object>`${sql.join(parts, sql` union all `)}`.execute(owner)).rows
    },
  }
}

const headersOf = (more: object): Record<string, string> =>
  'headers' in more ? { ...Object(more.headers) } : {}

/** The smallest PNG: one pixel. */
export const A_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
