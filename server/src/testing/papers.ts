import { randomUUID, randomUUIDv7 as newId } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { createApp } from '../app.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestProvince } from './organisation.ts'

/** No job runs in these tests. */
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}

type Answer = Awaited<ReturnType<ReturnType<typeof createApp>['inject']>>

/** An app on its own database with two provinces, and short ways to ask it as somebody. */
export async function aRegister() {
  const { app: db, owner, jobs: jobsDb, connection } = await aDatabase()
  const clock = { now: new Date('2026-03-10T03:00:00Z') }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const organisation = await anOrganisation(owner)
  const cookies = new Map<string, { cookie: string }>()

  const as = async (username: string) => {
    const known = cookies.get(username) ?? (await signIn(app, username))
    cookies.set(username, known)
    return known
  }
  const ask = async (
    username: string,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    app.inject({
      method,
      url: `/api${url}`,
      headers: { ...(await as(username)), ...headers },
      ...(payload && { payload }),
    })
  const key = () => ({ 'idempotency-key': randomUUID() })
  return {
    app,
    db,
    jobsDb,
    connection,
    owner,
    clock,
    organisation,
    ask,
    as,
    key,
    get: (username: string, url: string) => ask(username, 'GET', url),
    post: (username: string, url: string, payload: object) => ask(username, 'POST', url, payload),
    /** Everything that a write leaves behind, counted. */
    counts: async () => {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*)::int from documents) as documents,
        (select coalesce(sum(version), 0)::int from documents) as versions,
        (select count(*)::int from document_steps) as steps,
        (select count(*)::int from document_links) as links,
        (select count(*)::int from document_readers) as readers,
        (select count(*)::int from document_files) as files,
        (select coalesce(sum(last), 0)::int from document_numbers) as numbers,
        (select count(*)::int from meetings) as meetings,
        (select coalesce(sum(version), 0)::int from meetings) as "meetingVersions",
        (select count(*)::int from meeting_attendees) as attendees,
        (select count(*)::int from audit_entries) as audit`.execute(owner)
      return rows[0]
    },
    empty: async () => {
      await sql`truncate documents, document_numbers, meetings, audit_entries cascade`.execute(
        owner,
      )
    },
  }
}

/** Set-up that was refused says why. */
export function assertDone({ statusCode, body }: Answer): void {
  if (statusCode >= 400) throw new Error(`${statusCode}: ${body}`)
}

let serial = 0

/** What an officer types for an outgoing notice of the committee. */
export function aNotice(more: object = {}) {
  serial += 1
  return {
    direction: 'outgoing',
    kind: 'TB',
    symbol: 'TB-BCĐ',
    abstract: `Kết luận cuộc họp Ban Chỉ đạo lần thứ ${serial}`,
    ...more,
  }
}

/** A paper that came from the people's committee. */
export function anIncoming(more: object = {}) {
  serial += 1
  return {
    direction: 'incoming',
    kind: 'KH',
    symbol: `${serial}/KH-UBND`,
    issuedOn: '2026-03-02',
    issuerName: 'UBND tỉnh Minh An',
    abstract: `Kế hoạch phát triển kinh tế tập thể số ${serial}`,
    ...more,
  }
}

/** What a standing officer types for a session of the committee, ten days from now. */
export function aMeeting(more: object = {}) {
  return {
    kind: 'committee',
    title: 'Họp Ban Chỉ đạo quý I năm 2026',
    heldOn: '2026-03-20',
    startsAt: '07:30',
    place: 'Phòng họp số 1, UBND tỉnh',
    chairName: 'Nguyễn Văn An',
    chairTitle: 'Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo',
    secretaryName: 'Trần Thị Hạnh',
    ...more,
  }
}

export function anInvited(agencyId: Id) {
  return { agencyId, name: 'Sở NN&MT tỉnh Minh An', title: null }
}

let taskNumber = 0

/** A task of the committee in a status that has held since January, without its events. */
export async function aDraftTask(
  owner: Kysely<Schema>,
  { committeeId, unitId, departmentId, standing }: TestProvince,
  { status, title }: { status: string; title: string },
): Promise<Id> {
  const id = newId()
  taskNumber += 1
  await owner
    .insertInto('tasks')
    .values({
      id,
      issuer_id: committeeId,
      issuer_unit_id: unitId,
      year: 2026,
      number: taskNumber,
      title,
      manner: 'assign',
      origin: 'document',
      lead_id: departmentId,
      is_given: true,
      created_by: standing.accountId,
    })
    .execute()
  await owner
    .insertInto('task_spans')
    .values({
      task_id: id,
      from_on: '2026-01-01',
      until_on: '9999-12-31',
      status,
      due_on: '2026-02-28',
      lead_id: departmentId,
    })
    .execute()
  return id
}
