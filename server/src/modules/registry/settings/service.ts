import type {
  BusinessLine,
  LineImport,
  LineImported,
  SizeThreshold,
  SizeThresholdAnswer,
  SizeThresholdList,
} from '@hopluc/shared/entity-settings'
import { BusinessLine as Line } from '@hopluc/shared/entity-settings'
import type { Id } from '@hopluc/shared/values'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db.ts'
import { assertAllowed, type Issue } from '../../../platform/errors.ts'
import { readCsv } from '../../../platform/excel-csv.ts'
import { handle, jobKind, type Jobs } from '../../../platform/jobs.ts'
import { may } from '../policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

type Listed<Name extends store.ListName> = store.Listed<Name>

export function read<Name extends store.ListName>(
  context: Context,
  name: Name,
): Promise<Listed<Name>> {
  return context.read((db) => store.read(db, name))
}

const WRITES: {
  [Name in store.ListName]: (
    tx: Tx,
    items: store.Rows[Name][],
    before: store.Rows[Name][],
  ) => Promise<void>
} = {
  commodities: async (tx, items, before) => {
    const gone = before.filter(({ code }) => !items.some((one) => one.code === code))
    assertOnce(items.map(({ code }) => code))
    const used = await store.commoditiesInUse(
      tx,
      gone.map(({ code }) => code),
    )
    if (used.length > 0) throw refusals.inUse(used)
    await store.replaceCommodities(tx, items)
  },
  lines: async (tx, items, before) => {
    assertOnce(items.map(({ code }) => code))
    assertAbove(items)
    const gone = before.flatMap(({ code }) => (items.some((one) => one.code === code) ? [] : code))
    const { items: groups } = await store.read(tx, 'groups')
    const used = gone.filter((code) => groups.some((one) => one.code === code))
    if (used.length > 0) throw refusals.inUse(used)
    await store.putLines(tx, items)
    await store.removeLines(tx, gone)
  },
  groups: async (tx, items) => {
    assertOnce(items.map(({ grouping, code }) => `${grouping} ${code}`))
    const { items: lines } = await store.read(tx, 'lines')
    const unknown = items.filter(({ code }) => !lines.some((one) => one.code === code))
    if (unknown.length > 0) throw refusals.unknownAbove(unknown.map(({ code }) => code))
    await store.replaceGroups(tx, items)
  },
  sizes: async (tx, items) => {
    assertApart(items)
    await store.replaceSizes(tx, items)
  },
  minimums: async (tx, items) => {
    assertOnce(items.map(({ kind, law }) => `${kind} ${law}`))
    await store.replaceMinimums(tx, items)
  },
}

/** The list as it is from now on. */
export function replace<Name extends store.ListName>(
  context: Context,
  name: Name,
  { version, items }: Listed<Name>,
  then: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<Listed<Name>> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'entity.set_lists'))
    const before = await store.read(tx, name)
    await store.lock(tx, name, version)
    await WRITES[name](tx, items, before.items)
    const changed = difference(before.items, items)
    await audit.record(tx, actor, 'entity.set_lists', actor.accountId, { list: name, ...changed })
    await then(tx)
    return store.read(tx, name)
  })
}

const resizing = jobKind('entities.resize', z.object({}))
const RESIZED_TOGETHER = 2000

/** Thresholds, and how far it is with the sizes that follow from them. */
export async function readSizes(context: Context): Promise<SizeThresholdAnswer> {
  return context.read(async (db) => ({
    ...(await store.read(db, 'sizes')),
    work: await store.lastWork(db, resizing.name),
  }))
}

/** The thresholds hold at once; the sizes of all entities follow in the background. */
export async function replaceSizes(
  context: Context,
  jobs: Jobs,
  list: SizeThresholdList,
): Promise<SizeThresholdAnswer> {
  await replace(context, 'sizes', list, (tx) => jobs.enqueue(tx, context.actor, resizing, {}))
  return readSizes(context)
}

