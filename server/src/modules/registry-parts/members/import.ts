import {
  MemberBody,
  type MemberImport,
  type MemberImportCell,
  MemberImportPreview,
  type MemberImportResult,
} from '@hopluc/shared/entity-parts-people'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { apart } from '../../../platform/apart.ts'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { AppError, assertAllowed } from '../../../platform/errors.ts'
import * as files from '../../../platform/files.ts'
import { may } from '../policy.ts'
import { hasErrors, noNameColumn } from '../refusals.ts'
import { changedFields, insertAll, readingOf, type Row, told, update } from '../rows/index.ts'
import { numberOf, textOf } from '../words.ts'
import { type MemberLine, readLines } from './lines.ts'
import { members } from './part.ts'
import { plain, type SheetOfMembers } from './sheet.ts'
import * as store from './store.ts'

const WORK = { thread: new URL('./sheet-thread.ts', import.meta.url), tooHeavy, seconds: 30 }

function tooHeavy() {
  return new AppError('rule', 'excel.too_complex', {
    vi: 'Tệp Excel quá lớn hoặc quá phức tạp nên chưa đọc được. Hãy xóa các sheet không dùng, hoặc tách thành nhiều tệp.',
    en: 'The Excel file is too large or too complex to be read. Remove unused sheets, or split it.',
  })
}

interface Planned {
  line: number
  action: MemberImportPreview['rows'][number]['action']
  said: Row
  /** Of a change: what stands. */
  before: Row | null
}
interface Plan {
  planned: Planned[]
  issues: MemberImportCell[]
}

/** What the list would do, line by line and cell by cell; nothing is written. */
export async function preview(
  context: Context,
  entityId: Id,
  command: MemberImport,
): Promise<MemberImportPreview> {
  const sheet = await readSheet(context, command)
  const { planned, issues } = await context.read((db) => planOf(db, context, entityId, sheet))
  return MemberImportPreview.parse({
    ...sheet,
    rows: planned.map(({ line, action, said }) => ({
      line,
      action,
      name: textOf(said, 'name') ?? '',
      kind: said['kind'] ?? null,
      subject: said['subject'] ?? null,
      share: numberOf(said, 'share'),
      joinedOn: textOf(said, 'joinedOn'),
    })),
    issues,
    counts: countsOf(planned),
  })
}

/**
 * The whole list in one transaction; the same list again changes nothing.
 * @throws AppError `entity_parts.has_errors` unless the good lines alone are asked for,
 *   `entity_parts.no_name_column`
 */
export async function commit(
  context: Context,
  entityId: Id,
  command: MemberImport,
): Promise<MemberImportResult> {
  const { actor } = context
  const sheet = await readSheet(context, command)
  if (sheet.mapping.name === undefined) throw noNameColumn()
  return context.write(async (tx) => {
    const { planned, issues } = await planOf(tx, context, entityId, sheet)
    const errors = issues.filter(({ isError }) => isError)
    if (errors.length > 0 && command.isPartial !== true) throw hasErrors(errors.length)
    const added = planned.filter(({ action }) => action === 'add')
    if (added.length > 0)
      await insertAll(
        tx,
        members.table,
        entityId,
        added.map(({ said }) => ({ id: newId(), ...said })),
      )
    const deeds: { subjectId: Id; data: object }[] = []
    for (const { said, before, action } of planned)
      if (action === 'change' && before) {
        await update(tx, members, before, said, numberOf(before, 'version') ?? 0)
        deeds.push({ subjectId: entityId, data: changeOf(before, said, command.fileId) })
      }
    await audit.recordMany(tx, actor, 'entity.change_member', deeds)
    const counts = countsOf(planned)
    await audit.record(tx, actor, 'entity.import_members', entityId, {
      fileId: command.fileId,
      ...counts,
    })
    return { added: counts.add, changed: counts.change, same: counts.same, skipped: counts.skip }
  })
}

