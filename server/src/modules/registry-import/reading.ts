import type { EntityImportCommand, ImportIssue } from '@hopluc/shared/entity-import'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { SheetLine } from '../../platform/excel-rows.ts'
import * as files from '../../platform/files.ts'
import * as mappings from './mappings.ts'
import { createPlanner, type Planner } from './plan.ts'
import type { Planned } from './planned.ts'
import * as refusals from './refusals.ts'
import { linesOf, readTable, type Table } from './table.ts'

export interface Opened {
  table: Table
  fileName: string
}

/** The list of a file with its heads and how its columns are matched. */
export async function open(context: Context, command: EntityImportCommand): Promise<Opened> {
  const { actor, read } = context
  if (command.day > context.today) throw refusals.listAhead()
  const { name } = await read((db) => files.get(db, command.fileId))
  const table = await readTable(await files.content(context, command.fileId), {
    sheet: command.sheet,
    mapping: command.mapping,
    kept: (fingerprint) => read((db) => mappings.find(db, actor.agencyId, fingerprint)),
  })
  return { table, fileName: name }
}

export interface Drawn {
  planner: Planner
  planned: Planned[]
  issues: ImportIssue[]
}

const NAMES = ['id', 'name', 'code']
/** Looked up in the register at one time. */
const LINES_TOGETHER = 500

/**
 * All lines and what is to be done for them.
 * @throws AppError `entity_import.no_name_column`, `entity_import.too_many_lines`
 */
export async function draw(
  db: Reader,
  { today }: Context,
  command: EntityImportCommand,
  { table }: Opened,
): Promise<Drawn> {
  const { mapping } = table
  if (!mapping.some(({ field }) => NAMES.includes(field))) throw refusals.noName()
  const { source, day } = command
  const planner = await createPlanner(db, { mapping, source, day, today })
  const planned: Planned[] = []
  let waiting: SheetLine[] = []
  const plan = async () => {
    const rows = waiting
    waiting = []
    if (rows.length > 0) planned.push(...(await planner.plan(db, rows)))
  }
  for await (const rows of linesOf(table)) {
    waiting.push(...rows)
    if (waiting.length >= LINES_TOGETHER) await plan()
  }
  await plan()
  return { planner, planned, issues: table.issues }
}

/** How many lines there are. */
export async function countLines({ table }: Opened): Promise<number> {
  let count = 0
  for await (const rows of linesOf(table)) count += rows.length
  return count
}
