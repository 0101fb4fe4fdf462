import { UnitLevel } from '@hopluc/shared/units'
import type { UnitImportIssue } from '@hopluc/shared/unit-import'

export interface UnitLine {
  line: number
  code: string
  name: string
  level: Exclude<UnitLevel, 'nation'>
  parentCode: string | null
}

export interface PredecessorLine {
  line: number
  code: string
  name: string
  provinceCode: string
  predecessor: string
  district: string | null
  isPart: boolean
}

export interface Lines<Line> {
  lines: Line[]
  errors: UnitImportIssue[]
}

const UNIT_COLUMNS = ['code', 'name', 'level', 'parent_code'] as const
const PREDECESSOR_COLUMNS = [
  'code',
  'name',
  'province_code',
  'predecessor',
  'predecessor_district',
  'only_in_part',
] as const

export function readUnitLines(rows: readonly (readonly string[])[]): Lines<UnitLine> {
  const { cells, errors } = columnsOf(rows, UNIT_COLUMNS, 3)
  const lines: UnitLine[] = []
  const seen = new Map<string, number>()
  for (const { line, cell } of cells) {
    const [code, name, parentCode] = [cell('code'), cell('name'), cell('parent_code')]
    const words = cell('level')
    const level = UnitLevel.exclude(['nation']).safeParse(words.toLowerCase()).data
    if (!code || !name) errors.push(missing(line, code ? 'name' : 'code'))
    else if (!level)
      errors.push({
        line,
        vi: `Cấp “${words}” không có; cấp là province, district hoặc commune.`,
        en: `There is no level "${words}"; it is province, district or commune.`,
      })
    else {
      const before = seen.get(`${level} ${code}`)
      if (before !== undefined)
        errors.push({
          line,
          vi: `Mã ${code} đã có ở dòng ${before}.`,
          en: `Code ${code} stands in line ${before} already.`,
        })
      seen.set(`${level} ${code}`, line)
      lines.push({ line, code, name, level, parentCode: parentCode || null })
    }
  }
  return { lines, errors }
}

export function readPredecessorLines(rows: readonly (readonly string[])[]): Lines<PredecessorLine> {
  const { cells, errors } = columnsOf(rows, PREDECESSOR_COLUMNS, 4)
  const lines: PredecessorLine[] = []
  for (const { line, cell } of cells) {
    const [code, name, provinceCode] = [cell('code'), cell('name'), cell('province_code')]
    const [predecessor, part] = [cell('predecessor'), cell('only_in_part').toLowerCase()]
    if (!code) errors.push(missing(line, 'code'))
    else if (!predecessor) errors.push(missing(line, 'predecessor'))
    else if (!/^(?:|0|1|true|false|x)$/.test(part))
      errors.push({
        line,
        vi: `Cột only_in_part ghi “${part}”; chỉ ghi 0 hoặc 1.`,
        en: `only_in_part says "${part}"; it says 0 or 1.`,
      })
    else {
      const isPart = ['1', 'true', 'x'].includes(part)
      const district = cell('predecessor_district') || null
      lines.push({ line, code, name, provinceCode, predecessor, district, isPart })
    }
  }
  return { lines, errors }
}

function missing(line: number, column: string): UnitImportIssue {
  return { line, vi: `Thiếu cột ${column}.`, en: `The column ${column} is empty.` }
}

/** Cells by the heads of the first line, in whatever order; the first `needed` heads have to be there. */
function columnsOf<const Column extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  needed: number,
) {
  const heads = (rows[0] ?? []).map((head) => head.trim().toLowerCase())
  const absent = columns.slice(0, needed).filter((column) => !heads.includes(column))
  const errors: UnitImportIssue[] = []
  if (absent.length > 0) {
    errors.push({
      line: 1,
      vi: `Dòng đầu phải có các cột ${columns.join(', ')}; thiếu ${absent.join(', ')}.`,
      en: `The first line has to name the columns ${columns.join(', ')}; ${absent.join(', ')} missing.`,
    })
    return { cells: [], errors }
  }
  const cells = rows.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const cell = (column: Column) => (row[heads.indexOf(column)] ?? '').trim().normalize('NFC')
    return [{ line: index + 2, cell }]
  })
  return { cells, errors }
}