/** As of a member changed by hand: what is personal is told masked. */
const changeOf = (before: Row, said: Row, fileId: Id) => ({
  recordId: before['id'],
  ...audit.changes(told(members, before), told(members, said)),
  fields: changedFields(before, said),
  fileId,
})

async function readSheet(
  context: Context,
  { fileId, sheet, mapping }: MemberImport,
): Promise<SheetOfMembers> {
  const bytes = await files.content(context, fileId)
  return apart(WORK, { bytes, sheet, mapping }, { signal: context.signal })
}

async function planOf(
  db: Reader,
  context: Context,
  entityId: Id,
  sheet: SheetOfMembers,
): Promise<Plan> {
  assertAllowed(may(context.actor, members.action, await readingOf(db, context, entityId)))
  const known = await store.listAll(db, entityId)
  const byPaper = new Map(known.flatMap((row) => keyed(textOf(row, 'paperNo'), row)))
  const byName = Map.groupBy(known, (row) => plain(textOf(row, 'name') ?? ''))
  const lines = readLines(sheet)
  const issues = lines.flatMap(({ errors }) => errors)
  const seen = new Map<string, number>()
  const planned = lines.map((line): Planned => {
    const paperNo = textOf(line.said, 'paperNo')
    const twice = paperNo === null ? undefined : seen.get(paperNo)
    if (paperNo !== null) seen.set(paperNo, line.line)
    if (twice !== undefined) issues.push(repeated(line, twice))
    const alike = byName.get(plain(textOf(line.said, 'name') ?? '')) ?? []
    const before = (paperNo === null ? undefined : byPaper.get(paperNo)) ?? onlyOne(alike, paperNo)
    if (line.errors.length > 0 || twice !== undefined)
      return { line: line.line, action: 'skip', said: line.said, before: null }
    const said = before ? kept(line.said) : completed(line, issues)
    if (said === null) return { line: line.line, action: 'skip', said: line.said, before: null }
    const action = before ? (isSame(before, said) ? 'same' : 'change') : 'add'
    return { line: line.line, action, said, before: before ?? null }
  })
  return { planned, issues }
}

const keyed = (key: string | null, row: Row) => (key === null ? [] : [[key, row] as const])
/** By name alone only where there is one, and no other number says it is somebody else. */
function onlyOne(alike: readonly Row[], paperNo: string | null): Row | undefined {
  const [one, ...others] = alike
  const other = one ? textOf(one, 'paperNo') : null
  return others.length > 0 || (paperNo !== null && other !== null && other !== paperNo)
    ? undefined
    : one
}

/** An empty cell does not take away the day of joining. */
const kept = (said: Row): Row =>
  Object.fromEntries(
    Object.entries(said).filter(([key, value]) => key !== 'joinedOn' || value !== null),
  )

/** A new member needs the day of joining; what the list has no column for is empty. */
function completed({ line, said }: MemberLine, issues: MemberImportCell[]): Row | null {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const { data } = MemberBody.safeParse({ kind: 'official_a', subject: 'person', ...given })
  if (data) return data
  issues.push({
    line,
    field: 'joinedOn',
    column: null,
    isError: true,
    vi: 'Thiếu ngày vào (ngày trở thành thành viên).',
    en: 'The day of joining is missing.',
  })
  return null
}

const isSame = (before: Row, said: Row) =>
  Object.entries(said).every(
    ([key, value]) => value === undefined || value === (before[key] ?? null),
  )

const repeated = ({ line }: MemberLine, first: number): MemberImportCell => ({
  line,
  field: 'paperNo',
  column: null,
  isError: true,
  vi: `Số định danh này đã có ở dòng ${first}.`,
  en: `This number stands in line ${first} already.`,
})

function countsOf(planned: readonly Planned[]) {
  const count = (action: Planned['action']) => planned.filter((one) => one.action === action).length
  return { add: count('add'), change: count('change'), same: count('same'), skip: count('skip') }
}