export const entityResizeHandler = handle(resizing, {
  isUrgent: true,
  asPerson: async (context, _nothing, report) => {
    assertAllowed(may(context.actor, 'entity.set_lists'))
    const total = await context.read(store.countEntities)
    let done = 0
    const next = (after: Id | null): Promise<Id | null> =>
      context.write((tx) => store.resizeNext(tx, after, RESIZED_TOGETHER))
    for (let last = await next(null); last !== null; last = await next(last)) {
      done += RESIZED_TOGETHER
      await report(Math.min(done, total), total)
    }
    await report(total, total)
  },
})

/** Lines of a file are added, or named otherwise; none is taken away. */
export function importLines(context: Context, { version, csv }: LineImport): Promise<LineImported> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(may(actor, 'entity.set_lists'))
    const fresh = linesOf(csv)
    const before = await store.read(tx, 'lines')
    await store.lock(tx, 'lines', version)
    assertAbove([...before.items, ...fresh])
    await store.putLines(tx, fresh)
    const { before: old, after } = difference(before.items, fresh)
    const had = (code: string) => before.items.some((one) => one.code === code)
    const changed = after.filter(({ code }) => had(code)).length
    const counts = { added: after.length - changed, changed }
    const kept = {
      list: 'lines',
      before: old.filter(({ code }) => after.some((one) => one.code === code)),
      after,
    }
    await audit.record(tx, actor, 'entity.set_lists', actor.accountId, { ...kept, ...counts })
    return { ...(await store.read(tx, 'lines')), ...counts }
  })
}

/** Rows that only one of the two has. */
function difference<T>(before: readonly T[], after: readonly T[]): { before: T[]; after: T[] } {
  const without = (all: readonly T[], others: readonly T[]) =>
    all.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)))
  return { before: without(before, after), after: without(after, before) }
}

function assertOnce(keys: readonly string[]): void {
  const found = keys.filter((key, index) => keys.indexOf(key) !== index)
  if (found.length > 0) throw refusals.twice([...new Set(found)])
}

function assertAbove(items: readonly BusinessLine[]): void {
  const codes = new Set(items.map(({ code }) => code))
  const unknown = items.flatMap(({ parentCode }) =>
    parentCode !== null && !codes.has(parentCode) ? [parentCode] : [],
  )
  if (unknown.length > 0) throw refusals.unknownAbove([...new Set(unknown)])
}

/** For one field and size only one threshold holds on a day. */
function assertApart(items: readonly SizeThreshold[]): void {
  for (const [index, one] of items.entries())
    for (const other of items.slice(index + 1))
      if (
        one.field === other.field &&
        one.size === other.size &&
        one.fromOn <= other.untilOn &&
        other.fromOn <= one.untilOn
      )
        throw refusals.overlapping(`${one.field}, ${one.size}`)
}

/** Code, name and, where a third column has it, what is above; else the code without its last digit. */
function linesOf(csv: string): BusinessLine[] {
  const rows = readCsv(csv.replace(/^\uFEFF/, ''))?.filter((cells) => cells.length > 0)
  if (!rows) throw refusals.unreadable()
  const isHead = (cells: readonly string[]) => !/^([A-Z]|\d{1,5})$/.test(cells[0] ?? '')
  const start = rows[0] && isHead(rows[0]) ? 1 : 0
  const issues: Issue[] = []
  const found = rows.slice(start).flatMap(([code = '', name = '', above = ''], index) => {
    // A spreadsheet takes the leading zero away: a division has two digits.
    const whole = /^\d$/.test(code) ? `0${code}` : code
    const parentCode = above || (/^\d{3,5}$/.test(whole) ? whole.slice(0, -1) : null)
    const line = Line.safeParse({ code: whole, name, parentCode })
    if (line.success) return [line.data]
    const path = `line ${index + start + 1}`
    issues.push({
      path,
      vi: `Dòng ${index + start + 1}: mã "${code}", tên "${name}" chưa đúng.`,
      en: `Row ${index + start + 1} is wrong.`,
    })
    return []
  })
  if (issues.length > 0) throw refusals.badRows(issues)
  assertOnce(found.map(({ code }) => code))
  return found
}
