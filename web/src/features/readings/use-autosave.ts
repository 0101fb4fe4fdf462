import { Review, type ReadingDetail } from '@hopluc/shared/readings'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod'
import { ApiError } from '../../lib/api-error.ts'
import { useConnection } from '../../lib/connection.ts'
import { dropDraft, readDraft, writeDraft } from '../../lib/draft.ts'
import { saveReview } from './queries.ts'

const Kept = z.object({ version: z.int(), review: Review })
const draftKey = (id: string) => `reading.${id}`

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  /** On this machine only; it is sent when the line is back. */
  | { readonly kind: 'kept'; readonly error: string }
  | { readonly kind: 'conflict' }

/** What the page opens with: the server's review, or work of an earlier visit that was not sent. */
export function openWith({ id, version, review, allowed }: ReadingDetail): {
  review: Review
  restoredAt: number | null
  isBehind: boolean
} {
  const kept = allowed.includes('review') ? readDraft(draftKey(id), Kept) : undefined
  if (!kept) return { review, restoredAt: null, isBehind: false }
  return {
    review: kept.value.review,
    restoredAt: kept.at,
    isBehind: kept.value.version !== version,
  }
}

const PAUSE = 900
const AGAIN = 8000

/** Keeps every change on this machine at once and on the server a moment later, one save at a time. */
export function useAutosave(reading: ReadingDetail, review: Review, isBehind: boolean) {
  const { id, savedAt } = reading
  const { isOnline } = useConnection()
  const [state, setState] = useState<SaveState>(
    isBehind ? { kind: 'conflict' } : { kind: 'saved', at: savedAt },
  )
  const version = useRef(reading.version)
  const latest = useRef(review)
  const sent = useRef(reading.review)
  const running = useRef<Promise<void> | null>(null)
  useEffect(() => {
    latest.current = review
  }, [review])

  const run = useCallback(async () => {
    const sending = latest.current
    setState({ kind: 'saving' })
    try {
      const saved = await saveReview(id, version.current, sending)
      version.current = saved.version
      sent.current = sending
      if (latest.current === sending) dropDraft(draftKey(id))
      setState({ kind: 'saved', at: saved.savedAt })
    } catch (error) {
      const isChanged = error instanceof ApiError && error.code === 'readings.changed'
      setState(
        isChanged
          ? { kind: 'conflict' }
          : { kind: 'kept', error: error instanceof Error ? error.message : '' },
      )
    }
  }, [id])

  /** Sends what is not sent yet; answers whether the server has all of it. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (latest.current !== sent.current) {
      const before = sent.current
      running.current ??= run().finally(() => {
        running.current = null
      })
      await running.current
      if (sent.current === before) return false
    }
    return true
  }, [run])

  const isConflict = state.kind === 'conflict'
  useEffect(() => {
    if (review === sent.current || isConflict) return
    writeDraft(draftKey(id), { version: version.current, review })
    const timer = setTimeout(() => void flush(), PAUSE)
    return () => clearTimeout(timer)
  }, [review, id, flush, isConflict])

  useEffect(() => {
    if (state.kind !== 'kept' || !isOnline) return
    const timer = setTimeout(() => void flush(), AGAIN)
    return () => clearTimeout(timer)
  }, [state, isOnline, flush])

  /** After a conflict: go on from the server's version; what is put together is saved over it. */
  const resolve = useCallback(
    (server: ReadingDetail) => {
      version.current = server.version
      sent.current = server.review
      dropDraft(draftKey(id))
      setState({ kind: 'saved', at: server.savedAt })
    },
    [id],
  )
  /** What the server had last from here: from where two versions went apart. */
  const base = useCallback(() => sent.current, [])
  const forget = useCallback(() => dropDraft(draftKey(id)), [id])
  return { state, flush, resolve, base, forget, version }
}
