import {
  add,
  adopt,
  type Batch,
  emptyQueue,
  freeze,
  type Outcome,
  type Queue,
  type QueuedEdit,
  resolve,
  settle,
  unsent,
} from './queue.ts'

/** Where queues outlive the page: one record a window. */
export interface QueueStore<Edit extends QueuedEdit> {
  /** All queues of the return that were left behind, by whichever window. */
  readonly list: () => Promise<readonly Queue<Edit>[]>
  /** Keeps the queue, and drops those whose content it took over, in one step. */
  readonly put: (queue: Queue<Edit>, instead: readonly string[]) => Promise<void>
  readonly drop: (clients: readonly string[]) => Promise<void>
}

/** `cut`: no answer, the same batch is sent again. `refused`: the server will not have it as it is. */
export type Failure = 'cut' | 'refused'

export interface SyncSetUp<Edit extends QueuedEdit> {
  readonly client: string
  readonly store: QueueStore<Edit>
  /** Sends one batch; the page's cells are brought up to date before it resolves. */
  readonly send: (batch: Batch<Edit>) => Promise<readonly Outcome[]>
  readonly failureOf: (error: unknown) => Failure
  /** Calls back after some milliseconds; the returned function calls it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

export interface SyncState<Edit extends QueuedEdit> {
  readonly phase: 'idle' | 'waiting' | 'sending' | 'cut' | 'refused'
  readonly unsent: ReadonlyMap<string, Edit>
  /** Mine, by cell, where another's value stands on the server. */
  readonly conflicts: ReadonlyMap<string, Edit>
  /** False where this browser keeps nothing: then only the server does. */
  readonly isKept: boolean
  /** When the server last took something of this window, in milliseconds since 1970. */
  readonly savedAt: number | null
  readonly error: unknown
}

export interface Sync<Edit extends QueuedEdit> {
  readonly state: () => SyncState<Edit>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes up what earlier visits left; resolves once it is in the queue. */
  readonly open: () => Promise<void>
  /** Resolves once the edits are kept on this machine. */
  readonly edit: (edits: readonly Edit[]) => Promise<void>
  /** Mine goes again over the version given, or, with null, is given up. */
  readonly resolve: (key: string, keepsMineOver: number | null) => Promise<void>
  /** Sends what waits; answers whether the server has all of it. */
  readonly flush: () => Promise<boolean>
  /** Gives up what was not sent: after a refusal, when one chooses to. */
  readonly discard: () => Promise<void>
  /** For good, without another word: somebody signed out. */
  readonly stop: () => void
}

const isEmpty = <Edit extends QueuedEdit>({ sending, pending, conflicts }: Queue<Edit>) =>
  sending.length + pending.length + conflicts.length === 0

/** A moment without typing before a batch is made. */
const PAUSE = 600
const AGAIN = [1000, 2000, 4000, 8000, 15_000, 30_000]

/** Sends in order, one batch at a time, until each is answered. Nothing is sent before it is kept. */
export function createSync<Edit extends QueuedEdit>(setUp: SyncSetUp<Edit>): Sync<Edit> {
  const { client, store, send, failureOf, later } = setUp
  const listeners = new Set<() => void>()
  let queue = emptyQueue<Edit>(client)
  let state: SyncState<Edit> = {
    phase: 'idle',
    unsent: new Map(),
    conflicts: new Map(),
    isKept: true,
    savedAt: null,
    error: null,
  }
  let running: Promise<boolean> | null = null
  let keeping: Promise<void> = Promise.resolve()
  let callOff: () => void = () => undefined
  let failures = 0
  let isKept = true
  let savedAt: number | null = null
  let isStopped = false

  const tell = (phase: SyncState<Edit>['phase'], error: unknown = null) => {
    const conflicts = new Map(queue.conflicts.map((edit) => [edit.key, edit]))
    state = { phase, unsent: unsent(queue), conflicts, isKept, savedAt, error }
    for (const listener of listeners) listener()
  }
  /** One write after another: an older queue never lands over a newer one. */
  const keep = (instead: readonly string[] = []): Promise<void> => {
    if (isStopped) return keeping
    keeping = keeping
      .then(() => (isEmpty(queue) ? store.drop([client]) : store.put(queue, instead)))
      .then(
        () => {
          isKept = true
        },
        () => {
          isKept = false // a window that may keep nothing still sends
        },
      )
    return keeping
  }
  const change = async (next: Queue<Edit>) => {
    queue = next
    tell(state.phase === 'idle' ? 'waiting' : state.phase, state.error)
    if (state.phase !== 'cut') schedule(PAUSE)
    await keep()
  }
  const schedule = (milliseconds: number) => {
    callOff()
    if (!isStopped) callOff = later(() => void flush(), milliseconds)
  }

  const run = async (): Promise<boolean> => {
    while (!isStopped) {
      queue = freeze(queue)
      const [batch] = queue.sending
      if (!batch) {
        tell('idle')
        return true
      }
      tell('sending')
      await keep()
      const outcomes = await send(batch)
      if (isStopped) break
      failures = 0
      savedAt = Date.now()
      queue = settle(queue, outcomes)
      await keep()
    }
    return false
  }
  const flush = (): Promise<boolean> => {
    callOff()
    running ??= run()
      .catch((error: unknown) => {
        const failure = failureOf(error)
        tell(failure, error)
        if (failure === 'cut') schedule(AGAIN[Math.min(failures, AGAIN.length - 1)] ?? PAUSE)
        failures += 1
        return false
      })
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: async () => {
      const left = (await store.list()).filter((one) => one.client !== client)
      if (left.length === 0) return
      queue = adopt(queue, left)
      tell('waiting')
      await keep(left.map((one) => one.client))
      schedule(0)
    },
    edit: (edits) => change(add(queue, edits)),
    resolve: (key, keepsMineOver) => change(resolve(queue, key, keepsMineOver)),
    flush,
    discard: async () => {
      queue = { ...queue, sending: [], pending: [] }
      tell('idle')
      await keep()
    },
    stop: () => {
      isStopped = true
      callOff()
    },
  }
}
