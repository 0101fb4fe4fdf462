import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

/** Two provinces on 10/03/2026; the Department of Finance of A runs a fund, HTX Minh Phát may borrow. */
export async function aLendingServer() {
  const { app: db, owner } = await aDatabase()
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

  /** Empties what was lent, and sets up the fund anew. */
  const begin = async (): Promise<Id> => {
    on('2026-03-10')
    await sql`truncate loan_funds, audit_entries cascade`.execute(owner)
    const { id } = await made(a.standing, '/loan-funds', aFund())
    return id
  }
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
    deed: (person: TestPerson, id: Id, body: object) => send(person, `/loans/${id}/deeds`, body),
    /** Everything that a write leaves behind, counted. */
    counted: async () => {
      const { rows } = await sql<object>`select
        (select count(*)::int from loan_funds) as funds,
        (select count(*)::int from loans) as loans,
        (select coalesce(sum(version), 0)::int from loans) as versions,
        (select count(*)::int from loan_events) as events,
        (select count(*)::int from audit_entries) as deeds`.execute(owner)
      return rows[0]
    },
  }
}

export const aFund = (more: object = {}) => ({
  id: newId(),
  name: 'Quỹ hỗ trợ phát triển HTX',
  legalBasis: 'Nghị định 45/2021/NĐ-CP',
  charterCapital: 20_000_000_000,
  ownPercent: 20,
  onePercent: 15,
  maxAmount: null,
  maxMonths: 60,
  yearlyRate: 8000,
  latePercent: 150,
  basis: 'months',
  groupDays: [10, 90, 180, 360],
  isEnded: false,
  ...more,
})
