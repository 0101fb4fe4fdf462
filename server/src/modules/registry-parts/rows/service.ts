import { type PartQuery, PartRemoval } from '@hopluc/shared/entity-parts'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Tx } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { idOfCursor } from '../../units/index.ts'
import { maskedFor } from '../../personal-fields/index.ts'
import { may } from '../policy.ts'
import { unknownReference } from '../refusals.ts'
import { textOf } from '../words.ts'
import type { Part, Reading, Row } from './part.ts'
import * as store from './store.ts'

/** What an entity has of one kind; a past day is read and not written. */
export function listOf(
  part: Part,
  context: Context,
  entityId: Id,
  { asOf, limit, cursor }: PartQuery,
) {
  return context.read(async (db) => {
    const reading = await readingOf(db, context, entityId, asOf)
    const rows = await store.list(db, part, entityId) // all of them: warnings look at all
    const after = cursor && idOfCursor(cursor)
    const from = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
    const shown = rows.slice(from, from + limit)
    return {
      items: shown.map((row) => part.present(row, reading)),
      next: rows.length > from + limit ? `_${textOf(shown.at(-1) ?? {}, 'id')}` : null,
      warnings: part.warn?.(rows, reading) ?? [],
      mayChange: reading.day >= context.today && (await mayKeep(db, part, reading)),
    }
  })
}

export async function readingOf(
  db: Reader,
  context: Context,
  entityId: Id,
  asOf?: PlainDate,
): Promise<Reading> {
  const standing = await store.standingOf(db, entityId)
  return { ...standing, context, entityId, day: asOf ?? context.today }
}

async function mayKeep(db: Reader, part: Part, reading: Reading): Promise<boolean> {
  return (
    may(reading.context.actor, part.action, reading) ||
    ((await part.mayAlso?.(db, reading.context, {})) ?? false)
  )
}

export function add(part: Part, context: Context, entityId: Id, body: Row): Promise<Row> {
  return context.write(async (tx) => {
    const reading = await readingOf(tx, context, entityId)
    await assertMay(tx, part, reading, body)
    await check(tx, part, entityId, body, null)
    const given = (await part.given?.(tx, context, entityId)) ?? {}
    const id = await store.insert(tx, part, entityId, { ...body, ...given })
    const row = await store.get(tx, part, entityId, id)
    const data = { recordId: id, ...told(part, body) }
    await audit.record(tx, context.actor, `entity.add_${part.deed}`, entityId, data)
    return part.present(row, reading)
  })
}

/** The record as it shall be; of what is masked, what is left out stays. */
export function change(
  part: Part,
  context: Context,
  entityId: Id,
  id: Id,
  { version, ...body }: Row,
): Promise<Row> {
  return context.write(async (tx) => {
    const reading = await readingOf(tx, context, entityId)
    const before = await store.get(tx, part, entityId, id)
    await assertMay(tx, part, reading, { ...before, ...body })
    await assertMay(tx, part, reading, before)
    await check(tx, part, entityId, body, id)
    await store.update(tx, part, before, body, PartRemoval.parse({ version }).version)
    const row = await store.get(tx, part, entityId, id)
    const changes = audit.changes(told(part, before), told(part, body))
    const data = { recordId: id, ...changes, fields: changedFields(before, body) }
    await audit.record(tx, context.actor, `entity.change_${part.deed}`, entityId, data)
    return part.present(row, reading)
  })
}

/** Of what was entered by mistake; what has ended gets its last day. */
export function remove(
  part: Part,
  context: Context,
  entityId: Id,
  id: Id,
  version: number,
): Promise<void> {
  return context.write(async (tx) => {
    const reading = await readingOf(tx, context, entityId)
    const before = await store.get(tx, part, entityId, id)
    await assertMay(tx, part, reading, before)
    await store.remove(tx, part, before, version)
    const data = { recordId: id, before: told(part, before) }
    await audit.record(tx, context.actor, `entity.remove_${part.deed}`, entityId, data)
  })
}

async function assertMay(tx: Tx, part: Part, reading: Reading, body: Row): Promise<void> {
  const { context } = reading
  assertAllowed(
    may(context.actor, part.action, reading) ||
      ((await part.mayAlso?.(tx, context, body)) ?? false),
  )
}

async function check(tx: Tx, part: Part, entityId: Id, body: Row, id: Id | null): Promise<void> {
  if (!(await store.isReadable(tx, body['documentId']))) throw unknownReference()
  await part.check?.(tx, entityId, body, id)
}

/** A record as the audit keeps it: what is masked on the page is masked there. */
export function told(part: Part, row: Row): Row {
  const { hidden = [] } = part
  const column = (key: string) =>
    `${part.table}.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      if (hidden.includes(key)) return []
      return [[key, typeof value === 'string' ? maskedFor(column(key), value) : value]]
    }),
  )
}

/** Which were given otherwise: of what is masked the audit says no more. */
export const changedFields = (before: Row, body: Row) =>
  Object.entries(body).flatMap(([key, value]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key]) ? key : [],
  )
