import { unzipSync } from 'fflate'
import { type Kysely, sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import type { Schema } from './platform/db.ts'
import { aDatabase } from './testing/database.ts'
import { signIn } from './testing/organisation.ts'
import { aDemoWithStrangers, idsOfDemo, OPEN, RIGHTS_DAY, UUID } from './testing/rights.ts'
import { fillEmptyTables } from './testing/rights-rows.ts'
import { OWN_WRITES } from './testing/route-cases-own.ts'
import { idsFor, READS, type RouteCase } from './testing/route-cases.ts'
import { ADMIN_WRITES } from './testing/route-cases-admin.ts'
import { WRITES } from './testing/route-cases-writes.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
/** What is asked for in the background is not what is tried here. */
const jobs = {
  enqueue: async () => crypto.randomUUID(),
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const { app: db, jobs: jobsDb, owner } = await aDatabase()
const now = () => new Date(`${RIGHTS_DAY}T03:00:00Z`)
const services = { db, jobsDb, now, jobs, isDemo: true, secureCookies: false }
const app = createApp(services)
const strangers = await aDemoWithStrangers(owner)
await fillEmptyTables(owner, jobsDb)
const ids = await idsFor(owner)
const hidden = await idsOfDemo(owner, strangers, Object.keys(OPEN))
const titles = await titlesOf(owner)
const cookies = new Map<string, { cookie: string }>()
const CASES: Record<string, RouteCase> = { ...READS, ...OWN_WRITES, ...ADMIN_WRITES, ...WRITES }

/** Words that nobody outside the demo knows. */
async function titlesOf(from: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{
    title: string
  }>`select title from tasks union select abstract from documents
    union select title from meetings union select title from readings union select text from directives
    union select subject from inspections union select text from programme_items`.execute(from)
  return rows.map(({ title }) => title).filter((title) => title.length > 20)
}

await app.ready()
/** Every address in the description of the API, which is made from the routes themselves. */
const ROUTES = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods ?? {}).map(([method, route]) => {
    const asked: unknown = 'parameters' in Object(route) ? Object(route).parameters : []
    return {
      name: `${method.toUpperCase()} ${path.replace('/api', '')}`,
      asked: JSON.stringify(asked),
    }
  }),
)

/** Signs in first, and again where a route that was tried ended the session. */
async function ask(username: string, name: string, one: RouteCase, more = ''): Promise<Answer> {
  const [method = 'GET', path = ''] = name.split(' ')
  const noun = path.split('/')[1] ?? ''
  const at = ('at' in one && one.at) || path.replace('{id}', `{${noun}}`)
  const url = at.replace(/\{([\w-]+)\}/g, (_, key: string) => ids[key] ?? key) + more
  const payload = await payloadOf(one)
  const verb =
    method === 'PUT' || method === 'POST' || method === 'PATCH' || method === 'DELETE'
      ? method
      : 'GET'
  const send = (headers: object) =>
    app.inject({
      method: verb,
      url: encodeURI(`/api${url}`),
      headers: { ...headers, ...payload?.headers },
      ...(payload && { payload: payload.content }),
    })
  const known = cookies.get(username)
  const answer = known && (await send(known))
  if (answer && answer.statusCode !== 401) return answer
  const fresh = await signIn(app, username)
  cookies.set(username, fresh)
  return send(fresh)
}

type Answer = Awaited<ReturnType<ReturnType<typeof createApp>['inject']>>
interface Payload {
  headers: Record<string, string>
  content: string | object
}
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'

async function payloadOf(one: RouteCase): Promise<Payload | undefined> {
  if (!('as' in one) || !one.body) return undefined
  if (one.upload)
    return {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      content: `--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n${PDF}\r\n--x\r\ncontent-disposition: form-data; name="version"\r\n\r\n1\r\n--x--\r\n`,
    }
  const { from } = one
  const source = from && (await ask(one.as, 'GET', { as: one.as, at: from.at })).json()
  return {
    headers: {},
    content: filled({ ...one.body, ...(from && { [from.key]: source[from.key] }) }),
  }
}

