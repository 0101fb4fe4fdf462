import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/index.ts'
import { type Told, tellingsOf } from './domain.ts'
import * as store from './store.ts'

/** Who else hears of it; the issuer as it is today, where a reorganisation put another in its place. */
interface Sides {
  coIds: readonly Id[]
  issuerId?: Id
}

/** Tells of what was done, in the same transaction; two statements however many tasks. */
export async function tellOf(
  tx: Tx,
  context: Context,
  done: readonly { task: Told['task']; event: TaskEvent; sides: Sides }[],
): Promise<void> {
  const persons = await store.personsOf(
    tx,
    done.map(({ task }) => task.id),
  )
  const { byWords } = context.actor
  const tellings = done.flatMap(({ task, event, sides }) =>
    tellingsOf({
      task: { ...task, issuerId: sides.issuerId ?? task.issuerId },
      event,
      personIds: persons.get(task.id) ?? [],
      coIds: sides.coIds,
      byWords,
    }),
  )
  await tell(tx, context, ...tellings)
}
