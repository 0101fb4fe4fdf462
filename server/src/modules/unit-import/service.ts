import { randomUUIDv7 } from 'node:crypto'
import type {
  UnitImportCommand,
  UnitImportIssue,
  UnitImportKind,
  UnitImportPreview,
  UnitImportResult,
} from '@hopluc/shared/unit-import'
import { UnitImportCommand as Command } from '@hopluc/shared/unit-import'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { readSheets } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { handle, jobKind, type Jobs } from '../../platform/jobs.ts'
import { readPredecessorLines, readUnitLines } from './lines.ts'
import { mayImport } from './policy.ts'
import { countsOf, emptyPlan, endedBy, type Plan } from './plan.ts'
import { planPredecessors } from './plan-predecessors.ts'
import { planProvinces } from './plan-provinces.ts'
import { planUnits } from './plan-units.ts'
import * as store from './store.ts'

const MOST_SHOWN = 1000
/** Above this many changes the import goes on in the background. */
const MOST_AT_ONCE = 1500

const importing = jobKind('units.import', Command)

export interface Drawn {
  plan: Plan
  lines: number
}

/** What the import would do; nothing is written. */
export async function preview(
  context: Context,
  command: UnitImportCommand,
): Promise<UnitImportPreview> {
  assertAllowed(mayImport(context.actor))
  const rows = await rowsOf(context, command)
  const { plan, lines } = await context.read((db) => draw(db, command, rows))
  return {
    lines,
    counts: countsOf(plan),
    changes: plan.changes.filter(({ action }) => action !== 'same').slice(0, MOST_SHOWN),
    unclear: plan.unclear,
    errors: plan.errors,
  }
}

/** All of it or nothing; a long list goes on in the background, with the rights of whoever asked. */
export async function start(
  context: Context,
  jobs: Jobs,
  command: UnitImportCommand,
): Promise<UnitImportResult> {
  assertAllowed(mayImport(context.actor))
  const rows = await rowsOf(context, command)
  const { plan } = await context.read((db) => draw(db, command, rows))
  assertSound(plan)
  const changes = plan.changes.filter(({ action }) => action !== 'same').length
  if (changes <= MOST_AT_ONCE)
    return { state: 'done', job: null, counts: await commit(context, command, rows), error: null }
  const job = await context.write(async (tx) => {
    const id = await jobs.enqueue(tx, context.actor, importing, command)
    await audit.record(tx, context.actor, 'unit.ask_import', id, command)
    return id
  })
  return { state: 'waiting', job, counts: null, error: null }
}

export const unitImportHandler = handle(importing, {
  isUrgent: true,
  retries: 0,
  asPerson: async (context, command) => {
    const rows = await rowsOf(context, command)
    return { counts: await commit(context, command, rows) }
  },
})

/** How far one's own import is. */
export function getImport({ read }: Context, id: Id): Promise<UnitImportResult> {
  return read((db) => store.getJob(db, id, importing.name))
}

async function commit(context: Context, command: UnitImportCommand, rows: readonly string[][]) {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayImport(actor))
    await store.lock(tx)
    const { plan } = await draw(tx, command, rows)
    const counts = await carryOut(tx, plan, command.act)
    const subject = (await store.nationId(tx, command.onDay)) ?? randomUUIDv7()
    const { kind, fileId, onDay, act, isWhole } = command
    await audit.record(tx, actor, 'unit.import', subject, {
      kind,
      fileId,
      onDay,
      act,
      isWhole,
      counts,
    })
    return counts
  })
}

/** Writes a plan without errors; one without changes writes nothing. */
export async function carryOut(tx: Tx, plan: Plan, act: string) {
  assertSound(plan)
  const counts = countsOf(plan)
  if (plan.changes.some(({ action }) => action !== 'same')) await store.apply(tx, plan, act)
  return counts
}

/** The plan of a list on what is kept now. */
export async function draw(
  db: Reader,
  command: Omit<UnitImportCommand, 'fileId' | 'act'>,
  rows: readonly string[][],
): Promise<Drawn> {
  const { plan, lines } = await drawUnits(db, command, rows)
  const errors = [...plan.errors, ...(await leftBehind(db, plan, command.onDay))]
  return { plan: { ...plan, errors }, lines }
}

async function drawUnits(
  db: Reader,
  command: Omit<UnitImportCommand, 'fileId' | 'act'>,
  rows: readonly string[][],
): Promise<Drawn> {
  const state = await store.readState(db)
  const options = { ...command, newId: randomUUIDv7 }
  if (command.kind === 'provinces') return { plan: planProvinces(state, options), lines: 0 }
  if (command.kind === 'units') {
    const { lines, errors } = readUnitLines(rows)
    const plan = errors.length > 0 ? emptyPlan() : planUnits(lines, state, options)
    return { plan: { ...plan, errors: inOrder([...errors, ...plan.errors]) }, lines: lines.length }
  }
  const { lines, errors } = readPredecessorLines(rows)
  const plan = errors.length > 0 ? emptyPlan() : planPredecessors(lines, state, options)
  return { plan: { ...plan, errors: inOrder([...errors, ...plan.errors]) }, lines: lines.length }
}

/** A list of units moves no agency: it does not end a unit whose agencies have people. */
async function leftBehind(db: Reader, plan: Plan, onDay: PlainDate): Promise<UnitImportIssue[]> {
  const found = await store.listPeopled(db, endedBy(plan), onDay)
  return found.map(({ unit, agency, people }) => ({
    line:
      plan.changes.find((change) => change.action === 'end' && change.unit === unit)?.line ?? null,
    vi: `${unit} kết thúc nhưng ${agency} còn ${people} tài khoản. Hãy lập phương án sắp xếp để chuyển cơ quan, tài khoản và nhiệm vụ.`,
    en: `${unit} would end, but ${agency} has ${people} accounts. Draw up a reorganisation, which moves agencies, accounts and tasks.`,
  }))
}

const inOrder = (issues: readonly UnitImportIssue[]) =>
  issues.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))

/** Nothing is imported from a list with errors: the first ones say where. */
function assertSound({ errors }: Plan): void {
  if (errors.length === 0) return
  const words = (language: 'vi' | 'en') =>
    errors
      .slice(0, 5)
      .map((error) =>
        error.line ? `${LINE[language]} ${error.line}: ${error[language]}` : error[language],
      )
      .join(' ')
  throw new AppError('rule', 'units.import_refused', {
    vi: `Danh mục có ${errors.length} lỗi, chưa nhập dòng nào. ${words('vi')}`,
    en: `The list has ${errors.length} errors; nothing was imported. ${words('en')}`,
  })
}
const LINE = { vi: 'Dòng', en: 'Line' }

/** The first sheet of the file; the provinces come with the program. */
async function rowsOf(context: Context, { kind, fileId }: UnitImportCommand): Promise<string[][]> {
  if (kind === 'provinces') return []
  if (!fileId)
    throw new AppError('rule', 'units.import_without_file', {
      vi: 'Chưa chọn tệp danh mục.',
      en: 'No file was chosen.',
    })
  return rowsIn(await files.content(context, fileId), kind)
}

/** The lines of a file, from its first sheet that has the columns. */
export function rowsIn(bytes: Uint8Array, kind: UnitImportKind): string[][] {
  const { sheets } = readSheets(bytes)
  const head = kind === 'units' ? 'level' : 'predecessor'
  const fitting = sheets.find(({ rows }) =>
    rows[0]?.some((cell) => cell.trim().toLowerCase() === head),
  )
  return (fitting ?? sheets[0])?.rows ?? []
}
