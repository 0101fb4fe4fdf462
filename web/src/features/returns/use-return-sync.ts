import type { PatchResult } from '@hopluc/shared/return-deeds'
import { cellKey, type Return } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useConnection } from '../../lib/connection.ts'
import { onDraftsDropped } from '../../lib/draft.ts'
import { newId } from '../../lib/new-id.ts'
import { KeptEdit } from './held.ts'
import { patchCells, type ReadReturn, returnQuery } from './queries.ts'
import { keepPage, queueStore } from './sync/idb.ts'
import type { Batch, Outcome } from './sync/queue.ts'
import { createSync, type Sync } from './sync/sync.ts'

/** The return with the cells and texts as a patch answered them. */
function patched(data: Return, result: PatchResult): Return {
  const cells = new Map(result.cells.map((cell) => [cellKey(cell), cell]))
  const texts = new Map(result.texts.map((text) => [text.key, text]))
  const known = new Set(data.texts.map(({ key }) => key))
  return {
    ...data,
    cells: data.cells.map((cell) => cells.get(cellKey(cell)) ?? cell),
    texts: [
      ...data.texts.map((text) => texts.get(text.key) ?? text),
      ...result.texts.filter(({ key }) => !known.has(key)),
    ],
  }
}

function bodyOf({ client, n, edits }: Batch<KeptEdit>) {
  return {
    client,
    n,
    edits: edits.flatMap((edit) => {
      if (edit.kind !== 'cell') return []
      const { kind: _, key: __, ...cell } = edit
      return [cell]
    }),
    texts: edits.flatMap((edit) =>
      edit.kind === 'text' ? [{ key: edit.key, seen: edit.seen, text: edit.text }] : [],
    ),
  }
}

/** A silent or busy server is asked again; what it refuses stays here until one says what to do. */
const failureOf = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429
    ? 'refused'
    : 'cut'

/** Why an edit was refused though its batch was taken. */
export type Refused = ReadonlyMap<string, { readonly vi: string; readonly en: string }>

interface Live {
  readonly sync: Sync<KeptEdit>
  readonly refused: () => Refused
}

/**
 * One a return as long as the window is open: what is typed goes on being sent when one has left the
 * page, and coming back finds it as it was.
 */
const live = new Map<string, Live>()

onDraftsDropped(() => {
  for (const { sync } of live.values()) sync.stop()
  live.clear()
})

function liveOf(owner: Id, id: Id, queries: QueryClient): Live {
  const key = `${owner} ${id}`
  const known = live.get(key)
  if (known) return known
  let refused: Refused = new Map()
  const sync = createSync<KeptEdit>({
    client: newId(),
    store: queueStore(owner, id, KeptEdit),
    failureOf,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    send: async (batch) => {
      const result = await patchCells(id, bodyOf(batch))
      queries.setQueryData(returnQuery(owner, id).queryKey, (before: ReadReturn | undefined) => {
        if (!before) return before
        const data = patched(before.data, result)
        void keepPage(owner, id, data).catch(() => undefined)
        return { ...before, data }
      })
      const next = new Map(refused)
      for (const { key: cell, status, vi, en } of result.results) {
        if (status === 'refused') next.set(cell, { vi: vi ?? '', en: en ?? vi ?? '' })
        else next.delete(cell)
      }
      refused = next
      return result.results.map(({ key: cell, version, status }): Outcome => ({
        key: cell,
        version,
        isConflict: status === 'conflict' || status === 'refused',
      }))
    },
  })
  void sync.open().catch(() => undefined)
  globalThis.addEventListener('pagehide', () => void sync.flush())
  const made: Live = { sync, refused: () => refused }
  live.set(key, made)
  return made
}

/** Autosave of one return: kept on this machine at once, on the server a moment later. */
export function useReturnSync(owner: Id, id: Id) {
  const queries = useQueryClient()
  const { isOnline } = useConnection()
  const [{ sync, refused }] = useState(() => liveOf(owner, id, queries))
  const state = useSyncExternalStore(sync.subscribe, sync.state)
  useEffect(() => {
    if (isOnline && sync.state().phase === 'cut') void sync.flush()
  }, [isOnline, sync])
  return { sync, state, refused: refused() }
}
