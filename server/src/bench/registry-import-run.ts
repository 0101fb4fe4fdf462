import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { EntityImportOrder } from '@hopluc/shared/entity-import'
import ExcelJS from 'exceljs'
import type pg from 'pg'
import { importEntities, openImport } from '../modules/registry-import/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import { connect } from '../platform/db.ts'
import { openTable } from '../platform/excel-stream.ts'

/** One way of reading the file, in a process of its own so that its memory is its own. */
export interface ImportRun {
  way: 'library' | 'reader' | 'import'
  path: string
  connection: pg.ClientConfig
  actor: Actor
  fileId: string
  day: string
}

export interface ImportRan {
  seconds: number
  megabytes: number
  rows: number
}

const EVERY_MS = 10

async function main(run: ImportRun): Promise<ImportRan> {
  const watch = { most: process.memoryUsage().rss, isOver: false }
  const watching = (async () => {
    while (!watch.isOver) {
      watch.most = Math.max(watch.most, process.memoryUsage().rss)
      await sleep(EVERY_MS)
    }
  })()
  const started = performance.now()
  const rows = await WAYS[run.way](run)
  const seconds = (performance.now() - started) / 1000
  watch.isOver = true
  await watching
  // what the system says of the whole process, also while nobody could look
  const most = Math.max(watch.most, process.resourceUsage().maxRSS * 1024)
  return { seconds, megabytes: most / 1e6, rows }
}

const WAYS: Record<ImportRun['way'], (run: ImportRun) => Promise<number>> = {
  library: async ({ path }) => {
    const options = { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' } as const
    let rows = 0
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options))
      for await (const row of sheet) rows += row.cellCount > 0 ? 1 : 0
    return rows
  },
  reader: async ({ path }) => {
    const table = await openTable(readFileSync(path))
    let rows = 0
    for await (const some of table.rows(table.sheets[0] ?? '')) rows += some.length
    return rows
  },
  import: async ({ connection, actor, fileId, day }) => {
    const db = connect({ ...connection, max: 2 })
    try {
      const context = createContext(db, actor, day, new Date(`${day}T03:00:00Z`))
      const order = EntityImportOrder.parse({ fileId, day })
      const counts = await importEntities(context, order, await openImport(context, order))
      return counts.create
    } finally {
      await db.destroy()
    }
  },
}

process.once('message', (run: ImportRun) => {
  main(run).then(
    (ran) => process.send?.(ran, () => process.disconnect()),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
