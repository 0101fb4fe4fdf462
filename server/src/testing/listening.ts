import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestPerson } from './organisation.ts'

/** Two provinces on 10/03/2026; HTX Minh Phát of the first commune of A signs in itself. */
export async function aListeningServer() {
  const { app: db, owner, jobs: jobsDb } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const clock = { now: new Date() }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const { a, b, admin } = await anOrganisation(owner)

  const anEntity = async (unitId: Id, agencyId: Id | null, name: string): Promise<Id> => {
    const id = newId()
    await sql`insert into entities (id, kind, name, from_on, agency_id)
      values (${id}, 'cooperative', ${name}, '2020-01-01', ${agencyId})`.execute(owner)
    await sql`insert into entity_places (entity_id, from_on, unit_id)
      values (${id}, '2020-01-01', ${unitId})`.execute(owner)
    return id
  }
  const entityId = await anEntity(a.communes[0].unitId, a.cooperativeId, 'HTX Minh Phát')
  const strangerId = await anEntity(b.communes[0].unitId, null, 'HTX Minh Lộc')

  const inject = async (person: TestPerson, more: object, headers: object = {}) =>
    app.inject({ ...more, headers: { ...(await signIn(app, person.username)), ...headers } })
  const ask = async (person: TestPerson, path: string) =>
    (await inject(person, { url: `/api${path}` })).json()
  const send = (person: TestPerson, path: string, payload: object, headers: object = {}) =>
    inject(person, { method: 'POST', url: `/api${path}`, payload }, headers)

  const topics = new Map<string, Id>()
  const begin = async () => {
    clock.now = new Date('2026-03-10T03:00:00Z')
    await sql`truncate difficulties, difficulty_rules, notices, audit_entries cascade`.execute(
      owner,
    )
    const { rows } = await sql<{
      id: Id
      name: string
    }>`select id, name from difficulty_topics`.execute(owner)
    for (const { id, name } of rows) topics.set(name, id)
  }
  const topic = (name: string): Id => topics.get(name) ?? ''

  /** By HTX Minh Phát unless said, of land, which its commune takes up. */
  const raised = async (more: object = {}, by = a.cooperative) => {
    const answer = await send(by, '/difficulties', {
      topicId: topic('Đất đai, trụ sở'),
      text: 'Chưa có đất xây dựng trụ sở, nhà kho',
      ...more,
    })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  return {
    owner,
    jobsDb,
    clock,
    a,
    b,
    admin,
    entityId,
    strangerId,
    inject,
    ask,
    send,
    begin,
    topic,
    raised,
    deed: (person: TestPerson, id: Id, body: object) =>
      send(person, `/difficulties/${id}/deeds`, body),
    /** Everything that a write leaves behind, counted. */
    counted: async () => {
      const { rows } = await sql<object>`select
        (select count(*)::int from difficulties) as difficulties,
        (select coalesce(sum(version), 0)::int from difficulties) as versions,
        (select count(*)::int from difficulty_events) as events,
        (select count(*)::int from notices) as notices,
        (select count(*)::int from audit_entries) as deeds`.execute(owner)
      return rows[0]
    },
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
