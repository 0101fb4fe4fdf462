/** What one deed changed, cell by cell, so that it can be taken back and done again. */
export interface Step<Value> {
  readonly key: string
  readonly before: Value
  readonly after: Value
}

export interface History<Value> {
  readonly done: readonly (readonly Step<Value>[])[]
  readonly undone: readonly (readonly Step<Value>[])[]
}

const KEPT = 200

export const emptyHistory = <Value>(): History<Value> => ({ done: [], undone: [] })

export function remember<Value>(
  history: History<Value>,
  steps: readonly Step<Value>[],
): History<Value> {
  if (steps.length === 0) return history
  return { done: [...history.done.slice(1 - KEPT), steps], undone: [] }
}

/** The history without its last deed, and the values to put back. */
export function undo<Value>(
  history: History<Value>,
): readonly [History<Value>, readonly { key: string; value: Value }[]] {
  const last = history.done.at(-1)
  if (!last) return [history, []]
  const next = { done: history.done.slice(0, -1), undone: [...history.undone, last] }
  return [next, last.map(({ key, before }) => ({ key, value: before }))]
}

export function redo<Value>(
  history: History<Value>,
): readonly [History<Value>, readonly { key: string; value: Value }[]] {
  const last = history.undone.at(-1)
  if (!last) return [history, []]
  const next = { done: [...history.done, last], undone: history.undone.slice(0, -1) }
  return [next, last.map(({ key, after }) => ({ key, value: after }))]
}
