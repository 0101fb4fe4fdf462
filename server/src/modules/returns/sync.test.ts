import type { CellEdit, EditResult } from '@hopluc/shared/return-deeds'
import { cellKey, type CellAnswer, type ReturnCell } from '@hopluc/shared/returns'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { chance } from '../../testing/random-tree.ts'
import { aRound } from '../../testing/returns.ts'
import { patch } from './patch.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const t = await aRound()
const { app, owner, officer, leader, read } = t
const NOW = new Date('2026-03-10T03:00:00Z')
const context = (person = officer) =>
  createContext(app.services.db, person.actor, '2026-03-10', NOW)

interface Message {
  n: number
  edits: CellEdit[]
}

/** A browser fills in off line: one message a keystroke, by its own count, from what it last saw. */
function queueOf(cells: readonly ReturnCell[], size: number, random: () => number): Message[] {
  return Array.from({ length: size }, (_, at) => {
    const cell = cells[Math.floor(random() * cells.length)]
    if (!cell) throw new Error('there are cells')
    const { row, indicatorId, breakdownId, version } = cell
    const value: CellAnswer = random() < 0.1 ? 'none' : Math.floor(random() * 100)
    return { n: at + 1, edits: [{ row, indicatorId, breakdownId, seen: version, value }] }
  })
}

/** What holds when everything came once and in order. */
function expected(queue: readonly Message[]): Map<string, CellAnswer> {
  return new Map(queue.flatMap(({ edits }) => edits.map((edit) => [cellKey(edit), edit.value])))
}

async function held(): Promise<Map<string, CellAnswer>> {
  const one = await read()
  return new Map(
    one.cells
      .filter(({ version }) => version > 0)
      .map((cell) => [cellKey(cell), cell.isNone ? 'none' : cell.value]),
  )
}

const FAULTS = 1000
const byWords = (one = '', other = '') => one.localeCompare(other)

test('1,000 repeats, reorders and cuts of one browser’s queue: nothing is lost and nothing doubled', async () => {
  const random = chance(2026)
  const client = newId()
  const cells = (await read()).cells.filter(({ isReadOnly }) => !isReadOnly)
  const queue = queueOf(cells, 120, random)
  const answers = new Map<number, EditResult[]>()
  const waiting = [...queue]
  const sent: Message[] = []
  let faults = 0
  let deliveries = 0
  while (waiting.length > 0 || faults < FAULTS) {
    // Half never arrive. Of the next few one goes first, or one that has gone goes again; of some the
    // answer is cut off.
    if (random() < 0.6) {
      faults += 1
      continue
    }
    const isAgain = sent.length > 0 && (waiting.length === 0 || random() < 0.6)
    const at = isAgain
      ? Math.floor(random() * sent.length)
      : Math.min(waiting.length - 1, Math.floor(random() * 6))
    const message = isAgain ? sent[at] : waiting[at]
    if (!message) throw new Error('a message is there')
    if (isAgain || at > 0) faults += 1
    deliveries += 1
    const { results, isRepeat } = await patch(context(), t.id, { ...message, client, texts: [] })
    const before = answers.get(message.n)
    expect(isRepeat).toBe(before !== undefined)
    expect(results).toEqual(before ?? results)
    if (!before) answers.set(message.n, results)
    if (isAgain) continue
    // Cut: it was taken but the browser does not know, and keeps it as if it had never gone.
    const isCut = random() < 0.3
    if (isCut) faults += 1
    else waiting.splice(at, 1)
    if (!sent.includes(message)) sent.push(message)
  }
  expect(faults).toBeGreaterThanOrEqual(FAULTS)
  expect(deliveries).toBeGreaterThan(queue.length)
  expect(await held()).toEqual(expected(queue))
  expect([...answers.values()].flat().filter(({ status }) => status === 'conflict')).toEqual([])
  const { rows } = await sql<{ taken: number; applied: number; versions: number }>`select
    (select count(*)::int from return_clients where client = ${client}) as taken,
    (select count(*)::int from return_clients, jsonb_array_elements(answer) a
      where client = ${client} and a ->> 'status' = 'applied') as applied,
    (select sum(version)::int from return_cells where return_id = ${t.id}) as versions`.execute(
    owner,
  )
  // Every number once, and every edit that was taken made one version.
  expect(rows).toEqual([
    { taken: queue.length, applied: rows[0]?.versions, versions: rows[0]?.versions },
  ])
})

test('two at once in one return: what neither saw of the other is told, nothing is overwritten', async () => {
  const one = (await read()).cells.filter(({ isReadOnly }) => !isReadOnly).slice(0, 8)
  const edit = (cell: ReturnCell, value: number): CellEdit => ({
    row: cell.row,
    indicatorId: cell.indicatorId,
    breakdownId: cell.breakdownId,
    seen: cell.version,
    value,
  })
  const [mine, theirs] = [newId(), newId()]
  const [first, second] = await Promise.all([
    patch(context(), t.id, { client: mine, n: 1, edits: one.map((c) => edit(c, 500)), texts: [] }),
    patch(context(leader), t.id, {
      client: theirs,
      n: 1,
      edits: one.map((c) => edit(c, 600)),
      texts: [],
    }),
  ])
  for (const [at] of one.entries())
    expect([first.results[at]?.status, second.results[at]?.status].toSorted(byWords)).toEqual([
      'applied',
      'conflict',
    ])
  const values = new Set((await read()).cells.slice(0, 8).map(({ value }) => value))
  expect(values.size).toBe(1)
})

test('what a browser sent last is answered also after the return has left', async () => {
  const client = newId()
  const [cell] = (await read()).cells
  if (!cell) throw new Error('there are cells')
  const { row, indicatorId, breakdownId } = cell
  const message = {
    client,
    n: 1,
    texts: [],
    edits: [{ row, indicatorId, breakdownId, seen: cell.version, value: 7 }],
  }
  const taken = await patch(context(), t.id, message)
  await sql`update returns set state = 'sent', version = version + 1 where id = ${t.id}`.execute(
    owner,
  )
  expect(await patch(context(), t.id, message)).toMatchObject({
    isRepeat: true,
    results: taken.results,
  })
  await expect(patch(context(), t.id, { ...message, n: 2 })).rejects.toMatchObject({
    code: 'returns.locked',
  })
})
