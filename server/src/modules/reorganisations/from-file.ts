import { communeAgencies } from '@hopluc/shared/commune-agencies'
import type { DraftedPlan, PlanFromFile } from '@hopluc/shared/reorganisation-file'
import type {
  FoundedUnit,
  PlannedUnitSuccession,
  ReorganisationIssue,
} from '@hopluc/shared/reorganisations'
import { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import { addDays, type Id } from '@hopluc/shared/values'
import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { readSheets } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { mayReorganise } from './policy.ts'
import { foldWords, type KnownUnit, listUnitsOn } from './from-file-store.ts'

/** What a column may be called, folded; the first that is there is taken. */
const COLUMNS = {
  fromCode: ['ma cu', 'from_code', 'old_code'],
  fromName: ['ten cu', 'don vi cu', 'from_name', 'old_name'],
  fromUnder: ['truc thuoc cu', 'cap tren cu', 'from_parent', 'old_parent'],
  toCode: ['ma moi', 'to_code', 'new_code'],
  toName: ['ten moi', 'don vi moi', 'to_name', 'new_name'],
  toKind: ['loai', 'loai moi', 'to_kind', 'kind'],
  toUnder: ['truc thuoc moi', 'cap tren moi', 'to_parent', 'new_parent'],
  whole: ['toan bo', 'cach sap xep', 'is_whole', 'whole'],
  share: ['ty le', 'share'],
} as const

type Column = keyof typeof COLUMNS

const KINDS = [
  'đặc khu',
  'thị trấn',
  'phường',
  'xã',
  'huyện',
  'quận',
  'thị xã',
  'thành phố',
  'tỉnh',
]
const PARTLY = ['mot phan', 'part', 'false', '0', 'khong']

/** Draws a plan up from a list of who passes over to whom. Writes nothing. */
export async function planFromFile(
  context: Context,
  { fileId, onDay, withAgencies }: PlanFromFile,
): Promise<DraftedPlan> {
  assertAllowed(mayReorganise(context.actor))
  const { sheets } = readSheets(await files.content(context, fileId))
  const rows = sheets[0]?.rows ?? []
  const at = columnsOf(rows[0] ?? [])
  const known = await context.read((db) => listUnitsOn(db, [addDays(onDay, -1), onDay]))
  return draw(rows.slice(1), at, known, withAgencies)
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const folded = header.map(foldWords)
  const found = new Map<Column, number>()
  for (const [column, names] of Object.entries(COLUMNS)) {
    const index = folded.findIndex((one) => names.some((name) => name === one))
    if (index >= 0 && isColumn(column)) found.set(column, index)
  }
  if ((found.has('fromCode') || found.has('fromName')) && found.has('toName')) return found
  throw new AppError('rule', 'reorganisations.no_columns', {
    vi: 'Tệp cần có cột “Mã cũ” hoặc “Tên cũ”, và cột “Tên mới”.',
    en: 'The file needs a column “Mã cũ” or “Tên cũ”, and a column “Tên mới”.',
  })
}

function isColumn(name: string): name is Column {
  return name in COLUMNS
}

/** One line passes one unit, or a part of it, over to one other. Pure. */
export function draw(
  rows: readonly (readonly string[])[],
  at: ReadonlyMap<Column, number>,
  known: readonly KnownUnit[],
  withAgencies: boolean,
): DraftedPlan {
  const errors: ReorganisationIssue[] = []
  const founded = new Map<string, FoundedUnit>()
  const successions: PlannedUnitSuccession[] = []
  const ended = new Set<Id>()
  const oldIds = new Set<Id>()
  const read = rows.flatMap((row, index) => {
    const cell = (column: Column) => row[at.get(column) ?? -1]?.trim() ?? ''
    const line = index + 2
    if (row.every((text) => text.trim() === '')) return []
    const found = findUnit(known, cell('fromCode'), cell('fromName'), cell('fromUnder'))
    if (!found.unit) {
      errors.push(fault(line, found.isMany ? MANY : UNKNOWN, cell('fromName') || cell('fromCode')))
      return []
    }
    if (cell('toName') === '' && cell('toCode') === '') {
      errors.push(fault(line, NOWHERE, cell('fromName')))
      return []
    }
    oldIds.add(found.unit.id)
    return [{ line, cell, from: found.unit }]
  })
  for (const { line, cell, from } of read) {
    const share =
      Number(cell('share').replace(',', '.').replace('%', '')) /
      (cell('share').includes('%') ? 100 : 1)
    if (cell('share') !== '' && !(share > 0 && share <= 1)) {
      errors.push(fault(line, BAD_SHARE, cell('share')))
      continue
    }
    const hasShare = cell('share') !== '' && share < 1
    const isWhole = !hasShare && !PARTLY.includes(foldWords(cell('whole')))
    const toId = successor(cell, from)
    if (!toId) {
      errors.push(fault(line, NO_PARENT, cell('toName')))
      continue
    }
    successions.push({
      fromId: from.id,
      toId,
      isWhole,
      share: hasShare ? share : null,
      isEstimate: false,
    })
    if (isWhole) ended.add(from.id)
  }
  // a unit whose parts all pass over is no more
  for (const [fromId, parts] of Map.groupBy(successions, (one) => one.fromId))
    if (parts.length > 1 && !parts.some(({ toId }) => toId === fromId)) ended.add(fromId)
  const plan = ReorganisationPlan.parse({
    units: { founded: [...founded.values()], ended: [...ended], successions },
    agencies: {
      founded: withAgencies
        ? [...founded.values()].flatMap((one) => communeAgencies(one, randomUUIDv7))
        : [],
    },
  })
  return { plan, rows: read.length, errors }

  /** An existing unit by its code, or a new one; the same line twice founds it once. */
  function successor(cell: (column: Column) => string, from: KnownUnit): Id | undefined {
    const { kind, name } = splitKind(cell('toName'), cell('toKind'), from.kind)
    const under = cell('toUnder')
    const key = [cell('toCode'), foldWords(`${kind} ${name}`), foldWords(under)].join('|')
    const already = founded.get(key)
    if (already) return already.id
    const there = findUnit(known, cell('toCode'), under ? '' : `${kind} ${name}`, '').unit
    if (there && there.level === from.level && !oldIds.has(there.id)) return there.id
    const parent = under ? findUnit(known, '', under, '').unit?.id : aboveOf(from)
    if (!parent) return undefined
    const unit: FoundedUnit = {
      id: randomUUIDv7(),
      level: from.level,
      kind,
      name,
      code: cell('toCode') || null,
      parentId: parent,
    }
    founded.set(key, unit)
    return unit.id
  }

  /** Where the districts have ended, a commune stands below the province. */
  function aboveOf({ parentId }: KnownUnit): Id | undefined {
    const parent = known.find(({ id }) => id === parentId)
    if (!parent) return undefined
    return parent.lasts ? parent.id : (parent.parentId ?? undefined)
  }
}

function findUnit(
  known: readonly KnownUnit[],
  code: string,
  name: string,
  under: string,
): { unit: KnownUnit | undefined; isMany: boolean } {
  if (code !== '') {
    const [first, second] = known.filter((unit) => unit.code === code)
    if (first) return { unit: second ? undefined : first, isMany: second !== undefined }
  }
  if (name === '') return { unit: undefined, isMany: false }
  const wanted = foldWords(name)
  const alike = known.filter(
    (unit) =>
      (unit.folded === wanted || foldWords(unit.name) === wanted) &&
      (under === '' || unit.foldedUnder.includes(foldWords(under))),
  )
  return { unit: alike.length === 1 ? alike[0] : undefined, isMany: alike.length > 1 }
}

/** "Xã An Lạc Thôn" without its kind. */
function splitKind(name: string, kind: string, usual: string): { kind: string; name: string } {
  if (kind !== '') return { kind: kind.toLocaleLowerCase('vi'), name: without(name, kind) }
  const found = KINDS.find((one) => name.toLocaleLowerCase('vi').startsWith(`${one} `))
  return { kind: found ?? usual, name: found ? name.slice(found.length).trim() : name }
}

function without(name: string, kind: string): string {
  return name.toLocaleLowerCase('vi').startsWith(`${kind.toLocaleLowerCase('vi')} `)
    ? name.slice(kind.length).trim()
    : name
}

const UNKNOWN = {
  code: 'unknown',
  vi: 'không tìm thấy đơn vị cũ “{name}” vào ngày trước ngày có hiệu lực',
  en: 'no unit “{name}” on the day before',
}
const MANY = {
  code: 'many',
  vi: 'có nhiều đơn vị tên “{name}”; hãy ghi mã hoặc đơn vị cấp trên',
  en: 'several units are called “{name}”; give the code or the unit above',
}
const NOWHERE = {
  code: 'nowhere',
  vi: 'thiếu tên đơn vị mới cho “{name}”',
  en: 'the name of the new unit is missing for “{name}”',
}
const BAD_SHARE = {
  code: 'bad_share',
  vi: 'tỷ lệ “{name}” phải lớn hơn 0 và không quá 100%',
  en: 'the share “{name}” has to be above 0 and up to 100%',
}
const NO_PARENT = {
  code: 'no_parent',
  vi: 'không tìm thấy đơn vị cấp trên của “{name}”',
  en: 'the unit above “{name}” was not found',
}

function fault(line: number, words: typeof UNKNOWN, name: string): ReorganisationIssue {
  const fill = (text: string) => text.replace('{name}', name)
  return {
    path: String(line),
    code: `reorganisations.file_${words.code}`,
    vi: `Dòng ${line}: ${fill(words.vi)}.`,
    en: `Line ${line}: ${fill(words.en)}.`,
  }
}
