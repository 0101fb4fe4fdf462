import { expect, test } from 'vitest'
import { BATCH, type Batch, type Queue } from './queue.ts'
import { createSync, type QueueStore } from './sync.ts'

interface Edit {
  readonly key: string
  readonly seen: number
  readonly value: number
}

/** The same row of numbers for the same start, so that a failing run can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** Keeps as IndexedDB does: what was put is there after a crash, as it was when it was put. */
function aStore() {
  const kept = new Map<string, string>()
  const store: QueueStore<Edit> = {
    list: async () => [...kept.values()].map((text): Queue<Edit> => JSON.parse(text)),
    put: async (queue, instead) => {
      kept.set(queue.client, JSON.stringify(queue))
      for (const client of instead) kept.delete(client)
    },
    drop: async (clients) => {
      for (const client of clients) kept.delete(client)
    },
  }
  return { store, kept }
}

interface Cell {
  version: number
  value: number
}

/** Takes a batch once, by client and number, as the contract says. */
function aServer() {
  const cells = new Map<string, Cell>()
  const taken = new Map<string, { key: string; version: number; isConflict: boolean }[]>()
  let applied = 0
  const receive = (batch: Batch<Edit>) => {
    const name = `${batch.client} ${batch.n}`
    const known = taken.get(name)
    if (known) return known
    const outcomes = batch.edits.map(({ key, seen, value }) => {
      const cell = cells.get(key) ?? { version: 0, value: Number.NaN }
      if (cell.version !== seen && cell.value !== value)
        return { key, version: cell.version, isConflict: true }
      if (cell.value !== value) {
        applied += 1
        cells.set(key, { version: cell.version + 1, value })
      }
      return { key, version: cells.get(key)?.version ?? 0, isConflict: false }
    })
    taken.set(name, outcomes)
    return outcomes
  }
  return { cells, receive, applied: () => applied, taken }
}

/** One window of the page: what the server answered, and the queue. */
function aWindow(
  client: string,
  { store }: ReturnType<typeof aStore>,
  transport: (
    batch: Batch<Edit>,
  ) => Promise<readonly { key: string; version: number; isConflict: boolean }[]>,
  seen: Map<string, number>,
) {
  const sync = createSync<Edit>({
    client,
    store,
    send: async (batch) => {
      const outcomes = await transport(batch)
      for (const { key, version } of outcomes) seen.set(key, version)
      return outcomes
    },
    failureOf: (error) => (error instanceof RangeError ? 'refused' : 'cut'),
    later: () => () => undefined, // the test says when
  })
  const type = (key: string, value: number) => sync.edit([{ key, seen: seen.get(key) ?? 0, value }])
  return { sync, type }
}

