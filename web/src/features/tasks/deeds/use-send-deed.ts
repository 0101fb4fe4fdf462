import type { Task } from '@hopluc/shared/tasks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import type { Act } from '../acts.ts'
import { useAttempt } from '../attempt.ts'
import { useBulkDeed, useTaskDeed } from '../queries.ts'
import { type DeedDraft, deedOf, EMPTY_DRAFT } from './deed-draft.ts'

/**
 * Sends a deed on one task or many. True once it is recorded; a stale version reads the task again,
 * so that the same words can be sent on what it is now.
 */
export function useSendDeed() {
  const one = useTaskDeed()
  const many = useBulkDeed()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const [error, setError] = useState<unknown>(null)

  const send = async (act: Act, draft: DeedDraft = EMPTY_DRAFT, now?: Task): Promise<boolean> => {
    const deed = deedOf(act, draft)
    if (!deed) return false
    const targets = act.targets.map(({ id, version }) => ({
      id,
      version: latest(now, id)?.version ?? version,
    }))
    const [target] = targets
    setError(null)
    try {
      if (targets.length === 1 && target) {
        const command = { ...deed, version: target.version }
        const key = attempt.keyFor({ id: target.id, ...command })
        await one.mutateAsync({ id: target.id, command, key })
      } else {
        const command = { tasks: targets, deed }
        await many.mutateAsync({ command, key: attempt.keyFor(command) })
      }
      attempt.settle()
      return true
    } catch (failure) {
      setError(failure)
      // An answer ends the attempt; without one the same key finds out whether it was recorded.
      if (failure instanceof ApiError && failure.status !== 0) attempt.settle()
      if (failure instanceof ApiError && failure.status === 409)
        await queries.invalidateQueries({ queryKey: ['tasks'] })
      return false
    }
  }
  return { send, error, isPending: one.isPending || many.isPending }
}

function latest(task: Task | undefined, id: string) {
  return task?.id === id ? task : task?.partRows.find((part) => part.id === id)
}
