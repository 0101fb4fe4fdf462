import { beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { readSheets } from '../../platform/excel.ts'
import { aTaskList, EXTEND } from '../../testing/tasks.ts'

const { organisation, db, owner, clock, get, did, aTask, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const list = async (who: string, query = '') => (await get(who, `/tasks${query}`)).json()
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title)

describe('a list', () => {
  test('holds by row security alone what the person may see', async () => {
    const { id } = await aTask()
    await aTask({ leadIds: [a.otherDepartmentId], coIds: [] })
    const seen = (actor: typeof a.standing.actor, today = '2026-03-10') =>
      createContext(db, actor, today, clock.now).read((tx) =>
        tx.selectFrom('tasks').select('id').execute(),
      )
    expect(await seen(a.standing.actor)).toHaveLength(2)
    expect(await seen(a.chair.actor)).toHaveLength(2)
    expect(await seen(a.officer.actor)).toEqual([{ id }])
    expect(await seen(organisation.observer.actor)).toHaveLength(2)
    for (const person of [a.alliance, a.cooperative, organisation.b.chair, organisation.b.officer])
      expect(await seen(person.actor)).toEqual([])
    expect(await seen(a.delegate.actor, '2026-12-31')).toHaveLength(2)
    expect(await seen(a.delegate.actor, '2027-01-01')).toEqual([])
    const { read } = createContext(db, a.officer.actor, '2026-03-10', clock.now)
    const events = await read((tx) => tx.selectFrom('task_events').select('task_id').execute())
    expect(new Set(events.map(({ task_id }) => task_id))).toEqual(new Set([id]))
  })

  test('turns with the day in Vietnam: at 00:30 a task due yesterday is overdue', async () => {
    await aTask()
    clock.now = new Date('2026-03-20T16:59:00Z')
    expect((await list('standing', '?status=overdue')).items).toEqual([])
    clock.now = new Date('2026-03-20T17:30:00Z')
    const { items, counts } = await list('standing', '?status=overdue')
    expect(items).toMatchObject([{ daysLate: 1, status: 'overdue' }])
    expect(counts.byStatus).toMatchObject({ overdue: 1, not_taken_up: 0 })
    const then = await list('standing', '?asOf=2026-03-20')
    expect(then).toMatchObject({
      asOf: '2026-03-20',
      items: [{ status: 'not_taken_up', allowed: [] }],
    })
  })

  test('of a past day shows what was known to be in force then', async () => {
    const { id } = await aTask()
    const asked = await did('standing', id, 'propose', EXTEND)
    clock.now = new Date('2026-03-15T03:00:00Z')
    await did('chair', id, 'decide', { seq: asked.openWishes[0]?.seq, verdict: 'grant' })
    expect((await list('chair')).items).toMatchObject([{ dueOn: '2026-04-20', extensions: 1 }])
    const { items } = await list('chair', '?asOf=2026-03-12')
    expect(items).toMatchObject([{ dueOn: '2026-03-20', extensions: 0, waiting: ['decision'] }])
    expect((await list('chair', '?asOf=2026-02-01')).items).toEqual([])
  })

  test('is filtered by words without diacritics, lead, co-ordinator, term and manner', async () => {
    await aTask({ title: 'Kiện toàn Ban Chỉ đạo' })
    await aTask({
      title: 'Gặp gỡ các HTX',
      dueOn: '2026-06-30',
      leadIds: [a.otherDepartmentId],
      coIds: [],
    })
    await aTask({ title: 'Phối hợp tuyên truyền', leadIds: [a.allianceId], coIds: [] })
    expect(titles(await list('standing', '?q=kien+toan'))).toEqual(['Kiện toàn Ban Chỉ đạo'])
    expect(titles(await list('standing', '?q=05/tb'))).toHaveLength(3)
    expect(titles(await list('standing', `?lead=${a.otherDepartmentId}`))).toEqual([
      'Gặp gỡ các HTX',
    ])
    expect(titles(await list('standing', `?co=${a.otherDepartmentId}`))).toHaveLength(1)
    expect(titles(await list('standing', '?dueFrom=2026-06-01'))).toEqual(['Gặp gỡ các HTX'])
    const given = await list('standing', '?manner=assign')
    expect(titles(given)).toHaveLength(2)
    expect(given.counts).toMatchObject({ all: 2, requested: 1 })
    expect((await get('standing', '/tasks?status=late')).statusCode).toBe(400)
  })

  test.each(['due', '-due', 'number', '-number', 'status'])(
    'goes on where the cursor says, by %s',
    async (sort) => {
      for (const day of ['2026-03-20', '2026-05-01', '2026-03-20', '2026-04-01', '2026-03-12'])
        await aTask({ dueOn: day })
      const whole = await list('standing', `?sort=${sort}`)
      const ids: string[] = []
      let cursor = ''
      let last: string | null = ''
      for (let page = 0; page < 3; page++) {
        const { items, next } = await list('standing', `?sort=${sort}&limit=2${cursor}`)
        ids.push(...items.map(({ id }: { id: string }) => id))
        cursor = `&cursor=${encodeURIComponent(next)}`
        last = next
      }
      expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id))
      expect(last).toBeNull()
      expect(new Set(ids).size).toBe(5)
    },
  )

  test('is a tracking list in Excel with its extensions and papers', async () => {
    const { id } = await aTask()
    const asked = await did('standing', id, 'propose', EXTEND)
    const paper = { number: '12/BCĐ', on: '2026-03-10' }
    await did('chair', id, 'decide', { seq: asked.openWishes[0]?.seq, verdict: 'grant', paper })
    const response = await get('standing', '/tasks?format=xlsx')
    expect(response.headers['content-type']).toContain('spreadsheetml')
    const rows = readSheets(response.rawPayload).sheets[0]?.rows ?? []
    const heads = rows.find((row) => row.includes('Cơ quan chủ trì')) ?? []
    const row = rows.at(-1) ?? []
    const cell = (head: string) => row[heads.indexOf(head)]
    expect(cell('Văn bản giao')).toBe('Thông báo số 05/TB-BCĐ ngày 01/03/2026')
    expect(cell('Thời hạn')).toBe('2026-04-20')
    expect(cell('Các lần gia hạn')).toContain('12/BCĐ')
    expect(cell('Cơ quan chủ trì')).toBe('Sở NN&MT tỉnh Minh An')
    expect(cell('Trạng thái')).toBe('Chưa tiếp nhận')
  })

  test('by unit holds what agencies of the unit and of those below lead', async () => {
    const { id } = await aTask({ leadIds: [a.communes[0].committeeId], coIds: [] })
    const other = await aTask()
    const ids = async (unit: string) =>
      (await list('standing', `?unit=${unit}`)).items.map((one: { id: string }) => one.id)
    expect(await ids(a.communes[0].unitId)).toEqual([id])
    expect(await ids(a.communes[1].unitId)).toEqual([])
    expect((await ids(a.unitId)).toSorted()).toEqual([id, other.id].toSorted())
    expect(await ids(organisation.b.unitId)).toEqual([])
  })

  test('in Excel holds those chosen alone, and of them what one may see', async () => {
    const tasks = [await aTask(), await aTask(), await aTask()]
    const ids = tasks.slice(1).map(({ id }) => id)
    const rowsFor = async (who: string) => {
      const response = await get(who, `/tasks?format=xlsx&ids=${ids.join(',')}`)
      return readSheets(response.rawPayload).sheets[0]?.rows.slice(2) ?? []
    }
    expect(await rowsFor('standing')).toHaveLength(2)
    expect(await rowsFor('strangerstanding')).toEqual([])
    expect((await get('standing', '/tasks?ids=x')).statusCode).toBe(400)
  })
})

