import type {
  EntityImportCommand,
  EntityImportOrder,
  EntityImportPreview,
  EntityImportResult,
  ImportCounts,
  ImportIssue,
  ImportRow,
  RejectedLine,
} from '@hopluc/shared/entity-import'
import { EntityImportOrder as Order, ImportAction } from '@hopluc/shared/entity-import'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { handle, jobKind, type Jobs } from '../../platform/jobs.ts'
import { addEventIn, holdBack, keptOf, refresh } from '../registry/index.ts'
import { rowsOf } from '../units/index.ts'
import { eventOf } from './founding.ts'
import * as mappings from './mappings.ts'
import * as past from './past.ts'
import type { Planner } from './plan.ts'
import type { Planned } from './planned.ts'
import { may } from './policy.ts'
import { countLines, draw, open, type Opened } from './reading.ts'
import * as refusals from './refusals.ts'
import { rejectedOf } from './remarks.ts'
import * as store from './store.ts'
import { assertNotTooLong } from './table.ts'
import { write, type Writing } from './writing.ts'

/** Beyond this an import goes on in the background. */
const MOST_AT_ONCE = 1000
const MOST_SHOWN = 500
const MOST_ISSUES = 1000
const MOST_GONE = 500

const importing = jobKind('entities.import', Order.extend({ lineCount: z.int().optional() }))

/** What the import would do, line by line; nothing is written. */
export async function preview(
  context: Context,
  command: EntityImportCommand,
): Promise<EntityImportPreview> {
  assertAllowed(may(context.actor, 'entity.import'))
  const opened = await open(context, command)
  const { table } = opened
  await assertNotTooLong(table)
  return context.read(async (db) => {
    const shown = new Map<ImportAction, Planned[]>()
    const issues = table.issues.slice()
    const found = { errors: 0, warnings: table.issues.length }
    const counts = countsOf([])
    const planner = await draw(db, context, command, opened, (planned) => {
      for (const one of planned) {
        counts[one.action] += 1
        const some = shown.get(one.action) ?? []
        if (some.length < MOST_SHOWN) some.push(one)
        shown.set(one.action, some)
        for (const issue of one.issues) {
          // of each sort as many as are shown at most
          if (found[issue.isError ? 'errors' : 'warnings'] < MOST_ISSUES) issues.push(issue)
          found[issue.isError ? 'errors' : 'warnings'] += 1
        }
      }
    })
    const gone =
      command.source === 'national'
        ? await store.listGone(db, command.day, planner.codes(), planner.ids())
        : []
    const { sheets, sheet, headerLine, headers, mapping, isKept } = table
    return {
      sheets,
      sheet,
      headerLine,
      headers,
      mapping,
      isKept,
      lines: Object.values(counts).reduce((all, count) => all + count, 0),
      counts,
      rows: ImportAction.options.flatMap((action) =>
        (shown.get(action) ?? []).map((one) => asRow(one, planner)),
      ),
      issues: inOrder(issues).slice(0, MOST_ISSUES),
      ...found,
      gone: gone.slice(0, MOST_GONE),
      goneCount: gone.length,
    }
  })
}

/** Errors first, then by line and, within it, by column. */
const inOrder = (issues: readonly ImportIssue[]) =>
  issues.toSorted(
    (a, b) =>
      Number(b.isError) - Number(a.isError) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? '').length - (b.column ?? '').length ||
      (a.column ?? '').localeCompare(b.column ?? ''),
  )

function asRow(one: Planned, { places }: Planner): ImportRow {
  const { line, action, name, code, unitId, entityId, changes, fromOn } = one
  const unit = unitId === null ? null : places.nameOf(unitId, fromOn)
  return { line, action, name, code, unit, entityId, changes }
}

export function countsOf(planned: readonly { action: ImportAction }[]): ImportCounts {
  const counts: ImportCounts = { create: 0, change: 0, same: 0, problem: 0 }
  for (const { action } of planned) counts[action] += 1
  return counts
}

/** At once, or in the background with the rights of whoever asked. */
export async function start(
  context: Context,
  jobs: Jobs,
  order: EntityImportOrder,
): Promise<EntityImportResult> {
  const { actor } = context
  assertAllowed(may(actor, 'entity.import'))
  const opened = await open(context, order)
  const lineCount = order.lines?.length ?? (await countLines(opened))
  if (lineCount <= MOST_AT_ONCE) {
    const counts = await carryOut(context, order, opened)
    return { state: 'done', job: null, progress: null, counts, error: null }
  }
  const job = await context.write(async (tx) => {
    const id = await jobs.enqueue(tx, actor, importing, { ...order, lineCount })
    const { lines, gone, ...asked } = order
    const chosen = { lines: lines?.length ?? null, gone: gone.length }
    await audit.record(tx, actor, 'entity.ask_import', id, { ...asked, ...chosen })
    return id
  })
  return { state: 'waiting', job, progress: null, counts: null, error: null }
}

