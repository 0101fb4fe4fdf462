import { readFile, writeFile } from 'node:fs/promises'
import { PROVINCES_ACT, type UnitImportKind } from '@hopluc/shared/unit-import'
import { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import {
  carryOut,
  countsOf,
  draw,
  KNOWN_SINCE,
  PROVINCES_DAY,
  rowsIn,
  unitsAsCsv,
} from '../modules/unit-import/index.ts'
import * as audit from '../platform/audit.ts'
import type { Database } from '../platform/config-database.ts'
import { Refusal } from '../platform/config.ts'
import { calendarDay } from '../platform/clock.ts'
import { connect } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'
import type { ImportOptions, Kind } from './kinds.ts'

export const UNIT_KINDS: Record<string, Kind> = {
  units: {
    description: 'danh mục đơn vị: code,name,level,parent_code; --day, --act · list of units',
    import: (database, file, options) => importUnits(database, 'units', file, options),
    export: exportUnits,
  },
  predecessors: {
    description:
      'đơn vị hình thành từ: code,name,province_code,predecessor,predecessor_district,only_in_part; --day, --act · what communes were formed from',
    import: (database, file, options) => importUnits(database, 'predecessors', file, options),
  },
  provinces: {
    description:
      '34 tỉnh, thành phố có sẵn (FILE là -) · the 34 provinces that come along (FILE is -)',
    import: (database, file, options) => importUnits(database, 'provinces', file, options),
  },
}

/** The units of today, in the form in which they are imported. */
async function exportUnits(database: Database, file: string): Promise<number> {
  const owner = connect({ ...database.connection('owner'), max: 1 })
  try {
    const { csv, rows } = await unitsAsCsv(owner, calendarDay(new Date()))
    await writeFile(file, csv)
    return rows
  } finally {
    await owner.destroy()
  }
}

/** Prints what changes, what is unclear, the time and the memory; with an error nothing is written. */
async function importUnits(
  database: Database,
  kind: UnitImportKind,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const isShipped = kind === 'provinces'
  const onDay = dayOf(options.day ?? (isShipped ? PROVINCES_DAY : undefined), '--day')
  const since = dayOf(options.since ?? KNOWN_SINCE, '--since')
  const act = options.act ?? (isShipped ? PROVINCES_ACT : undefined)
  if (!act) throw missing('--act')
  const started = performance.now()
  const rows = isShipped ? [] : rowsIn(await readFile(file), kind)
  const owner = connect({ ...database.connection('owner'), max: 1 })
  try {
    const { plan, lines } = await owner.transaction().execute(async (tx) => {
      const isWhole = options.whole ?? false
      const drawn = await draw(tx, { kind, onDay, since, isWhole }, rows)
      if (drawn.plan.errors.length > 0) return drawn
      await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
      const counts = await carryOut(tx, drawn.plan, act)
      await audit.record(tx, audit.SYSTEM, 'unit.import', randomUUIDv7(), {
        kind,
        onDay,
        act,
        counts,
      })
      return drawn
    })
    for (const { line, vi } of plan.unclear.slice(0, 20)) console.log(`? ${line ?? ''} ${vi}`)
    if (plan.unclear.length > 20)
      console.log(`? … và ${plan.unclear.length - 20} điểm khác chưa rõ`)
    if (plan.errors.length > 0) throw refused(plan.errors)
    console.log(JSON.stringify({ ...countsOf(plan), unclear: plan.unclear.length }))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    console.log(`${lines} dòng · lines, ${seconds} s, ${peak} MB`)
    return lines
  } finally {
    await owner.destroy()
  }
}

function dayOf(text: string | undefined, option: string): PlainDate {
  const day = PlainDate.safeParse(text)
  if (day.success) return day.data
  throw missing(option)
}

function missing(option: string): Refusal {
  return new Refusal({
    vi: `Thiếu hoặc sai ${option}. Ví dụ: --day 2025-07-01 --act "Nghị quyết số 1668/NQ-UBTVQH15".`,
    en: `${option} is missing or wrong; see the example above.`,
  })
}

function refused(errors: readonly { line: number | null; vi: string; en: string }[]): Refusal {
  const shown = errors.slice(0, 20)
  const words = (key: 'vi' | 'en', line: string) =>
    shown.map((one) => `${one.line ? `${line} ${one.line}: ` : ''}${one[key]}`).join('\n')
  return new Refusal({
    vi: `Danh mục có ${errors.length} lỗi, chưa nhập dòng nào:\n${words('vi', 'Dòng')}`,
    en: `${errors.length} errors, nothing was imported:\n${words('en', 'Line')}`,
  })
}
