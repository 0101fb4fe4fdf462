import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn } from '../../testing/organisation.ts'

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
  const { app: db, owner } = await aDatabase()
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