describe('the summary', () => {
  test('counts by agency, gives no rate below five, and keeps requests apart', async () => {
    for (let count = 0; count < 5; count++)
      await aTask({ leadIds: [a.otherDepartmentId], coIds: [] })
    await aTask()
    await aTask({ leadIds: [a.allianceId], coIds: [] })
    const { items } = await list('otherofficer')
    const first = items[0].id
    await did('otherofficer', first, 'take_up')
    await did('otherofficer', first, 'submit', { text: 'Xong' })
    await did('standing', first, 'confirm')
    clock.now = new Date('2026-03-25T03:00:00Z')
    const summary = (await get('chair', '/tasks/summary')).json()
    expect(summary.agencies).toMatchObject([
      { agency: { id: a.otherDepartmentId }, overdue: 4, due: 5, inTime: 1, rate: 0.2 },
      { agency: { id: a.departmentId }, overdue: 1, due: 1, inTime: 0, rate: null },
    ])
    expect(summary.requested).toMatchObject([{ agency: { id: a.allianceId }, open: 1 }])
    expect(summary.total).toMatchObject({ due: 6, inTime: 1, overdue: 5 })
    const before = (await get('chair', '/tasks/summary?asOf=2026-03-15')).json()
    expect(before.total).toMatchObject({ due: 1, inTime: 1, overdue: 0 })
  })

  test('after a change of lead each agency answers for its own days', async () => {
    const { id } = await aTask()
    clock.now = new Date('2026-03-25T03:00:00Z')
    await did('chair', id, 'order', {
      wish: { kind: 'change_lead', leadId: a.otherDepartmentId },
      reason: 'Thuộc thẩm quyền',
    })
    clock.now = new Date('2026-03-28T03:00:00Z')
    const { agencies } = (await get('chair', '/tasks/summary')).json()
    expect(agencies).toMatchObject([
      { agency: { id: a.otherDepartmentId }, overdue: 1, due: 0 },
      { agency: { id: a.departmentId }, overdue: 0, due: 1, inTime: 0 },
    ])
    const { leads } = (await get('chair', `/tasks/${id}`)).json()
    expect(leads).toMatchObject([
      { agency: { id: a.departmentId }, daysLate: 4 },
      { agency: { id: a.otherDepartmentId }, daysLate: 4 },
    ])
  })
})

