import type { EntityImportCommand } from '@hopluc/shared/entity-import'
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

const NAMES = ['id', 'name', 'code']
/** Looked up in the register, and written, at one time. */
const LINES_TOGETHER = 500

/**
 * All lines and what is to be done for them, piece by piece in their order: the next piece is read from the
 * file while `take` is busy with the one before.
 * @throws AppError `entity_import.no_name_column`, `entity_import.too_many_lines`
 */
export async function draw(
  db: Reader,
  { today }: Context,
  command: EntityImportCommand,
  { table }: Opened,
  take: (planned: readonly Planned[]) => Promise<void> | void,
): Promise<Planner> {
  const { mapping } = table
  if (!mapping.some(({ field }) => NAMES.includes(field))) throw refusals.noName()
  const { source, day } = command
  const planner = await createPlanner(db, { mapping, source, day, today })
  let taking = Promise.resolve()
  const takeNext = async (read: ReturnType<Planner['read']>) => take(await planner.plan(db, read))
  try {
    for await (const rows of together(linesOf(table))) {
      const read = planner.read(rows)
      await taking
      taking = takeNext(read)
      taking.catch(() => undefined) // told when the rows that are being read are there
    }
  } finally {
    await Promise.allSettled([taking]) // or it would go on after its transaction
  }
  await taking
  return planner
}

async function* together(pieces: AsyncIterable<SheetLine[]>): AsyncGenerator<SheetLine[]> {
  let waiting: SheetLine[] = []
  for await (const rows of pieces) {
    waiting.push(...rows)
    if (waiting.length < LINES_TOGETHER) continue
    yield waiting
    waiting = []
  }
  if (waiting.length > 0) yield waiting
}

/** How many lines there are. */
export async function countLines({ table }: Opened): Promise<number> {
  let count = 0
  for await (const rows of linesOf(table)) count += rows.length
  return count
}
