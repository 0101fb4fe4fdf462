import type { PublishedChange, PublishedEntry, PublishedFigure } from '@hopluc/shared/figures'
import { periodOfCode } from '@hopluc/shared/periods'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { keepsCatalogue, listIndicators, mayKeep } from '../indicators/index.ts'
import { listPublished } from './areas.ts'
import * as refusals from './refusals.ts'

/** Figures that others have published, and whether the signed-in person may change them. */
export function list(context: Context): Promise<{ items: PublishedFigure[]; mayChange: boolean }> {
  return context.read(async (db) => ({
    items: await listPublished(db),
    mayChange: mayKeep(context.actor) && (await keepsCatalogue(db)),
  }))
}

async function rowOf(tx: Tx, actor: Context['actor'], entry: PublishedEntry) {
  const key = periodOfCode(entry.period)
  const indicator = (await listIndicators(tx)).find(({ code }) => code === entry.code)
  if (!key || !indicator) throw refusals.unknownIndicator(entry.code)
  const { place, value, words, agency, source, note } = entry
  const whole = { place, value: String(value), words, agency, source, note }
  return { ...whole, ...key, indicator_id: indicator.id, updated_by: actor.accountId }
}

async function assertKeeps(tx: Tx, { actor }: Context): Promise<void> {
  assertAllowed(mayKeep(actor) && (await keepsCatalogue(tx)))
}

async function get(tx: Tx, id: Id): Promise<PublishedFigure> {
  const found = (await listPublished(tx)).find((one) => one.id === id)
  if (!found) throw refusals.publishedNotFound()
  return found
}

/** @throws AppError `figures.published_twice`, `figures.unknown_indicator` */
export function enter(context: Context, entry: PublishedEntry): Promise<PublishedFigure> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertKeeps(tx, context)
    const id = newId()
    const added = await tx
      .insertInto('published_figures')
      .values({ id, ...(await rowOf(tx, actor, entry)) })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw refusals.publishedTwice()
    await audit.record(tx, actor, 'figures.publish', id, { after: entry })
    return get(tx, id)
  })
}

/** @throws AppError `figures.changed`, `figures.published_twice`, `figures.published_not_found` */
export function change(
  context: Context,
  id: Id,
  { version, ...entry }: PublishedChange,
): Promise<PublishedFigure> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertKeeps(tx, context)
    const before = await get(tx, id)
    const row = await rowOf(tx, actor, entry)
    const { place, code, period, agency } = entry
    const others = (await listPublished(tx)).filter((one) => one.id !== id)
    const isTaken = others.some(
      (one) =>
        one.place === place && one.code === code && one.period === period && one.agency === agency,
    )
    if (isTaken) throw refusals.publishedTwice()
    const changed = await tx
      .updateTable('published_figures')
      .set({ ...row, version: version + 1, updated_at: sql`now()` })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw refusals.publishedChanged()
    await audit.record(tx, actor, 'figures.publish', id, { before, after: entry })
    return get(tx, id)
  })
}
