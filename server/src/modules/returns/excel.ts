import type { EditResult, ExcelResult } from '@hopluc/shared/return-deeds'
import { cellKey, type ReturnGrid } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { readSheets, type SheetToWrite } from '../../platform/excel.ts'
import { type Contents, contentsOf } from './contents.ts'
import { isAsHeld, isRefusal, resultOf, type Written, writtenOf } from './edits.ts'
import { markOf, readGrid, type ReadSheet } from './excel-read.ts'
import { templateOf } from './excel-sheet.ts'
import { getHead, type Head, lock } from './head-store.ts'
import { answerRemarks, writeCells } from './patch-store.ts'
import { mayEdit } from './policy.ts'
import { locked, wrongTemplate } from './refusals.ts'
import { subjectOf } from './subject.ts'

const gridOf = ({ layout }: Contents, key: string | undefined): ReturnGrid => {
  const grids = layout.sections.flatMap((section) => (section.kind === 'grid' ? [section] : []))
  const grid = key === undefined ? grids[0] : grids.find((one) => one.key === key)
  if (!grid) throw wrongTemplate()
  return grid
}

/** A grid of a return as an Excel template with what it holds; the first one unless said. */
export function template(
  context: Context,
  id: Id,
  section: string | undefined,
): Promise<{ name: string; sheet: SheetToWrite }> {
  return context.read(async (db) => {
    const head = await getHead(db, id, context.today)
    const contents = await contentsOf(db, head)
    const grid = gridOf(contents, section)
    const title = `${head.formCode}: ${head.roundTitle}`
    const mark = { returnId: id, section: grid.key, at: context.now.toISOString() }
    return { name: title, sheet: templateOf(title, grid, contents.cells, mark) }
  })
}

/**
 * Takes a filled template. With one place that cannot be read nothing is taken; cells that somebody
 * changed after the template was made are kept as they are and told.
 * @throws AppError `returns.wrong_template`, `returns.locked`, `excel.…`
 */
export async function take(
  context: Context,
  id: Id,
  bytes: Buffer,
  isPreview: boolean,
): Promise<ExcelResult> {
  await context.carries(bytes)
  const { isOwn } = await context.read((db) => getHead(db, id, context.today))
  assertAllowed(isOwn)
  const found = markOf(readSheets(bytes).sheets)
  if (!found || found.mark.returnId !== id) throw wrongTemplate()
  const { sheet, mark } = found
  const { actor, today } = context
  if (isPreview)
    return context.read(async (db) => {
      const head = await getHead(db, id, today)
      assertAllowed(head.isOwn)
      const contents = await contentsOf(db, head)
      const plan = planOf(
        readGrid(sheet, mark, gridOf(contents, mark.section), contents.cells),
        contents,
      )
      return { ...plan.result, isApplied: false }
    })
  return context.write(async (tx) => {
    await lock(tx, id)
    const head = await getHead(tx, id, today)
    assertEditable(context, head)
    const contents = await contentsOf(tx, head)
    const plan = planOf(
      readGrid(sheet, mark, gridOf(contents, mark.section), contents.cells),
      contents,
    )
    if (plan.result.errors.length > 0) return { ...plan.result, isApplied: false }
    const maker = { accountId: actor.accountId, byWords: actor.byWords, now: context.now }
    await writeCells(tx, head, plan.written, null, maker)
    if (head.hasRemarks) await answerRemarks(tx, head, plan.written)
    await audit.record(tx, actor, 'return.import', id, { cells: plan.told })
    return { ...plan.result, isApplied: true }
  })
}

function assertEditable({ actor }: Context, head: Head): void {
  const subject = subjectOf(head)
  if (mayEdit(actor, subject)) return
  assertAllowed(mayEdit(actor, { ...subject, state: 'open' }))
  throw locked(head.state)
}

type Place = { row: Id; indicatorId: Id; breakdownId: number }

function planOf({ answers, errors, mark }: ReadSheet, { kept }: Contents) {
  const written: (Place & Written)[] = []
  const told: object[] = []
  const conflicts: EditResult[] = []
  const faults = [...errors]
  for (const { cell, value } of answers) {
    const { row, indicatorId, breakdownId } = cell
    const edit = { row, indicatorId, breakdownId, seen: cell.version, value }
    const next = writtenOf(edit, cell)
    const held = kept.get(cellKey(cell))
    if (isRefusal(next)) {
      faults.push({ sheet: mark.section, cell: cellKey(cell), ...next })
      continue
    }
    const isSameValue = cell.value === next.value && cell.isNone === next.isNone
    if (isAsHeld(next, cell) || (isSameValue && cell.version > 0)) continue
    if (held && held.at > mark.at) conflicts.push(resultOf(edit, 'conflict', held))
    else {
      written.push({ row, indicatorId, breakdownId, ...next })
      told.push({
        key: cellKey(cell),
        before: held ? { value: held.value, isNone: held.isNone } : null,
        after: { value: next.value, isNone: next.isNone },
      })
    }
  }
  const changed = faults.length > 0 ? 0 : written.length
  const unchanged = answers.length - written.length - conflicts.length
  return { written, told, result: { changed, unchanged, errors: faults, conflicts } }
}