test('1,000 cuts, answers lost and crashes later, every cell holds what was typed last, once', async () => {
  const random = randomFrom(20_261_122)
  const place = aStore()
  const server = aServer()
  const last = new Map<string, number>()
  const seen = new Map<string, number>()
  let [cuts, client, typed] = [0, 1, 0]
  const transport = async (batch: Batch<Edit>) => {
    const chance = random()
    if (chance < 0.35) {
      cuts += 1
      throw new Error('the request never arrived')
    }
    const outcomes = server.receive(batch)
    if (chance < 0.7) {
      cuts += 1
      throw new Error('the answer was lost')
    }
    return outcomes
  }
  let window = aWindow('client 1', place, transport, seen)
  while (cuts < 1000) {
    for (let many = Math.floor(random() * 4); many > 0; many -= 1) {
      const key = `cell ${Math.floor(random() * 60)}`
      typed += 1
      last.set(key, typed)
      await window.type(key, typed)
    }
    // Typing goes on while a batch is on its way.
    const flushed = window.sync.flush()
    if (random() < 0.3) {
      const key = `cell ${Math.floor(random() * 60)}`
      typed += 1
      last.set(key, typed)
      await window.type(key, typed)
    }
    const isCrash = random() < 0.1
    if (isCrash && random() < 0.5) window.sync.stop() // while a batch is on its way
    await flushed
    if (isCrash) {
      window.sync.stop()
      client += 1
      // The page is read anew; what the server has may be more than the old window heard of.
      for (const [key, { version }] of server.cells) seen.set(key, version)
      window = aWindow(`client ${client}`, place, transport, seen)
      await window.sync.open()
    }
  }
  const sure = aWindow('client last', place, async (batch) => server.receive(batch), seen)
  window.sync.stop()
  await sure.sync.open()
  expect(await sure.sync.flush()).toBe(true)

  expect(sure.sync.state().conflicts.size).toBe(0)
  expect(sure.sync.state().unsent.size).toBe(0)
  expect(place.kept.size).toBe(0)
  expect(Object.fromEntries([...server.cells].map(([key, { value }]) => [key, value]))).toEqual(
    Object.fromEntries(last),
  )
  const versions = [...server.cells.values()].reduce((sum, { version }) => sum + version, 0)
  expect(versions).toBe(server.applied())
  expect(server.applied()).toBeLessThanOrEqual(typed)
  expect(client).toBeGreaterThan(20)
})

test('a value of another in the meantime is a conflict that outlives the page until one is chosen', async () => {
  const place = aStore()
  const server = aServer()
  const seen = new Map<string, number>()
  const send = async (batch: Batch<Edit>) => server.receive(batch)
  const mine = aWindow('mine', place, send, seen)
  server.receive({ client: 'other', n: 1, edits: [{ key: 'a', seen: 0, value: 5 }] })
  await mine.type('a', 7)
  await mine.type('b', 8)
  expect(await mine.sync.flush()).toBe(true)
  expect([...mine.sync.state().conflicts.keys()]).toEqual(['a'])
  expect(server.cells.get('a')?.value).toBe(5)
  expect(server.cells.get('b')?.value).toBe(8)
  mine.sync.stop()

  const again = aWindow('again', place, send, seen)
  await again.sync.open()
  await again.sync.flush()
  expect(again.sync.state().conflicts.get('a')?.value).toBe(7)
  await again.sync.resolve('a', 1)
  expect(await again.sync.flush()).toBe(true)
  expect(server.cells.get('a')).toEqual({ version: 2, value: 7 })
  expect(place.kept.size).toBe(0)
})

test('after a refusal what was typed stays on this machine until it is sent or given up', async () => {
  const place = aStore()
  const server = aServer()
  let isLocked = true
  const one = aWindow(
    'one',
    place,
    async (batch) => {
      if (isLocked) throw new RangeError('locked')
      return server.receive(batch)
    },
    new Map(),
  )
  await one.type('a', 1)
  expect(await one.sync.flush()).toBe(false)
  expect(one.sync.state().phase).toBe('refused')
  expect(one.sync.state().unsent.get('a')?.value).toBe(1)
  isLocked = false
  expect(await one.sync.flush()).toBe(true)
  expect(server.cells.get('a')?.value).toBe(1)

  isLocked = true
  await one.type('a', 2)
  await one.sync.flush()
  await one.sync.discard()
  expect(one.sync.state().unsent.size).toBe(0)
  expect(place.kept.size).toBe(0)
})

test('a large paste is sent in several batches, in order', async () => {
  const place = aStore()
  const server = aServer()
  const one = aWindow('one', place, async (batch) => server.receive(batch), new Map())
  await one.sync.edit(
    Array.from({ length: BATCH * 2 + 5 }, (_, index) => ({
      key: `${index}`,
      seen: 0,
      value: index,
    })),
  )
  expect(await one.sync.flush()).toBe(true)
  expect([...server.taken.keys()]).toEqual(['one 1', 'one 2', 'one 3'])
  expect(server.cells.size).toBe(BATCH * 2 + 5)
})
