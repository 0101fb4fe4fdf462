import type { Entity, NewEntity } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import ExcelJS from 'exceljs'
import { randomUUID } from 'node:crypto'
import { createApp } from '../../app.ts'
import { createContext } from '../../platform/context.ts'
import * as files from '../../platform/files.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

export type Cell = string | number | Date | null | { formula: string; result?: string }

/** An Excel file as people make them: what is a number, a day or a formula stays one. */
export async function workbook(
  rows: readonly (readonly Cell[])[],
  more?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh sách')
  for (const row of rows) sheet.addRow([...row])
  more?.(sheet, book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const TODAY: PlainDate = '2026-03-10'

/** An entity with its founding. */
export function newEntity(unitId: Id, more: Partial<NewEntity['attributes']> = {}): object {
  return {
    attributes: { name: 'Hợp tác xã nông nghiệp Minh Phát', kind: 'cooperative', ...more },
    place: { unitId },
    fromOn: '2020-01-01',
    source: { from: 'certificate', on: '2020-01-01' },
    events: [{ kind: 'registered', onDay: '2020-01-01', decisionNo: '0800000001' }],
  }
}

/** The program on 10/03/2026 with two provinces, to which files can be sent. */
export async function anImport() {
  const { app: db, owner } = await aDatabase()
  const asked: string[] = []
  const jobs = {
    enqueue: async (_tx: unknown, _actor: unknown, { name }: { name: string }) => {
      asked.push(name)
      return randomUUID()
    },
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const now = new Date(`${TODAY}T03:00:00Z`)
  const app = createApp({ db, now: () => now, jobs, isDemo: false, secureCookies: false })
  const organisation = await anOrganisation(owner)
  const cookies = new Map<string, { cookie: string }>()
  const send = async (
    { username }: TestPerson,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
  ) => {
    const headers = cookies.get(username) ?? (await signIn(app, username))
    cookies.set(username, headers)
    const url = encodeURI(`/api${path}`)
    return app.inject({ method, url, headers, ...(payload && { payload }) })
  }
  const create = async (person: TestPerson, body: object): Promise<Entity> => {
    const answer = await send(person, 'POST', '/entities', body)
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }
  const events = async (): Promise<string[]> => {
    const rows = await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()
    return rows.map(({ event }) => event)
  }
  const sendFile = async (
    { actor }: TestPerson,
    content: Buffer | string,
    name = 'danh-sach.xlsx',
  ): Promise<Id> => {
    const received = await files.receive(name, Buffer.from(content))
    try {
      const { write } = createContext(db, actor, TODAY, now)
      return (await write((tx) => files.store(tx, received))).id
    } finally {
      await received.dispose()
    }
  }
  const importing = async (
    who: TestPerson,
    what: '' | '/preview' | '/remarks',
    rows: readonly (readonly Cell[])[] | Buffer,
    more: object = {},
  ) => {
    const bytes = Buffer.isBuffer(rows) ? rows : await workbook(rows)
    const fileId = await sendFile(who, bytes)
    return send(who, 'POST', `/entities/imports${what}`, { fileId, day: TODAY, ...more })
  }
  return { db, owner, ...organisation, send, create, events, sendFile, importing, asked }
}
