import type { EntityWarning } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { RawBuilder } from 'kysely'
import type * as z from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import type { PartAction, PartNoun, Standing } from '../policy.ts'

/** A row as it is read: its columns in camelCase, numbers as numbers, days as `YYYY-MM-DD`. */
export type Row = Readonly<Record<string, unknown>>

export interface Reading extends Standing {
  context: Context
  entityId: Id
  /** What is over on it is shown as over. */
  day: PlainDate
}

/** One kind of record that hangs on an entity: where it is kept, who keeps it, how it is shown. */
export interface Part {
  /** Of the address: `/entities/:id/products`. */
  noun: string
  deed: PartNoun
  table: string
  action: PartAction
  body: z.ZodObject
  item: z.ZodType
  list: z.ZodType
  /** Columns by which a list is sorted. */
  order: RawBuilder<unknown>
  /** What is shown beside the columns, as json. */
  more?: RawBuilder<unknown>
  /** Fields that the audit keeps as changed, without what they say. */
  hidden?: readonly string[]
  present: (row: Row, reading: Reading) => Row
  warn?: (rows: readonly Row[], reading: Reading) => EntityWarning[]
  /** Refuses what the columns alone cannot; `id` is null of what is new. */
  check?: (tx: Tx, entityId: Id, body: Row, id: Id | null) => Promise<void>
  /** Beside the keeper: who else may, by what is said. */
  mayAlso?: (db: Reader, context: Context, body: Row) => Promise<boolean>
  /** What the server says itself of a new record. */
  given?: (tx: Tx, context: Context, entityId: Id) => Promise<Row>
}
