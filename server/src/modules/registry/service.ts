import type { Entity, EntityHistory } from '@hopluc/shared/entities'
import type {
  EntityCountQuery,
  EntityCounts,
  EntityPage,
  EntityPointQuery,
  EntityPoints,
  EntityQuery,
} from '@hopluc/shared/entity-lists'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import * as counts from './counts.ts'
import * as lists from './lists.ts'
import { may } from './policy.ts'
import { history, present } from './present.ts'
import { tooManyCounts } from './refusals.ts'
import * as store from './store.ts'

export function list(context: Context, query: EntityQuery): Promise<EntityPage> {
  const { read, today, actor } = context
  const day = query.asOf ?? today
  return read(async (db) => {
    const page = await lists.list(db, query, day)
    const mayAdd = day === today && may(actor, 'entity.create') && (await store.keepsAny(db))
    return { ...page, allowed: mayAdd ? ['add'] : [] }
  })
}

export function get(context: Context, id: Id, asOf?: PlainDate): Promise<Entity> {
  return context.read((db) => present(db, context, id, asOf))
}

export function listVersions({ read }: Context, id: Id): Promise<EntityHistory> {
  return read((db) => history(db, id))
}

/**
 * How many there are on a day, by up to two of their traits.
 * @throws AppError `entities.count_unit` by unit and another one for the whole nation: too many lines
 */
export function count({ read, today }: Context, query: EntityCountQuery): Promise<EntityCounts> {
  const asOf = query.asOf ?? today
  const { by = [], unit } = query
  const isOfUnits = by.includes('unit') && by.length > 1 && !unit
  return read(async (db) => {
    if (isOfUnits && (await counts.isNationwide(db))) throw tooManyCounts()
    return { asOf, rows: await counts.count(db, query, asOf) }
  })
}

/** For the map: what lies close together comes as one. */
export function points({ read, today }: Context, query: EntityPointQuery): Promise<EntityPoints> {
  const asOf = query.asOf ?? today
  return read(async (db) => ({ asOf, ...(await counts.points(db, query, asOf)) }))
}