test('what is pending is each person’s own to do', async () => {
  const { id } = await aTask()
  const kinds = async (who: string) => {
    const { items } = (await get(who, '/tasks/pending')).json()
    return items.map(({ kind }: { kind: string }) => kind)
  }
  expect(await kinds('clerk')).toEqual(['take_up'])
  await did('clerk', id, 'take_up')
  await did('officer', id, 'prepare', { deed: { action: 'submit', text: 'Xong' } })
  expect(await kinds('leader')).toEqual(['approve'])
  expect(await kinds('officer')).toEqual([])
  await did('leader', id, 'approve')
  expect(await kinds('standing')).toEqual(['confirm'])
  expect(await kinds('strangerstanding')).toEqual([])
})

test('the month shows terms and milestones', async () => {
  const { id, version } = await aTask()
  await owner
    .insertInto('task_milestones')
    .values({ id, task_id: id, title: 'Dự thảo lần 1', due_on: '2026-03-15', position: 0 })
    .execute()
  expect(version).toBe(2)
  const { items } = (await get('officer', '/tasks/calendar?month=2026-03')).json()
  expect(items).toMatchObject([
    { on: '2026-03-15', kind: 'milestone', title: 'Dự thảo lần 1' },
    { on: '2026-03-20', kind: 'due', taskId: id },
  ])
})

test('the month as of a past day shows what was planned and owed then', async () => {
  const { id } = await aTask()
  await owner
    .insertInto('task_milestones')
    .values({
      id,
      task_id: id,
      title: 'Dự thảo',
      due_on: '2026-03-18',
      done_on: '2026-03-14',
      position: 0,
    })
    .execute()
  await did('chair', id, 'ask_explanation', { text: 'Vì sao chậm?', untilOn: '2026-03-25' })
  const asked = await did('standing', id, 'propose', EXTEND)
  clock.now = new Date('2026-03-15T03:00:00Z')
  await did('chair', id, 'decide', { seq: asked.openWishes[0]?.seq, verdict: 'grant' })
  await did('officer', id, 'prepare', {
    deed: { action: 'explain', text: 'Thiếu số liệu', isObjective: true },
  })
  await did('leader', id, 'approve')
  const month = async (query: string) =>
    (await get('standing', `/tasks/calendar?month=${query}`)).json().items
  expect(await month('2026-03')).toEqual([])
  expect(await month('2026-04')).toMatchObject([{ on: '2026-04-20', kind: 'due' }])
  expect(await month('2026-03&asOf=2026-03-12')).toMatchObject([
    { on: '2026-03-18', kind: 'milestone' },
    { on: '2026-03-20', kind: 'due' },
    { on: '2026-03-25', kind: 'explanation', taskId: id },
  ])
  expect(await month('2026-04&asOf=2026-03-12')).toEqual([])
  expect(await month('2026-03&asOf=2026-02-01')).toEqual([])
  expect(await month('2026-04&asOf=2026-12-31')).toHaveLength(1)
})
