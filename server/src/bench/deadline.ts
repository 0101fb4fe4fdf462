import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { Worker } from 'node:worker_threads'
import type { Return } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as z from 'zod'
import { COOKIE } from '../modules/identity/index.ts'
import type { Schema } from '../platform/db.ts'
import { type AskedCommune, makeDeadline, NOW, PREVIOUS } from './deadline-data.ts'
import type { Bench } from './types.ts'

const COMMUNES = 3321
const SESSIONS = 1000
/** How many submit at the same moment; the other sessions stand open. */
const AT_ONCE = 16
/** So many of a hundred send what they sent once more, as a browser does whose line was cut. */
const AGAIN = 5

interface Answer {
  status: number
  body: string
}

/**
 * The last evening: every commune has its return open, then all send their cells and submit, as fast as
 * they are taken, while a thousand sessions stand open; clients, server and database on one machine.
 * Targets: 50 submissions a second, p99 2 s, none lost, none doubled. Takes about five minutes.
 */
export const deadline: Bench = {
  kind: 'database',
  names: ['deadline.submissions_per_s', 'deadline.p99', 'deadline.lost', 'deadline.doubled'],
  run: async ({ owner, connection, isSmall, progress }) => {
    const most = isSmall ? Math.round(COMMUNES / 100) : COMMUNES
    const made = await makeDeadline(owner, isSmall ? 0.01 : 1, most, progress)
    const { roundId } = made
    const communes = made.communes.map((commune) => ({ ...commune, cells: [] }))
    const worker = new Worker(new URL('./deadline-server.ts', import.meta.url), {
      workerData: { now: NOW.toISOString(), connection: connection('app') },
    })
    const agent = new Agent({ keepAlive: true, maxSockets: SESSIONS, maxFreeSockets: SESSIONS })
    try {
      const [address] = await once(worker, 'message')
      const call = caller(z.string().parse(address), agent)
      const open = await openSessions(call, communes.slice(0, isSmall ? 20 : SESSIONS))
      progress(`${open} sessions open`)
      const reading = await openReturns(call, communes)
      progress(`${communes.length} returns read, ${round(reading)} a second`)
      const { took, seconds, refused } = await submitAll(call, communes, progress)
      const { lost, doubled } = await countFaults(owner, roundId, communes.length - refused)
      const note = `${communes.length} communes, each all its cells in one message and then the submission, over HTTP with ${open} sessions open and ${AT_ONCE} submitting at once; one in ${100 / AGAIN} sends both twice; ${refused} refused; the returns were opened before, ${round(reading)} a second; clients, server and database on one machine`
      const rate = took.length / seconds
      return [
        {
          name: 'deadline.submissions_per_s',
          value: round(rate),
          unit: '1/s',
          note: `target 50; ${note}`,
        },
        {
          name: 'deadline.p99',
          value: round(at(took, 0.99)),
          unit: 'ms',
          note: `target 2,000 ms, of both messages together; half within ${round(at(took, 0.5))} ms`,
        },
        {
          name: 'deadline.lost',
          value: lost,
          unit: 'returns',
          note: 'target 0; answered as sent, and not there',
        },
        {
          name: 'deadline.doubled',
          value: doubled,
          unit: 'returns',
          note: 'target 0; a cell or a submission that was taken twice',
        },
      ]
    } finally {
      agent.destroy()
      worker.postMessage('end')
      await once(worker, 'exit')
    }
  },
}

type Call = (token: string, method: string, path: string, body?: object) => Promise<Answer>

function caller(address: string, agent: Agent): Call {
  return (token, method, path, body) =>
    new Promise((resolve, reject) => {
      const content = body && JSON.stringify(body)
      const headers = {
        cookie: `${COOKIE}=${token}`,
        ...(content && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(content),
        }),
      }
      const asked = request(`${address}/api${path}`, { method, headers, agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
        )
        answer.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(content)
    })
}

