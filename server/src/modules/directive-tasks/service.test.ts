import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aTaskList } from '../../testing/tasks.ts'
import {
  type DirectiveToDraft,
  draftFromDirectives,
  issueForNotice,
  startByWordForNotice,
} from './index.ts'

const { organisation, db, owner, clock, get, empty } = await aTaskList()
const { a, b } = organisation
const context = (actor = a.standing.actor) => createContext(db, actor, '2026-03-10', clock.now)

beforeEach(empty)

async function aDirective(more: Partial<DirectiveToDraft> = {}): Promise<DirectiveToDraft> {
  const directive: DirectiveToDraft = {
    id: newId(),
    ownerId: a.committeeId,
    documentId: null,
    item: 'II.3',
    text: 'Kiện toàn Ban Chỉ đạo cấp xã',
    manner: 'assign',
    leadIds: [a.departmentId],
    coIds: [],
    dueOn: '2026-04-30',
    dueText: 'trong tháng 4',
    dueSource: 'document',
    textDueOn: '2026-04-30',
    recurrence: null,
    product: null,
    directedBy: null,
    ...more,
  }
  await owner
    .insertInto('directives')
    .values({
      id: directive.id,
      owner_id: a.committeeId,
      owner_unit_id: a.unitId,
      position: 1,
      text: directive.text,
    })
    .execute()
  return directive
}

const draft = (directives: DirectiveToDraft[], actor = a.standing.actor) => {
  const own = context(actor)
  return own.write((tx) => draftFromDirectives(tx, own, directives))
}
const list = async (query = '') => (await get('standing', `/tasks${query}`)).json().items

test('a directive becomes a draft, a container with copies, or a standing duty', async () => {
  const communes = a.communes.map(({ committeeId }) => committeeId)
  const one = await aDirective()
  const many = await aDirective({ leadIds: communes })
  const often = await aDirective({ recurrence: { every: 'quarter' }, dueOn: null, dueSource: null })
  const noted = await aDirective({ manner: 'note' })
  const nobody = await aDirective({ leadIds: [] })
  const done = await draft([one, many, often, noted, nobody])
  expect(new Set(done)).toEqual(new Set([one.id, many.id, often.id]))
  const items = await list('?sort=number')
  expect(items).toMatchObject([
    { code: '1/2026', status: 'drafted', parts: null },
    { code: '2/2026', status: 'drafted', parts: { total: 2 } },
    { code: '3/2026', status: 'drafted' },
  ])
})

test('drawn up again it keeps its number; with more leads, or none, the old draft is put aside', async () => {
  const directive = await aDirective()
  await draft([directive])
  await draft([{ ...directive, text: 'Kiện toàn ngay', leadIds: [a.otherDepartmentId] }])
  expect(await list()).toMatchObject([
    { code: '1/2026', title: 'Kiện toàn ngay', lead: { id: a.otherDepartmentId } },
  ])
  await draft([{ ...directive, leadIds: [a.departmentId, a.otherDepartmentId] }])
  expect(await list()).toMatchObject([{ code: '2/2026', parts: { total: 2 } }])
  await draft([{ ...directive, manner: 'note' }])
  expect(await list()).toEqual([])
})

test('the signed notice gives them with its day; on the word before, they may begin', async () => {
  const [one, two] = [await aDirective(), await aDirective({ leadIds: [a.otherDepartmentId] })]
  await draft([one, two])
  const own = context()
  await own.write((tx) => startByWordForNotice(tx, own, [one.id]))
  expect((await get('officer', '/tasks')).json().items).toMatchObject([
    { status: 'waiting_notice' },
  ])
  const documentId = newId()
  const notice = { number: '05/TB-BCĐ', signedOn: '2026-03-05', documentId }
  const items = [
    { directiveId: one.id, item: 'mục 1', dueOn: '2026-05-15' },
    { directiveId: two.id, item: 'mục 2' },
  ]
  expect(await own.write((tx) => issueForNotice(tx, own, { ...notice, items }))).toBe(2)
  expect(await own.write((tx) => issueForNotice(tx, own, { ...notice, items }))).toBe(0)
  expect(await list('?sort=number')).toMatchObject([
    { assignedOn: '2026-03-05', dueOn: '2026-05-15', source: { item: 'mục 1', documentId } },
    { assignedOn: '2026-03-05', dueOn: '2026-04-30', source: { item: 'mục 2' } },
  ])
  await draft([{ ...one, text: 'Sửa sau khi ban hành' }])
  expect((await list('?sort=number'))[0].title).toBe(one.text) // what was given stays
})

test('is refused in another committee’s name, and nothing is made', async () => {
  const directive = await aDirective()
  await expect(draft([directive], b.standing.actor)).rejects.toThrow('auth.forbidden')
  await expect(draft([directive], a.officer.actor)).rejects.toThrow('auth.forbidden')
  expect(await owner.selectFrom('tasks').select('id').execute()).toEqual([])
})
