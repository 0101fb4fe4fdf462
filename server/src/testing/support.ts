import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import type { JobHandler } from '../platform/jobs.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestPerson } from './organisation.ts'

/** Two provinces on 10/03/2026; the Department of Finance of A runs a programme, HTX Minh Phát may apply. */
export async function aSupportServer() {
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
    app.inject({ ...more, headers: await signIn(app, person.username) })
  const ask = async (person: TestPerson, path: string) =>
    (await inject(person, { url: `/api${path}` })).json()
  const send = (person: TestPerson, path: string, payload: object) =>
    inject(person, { method: 'POST', url: `/api${path}`, payload })
  const made = async (person: TestPerson, path: string, payload: object) => {
    const answer = await send(person, path, payload)
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return answer.json()
  }
  const on = (day: string) => {
    clock.now = new Date(`${day}T03:00:00Z`)
  }

  /** Empties what was supported, and sets up a programme with an open call. */
  const begin = async (): Promise<{ programmeId: Id; callId: Id }> => {
    on('2026-03-10')
    await sql`truncate support_programmes, audit_entries, notices cascade`.execute(owner)
    const { id } = await made(a.standing, '/support-programmes', aProgramme())
    const { calls } = await made(a.standing, '/support-calls', aCall(id))
    return { programmeId: id, callId: calls[0].id }
  }
  const aProgramme = (more: object = {}) => ({
    id: newId(),
    kind: 'machinery',
    name: 'Hỗ trợ máy móc',
    legalBasis: 'Nghị quyết 10/2025/NQ-HĐND',
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    sources: [{ name: 'Ngân sách tỉnh', amount: 3_000_000_000 }],
    rule: [{ by: 'compare', value: '[H8]', op: '>=', to: '30' }],
    priority: ['members'],
    checklist: ['Đơn đề nghị'],
    maxAmount: 500_000_000,
    appraiserIds: [a.departmentId],
    isEnded: false,
    ...more,
  })
  const aCall = (programmeId: Id) => ({
    id: newId(),
    programmeId,
    name: 'Đợt 1',
    opensOn: '2026-03-01',
    closesOn: '2026-03-31',
    budget: null,
  })
  return {
    owner,
    a,
    b,
    entityId,
    neighbourId,
    strangerId,
    inject,
    ask,
    send,
    made,
    on,
    begin,
    aProgramme,
    aCall,
    /** As the morning does it. */
    runJob: (handler: JobHandler) =>
      handler.run({
        payload: {},
        context: undefined,
        system: systemContext({ jobsDb, now: () => clock.now }),
      }),
    /** Kinds of what a person was told by name. */
    noticesOf: async (accountId: Id): Promise<string[]> => {
      const { rows } = await sql<{ kind: string }>`select kind from notices
        where account_id = ${accountId} order by kind`.execute(owner)
      return rows.map(({ kind }) => kind)
    },
    /** Everything that a write leaves behind, counted. */
    counted: async () => {
      const { rows } = await sql<object>`select
        (select count(*)::int from support_programmes) as programmes,
        (select count(*)::int from support_calls) as calls,
        (select count(*)::int from support_applications) as applications,
        (select coalesce(sum(version), 0)::int from support_applications) as versions,
        (select count(*)::int from support_opinions) as opinions,
        (select count(*)::int from support_events) as events,
        (select count(*)::int from audit_entries) as deeds`.execute(owner)
      return rows[0]
    },
  }
}