/** Each looks who it is, on a connection of its own that stays open. */
async function openSessions(call: Call, communes: readonly AskedCommune[]): Promise<number> {
  const answers = await Promise.all(communes.map(({ token }) => call(token, 'GET', '/session')))
  const wrong = answers.find(({ status }) => status !== 200)
  if (wrong) throw new Error(`a session did not open: ${wrong.status} ${wrong.body}`)
  return answers.length
}

/** Each of these at once so many, in seconds. */
async function all(
  communes: readonly OpenCommune[],
  work: (commune: OpenCommune, index: number) => Promise<void>,
): Promise<number> {
  const waiting = communes.entries()
  const started = performance.now()
  const one = async () => {
    for (const [index, commune] of waiting) await work(commune, index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return (performance.now() - started) / 1000
}

type OpenCommune = AskedCommune & { cells: Return['cells'] }

/** Reading and typing take an evening; what is measured is what the last minute asks. How many a second. */
async function openReturns(call: Call, communes: readonly OpenCommune[]): Promise<number> {
  const seconds = await all(communes, async (commune) => {
    const page = await call(commune.token, 'GET', `/returns/${commune.returnId}`)
    if (page.status !== 200) throw new Error(`a return was not shown: ${page.body}`)
    const shown: Return = JSON.parse(page.body)
    commune.cells = shown.cells
  })
  return communes.length / seconds
}

async function submitAll(
  call: Call,
  communes: readonly OpenCommune[],
  progress: (words: string) => void,
) {
  const took: number[] = []
  let refused = 0
  const seconds = await all(communes, async (commune, index) => {
    const isTwice = index % (100 / AGAIN) === 0
    const from = performance.now()
    if (await submit(call, commune, commune.cells, isTwice)) took.push(performance.now() - from)
    else refused += 1
    if (took.length % 500 === 0) progress(`${took.length} submitted`)
  })
  return { took, seconds, refused }
}

async function submit(
  call: Call,
  { token, returnId }: AskedCommune,
  cells: Return['cells'],
  isTwice: boolean,
): Promise<boolean> {
  const patch = {
    client: newId(),
    n: 1,
    edits: cells.map(({ row, indicatorId, breakdownId, as }) => ({
      row,
      indicatorId,
      breakdownId,
      seen: 0,
      value: as === 'done' ? PREVIOUS : PREVIOUS + 2,
    })),
  }
  const times = isTwice ? 2 : 1
  const path = `/returns/${returnId}`
  const filled = await Promise.all(
    Array.from({ length: times }, () => call(token, 'PATCH', `${path}/cells`, patch)),
  )
  if (filled.some(({ status }) => status !== 200)) return false
  const sent = await Promise.all(
    Array.from({ length: times }, () =>
      call(token, 'POST', `${path}/deeds`, { action: 'send', version: 1 }),
    ),
  )
  return sent.filter(({ status }) => status === 200).length === 1
}

async function countFaults(owner: Kysely<Schema>, roundId: Id, expected: number) {
  const { rows } = await sql<{ sent: number; whole: number; doubled: number }>`
    select count(*) filter (where r.state = 'sent')::int as sent,
      count(*) filter (where r.state = 'sent' and not exists (select from return_cells c
        where c.unit_id = r.unit_id and c.return_id = r.id and c.value is null) and (select count(*)
        from return_cells c where c.unit_id = r.unit_id and c.return_id = r.id) >= 30)::int as whole,
      count(*) filter (where (select count(*) from return_events e where e.unit_id = r.unit_id
          and e.return_id = r.id and e.action = 'send') > 1
        or exists (select from return_cells c where c.unit_id = r.unit_id and c.return_id = r.id
          and c.version > 1))::int as doubled
    from returns r where r.round_id = ${roundId}`.execute(owner)
  const { whole = 0, doubled = 0 } = rows[0] ?? {}
  return { lost: expected - whole, doubled }
}

const round = (value: number) => Math.round(value * 100) / 100

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
