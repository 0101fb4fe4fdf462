import { fork } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { type ExcelRow, writeSheet } from '../platform/excel.ts'
import * as files from '../platform/files.ts'
import { SHEET } from '../modules/registry-import/index.ts'
import { anAgency, aPerson } from '../testing/organisation-parts.ts'
import { makeNation } from './nation.ts'
import type { ImportRan, ImportRun } from './registry-import-run.ts'
import type { Bench } from './types.ts'

const DAY = '2026-03-10'
const NOW = new Date(`${DAY}T03:00:00Z`)
/** A sheet is read oftener than once: the best of so many runs is the yardstick. */
const ROUNDS = 2

/** What an import fills. */
const FILLED =
  'entities entity_versions entity_places entity_events figures entity_spans entity_search audit_entries audit_payloads audit_open'.split(
    ' ',
  )

/**
 * A list of 35,000 cooperatives with the forty-odd columns of the project's sheet, entered by a province:
 * rows a second and the peak of the process, beside the bare reading of the same file by the library that
 * reads and writes Excel here (ExcelJS, streaming). Target: 500 MB, three times the bare reading. And beside
 * the least that any import can do: the file read, and the same finished rows put into tables with the
 * same indexes.
 */
export const registryImport: Bench = {
  kind: 'database',
  names: ['registry.import.rows_per_s', 'registry.import.peak_mb', 'registry.import.least'],
  run: async ({ db, owner, connection, isSmall, progress }) => {
    const rows = isSmall ? 350 : 35_000
    const { actor, communes } = await aProvinceOf(owner, isSmall)
    const folder = await mkdtemp(join(tmpdir(), 'hopluc-import-'))
    try {
      const path = join(folder, 'danh-sach.xlsx')
      await writeSheet(createWriteStream(path), {
        sheetName: 'HTX',
        columns: SHEET,
        rows: made(rows, communes),
      })
      const { size } = await stat(path)
      progress(`${rows} rows of ${SHEET.length} columns, ${(size / 1e6).toFixed(1)} MB`)
      const received = await files.receive('danh-sach.xlsx', createReadStream(path))
      const fileId = (
        await createContext(db, actor, DAY, NOW).write((tx) => files.store(tx, received))
      ).id
      await received.dispose()
      await sql`analyze`.execute(owner)
      const run = { path, connection: connection('app'), actor, fileId, day: DAY }
      const bare: ImportRan[] = []
      for (let round = 0; round < (isSmall ? 1 : ROUNDS); round += 1)
        bare.push(await apart({ ...run, way: 'library' }))
      const library = bare.toSorted((one, other) => one.seconds - other.seconds)[0]
      const reader = await apart({ ...run, way: 'reader' })
      const own = await apart({ ...run, way: 'import' })
      if (!library || own.rows !== rows || reader.rows < rows || library.rows < rows)
        throw new Error(`read ${library?.rows} and ${reader.rows}, imported ${own.rows} of ${rows}`)
      const putting = await putPlainly(owner)
      const least = reader.seconds + putting
      for (const [name, { seconds, megabytes }] of Object.entries({ library, reader, own }))
        progress(`${name}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`)
      const note = `${rows} rows × ${SHEET.length} columns in one transaction, spans and figures worked out; yardstick: bare streaming parse by ExcelJS ${library.seconds.toFixed(2)} s, ${library.megabytes.toFixed(0)} MB; the project's own bare reader ${reader.seconds.toFixed(2)} s`
      return [
        {
          name: 'registry.import.rows_per_s',
          value: Math.round(rows / own.seconds),
          unit: 'rows/s',
          yardstick: Math.round(rows / library.seconds),
          ratio: Number((own.seconds / library.seconds).toFixed(3)),
          note: `${note}; ratio of the times, target 3`,
        },
        {
          name: 'registry.import.peak_mb',
          value: Math.round(own.megabytes),
          unit: 'MB',
          yardstick: Math.round(library.megabytes),
          ratio: Number((own.megabytes / library.megabytes).toFixed(3)),
          note: `${note}; peak of the whole process, target 500 MB`,
        },
        {
          name: 'registry.import.least',
          value: Number(own.seconds.toFixed(2)),
          unit: 's',
          yardstick: Number(least.toFixed(2)),
          ratio: Number((own.seconds / least).toFixed(3)),
          note: `yardstick: the file read ${reader.seconds.toFixed(2)} s, and the same finished rows put by insert … select into tables with the same indexes ${putting.toFixed(2)} s, without checks, search for doubles, folding of words and hashes of the audit`,
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Seconds in which the rows that the import made are put once more, into empty tables alike. */
async function putPlainly(owner: Kysely<Schema>): Promise<number> {
  let seconds = 0
  for (const table of FILLED) {
    const copy = `plain_${table}`
    await sql`create table ${sql.table(copy)} (like ${sql.table(table)} including indexes including defaults)`.execute(
      owner,
    )
    const started = performance.now()
    await sql`insert into ${sql.table(copy)} select * from ${sql.table(table)}`.execute(owner)
    seconds += (performance.now() - started) / 1000
  }
  return seconds
}

/** Its standing officer keeps the register of all its communes. */
async function aProvinceOf(
  owner: Kysely<Schema>,
  isSmall: boolean,
): Promise<{ actor: Actor; communes: string[] }> {
  await makeNation(owner, isSmall ? 0.06 : 0.3)
  await sql`select refresh_ancestry()`.execute(owner)
  const { rows } = await sql<{ id: Id; communes: string[] }>`
    select parent_id as id, array_agg(code order by code) as communes from unit_versions
    where level = 'commune' and until_on = '9999-12-31' and code is not null
    group by parent_id order by count(*) desc limit 1`.execute(owner)
  const [province] = rows
  if (!province) throw new Error('no province has communes')
  const { id: unitId, communes } = province
  const committeeId = await anAgency(owner, {
    unitId,
    kind: 'steering_committee',
    name: 'BCĐ',
    shortName: 'BCĐ',
  })
  const agencyId = await anAgency(owner, {
    unitId,
    kind: 'department',
    name: 'Sở',
    shortName: 'Sở',
  })
  await owner
    .insertInto('committee_versions')
    .values({
      committee_id: committeeId,
      from_on: '2025-07-01',
      decision: '01/QĐ-UBND',
      decided_on: '2025-07-01',
      standing_agency_id: agencyId,
    })
    .execute()
  const person = await aPerson(owner, 'standing', {
    role: 'standing',
    agencyId,
    committeeId,
    title: 'Đo',
  })
  await sql`select refresh_scopes(${person.accountId})`.execute(owner)
  return { actor: person.actor, communes }
}

function* made(count: number, communes: readonly string[]): Generator<ExcelRow> {
  for (let n = 1; n <= count; n += 1)
    yield {
      name: `Hợp tác xã nông nghiệp dịch vụ Minh Đo ${n}`,
      kind: 'Hợp tác xã',
      code: String(n * 7).padStart(10, '0'),
      shortName: `HTX Đo ${n}`,
      foreignName: `Do cooperative ${n}`,
      communeCode: communes[n % communes.length],
      address: `Thôn ${n % 40}, số nhà ${n}`,
      lat: 9 + (n % 1300) / 100,
      lon: 103 + (n % 600) / 100,
      foundedOn: `20${String(10 + (n % 14)).padStart(2, '0')}-0${1 + (n % 9)}-1${n % 9}`,
      certificateNo: `GCN-${n}`,
      certificateOn: '2018-03-05',
      certificateBy: 'Phòng Kinh tế',
      status: n % 31 === 0 ? 'Tạm ngừng kinh doanh' : 'Đang hoạt động',
      statusOn: n % 31 === 0 ? '2026-01-05' : null,
      law: `Luật năm ${n % 3 === 0 ? 2012 : 2023}`,
      governance: n % 4 === 0 ? 'Đầy đủ' : 'Rút gọn',
      lines: '0118; 0111',
      commodities: 'Lúa; Rau',
      charterCapital: (n % 97) * 30_000_000,
      officialMembers: 7 + (n % 700),
      linkedMembers: n % 20,
      otherMembers: n % 30,
      workers: n % 60,
      representative: `Người thứ ${n}`,
      phone: `0900${String(n).padStart(6, '0')}`,
      email: `htx${n}@example.vn`,
      website: `htx${n}.example.vn`,
      figuresYear: 2025,
      H9: n % 50,
      H16: 3 + (n % 5),
      H10: (n % 900) * 1_000_000,
      H10t: (n % 400) * 1_000_000,
      H10n: (n % 500) * 1_000_000,
      H11: (n % 90) * 1_000_000,
      H14: (n % 800) * 1_000_000,
      H15: (n % 40) * 1_000_000,
      K1: (n % 700) * 1_000_000,
      K2: (n % 60) * 1_000_000,
      K4: (n % 30) * 1_000_000,
      K5: (n % 20) * 1_000_000,
    }
}

function apart(run: ImportRun): Promise<ImportRan> {
  const { promise, resolve, reject } = Promise.withResolvers<ImportRan>()
  const child = fork(join(import.meta.dirname, 'registry-import-run.ts'), { execArgv: [] })
  child.once('message', (ran: ImportRan) => resolve(ran))
  child.once('error', reject)
  child.once('exit', (code) => reject(new Error(`the run ended with ${code}`)))
  child.send(run)
  return promise
}
