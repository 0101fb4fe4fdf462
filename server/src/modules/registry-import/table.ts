import type { ImportColumn, ImportIssue } from '@hopluc/shared/entity-import'
import type { SheetLine } from '../../platform/excel-rows.ts'
import { openTable, type TableFile } from '../../platform/excel-stream.ts'
import { fieldOfHead, fingerprintOf, letterOf, mappingOfHeads } from './columns.ts'
import * as refusals from './refusals.ts'
import { textOf } from './values.ts'

const HEAD_LINES = 25
/** So many columns are known by their heads, or it is no head. */
const LEAST_KNOWN = 2
const MOST_LINES = 60_000
/** Who took the list away, as exports write it below their rows. */
const MARK = /^Xuất bởi .+Mã xuất: [0-9a-f-]{36}/

export interface Table {
  file: TableFile
  sheets: string[]
  sheet: string
  headerLine: number
  headers: string[]
  mapping: ImportColumn[]
  isKept: boolean
  issues: ImportIssue[]
}

interface Found {
  sheet: string
  known: number
  line: number
  headers: string[]
}

/** What is asked for, and the mapping kept for some heads, where there is one. */
export interface Asked {
  sheet?: string | undefined
  mapping?: readonly ImportColumn[] | undefined
  kept: (fingerprint: string) => Promise<readonly ImportColumn[] | undefined>
}

/**
 * A list by its heads: they stand in one of the first lines of a sheet, perhaps in two lines of which
 * the upper one groups.
 * @throws AppError as `openTable`, `entity_import.no_rows`, `entity_import.no_heads`,
 * `entity_import.no_such_sheet`
 */
export async function readTable(bytes: Buffer, asked: Asked): Promise<Table> {
  const file = await openTable(bytes)
  if (asked.sheet !== undefined && !file.sheets.includes(asked.sheet))
    throw refusals.noSuchSheet(asked.sheet, file.sheets)
  const found: Found[] = []
  for (const sheet of asked.sheet === undefined ? file.sheets : [asked.sheet]) {
    const first = await firstLines(file, sheet)
    if (first.length > 0) found.push({ sheet, ...headOf(first) })
  }
  const best = found.toSorted((one, other) => other.known - one.known)[0]
  if (!best) throw refusals.noRows()
  if (best.known < LEAST_KNOWN && !asked.mapping) {
    const keptFor = await asked.kept(fingerprintOf(best.headers))
    if (!keptFor) throw refusals.noHeads(best.sheet)
  }
  const kept = asked.mapping ? undefined : await asked.kept(fingerprintOf(best.headers))
  const own = asked.mapping ?? kept ?? mappingOfHeads(best.headers)
  return {
    file,
    sheets: file.sheets,
    sheet: best.sheet,
    headerLine: best.line,
    headers: best.headers,
    mapping: own.filter(({ column }) => column < best.headers.length),
    isKept: kept !== undefined,
    issues: asked.mapping || kept ? [] : sameHeads(best),
  }
}

async function firstLines(file: TableFile, sheet: string): Promise<SheetLine[]> {
  const lines: SheetLine[] = []
  for await (const rows of file.rows(sheet)) {
    lines.push(...rows)
    if (lines.length >= HEAD_LINES) break
  }
  return lines.slice(0, HEAD_LINES)
}

/** The line of which most heads are known; what it leaves out may stand above, merged over two lines. */
function headOf(lines: readonly SheetLine[]): Omit<Found, 'sheet'> {
  let best = { known: -1, line: 1, headers: [''] }
  for (const [index, { line, cells }] of lines.entries()) {
    const above = lines[index - 1]?.line === line - 1 ? (lines[index - 1]?.cells ?? []) : []
    const headers = together(cells.map(textOf), above.map(textOf))
    const own = new Set(headers.flatMap((head) => fieldOfHead(head) ?? []))
    const isHead = cells.every((cell) => typeof cell === 'string') && cells.length > 1
    if (isHead && own.size > best.known) best = { known: own.size, line, headers }
  }
  return best
}

function together(own: readonly string[], above: readonly string[]): string[] {
  let group = ''
  const isGrouped = above.filter(Boolean).length > 1
  return Array.from({ length: Math.max(own.length, isGrouped ? above.length : 0) }, (_, index) => {
    const [head = '', over = ''] = [own[index], isGrouped ? above[index] : '']
    if (over !== '') group = over
    if (head === '') return over
    const isTwice = own.indexOf(head) !== own.lastIndexOf(head)
    return isTwice && group !== '' && fieldOfHead(`${group} ${head}`) ? `${group} ${head}` : head
  })
}

function sameHeads({ headers, line }: Found): ImportIssue[] {
  const seen = new Map<string, number>()
  return headers.flatMap((head, column) => {
    const field = head && fieldOfHead(head)
    if (!field) return []
    const before = seen.get(field)
    seen.set(field, before ?? column)
    if (before === undefined) return []
    const [first, second] = [letterOf(before), letterOf(column)]
    return [
      {
        line,
        column: second,
        field,
        isError: false,
        vi: `Cột ${first} và ${second} cùng một nội dung; đang lấy cột ${first}. Chọn lại ở phần ghép cột nếu không đúng.`,
        en: `Columns ${first} and ${second} hold the same; ${first} is taken. Choose again if that is wrong.`,
      },
    ]
  })
}

/**
 * Refuses a list that is too long before anything is worked out for it; only one that may be is read for that.
 * @throws AppError `entity_import.too_many_lines`
 */
export async function assertNotTooLong(table: Table): Promise<void> {
  const { file, sheet, headerLine } = table
  if ((await file.lastLine(sheet)) - headerLine <= MOST_LINES) return
  for await (const _rows of linesOf(table)) continue
}

/**
 * The lines below the heads, piece by piece; empty ones and the mark of an export are left out.
 * @throws AppError `entity_import.too_many_lines`
 */
export async function* linesOf({ file, sheet, headerLine }: Table): AsyncGenerator<SheetLine[]> {
  let count = 0
  for await (const rows of file.rows(sheet)) {
    const found = rows.filter(
      ({ line, cells }) =>
        line > headerLine &&
        cells.some((cell) => cell !== '') &&
        !(typeof cells[0] === 'string' && cells.length === 1 && MARK.test(cells[0])),
    )
    count += found.length
    if (count > MOST_LINES) throw refusals.tooManyLines(MOST_LINES)
    if (found.length > 0) yield found
    // one long list is not to keep every other request waiting
    await new Promise((resolve) => setImmediate(resolve))
  }
}