export const entityImportHandler = handle(importing, {
  isUrgent: true,
  retries: 0,
  asPerson: async (context, order, report) => {
    const opened = await open(context, order)
    return { counts: await carryOut(context, order, opened, report) }
  },
})

export function getImport({ read }: Context, id: Id): Promise<EntityImportResult> {
  return read((db) => store.getJob(db, id, [importing.name]))
}

type Report = (done: number, total: number) => Promise<void>

/**
 * All of it or, of an order for the good lines, those; in one transaction with one entry of the audit.
 * @throws AppError `entity_import.errors`, `entity_import.nothing`
 */
export async function carryOut(
  context: Context,
  order: EntityImportOrder & { lineCount?: number | undefined },
  opened: Opened,
  report: Report = () => Promise.resolve(),
): Promise<ImportCounts> {
  const { actor } = context
  const total = order.lines?.length ?? order.lineCount
  const { source, day, isPartial } = order
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'entity.import'))
    await sql`select pg_advisory_xact_lock(2026)`.execute(tx)
    const note = opened.fileName.slice(0, 500)
    const { fileId } = order
    const written = (before: number): Writing => ({
      source,
      day,
      note,
      fileId,
      report: (count) => report(before + count, total ?? before + count),
    })
    const only = order.lines && new Set(order.lines)
    const counts = countsOf([])
    const errors: ImportIssue[] = []
    const rejected: RejectedLine[] = []
    const changes: Planned[] = []
    const created: Id[] = []
    const codes: string[] = []
    await draw(tx, context, order, opened, async (planned) => {
      const chosen = only ? planned.filter(({ line }) => only.has(line)) : planned
      for (const { action } of chosen) counts[action] += 1
      if (isPartial) rejected.push(...rejectedOf(chosen))
      else errors.push(...chosen.flatMap(({ issues }) => issues.filter(({ isError }) => isError)))
      if (errors.length > 0) return
      const toWrite = chosen.filter(
        ({ action }) =>
          action === 'create' ||
          action === 'change' ||
          (source === 'national' && action === 'same'),
      )
      codes.push(...toWrite.flatMap(({ attributes }) => attributes.code ?? []))
      // what comes later is compared with what was before the list: changes wait
      const [fresh, held] = [
        toWrite.filter(({ action }) => action === 'create'),
        toWrite.filter(({ action }) => action !== 'create'),
      ]
      changes.push(...held.map((one) => ({ ...one, changes: [], issues: [] })))
      created.push(...(await write(tx, context, fresh, written(created.length))).created)
    })
    assertSound(errors)
    const { create, change, same } = counts
    if (create + change + order.gone.length === 0 && (source !== 'national' || same === 0))
      throw refusals.nothingToDo()
    const { changed } = await write(tx, context, changes, written(created.length))
    await end(tx, context, order)
    await assertOwnCodes(tx, codes, created)
    const { headers, mapping } = opened.table
    if (order.mapping) await mappings.keep(tx, context, { name: note, headers, mapping })
    const id = newId()
    await past.keep(tx, context, { id, order, opened, counts, rejected })
    await audit.record(tx, actor, 'entity.import', id, {
      fileId,
      file: note,
      source,
      day,
      isPartial,
      counts,
      created,
      changed,
      gone: order.gone,
      goneAs: order.goneAs,
    })
    return counts
  })
}

function assertSound(errors: readonly ImportIssue[]): void {
  const [first] = errors
  if (!first) return
  const at = `${first.column ?? ''}${first.line ?? ''}`
  throw refusals.withErrors(errors.length, `Ô ${at}: ${first.vi}`, `Cell ${at}: ${first.en}`)
}

/** What the national register no longer has, as whoever compared them says. */
async function end(
  tx: Tx,
  context: Context,
  { gone, goneAs, day }: EntityImportOrder,
): Promise<void> {
  if (gone.length === 0) return
  if (!goneAs) throw refusals.goneUnsaid()
  assertAllowed((await keptOf(tx, gone)).size === new Set(gone).size)
  await holdBack(tx)
  const note = 'Không còn trong Hệ thống thông tin quốc gia về hợp tác xã khi đối chiếu.'
  for (const id of gone) await addEventIn(tx, context, id, eventOf(goneAs, day, { note }))
  await refresh(tx, gone)
}

/** Meanwhile somebody else may have entered one of the codes. */
async function assertOwnCodes(
  tx: Tx,
  codes: readonly string[],
  created: readonly Id[],
): Promise<void> {
  if (codes.length === 0 || created.length === 0) return
  const [twice] = await rowsOf(
    tx,
    sql<{
      code: string
      name: string
    }>`select code, name from codes_held_twice(${[...codes]}::text[])`,
  )
  if (twice) throw refusals.codeMeanwhile(twice.code, twice.name)
}
