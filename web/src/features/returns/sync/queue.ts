/**
 * What was typed and is not yet with the server. Edits wait, are frozen into a numbered batch, kept,
 * and only then sent: a batch that is sent again after a cut is the same one, and counts once.
 */
export interface QueuedEdit {
  /** The cell. */
  readonly key: string
  /** The version of the cell that was on the page when this was typed; 0 for an empty cell. */
  readonly seen: number
}

export interface Batch<Edit extends QueuedEdit> {
  readonly client: string
  readonly n: number
  readonly edits: readonly Edit[]
}

export interface Queue<Edit extends QueuedEdit> {
  readonly client: string
  /** The last number given to a batch of this client. */
  readonly n: number
  /** On their way, in order; the first is sent until it is answered. */
  readonly sending: readonly Batch<Edit>[]
  /** Not yet numbered: the last edit of each cell. */
  readonly pending: readonly Edit[]
  /** Not taken, because another's value stands there: kept until one is chosen. */
  readonly conflicts: readonly Edit[]
}

/** What the server did with one edit: taken, or in conflict because another stands there. */
export interface Outcome {
  readonly key: string
  /** The cell's version now. */
  readonly version: number
  readonly isConflict: boolean
}

/** As many edits as one request carries. */
export const BATCH = 400

export const emptyQueue = <Edit extends QueuedEdit>(client: string): Queue<Edit> => ({
  client,
  n: 0,
  sending: [],
  pending: [],
  conflicts: [],
})

/** A later edit of a cell is laid over one that is not sent yet, and keeps what that had seen. */
export function add<Edit extends QueuedEdit>(
  queue: Queue<Edit>,
  edits: readonly Edit[],
): Queue<Edit> {
  const pending = new Map(queue.pending.map((edit) => [edit.key, edit]))
  for (const edit of edits) {
    const before = pending.get(edit.key)
    pending.delete(edit.key)
    pending.set(edit.key, before ? { ...before, ...edit, seen: before.seen } : edit)
  }
  const typed = new Set(edits.map(({ key }) => key))
  return {
    ...queue,
    pending: [...pending.values()],
    conflicts: queue.conflicts.filter(({ key }) => !typed.has(key)),
  }
}

/** Numbers what waits, when nothing is on its way. */
export function freeze<Edit extends QueuedEdit>(queue: Queue<Edit>): Queue<Edit> {
  if (queue.sending.length > 0 || queue.pending.length === 0) return queue
  const { client, pending } = queue
  const n = queue.n + 1
  return {
    ...queue,
    n,
    sending: [{ client, n, edits: pending.slice(0, BATCH) }],
    pending: pending.slice(BATCH),
  }
}

/**
 * The first batch was answered. What was typed meanwhile over a cell of it saw our own edit, not
 * another's: it goes on from the version that the server gave.
 */
export function settle<Edit extends QueuedEdit>(
  queue: Queue<Edit>,
  outcomes: readonly Outcome[],
): Queue<Edit> {
  const [sent, ...sending] = queue.sending
  if (!sent) return queue
  const taken = new Map(
    outcomes.filter(({ isConflict }) => !isConflict).map(({ key, version }) => [key, version]),
  )
  const seen = new Map(sent.edits.map((edit) => [edit.key, edit.seen]))
  const rebase = (edit: Edit): Edit => {
    const version = taken.get(edit.key)
    return version !== undefined && seen.get(edit.key) === edit.seen
      ? { ...edit, seen: version }
      : edit
  }
  const pending = queue.pending.map(rebase)
  const lost = new Set(outcomes.filter(({ isConflict }) => isConflict).map(({ key }) => key))
  for (const { key } of pending) lost.delete(key) // what was typed since will be answered itself
  const conflicts = [
    ...queue.conflicts.filter(({ key }) => !lost.has(key)),
    ...sent.edits.filter(({ key }) => lost.has(key)),
  ]
  return { ...queue, sending, pending, conflicts }
}

/** One of two versions was chosen: mine goes again over the version that stands, or is given up. */
export function resolve<Edit extends QueuedEdit>(
  queue: Queue<Edit>,
  key: string,
  keepsMineOver: number | null,
): Queue<Edit> {
  const mine = queue.conflicts.find((edit) => edit.key === key)
  const rest = { ...queue, conflicts: queue.conflicts.filter((edit) => edit.key !== key) }
  return mine && keepsMineOver !== null ? add(rest, [{ ...mine, seen: keepsMineOver }]) : rest
}

/** What an earlier visit, or another window, left behind goes before what is typed now. */
export function adopt<Edit extends QueuedEdit>(
  queue: Queue<Edit>,
  left: readonly Queue<Edit>[],
): Queue<Edit> {
  const typed = new Set(queue.pending.map(({ key }) => key))
  return {
    ...queue,
    sending: [...left.flatMap(({ sending }) => sending), ...queue.sending],
    pending: [
      ...add(
        emptyQueue<Edit>(''),
        left.flatMap(({ pending }) => pending),
      ).pending.filter(({ key }) => !typed.has(key)),
      ...queue.pending,
    ],
    conflicts: [
      ...left.flatMap(({ conflicts }) => conflicts).filter(({ key }) => !typed.has(key)),
      ...queue.conflicts,
    ],
  }
}

/** Cells that the server does not have yet, each with the last that was typed. */
export function unsent<Edit extends QueuedEdit>(queue: Queue<Edit>): ReadonlyMap<string, Edit> {
  const all = [...queue.sending.flatMap(({ edits }) => edits), ...queue.pending]
  return new Map(all.map((edit) => [edit.key, edit]))
}
