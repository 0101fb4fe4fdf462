import type { DifficultyLevel } from '@hopluc/shared/difficulties'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { addWorkingDays } from '../calendar/index.ts'
import { termsOf } from './places.ts'
import type * as store from './store.ts'

/** With an agency from today: by when it is passed on or answered, in working days of its level. */
export async function withTerms(
  db: Reader,
  today: PlainDate,
  level: DifficultyLevel,
  handlerId: Id,
): Promise<store.Placed> {
  const terms = await termsOf(db, level)
  return {
    level,
    handlerId,
    receivedOn: today,
    transferUntilOn: await addWorkingDays(db, today, terms.transfer),
    answerDueOn: await addWorkingDays(db, today, terms.answer),
  }
}