/** With the ids that a body names in braces. */
function filled(body: object): object {
  return JSON.parse(
    JSON.stringify(body).replace(/\{([\w-]+)\}/g, (all, key: string) => ids[key] ?? all),
  )
}

function textOf(raw: Buffer): string {
  if (raw.subarray(0, 2).toString() !== 'PK') return raw.toString()
  return Object.values(unzipSync(raw))
    .map((part) => Buffer.from(part).toString())
    .join('\n')
}

function leakIn(raw: Buffer): string | undefined {
  const text = textOf(raw)
  return (
    text.match(UUID)?.find((id) => hidden.has(id)) ?? titles.find((title) => text.includes(title))
  )
}

/** All that is kept, by who wrote each row; what is written about the asking itself does not count. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname not in ('sessions', 'idempotency_keys', 'request_counts', 'sign_in_attempts', 'migrations')`.execute(
    owner,
  )
  const { rows } = await sql<{ name: string; sum: string }>`${sql.join(
    tables.map(
      ({ name }) =>
        sql`select ${name} as name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as sum from ${sql.table(name)}`,
    ),
    sql` union all `,
  )}`.execute(owner)
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

test('every route says how it is tried, and nothing else does', () => {
  const said = Object.keys(CASES).toSorted()
  expect(ROUTES.map(({ name }) => name).toSorted()).toEqual(said)
})

const tried = ROUTES.flatMap((route) => {
  const one = CASES[route.name]
  return one && !('all' in one) ? [{ ...route, one }] : []
})

/** What is wrong with how somebody of the demo is answered; empty when they see rows. */
async function unseen(name: string, one: RouteCase): Promise<string[]> {
  if (!('as' in one)) return []
  const { statusCode, body, rawPayload } = await ask(one.as, name, one)
  if (statusCode !== 200) return [`${one.as}: ${statusCode} ${body.slice(0, 400)}`]
  const isEmpty = one.file ? rawPayload.length === 0 : body.includes('"items":[]')
  return isEmpty ? [`${one.as} is shown nothing`] : []
}

test.each(tried.filter(({ name }) => name.startsWith('GET ')))(
  '$name is read by whoever may, and shows nothing to strangers',
  async ({ name, one, asked }) => {
    const faults = await unseen(name, one)
    for (const { username } of strangers)
      for (const more of asked.includes('"format"') ? ['', '?format=xlsx'] : ['']) {
        const { rawPayload, statusCode } = await ask(username, name, one, more)
        const leak = leakIn(rawPayload)
        if (leak) faults.push(`${username} sees ${leak}`)
        if (statusCode >= 500) faults.push(`${username}: ${statusCode}`)
      }
    expect(faults).toEqual([])
  },
)

test.each(tried.filter(({ name, one }) => !name.startsWith('GET ') && 'as' in one))(
  '$name is done by whoever may, and refused to strangers, and nothing changes',
  async ({ name, one }) => {
    const faults: string[] = []
    const [quiet, code, as] = 'as' in one ? [one.quiet, one.code, one.as] : []
    const before = await everything()
    for (const { username } of strangers) {
      const { rawPayload, statusCode, body } = await ask(username, name, one)
      const leak = leakIn(rawPayload)
      if (leak) faults.push(`${username} sees ${leak}`)
      if (![403, 404, quiet].includes(statusCode))
        faults.push(`${username}: ${statusCode} ${body.slice(0, 300)}`)
    }
    expect(await everything()).toEqual(before)
    // And it was the right that they lacked: who has it comes further with the same words.
    const { statusCode, body } = await ask(as ?? '', name, one)
    const isStopped = [400, 401, 403, 404, 429, 500].includes(statusCode)
    if (isStopped && !(code && body.includes(`"code":"${code}"`)))
      faults.push(`${as ?? ''}: ${statusCode} ${body.slice(0, 400)}`)
    expect(faults).toEqual([])
  },
)
