import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ImportCommand } from '@hopluc/shared/task-import'
import { beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { writeSheet } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { aTaskList } from '../../testing/tasks.ts'

const { organisation, db, owner, clock, get, post, counts, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const HEADS = {
  order: 'STT',
  code: 'Mã nhiệm vụ',
  source: 'Văn bản giao',
  title: 'Nội dung nhiệm vụ',
  lead: 'Cơ quan chủ trì',
  co: 'Cơ quan phối hợp',
  due: 'Thời hạn',
  result: 'Kết quả thực hiện',
  state: 'Tình trạng',
}
type Line = Partial<Record<keyof typeof HEADS, string>>

/** A running list as a department keeps it, sent ahead by the standing officer. */
async function aFile(lines: readonly Line[]): Promise<string> {
  const stream = new PassThrough()
  const columns = Object.entries(HEADS).map(([key, header]) => {
    return { header, key, width: 20, kind: 'text' as const }
  })
  const bytes = buffer(stream)
  const rows = lines.map((line, at) => ({ order: String(at + 1), ...line }))
  await writeSheet(stream, { sheetName: 'Nhiệm vụ', title: 'Danh mục nhiệm vụ', columns, rows })
  const received = await files.receive('danh-muc.xlsx', await bytes)
  const { write } = createContext(db, a.standing.actor, '2026-03-10', clock.now)
  const stored = await write((tx) => files.store(tx, received))
  await received.dispose()
  return stored.id
}

const line = (more: Line = {}): Line => ({
  source: 'Thông báo số 05/TB-BCĐ ngày 03/02/2026',
  title: 'Kiện toàn Ban Chỉ đạo',
  lead: 'Sở NN&MT',
  due: '20/03/2026',
  state: 'Đang thực hiện',
  ...more,
})
const LINES = [
  line(),
  line({
    title: 'Báo cáo quý',
    due: '28/02/2026',
    state: 'Đã hoàn thành',
    result: 'BC 12/BC-STC ngày 20/02/2026',
    lead: 'Sở Tài chính',
  }),
  line({
    title: 'Quá hạn từ lâu',
    due: '01/03/2026',
    source: 'Kế hoạch số 14/KH-UBND ngày 22/02/2026',
  }),
  line({ title: 'Không rõ ai làm', lead: 'Sở Ma thuật' }),
  line({ title: 'Tuyên truyền', lead: 'Liên minh HTX', co: 'Sở Tài chính', due: 'Thường xuyên' }),
]

async function send(
  url: string,
  lines: readonly Line[],
  more: Partial<ImportCommand> = {},
  who = 'standing',
) {
  const fileId = await aFile(lines)
  return post(who, `/tasks/import${url}`, { fileId, issuerId: a.committeeId, ...more })
}

describe('the running list of the first day', () => {
  test('is shown line by line before anything is written', async () => {
    const before = await counts()
    const shown = (await send('/preview', LINES)).json()
    expect(await counts()).toEqual(before)
    expect(shown.counts).toEqual({ create: 4, update: 0, same: 0, skip: 1 })
    expect(shown.mapping).toMatchObject({ title: 3, lead: 4, due_on: 6 })
    expect(shown.unknownAgencies).toMatchObject([{ name: 'Sở Ma thuật', lines: [6] }])
    expect(shown.stubs).toHaveLength(2)
    const status = shown.rows.map(
      (row: { action: string; status: string }) => `${row.action} ${row.status}`,
    )
    expect(status).toEqual([
      'create in_term',
      'create done_in_time',
      'create overdue',
      'skip null',
      'create standing',
    ])
  })

  test('is entered with stubs for its papers, and recognised when it comes again', async () => {
    expect((await send('', LINES)).json()).toMatchObject({ created: 4, skipped: 1, stubs: 2 })
    const { items } = (await get('standing', '/tasks?sort=number')).json()
    expect(items).toMatchObject([
      {
        origin: 'import',
        source: { label: 'Thông báo số 05/TB-BCĐ ngày 03/02/2026' },
        assignedOn: '2026-02-03',
      },
      { status: 'done_in_time', result: { papers: [{ number: '12/BC-STC', on: '2026-02-20' }] } },
      { status: 'overdue', daysLate: 9, lead: { id: a.departmentId } },
      { manner: 'request', status: 'standing', co: [{ id: a.standingAgencyId }] },
    ])
    const stubs = await owner
      .selectFrom('documents')
      .select('symbol')
      .where('is_stub', '=', true)
      .execute()
    expect(new Set(stubs.map(({ symbol }) => symbol))).toEqual(new Set(['05/TB-BCĐ', '14/KH-UBND']))
    const before = await counts()
    expect((await send('', LINES)).json()).toMatchObject({ created: 0, same: 4, skipped: 1 })
    expect({ ...(await counts()), audit: 0 }).toEqual({ ...before, audit: 0 })
    expect((await get('officer', '/tasks')).json().items).toHaveLength(2)
  })

  test('enters what recurs as standing duties, with instances from the day of the list on', async () => {
    const recurring = [
      line({
        title: 'Báo cáo hằng quý',
        due: 'Hằng quý',
        source: 'Kế hoạch số 3/KH-UBND ngày 04/01/2021',
      }),
      line({ title: 'Rà soát hằng năm', due: 'Hằng năm', lead: 'Sở NN&MT; Sở Tài chính' }),
      line({ title: 'Đã thôi', due: 'Hằng tháng', state: 'Đã hoàn thành' }),
    ]
    const shown = (await send('/preview', recurring)).json()
    expect(shown.rows).toMatchObject([{ status: 'standing' }, { status: 'standing' }, {}])
    expect((await send('', recurring)).json()).toMatchObject({ created: 3 })
    const { items } = (await get('standing', '/tasks?sort=number')).json()
    const own = (title: string) => items.find((one: { title: string }) => one.title === title)
    const quarterly = (await get('standing', `/tasks/${own('Báo cáo hằng quý').id}`)).json()
    expect(quarterly).toMatchObject({
      status: 'standing',
      recurrence: { every: 'quarter' },
      partRows: [{ dueOn: '2026-03-31', status: 'in_term' }],
    })
    const yearly = (await get('standing', `/tasks/${own('Rà soát hằng năm').id}`)).json()
    expect(yearly.partRows).toMatchObject([{ dueOn: '2026-12-31', parts: { total: 2 } }])
    expect(own('Đã thôi')).toMatchObject({ status: 'done_in_time' })
    expect((await send('', recurring)).json()).toMatchObject({ created: 0, same: 3 })
  })

  test('takes an answer for a name that it does not know', async () => {
    const agencies = { 'Sở Ma thuật': a.otherDepartmentId }
    expect((await send('', LINES, { agencies })).json()).toMatchObject({ created: 5, skipped: 0 })
  })

  test('is refused to who may not give tasks in that name, and nothing is written', async () => {
    const fileId = await aFile(LINES)
    const before = await counts()
    const command = { fileId, issuerId: organisation.b.committeeId }
    expect((await post('standing', '/tasks/import', command)).statusCode).toBe(403)
    expect(
      (await post('officer', '/tasks/import', { fileId, issuerId: a.committeeId })).statusCode,
    ).toBe(404)
    expect(await counts()).toEqual(before)
  })

  test('of two hundred lines is in within five seconds', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => line({ title: `Nhiệm vụ thứ ${at + 1}` }))
    const fileId = await aFile(lines)
    const began = performance.now()
    const done = await post('standing', '/tasks/import', { fileId, issuerId: a.committeeId })
    expect(done.json()).toMatchObject({ created: 200 })
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('a mirrored task', () => {
  const mirrored = (more: Line = {}) => [line({ code: 'NV-2026-17', ...more })]

  test('takes its state from each import by its code, and is read-only here', async () => {
    await send('', mirrored(), { isMirror: true })
    const [task] = (await get('standing', '/tasks')).json().items
    expect(task).toMatchObject({
      origin: 'mirror',
      trackerCode: 'NV-2026-17',
      allowed: ['comment'],
    })
    const refused = await post('officer', `/tasks/${task.id}/events`, {
      action: 'submit',
      text: 'Xong',
      version: task.version,
    })
    expect(refused.json()).toMatchObject({ status: 422, code: 'tasks.mirrored' })
    const later = mirrored({ due: '30/03/2026' })
    expect((await send('', later, { isMirror: true })).json()).toMatchObject({
      updated: 1,
      created: 0,
    })
    const done = mirrored({
      due: '30/03/2026',
      state: 'Đã hoàn thành',
      result: '9/BC ngày 09/03/2026',
    })
    expect((await send('', done, { isMirror: true })).json()).toMatchObject({ updated: 1 })
    expect((await send('', done, { isMirror: true })).json()).toMatchObject({ updated: 0, same: 1 })
    const { items } = (await get('standing', '/tasks')).json()
    expect(items).toMatchObject([{ id: task.id, status: 'done_in_time', dueOn: '2026-03-30' }])
  })
})
