import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { templateFor } from '../templates/index.ts'
import type { Body } from './domain.ts'
import { getBodyOnDay } from './store.ts'

/** A body on a day, with how it writes its papers. */
export async function getBody(db: Reader, id: Id, day: PlainDate): Promise<Body> {
  const body = await getBodyOnDay(db, id, day)
  const { template } = await templateFor(db, id, day)
  return { ...body, template }
}
