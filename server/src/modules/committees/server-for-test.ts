import { sql } from 'kysely'
import mammoth from 'mammoth'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

/** The program on 10/03/2026 with two provinces, and the few words in which tests speak to it. */
export async function aServer() {
  const { app: db, owner } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const now = () => new Date('2026-03-10T03:00:00Z')
  const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
  const organisation = await anOrganisation(owner)
  const headersOf = (person: TestPerson) => signIn(app, person.username)
  return {
    app,
    owner,
    ...organisation,
    headersOf,
    ask: async (person: TestPerson, path: string) => {
      const headers = await headersOf(person)
      return (await app.inject({ url: `/api${path}`, headers })).json()
    },
    send: async (
      person: TestPerson,
      path: string,
      payload: object,
      method: 'POST' | 'PUT' | 'PATCH' = 'POST',
    ) => {
      const headers = await headersOf(person)
      return app.inject({ method, url: `/api${path}`, headers, payload })
    },
    /** What a Word file says. */
    textOf: async (person: TestPerson, path: string): Promise<string> => {
      const headers = await headersOf(person)
      const { rawPayload, statusCode } = await app.inject({ url: `/api${path}`, headers })
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
      return (await mammoth.extractRawText({ buffer: rawPayload })).value.replace(/\s+/g, ' ')
    },
    events: async (): Promise<string[]> => {
      const rows = await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()
      return rows.map(({ event }) => event)
    },
    forget: async (): Promise<void> => {
      await sql`truncate audit_entries cascade`.execute(owner)
    },
  }
}
